"""The rungs of the ladder: plain values made from the objectives of the journal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadjournal.base.formats import fixed, percent
from leadjournal.base.words import _
from leadjournal.ui.items.words import Mark, words_of
from leadjournal.ui.pages.outcomes.rows import RowKey, TreeRow

if TYPE_CHECKING:
    from leadjournal.services.objectives import ObjectiveNode


@dataclass(frozen=True, slots=True)
class Rung(TreeRow):
    """An objective on the ladder, with those that carry it under it."""

    @property
    def share_words(self) -> str:
        """How far its key results are together."""
        return "" if self.shown is None else percent(self.shown)

    @property
    def spoken(self) -> str:
        """Everything the rung shows, in words."""
        share = self.share_words
        gone = _("{share} of the way").format(share=share) if share else ""
        grade = self.badge.words if self.badge else ""
        return ". ".join(part for part in (self.title, self.second, gone, grade) if part)


def rungs(nodes: Iterable[ObjectiveNode]) -> tuple[Rung, ...]:
    """The ladder as rows, each with those that carry it."""
    return tuple(rung(node) for node in nodes)


def rung(node: ObjectiveNode) -> Rung:
    """One objective as a row."""
    second = [words_of(node.level), node.cycle, node.team, node.owner]
    return Rung(
        RowKey("objective", node.id),
        node.text,
        " · ".join(part for part in second if part),
        status="graded" if node.grade is not None else "open",
        shown=node.share,
        badge=grade_mark(node.grade, stretch=node.ambition == "stretch"),
        children=rungs(node.carried_by),
    )


def every_node(nodes: Iterable[ObjectiveNode]) -> Iterator[ObjectiveNode]:
    """All objectives, from top to bottom."""
    for node in nodes:
        yield node
        yield from every_node(node.carried_by)


def grade_mark(grade: float | None, *, stretch: bool) -> Mark | None:
    """The grade on a badge; a stretch is read another way than a commitment."""
    if grade is None:
        return None
    from leadjournal.rules.objectives import reading_of

    tone = {"whole": "good", "good": "good", "easy": "plain", "open": "debt"}
    said = reading_of(grade, stretch=stretch)
    return Mark(tone[said], _("Grade {grade}").format(grade=fixed(grade)), "flag")


def grade_words(grade: float, *, stretch: bool) -> str:
    """What a grade says, in a sentence."""
    from leadjournal.rules.objectives import reading_of

    return {
        "whole": _("The commitment was kept whole."),
        "good": _("Of a stretch, about two thirds is a good result."),
        "easy": _("All of it reached: the next stretch may reach further."),
        "open": _("Of a stretch, about two thirds would be a good result; this is less.")
        if stretch
        else _("A commitment is kept whole; this one was not."),
    }[reading_of(grade, stretch=stretch)]
