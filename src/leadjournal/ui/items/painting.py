"""What the rows of lists and trees are painted with: grounds, badges, meters, wrapped words."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextLayout,
    QTextOption,
)

from leadjournal.ui.items.words import Mark
from leadjournal.ui.theme.badges import KINDS
from leadjournal.ui.theme.looks import Looks

_BADGE_ICON = 13
_BADGE_PAD = 8
_BADGE_GAP = 4
_METER_TALL = 6.0
_REMEMBERED = 8_192
_VCENTRE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight


@lru_cache(maxsize=_REMEMBERED)
def wrapped(text: str, font_key: str, width: int, most: int) -> tuple[str, ...]:
    """The text in at most so many lines of a width; the last one is shortened."""
    font = QFont()
    font.fromString(font_key)
    metrics = QFontMetrics(font)
    if width <= 0 or metrics.horizontalAdvance(text) <= width:
        return (text,)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, length = line.textStart(), line.textLength()
        if len(lines) == most - 1:
            rest = text[start:].strip()
            lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        lines.append(text[start : start + length].strip())
    layout.endLayout()
    return tuple(lines)


def lines_of(looks: Looks, role: str, text: str, width: int, most: int = 2) -> tuple[str, ...]:
    """The text in the font of a type role, wrapped."""
    return wrapped(text, looks.font(role).toString(), width, most)


class RowPainter:
    """Paints the parts of one row with the looks of the application."""

    def __init__(self, looks: Looks, painter: QPainter) -> None:
        self.looks = looks
        self.painter = painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def box(
        self,
        rect: QRect,
        ground: str,
        edge: str = "",
        *,
        width: float = 1.0,
        radius: float | None = None,
    ) -> None:
        """A rounded ground, with an edge in a colour role."""
        if radius is None:
            radius = self.looks.theme.measure("radius_nav")
        half = width / 2 if edge else 0.0
        pen = QPen(self.looks.colour(edge), width) if edge else QPen(Qt.PenStyle.NoPen)
        self.painter.setPen(pen)
        self.painter.setBrush(self.looks.colour(ground))
        shape = QRectF(rect).adjusted(half, half, -half, -half)
        self.painter.drawRoundedRect(shape, radius, radius)

    def ring(self, rect: QRect) -> None:
        """The keyboard's ring, inside the row."""
        width = self.looks.theme.measure("focus_width")
        radius = self.looks.theme.measure("radius_nav")
        self.painter.setPen(QPen(self.looks.colour("focus"), width))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        half = width / 2
        shape = QRectF(rect).adjusted(half, half, -half, -half)
        self.painter.drawRoundedRect(shape, radius, radius)

    def icon(self, name: str, at: QPoint, size: int, ink: str, *, stroke: float = 2.0) -> None:
        """An icon with its top left corner at a point."""
        self.painter.drawPixmap(at, self.looks.pixmap(name, size, ink, stroke))

    def text(self, rect: QRect, words: str, role: str, ink: str, *, right: bool = False) -> None:
        """One line, shortened where it has no room."""
        font = self.looks.font(role)
        self.painter.setFont(font)
        self.painter.setPen(self.looks.colour(ink))
        elide = Qt.TextElideMode.ElideRight
        shown = QFontMetrics(font).elidedText(words, elide, max(0, rect.width()))
        place = _VCENTRE | (_RIGHT if right else Qt.AlignmentFlag.AlignLeft)
        self.painter.drawText(rect, place, shown)

    def width_of(self, words: str, role: str) -> int:
        """How wide some words are."""
        # A fraction less than the words need is enough for Qt to shorten them.
        return ceil(QFontMetricsF(self.looks.font(role)).horizontalAdvance(words)) + 1

    def badge(self, mark: Mark, right: int, middle: int) -> int:
        """A badge that ends at `right`; answers where it begins."""
        ground, ink = KINDS[mark.tone]
        icon = self.looks.scaled(_BADGE_ICON)
        tall = badge_height(self.looks)
        left = right - badge_width(self.looks, mark)
        outlined = self.looks.theme.outlined
        radius = self.looks.theme.measure("radius_tag")
        self.painter.setPen(
            QPen(self.looks.colour(ink), 1) if outlined else QPen(Qt.PenStyle.NoPen)
        )
        self.painter.setBrush(self.looks.colour(ground))
        rect = QRect(left, middle - tall // 2, right - left, tall)
        self.painter.drawRoundedRect(QRectF(rect), radius, radius)
        x = left + _BADGE_PAD - 1
        if mark.icon:
            self.icon(mark.icon, QPoint(x, middle - icon // 2), _BADGE_ICON, ink)
            x += icon + _BADGE_GAP
        self.text(QRect(x, rect.top(), right - x, tall), mark.words, "caption-m", ink)
        return left

    def meter(self, rect: QRect, share: float, rest: str = "", *, shown: str = "accent") -> None:
        """How much is shown; `rest` colours what is open."""
        top = rect.center().y() - _METER_TALL / 2
        bar = QRectF(rect.left(), top, rect.width(), _METER_TALL)
        edge = self.looks.theme.outlined
        self._part(bar, "sunken", edge="line" if edge else "")
        filled = bar.width() * min(max(share, 0.0), 1.0)
        if filled > 0:
            self._part(QRectF(bar.left(), top, max(filled, 3.0), _METER_TALL), shown)
        if rest and bar.width() - filled > 2:
            start = bar.left() + filled + (1.5 if filled else 0.0)
            self._part(QRectF(start, top, bar.right() - start, _METER_TALL), rest)

    def _part(self, rect: QRectF, colour: str, edge: str = "") -> None:
        self.painter.setPen(QPen(self.looks.colour(edge), 1) if edge else QPen(Qt.PenStyle.NoPen))
        self.painter.setBrush(self.looks.colour(colour))
        radius = min(rect.height(), rect.width()) / 2
        self.painter.drawRoundedRect(rect, radius, radius)


def badge_width(looks: Looks, mark: Mark) -> int:
    """How wide a badge is painted."""
    words = QFontMetrics(looks.font("caption-m")).horizontalAdvance(mark.words)
    icon = looks.scaled(_BADGE_ICON) + _BADGE_GAP - 1 if mark.icon else 0
    return words + icon + 2 * _BADGE_PAD + 1


def badge_height(looks: Looks) -> int:
    """How tall a badge is painted."""
    return max(looks.measure("h_tag"), looks.line("caption-m") + 6)
