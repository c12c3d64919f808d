"""A list of painted rows, of which one is chosen: by a click, by arrow keys and Enter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QItemSelection, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate

from leadjournal.ui.items.painted_list import paint_rows
from leadjournal.ui.items.rows_model import RowsModel
from leadjournal.ui.pages.outcomes.rows import RowKey
from leadjournal.ui.theme.looks import Looks


class Keyed(Protocol):
    """A row that stands for a record, or for none where it is a heading."""

    @property
    def key(self) -> RowKey | None:
        """The record it stands for."""

    @property
    def title(self) -> str:
        """The words it is known by."""

    @property
    def spoken(self) -> str:
        """Everything it shows, in words."""


R = TypeVar("R", bound=Keyed)


class PickModel(RowsModel[R]):
    """Rows that can be chosen, with headings among them that cannot."""

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        row = self.row_at(index)
        if row is None or row.key is None:
            return Qt.ItemFlag.NoItemFlags
        leaf = Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | leaf


class RingedDelegate(QStyledItemDelegate):
    """A delegate that is told whether the keyboard is in the list."""

    ring = False


class PickList(QListView, Generic[R]):
    """Emits what was chosen, opened and for what a menu is wished."""

    chosen = Signal(object)
    opened = Signal(object)
    menu_wished = Signal(object, QPoint)

    def __init__(self, looks: Looks, painted: RingedDelegate, name: str) -> None:
        super().__init__()
        self.looks = looks
        self._painted = painted
        self._rows: PickModel[R] = PickModel(self)
        self._quiet = False
        self.setModel(self._rows)
        self.setItemDelegate(painted)
        paint_rows(self, painted, name)
        self.clicked.connect(self._open)
        looks.changed.connect(self.scheduleDelayedItemsLayout)

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show these rows; the chosen one and the place stay."""
        key, at = self.current_key(), self.verticalScrollBar().value()
        self._quiet = True
        if self._rows.set_rows(rows) and key is not None:
            self.choose(key)
        self._quiet = False
        self.verticalScrollBar().setValue(at)

    def rows(self) -> tuple[R, ...]:
        """The rows as they are shown."""
        return self._rows.rows()

    def current_key(self) -> RowKey | None:
        """What is chosen."""
        row = self._rows.row_at(self.currentIndex())
        return row.key if row is not None else None

    def choose(self, key: RowKey | None) -> None:
        """Choose a row and bring it into view, without telling anybody."""
        quiet, self._quiet = self._quiet, True
        places = [place for place, row in enumerate(self.rows()) if row.key == key]
        if key is None or not places:
            self.clearSelection()
        elif self.current_key() != key:
            self.setCurrentIndex(self._rows.index(places[0]))
            self.scrollTo(self.currentIndex())
        self._quiet = quiet

    def _open(self, index: QModelIndex) -> None:
        row = self._rows.row_at(index)
        if row is not None and row.key is not None:
            self.opened.emit(row.key)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self._quiet and self.current_key() is not None:
            self.chosen.emit(self.current_key())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentIndex().isValid():
            return
        places = [place for place, row in enumerate(self.rows()) if row.key is not None]
        if places:
            self.setCurrentIndex(self._rows.index(places[0]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        row = self._rows.row_at(index)
        if row is None or row.key is None:
            return
        self.setCurrentIndex(index)
        box = self.visualRect(index)
        at = event.globalPos() if by_mouse else self.viewport().mapToGlobal(box.center())
        self.menu_wished.emit(row.key, at)
