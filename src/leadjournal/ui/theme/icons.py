"""Lucide icons in the colour of the text beside them, drawn once for each size and colour."""

import math
import re

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from leadjournal.base.errors import Bug
from leadjournal.base.resources import resource_text

_MARK_GROUND = "#1D645C"
_MARK_INK = "#FFFFFF"


class Icons:
    """Draws icons and keeps what it drew."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, int, str, float, float, int], QPixmap] = {}

    def pixmap(
        self, name: str, size: int, colour: str, dpr: float, stroke: float, room: int = 0
    ) -> QPixmap:
        """The icon in one colour; `room` leaves empty pixels at its right."""
        key = (name, size, colour, dpr, stroke, room)
        found = self._pixmaps.get(key)
        if found is None:
            svg = self._text(name).replace("currentColor", colour)
            svg = svg.replace('stroke-width="2"', f'stroke-width="{stroke:g}"')
            found = self._pixmaps[key] = _drawn(svg, size, room, dpr)
        return found

    def mark(self, size: int, ground: str, ink: str, dpr: float) -> QPixmap:
        """The product's mark: two dots joined by a curve."""
        key = ("leadjournal", size, ground + ink, dpr, 0.0, 0)
        found = self._pixmaps.get(key)
        if found is None:
            colours = {_MARK_INK: ink, _MARK_GROUND: ground}
            both = re.compile("|".join(colours))
            svg = both.sub(lambda hit: colours[hit.group()], self._text("leadjournal"))
            found = self._pixmaps[key] = _drawn(svg, size, 0, dpr)
        return found

    def _text(self, name: str) -> str:
        found = self._texts.get(name)
        if found is None:
            try:
                found = self._texts[name] = resource_text("icons", f"{name}.svg")
            except FileNotFoundError:
                raise Bug(f"There is no icon {name!r}") from None
        return found


def _drawn(svg: str, size: int, room: int, dpr: float) -> QPixmap:
    pixmap = QPixmap(math.ceil((size + room) * dpr), math.ceil(size * dpr))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size * dpr, size * dpr))
    painter.end()
    pixmap.setDevicePixelRatio(dpr)
    return pixmap
