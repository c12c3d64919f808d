"""The rows of the tree: plain values made from the outcomes of the journal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from leadjournal.base.formats import day_long, days, number, percent
from leadjournal.base.words import _, ngettext
from leadjournal.ui.items.words import (
    Mark,
    exit_mark,
    guard_mark,
    state_mark,
    verdict_mark,
    words_for,
)

if TYPE_CHECKING:
    from leadjournal.services.outcome_tree import OutcomeNode, OutcomeTree, OutputNode, WhyNode

RowKind = Literal[
    "why", "outcome", "output", "no-why", "no-outcome", "milestone", "objective", "key-result",
    "cycle",
]  # fmt: skip

HOURGLASS_FROM = 3.0
OPEN_WORK = ("idea", "started", "running")


class RowKey(NamedTuple):
    """What a row stands for; an output is found under each outcome it leads to."""

    kind: RowKind
    id: str
    under: str = ""


@dataclass(frozen=True, slots=True)
class TreeRow:
    """One row of the tree, with the rows under it."""

    key: RowKey
    title: str
    second: str = ""
    status: str = ""
    state: str = ""
    guards: str = ""
    shown: float | None = None
    debt: float = 0.0
    size: str = ""
    badge: Mark | None = None
    green_but_red: bool = False
    link_id: str = ""
    main: bool = True
    without_outcome: bool = False
    exit_id: str = ""
    owner: str = ""
    team: str = ""
    children: tuple[TreeRow, ...] = ()

    @property
    def state_marks(self) -> tuple[Mark, ...]:
        """The state of an outcome that is judged; of others the badge says what they are."""
        if not self.state or self.status != "active":
            return ()
        return (state_mark(self.state), *((guard_mark(),) if self.guards else ()))

    @property
    def debt_words(self) -> str:
        """The debt as it is written at the end of the row."""
        return days(self.debt)

    @property
    def shown_words(self) -> str:
        """The evidence as it is written beside its meter."""
        return _("{share} shown").format(share=percent(self.shown or 0.0))

    @property
    def spoken(self) -> str:
        """Everything the row shows, in words."""
        parts = [self.title, self.second, self.badge.words if self.badge else ""]
        if self.status in OPEN_WORK and self.key.kind == "output":
            parts.append(words_for("OutputStatus", self.status))
        if self.shown is not None:
            parts += [self.shown_words, self.debt_words]
        if self.state_marks:
            parts.append(self.state_marks[0].words)
        if self.guards:
            parts.append(_("Beyond its limit: {guards}").format(guards=self.guards))
        return ". ".join(part for part in [*parts, self.size] if part)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which outcomes are shown; nothing means all of them."""

    team: str = ""
    owner: str = ""
    state: str = ""

    def __bool__(self) -> bool:
        return bool(self.team or self.owner or self.state)

    def fits(self, row: TreeRow) -> bool:
        """Whether a row of an outcome passes."""
        return (
            self.team in ("", row.team)
            and self.owner in ("", row.owner)
            and self.state in ("", row.state)
        )


def tree_rows(tree: OutcomeTree, today: date) -> tuple[TreeRow, ...]:
    """The rows of the whole tree, orphans at both ends in groups of their own."""
    rows = [_why_row(why, today) for why in tree.whys]
    if tree.without_why:
        children = tuple(_outcome_row(outcome, today) for outcome in tree.without_why)
        second = ngettext("{n} outcome", "{n} outcomes", len(children)).format(n=len(children))
        rows.append(TreeRow(RowKey("no-why", ""), _("No why yet"), second, children=children))
    if tree.orphans:
        rows.append(_orphans_row(tree.orphans))
    return tuple(rows)


def filtered(rows: Iterable[TreeRow], wanted: Filter) -> tuple[TreeRow, ...]:
    """The rows whose outcomes pass the filter, with what they hang on."""
    if not wanted:
        return tuple(rows)
    found = []
    for row in rows:
        children = tuple(child for child in row.children if wanted.fits(child))
        if children and row.key.kind != "no-outcome":
            found.append(replace(row, children=children))
    return tuple(found)


def outcome_rows(rows: Iterable[TreeRow]) -> list[TreeRow]:
    """The rows of all outcomes."""
    return [child for row in rows for child in row.children if child.key.kind == "outcome"]


def _why_row(why: WhyNode, today: date) -> TreeRow:
    children = tuple(_outcome_row(outcome, today) for outcome in why.outcomes)
    count = ngettext("{n} outcome", "{n} outcomes", len(children)).format(n=len(children))
    whose = why.team or words_for("WhyScope", str(why.scope))
    second = " · ".join([whose, count])
    return TreeRow(RowKey("why", why.id), why.statement, second, children=children)


def _outcome_row(node: OutcomeNode, today: date) -> TreeRow:
    when = day_long(node.verdict_on, today) if node.verdict_on else ""
    badge = None
    if node.verdict:
        badge = verdict_mark(str(node.verdict), when, has_expired=node.verdict_has_expired)
    if node.status != "active":
        badge = state_mark(node.state.word)
    return TreeRow(
        RowKey("outcome", node.id),
        node.statement,
        status=str(node.status),
        state=node.state.word,
        guards=", ".join(node.guards_beyond),
        shown=node.evidence,
        debt=node.debt,
        badge=badge,
        green_but_red=node.green_but_red,
        owner=node.owner or "",
        team=node.team or "",
        children=tuple(_output_row(output, node.id) for output in node.outputs),
    )


def _output_row(node: OutputNode, outcome_id: str) -> TreeRow:
    so_that = _("so that {sentence}").format(sentence=node.so_that) if node.so_that else ""
    return TreeRow(
        RowKey("output", node.id, outcome_id),
        node.title,
        second=so_that,
        status=str(node.status),
        size=_("{days} d").format(days=number(node.size)),
        debt=node.debt,
        badge=_output_badge(node, outcome_id),
        link_id=node.link_id or "",
        main=node.main,
        without_outcome=not outcome_id and not node.must_do and node.status != "stopped",
        exit_id=node.way_out.id if node.way_out else "",
    )


def _output_badge(node: OutputNode, outcome_id: str) -> Mark | None:
    if node.must_do:
        return Mark("plain", _("Must do"), "anchor")
    if outcome_id and not node.main:
        return Mark("plain", _("Serves it too"), "link")
    if node.way_out is not None and node.status == "finished":
        return exit_mark(node.way_out.way)
    return None


def _orphans_row(orphans: Iterable[OutputNode]) -> TreeRow:
    children = tuple(_output_row(output, "") for output in orphans)
    return TreeRow(
        RowKey("no-outcome", ""),
        _("No outcome yet"),
        debt=sum(child.debt for child in children),
        children=children,
    )
