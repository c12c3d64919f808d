"""What a record was before: its images in the step log, and what older steps dissolved into."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection

from leadjournal.model.catalogue import BY_ID
from leadjournal.store.changes import (
    Image,
    Row,
    in_present_form,
    packed_row,
    row_of,
    unpacked,
    unpacked_row,
)
from leadjournal.store.steps import ABANDONED, UNDO_DAYS, UNDONE, moments

_KEEP = (
    "INSERT INTO version (record, day, kind, made, label, schema, image) "
    "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (record, day) "
)
_FILL = f"{_KEEP}DO NOTHING"
_DISSOLVE = (
    f"{_KEEP}DO UPDATE SET "
    "made = excluded.made, label = excluded.label, schema = excluded.schema, "
    "image = excluded.image"
)


@dataclass(frozen=True, slots=True)
class Past:
    """A record as it was after a step."""

    key: str
    made: datetime
    label: str
    row: Row


def past_of(connection: Connection, record: str) -> list[Past]:
    """Every image of a record that is kept, oldest first."""
    older = [
        Past(
            f"day:{day}",
            datetime.fromisoformat(made),
            label,
            in_present_form(kind, unpacked_row(image)),
        )
        for kind, day, made, label, image in connection.exec_driver_sql(
            "SELECT kind, day, made, label, image FROM version WHERE record = ? ORDER BY day",
            (record,),
        )
        if kind in BY_ID
    ]
    newer: list[Past] = []
    for step, made, label, content in connection.exec_driver_sql(
        "SELECT step.id, step.made, step.label, step.images FROM step_record "
        "JOIN step ON step.id = step_record.step WHERE step_record.record = ? ORDER BY step.id",
        (record,),
    ):
        image = next((one for one in unpacked(content) if one.id == record), None)
        if image is not None and image.kind in BY_ID:
            newer += _of_step(image, step, datetime.fromisoformat(made), label, not newer)
    return older + newer


def _of_day(kind: str, day: str, made: str, label: str, image: bytes) -> Past:
    row = in_present_form(kind, unpacked_row(image))
    return Past(f"day:{day}", datetime.fromisoformat(made), label, row)


def _of_step(image: Image, step: int, made: datetime, label: str, first: bool) -> Iterable[Past]:
    if first and image.before is not None:
        before = in_present_form(image.kind, image.before)
        yield Past(f"before:{step}", _moment(before["changed"]) or made, label, before)
    if image.after is not None:
        yield Past(f"step:{step}", made, label, in_present_form(image.kind, image.after))


def _moment(stored: object) -> datetime | None:
    try:
        found = datetime.fromisoformat(str(stored))
    except ValueError:
        return None
    return found.replace(tzinfo=found.tzinfo or UTC)


def dissolve(connection: Connection, moment: datetime) -> None:
    """Turn steps older than thirty days into versions, one a record and day, and drop them.

    What was taken back is kept only for a day that has nothing else. What was removed that long
    ago goes with its versions.
    """
    latest, came = moments(connection, moment)
    limit = latest - timedelta(days=UNDO_DAYS)
    old = [step for step, reached in came.items() if reached < limit]
    for step in old:
        _dissolve_step(connection, step)
        connection.exec_driver_sql("DELETE FROM step_record WHERE step = ?", (step,))
        connection.exec_driver_sql("DELETE FROM step WHERE id = ?", (step,))
    if old:
        _drop_what_is_gone(connection)


def _dissolve_step(connection: Connection, step: int) -> None:
    made, label, schema, undone, content = connection.exec_driver_sql(
        "SELECT made, label, schema, undone, images FROM step WHERE id = ?", (step,)
    ).one()
    statement = _FILL if undone in (UNDONE, ABANDONED) else _DISSOLVE
    for image in unpacked(content):
        if _is_worth_keeping(connection, image, step):
            packed = packed_row(image.after or {})
            connection.exec_driver_sql(
                statement, (image.id, made[:10], image.kind, made, label, schema, packed)
            )


def _is_worth_keeping(connection: Connection, image: Image, step: int) -> bool:
    """A text that was written or changed; the record has to be there, or in a later step."""
    if image.after is None or image.kind not in BY_ID:
        return False
    before, after = image.before or {}, image.after
    changed = any(before.get(name) != after.get(name) for name in BY_ID[image.kind].texts)
    return changed and (
        row_of(connection, image.kind, image.id) is not None
        or connection.exec_driver_sql(
            "SELECT 1 FROM step_record WHERE record = ? AND step > ? LIMIT 1", (image.id, step)
        ).first()
        is not None
    )


def _drop_what_is_gone(connection: Connection) -> None:
    """Versions of records that are neither in the journal nor in the log any more."""
    for kind in BY_ID.values():
        connection.exec_driver_sql(
            f'DELETE FROM version WHERE kind = ? AND record NOT IN (SELECT id FROM "{kind.table}") '
            "AND record NOT IN (SELECT record FROM step_record)",
            (kind.id,),
        )
