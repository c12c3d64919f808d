"""Where records stand in the tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from leadjournal.ui.pages.outcomes.rows import RowKey, TreeRow, outcome_rows

if TYPE_CHECKING:
    from leadjournal.model.catalogue import Ref


def every_row(rows: Iterable[TreeRow]) -> Iterator[TreeRow]:
    """All rows, from top to bottom."""
    for row in rows:
        yield row
        yield from every_row(row.children)


def row_named(rows: Iterable[TreeRow], key: RowKey) -> TreeRow | None:
    """The row of a key; without an outcome, the first row of an output."""
    found = [row for row in every_row(rows) if row.key[:2] == key[:2]]
    same = (row for row in found if row.key == key)
    main = (row for row in found if row.main)
    return next(same, None) or next(main, None) or next(iter(found), None)


def heaviest(rows: Sequence[TreeRow]) -> RowKey | None:
    """The outcome that owes most: what is looked at first."""
    owed = sorted(outcome_rows(rows), key=lambda row: -row.debt)
    return owed[0].key if owed else next((row.key for row in rows), None)


def shown_ids(rows: Iterable[TreeRow]) -> frozenset[str]:
    """The records that are in some rows."""
    return frozenset(row.key.id for row in every_row(rows))


def key_for(rows: Sequence[TreeRow], ref: Ref) -> RowKey | None:
    """Where a record is found."""
    if ref.kind == "link":
        found = (row.key for row in every_row(rows) if row.link_id == ref.id)
        return next(found, None)
    found = (
        row.key for row in every_row(rows) if row.key.kind == ref.kind and row.key.id == ref.id
    )
    return next(found, None)
