"""Entries of the journal: written, found, tagged, linked, shared or kept private."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from leadjournal.base.words import _
from leadjournal.model.catalogue import Ref
from leadjournal.model.entry import (
    AwayWeek,
    AwayWeekDraft,
    Entry,
    EntryDraft,
    EntryKind,
    Movement,
    Privacy,
)
from leadjournal.model.record import clean
from leadjournal.model.reflection import Reflection
from leadjournal.rules.days import monday_of
from leadjournal.rules.search_terms import full_text_query
from leadjournal.services.records import Records
from leadjournal.services.references import LinkedRecord, References
from leadjournal.store.journal_file import Journal
from leadjournal.store.queries import entries as queries
from leadjournal.store.queries import records
from leadjournal.store.queries import reflections as reflection_queries

_MARKS = re.compile(r"[#>*_`]+|^\s*[-+]\s+|\[([^\]]*)\]\([^)]*\)", re.MULTILINE)
_QUESTION = re.compile(r"^#{1,6} .*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class EntryFilter:
    """Which entries a list shows; empty values show all."""

    text: str = ""
    kinds: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    person: str | None = None
    outcome: str | None = None
    since: date | None = None
    until: date | None = None
    privacy: str | None = None
    template: str | None = None


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry as lists show it, with the beginning of its text as it is stored."""

    id: str
    day: date
    kind: EntryKind
    title: str
    beginning: str
    direction: Movement | None
    privacy: Privacy

    @property
    def first_words(self) -> str:
        """The beginning in plain words; found for the rows on screen only, not for thousands."""
        if self.kind is not EntryKind.DAILY:
            return first_words(self.beginning)
        directions = (_("Forward"), _("No movement"), _("Backward"))
        return first_words(self.beginning, without=(self.title, *directions), between=" · ")


class Entries(Records[Entry, EntryDraft]):
    """What was written, by day."""

    record = Entry

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self._references = References(journal)

    def add(self, draft: EntryDraft, tags: Iterable[str] = (), refs: Iterable[Ref] = ()) -> Entry:
        """Write an entry, with its tags and what it links to."""
        with self.journal.writing(_("Add entry")):
            made = super().add(draft)
            for ref in refs:
                self._references.add(Ref("entry", made.id), ref)
            self.set_tags(made.id, list(tags))
        return made

    def remove(self, id_: str, *, source: str = "") -> None:
        """Remove an entry with what it was made of and made: answers, a blocker, its own tags.

        A blocker that a private check-in named would otherwise stay without its privacy.
        """
        with self.journal.writing(_("Remove entry"), source=source) as session:
            made_of = self.get(id_).reflection_id
            blocker = reflection_queries.blocker_of(session, id_)
            if blocker is not None:
                records.remove(session, blocker)
            self.set_tags(id_, [])
            super().remove(id_)
            reflection = session.get(Reflection, made_of) if made_of else None
            if reflection and not records.where(session, Entry, reflection_id=made_of):
                records.remove(session, reflection)

    def capture(
        self,
        text: str,
        day: date | None = None,
        *,
        kind: EntryKind = EntryKind.NOTE,
        tags: Iterable[str] = (),
    ) -> Entry:
        """Keep one line as an entry of the day; a long one becomes title and text."""
        title, _sign, rest = text.strip().partition("\n")
        short = title if len(title) <= 120 else ""
        body = rest.strip() if short else text.strip()
        on = day or self.journal.clock.today()
        return self.add(EntryDraft(day=on, kind=kind, title=short, text=body), tags)

    def listing(
        self, chosen: EntryFilter | None = None, *, offset: int = 0, limit: int | None = None
    ) -> list[EntryRow]:
        """The entries a filter lets through, newest first, from an offset and at most so many."""
        wanted = _wanted(chosen)
        if wanted is None:
            return []
        with self.journal.reading() as session:
            rows = queries.listing(session, wanted, offset=offset, limit=limit)
        return [_row(row) for row in rows]

    def count(self, chosen: EntryFilter | None = None) -> int:
        """How many entries a filter lets through."""
        wanted = _wanted(chosen)
        if wanted is None:
            return 0
        with self.journal.reading() as session:
            return queries.count(session, wanted)

    def place(self, id_: str, chosen: EntryFilter | None = None) -> int | None:
        """Where in such a list an entry stands, from 0; nothing when it is not let through."""
        wanted = _wanted(chosen)
        if wanted is None:
            return None
        with self.journal.reading() as session:
            return queries.place(session, wanted, id_)

    def row(self, id_: str) -> EntryRow | None:
        """One entry as lists show it."""
        with self.journal.reading() as session:
            row = queries.row_of(session, id_)
        return _row(row) if row else None

    def on_day(self, day: date, kind: EntryKind | None = None) -> Sequence[Entry]:
        """The entries of a day."""
        with self.journal.reading() as session:
            return queries.on_day(session, day, kind)

    def days_with_entries(self, since: date, until: date) -> list[date]:
        """The days of a span on which something was written."""
        with self.journal.reading() as session:
            return queries.days_with_entries(session, since, until)

    def links(self, id_: str) -> list[LinkedRecord]:
        """What an entry links to, tags left out."""
        return self._references.of(id_)

    def link(self, id_: str, target: Ref) -> None:
        """Link an entry to a record."""
        self._references.add(Ref("entry", id_), target)

    def unlink(self, id_: str, target: Ref) -> None:
        """Take a link away."""
        self._references.remove(Ref("entry", id_), target)

    def tags(self, id_: str) -> list[str]:
        """The tags of an entry."""
        return self._references.tags(id_)

    def set_tags(self, id_: str, names: Iterable[str]) -> None:
        """Give an entry exactly these tags."""
        self._references.set_tags(Ref("entry", id_), names)

    def all_tags(self) -> list[str]:
        """Every tag in use."""
        with self.journal.reading() as session:
            return queries.all_tags(session)

    def share(self, id_: str, yes: bool) -> Entry:
        """Mark an entry as one that may enter a document for others, or as private."""
        with self.journal.writing(_("Mark as shareable") if yes else _("Mark as private")):
            return self.edit(id_, privacy=Privacy.SHAREABLE if yes else Privacy.PRIVATE)

    def look_back(self, today: date) -> list[tuple[str, EntryRow]]:
        """What was written a week, a month, a quarter and a year ago."""
        spans = (
            (_("A week ago"), 7),
            (_("A month ago"), 28),
            (_("A quarter ago"), 91),
            (_("A year ago"), 364),
        )
        found = []
        for label, days in spans:
            day = today - timedelta(days=days)
            rows = self.listing(EntryFilter(since=day, until=day), limit=1)
            found += [(label, row) for row in rows]
        return found


