"""The head of the ledger: the total with what it is made of, and how it went over the years."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.ui.items.words import Mark
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.badge import Badge
from leadjournal.ui.widgets.bars import ProofBar
from leadjournal.ui.widgets.buttons import LinkButton
from leadjournal.ui.widgets.card import Card
from leadjournal.ui.widgets.chart_with_table import ChartWithTable, Drawing
from leadjournal.ui.widgets.debt_bar import DebtBar
from leadjournal.ui.widgets.label import Label

_BESIDE_FROM = 700
_LEFT = 330
_CHART_TALL = 176
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


@dataclass(frozen=True, slots=True)
class LedgerTotal:
    """The debt in words; what has no words is not shown, as under a filter."""

    number: str
    unit: str
    sentence: str
    band: Mark | None = None
    capacity: str = ""
    shown: str = ""
    open: str = ""
    share: float = 0.0
    principal: float = 0.0
    interest: float = 0.0
    work: str = ""
    waiting: str = ""
    history: Drawing | None = None


class LedgerHead(Card):
    """`explained` asks how the total was computed."""

    explained = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks, spacing=0)
        self._number = Label(looks, "", "figure")
        self._unit = Label(looks, "", "small", "text_3", elide=True)
        self._band = Badge(looks, "plain", "")
        self._capacity = Label(looks, "", "small", "text_2", wrap=True)
        self._proof = ProofBar(looks)
        self._shown = Label(looks, "", "caption", "text_2")
        self._open = Label(looks, "", "caption-m", "debt")
        self._bar = DebtBar(looks)
        self._work = Label(looks, "", "caption", "text_2")
        self._waiting = Label(looks, "", "caption-m", "debt")
        self._sentence = Label(looks, "", "small", "text", wrap=True)
        self._explain = LinkButton(looks, _("How was this computed?"))
        self._explain.clicked.connect(self.explained)
        self.history = ChartWithTable(looks, _("Outcome debt by month"), _CHART_TALL)
        self._left, self._parts = QWidget(), QWidget()
        self._box = QBoxLayout(_ACROSS)
        self._lay_out()
        self._arrange()
        looks.changed.connect(self._arrange)

    def show_total(self, total: LedgerTotal) -> None:
        """Say how much is owed, what it is made of and what comes of it."""
        self._number.setText(total.number)
        self._unit.setText(total.unit)
        self._sentence.setText(total.sentence)
        self._capacity.setText(total.capacity)
        self._capacity.setVisible(bool(total.capacity))
        self._band.setVisible(total.band is not None)
        if total.band is not None:
            self._band.set_state(*total.band)
        self._parts.setVisible(bool(total.shown))
        self._shown.setText(total.shown)
        self._open.setText(total.open)
        self._proof.set_share(total.share, f"{total.shown}, {total.open}")
        self._work.setText(total.work)
        self._waiting.setText(total.waiting)
        self._bar.set_debt(total.principal, total.interest, f"{total.work}, {total.waiting}")
        self.history.show_drawing(total.history)

    def sentence(self) -> str:
        """What is said about the total."""
        return self._sentence.text()

    def words(self) -> tuple[str, ...]:
        """Everything that is said beside the sentence."""
        parts = (self._number, self._unit, self._capacity, self._shown, self._open, self._work,
                 self._waiting)  # fmt: skip
        return tuple(part.text() for part in parts)

    def _arrange(self) -> None:
        beside = self.width() >= self.looks.scaled(_BESIDE_FROM)
        self._box.setDirection(_ACROSS if beside else _DOWN)
        self._box.setSpacing(28 if beside else 14)
        wide = self.looks.scaled(_LEFT)
        self._left.setMinimumWidth(wide if beside else 0)
        self._left.setMaximumWidth(wide if beside else 16_777_215)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._number)
        top.addWidget(self._unit, 1, Qt.AlignmentFlag.AlignBottom)
        top.addWidget(self._band)
        parts = QVBoxLayout(self._parts)
        parts.setContentsMargins(0, 10, 0, 0)
        parts.setSpacing(3)
        parts.addWidget(self._proof)
        parts.addLayout(_ends(self._shown, self._open))
        parts.addSpacing(7)
        parts.addWidget(self._bar)
        parts.addLayout(_ends(self._work, self._waiting))
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addLayout(top)
        left.addSpacing(2)
        left.addWidget(self._capacity)
        left.addWidget(self._parts)
        left.addSpacing(10)
        left.addWidget(self._sentence)
        left.addWidget(self._explain, 0, Qt.AlignmentFlag.AlignLeft)
        left.addStretch()
        self._left.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self._left, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addWidget(self.history, 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(self._box)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()


def _ends(left: Label, right: Label) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(left)
    row.addStretch()
    row.addWidget(right)
    return row
