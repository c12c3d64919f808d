"""Reads an objective and what belongs to it out of the journal, for the panel."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from leadjournal.base.formats import day_long, fixed, number, percent
from leadjournal.base.words import _
from leadjournal.ui.items.words import Mark, words_of
from leadjournal.ui.pages.outcomes.objectives.panel import ObjectiveSheet, Result, Sure
from leadjournal.ui.pages.outcomes.objectives.rungs import grade_words, rung
from leadjournal.ui.pages.outcomes.rows import RowKey
from leadjournal.ui.pages.outcomes.sheets import Fact, Way

if TYPE_CHECKING:
    from leadjournal.services.objectives import KeyResultRow, ObjectiveNode
    from leadjournal.services.workspace import Workspace


class ObjectiveReading:
    """Makes the sheets of objectives; `nodes` are all of them by their ids."""

    def __init__(self, workspace: Workspace, nodes: Mapping[str, ObjectiveNode]) -> None:
        self._workspace = workspace
        self._nodes = nodes
        self._today = workspace.clock.today()

    def sheet(self, node: ObjectiveNode) -> ObjectiveSheet:
        """Everything that is shown of an objective."""
        record = self._workspace.objectives.get(node.id)
        stretch = node.ambition == "stretch"
        graded = ""
        if record.grade is not None:
            graded = grade_words(record.grade, stretch=stretch)
        return ObjectiveSheet(
            rung(node),
            marks=_marks(node),
            parent=self._parent(node),
            results=tuple(self._result(each) for each in node.key_results),
            sure=tuple(
                Sure(each.id, day_long(each.day, self._today), each.confidence, each.note)
                for each in self._workspace.objectives.confidences(node.id)
            ),
            grade=fixed(record.grade, 2).removesuffix("0") if record.grade is not None else "",
            grade_words=graded or _not_graded(node),
            carried_by=self._carried_by(node),
            earlier=self._earlier(node),
            facts=self._facts(node),
            note=record.note,
        )

    def _result(self, result: KeyResultRow) -> Result:
        readings = self._workspace.objectives.readings(result.id)
        share = result.share
        owner = [result.owner] if result.owner else []
        if result.due_on is not None:
            owner.append(_("due {day}").format(day=day_long(result.due_on, self._today)))
        if result.read_on is not None:
            owner.append(_("read on {day}").format(day=day_long(result.read_on, self._today)))
        is_effect = result.type == "outcome"
        return Result(
            result.id,
            result.text,
            Mark("plain", words_of(result.type), "trending-up" if is_effect else "package"),
            way=way_words(result),
            share=share,
            share_words=percent(share) if share is not None else "",
            second=" · ".join(owner),
            grade=_("Grade {grade}").format(grade=fixed(result.grade))
            if result.grade is not None
            else "",
            reading=readings[-1].id if readings else "",
        )

    def _parent(self, node: ObjectiveNode) -> Way | None:
        parent = self._nodes.get(node.parent_id or "")
        return self._way(parent) if parent is not None else None

    def _carried_by(self, node: ObjectiveNode) -> tuple[Way, ...]:
        outcomes = tuple(
            Way(RowKey("outcome", choice.id), choice.words, icon="waypoints")
            for choice in self._workspace.objectives.carrying(node.id)
        )
        return (*(self._way(each) for each in node.carried_by), *outcomes)

    def _earlier(self, node: ObjectiveNode) -> tuple[Way, ...]:
        same = node.text.casefold()
        others = [
            each
            for each in self._nodes.values()
            if each.id != node.id and each.text.casefold() == same
        ]
        others.sort(key=lambda each: each.cycle, reverse=True)
        return tuple(
            Way(
                RowKey("objective", each.id),
                each.cycle or _("No cycle"),
                _("Grade {grade}").format(grade=fixed(each.grade))
                if each.grade is not None
                else "",
                "calendar-range",
            )
            for each in others
        )

    def _facts(self, node: ObjectiveNode) -> tuple[Fact, ...]:
        facts = (Fact(_("Owner"), node.owner), Fact(_("Team"), node.team))
        return tuple(fact for fact in facts if fact.answer)

    def _way(self, node: ObjectiveNode) -> Way:
        second = " · ".join(part for part in (words_of(node.level), node.cycle) if part)
        return Way(RowKey("objective", node.id), node.text, second, "flag")


def way_words(result: KeyResultRow) -> str:
    """From where it began over where it stands to its target: 41 → 25 → 22 per 100."""
    values = (result.baseline, result.latest, result.target)
    shown = [_value(value, result.unit) for value in values if value is not None]
    unit = "" if result.unit == "%" else result.unit
    return f"{' → '.join(shown)} {unit}".strip() if shown else ""


def _value(value: float, unit: str) -> str:
    return number(value, 2) + ("%" if unit == "%" else "")


def _marks(node: ObjectiveNode) -> tuple[Mark, ...]:
    cycle = (Mark("plain", node.cycle, "calendar-range"),) if node.cycle else ()
    icon = "trending-up" if node.ambition == "stretch" else "anchor"
    ambition = Mark("plain", words_of(node.ambition), icon)
    return (Mark("plain", words_of(node.level), "flag"), *cycle, ambition)


def _not_graded(node: ObjectiveNode) -> str:
    if node.share is None:
        return _("Not graded yet; no key result can be measured so far.")
    suggested = fixed(node.share)
    return _("Not graded yet; the key results would make it {grade}.").format(grade=suggested)