def first_words(text: str, without: Iterable[str] = (), between: str = " ") -> str:
    """The beginning of a text without its marks and questions, for lists.

    Lines that say what the row shows anyway, its title or its direction, are left out; `between`
    stands between answers, which are no sentences.
    """
    known = {words for words in without if words}
    lines = [
        " ".join(_MARKS.sub(lambda mark: mark.group(1) or " ", line).split())
        for line in _QUESTION.sub("", text).splitlines()
    ]
    return between.join(line for line in lines if line and line not in known)[:220]


def _wanted(chosen: EntryFilter | None) -> queries.Wanted | None:
    """The filter for the file; nothing when its words cannot be found anywhere."""
    wanted = chosen or EntryFilter()
    match = full_text_query(wanted.text)
    if match is None and wanted.text.strip():
        return None
    return queries.wanted(
        match,
        kinds=wanted.kinds,
        tags=[clean(tag) for tag in wanted.tags],
        person=wanted.person,
        outcome=wanted.outcome,
        since=wanted.since,
        until=wanted.until,
        privacy=wanted.privacy,
        template=wanted.template,
    )


def _row(row: tuple[Any, ...]) -> EntryRow:
    id_, day, kind, title, text, direction, privacy = row
    moved = Movement(direction) if direction else None
    return EntryRow(id_, day, EntryKind(kind), title, text, moved, Privacy(privacy))


class AwayWeeks(Records[AwayWeek, AwayWeekDraft]):
    """The weeks that do not count."""

    record = AwayWeek

    def mark(self, day: date, note: str = "") -> AwayWeek:
        """Mark the week of a day as away."""
        monday = monday_of(day)
        with self.journal.writing(_("Mark a week away")) as session:
            present = records.where(session, AwayWeek, monday=monday)
            if present:
                return self.edit(present[0].id, note=note)
            return self.add(AwayWeekDraft(monday=monday, note=note))

    def clear(self, day: date) -> None:
        """The week of a day counts again."""
        with self.journal.writing(_("Count a week again")) as session:
            for week in records.where(session, AwayWeek, monday=monday_of(day)):
                session.delete(week)
