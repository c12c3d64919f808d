"""Reads from the journal what the views show, as plain values."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from leadjournal.base.words import _
from leadjournal.model.catalogue import BY_ID
from leadjournal.model.entry import Entry
from leadjournal.services.entries import EntryFilter
from leadjournal.ui.items.entries import shown_title
from leadjournal.ui.items.entry_words import GROUPS
from leadjournal.ui.pages.journal.values import (
    Chosen,
    FilterChoices,
    Linked,
    LookedBack,
    Named,
    ShownEntry,
)

if TYPE_CHECKING:
    from leadjournal.services.records import Choice
    from leadjournal.services.workspace import Workspace

_MONTH, _QUARTER, _YEAR = 28, 84, 364


def shown(workspace: Workspace, record: Entry) -> ShownEntry:
    """An entry with its tags and links."""
    return ShownEntry(
        id=record.id,
        day=record.day,
        kind=record.kind,
        title=record.title,
        text=record.text,
        direction=record.direction,
        energy=record.energy,
        best_hour=record.best_hour,
        privacy=record.privacy,
        tags=tuple(workspace.entries.tags(record.id)),
        links=tuple(
            Linked(each.ref.kind, each.ref.id, each.title, each.icon)
            for each in workspace.entries.links(record.id)
        ),
        created=record.created,
        changed=record.changed,
    )


def entry_filter(group: str, text: str, chosen: Chosen) -> EntryFilter | None:
    """The entries a group, words and filters let through; nothing when that can be none."""
    kinds = GROUPS[group]
    if chosen.kind:
        if kinds and chosen.kind not in kinds:
            return None
        kinds = (chosen.kind,)
    return EntryFilter(
        text=text,
        kinds=kinds,
        tags=(chosen.tag,) if chosen.tag else (),
        person=chosen.person or None,
        outcome=chosen.outcome or None,
        since=chosen.since,
        until=chosen.until,
        privacy=chosen.privacy or None,
        template=chosen.template or None,
    )


def filter_choices(workspace: Workspace) -> FilterChoices:
    """What can be filtered by."""
    return FilterChoices(
        tags=tuple(workspace.entries.all_tags()),
        people=_named(workspace.people.choices()),
        outcomes=_named(workspace.outcomes.choices(active=False)),
        templates=tuple(Named(each.id, each.title) for each in workspace.templates.all()),
    )


def linkable(workspace: Workspace) -> list[Linked]:
    """What an entry can be linked to, outcomes first."""
    groups = (
        ("outcome", workspace.outcomes.choices()),
        ("why", workspace.whys.choices()),
        ("output", workspace.outputs.choices()),
        ("person", workspace.people.choices()),
    )
    return [
        Linked(kind, choice.id, choice.words, BY_ID[kind].icon)
        for kind, choices in groups
        for choice in choices
    ]


def looked_back(workspace: Workspace, today: date) -> list[LookedBack]:
    """Entries of a week, a month, a quarter and a year ago."""
    return [
        LookedBack(row.id, shown_title(row.title), label, _span(today, row.day))
        for label, row in workspace.entries.look_back(today)
    ]


def _span(today: date, day: date) -> str:
    days = (today - day).days
    if days < _MONTH:
        return _("A week")
    if days < _QUARTER:
        return _("A month")
    return _("A quarter") if days < _YEAR else _("A year")


def days_of_month(workspace: Workspace, month: date) -> list[date]:
    """The days of a month that have an entry."""
    last = calendar.monthrange(month.year, month.month)[1]
    return workspace.entries.days_with_entries(month.replace(day=1), month.replace(day=last))


def _named(choices: Iterable[Choice]) -> tuple[Named, ...]:
    return tuple(Named(choice.id, choice.words) for choice in choices)
