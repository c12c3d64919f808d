"""A small line of the way a figure took."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from leadjournal.ui.theme.looks import Looks

_WIDE, _TALL = 92, 34
_DOT = 3.0
_EDGE = 3.5
_AREA_OPACITY = 38


class Sparkline(QWidget):
    """A line with a tinted area and a dot at its end; `words` say what it shows."""

    def __init__(
        self,
        looks: Looks,
        values: Sequence[float] = (),
        words: str = "",
        *,
        colour: str = "chart_1",
    ) -> None:
        super().__init__()
        self._looks = looks
        self._values = list(values)
        self._colour = colour
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        looks.changed.connect(self.updateGeometry)

    def set_values(self, values: Sequence[float], words: str, colour: str | None = None) -> None:
        """Show another way, said in `words` as well."""
        self._values = list(values)
        self._colour = colour or self._colour
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._looks.scaled(_WIDE), self._looks.scaled(_TALL))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def points(self) -> list[QPointF]:
        """Where the values lie, the oldest at the left."""
        if not self._values:
            return []
        low, high = min(self._values), max(self._values)
        span = (high - low) or 1.0
        across = (self.width() - 2 * _EDGE) / max(1, len(self._values) - 1)
        room = self.height() - 2 * _EDGE - self.height() / 6
        return [
            QPointF(_EDGE + number * across, _EDGE + room * (high - value) / span)
            for number, value in enumerate(self._values)
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        points = self.points()
        if not points:
            return
        colour = self._looks.colour(self._colour)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        floor = float(self.height())
        area = [QPointF(points[0].x(), floor), *points, QPointF(points[-1].x(), floor)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour.red(), colour.green(), colour.blue(), _AREA_OPACITY))
        painter.drawPolygon(QPolygonF(area))
        pen = QPen(colour, 2)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(points[-1], _DOT, _DOT)
        painter.end()
