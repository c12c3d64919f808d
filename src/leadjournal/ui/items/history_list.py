"""A list of things past: it keeps what was chosen through every refresh."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView

from leadjournal.ui.items.history_rows import HistoryDelegate, HistoryModel, HistoryRow
from leadjournal.ui.items.painted_list import paint_rows
from leadjournal.ui.theme.looks import Looks


class HistoryList(QListView):
    """Tells the key of the row that is stood on, and of the one that is opened."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, looks: Looks, name: str) -> None:
        super().__init__()
        self._rows = HistoryModel(self)
        self._painted = HistoryDelegate(looks)
        self._quiet = False
        self.setModel(self._rows)
        self.setItemDelegate(self._painted)
        paint_rows(self, self._painted, name)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.clicked.connect(self._open)
        looks.changed.connect(self.scheduleDelayedItemsLayout)

    def show_rows(self, rows: Sequence[HistoryRow]) -> None:
        """Show these rows; the chosen one stays chosen, or the one that took its place."""
        place, key = max(self.currentIndex().row(), 0), self.current()
        at = self.verticalScrollBar().value()
        self._quiet = True
        is_new = self._rows.set_rows(rows)
        if is_new or not key:
            found = self._rows.place_of(key)
            stood = found if found >= 0 else min(place, len(rows) - 1)
            self.setCurrentIndex(self._rows.index(stood) if rows else QModelIndex())
            self.verticalScrollBar().setValue(at)
        self._quiet = False

    def current(self) -> str:
        """The key of the row that is stood on, or nothing."""
        row = self._rows.row_at(self.currentIndex())
        return row.key if row is not None else ""

    def choose(self, key: str) -> bool:
        """Stand on a row and bring it into view; answers whether it is there."""
        place = self._rows.place_of(key)
        if place < 0:
            return False
        self.setCurrentIndex(self._rows.index(place))
        self.scrollTo(self.currentIndex())
        return True

    def _open(self, index: QModelIndex) -> None:
        if (row := self._rows.row_at(index)) is not None:
            self.opened.emit(row.key)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self._quiet and self.current():
            self.chosen.emit(self.current())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)
