"""The three steps of leadjournal as a picture: why, outcome, output."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.label import Label

_WIDE, _TALL = 404.0, 372.0
_WHY = QPointF(62, 158)
_OUTCOMES = (QPointF(202, 68), QPointF(202, 248))
_OUTPUTS = (
    (QPointF(342, 18), QPointF(342, 73), QPointF(342, 128)),
    (QPointF(342, 203), QPointF(342, 258), QPointF(342, 313)),
)
_WORDS_AT = 367.0
PANEL = 500


class Steps(QWidget):
    """One why, two outcomes, six outputs; two of them are still open."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("From one why to outcomes, from outcomes to outputs"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = min(self.width() / _WIDE, self.height() / (_TALL + 16), 1.0)
        painter.translate((self.width() - _WIDE * scale) / 2, (self.height() - _TALL * scale) / 2)
        painter.scale(scale, scale)
        ink = self._looks.colour("on_accent")
        self._draw_lines(painter, ink)
        self._draw_dots(painter, ink)
        self._draw_words(painter, ink)
        painter.end()

    def _draw_lines(self, painter: QPainter, ink: QColor) -> None:
        faint = QColor(ink)
        faint.setAlphaF(0.45)
        painter.setPen(QPen(faint, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for outcome, outputs in zip(_OUTCOMES, _OUTPUTS, strict=True):
            painter.drawPath(_curve(_WHY, outcome))
            for output in outputs:
                painter.drawPath(_curve(outcome, output))

    def _draw_dots(self, painter: QPainter, ink: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(_WHY, 17, 17)
        for outcome, outputs in zip(_OUTCOMES, _OUTPUTS, strict=True):
            painter.drawEllipse(outcome, 12, 12)
            for output in outputs[:-1]:
                painter.drawEllipse(output, 6.5, 6.5)
        painter.setPen(QPen(ink, 2))
        painter.setBrush(self._looks.colour("accent"))
        for outputs in _OUTPUTS:
            painter.drawEllipse(outputs[-1], 6.5, 6.5)

    def _draw_words(self, painter: QPainter, ink: QColor) -> None:
        font = self._looks.font("small-m")
        painter.setFont(font)
        painter.setPen(ink)
        for x, words in ((_WHY.x(), _("why")), (202, _("outcome")), (342, _("output"))):
            box = QRectF(x - 70, _WORDS_AT - 20, 140, 40)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def _curve(start: QPointF, end: QPointF) -> QPainterPath:
    half = (end.x() - start.x()) / 2
    path = QPainterPath(start)
    path.cubicTo(start + QPointF(half, 0), end - QPointF(half, 0), end)
    return path


class Panel(QFrame):
    """The coloured side of the first screen."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._mark = QLabel()
        name = QHBoxLayout()
        name.setSpacing(10)
        name.addWidget(self._mark)
        name.addWidget(Label(looks, "leadjournal", "heading", "on_accent"), 1)
        sentence = _("Why first, then what should change, then what you do.")
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 44, 48, 44)
        column.addLayout(name)
        column.addWidget(Steps(looks), 1)
        column.addSpacing(24)
        column.addWidget(Label(looks, sentence, "question", "on_accent", wrap=True))
        self.setFixedWidth(PANEL)
        looks.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.update()
        self._mark.setPixmap(self._looks.mark(30, "on_accent", "accent"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._looks.colour("accent"))
        painter.end()
