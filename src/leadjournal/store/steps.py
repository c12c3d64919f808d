"""The step log: every change with its label and images, stored in the journal itself."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from leadjournal.model.catalogue import Ref
from leadjournal.rules.history_age import believed, reached
from leadjournal.store.changes import Image, joined, packed, unpacked, write_back
from leadjournal.store.migrations import SCHEMA

UNDO_STEPS = 100
UNDO_DAYS = 30
JOIN_MINUTES = 5

DONE, UNDONE, ABANDONED, ENDED = range(4)
"""Undo may take it back; redo may bring it back; it was taken back for good; it stays for good."""

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
    """The step that undo would take back: among the last hundred, of the last thirty days.

    It is always the newest one: a step that a wrong clock calls old must not be passed over.
    """
    since = (moment - timedelta(days=UNDO_DAYS)).isoformat()
    row = connection.exec_driver_sql(
        "SELECT id, label FROM step WHERE undone = ? AND schema = ? "
        "AND (SELECT max(made) FROM step) >= ? "
        "AND (SELECT count(*) FROM step AS taken WHERE taken.undone = ?) < ? "
        "ORDER BY id DESC LIMIT 1",
        (DONE, SCHEMA, since, UNDONE, UNDO_STEPS),
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
    for before, after in ((DONE, ENDED), (UNDONE, ABANDONED)):
        connection.exec_driver_sql("UPDATE step SET undone = ? WHERE undone = ?", (after, before))


def moments(connection: Connection, now: datetime) -> tuple[datetime, dict[int, datetime]]:
    """The latest moment that is sure to have come, and by step the one that had come then."""
    rows = connection.exec_driver_sql("SELECT id, made FROM step ORDER BY id").all()
    made = [(int(step), datetime.fromisoformat(text)) for step, text in rows]
    latest = believed((moment for _step, moment in made), now)
    return latest, reached(made, latest)


def _apply(connection: Connection, step: Step, *, forwards: bool, mark: int) -> list[Ref]:
    content = connection.exec_driver_sql(
        "SELECT images FROM step WHERE id = ?", (step.id,)
    ).scalar_one()
    refs = write_back(connection, unpacked(content), forwards=forwards)
    connection.exec_driver_sql("UPDATE step SET undone = ? WHERE id = ?", (mark, step.id))
    return refs
