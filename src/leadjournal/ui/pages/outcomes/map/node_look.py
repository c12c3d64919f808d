"""How tall the nodes of the map are and how they are painted, at any text size and zoom."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from leadjournal.rules.map_boxes import OUTPUT
from leadjournal.rules.map_layout import WIDTHS
from leadjournal.rules.outcome_map import MapNode
from leadjournal.ui.items.painting import lines_of
from leadjournal.ui.theme.badges import KINDS
from leadjournal.ui.theme.looks import Looks

MARGIN = 5.0
"""Room around a box for its ring, inside what the item covers."""

_PAD = 12.0
_ICON = 14
_METER = 64.0
_METER_TALL = 6.0
_WHY_LINES = 4
_OUTCOME_LINES = 2
_INKS = {"good": "accent", "debt": "debt", "bad": "danger"}
_CLAUSES = (", ", "; ", ": ", " – ")
_CLAUSE_FROM = 0.45
_LONGEST = 400
"""More of a title than this never fits; it is not measured."""
_LEGIBLE = 0.45
"""Below this zoom words are only grey lines, and are painted as such."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Shown(NamedTuple):
    """How a node is shown just now."""

    is_chosen: bool = False
    on_path: bool = False
    has_ring: bool = False
    is_target: bool = False
    is_hovered: bool = False


