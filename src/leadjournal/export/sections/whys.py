"""Whys: what the work is for, and how one would see it."""

from leadjournal.base.formats import day_long
from leadjournal.base.words import _
from leadjournal.export.blocks import Block, BulletList, Facts, Heading, Quote
from leadjournal.export.material import Material
from leadjournal.export.sections import words
from leadjournal.model.why import Why


def sections(material: Material) -> tuple[Block, ...]:
    """Every why with its behaviours."""
    if not material.shows("why") or not material.records.whys:
        return ()
    blocks = [block for why in material.records.whys for block in _why(material, why)]
    heading = _("Why") if len(material.records.whys) == 1 else _("Whys")
    return (Heading(1, heading), *blocks)


def _why(material: Material, why: Why) -> list[Block]:
    since = _("since {day}").format(day=f"{day_long(why.since)} {why.since.year}")
    team = material.titled(why.team_id)
    by = " · ".join(part for part in (words.scope(why.scope), team, since) if part)
    blocks: list[Block] = [Quote(why.statement, by)]
    if why.behaviours:
        blocks.append(BulletList(tuple(why.behaviours)))
    facts = (
        (_("Shared with"), why.shared_with),
        (_("Look at it again on"), material.day(why.review_on)),
    )
    told = tuple((label, value) for label, value in facts if value)
    return [*blocks, *([Facts(told)] if told else [])]
