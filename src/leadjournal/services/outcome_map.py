"""The map of outcomes in words: from the tree of a day to what the window and documents draw."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from leadjournal.base.formats import days, number, percent
from leadjournal.base.words import _, ngettext
from leadjournal.model.objective import ObjectiveLevel
from leadjournal.model.outcome import OutcomeStatus
from leadjournal.model.output import OutputStatus
from leadjournal.model.why import WhyScope
from leadjournal.rules.outcome_map import COLUMNS, MapEdge, MapNode, NodeKind, OutcomeMap
from leadjournal.rules.state_marks import Mark, guard_mark, state_mark
from leadjournal.services.outcome_tree import OutcomeNode, OutcomeTree, OutputNode, WhyNode
from leadjournal.store.journal_file import Journal
from leadjournal.store.queries import objectives as queries
from leadjournal.store.queries.objectives import Carried

HEAVY_FROM = 3.0
_OPEN = (OutputStatus.IDEA, OutputStatus.STARTED, OutputStatus.RUNNING)
_OUTPUT_ICONS = {
    OutputStatus.IDEA: "lightbulb",
    OutputStatus.STARTED: "circle-dashed",
    OutputStatus.RUNNING: "circle-dashed",
    OutputStatus.FINISHED: "circle-check",
    OutputStatus.STOPPED: "square",
}


def outcome_map(journal: Journal, tree: OutcomeTree) -> OutcomeMap:
    """The map of a tree, with the objectives its outcomes carry where there are any."""
    with journal.reading() as session:
        carried = queries.carried(session)
    return map_of(tree, carried)


def map_of(tree: OutcomeTree, carried: Carried) -> OutcomeMap:
    """The nodes and lines of a tree, each record once however much it serves."""
    drawn = _Drawn(carried)
    for why in tree.whys:
        drawn.add_why(why)
    drawn.add_without_why(tree.without_why)
    drawn.add_orphans(tree.orphans)
    drawn.add_objectives()
    return OutcomeMap(tuple(drawn.nodes.values()), tuple(drawn.edges))


def node_id(kind: str, record: str = "") -> str:
    """What a node is called: its kind and its record."""
    return f"{kind}:{record}"


def retitled(whole: OutcomeMap, rename: Callable[[str], str]) -> OutcomeMap:
    """The map with its titles as others may see them."""
    return OutcomeMap(
        tuple(
            replace(node, title=rename(node.title), second=rename(node.second))
            for node in whole.nodes
        ),
        whole.edges,
    )


class _Drawn:
    """What has been put on the map so far."""

    def __init__(self, carried: Carried) -> None:
        self._carried = carried
        self.nodes: dict[str, MapNode] = {}
        self.edges: list[MapEdge] = []

    def add_why(self, why: WhyNode) -> None:
        """A why with the outcomes that serve it."""
        second = why.team or _scope(why.scope)
        if not why.outcomes:
            second = " · ".join((second, _("no outcome yet")))
        self._add("why", why.id, why.statement, second=second, icon="compass")
        for outcome in why.outcomes:
            self._add_outcome(outcome, node_id("why", why.id))

    def add_without_why(self, outcomes: tuple[OutcomeNode, ...]) -> None:
        """The outcomes that serve no why, collected."""
        if not outcomes:
            return
        count = ngettext("{n} outcome", "{n} outcomes", len(outcomes)).format(n=len(outcomes))
        self._add("no-why", "", _("No why yet"), second=count, icon="circle-help")
        for outcome in outcomes:
            self._add_outcome(outcome, node_id("no-why"))

    def add_orphans(self, outputs: tuple[OutputNode, ...]) -> None:
        """The outputs that lead nowhere yet, in a tray of their own; stopped ones never will."""
        waiting = [output for output in outputs if output.status is not OutputStatus.STOPPED]
        if not waiting:
            return
        owed = sum(output.debt for output in waiting)
        words = days(owed) if owed else ""
        self._add("no-outcome", "", _("No outcome yet"), debt=owed, debt_words=words)
        for output in waiting:
            self._add_output(output, node_id("no-outcome"))

    def add_objectives(self) -> None:
        """The objectives, and lines to the outcomes that carry them."""
        titles = {objective.id: objective.text for objective in self._carried.objectives}
        for objective in self._carried.objectives:
            second = _level(objective.level)
            if objective.parent in titles and objective.parent != objective.id:
                second = _("{level} · carries another").format(level=second)
                self.edges.append(
                    MapEdge(node_id("objective", objective.parent or ""),
                            node_id("objective", objective.id))
                )  # fmt: skip
            self._add("objective", objective.id, objective.text, second=second, icon="flag")
        for outcome, carried in self._carried.outcomes:
            ends = node_id("objective", carried), node_id("outcome", outcome)
            if ends[0] in self.nodes and ends[1] in self.nodes:
                self.edges.append(MapEdge(*ends, is_main=False))

    def _add_outcome(self, outcome: OutcomeNode, under: str) -> None:
        is_active = outcome.status is OutcomeStatus.ACTIVE
        shown = _("{share} shown").format(share=percent(outcome.evidence)) if is_active else ""
        id_ = self._add(
            "outcome",
            outcome.id,
            outcome.statement,
            under=under,
            icon="waypoints",
            marks=marks_of(outcome),
            shown=outcome.evidence if is_active else None,
            shown_words=shown,
            debt=outcome.debt,
            debt_words=days(outcome.debt) if is_active else "",
            is_heavy=outcome.debt >= HEAVY_FROM,
        )
        self.edges.append(MapEdge(under, id_, is_open=under == node_id("no-why")))
        for output in sorted(outcome.outputs, key=lambda each: not each.main):
            self._add_output(output, id_)

    def _add_output(self, output: OutputNode, under: str) -> None:
        id_ = node_id("output", output.id)
        is_orphan = under == node_id("no-outcome")
        is_open = output.status in _OPEN
        known = self.nodes.get(id_)
        if known is None:
            words = _("{days} d").format(days=number(output.size))
            self._add(
                "output",
                output.id,
                output.title,
                under=under,
                second=_("must do") if output.must_do else "",
                icon=_OUTPUT_ICONS[output.status],
                debt=output.debt,
                size=output.size,
                size_words=words,
                is_open=is_open,
                waits_for_outcome=is_orphan and not output.must_do,
            )
        elif output.main:
            # It was met under another outcome first; it stands beside its main one.
            self.nodes[id_] = replace(self.nodes.pop(id_), under=under, debt=output.debt)
        if not is_orphan:
            self.edges.append(
                MapEdge(under, id_, output.link_id or "", output.confidence, output.main, is_open)
            )

    def _add(self, kind: NodeKind, record: str, title: str, **rest: object) -> str:
        id_ = node_id(kind, record)
        self.nodes[id_] = MapNode(
            id=id_, kind=kind, record=record, title=title, column=COLUMNS[kind], **rest  # type: ignore[arg-type]
        )  # fmt: skip
        return id_


def marks_of(outcome: OutcomeNode) -> tuple[Mark, ...]:
    """The badges of an outcome: its computed state, and a guard that is beyond its limit."""
    guard = (guard_mark(),) if outcome.guards_beyond else ()
    return (state_mark(outcome.state.word), *guard)


def spoken(whole: OutcomeMap, id_: str) -> str:
    """A node in one sentence for those who hear the map: what it is, shows, owes and serves."""
    node = whole.node_of[id_]
    return ", ".join(part for part in _said(whole, node) if part) + "."


def _said(whole: OutcomeMap, node: MapNode) -> Iterator[str]:
    kind = _kind(node.kind)
    yield _("{kind}: {title}").format(kind=kind, title=node.title) if kind else node.title
    if node.kind in ("why", "objective", "no-why"):
        yield node.second
    yield from (mark.words for mark in node.marks)
    if node.shown is not None:
        yield node.shown_words
        yield _("{days} owed").format(days=node.debt_words)
    if node.kind == "output":
        yield _("open work") if node.is_open else ""
        yield _("{days} of work").format(days=days(node.size))
        yield node.second
        yield _("serves no outcome yet") if node.waits_for_outcome else ""
    if node.kind == "no-outcome":
        yield node.debt_words
    served = [whole.node_of[edge.above].title for edge in whole.above.get(node.id, ())
              if whole.node_of[edge.above].kind != "no-why"]  # fmt: skip
    if served and node.kind != "fold":
        yield _("serves {what}").format(what=_(" and ").join(served))
    if node.kind == "outcome":
        count = len(whole.below.get(node.id, ()))
        yield ngettext("{n} output", "{n} outputs", count).format(n=count)
    if node.kind in ("why", "objective"):
        below = [edge for edge in whole.below.get(node.id, ()) if edge.below.startswith("outcome")]
        yield ngettext("{n} outcome", "{n} outcomes", len(below)).format(n=len(below))
    if node.kind == "fold":
        yield _("folded")


def _kind(kind: str) -> str:
    return {
        "objective": _("Objective"),
        "why": _("Why"),
        "outcome": _("Outcome"),
        "output": _("Output"),
    }.get(kind, "")


def _scope(scope: WhyScope) -> str:
    return {
        WhyScope.PERSONAL: _("My own"),
        WhyScope.TEAM: _("The team’s"),
        WhyScope.BOTH: _("My own and the team’s"),
    }[scope]


def _level(level: str) -> str:
    return {
        ObjectiveLevel.COMPANY: _("Company"),
        ObjectiveLevel.DEPARTMENT: _("Department"),
        ObjectiveLevel.TEAM: _("Team"),
    }[ObjectiveLevel(level)]
