"""The map of outcomes as a picture: why, outcome and output in columns with the lines between."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from leadjournal.base.words import _
from leadjournal.export.charts.palette import Palette
from leadjournal.export.charts.plot import nothing_yet
from leadjournal.export.charts.svg import Drawing, Point, shortened, text_width
from leadjournal.export.charts.wrapping import wrapped
from leadjournal.rules.map_boxes import OBJECTIVE, OUTCOME, OUTPUT, WHY, Box
from leadjournal.rules.map_layout import WIDTHS, Layout, Place, laid_out, way
from leadjournal.rules.outcome_map import MapEdge, MapNode, OutcomeMap

NAMES_TALL = 28.0
"""What the names of the columns take above the map, in pixels."""
_EDGE = 8.0
_BRACKET = 18.0
_PAD = 12.0
_TITLE, _SMALL = 13.0, 12.0
_TITLE_LINE, _SMALL_LINE = 17.0, 16.0
_WHY_LINES, _OUTCOME_LINES = 4, 2
_ICON = 14.0
_METER, _METER_TALL = 64.0, 6.0
_DASH = "4 3"
_TONES = {"good": "accent", "debt": "debt", "bad": "danger", "note": "note"}
_WORDLESS = "text_2"


@dataclass(frozen=True)
class OutcomeChart:
    """A map and the width it gives way to, 0 for none; `ground` is the role of what is behind it.

    Without slots for the layout that is made once.
    """

    name: str
    map: OutcomeMap
    within: float = 0.0
    ground: str = ""

    @cached_property
    def layout(self) -> Layout:
        """Where everything lies."""
        boxes = [
            Box(node.id, node.column, _height(node), node.under, node.kind == "no-outcome")
            for node in self.map.nodes
        ]
        inside = max(1.0, self.within - 2 * _EDGE) if self.within else 0.0
        return laid_out(boxes, [edge.line for edge in self.map.edges], within=inside)

    @property
    def size(self) -> Point:
        """How large it is drawn, in pixels."""
        left = self.left
        return self.layout.width + left + _EDGE, self.layout.height + NAMES_TALL + 2 * _EDGE

    @property
    def left(self) -> float:
        """Where the first column begins."""
        has_objectives = any(node.column == OBJECTIVE for node in self.map.nodes)
        return _BRACKET if has_objectives else _EDGE


def outcome_map_height(chart: OutcomeChart, width: float) -> float:
    """As high as the map is at a width."""
    size = chart.size
    return size[1] * width / size[0]


def draw_outcome_map(chart: OutcomeChart, palette: Palette, width: float, height: float) -> str:
    """Everything on the map, shown as wide as the page."""
    if not chart.map.nodes:
        return nothing_yet(width, height, chart.name, palette)
    drawing = Drawing(width, height, chart.name, inside=chart.size)
    if chart.ground:
        drawing.rect((0, 0), chart.size, palette[chart.ground])
    _Painter(drawing, chart, palette).paint()
    return drawing.svg()


def _height(node: MapNode) -> float:
    lines = len(_lines(node))
    if node.column in (OBJECTIVE, WHY) and node.kind != "fold":
        return 20 + lines * _TITLE_LINE + (_SMALL_LINE if node.second else 0.0)
    if node.kind == "outcome":
        facts = _SMALL_LINE if node.shown is not None else 0.0
        state = _SMALL_LINE + 1 if node.marks else 0.0
        return 14 + lines * _TITLE_LINE + facts + state
    return 22.0 if node.kind == "no-outcome" else 24.0


def _lines(node: MapNode) -> tuple[str, ...]:
    if node.column in (OBJECTIVE, WHY):
        room = WIDTHS[node.column] - 2 * _PAD - _ICON - 8
        return wrapped(node.title, room, _TITLE, _WHY_LINES)
    return wrapped(node.title, WIDTHS[OUTCOME] - 2 * _PAD, _TITLE, _OUTCOME_LINES)


class _Painter:
    """Draws one map."""

    def __init__(self, drawing: Drawing, chart: OutcomeChart, palette: Palette) -> None:
        self._drawing = drawing
        self._chart = chart
        self._palette = palette
        self._move = (chart.left, NAMES_TALL + _EDGE)

    def paint(self) -> None:
        """Lines first, so that boxes lie over them."""
        self._names()
        for edge in self._chart.map.edges:
            self._line(edge)
        for node in self._chart.map.nodes:
            place = self._chart.layout.places[node.id]
            moved = Place(place.x + self._move[0], place.y + self._move[1], *place[2:])
            if node.kind == "no-outcome":
                self._tray(node, moved)
            elif node.column in (OBJECTIVE, WHY):
                self._why(node, moved)
            elif node.kind == "outcome":
                self._outcome(node, moved)
            else:
                self._output(node, moved)

    def _names(self) -> None:
        names = {
            OBJECTIVE: (_("Objective"), ""),
            WHY: (_("Why"), ""),
            OUTCOME: (_("Outcome"), _("proof and debt")),
            OUTPUT: (_("Output"), _("days of work")),
        }
        for column, left, width in self._chart.layout.columns:
            name, what = names[column]
            x = left + self._move[0]
            self._text((x, 16), name, "text_3", weight=500)
            self._text((x + width, 16), what, "text_3", weight=500, end=True)

    def _line(self, edge: MapEdge) -> None:
        start, bends = way(self._chart.layout, edge.line)
        x, y = self._move
        moved = [tuple((spot[0] + x, spot[1] + y) for spot in bend) for bend in bends]
        self._drawing.curve(
            (start[0] + x, start[1] + y),
            moved,  # type: ignore[arg-type]
            self._palette["line_strong"],
            edge.weight,
            _DASH if edge.is_open else "",
        )

    def _box(self, place: Place, ground: str, edge: str, radius: float, dash: str = "") -> None:
        inset = 0.5 if edge else 0.0
        self._drawing.rect(
            (place.x + inset, place.y + inset),
            (place.width - 2 * inset, place.height - 2 * inset),
            self._palette[ground],
            self._palette[edge] if edge else "",
            radius,
            dash,
        )

    def _why(self, node: MapNode, place: Place) -> None:
        is_why = node.kind == "why"
        ink = "on_why_soft" if is_why else "text_2"
        edge = "" if is_why else "line_strong"
        self._box(place, "why_soft" if is_why else "sunken", edge, 8)
        left, top = place.x + _PAD + _ICON + 8, place.y + 10
        self._drawing.icon(node.icon, (place.x + _PAD, top + 1.5), _ICON, self._palette[ink])
        top = self._titles(node, left, top, ink)
        room = place.right - _PAD / 2 - left
        self._text((left, top + 12), shortened(node.second, room, _SMALL), ink)

    def _titles(self, node: MapNode, left: float, top: float, ink: str) -> float:
        for words in _lines(node):
            self._text((left, top + 13), words, ink, weight=500, size=_TITLE)
            top += _TITLE_LINE
        return top

    def _outcome(self, node: MapNode, place: Place) -> None:
        self._box(place, "surface", "line_strong", 8)
        left = place.x + _PAD
        top = self._titles(node, left, place.y + 7, "text")
        if node.shown is not None:
            self._facts(node, left, place.right - _PAD, top)
            top += _SMALL_LINE + 1
        for tone, words, icon in node.marks:
            ink = _TONES.get(tone, _WORDLESS)
            self._drawing.icon(icon, (left, top + 2), 12, self._palette[ink])
            shown = shortened(words, place.right - _PAD - left - 17, _SMALL)
            self._text((left + 17, top + 12), shown, ink)
            left += 17 + text_width(words, _SMALL) + 8

    def _facts(self, node: MapNode, left: float, right: float, top: float) -> None:
        ink = "debt" if node.is_heavy else "text_2"
        weight = 500 if node.is_heavy else 400
        self._text((right, top + 12), node.debt_words, ink, weight=weight, end=True)
        if node.is_heavy:
            start = right - text_width(node.debt_words, _SMALL) - 14
            self._drawing.icon("hourglass", (start, top + 1.5), 13, self._palette[ink])
        share = min(max(node.shown or 0.0, 0.0), 1.0)
        filled = _METER * share
        bar = top + (_SMALL_LINE - _METER_TALL) / 2
        for start, end, role in (
            (0.0, _METER, "sunken"),
            (0.0, filled, "accent"),
            (filled + 1.5 if filled else 0.0, _METER if node.debt else 0.0, "debt_fill"),
        ):
            if end - start > 1:
                size = (end - start, _METER_TALL)
                radius = min(size) / 2
                self._drawing.rect((left + start, bar), size, self._palette[role], "", radius)
        self._text((left + _METER + 8, top + 12), node.shown_words, "text_2")

    def _output(self, node: MapNode, place: Place) -> None:
        ground, edge, ink = "surface", "line_strong", "text_2" if node.is_open else "text"
        if node.waits_for_outcome:
            ground, edge, ink = "debt_soft", "debt", "on_debt_soft"
        elif node.kind == "fold":
            ground, ink = "sunken", "text_2"
        self._box(place, ground, edge, 6, "3 2.5" if node.is_open else "")
        middle = place.middle
        self._drawing.icon(node.icon, (place.x + 9, middle - _ICON / 2), _ICON, self._palette[ink])
        right = place.right - 9
        if node.size_words:
            soft = ink if node.waits_for_outcome else "text_2"
            self._text((right, middle + 4), node.size_words, soft, end=True)
            right -= text_width(node.size_words, _SMALL) + 8
        left = place.x + 9 + _ICON + 6
        words = f"{node.title} · {node.second}" if node.second else node.title
        self._text((left, middle + 4), shortened(words, right - left, _SMALL), ink)

    def _tray(self, node: MapNode, place: Place) -> None:
        words = " · ".join(part for part in (node.title, node.debt_words) if part)
        shown = shortened(words, place.width, _TITLE)
        self._text((place.x, place.middle + 4), shown, "debt", weight=500, size=_TITLE)

    def _text(
        self, at: Point, words: str, ink: str, *, weight: int = 400, end: bool = False,
        size: float = _SMALL,
    ) -> None:  # fmt: skip
        if words:
            anchor = "end" if end else "start"
            self._drawing.text(at, words, self._palette[ink], anchor, weight, size)  # type: ignore[arg-type]
