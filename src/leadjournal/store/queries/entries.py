"""Questions about entries: lists read columns only, never whole records."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from leadjournal.model.entry import Entry, EntryKind
from leadjournal.model.reference import Reference, Tag
from leadjournal.store.queries.values import day

_ROW = (
    "SELECT entry.id, entry.day, entry.kind, entry.title, substr(entry.text, 1, 900), "
    "entry.direction, entry.privacy "
)
_FOUND = (
    "JOIN search_text ON search_text.record = entry.id "
    "JOIN search_index ON search_index.rowid = search_text.id "
)
_ABOVE = "(entry.day, entry.created, entry.id) > (SELECT day, created, id FROM entry WHERE id = ?)"
_REFERS = (
    "EXISTS (SELECT 1 FROM reference WHERE reference.from_id = entry.id "
    "AND reference.to_kind = ? AND reference.to_id = ?)"
)
_TAGGED = (
    "EXISTS (SELECT 1 FROM reference JOIN tag ON tag.id = reference.to_id "
    "WHERE reference.from_id = entry.id AND reference.to_kind = 'tag' AND tag.name = ?)"
)
_WALKED = (
    "EXISTS (SELECT 1 FROM reflection WHERE reflection.id = entry.reflection_id "
    "AND reflection.template = ?)"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The entries of a list: a full-text query or none, SQL conditions and their values."""

    match: str | None = None
    parts: tuple[str, ...] = ()
    values: tuple[Any, ...] = ()

    def and_(self, part: str, value: object) -> "Wanted":
        """The same with one more condition."""
        return Wanted(self.match, (*self.parts, part), (*self.values, value))

    @property
    def source(self) -> str:
        """Where the rows come from, as SQL."""
        where = [*self.parts, *(["search_index MATCH ?"] if self.match is not None else ())]
        clause = f"WHERE {' AND '.join(where)} " if where else ""
        return f"FROM entry {_FOUND if self.match is not None else ''}{clause}"

    @property
    def bound(self) -> tuple[Any, ...]:
        """The values of the source's marks, in their order."""
        return self.values if self.match is None else (*self.values, self.match)


def wanted(  # noqa: PLR0913 - one argument a filter
    match: str | None,
    *,
    kinds: Sequence[str] = (),
    tags: Sequence[str] = (),
    person: str | None = None,
    outcome: str | None = None,
    since: date | None = None,
    until: date | None = None,
    privacy: str | None = None,
    template: str | None = None,
) -> Wanted:
    """The filters of an entry list as SQL."""
    parts: list[str] = []
    values: list[Any] = []
    if kinds:
        parts.append(f"entry.kind IN ({', '.join('?' for _ in kinds)})")
        values += kinds
    for tag in tags:
        parts.append(_TAGGED)
        values.append(tag)
    for kind, id_ in (("person", person), ("outcome", outcome)):
        if id_ is not None:
            parts.append(_REFERS)
            values += [kind, id_]
    for comparison, value in ((">=", since), ("<=", until)):
        if value is not None:
            parts.append(f"entry.day {comparison} ?")
            values.append(value.isoformat())
    for part, word in (("entry.privacy = ?", privacy), (_WALKED, template)):
        if word is not None:
            parts.append(part)
            values.append(word)
    return Wanted(match, tuple(parts), tuple(values))


def listing(
    session: Session, chosen: Wanted, *, offset: int = 0, limit: int | None = None
) -> list[tuple[Any, ...]]:
    """The rows of an entry list, newest first, from an offset and at most so many."""
    rows = session.connection().exec_driver_sql(
        f"{_ROW}{chosen.source}"
        "ORDER BY entry.day DESC, entry.created DESC, entry.id DESC LIMIT ? OFFSET ?",
        (*chosen.bound, -1 if limit is None else limit, offset),
    )
    return [(row[0], day(row[1]), *row[2:]) for row in rows]


def count(session: Session, chosen: Wanted) -> int:
    """How many rows an entry list has."""
    row = session.connection().exec_driver_sql(f"SELECT count(*) {chosen.source}", chosen.bound)
    return int(row.scalar_one())


def place(session: Session, chosen: Wanted, id_: str) -> int | None:
    """How many rows stand above an entry in its list; nothing when it is not in it."""
    if not count(session, chosen.and_("entry.id = ?", id_)):
        return None
    return count(session, chosen.and_(_ABOVE, id_))


def row_of(session: Session, id_: str) -> tuple[Any, ...] | None:
    """One row of the list."""
    return next(iter(listing(session, Wanted().and_("entry.id = ?", id_))), None)


def on_day(session: Session, on: date, kind: EntryKind | None = None) -> Sequence[Entry]:
    """The entries of a day, oldest first."""
    query = select(Entry).where(Entry.day == on)
    if kind is not None:
        query = query.where(Entry.kind == kind)
    return session.exec(query.order_by(col(Entry.created))).all()


def days_with_entries(session: Session, since: date, until: date) -> list[date]:
    """The days of a span that have an entry."""
    rows = session.connection().exec_driver_sql(
        "SELECT DISTINCT day FROM entry WHERE day BETWEEN ? AND ? ORDER BY day",
        (since.isoformat(), until.isoformat()),
    )
    return [date.fromisoformat(on) for (on,) in rows]


def references_from(session: Session, id_: str) -> Sequence[Reference]:
    """What a record refers to, in the order in which it was linked."""
    query = select(Reference).where(Reference.from_id == id_)
    return session.exec(query.order_by(col(Reference.created), col(Reference.id))).all()


def references_to(session: Session, id_: str) -> Sequence[Reference]:
    """What refers to a record: its back-links."""
    query = select(Reference).where(Reference.to_id == id_)
    return session.exec(query.order_by(col(Reference.created), col(Reference.id))).all()


def tag_named(session: Session, name: str) -> Tag | None:
    """The tag of that name."""
    return session.exec(select(Tag).where(Tag.name == name)).first()


def tags_of(session: Session, id_: str) -> list[str]:
    """The names of a record's tags, in the order in which they were given."""
    query = (
        select(Tag.name)
        .join(Reference, col(Reference.to_id) == col(Tag.id))
        .where(Reference.from_id == id_, Reference.to_kind == "tag")
    )
    return list(session.exec(query.order_by(col(Reference.created), col(Tag.name))).all())


def entry_ids(session: Session) -> frozenset[str]:
    """The ids of all entries."""
    return frozenset(session.exec(select(Entry.id)))


def all_tags(session: Session) -> list[str]:
    """Every tag that is in use, by name."""
    rows = session.connection().exec_driver_sql(
        "SELECT DISTINCT tag.name FROM tag JOIN reference ON reference.to_id = tag.id "
        "WHERE reference.to_kind = 'tag' ORDER BY tag.name COLLATE NOCASE"
    )
    return [str(name) for (name,) in rows]
