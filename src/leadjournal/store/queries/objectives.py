"""The objectives, and which outcomes carry them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlmodel import Session, col, select

from leadjournal.model.objective import Confidence, KeyResult, KeyResultReading
from leadjournal.model.outcome import Outcome


class ObjectiveRow(NamedTuple):
    """An objective and the one above it, if any."""

    id: str
    text: str
    level: str
    parent: str | None


@dataclass(frozen=True, slots=True)
class Carried:
    """All objectives in the order of the journal, and pairs of an outcome and its objective."""

    objectives: tuple[ObjectiveRow, ...] = ()
    outcomes: tuple[tuple[str, str], ...] = ()


def carried(session: Session) -> Carried:
    """What is reported upwards, and by which outcomes."""
    connection = session.connection()
    rows = connection.exec_driver_sql(
        "SELECT id, text, level, parent_id FROM objective ORDER BY created"
    )
    pairs = connection.exec_driver_sql(
        "SELECT id, objective_id FROM outcome WHERE objective_id IS NOT NULL ORDER BY created"
    )
    return Carried(
        tuple(ObjectiveRow(*row) for row in rows),
        tuple((outcome, objective) for outcome, objective in pairs),
    )


@dataclass(frozen=True, slots=True)
class Parts:
    """What belongs to objectives, by the id of what it belongs to; oldest first."""

    results: dict[str, list[KeyResult]] = field(default_factory=dict)
    readings: dict[str, list[KeyResultReading]] = field(default_factory=dict)
    confidences: dict[str, list[Confidence]] = field(default_factory=dict)
    outcomes: dict[str, list[tuple[str, str]]] = field(default_factory=dict)


def parts(session: Session) -> Parts:
    """Every key result, reading and confidence, and the outcomes that carry objectives."""
    found = Parts()
    for result in session.exec(select(KeyResult).order_by(col(KeyResult.created))):
        found.results.setdefault(result.objective_id, []).append(result)
    by_day = select(KeyResultReading).order_by(
        col(KeyResultReading.day), col(KeyResultReading.created)
    )
    for reading in session.exec(by_day):
        found.readings.setdefault(reading.key_result_id, []).append(reading)
    sure = select(Confidence).order_by(col(Confidence.day), col(Confidence.created))
    for confidence in session.exec(sure):
        found.confidences.setdefault(confidence.objective_id, []).append(confidence)
    carrying = (
        select(Outcome.id, Outcome.statement, Outcome.objective_id)
        .where(col(Outcome.objective_id).is_not(None))
        .order_by(col(Outcome.created))
    )
    for id_, statement, objective in session.exec(carrying):
        found.outcomes.setdefault(str(objective), []).append((id_, statement))
    return found


def readings_of(session: Session, key_result_id: str) -> Sequence[KeyResultReading]:
    """The readings of a key result, oldest first."""
    query = select(KeyResultReading).where(KeyResultReading.key_result_id == key_result_id)
    return session.exec(query.order_by(col(KeyResultReading.day))).all()


def confidences_of(session: Session, objective_id: str) -> Sequence[Confidence]:
    """How sure one was of an objective, oldest first."""
    query = select(Confidence).where(Confidence.objective_id == objective_id)
    return session.exec(query.order_by(col(Confidence.day), col(Confidence.created))).all()
