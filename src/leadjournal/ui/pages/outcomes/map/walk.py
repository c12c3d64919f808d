"""Where the arrow keys lead on the map: along the lines, and up and down a column."""

from __future__ import annotations

from collections.abc import Mapping

from leadjournal.rules.map_boxes import OBJECTIVE, WHY
from leadjournal.rules.map_layout import Layout, Place
from leadjournal.rules.outcome_map import OutcomeMap


class Walk:
    """Remembers by which way one came, so that going back leads to the same node."""

    def __init__(self) -> None:
        self._from: dict[str, str] = {}

    def towards_why(self, shown: OutcomeMap, layout: Layout, id_: str) -> str:
        """What a node mainly serves."""
        node = shown.node_of[id_]
        edges = shown.above.get(id_, ())
        above = node.under or next((edge.above for edge in edges), "")
        if above not in layout.places:
            return _nearest(shown, layout, id_, OBJECTIVE) if node.column == WHY else ""
        self._from[above] = id_
        return above

    def towards_outputs(self, shown: OutcomeMap, layout: Layout, id_: str) -> str:
        """What serves a node: where one came from, else the first."""
        below = [edge.below for edge in shown.below.get(id_, ())]
        below += [node.id for node in shown.members.get(id_, ())]
        column = shown.node_of[id_].column
        found = [each for each in below if shown.node_of[each].column > column]
        if shown.node_of[id_].kind == "no-outcome":
            found = below
        if not found:
            return ""
        came = self._from.get(id_, "")
        return came if came in found else min(found, key=lambda each: layout.places[each].y)


def _nearest(shown: OutcomeMap, layout: Layout, id_: str, column: int) -> str:
    middle = layout.places[id_].middle
    found = [node.id for node in shown.nodes if node.column == column]
    return min(found, key=lambda each: abs(layout.places[each].middle - middle), default="")


def beside(shown: OutcomeMap, layout: Layout, id_: str, step: int) -> str:
    """The next node down the same column, or up; `step` is 1 or -1."""
    column = in_column(shown, layout.places, id_)
    place = column.index(id_) + step
    return column[place] if 0 <= place < len(column) else ""


def at_end(shown: OutcomeMap, layout: Layout, id_: str, *, last: bool) -> str:
    """The first or the last node of the same column."""
    return in_column(shown, layout.places, id_)[-1 if last else 0]


def in_column(shown: OutcomeMap, places: Mapping[str, Place], id_: str) -> list[str]:
    """The column of a node from top to bottom."""
    column = shown.node_of[id_].column
    found = [node.id for node in shown.nodes if node.column == column]
    return sorted(found, key=lambda each: places[each].y)
