"""Questions about closed cycles and the scores in them."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session, col, select

from leadjournal.model.cycle import Cycle, CycleScore
from leadjournal.model.outcome import Outcome


def newest_first(session: Session) -> Sequence[Cycle]:
    """Every closed cycle, the one that ended last first."""
    order = (col(Cycle.until).desc(), col(Cycle.closed_on).desc(), col(Cycle.created).desc())
    return session.exec(select(Cycle).order_by(*order)).all()


def with_span(session: Session, since: date, until: date) -> Sequence[Cycle]:
    """The closed cycles with exactly these days."""
    return session.exec(select(Cycle).where(Cycle.since == since, Cycle.until == until)).all()


def scores_in(session: Session, cycle: str) -> Sequence[CycleScore]:
    """The scores given in a cycle, the oldest outcome first."""
    query = select(CycleScore).join(Outcome).where(CycleScore.cycle_id == cycle)
    return session.exec(query.order_by(col(Outcome.created_on), col(Outcome.created))).all()


def scores_of(session: Session, outcome: str) -> Sequence[tuple[Cycle, CycleScore]]:
    """The scores of an outcome with their cycles, the newest first."""
    query = (
        select(Cycle, CycleScore)
        .where(CycleScore.cycle_id == Cycle.id, CycleScore.outcome_id == outcome)
        .order_by(col(Cycle.until).desc(), col(Cycle.closed_on).desc())
    )
    return session.exec(query).all()
