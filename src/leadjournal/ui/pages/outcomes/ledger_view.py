"""The debt ledger: the total with what it is made of, then what waits and what has left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.ui.items.painted_list import paint_rows
from leadjournal.ui.pages.outcomes.ledger_head import LedgerHead
from leadjournal.ui.pages.outcomes.ledger_list import LedgerDelegate, LedgerModel
from leadjournal.ui.pages.outcomes.ledger_rows import LedgerRow
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.card import Card
from leadjournal.ui.widgets.scroll import ScrollPage

_Index = QModelIndex | QPersistentModelIndex

_BAR = 14
_SCROLLS = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


class LedgerList(QListView):
    """The rows, as tall as all of them; a click or Enter opens what a row stands for."""

    opened = Signal(object)
    menu_wished = Signal(object, QPoint)
    reached = Signal(int, int)
    """A row was reached by the keyboard: where it begins and how tall it is."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._rows = LedgerModel(self)
        self._painted = LedgerDelegate(looks)
        self.setModel(self._rows)
        self.setItemDelegate(self._painted)
        paint_rows(self, self._painted, _("Debt ledger"))
        self.setVerticalScrollBarPolicy(_SCROLLS)
        self.clicked.connect(self._open)
        looks.changed.connect(self._fit)

    def show_rows(self, rows: Sequence[LedgerRow]) -> None:
        """Show these rows; the chosen one stays."""
        chosen = self._rows.row_at(self.currentIndex())
        self._rows.set_rows(rows)
        for place, row in enumerate(rows):
            if chosen is not None and row.key is not None and row.key == chosen.key:
                self.setCurrentIndex(self._rows.index(place))
        self._fit()

    def rows(self) -> tuple[LedgerRow, ...]:
        """The rows as they are shown."""
        return self._rows.rows()

    def _fit(self) -> None:
        self.setFixedHeight(sum(self._painted.tall(row) for row in self.rows()) + 2)
        self.scheduleDelayedItemsLayout()

    def _open(self, index: QModelIndex) -> None:
        row = self._rows.row_at(index)
        if row is not None and row.key is not None:
            self.opened.emit(row.key)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            box = self.visualRect(current)
            self.reached.emit(box.top(), box.height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._rows.rowCount() > 1:
            self.setCurrentIndex(self._rows.index(1))

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


class LedgerView(QWidget):
    """The head and the rows on one page that scrolls."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self.head = LedgerHead(looks)
        self.rows = LedgerList(looks)
        self._card = Card(looks, spacing=0)
        self._card.column.setContentsMargins(1, 6, 1, 6)
        self._card.column.addWidget(self.rows)
        self._page = ScrollPage(looks, spacing=12)
        edges = self._page.column.contentsMargins()
        edges.setRight(max(0, looks.measure("page_right") - _BAR))
        self._page.column.setContentsMargins(edges)
        for part in (self.head, self._card):
            self._page.column.addWidget(part)
        self._page.column.addStretch()
        self.setFocusProxy(self.rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)
        self.rows.reached.connect(self._bring)

    def show_rows(self, rows: Sequence[LedgerRow]) -> None:
        """Show these rows; where one has scrolled to stays."""
        at = self._page.verticalScrollBar().value()
        self.rows.show_rows(rows)
        self._card.setVisible(bool(rows))
        self._page.verticalScrollBar().setValue(at)

    def _bring(self, top: int, tall: int) -> None:
        sheet = self._page.widget()
        if sheet is not None:
            middle = self.rows.mapTo(sheet, QPoint(0, top + tall // 2))
            self._page.ensureVisible(0, middle.y(), 0, tall)
