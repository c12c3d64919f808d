"""The map of outcomes as plain values: what is on it, what leads where, and what is folded away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal, NamedTuple

from leadjournal.base.formats import days
from leadjournal.base.words import _, ngettext
from leadjournal.rules.map_boxes import OBJECTIVE, OUTCOME, OUTPUT, WHY, Line
from leadjournal.rules.state_marks import Mark

NodeKind = Literal["objective", "why", "no-why", "outcome", "output", "no-outcome", "fold"]

COLUMNS: Mapping[str, int] = {
    "objective": OBJECTIVE,
    "why": WHY,
    "no-why": WHY,
    "outcome": OUTCOME,
    "output": OUTPUT,
    "no-outcome": OUTPUT,
}
MOST_OUTPUTS = 40
"""With more outputs than this, those of outcomes that nobody looks at are folded away."""

_PLAIN, _LIGHTEST, _HEAVIER = 1.1, 0.8, 0.4


@dataclass(frozen=True, slots=True)
class MapNode:
    """Something on the map, in the words it is shown with."""

    id: str
    kind: NodeKind
    record: str
    title: str
    column: int
    under: str = ""
    """What it mainly serves, and so stands beside; empty for what stands first."""
    second: str = ""
    icon: str = ""
    marks: tuple[Mark, ...] = ()
    """The state of an outcome, and whether a guard is beyond its limit."""
    shown: float | None = None
    shown_words: str = ""
    debt: float = 0.0
    debt_words: str = ""
    is_heavy: bool = False
    """Whether it owes so much that an hourglass stands beside it."""
    size: float = 0.0
    size_words: str = ""
    is_open: bool = False
    """Whether the work is not finished."""
    waits_for_outcome: bool = False
    """Whether it is work that leads to nothing yet."""
    inside: tuple[str, ...] = ()
    """What is folded away in it."""


class MapEdge(NamedTuple):
    """A line: what is served, what serves it, and how sure that is, from 1 to 5 (0: not said)."""

    above: str
    below: str
    link: str = ""
    confidence: int = 0
    is_main: bool = True
    is_open: bool = False

    @property
    def line(self) -> Line:
        """Its two ends."""
        return Line(self.above, self.below)

    @property
    def weight(self) -> float:
        """How thick it is, in pixels: from 0.8 for a guess to 2.4 for what was seen elsewhere."""
        if not self.confidence:
            return _PLAIN
        heavy = _LIGHTEST + _HEAVIER * (self.confidence - 1)
        return heavy if self.is_main else max(_LIGHTEST, heavy / 2)


@dataclass(frozen=True)
class OutcomeMap:
    """Everything on the map, in the order of the journal; without slots for what is made once."""

    nodes: tuple[MapNode, ...] = ()
    edges: tuple[MapEdge, ...] = ()

    @cached_property
    def node_of(self) -> dict[str, MapNode]:
        """The nodes by id."""
        return {node.id: node for node in self.nodes}

    @cached_property
    def members(self) -> dict[str, tuple[MapNode, ...]]:
        """What stands beside each node, by its id."""
        found: dict[str, list[MapNode]] = defaultdict(list)
        for node in self.nodes:
            found[node.under].append(node)
        return {id_: tuple(nodes) for id_, nodes in found.items()}

    @cached_property
    def above(self) -> dict[str, tuple[MapEdge, ...]]:
        """The lines from what each node serves, the main one first."""
        return _grouped(self.edges, "below")

    @cached_property
    def below(self) -> dict[str, tuple[MapEdge, ...]]:
        """The lines to what serves each node."""
        return _grouped(self.edges, "above")

    @cached_property
    def outputs(self) -> int:
        """How many outputs there are."""
        return sum(node.kind == "output" for node in self.nodes)

    @cached_property
    def place_of(self) -> dict[str, int]:
        """Where each node comes in the order of the journal."""
        return {node.id: place for place, node in enumerate(self.nodes)}


@dataclass(frozen=True, slots=True)
class Folding:
    """What is looked at, what was folded by hand, and what was unfolded by hand, by id."""

    chosen: str = ""
    closed: frozenset[str] = field(default_factory=frozenset)
    opened: frozenset[str] = field(default_factory=frozenset)
    most: int = MOST_OUTPUTS


def path(whole: OutcomeMap, id_: str) -> tuple[frozenset[str], frozenset[Line]]:
    """Everything a node serves and everything that serves it, with the lines between."""
    nodes, lines = {id_}, set()
    for edges, end in ((whole.above, "above"), (whole.below, "below")):
        waiting = [id_]
        seen = {id_}
        while waiting:
            for edge in edges.get(waiting.pop(), ()):
                lines.add(edge.line)
                other: str = getattr(edge, end)
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
        nodes |= seen
    return frozenset(nodes), frozenset(lines)


def folded(whole: OutcomeMap, how: Folding) -> OutcomeMap:
    """The map with some branches folded into one node each; nothing is left out uncounted."""
    hidden: dict[str, list[MapNode]] = {}
    looked_at = _looked_at(whole, how)
    for node in whole.nodes:
        if node.id in how.closed and node.column == WHY:
            branch = list(whole.members.get(node.id, ()))
            hidden[node.id] = branch + [
                output for each in branch for output in whole.members.get(each.id, ())
            ]
    gone = {node.id for branch in hidden.values() for node in branch}
    for node in whole.nodes:
        if node.kind in ("outcome", "no-outcome") and node.id not in gone:
            away = _away(whole, node, how, looked_at)
            if away:
                hidden[node.id] = away
    return _without(whole, hidden) if hidden else whole


def _looked_at(whole: OutcomeMap, how: Folding) -> frozenset[str]:
    """The outcomes whose outputs are seen: the chosen one's, and those unfolded by hand."""
    ids = set(how.opened)
    chosen = whole.node_of.get(how.chosen)
    if chosen is not None:
        ids.add(chosen.id)
        if chosen.kind == "output":
            ids |= {edge.above for edge in whole.above.get(chosen.id, ())} | {chosen.under}
    return frozenset(ids)


