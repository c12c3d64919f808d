"""Blockers: what stands in somebody's way, and what was cleared."""

from leadjournal.base.words import _
from leadjournal.export.blocks import Block, Heading, Table
from leadjournal.export.material import Material
from leadjournal.export.sections import words
from leadjournal.model.action import Blocker


def sections(material: Material) -> tuple[Block, ...]:
    """The blockers that were open in the period: those still there, then the cleared ones."""
    if not material.shows("blocker") or not material.records.blockers:
        return ()
    ordered = sorted(material.records.blockers, key=lambda one: one.opened_on)
    cleared = [one for one in ordered if one.closed_on is not None and one.closed_on <= material.on]
    gone = {one.id for one in cleared}
    there = [one for one in ordered if one.id not in gone]
    columns = (_("What is in the way"), _("Of whom"), _("Since"))
    blocks: list[Block] = [Heading(1, _("In the way"))]
    if there:
        rows = tuple(_row(material, one) for one in there)
        blocks += [Heading(2, _("Still there")), Table(columns, rows)]
    if cleared:
        closed = sorted(cleared, key=lambda one: str(one.closed_on), reverse=True)
        rows = tuple((*_row(material, one), material.day(one.closed_on)) for one in closed)
        blocks += [Heading(2, _("Cleared")), Table((*columns, _("Until")), rows)]
    return tuple(blocks)


def _row(material: Material, blocker: Blocker) -> tuple[str, ...]:
    whom = material.titled(blocker.person_id) or blocker.who or words.NOTHING
    return (blocker.text, whom, material.day(blocker.opened_on))
