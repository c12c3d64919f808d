"""What a guide left behind: the entry as it was made, and the ways on."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.ui.pages.templates.clearing import clear
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.badge import Badge
from leadjournal.ui.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from leadjournal.ui.widgets.card import Card
from leadjournal.ui.widgets.flow import FlowLayout
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.scroll import ScrollPage

_COLUMN = 620
_EDGE = 28


class FinishedWords(NamedTuple):
    """An entry that was just made: its facts, its title, questions with answers, its badges."""

    facts: str
    title: str
    said: Sequence[tuple[str, str]]
    badges: Sequence[tuple[str, str, str]] = ()


class Finished(ScrollPage):
    """The end of a guide."""

    opened = Signal()
    reopened = Signal()
    left = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks, edges=False)
        self._looks = looks
        self.open_button = PrimaryButton(looks, _("Open in the journal"), "notebook-pen")
        self.again_button = SecondaryButton(looks, _("Change the answers"), "pencil")
        self.leave_button = QuietButton(looks, _("All templates"))
        self._holder = QWidget()
        inner = QVBoxLayout(self._holder)
        inner.setContentsMargins(0, 12, 0, 0)
        inner.setSpacing(16)
        self._card = Card(looks, spacing=0)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        for button in (self.open_button, self.again_button, self.leave_button):
            buttons.addWidget(button)
        buttons.addStretch()
        inner.addWidget(self._card)
        inner.addLayout(buttons)
        inner.addStretch()
        self.column.addWidget(self._holder)
        self.open_button.clicked.connect(self.opened)
        self.again_button.clicked.connect(self.reopened)
        self.leave_button.clicked.connect(self.left)
        self.viewport().installEventFilter(self)
        looks.changed.connect(self._fit)

    def show_entry(self, words: FinishedWords) -> None:
        """Show what was made."""
        column = self._card.column
        clear(column)
        column.addWidget(Label(self._looks, words.facts, "small", "text_3", wrap=True))
        column.addWidget(Label(self._looks, words.title, "entry", wrap=True))
        if words.badges:
            column.addSpacing(8)
            column.addWidget(self._badges(words.badges))
        for question, answer in words.said:
            column.addSpacing(14)
            column.addWidget(Label(self._looks, question, "small-m", "text_2", wrap=True))
            column.addSpacing(2)
            column.addWidget(Label(self._looks, answer, "quote", wrap=True))

    def _badges(self, badges: Sequence[tuple[str, str, str]]) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder)
        for badge in badges:
            flow.addWidget(Badge(self._looks, *badge))
        return holder

    def _fit(self) -> None:
        room = self.viewport().width()
        edge = max(_EDGE, (room - self._looks.scaled(_COLUMN)) // 2)
        self.column.setContentsMargins(edge, 0, edge, 20)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)
