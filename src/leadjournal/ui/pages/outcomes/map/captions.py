"""The names of the columns, which stay above the map while it moves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from leadjournal.base.words import _
from leadjournal.rules.map_boxes import OBJECTIVE, OUTCOME, OUTPUT, WHY
from leadjournal.ui.theme.looks import Looks

_ROLE = "caption-m"
_BELOW = 8


class Captions(QWidget):
    """Paints what each column holds over the place where the column is seen."""

    def __init__(self, looks: Looks, parent: QWidget) -> None:
        super().__init__(parent)
        self._looks = looks
        self._spans: tuple[tuple[int, float, float], ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def tall(self) -> int:
        """How much room the names take."""
        return self._looks.line(_ROLE) + _BELOW

    def show_spans(self, spans: Sequence[tuple[int, float, float]]) -> None:
        """Take each column with its left edge and its width on the screen."""
        if tuple(spans) != self._spans:
            self._spans = tuple(spans)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = self._looks.font(_ROLE)
        measure = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self._looks.colour("text_3"))
        line = self._looks.line(_ROLE)
        for column, left, width in self._spans:
            name, what = _words(column)
            room = QRectF(left, 0, width, line)
            shown = measure.elidedText(name, Qt.TextElideMode.ElideRight, width)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft), shown)
            if measure.horizontalAdvance(name) + measure.horizontalAdvance(what) + 16 < width:
                painter.drawText(room, int(Qt.AlignmentFlag.AlignRight), what)
        painter.end()


def _words(column: int) -> tuple[str, str]:
    return {
        OBJECTIVE: (_("Objective"), ""),
        WHY: (_("Why"), ""),
        OUTCOME: (_("Outcome"), _("proof and debt")),
        OUTPUT: (_("Output"), _("days of work")),
    }[column]
