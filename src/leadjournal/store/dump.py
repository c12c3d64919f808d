"""Rows as plain values that any program can read, and the journal's history with its images."""

import enum
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Connection, Date, Float, Integer
from sqlmodel import SQLModel, UTCDateTime

from leadjournal.model.catalogue import KINDS, Kind
from leadjournal.store.changes import Image, Row, unpacked, unpacked_row
from leadjournal.store.queries.records import columns_to


class Shape(enum.Enum):
    """What the values of a column look like outside of the file."""

    TEXT = "text"
    WHOLE = "a whole number"
    NUMBER = "a number"
    TRUTH = "true or false"
    DAY = "a day"
    MOMENT = "a moment"
    NESTED = "a list or named values"


@dataclass(frozen=True, slots=True)
class PastStep:
    """A step of the log with its images."""

    id: int
    label: str
    made: str
    source: str
    schema: int
    undone: int
    content: bytes

    @property
    def images(self) -> list[Image]:
        """Every record it touched, before and after."""
        return unpacked(self.content)


@dataclass(frozen=True, slots=True)
class PastVersion:
    """What a record was at the end of a day, out of a step that is no longer in the log."""

    record: str
    day: str
    kind: str
    made: str
    label: str
    schema: int
    content: bytes

    @property
    def image(self) -> Row:
        """The record as it was."""
        return unpacked_row(self.content)


def _shape(column: Column[Any]) -> Shape:
    for type_, shape in _SHAPES:
        if isinstance(column.type, type_):
            return shape
    return Shape.TEXT


_SHAPES: tuple[tuple[type[Any], Shape], ...] = (
    (Boolean, Shape.TRUTH),
    (Integer, Shape.WHOLE),
    (Float, Shape.NUMBER),
    (Date, Shape.DAY),
    (UTCDateTime, Shape.MOMENT),
    (JSON, Shape.NESTED),
)


def _columns(kind: Kind) -> dict[str, Shape]:
    shapes = {
        column.name: _shape(column) for column in SQLModel.metadata.tables[kind.table].columns
    }
    return {"id": shapes.pop("id"), **shapes}


COLUMNS: dict[str, dict[str, Shape]] = {kind.id: _columns(kind) for kind in KINDS}
"""By kind its columns in the order in which they are written, and what their values look like."""

POINTERS: dict[str, tuple[tuple[str, str], ...]] = {
    kind.id: tuple(
        (column, other.id) for other in KINDS for column in columns_to(kind, other.table)
    )
    for kind in KINDS
}
"""By kind the columns that name another record, and of which kind that one is."""


def _moment(stored: str) -> str:
    return stored.replace(" ", "T") + "Z"


_READABLE: dict[Shape, Callable[[Any], Any]] = {
    Shape.TRUTH: bool,
    Shape.MOMENT: _moment,
    Shape.NESTED: json.loads,
}


def readable(kind: str, row: Row) -> dict[str, Any]:
    """A row with days and moments as ISO text, truths and nested values as JSON has them."""
    return {
        name: _READABLE[shape](row[name])
        if shape in _READABLE and row[name] is not None
        else row[name]
        for name, shape in COLUMNS[kind].items()
    }


def all_rows(connection: Connection) -> dict[str, list[Row]]:
    """Every record of every kind, in the catalogue's order and then in the order of making."""
    return {kind.id: _rows(connection, kind) for kind in KINDS}


def _rows(connection: Connection, kind: Kind) -> list[Row]:
    columns = tuple(COLUMNS[kind.id])
    names = ", ".join(f'"{name}"' for name in columns)
    found = connection.exec_driver_sql(f'SELECT {names} FROM "{kind.table}" ORDER BY created, id')
    return [dict(zip(columns, row, strict=True)) for row in found]


def past_steps(connection: Connection) -> list[PastStep]:
    """The step log, oldest first, numbered from one: what dissolved before leaves no gap."""
    return [
        PastStep(*row)
        for row in connection.exec_driver_sql(
            "SELECT row_number() OVER (ORDER BY id), label, made, source, schema, undone, images "
            "FROM step ORDER BY id"
        )
    ]


def past_versions(connection: Connection) -> list[PastVersion]:
    """What older steps dissolved into."""
    return [
        PastVersion(*row)
        for row in connection.exec_driver_sql(
            "SELECT record, day, kind, made, label, schema, image FROM version ORDER BY record, day"
        )
    ]


def has_no_past(connection: Connection) -> bool:
    """Whether the journal never held anything but its own name."""
    named = "SELECT count(*) FROM step_record WHERE kind != 'journal'"
    older = "SELECT count(*) FROM version WHERE kind != 'journal'"
    return not any(connection.exec_driver_sql(query).scalar() for query in (named, older))


def put_past(
    connection: Connection, steps: Iterable[PastStep], versions: Iterable[PastVersion]
) -> None:
    """Give the journal this history in the place of its own.

    Its steps are numbered anew: after a number without a next one no step could ever follow.
    """
    for table in ("step_record", "step", "version"):
        connection.exec_driver_sql(f"DELETE FROM {table}")
    connection.exec_driver_sql("DELETE FROM sqlite_sequence WHERE name = 'step'")
    for number, step in enumerate(steps, start=1):
        connection.exec_driver_sql(
            "INSERT INTO step (id, label, made, source, schema, undone, images) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (number, step.label, step.made, step.source, step.schema, step.undone, step.content),
        )
        for image in step.images:
            connection.exec_driver_sql(
                "INSERT INTO step_record (step, kind, record) VALUES (?, ?, ?)",
                (number, image.kind, image.id),
            )
    for one in versions:
        connection.exec_driver_sql(
            "INSERT INTO version (record, day, kind, made, label, schema, image) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (one.record, one.day, one.kind, one.made, one.label, one.schema, one.content),
        )
