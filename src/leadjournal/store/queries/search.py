"""Full-text search over every kind."""

import re
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlmodel import Session

from leadjournal.model.catalogue import BY_ID, KINDS, Ref
from leadjournal.store.queries.records import columns_to

HIT_BEGINS, HIT_ENDS = "\x02", "\x03"
"""Marks around what was found; they cannot be typed, so they need no escaping."""

RANKED = (
    "SELECT search_text.kind, search_text.record, search_text.title, search_text.day, "
    f"snippet(search_index, -1, '{HIT_BEGINS}', '{HIT_ENDS}', '…', 14) "
    "FROM search_index JOIN search_text ON search_text.id = search_index.rowid "
    "WHERE search_index MATCH ? "
)
_TAGGED = (
    "EXISTS (SELECT 1 FROM reference JOIN tag ON tag.id = reference.to_id "
    "WHERE reference.from_id = search_text.record AND reference.to_kind = 'tag' "
    "AND tag.name = ?)"
)


def _belonging(kind: str) -> str:
    """What belongs to a record: itself, its columns' other end, and what refers to it."""
    parts = [
        "SELECT id FROM wanted",
        "SELECT from_id FROM reference JOIN wanted ON to_id = wanted.id",
    ]
    parts += [
        f'SELECT one.id FROM "{other.table}" AS one JOIN wanted ON one."{column}" = wanted.id'
        for other in KINDS
        if other.searched
        for column in columns_to(other, BY_ID[kind].table)
    ]
    return f"WITH wanted(id) AS (SELECT ?) {' UNION ALL '.join(parts)}"


_BELONGING = {kind: _belonging(kind) for kind in ("person", "outcome")}


def ranked(  # noqa: PLR0913 - one argument a filter
    session: Session,
    match: str,
    *,
    kinds: Sequence[str] = (),
    tag: str | None = None,
    person: str | None = None,
    outcome: str | None = None,
    since: date | None = None,
    until: date | None = None,
    limit: int = 50,
) -> list[tuple[Any, ...]]:
    """Kind, id, title, day and snippet of what matches, best first."""
    where: list[str] = []
    values: list[Any] = [match]
    if kinds:
        where.append(f"search_text.kind IN ({', '.join('?' for _ in kinds)})")
        values += kinds
    if tag is not None:
        where.append(_TAGGED)
        values.append(tag)
    for kind, id_ in (("person", person), ("outcome", outcome)):
        if id_ is not None:
            where.append(f"search_text.record IN ({_BELONGING[kind]})")
            values.append(id_)
    for comparison, value in ((">=", since), ("<=", until)):
        if value is not None:
            where.append(f"search_text.day <> '' AND search_text.day {comparison} ?")
            values.append(value.isoformat())
    clause = "".join(f"AND {part} " for part in where)
    rows = session.connection().exec_driver_sql(
        f"{RANKED}{clause}ORDER BY rank LIMIT ?", (*values, limit)
    )
    return [tuple(row) for row in rows]


def naming(session: Session, names: Sequence[str], without: Collection[str]) -> list[Ref]:
    """The records whose texts hold one of these names, in its words and their order."""
    found: dict[Ref, None] = {}
    for name in names:
        phrase = " ".join(re.findall(r"\w+", name))
        if not phrase:
            continue
        rows = session.connection().exec_driver_sql(
            "SELECT search_text.kind, search_text.record FROM search_index "
            "JOIN search_text ON search_text.id = search_index.rowid "
            "WHERE search_index MATCH ? ORDER BY search_text.day DESC",
            (f'"{phrase}"',),
        )
        found |= {Ref(kind, record): None for kind, record in rows if record not in without}
    return list(found)
