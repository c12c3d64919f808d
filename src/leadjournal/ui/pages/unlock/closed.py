"""A journal that cannot be opened: what happened, what is safe, and the ways out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from leadjournal.base.errors import Problem
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import PrimaryButton, SecondaryButton
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.middle_column import MiddleColumn

_COLUMN = 480
_ICON = 40
_LEFT = Qt.AlignmentFlag.AlignLeft


class Way(NamedTuple):
    """A way out: its id, its words and its icon."""

    id: str
    words: str
    icon: str = ""


class ClosedScreen(QWidget):
    """The first way out is the one that is most likely wanted."""

    chosen = Signal(str)

    def __init__(self, looks: Looks, title: str, problem: Problem, ways: Sequence[Way]) -> None:
        super().__init__()
        self._looks = looks
        self._icon = QLabel()
        self._buttons: list[PrimaryButton | SecondaryButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        middle = MiddleColumn(looks, _COLUMN)
        column.addWidget(middle)
        self._fill(middle.middle, title, problem)
        self._add_ways(middle.middle, ways)
        looks.changed.connect(self._restyle)
        self._restyle()

    def take_focus(self) -> None:
        """Bring the keyboard to the first way out."""
        if self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, column: QVBoxLayout, title: str, problem: Problem) -> None:
        looks = self._looks
        column.addWidget(self._icon, 0, _LEFT)
        column.addSpacing(16)
        column.addWidget(Label(looks, title, "display", wrap=True))
        column.addSpacing(10)
        for sentence, colour in (
            (problem.happened, "text"),
            (problem.safe, "text_2"),
            (problem.way_out, "text_2"),
        ):
            if sentence:
                column.addWidget(Label(looks, sentence, "body", colour, wrap=True))
                column.addSpacing(6)
        column.addSpacing(18)

    def _add_ways(self, column: QVBoxLayout, ways: Sequence[Way]) -> None:
        for number, way in enumerate(ways):
            kind = SecondaryButton if number else PrimaryButton
            button = kind(self._looks, way.words, way.icon, height=36)
            button.clicked.connect(lambda _checked=False, id_=way.id: self.chosen.emit(id_))
            self._buttons.append(button)
            column.addWidget(button, 0, _LEFT)
            column.addSpacing(8)

    def _restyle(self) -> None:
        self._icon.setPixmap(self._looks.pixmap("circle-alert", _ICON, "danger", 1.5))
