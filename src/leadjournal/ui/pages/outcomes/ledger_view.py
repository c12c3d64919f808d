"""The debt ledger: the total with its sentence, then what waits, largest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from leadjournal.base.words import _
from leadjournal.ui.items.painted_list import paint_rows
from leadjournal.ui.pages.outcomes.ledger_list import LedgerDelegate, LedgerModel
from leadjournal.ui.pages.outcomes.ledger_rows import LedgerRow
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import LinkButton
from leadjournal.ui.widgets.card import Card
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.wrapping_row import WrappingRow

_SENTENCE = 240


class LedgerList(QListView):
    """The rows; a click or Enter opens what a row stands for."""

    opened = Signal(object)
    menu_wished = Signal(object, QPoint)

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._rows = LedgerModel(self)
        self._painted = LedgerDelegate(looks)
        self.setModel(self._rows)
        self.setItemDelegate(self._painted)
        paint_rows(self, self._painted, _("Debt ledger"))
        self.clicked.connect(self._open)
        looks.changed.connect(self.scheduleDelayedItemsLayout)

    def show_rows(self, rows: Sequence[LedgerRow]) -> None:
        """Show these rows; the chosen one and the place stay."""
        chosen, at = self._rows.row_at(self.currentIndex()), self.verticalScrollBar().value()
        self._rows.set_rows(rows)
        for place, row in enumerate(rows):
            if chosen is not None and row.key is not None and row.key == chosen.key:
                self.setCurrentIndex(self._rows.index(place))
        self.verticalScrollBar().setValue(at)

    def rows(self) -> tuple[LedgerRow, ...]:
        """The rows as they are shown."""
        return self._rows.rows()

    def _open(self, index: QModelIndex) -> None:
        row = self._rows.row_at(index)
        if row is not None and row.key is not None:
            self.opened.emit(row.key)

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
    """The ledger with its total; `explained` asks how the total was computed."""

    explained = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self.rows = LedgerList(looks)
        self._total = Label(looks, "", "figure")
        self._unit = Label(looks, "", "small", "text_3", elide=True)
        self._sentence = Label(looks, "", "small", "text_2", wrap=True)
        explain = LinkButton(looks, _("How was this computed?"))
        explain.clicked.connect(self.explained)
        self._card = Card(looks, spacing=0)
        self._card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._card.column.setContentsMargins(1, 6, 1, 6)
        self._card.column.addWidget(self.rows)
        self._second = WrappingRow([self._sentence], [explain], gap=16)
        self._lay_out()
        self._restyle()
        looks.changed.connect(self._restyle)

    def show_total(self, number: str, unit: str, sentence: str) -> None:
        """Say how much is owed, and what comes of it when nothing changes."""
        self._total.setText(number)
        self._unit.setText(unit)
        self._sentence.setText(sentence)

    def sentence(self) -> str:
        """What is said about the total."""
        return self._sentence.text()

    def _restyle(self) -> None:
        self._second.set_least(self._looks.scaled(_SENTENCE))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._total)
        top.addWidget(self._unit, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._second)
        column.addSpacing(12)
        column.addWidget(self._card, 1)
