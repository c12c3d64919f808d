"""In which order the groups of the map stand, so that as few lines cross as can be."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from leadjournal.rules.map_boxes import OBJECTIVE, OUTCOME, OUTPUT, Box, Line


@dataclass(frozen=True)
class Order:
    """What stands under what, from top to bottom; trays are last."""

    tops: tuple[Box, ...]
    under: Mapping[str, tuple[Box, ...]] = field(default_factory=dict)

    def column(self, column: int) -> list[str]:
        """The boxes of a column from top to bottom, those in trays last."""
        found: list[str] = []
        waiting = list(reversed(self.tops))
        while waiting:
            box = waiting.pop()
            if box.column == column and not box.is_tray:
                found.append(box.id)
            waiting += reversed(self.under.get(box.id, ()))
        return found


def _journal_order(boxes: Sequence[Box]) -> Order:
    known = {box.id: box for box in boxes}
    under: dict[str, list[Box]] = defaultdict(list)
    tops = []
    for box in boxes:
        if box.column == OBJECTIVE:
            continue
        head = known.get(box.under)
        if head is not None and (head.column < box.column or (head.is_tray and not box.is_tray)):
            under[box.under].append(box)
        else:
            tops.append(box)
    tops.sort(key=lambda box: box.is_tray)
    return Order(tuple(tops), {above: tuple(found) for above, found in under.items()})


def best_order(boxes: Sequence[Box], lines: Sequence[Line]) -> Order:
    """The order with the fewest crossings; the journal's own where another is not better."""
    journal = _journal_order(boxes)
    cross = _crossings(journal, lines)
    if not cross:
        return journal
    best = journal
    for ranks in ({}, *_sugiyama_ranks(boxes, lines)):
        found = _pushed(_ranked(journal, ranks, boxes), lines)
        count = _crossings(found, lines)
        if count < cross:
            best, cross = found, count
    return best


def _crossings(order: Order, lines: Sequence[Line]) -> int:
    """How often lines between outcomes and outputs cross."""
    above = {id_: place for place, id_ in enumerate(order.column(OUTCOME))}
    below = {id_: place for place, id_ in enumerate(order.column(OUTPUT))}
    ends = sorted(
        (above[line.above], below[line.below])
        for line in lines
        if line.above in above and line.below in below
    )
    count, seen = 0, list[int]()
    group, last = list[int](), -1
    for start, end in ends:
        if start != last:
            for each in group:
                insort(seen, each)
            group, last = [], start
        count += len(seen) - bisect_left(seen, end + 1)
        group.append(end)
    return count


def _sugiyama_ranks(
    boxes: Sequence[Box], lines: Sequence[Line]
) -> Iterable[Mapping[str, tuple[float, ...]]]:
    """The order that Sugiyama's method finds, and its mirror image.

    Only what has a choice takes part: an output with one line stands beside its outcome anyway.
    """
    edges = _deciding(boxes, lines)
    if not edges:
        return ()
    places = {box.id: place for place, box in enumerate(boxes)}
    # Not at the head of the file: most maps are trees, and never need it.
    from fast_sugiyama import from_edges

    taking_part = {id_ for edge in edges for id_ in edge}
    ids = [box.id for box in boxes if box.id in taking_part]
    numbers = {id_: number for number, id_ in enumerate(ids)}
    parts = from_edges(
        [(numbers[edge.above], numbers[edge.below]) for edge in edges],
        # Every line leads to the next column, so the quick ranking is exact; to swap neighbours
        # once more takes a minute where an afternoon's work is one tangle.
        ranking_type="down",
        transpose=False,
        check_layout=False,
    )
    ahead: dict[str, tuple[float, ...]] = {}
    mirrored: dict[str, tuple[float, ...]] = {}
    for spots, *_rest in parts:
        # Numbers beyond the last are bends of lines that pass a column.
        known = [(int(number), x) for number, (x, _y) in spots if int(number) < len(ids)]
        first = float(min(places[ids[number]] for number, _x in known))
        for number, x in known:
            ahead[ids[number]] = (first, x)
            mirrored[ids[number]] = (first, -x)
    return ahead, mirrored


def _deciding(boxes: Sequence[Box], lines: Sequence[Line]) -> list[Line]:
    column = {box.id: box.column for box in boxes}
    count: dict[str, int] = defaultdict(int)
    for line in lines:
        count[line.below] += 1
    kept = [
        line
        for line in lines
        if line.above in column
        and line.below in column
        and column[line.above] < column[line.below]
        and (column[line.below] != OUTPUT or count[line.below] > 1)
    ]
    return kept if any(column[line.below] == OUTPUT for line in kept) else []


def _ranked(order: Order, ranks: Mapping[str, tuple[float, ...]], boxes: Sequence[Box]) -> Order:
    """The groups in another order; what has no rank keeps its place in the journal's."""
    if not ranks:
        return order
    number = {box.id: float(place) for place, box in enumerate(boxes)}

    def key(box: Box) -> tuple[bool, float, float]:
        first, x = ranks.get(box.id, (number[box.id], 0.0))
        return box.is_tray, first, x

    def sort(group: tuple[Box, ...]) -> tuple[Box, ...]:
        return tuple(sorted(group, key=key))

    under = {
        above: sort(group) if group[0].column < OUTPUT else group
        for above, group in order.under.items()
    }
    return Order(sort(order.tops), under)


def _pushed(order: Order, lines: Sequence[Line]) -> Order:
    """Outputs that serve several outcomes stand at that end of their group where the others are."""
    spot = {id_: place for place, id_ in enumerate(order.column(OUTCOME))}
    serves: dict[str, list[int]] = defaultdict(list)
    for line in lines:
        if line.above in spot:
            serves[line.below].append(spot[line.above])

    def pull(box: Box) -> float:
        others = serves.get(box.id, ())
        home = spot.get(box.under)
        return sum(others) / len(others) - home if others and home is not None else 0.0

    under = {
        above: tuple(sorted(group, key=pull)) if group[0].column == OUTPUT else group
        for above, group in order.under.items()
    }
    return Order(order.tops, under)
