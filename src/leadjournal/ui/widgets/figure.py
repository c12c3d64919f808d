"""One figure: its number, the way it took, and a sentence that says what it means."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.badge import Badge
from leadjournal.ui.widgets.buttons import LinkButton
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.sparkline import Sparkline

_BOTTOM = Qt.AlignmentFlag.AlignBottom


class FigureWords(NamedTuple):
    """What a figure says; the badge is (kind, words, icon), `way` what its line shows."""

    number: str
    unit: str = ""
    sentence: str = ""
    badge: tuple[str, str, str] | None = None
    values: Sequence[float] = ()
    way: str = ""
    colour: str = "chart_1"


class FigureBlock(QWidget):
    """A figure on a card; `explained` asks how it was computed."""

    explained = Signal()

    def __init__(self, looks: Looks, label: str, *, explain: bool = True) -> None:
        super().__init__()
        self._label = Label(looks, label, "small-m", "text_2", elide=True)
        self._badge = Badge(looks, "plain", "")
        self._number = Label(looks, "", "figure")
        self._unit = Label(looks, "", "small", "text_3", elide=True)
        self._line = Sparkline(looks)
        self._sentence = Label(looks, "", "small", "text_2", wrap=True)
        self._link = LinkButton(looks, _("How was this computed?"))
        self._link.setAccessibleName(_("{figure}: how was this computed?").format(figure=label))
        self._link.setVisible(explain)
        self._link.clicked.connect(self.explained)
        self._lay_out()

    def set_figure(self, words: FigureWords) -> None:
        """Show a figure."""
        self._number.setText(words.number)
        self._number.setVisible(bool(words.number))
        self._unit.setText(words.unit)
        self._unit.setVisible(bool(words.unit))
        self._sentence.setText(words.sentence)
        self._sentence.setVisible(bool(words.sentence))
        self._badge.setVisible(words.badge is not None)
        if words.badge is not None:
            self._badge.set_state(*words.badge)
        self._line.setVisible(len(words.values) > 1)
        self._line.set_values(words.values, words.way, words.colour)
        figure = f"{words.number} {words.unit}".strip()
        said = f"{figure}. {words.sentence}" if figure else words.sentence
        self.setAccessibleName(f"{self._label.text()}: {said}".strip())

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._label, 1)
        top.addWidget(self._badge)
        middle = QHBoxLayout()
        middle.setSpacing(8)
        middle.addWidget(self._number)
        middle.addWidget(self._unit, 1)
        middle.addWidget(self._line, 0, _BOTTOM)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addSpacing(4)
        column.addLayout(middle)
        column.addSpacing(6)
        column.addWidget(self._sentence)
        column.addWidget(self._link)
