"""Questions about outputs and their links."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, or_, select

from leadjournal.model.link import Link


def links_of(session: Session, output: str, on: date) -> Sequence[Link]:
    """The links of an output that hold on a day, the main one first."""
    return [link for link in links_from(session, output, on) if link.since <= on]


def links_from(session: Session, output: str, day: date) -> Sequence[Link]:
    """The links of an output that hold on a day or later, the main ones first."""
    query = select(Link).where(Link.output_id == output, _not_ended_by(day))
    order = (col(Link.main).desc(), col(Link.since), col(Link.created))
    return session.exec(query.order_by(*order)).all()


def links_to(session: Session, outcome: str) -> Sequence[Link]:
    """Every link that ever led to an outcome, oldest first."""
    query = select(Link).where(Link.outcome_id == outcome)
    return session.exec(query.order_by(col(Link.since), col(Link.created))).all()


def _not_ended_by(day: date) -> ColumnElement[bool]:
    return or_(col(Link.until).is_(None), col(Link.until) > day)