def _away(
    whole: OutcomeMap, head: MapNode, how: Folding, looked_at: frozenset[str]
) -> list[MapNode]:
    members = list(whole.members.get(head.id, ()))
    if head.id in how.closed:
        return members
    if whole.outputs <= how.most or head.id in looked_at:
        return []
    away = [
        node
        for node in members
        if not any(edge.above in looked_at for edge in whole.above.get(node.id, ()))
    ]
    # One output takes no more room than the words that stand for it.
    return away if len(away) > 1 else []


def _without(whole: OutcomeMap, hidden: Mapping[str, list[MapNode]]) -> OutcomeMap:
    gone = {node.id for nodes in hidden.values() for node in nodes}
    stand_ins = {head: _fold(whole.node_of[head], nodes) for head, nodes in hidden.items() if nodes}
    nodes: list[MapNode] = []
    for node in whole.nodes:
        if node.id not in gone:
            nodes.append(node)
    nodes += [fold for head, fold in stand_ins.items() if head not in gone]
    edges = [edge for edge in whole.edges if edge.above not in gone and edge.below not in gone]
    edges += [
        MapEdge(head, fold.id)
        for head, fold in stand_ins.items()
        if head not in gone and whole.node_of[head].kind != "no-outcome"
    ]
    return OutcomeMap(tuple(nodes), tuple(edges))


def _fold(head: MapNode, nodes: Iterable[MapNode]) -> MapNode:
    inside = tuple(nodes)
    outputs = [node for node in inside if node.kind == "output"]
    amount = sum(node.size for node in outputs)
    count = ngettext("{n} output", "{n} outputs", len(outputs)).format(n=len(outputs))
    words = _("{outputs}, {days}").format(outputs=count, days=days(amount)) if outputs else ""
    column = min(node.column for node in inside)
    if column == OUTCOME:
        outcomes = sum(node.kind == "outcome" for node in inside)
        many = ngettext("{n} outcome", "{n} outcomes", outcomes).format(n=outcomes)
        words = " · ".join(part for part in (many, words) if part)
    return MapNode(
        id=f"fold:{head.id}",
        kind="fold",
        record="",
        title=words,
        column=column,
        under=head.id,
        icon="layers",
        size=amount,
        waits_for_outcome=head.kind == "no-outcome",
        inside=tuple(node.id for node in inside),
    )


def seen_as(shown: OutcomeMap, id_: str) -> str:
    """The node that stands for one that may be folded away; empty where there is none."""
    if id_ in shown.node_of:
        return id_
    return next((node.id for node in shown.nodes if id_ in node.inside), "")


def kept(whole: OutcomeMap, ids: Collection[str]) -> OutcomeMap:
    """The part of a map that has these nodes only."""
    nodes = tuple(node for node in whole.nodes if node.id in ids)
    edges = tuple(edge for edge in whole.edges if edge.above in ids and edge.below in ids)
    heads = {node.id for node in nodes}
    main = {edge.below: edge.above for edge in reversed(edges)}
    return OutcomeMap(
        tuple(
            node if node.under in heads or not node.under
            else replace(node, under=main.get(node.id, ""))
            for node in nodes
        ),
        edges,
    )  # fmt: skip


def _grouped(edges: Iterable[MapEdge], end: str) -> dict[str, tuple[MapEdge, ...]]:
    found: dict[str, list[MapEdge]] = defaultdict(list)
    for edge in edges:
        found[getattr(edge, end)].append(edge)
    return {
        id_: tuple(sorted(group, key=_is_minor) if len(group) > 1 else group)
        for id_, group in found.items()
    }


def _is_minor(edge: MapEdge) -> bool:
    return not edge.is_main
