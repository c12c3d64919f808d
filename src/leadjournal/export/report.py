"""The report: its sections in their order, and what stands on its first page."""

from collections.abc import Callable
from datetime import date

from leadjournal.base.formats import day_long
from leadjournal.base.words import _, ngettext
from leadjournal.export.blocks import Block, PageBreak, Paragraph
from leadjournal.export.document import Document
from leadjournal.export.material import Material, ReportScope
from leadjournal.export.sections import (
    actions,
    annex,
    blockers,
    cycles,
    debt,
    entries,
    figures,
    milestones,
    objectives,
    outcome_map,
    outcomes,
    outputs,
    whys,
)

SECTIONS: tuple[Callable[[Material], tuple[Block, ...]], ...] = (
    figures.sections,
    debt.sections,
    outcome_map.sections,
    whys.sections,
    outcomes.sections,
    outputs.sections,
    milestones.sections,
    objectives.sections,
    cycles.sections,
    actions.sections,
    blockers.sections,
    entries.sections,
    annex.sections,
)
_ON_A_NEW_PAGE = (annex.sections,)


def report(material: Material) -> Document:
    """The document of a selection; sections without content are left out."""
    scope = material.scope
    blocks: list[Block] = []
    for section in SECTIONS:
        found = section(material)
        if found and blocks and section in _ON_A_NEW_PAGE:
            blocks.append(PageBreak())
        blocks += found
    if not blocks:
        blocks.append(Paragraph(_("Nothing in the journal belongs to this choice.")))
    return Document(
        title=_title(material),
        subtitle=_subtitle(material),
        journal=scope.journal,
        period=_period(material),
        made_on=scope.made_on,
        blocks=tuple(blocks),
        note=_note(scope),
        notice=" ".join(_notices(scope)),
    )


def _title(material: Material) -> str:
    records = material.records
    if material.shows("outcome") and (records.outcomes or records.outputs):
        return _("What our work has changed")
    if material.shows("why") and records.whys:
        return _("What our work is for")
    return _("From the journal")


def _subtitle(material: Material) -> str:
    records = material.records
    parts = (
        (_("outcomes"), material.shows("outcome") and records.outcomes),
        (_("promises"), material.shows("action") and records.actions),
        (_("reflections"), material.shows("entry") and records.entries),
    )
    named = [words for words, there in parts if there]
    if len(named) < 2:
        return ""
    words = _("{first} and {last}").format(first=", ".join(named[:-1]), last=named[-1])
    return words[:1].upper() + words[1:]


def _period(material: Material) -> str:
    first, last = material.scope.since or _first_day(material), material.on
    if first is None or first >= last:
        return ""
    begun = day_long(first) if first.year == last.year else f"{day_long(first)} {first.year}"
    return _("{first} to {last}").format(first=begun, last=f"{day_long(last)} {last.year}")


def _first_day(material: Material) -> date | None:
    records = material.records
    days = [
        *(one.since for one in records.whys),
        *(one.created_on for one in records.outcomes),
        *(one.created_on for one in records.outputs),
        *(one.day for one in records.entries),
        *(one.day for one in records.reviews),
    ]
    return min(days, default=None)


def _note(scope: ReportScope) -> str:
    if scope.is_own_copy:
        return _("The owner’s own copy, private entries included.")
    return _("Private entries are not in this document.")


def _notices(scope: ReportScope) -> list[str]:
    notices = []
    if scope.is_own_copy:
        notices.append(
            ngettext(
                "This is the owner’s own copy: {count} private entry is in it.",
                "This is the owner’s own copy: {count} private entries are in it.",
                scope.private,
            ).format(count=scope.private)
        )
    if scope.hides_names:
        notices.append(_("The names of people are hidden."))
        if scope.writer:
            notices.append(_("{name} wrote this journal.").format(name=scope.writer))
    return notices
