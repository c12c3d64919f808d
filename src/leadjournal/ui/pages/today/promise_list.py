"""The list of all promises: it keeps what was chosen through every refresh."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListView

from leadjournal.base.words import _
from leadjournal.ui.items.painted_list import paint_rows
from leadjournal.ui.pages.today.promise_delegate import PromiseDelegate
from leadjournal.ui.pages.today.promise_model import PromiseModel
from leadjournal.ui.pages.today.promise_rows import PROMISE, Row
from leadjournal.ui.theme.looks import Looks

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PromiseList(QListView):
    """Emits what was chosen and what is wished; knows nothing of the journal."""

    chosen = Signal(object)
    opened = Signal(object)
    settle_wished = Signal(object)
    remove_wished = Signal(object)
    menu_wished = Signal(object, QPoint)

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._rows = PromiseModel(self)
        self._painted = PromiseDelegate(looks)
        self.setModel(self._rows)
        self.setItemDelegate(self._painted)
        paint_rows(self, self._painted, _("All promises"))
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.doubleClicked.connect(self._open)
        looks.changed.connect(self._restyle)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the chosen one stays chosen, or the one that took its place."""
        place = self.currentIndex().row()
        row = self.current()
        at = self.verticalScrollBar().value()
        if not self._rows.set_rows(rows):
            return
        found = self._rows.place_of(row.id) if row else -1
        self._choose(found if found >= 0 else self._rows.nearest(max(place, 0)))
        self.verticalScrollBar().setValue(at)

    def current(self) -> Row | None:
        """The chosen row."""
        return self._rows.row_at(self.currentIndex())

    def choose(self, id_: str) -> bool:
        """Choose a record and bring it into view; answers whether it is there."""
        place = self._rows.place_of(id_)
        if place < 0:
            return False
        self._choose(place)
        self.scrollTo(self.currentIndex())
        return True

    def _choose(self, place: int) -> None:
        self.setCurrentIndex(self._rows.index(place, 0) if place >= 0 else QModelIndex())
        self.chosen.emit(self.current())

    def _open(self, index: QModelIndex) -> None:
        if (row := self._rows.row_at(index)) is not None and row.is_chosen_from:
            self.opened.emit(row)

    def _restyle(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.chosen.emit(self.current())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self._choose(self._rows.nearest(0))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        row = self._rows.row_at(self.indexAt(at))
        on_icon = at.x() <= self._painted.icon_room()
        if event.button() is not Qt.MouseButton.LeftButton or row is None:
            return
        if row.kind == PROMISE and on_icon:
            self.settle_wished.emit(row)
        elif row.is_chosen_from and not row.id:
            self.opened.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current()
        wishes = {Qt.Key.Key_Space: self.settle_wished, Qt.Key.Key_Delete: self.remove_wished}
        wishes.update(dict.fromkeys(_ENTER, self.opened))
        if row is not None and event.key() in wishes:
            wishes[Qt.Key(event.key())].emit(row)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        row = self._rows.row_at(index)
        if row is None or not row.id:
            return
        self.setCurrentIndex(index)
        middle = self.visualRect(index).center()
        at = event.globalPos() if by_mouse else self.viewport().mapToGlobal(middle)
        self.menu_wished.emit(row, at)