class NodeLook:
    """Measures and paints nodes with the looks of the application."""

    def __init__(self, looks: Looks) -> None:
        self.looks = looks

    def height(self, node: MapNode) -> float:
        """How tall the box of a node is."""
        if node.kind in ("why", "no-why", "objective"):
            lines = len(self._lines(node))
            second = self._line("caption") if node.second else 0.0
            return 20 + lines * self._line("small-m") + second
        if node.kind == "outcome":
            lines = len(self._lines(node))
            facts = self._line("caption") if node.shown is not None else 0.0
            state = self._line("caption") + 1 if node.marks else 0.0
            return 14 + lines * self._line("small-m") + facts + state
        if node.kind == "no-outcome":
            return self._line("small-m") + 6
        return max(self.looks.scaled(24), self._line("caption") + 8)

    def paint(self, painter: QPainter, node: MapNode, box: QRectF, shown: Shown) -> None:
        """Paint a node in its box."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ink = self._ground(painter, node, box, shown)
        if painter.worldTransform().m11() < _LEGIBLE:
            self._sketch(painter, box, ink)
        elif node.kind == "outcome":
            self._outcome(painter, node, box, ink)
        elif node.kind in ("why", "no-why", "objective"):
            self._why(painter, node, box, ink)
        elif node.kind == "no-outcome":
            self._tray(painter, node, box)
        else:
            self._output(painter, node, box, ink)
        if shown.has_ring:
            self._ring(painter, box)

    def _line(self, role: str) -> float:
        return round(QFontMetricsF(self.looks.font(role)).height() + 1)

    def _pad(self) -> float:
        return self.looks.scaled(_PAD)

    def _text_left(self, node: MapNode) -> float:
        """How far the title stands from the left edge."""
        if node.kind in ("why", "no-why", "objective"):
            return self._pad() + self.looks.scaled(_ICON + 8)
        return self._pad()

    def _lines(self, node: MapNode) -> tuple[str, ...]:
        most = _OUTCOME_LINES if node.kind == "outcome" else _WHY_LINES
        width = self.looks.scaled(WIDTHS[node.column]) - self._text_left(node) - self._pad()
        return self._wrapped(_short(node.title), round(width), most)

    def _wrapped(self, title: str, width: int, most: int) -> tuple[str, ...]:
        """The title in so many lines; what is too long ends after a clause where it can."""
        lines = lines_of(self.looks, "small-m", title, width, most)
        fitting = " ".join(lines)
        comma = max(fitting.rfind(mark) for mark in _CLAUSES)
        if not fitting.endswith("…") or title.endswith("…") or comma < _CLAUSE_FROM * len(fitting):
            return lines
        return lines_of(self.looks, "small-m", fitting[:comma] + "…", width, most)

    def _ground(self, painter: QPainter, node: MapNode, box: QRectF, shown: Shown) -> str:
        """Paint the box; answers the colour role of the words on it."""
        if node.kind == "no-outcome":
            return "debt"
        ground, edge, ink = self._colours(node)
        if shown.is_hovered and ground == "surface":
            ground = "sunken"
        width = self.looks.theme.measure("border_card")
        if shown.is_chosen or shown.is_target:
            edge, width = "accent", max(2.0, width)
        pen = QPen(self.looks.colour(edge), width) if edge else QPen(Qt.PenStyle.NoPen)
        if node.is_open and not shown.is_chosen and node.kind == "output":
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([3 / width, 2.5 / width])
        radius = 6.0 if node.column == OUTPUT else 8.0
        half = width / 2 if edge else 0.0
        painter.setPen(pen)
        painter.setBrush(self.looks.colour(ground))
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
        return ink

    def _colours(self, node: MapNode) -> tuple[str, str, str]:
        """The ground, the edge and the ink of a kind of node."""
        outlined = self.looks.theme.outlined
        if node.kind == "why":
            return "why_soft", "why" if outlined else "", "on_why_soft"
        if node.kind in ("no-why", "objective"):
            return "sunken", "line_strong", "text_2"
        if node.waits_for_outcome:
            return "debt_soft", "debt", "on_debt_soft"
        if node.kind == "fold":
            return "sunken", "line_strong", "text_2"
        is_quiet = node.kind == "output" and (node.is_open or node.icon == "square")
        return "surface", "line_strong", "text_2" if is_quiet else "text"

    def _ring(self, painter: QPainter, box: QRectF) -> None:
        width = self.looks.theme.measure("focus_width")
        away = MARGIN - width / 2
        painter.setPen(QPen(self.looks.colour("focus"), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(-away, -away, away, away), 11, 11)

    def _sketch(self, painter: QPainter, box: QRectF, ink: str) -> None:
        colour = QColor(self.looks.colour(ink))
        colour.setAlphaF(0.45)
        painter.fillRect(box.adjusted(12, box.height() * 0.4, -box.width() * 0.35,
                                      -box.height() * 0.4), colour)  # fmt: skip

    def _why(self, painter: QPainter, node: MapNode, box: QRectF, ink: str) -> None:
        line = self._line("small-m")
        left, top = box.left() + self._text_left(node), box.top() + 10
        icon = self.looks.scaled(_ICON)
        self._icon(painter, node.icon, QPointF(box.left() + self._pad(), top + (line - icon) / 2),
                   _ICON, ink)  # fmt: skip
        width = box.right() - self._pad() - left + 4
        for words in self._lines(node):
            self._text(painter, QRectF(left, top, width, line), words, "small-m", ink)
            top += line
        second = QRectF(left, top, width, self._line("caption"))
        self._text(painter, second, node.second, "caption", ink)

    def _outcome(self, painter: QPainter, node: MapNode, box: QRectF, ink: str) -> None:
        line = self._line("small-m")
        left, top = box.left() + self._pad(), box.top() + 7
        width = box.width() - 2 * self._pad()
        for words in self._lines(node):
            self._text(painter, QRectF(left, top, width + 4, line), words, "small-m", ink)
            top += line
        row = QRectF(left, top, width, self._line("caption"))
        if node.shown is not None:
            self._facts(painter, node, row)
            row.translate(0, row.height() + 1)
        self._marks(painter, node, row)

    def _facts(self, painter: QPainter, node: MapNode, row: QRectF) -> None:
        role = "caption-m" if node.is_heavy else "caption"
        ink = "debt" if node.is_heavy else "text_2"
        start = row.right() - self._wide(node.debt_words, role)
        self._text(painter, row, node.debt_words, role, ink, right=True)
        if node.is_heavy:
            icon = self.looks.scaled(13)
            start -= icon + 5
            self._icon(painter, "hourglass", QPointF(start, row.center().y() - icon / 2), 13, ink)
        meter = self.looks.scaled(_METER)
        words = self._wide(node.shown_words, "caption")
        left = row.left()
        if left + meter + 8 + words + 8 <= start:
            self._meter(painter, node, QRectF(left, row.top(), meter, row.height()))
            left += meter + 8
        room = QRectF(left, row.top(), max(0.0, start - 6 - left), row.height())
        self._text(painter, room, node.shown_words, "caption", "text_2")

    def _meter(self, painter: QPainter, node: MapNode, row: QRectF) -> None:
        top = row.center().y() - _METER_TALL / 2
        share = min(max(node.shown or 0.0, 0.0), 1.0)
        filled = row.width() * share
        painter.setPen(Qt.PenStyle.NoPen)
        for start, end, role in (
            (0.0, row.width(), "sunken"),
            (0.0, max(filled, 3.0) if filled else 0.0, "accent"),
            (filled + 1.5 if filled else 0.0, row.width() if node.debt else 0.0, "debt_fill"),
        ):
            if end - start > 1:
                bar = QRectF(row.left() + start, top, end - start, _METER_TALL)
                radius = min(bar.width(), bar.height()) / 2
                painter.setBrush(self.looks.colour(role))
                painter.drawRoundedRect(bar, radius, radius)

    def _marks(self, painter: QPainter, node: MapNode, row: QRectF) -> None:
        icon = self.looks.scaled(12)
        left = row.left()
        for tone, words, name in node.marks:
            # On a plain ground the ink of the tone itself, not the one made for its tint.
            ink = _INKS.get(tone, KINDS[tone][1])
            self._icon(painter, name, QPointF(left, row.center().y() - icon / 2), 12, ink)
            left += icon + 5
            room = QRectF(left, row.top(), max(0.0, row.right() - left), row.height())
            self._text(painter, room, words, "caption", ink)
            left += self._wide(words, "caption") + 10

    def _output(self, painter: QPainter, node: MapNode, box: QRectF, ink: str) -> None:
        icon = self.looks.scaled(_ICON)
        left = box.left() + self.looks.scaled(9)
        self._icon(painter, node.icon, QPointF(left, box.center().y() - icon / 2), _ICON, ink)
        left += icon + self.looks.scaled(6)
        right = box.right() - self.looks.scaled(9)
        if node.size_words:
            soft = ink if node.waits_for_outcome else "text_2"
            self._text(painter, QRectF(left, box.top(), right - left, box.height()),
                       node.size_words, "caption", soft, right=True)  # fmt: skip
            right -= self._wide(node.size_words, "caption") + 8
        if node.kind == "fold":
            right -= icon
            self._icon(painter, "chevron-right", QPointF(right, box.center().y() - icon / 2),
                       _ICON, ink)  # fmt: skip
        if node.second:
            wide = self._wide(node.second, "caption")
            if right - left > 3 * wide:
                self._text(painter, QRectF(right - wide, box.top(), wide, box.height()),
                           node.second, "caption", "text_3")  # fmt: skip
                right -= wide + 8
        self._text(painter, QRectF(left, box.top(), max(0.0, right - left), box.height()),
                   _short(node.title), "caption", ink)  # fmt: skip

    def _tray(self, painter: QPainter, node: MapNode, box: QRectF) -> None:
        words = " · ".join(part for part in (node.title, node.debt_words) if part)
        self._text(painter, box, words, "small-m", "debt")

    def _wide(self, words: str, role: str) -> float:
        return QFontMetricsF(self.looks.font(role)).horizontalAdvance(words) + 1.5

    def _text(
        self, painter: QPainter, rect: QRectF, words: str, role: str, ink: str, *,
        right: bool = False,
    ) -> None:  # fmt: skip
        if not words:
            return
        font = self.looks.font(role)
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.setFont(font)
        painter.setPen(self.looks.colour(ink))
        painter.drawText(rect, int(_RIGHT if right else _LEFT), shown)

    def _icon(self, painter: QPainter, name: str, at: QPointF, size: int, ink: str) -> None:
        zoom = painter.worldTransform().m11()
        fine = 1 if zoom <= 1 else 2
        picture = self.looks.pixmap(name, size * fine, ink)
        wide = self.looks.scaled(size)
        painter.drawPixmap(QRectF(at.x(), at.y(), wide, wide), picture, QRectF(picture.rect()))


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST else title[:_LONGEST] + "…"
