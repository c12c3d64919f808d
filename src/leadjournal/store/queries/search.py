"""Full-text search over every kind."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlmodel import Session

HIT_BEGINS, HIT_ENDS = "\x02", "\x03"
"""Marks around what was found; they cannot be typed, so they need no escaping."""

RANKED = (
    "SELECT search_text.kind, search_text.record, search_text.title, search_text.day, "
    f"snippet(search_index, -1, '{HIT_BEGINS}', '{HIT_ENDS}', '…', 14) "
    "FROM search_index JOIN search_text ON search_text.id = search_index.rowid "
    "WHERE search_index MATCH ? "
)
_POINTS = (
    "EXISTS (SELECT 1 FROM reference WHERE reference.from_id = search_text.record "
    "AND reference.to_kind = ? AND reference.to_id = ?)"
)
_TAGGED = (
    "EXISTS (SELECT 1 FROM reference JOIN tag ON tag.id = reference.to_id "
    "WHERE reference.from_id = search_text.record AND reference.to_kind = 'tag' "
    "AND tag.name = ?)"
)


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
            where.append(_POINTS)
            values += [kind, id_]
    for comparison, value in ((">=", since), ("<=", until)):
        if value is not None:
            where.append(f"search_text.day <> '' AND search_text.day {comparison} ?")
            values.append(value.isoformat())
    clause = "".join(f"AND {part} " for part in where)
    rows = session.connection().exec_driver_sql(
        f"{RANKED}{clause}ORDER BY rank LIMIT ?", (*values, limit)
    )
    return [tuple(row) for row in rows]
