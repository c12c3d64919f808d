"""Objectives and key results, for those who report that way."""

from leadjournal.base.formats import fixed
from leadjournal.base.words import _
from leadjournal.export.blocks import Block, Facts, Heading, Table
from leadjournal.export.material import Material, grouped
from leadjournal.export.sections import words
from leadjournal.model.objective import (
    Ambition,
    KeyResult,
    KeyResultReading,
    KeyResultType,
    Objective,
)


def sections(material: Material) -> tuple[Block, ...]:
    """Every objective with its key results and how sure one was."""
    if not material.shows("objective") or not material.records.objectives:
        return ()
    blocks = [block for one in material.records.objectives for block in _objective(material, one)]
    return (Heading(1, _("Objectives")), *blocks)


def _objective(material: Material, objective: Objective) -> list[Block]:
    facts = Facts(_facts(material, objective))
    rows = [
        _row(material, one)
        for one in material.records.key_results
        if one.objective_id == objective.id
    ]
    blocks: list[Block] = [Heading(2, objective.text)]
    if facts.pairs:
        blocks.append(facts)
    if rows:
        columns = (
            _("Key result"), _("Measures"), _("From"), _("Latest"), _("Target"), _("Grade"),
        )  # fmt: skip
        blocks.append(Table(columns, tuple(rows), ("start", "start", "end", "end", "end", "end")))
    return blocks


def _facts(material: Material, objective: Objective) -> tuple[tuple[str, str], ...]:
    carried = [
        one.statement for one in material.records.outcomes if one.objective_id == objective.id
    ]
    sure = [
        one
        for one in sorted(material.records.confidences, key=lambda one: (one.day, one.created))
        if one.objective_id == objective.id
    ]
    ambition = {
        Ambition.COMMITMENT: _("a commitment"),
        Ambition.STRETCH: _("a stretch, of which about two thirds is a good result"),
    }[objective.ambition]
    people = (material.titled(objective.owner_id), material.titled(objective.team_id))
    pairs = (
        (_("Cycle"), objective.cycle),
        (_("Carries"), material.titled(objective.parent_id)),
        (_("Ambition"), ambition),
        (_("Outcomes that carry it"), "; ".join(carried)),
        (
            _("Confidence"),
            ", ".join(
                _("{n} of 5 on {day}").format(n=one.confidence, day=material.day_in_words(one.day))
                for one in sure
            ),
        ),
        (_("Grade"), fixed(objective.grade) if objective.grade is not None else ""),
        (_("Owner"), " · ".join(name for name in people if name)),
    )
    return tuple((label, value) for label, value in pairs if value)


def _row(material: Material, result: KeyResult) -> tuple[str, ...]:
    readings = grouped(material.records.key_result_readings, lambda one: one.key_result_id)
    latest = max(readings.get(result.id, []), key=_when, default=None)
    kind = {KeyResultType.OUTCOME: _("an effect"), KeyResultType.OUTPUT: _("something made")}
    return (
        result.text if result.unit in ("", "%") else f"{result.text}, {result.unit}",
        kind[result.type],
        words.value(result.baseline, result.unit),
        words.value(latest.value if latest else None, result.unit),
        words.value(result.target, result.unit),
        fixed(result.grade) if result.grade is not None else words.NOTHING,
    )


def _when(reading: KeyResultReading) -> tuple[object, ...]:
    return (reading.day, reading.created)
