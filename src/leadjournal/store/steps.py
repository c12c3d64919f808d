"""The step log: every change with its label and images, stored in the journal itself."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from leadjournal.model.catalogue import Ref
from leadjournal.store.changes import Image, joined, packed, unpacked, write_back
from leadjournal.store.migrations import SCHEMA

UNDO_STEPS = 100
UNDO_DAYS = 30
JOIN_MINUTES = 5

DONE, UNDONE, ABANDONED = 0, 1, 2

_INSERT = "INSERT INTO step (label, made, source, schema, undone, images) VALUES (?, ?, ?, ?, 0, ?)"
_INSERT_RECORD = (
    "INSERT INTO step_record (step, kind, record) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
)


@dataclass(frozen=True, slots=True)
class Step:
    """A change of the journal that can be named and taken back."""

    id: int
    label: str


@dataclass(slots=True)
class OpenStep:
    """A step that later edits of the same text may still join."""

    join: str
    step: int
    begun: datetime
    images: list[Image]


class StepLog:
    """Writes steps, joins those of one text, and takes them back."""

    def __init__(self) -> None:
        self._open: OpenStep | None = None

    def seal(self) -> None:
        """No later edit joins the last step: the text has lost the focus."""
        self._open = None

    def store(
        self,
        connection: Connection,
        label: str,
        images: list[Image],
        moment: datetime,
        *,
        join: str | None,
        source: str,
    ) -> OpenStep | None:
        """Write a step in the transaction of its change; give `opened` the result on commit."""
        present = self._joinable(join, moment)
        if present is not None:
            whole = joined(present.images, images)
            if all(image.before == image.after for image in whole):
                _forget(connection, present.step)
                return None
            connection.exec_driver_sql(
                "UPDATE step SET images = ?, made = ? WHERE id = ?",
                (packed(whole), moment.isoformat(), present.step),
            )
            named = {image.id for image in present.images}
            _name_records(connection, present.step, [one for one in images if one.id not in named])
            return OpenStep(present.join, present.step, present.begun, whole)
        connection.exec_driver_sql(
            "UPDATE step SET undone = ? WHERE undone = ?", (ABANDONED, UNDONE)
        )
        row = connection.exec_driver_sql(
            _INSERT, (label, moment.isoformat(), source, SCHEMA, packed(images))
        )
        step = int(row.lastrowid)
        _name_records(connection, step, images)
        return OpenStep(join, step, moment, images) if join else None

    def opened(self, step: OpenStep | None) -> None:
        """Remember the step that later edits may join, once it is committed."""
        self._open = step

    def _joinable(self, join: str | None, moment: datetime) -> OpenStep | None:
        present = self._open
        if present is None or join is None or present.join != join:
            return None
        limit = timedelta(minutes=JOIN_MINUTES)
        return present if timedelta(0) <= moment - present.begun <= limit else None


def _forget(connection: Connection, step: int) -> None:
    """A step whose edits came to nothing is none: there is nothing to take back."""
    connection.exec_driver_sql("DELETE FROM step_record WHERE step = ?", (step,))
    connection.exec_driver_sql("DELETE FROM step WHERE id = ?", (step,))


def _name_records(connection: Connection, step: int, images: list[Image]) -> None:
    rows = [(step, image.kind, image.id) for image in images]
    if rows:
        connection.exec_driver_sql(_INSERT_RECORD, rows)


def last_done(connection: Connection, moment: datetime) -> Step | None:
    """The step that undo would take back: among the last hundred, of the last thirty days."""
    since = (moment - timedelta(days=UNDO_DAYS)).isoformat()
    row = connection.exec_driver_sql(
        "SELECT id, label FROM step WHERE undone = 0 AND schema = ? AND made >= ? "
        "AND (SELECT count(*) FROM step AS taken WHERE taken.undone = 1) < ? "
        "ORDER BY id DESC LIMIT 1",
        (SCHEMA, since, UNDO_STEPS),
    ).first()
    return Step(*row) if row else None


def first_undone(connection: Connection) -> Step | None:
    """The step that redo would bring back."""
    row = connection.exec_driver_sql(
        "SELECT id, label FROM step WHERE undone = 1 AND schema = ? ORDER BY id LIMIT 1", (SCHEMA,)
    ).first()
    return Step(*row) if row else None


def take_back(connection: Connection, step: Step) -> list[Ref]:
    """Undo a step and mark it undone."""
    return _apply(connection, step, forwards=False, mark=UNDONE)


def bring_back(connection: Connection, step: Step) -> list[Ref]:
    """Redo a step and mark it done."""
    return _apply(connection, step, forwards=True, mark=DONE)


def end_list(connection: Connection) -> None:
    """No step so far can be taken back or brought back."""
    connection.exec_driver_sql("UPDATE step SET undone = ?", (ABANDONED,))


def _apply(connection: Connection, step: Step, *, forwards: bool, mark: int) -> list[Ref]:
    content = connection.exec_driver_sql(
        "SELECT images FROM step WHERE id = ?", (step.id,)
    ).scalar_one()
    refs = write_back(connection, unpacked(content), forwards=forwards)
    connection.exec_driver_sql("UPDATE step SET undone = ? WHERE id = ?", (mark, step.id))
    return refs
