"""Questions about milestones and who grows on the way to them."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlmodel import Session, col, select

from leadjournal.model.milestone import Growth
from leadjournal.store.queries.values import day


class MilestoneColumns(NamedTuple):
    """What lists show of a milestone, read column by column."""

    id: str
    what: str
    due_on: date | None
    closed_on: date | None
    result: str | None
    outcome_id: str | None
    outcome: str
    owner: str
    lasting_value: str
    kept: str
    growing: int


class DueMilestone(NamedTuple):
    """An open milestone with its day and the outcome it serves."""

    id: str
    what: str
    due_on: date
    outcome: str


def growth_of(session: Session, milestone: str) -> Sequence[Growth]:
    """Who learns what on the way to a milestone, in the order in which it was written."""
    query = select(Growth).where(Growth.milestone_id == milestone)
    return session.exec(query.order_by(col(Growth.created), col(Growth.id))).all()


def listing(session: Session) -> list[MilestoneColumns]:
    """Every milestone, oldest first."""
    rows = session.connection().exec_driver_sql(
        "SELECT m.id, m.what, m.due_on, m.closed_on, m.result, m.outcome_id, "
        "coalesce(o.statement, ''), coalesce(p.first_name, ''), m.lasting_value, m.kept, "
        "(SELECT count(*) FROM growth g WHERE g.milestone_id = m.id) "
        "FROM milestone m LEFT JOIN outcome o ON o.id = m.outcome_id "
        "LEFT JOIN person p ON p.id = m.owner_id ORDER BY m.created, m.id"
    )
    return [
        MilestoneColumns(id_, what, day(due), day(closed), *rest)
        for id_, what, due, closed, *rest in rows
    ]


def due(session: Session, until: date) -> list[DueMilestone]:
    """The open milestones that are due by a day, the first one first."""
    rows = session.connection().exec_driver_sql(
        "SELECT m.id, m.what, m.due_on, coalesce(o.statement, '') FROM milestone m "
        "LEFT JOIN outcome o ON o.id = m.outcome_id "
        "WHERE m.closed_on IS NULL AND m.due_on <= ? ORDER BY m.due_on, m.created",
        (until.isoformat(),),
    )
    return [
        DueMilestone(id_, what, date.fromisoformat(due_on), outcome)
        for id_, what, due_on, outcome in rows
    ]
