"""Questions about outcomes, their whys, reviews, indicators and readings."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection
from sqlmodel import Session, col, select

from leadjournal.model.indicator import Indicator, IndicatorChange, Reading
from leadjournal.model.outcome import OutcomeWhy, Review


def why_since(session: Session, outcome: str, on: date) -> OutcomeWhy | None:
    """The why an outcome serves on a day, as it was set; it may be set to none."""
    query = select(OutcomeWhy).where(OutcomeWhy.outcome_id == outcome, OutcomeWhy.since <= on)
    newest = query.order_by(col(OutcomeWhy.since).desc(), col(OutcomeWhy.created).desc())
    return session.exec(newest).first()


def reviews_of(session: Session, outcome: str) -> Sequence[Review]:
    """The reviews of an outcome, newest first."""
    query = select(Review).where(Review.outcome_id == outcome)
    return session.exec(query.order_by(col(Review.day).desc(), col(Review.created).desc())).all()


def indicators_of(session: Session, outcome: str) -> Sequence[Indicator]:
    """The indicators of an outcome, guards last."""
    query = select(Indicator).where(Indicator.outcome_id == outcome)
    found = session.exec(query.order_by(col(Indicator.created))).all()
    return sorted(found, key=lambda indicator: indicator.guard != "none")


def readings_of(session: Session, indicators: Sequence[str]) -> Sequence[Reading]:
    """The readings of some indicators, oldest first."""
    query = select(Reading).where(col(Reading.indicator_id).in_(indicators))
    return session.exec(query.order_by(col(Reading.day), col(Reading.created))).all()


def changes_of(session: Session, indicators: Sequence[str]) -> Sequence[IndicatorChange]:
    """What changed about some indicators, oldest first."""
    query = select(IndicatorChange).where(col(IndicatorChange.indicator_id).in_(indicators))
    by_day = query.order_by(col(IndicatorChange.valid_from), col(IndicatorChange.created))
    return session.exec(by_day).all()


def reading_rows(
    connection: Connection, indicators: Iterable[str]
) -> dict[tuple[str, str], dict[str, Any]]:
    """The readings of some indicators as the file holds them, by indicator and day."""
    found = {}
    for indicator in sorted(indicators):
        rows = connection.exec_driver_sql(
            "SELECT * FROM reading WHERE indicator_id = ? ORDER BY created", (indicator,)
        )
        for row in rows:
            found[indicator, row._mapping["day"]] = dict(row._mapping)
    return found
