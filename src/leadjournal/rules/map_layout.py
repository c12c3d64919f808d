"""Where everything on the map of outcomes lies: columns from left to right, no two in one place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from leadjournal.rules.map_boxes import OBJECTIVE, OUTCOME, OUTPUT, WHY, Box, Line
from leadjournal.rules.map_order import Order, best_order

WIDTHS = (170.0, 170.0, 252.0, 298.0)
"""How wide the boxes of a column are at normal text size, in pixels."""
BETWEEN = (48.0, 48.0, 46.0)
"""The room for the lines after each column but the last, in pixels."""
NARROWEST = 216.0
"""How far outputs give way where there is less room, in pixels."""
NEAR = 4.0
"""Between two outputs of one outcome, in pixels."""
APART = 12.0
"""Between two groups, in pixels."""
_LANE = 4.0
_BRACKET = 16.0


class Place(NamedTuple):
    """Where a box lies, in pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """Half of its height down."""
        return self.y + self.height / 2

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Where it ends below."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of all boxes, and where lines that pass a column go through it."""

    places: Mapping[str, Place]
    lanes: Mapping[Line, float]
    columns: tuple[tuple[int, float, float], ...]
    """Each column that is used: which it is, its left edge and its width."""
    width: float
    height: float


Spot = tuple[float, float]
Bend = tuple[Spot, Spot, Spot]
"""The two handles of a curve and its end."""


def way(layout: Layout, line: Line) -> tuple[Spot, tuple[Bend, ...]]:
    """Where a line begins, and its curves: half the distance as handle, through its lane."""
    above, below = layout.places[line.above], layout.places[line.below]
    if above.x == below.x:
        out = above.x - _BRACKET
        bend = (out, above.middle), (out, below.middle), (below.x, below.middle)
        return (above.x, above.middle), (bend,)
    start = spot = (above.right, above.middle)
    bends = []
    lane = layout.lanes.get(line)
    if lane is not None:
        _column, left, width = next(each for each in layout.columns if each[1] > above.x)
        bends.append(_bend(spot, (left, lane)))
        spot = (left + width, lane)
        bends.append(((left, lane), spot, spot))
    bends.append(_bend(spot, (below.x, below.middle)))
    return start, tuple(bends)


def _bend(start: Spot, end: Spot) -> Bend:
    half = (end[0] - start[0]) / 2
    return (start[0] + half, start[1]), (end[0] - half, end[1]), end


def laid_out(
    boxes: Sequence[Box], lines: Sequence[Line], scale: float = 1.0, within: float = 0.0
) -> Layout:
    """Lay the map out; `boxes` come in the order of the journal, `scale` is the size of the text.

    Where the room of a width `within` is a little too narrow, outputs give way.

    What serves something stands in one group beside it, so a line to a main outcome or to a why
    never crosses another. The other lines decide in which order the groups stand.
    """
    room = _Columns(boxes, scale, within)
    stack = _Stack(best_order(boxes, lines), room, scale)
    places = stack.places()
    _place_objectives(boxes, lines, places, room, APART * scale)
    return Layout(
        places,
        _lanes(lines, places, boxes, room),
        room.used,
        room.width,
        max((place.bottom for place in places.values()), default=0.0),
    )


def narrowest(first: int, scale: float = 1.0) -> float:
    """The width in which a map that begins with a column is seen whole, in pixels."""
    before = sum(WIDTHS[first:OUTPUT]) + sum(BETWEEN[first:])
    return (before + NARROWEST) * scale


class _Columns:
    """Where the columns begin; objectives have one only where there are any."""

    def __init__(self, boxes: Sequence[Box], scale: float, within: float) -> None:
        first = OBJECTIVE if any(box.column == OBJECTIVE for box in boxes) else WHY
        self.left: dict[int, float] = {}
        self.wide: dict[int, float] = {}
        x = 0.0
        for column in range(first, OUTPUT + 1):
            self.left[column], self.wide[column] = round(x), round(WIDTHS[column] * scale)
            x += (WIDTHS[column] + (BETWEEN[column] if column < OUTPUT else 0.0)) * scale
        if 0 < within < x:
            least = NARROWEST * scale
            self.wide[OUTPUT] = round(max(least, within - self.left[OUTPUT]))
        self.width = self.left[OUTPUT] + self.wide[OUTPUT]
        self.used = tuple((column, self.left[column], self.wide[column]) for column in self.left)

    def place(self, box: Box, y: float) -> Place:
        """A box of a column at a height."""
        return Place(self.left[box.column], y, self.wide[box.column], box.height)


