"""Cycles that were closed: how each outcome stood and what became of it."""

from leadjournal.base.formats import fixed, percent
from leadjournal.base.words import _
from leadjournal.export.blocks import Block, Heading, Paragraph, Table
from leadjournal.export.material import Material
from leadjournal.export.sections import words
from leadjournal.model.cycle import Cycle, CycleChoice


def sections(material: Material) -> tuple[Block, ...]:
    """Every cycle closed in the period, with its lesson."""
    if not material.shows("cycle") or not material.records.cycles:
        return ()
    blocks = [block for one in material.records.cycles for block in _cycle(material, one)]
    return (Heading(1, _("Closed cycles")), *blocks)


def _cycle(material: Material, cycle: Cycle) -> list[Block]:
    choices = {
        CycleChoice.KEEP: _("kept"),
        CycleChoice.CHANGE: _("changed"),
        CycleChoice.STOP: _("stopped"),
    }
    rows = tuple(
        (
            material.titled(one.outcome_id),
            fixed(one.score),
            percent(one.shown),
            choices[one.choice],
            one.note or words.NOTHING,
        )
        for one in material.records.cycle_scores
        if one.cycle_id == cycle.id
    )
    sentence = _("{first} to {last}, closed on {day}. Lesson: {lesson}").format(
        first=material.day_in_words(cycle.since),
        last=material.day_in_words(cycle.until),
        day=material.day_in_words(cycle.closed_on),
        lesson=cycle.lesson,
    )
    blocks: list[Block] = [Heading(2, cycle.name), Paragraph(sentence)]
    if rows:
        columns = (_("Outcome"), _("Score"), _("Shown"), _("Then"), _("Why"))
        blocks.append(Table(columns, rows, ("start", "end", "end", "start", "start")))
    return blocks
