"""The images of every row a writing block touches, kept before and after."""

import json
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Column, Connection, Table, event, inspect
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import ORMExecuteState, Session
from sqlmodel import SQLModel

from leadjournal.base.clock import Clock
from leadjournal.base.errors import Bug, DamagedJournal
from leadjournal.base.words import _
from leadjournal.model.catalogue import BY_ID, BY_RECORD, KINDS, Ref
from leadjournal.model.record import Record

Row = dict[str, Any]
"""A row as the file holds it, by column name."""

_DIALECT = sqlite.dialect()
_LARGEST = 1 << 30
"""Bytes of a step when unpacked; more than this is no work of a person."""

_TABLES = {kind.id: kind.table for kind in KINDS}


@dataclass(slots=True)
class Image:
    """One record before and after a step; None where it did not exist."""

    kind: str
    id: str
    before: Row | None
    after: Row | None


def _writers(table: Table) -> list[tuple[str, Callable[[Any], Any] | None]]:
    columns: Iterable[Column[Any]] = table.columns
    return [
        (column.name, column.type.dialect_impl(_DIALECT).bind_processor(_DIALECT))
        for column in columns
    ]


class Recorder:
    """Listens to a session and keeps an image of each row it writes."""

    def __init__(self, session: Session, clock: Clock) -> None:
        self._clock = clock
        self._last = self._given = clock.now()
        self._images: dict[str, Image] = {}
        self._new: list[Record] = []
        self._dirty: list[Record] = []
        event.listen(session, "before_flush", self._before)
        event.listen(session, "after_flush", self._after)
        event.listen(session, "do_orm_execute", _refuse_bulk)

    def images(self) -> list[Image]:
        """What has changed in the end: rows that came and went leave no image."""
        return [image for image in self._images.values() if image.before != image.after]

    def _before(self, session: Session, *_: object) -> None:
        self._new = [record for record in session.new if isinstance(record, Record)]
        self._dirty = [
            record
            for record in session.dirty
            if isinstance(record, Record) and session.is_modified(record)
        ]
        for record in self._new:
            record.created = record.changed = self._tick()
        for record in self._dirty:
            self._keep(record, committed_row(record))
            record.changed = self._tick()
        for record in session.deleted:
            self._keep(record, committed_row(record))
            self._images[record.id].after = None

    def _tick(self) -> datetime:
        """Now, a tick apart, so that records of one block keep the order they were made in."""
        now = self._clock.now()
        self._given = self._given + timedelta(microseconds=1) if now == self._last else now
        self._last = now
        return self._given

    def _after(self, *_: object) -> None:
        for record in self._new:
            self._keep(record, None)
        for record in (*self._new, *self._dirty):
            self._images[record.id].after = present_row(record)

    def _keep(self, record: Record, before: Row | None) -> None:
        if record.id not in self._images:
            kind = BY_RECORD[type(record)].id
            self._images[record.id] = Image(kind, record.id, before, before)


def _refuse_bulk(statement: ORMExecuteState) -> None:
    if statement.is_update or statement.is_delete or statement.is_insert:
        raise Bug("A bulk statement in a writing block leaves no image to undo.")


_WRITERS: dict[str, list[tuple[str, Callable[[Any], Any] | None]]] = {
    table.name: _writers(table) for table in SQLModel.metadata.sorted_tables
}


def present_row(record: Record) -> Row:
    """The record as the file holds it now."""
    return {
        name: _stored(writer, getattr(record, name))
        for name, writer in _WRITERS[str(record.__tablename__)]
    }


def row_with(kind: str, values: Mapping[str, Any]) -> Row:
    """The row of a record with these values, as the file would hold it."""
    return {name: _stored(writer, values[name]) for name, writer in _WRITERS[_TABLES[kind]]}


def committed_row(record: Record) -> Row:
    """The record as the file held it before it was changed here."""
    state = inspect(record)
    row = {}
    for name, writer in _WRITERS[str(record.__tablename__)]:
        history = state.attrs[name].history
        row[name] = _stored(
            writer, history.deleted[0] if history.deleted else getattr(record, name)
        )
    return row


def _stored(writer: Callable[[Any], Any] | None, value: Any) -> Any:
    return value if writer is None or value is None else writer(value)