class _Stack:
    """Piles groups on each other: a group is as tall as what is taller, its head or its members."""

    def __init__(self, order: Order, room: _Columns, scale: float) -> None:
        self._order = order
        self._room = room
        self._near, self._apart = NEAR * scale, APART * scale
        self._places: dict[str, Place] = {}
        self._tall: dict[str, float] = {}

    def places(self) -> dict[str, Place]:
        """Everything but objectives."""
        y = 0.0
        for box in self._order.tops:
            if not box.is_tray and not self._is_lone(box):
                self._put(box, y)
                y += self._height(box) + self._apart
        # What belongs nowhere lies below the rest, each kind in its own column.
        below: dict[int, float] = defaultdict(lambda: y)
        for box in filter(self._is_lone, self._order.tops):
            self._places[box.id] = self._room.place(box, below[box.column])
            below[box.column] += box.height + self._apart
        for box in self._order.tops:
            if box.is_tray:
                below[box.column] = self._fill_tray(box, below[box.column])
        return self._places

    def _is_lone(self, box: Box) -> bool:
        return box.column == WHY and not box.is_tray and not self._order.under.get(box.id)

    def _fill_tray(self, tray: Box, y: float) -> float:
        self._places[tray.id] = self._room.place(tray, y)
        y += tray.height + self._near
        for box in self._order.under.get(tray.id, ()):
            self._places[box.id] = self._room.place(box, y)
            y += box.height + self._near
        return y + self._apart - self._near

    def _gap(self, group: Sequence[Box]) -> float:
        return self._near if group[0].column == OUTPUT else self._apart

    def _members(self, box: Box) -> float:
        group = self._order.under.get(box.id, ())
        if not group:
            return 0.0
        return sum(self._height(each) for each in group) + self._gap(group) * (len(group) - 1)

    def _height(self, box: Box) -> float:
        if box.id not in self._tall:
            self._tall[box.id] = max(box.height, self._members(box))
        return self._tall[box.id]

    def _put(self, box: Box, y: float) -> None:
        tall = self._height(box)
        self._places[box.id] = self._room.place(box, y + (tall - box.height) / 2)
        group = self._order.under.get(box.id, ())
        top = y + (tall - self._members(box)) / 2
        for each in group:
            self._put(each, top)
            top += self._height(each) + self._gap(group)


def _place_objectives(
    boxes: Sequence[Box],
    lines: Sequence[Line],
    places: dict[str, Place],
    room: _Columns,
    gap: float,
) -> None:
    """Each objective beside what carries it, pushed down where another is in the way."""
    found = [box for box in boxes if box.column == OBJECTIVE]
    middles: dict[str, list[float]] = defaultdict(list)
    for line in lines:
        if line.below in places:
            middles[line.above].append(places[line.below].middle)
    bottom = max((place.bottom for place in places.values()), default=0.0)
    wanted = {
        box.id: sum(middles[box.id]) / len(middles[box.id]) if middles[box.id] else bottom
        for box in found
    }
    found.sort(key=lambda box: wanted[box.id])
    y = 0.0
    tops = []
    for box in found:
        y = max(y, wanted[box.id] - box.height / 2)
        tops.append(y)
        y += box.height + gap
    limit = max(bottom, sum(box.height + gap for box in found) - gap)
    for place in reversed(range(len(found))):
        tops[place] = min(tops[place], limit - found[place].height)
        limit = tops[place] - gap
    for box, top in zip(found, tops, strict=True):
        places[box.id] = room.place(box, top)


def _lanes(
    lines: Sequence[Line], places: Mapping[str, Place], boxes: Sequence[Box], room: _Columns
) -> dict[Line, float]:
    """Where the lines from objectives to outcomes pass between the whys."""
    column = {box.id: box.column for box in boxes}
    gaps = _gaps([places[box.id] for box in boxes if box.column == WHY])
    lanes = {}
    for line in lines:
        if column.get(line.above) != OBJECTIVE or column.get(line.below) != OUTCOME:
            continue
        wanted = (places[line.above].middle + places[line.below].middle) / 2
        near = (min(max(wanted, start), end) for start, end in gaps)
        lanes[line] = min(near, key=lambda y: abs(y - wanted))
    return lanes


def _gaps(column: Iterable[Place]) -> list[tuple[float, float]]:
    """The free stretches of a column, with a little room at both ends."""
    gaps, start = [], float("-inf")
    for place in sorted(column, key=lambda place: place.y):
        if place.y - _LANE >= start:
            gaps.append((start, place.y - _LANE))
        start = place.bottom + _LANE
    return [*gaps, (start, float("inf"))]
