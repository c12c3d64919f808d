"""What was removed and can come back: found in the step log, restored as a step of its own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from leadjournal.model.catalogue import BY_ID, KINDS, Ref
from leadjournal.store.changes import Image, Row, in_present_form, row_of, unpacked
from leadjournal.store.queries.records import columns_to
from leadjournal.store.steps import UNDO_DAYS, UNDONE, moments

_SECONDARY = ("reflection", "blocker", "tag", "person", "team")
"""Kinds that go along when something else is removed; alone they are what the step was about."""

_NEWEST = """
    SELECT step_record.kind, step_record.record, max(step.id)
    FROM step_record JOIN step ON step.id = step_record.step
    WHERE step.undone != ?
    GROUP BY step_record.record
    ORDER BY max(step.id) DESC
"""
"""SQLite takes the other columns from the row with the greatest step."""


@dataclass(frozen=True, slots=True)
class Gone:
    """A record that is in the log and no longer in the journal, with all that went with it."""

    ref: Ref
    row: Row
    step: int
    removed: datetime
    with_it: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Back:
    """What brings a removed record back, and the records that lack one they belong to.

    `twin` is a record that has taken its place meanwhile: a tag of the same name.
    """

    images: list[Image]
    left_out: tuple[tuple[Ref, Row], ...]
    twin: bool


def everything_gone(connection: Connection, moment: datetime) -> list[Gone]:
    """All that was removed in the last thirty days, newest first."""
    latest, came = moments(connection, moment)
    since = latest - timedelta(days=UNDO_DAYS)
    found = []
    for step, refs in _missing_by_step(connection).items():
        if came[step] < since:
            continue
        images = _images(connection, step)
        rows = {ref.id: (ref, _last_row(images[ref.id])) for ref in refs if ref.id in images}
        for root, members in _families(rows):
            found.append(Gone(root, rows[root.id][1], step, came[step], members))
    return found


def way_back(connection: Connection, gone: Gone) -> Back:
    """The images that undo a removal as far as the journal has not moved on since.

    A record whose owner is no longer there is left out, and with it what belongs to it.
    """
    images = _images(connection, gone.step)
    wanted = dict.fromkeys((gone.ref.id, *(ref.id for ref in gone.with_it)))
    rows = {id_: (images[id_].kind, _last_row(images[id_])) for id_ in wanted if id_ in images}
    rows = _with_tags_of_now(connection, rows)
    kept, left_out = _with_owners(connection, rows)
    back = [Image(kind, id_, None, row) for id_, (kind, row) in kept.items()]
    if images[gone.ref.id].after is None:
        alone = (
            len({image.id for image in images.values() if image.after is None} - set(wanted)) == 0
        )
        back += _let_go(connection, gone.ref.kind, images.values(), set(kept), whole_step=alone)
    outside = tuple((Ref(kind, id_), row) for id_, (kind, row) in left_out.items())
    return Back(back, outside, twin=gone.ref.id not in rows)


def _missing_by_step(connection: Connection) -> dict[int, list[Ref]]:
    present = {
        kind.id: {id_ for (id_,) in connection.exec_driver_sql(f'SELECT id FROM "{kind.table}"')}
        for kind in KINDS
    }
    steps: dict[int, list[Ref]] = {}
    for kind, record, step in connection.exec_driver_sql(_NEWEST, (UNDONE,)):
        if kind in present and record not in present[kind]:
            steps.setdefault(step, []).append(Ref(kind, record))
    return steps


def _images(connection: Connection, step: int) -> dict[str, Image]:
    content = connection.exec_driver_sql(
        "SELECT images FROM step WHERE id = ?", (step,)
    ).scalar_one()
    return {image.id: image for image in unpacked(content) if image.kind in BY_ID}


def _last_row(image: Image) -> Row:
    row = image.before if image.after is None else image.after
    return in_present_form(image.kind, row or {})


def _roots(rows: dict[str, tuple[Ref, Row]]) -> list[Ref]:
    """What the step was about: no parts, no references, nothing that only went along."""
    heads = [
        ref
        for ref, row in rows.values()
        if ref.kind != "reference" and not _belongs_to(ref, row, rows)
    ]
    primary = [ref for ref in heads if ref.kind not in _SECONDARY]
    if primary:
        return primary
    secondary = sorted(heads, key=lambda ref: _SECONDARY.index(ref.kind))
    return secondary[:1] + [ref for ref in secondary[1:] if ref.kind == secondary[0].kind]


def _belongs_to(ref: Ref, row: Row, rows: dict[str, tuple[Ref, Row]]) -> bool:
    owners = ((kind, column) for kind in KINDS for part, column in kind.parts if part == ref.kind)
    return any(
        row.get(column) in rows and rows[row[column]][0].kind == kind.id for kind, column in owners
    )


def _families(rows: dict[str, tuple[Ref, Row]]) -> Iterator[tuple[Ref, tuple[Ref, ...]]]:
    """What the step was about, each with what hangs on it, directly or through others.

    A single one has all of the step.
    """
    roots = _roots(rows)
    if len(roots) == 1:
        yield roots[0], tuple(ref for ref, _row in rows.values() if ref != roots[0])
        return
    beside: dict[str, set[str]] = {id_: set() for id_ in rows}
    for id_, (_ref, row) in rows.items():
        for other in _ids_in(row):
            if other in rows:
                beside[id_].add(other)
                beside[other].add(id_)
    heads = {root.id for root in roots}
    for root in roots:
        found, waiting = {root.id}, [root.id]
        while waiting:
            more = beside[waiting.pop()] - found - heads
            found |= more
            waiting += more
        yield root, tuple(rows[id_][0] for id_ in rows if id_ in found and id_ != root.id)


def _ids_in(row: Row) -> Iterable[str]:
    return [value for name, value in row.items() if name.endswith("_id") and value]


def _with_tags_of_now(
    connection: Connection, rows: dict[str, tuple[str, Row]]
) -> dict[str, tuple[str, Row]]:
    """A tag that was made anew meanwhile takes the place of the one that was removed."""
    made = {
        row["name"]: id_
        for id_, row in ((id_, row) for id_, (kind, row) in rows.items() if kind == "tag")
    }
    anew = {
        made[name]: str(id_)
        for id_, name in connection.exec_driver_sql("SELECT id, name FROM tag")
        if name in made
    }
    now = {
        id_: (kind, {**row, "to_id": anew[row["to_id"]]} if row.get("to_id") in anew else row)
        for id_, (kind, row) in rows.items()
        if id_ not in anew
    }
    return {
        id_: (kind, row)
        for id_, (kind, row) in now.items()
        if kind != "reference" or not _leads_there_already(connection, row)
    }


def _leads_there_already(connection: Connection, row: Row) -> bool:
    return (
        connection.exec_driver_sql(
            "SELECT 1 FROM reference WHERE from_id = ? AND to_id = ? AND passage = ? LIMIT 1",
            (row["from_id"], row["to_id"], row["passage"]),
        ).first()
        is not None
    )


def _with_owners(
    connection: Connection, rows: dict[str, tuple[str, Row]]
) -> tuple[dict[str, tuple[str, Row]], dict[str, tuple[str, Row]]]:
    """The rows whose owners are there or come back with them, and those that have to stay."""
    kept, left_out = dict(rows), dict[str, tuple[str, Row]]()
    while True:
        orphans = {
            id_: (kind, row)
            for id_, (kind, row) in kept.items()
            if not _owners_are_there(connection, kind, row, kept)
        }
        if not orphans:
            return {id_: (kind, _freed(connection, kind, row, kept))
                    for id_, (kind, row) in kept.items()}, left_out  # fmt: skip
        left_out |= orphans
        kept = {id_: found for id_, found in kept.items() if id_ not in orphans}


def _owners_are_there(
    connection: Connection, kind: str, row: Row, kept: dict[str, tuple[str, Row]]
) -> bool:
    if kind == "reference":
        ends = ((row["from_kind"], row["from_id"]), (row["to_kind"], row["to_id"]))
        return all(_is_there(connection, end, id_, kept) for end, id_ in ends)
    owners = ((owner, col) for owner in KINDS for part, col in owner.parts if part == kind)
    return all(
        not row[column] or _is_there(connection, owner.id, row[column], kept)
        for owner, column in owners
    )


def _freed(connection: Connection, kind: str, row: Row, kept: dict[str, tuple[str, Row]]) -> Row:
    """The row without what it points at and what is no longer there."""
    freed = dict(row)
    for other in KINDS:
        for column in columns_to(BY_ID[kind], other.table):
            if freed[column] and not _is_there(connection, other.id, freed[column], kept):
                freed[column] = None
    return freed


def _is_there(
    connection: Connection, kind: str, id_: str, kept: dict[str, tuple[str, Row]]
) -> bool:
    return id_ in kept or (kind in BY_ID and row_of(connection, kind, id_) is not None)


def _let_go(
    connection: Connection,
    kind: str,
    images: Iterable[Image],
    kept: set[str],
    *,
    whole_step: bool,
) -> list[Image]:
    """What the removal had changed elsewhere, turned back where nobody has touched it since.

    Of what it had made, only parts of this kind go again, such as a link that took the place of
    one that went; anything else may be in use by now.
    """
    parts = {part for part, _column in BY_ID[kind].parts}
    back = []
    for image in images:
        if image.after is None or image.id in kept:
            continue
        present = row_of(connection, image.kind, image.id)
        if present is None:
            continue
        after = in_present_form(image.kind, image.after)
        if image.before is None:
            if whole_step and image.kind in parts and _same(present, after):
                back.append(Image(image.kind, image.id, present, None))
            continue
        before = in_present_form(image.kind, image.before)
        turned = _turned_back(present, before, after, kept, whole_step=whole_step)
        if turned != present:
            back.append(Image(image.kind, image.id, present, turned))
    return back


def _turned_back(present: Row, before: Row, after: Row, kept: set[str], *, whole_step: bool) -> Row:
    return {
        name: before[name]
        if value == after[name] != before[name] and (whole_step or before[name] in kept)
        else value
        for name, value in present.items()
    }


def _same(present: Row, after: Row) -> bool:
    return all(present[name] == value for name, value in after.items() if name != "changed")