def packed(images: list[Image]) -> bytes:
    """The images as they are stored in a step."""
    return _packed([[image.kind, image.id, image.before, image.after] for image in images])


def unpacked(content: bytes) -> list[Image]:
    """The images of a stored step; one that cannot be read is told."""
    try:
        return [Image(*row) for row in _unpacked(content)]
    except TypeError as fault:
        raise _unreadable() from fault


def packed_row(row: Row) -> bytes:
    """One row as it is stored in a version."""
    return _packed(row)


def unpacked_row(content: bytes) -> Row:
    """The row of a stored version; one that cannot be read is told."""
    row = _unpacked(content)
    if not isinstance(row, dict):
        raise _unreadable()
    return row


def _packed(what: object) -> bytes:
    return zlib.compress(json.dumps(what, ensure_ascii=False, separators=(",", ":")).encode(), 1)


def _unpacked(content: bytes) -> Any:
    stream = zlib.decompressobj()
    try:
        whole = stream.decompress(content, _LARGEST)
        if not stream.eof:
            raise ValueError("cut, or larger than any step")
        return json.loads(whole)
    except (zlib.error, ValueError, RecursionError, TypeError) as fault:
        raise _unreadable() from fault


def _unreadable() -> DamagedJournal:
    return DamagedJournal(
        _("A part of the journal’s history cannot be read."),
        _("The records themselves are not touched by it."),
        _("Check the journal; a backup may still have that part."),
    )


def as_stored(kind: str, column: str, value: Any) -> Any:
    """A value of a record as the file holds it."""
    return next(
        _stored(writer, value) for name, writer in _WRITERS[_TABLES[kind]] if name == column
    )


def in_present_form(kind: str, row: Row) -> Row:
    """A row of an older schema as the tables hold it now: what is new has its default.

    A column that no longer exists is left out.
    """
    fields = BY_ID[kind].record.model_fields
    return {
        name: row[name]
        if name in row
        else _stored(writer, fields[name].get_default(call_default_factory=True))
        for name, writer in _WRITERS[_TABLES[kind]]
    }


def joined(earlier: list[Image], later: list[Image]) -> list[Image]:
    """Two steps as one: the first image before, the last image after."""
    images = {image.id: image for image in earlier}
    for image in later:
        before = images[image.id].before if image.id in images else image.before
        images[image.id] = Image(image.kind, image.id, before, image.after)
    return list(images.values())


def row_of(connection: Connection, kind: str, record: str) -> Row | None:
    """The record as the file holds it now; None when it is not in the journal."""
    found = connection.exec_driver_sql(
        f'SELECT * FROM "{_TABLES[kind]}" WHERE id = ?', (record,)
    ).first()
    return dict(found._mapping) if found is not None else None


def write_back(connection: Connection, images: list[Image], *, forwards: bool) -> list[Ref]:
    """Bring each row to its image after (forwards) or before the step; removals come first."""
    wanted = [
        (
            image,
            _known(image.kind, image.after if forwards else image.before),
            image.before if forwards else image.after,
        )
        for image in images
        if image.kind in BY_ID
    ]
    for image, row, present in wanted:
        if row is None and present is not None:
            connection.exec_driver_sql(
                f'DELETE FROM "{_TABLES[image.kind]}" WHERE id = ?', (image.id,)
            )
    for image, row, present in wanted:
        if row is not None and present is not None:
            _update(connection, _TABLES[image.kind], image.id, row)
    for image, row, present in wanted:
        if row is not None and present is None:
            _insert(connection, _TABLES[image.kind], row)
    return [Ref(image.kind, image.id) for image in images]


def _known(kind: str, row: Row | None) -> Row | None:
    """Only columns of the table: their names become part of a statement."""
    return in_present_form(kind, row) if row is not None else None


def _update(connection: Connection, table: str, record: str, row: Row) -> None:
    places = ", ".join(f'"{name}" = ?' for name in row)
    connection.exec_driver_sql(
        f'UPDATE "{table}" SET {places} WHERE id = ?', (*row.values(), record)
    )


def _insert(connection: Connection, table: str, row: Row) -> None:
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    connection.exec_driver_sql(
        f'INSERT INTO "{table}" ({names}) VALUES ({marks})', tuple(row.values())
    )
