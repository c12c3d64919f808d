"""What is due, for Today, read column by column."""

from datetime import date
from typing import NamedTuple

from sqlmodel import Session

from leadjournal.store.queries.values import day


class DueOutput(NamedTuple):
    """An output that is neither finished nor stopped, with its day."""

    id: str
    title: str
    size: float
    due_on: date


def due_outputs(session: Session, until: date) -> list[DueOutput]:
    """The outputs that are due by a day, in the order of the journal."""
    rows = session.connection().exec_driver_sql(
        "SELECT id, title, size, due_on FROM output WHERE due_on <= ? "
        "AND finished_on IS NULL AND stopped_on IS NULL ORDER BY created",
        (until.isoformat(),),
    )
    return [DueOutput(id_, title, size, date.fromisoformat(due)) for id_, title, size, due in rows]


def next_reviews(session: Session) -> dict[str, date | None]:
    """The day each outcome is to be reviewed, where one was said."""
    rows = session.connection().exec_driver_sql("SELECT id, review_on FROM outcome")
    return {id_: day(review_on) for id_, review_on in rows}
