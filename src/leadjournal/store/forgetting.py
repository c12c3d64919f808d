"""Forgetting for good: nothing of a record stays, neither in the log nor in versions or drafts."""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection

from leadjournal.model.catalogue import KINDS
from leadjournal.store.changes import Image, packed, unpacked
from leadjournal.store.steps import end_list


def forget(connection: Connection, records: Collection[str]) -> None:
    """Take every image of these records out of the history, and end the undo list.

    The records themselves have to be gone already. What belonged to them and was removed before
    goes as well, and so do references to and from them.
    """
    steps = connection.exec_driver_sql("SELECT id FROM step ORDER BY id").scalars().all()
    doomed = _with_what_belonged(connection, steps, set(records))
    for step in steps:
        _purge(connection, step, doomed)
    for record in doomed:
        connection.exec_driver_sql("DELETE FROM version WHERE record = ?", (record,))
        connection.exec_driver_sql(
            "DELETE FROM draft WHERE instr(key, ?) OR instr(content, ?)", (record, record)
        )
    end_list(connection)


def _with_what_belonged(
    connection: Connection, steps: Sequence[int], records: set[str]
) -> set[str]:
    found = set(records)
    while True:
        more = {
            image.id
            for step in steps
            for image in _images(connection, step)
            if image.id not in found and _hangs_on(image, found)
        }
        if not more:
            return found
        found |= more


def _hangs_on(image: Image, records: set[str]) -> bool:
    row = image.after or image.before or {}
    columns = _OWNERS.get(image.kind, ())
    return any(row.get(column) in records for column in columns)


def versions_of(connection: Connection, records: Collection[str]) -> int:
    """How many images the history holds of these records."""
    total = 0
    for record in records:
        for table in ("step_record", "version"):
            total += int(
                connection.exec_driver_sql(
                    f"SELECT count(*) FROM {table} WHERE record = ?", (record,)
                ).scalar_one()
            )
    return total


def _purge(connection: Connection, step: int, records: Collection[str]) -> None:
    images = _images(connection, step)
    kept = [image for image in images if image.id not in records]
    if len(kept) == len(images):
        return
    for image in images:
        if image.id in records:
            connection.exec_driver_sql(
                "DELETE FROM step_record WHERE step = ? AND record = ?", (step, image.id)
            )
    if kept:
        connection.exec_driver_sql("UPDATE step SET images = ? WHERE id = ?", (packed(kept), step))
    else:
        connection.exec_driver_sql("DELETE FROM step WHERE id = ?", (step,))


def _images(connection: Connection, step: int) -> list[Image]:
    return unpacked(
        connection.exec_driver_sql("SELECT images FROM step WHERE id = ?", (step,)).scalar_one()
    )


def _owners() -> dict[str, tuple[str, ...]]:
    """By kind, the columns that name the record without which it would not be."""
    owners: dict[str, tuple[str, ...]] = {"reference": ("from_id", "to_id")}
    for kind in KINDS:
        for part, column in kind.parts:
            owners[part] = (*owners.get(part, ()), column)
    return owners


_OWNERS = _owners()
