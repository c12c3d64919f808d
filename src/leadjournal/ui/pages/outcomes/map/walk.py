"""Where the arrow keys lead on the map: along the lines, and up and down a column."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt

from leadjournal.rules.map_boxes import OBJECTIVE, WHY
from leadjournal.rules.map_layout import Layout, Place
from leadjournal.rules.outcome_map import OutcomeMap


class Walk:
    """Remembers by which way one came, so that going back leads to the same node."""

    def __init__(self) -> None:
        self._from: dict[str, str] = {}

    def step(self, shown: OutcomeMap, layout: Layout, id_: str, key: int) -> str | None:
        """Where a key leads; nothing where the way ends, None where the key does not walk."""
        wanted = _STEPS.get(Qt.Key(key))
        if wanted is None:
            return None
        if id_ not in shown.node_of:
            ids = sorted(layout.places, key=lambda each: (layout.places[each].x,
                                                          layout.places[each].y))  # fmt: skip
            return ids[0] if ids else ""
        return wanted(self, shown, layout, id_)

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


def in_column(shown: OutcomeMap, places: Mapping[str, Place], id_: str) -> list[str]:
    """The column of a node from top to bottom."""
    column = shown.node_of[id_].column
    found = [node.id for node in shown.nodes if node.column == column]
    return sorted(found, key=lambda each: places[each].y)


_STEPS: dict[Qt.Key, Callable[[Walk, OutcomeMap, Layout, str], str]] = {
    Qt.Key.Key_Left: Walk.towards_why,
    Qt.Key.Key_Right: Walk.towards_outputs,
    Qt.Key.Key_Up: lambda _walk, shown, layout, id_: beside(shown, layout, id_, -1),
    Qt.Key.Key_Down: lambda _walk, shown, layout, id_: beside(shown, layout, id_, 1),
    Qt.Key.Key_Home: lambda _walk, shown, layout, id_: in_column(shown, layout.places, id_)[0],
    Qt.Key.Key_End: lambda _walk, shown, layout, id_: in_column(shown, layout.places, id_)[-1],
}
