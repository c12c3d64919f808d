"""While the closed file is worked on: what is being done, and how far it is."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.bars import Meter
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.middle_column import MiddleColumn

_COLUMN = 420


class WaitingScreen(QWidget):
    """Nothing can be done here; it gives way when the work has ended."""

    def __init__(self, looks: Looks, words: str) -> None:
        super().__init__()
        self._words = words
        self._meter = Meter(looks)
        self._said = Label(looks, "", "small", "text_2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        middle = MiddleColumn(looks, _COLUMN)
        column.addWidget(middle)
        middle.middle.addWidget(Label(looks, words, "title", wrap=True))
        middle.middle.addSpacing(14)
        middle.middle.addWidget(self._meter)
        middle.middle.addSpacing(8)
        middle.middle.addWidget(self._said)
        self.report(0, 1, "")

    def report(self, done: int, total: int, words: str) -> None:
        """So many of so many parts are done."""
        self._meter.set_share(done / total if total else 0, words or self._words)
        self._said.setText(words)
