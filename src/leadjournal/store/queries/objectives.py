"""Questions about objectives, their key results and how sure one was of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, cast

from sqlmodel import Session, col, select

from leadjournal.model.objective import Confidence, KeyResult, KeyResultReading
from leadjournal.store.queries.values import day


class ObjectiveColumns(NamedTuple):
    """What the ladder shows of an objective, read column by column."""

    id: str
    text: str
    level: str
    parent_id: str | None
    cycle: str
    ambition: str
    grade: float | None
    owner: str
    team: str


class KeyResultColumns(NamedTuple):
    """A key result with its newest reading."""

    id: str
    objective_id: str
    text: str
    type: str
    baseline: float | None
    target: float | None
    unit: str
    grade: float | None
    owner: str
    due_on: date | None
    latest: float | None
    read_on: date | None


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


def any_objective(session: Session) -> bool:
    """Whether anybody reports in objectives here."""
    found = session.connection().exec_driver_sql("SELECT 1 FROM objective LIMIT 1")
    return found.first() is not None


def objectives(session: Session) -> list[ObjectiveColumns]:
    """Every objective, in the order in which they were written."""
    rows = session.connection().exec_driver_sql(
        "SELECT o.id, o.text, o.level, o.parent_id, o.cycle, o.ambition, o.grade, "
        "coalesce(p.first_name, ''), coalesce(t.name, '') FROM objective o "
        "LEFT JOIN person p ON p.id = o.owner_id LEFT JOIN team t ON t.id = o.team_id "
        "ORDER BY o.created, o.id"
    )
    return [ObjectiveColumns(*row) for row in rows]


def key_results(session: Session) -> list[KeyResultColumns]:
    """Every key result with its newest reading, in the order in which they were written."""
    rows = session.connection().exec_driver_sql(
        "SELECT k.id, k.objective_id, k.text, k.type, k.baseline, k.target, k.unit, k.grade, "
        "coalesce(p.first_name, ''), k.due_on, r.value, r.day FROM key_result k "
        "LEFT JOIN person p ON p.id = k.owner_id "
        "LEFT JOIN key_result_reading r ON r.id = ("
        "SELECT id FROM key_result_reading WHERE key_result_id = k.id "
        "ORDER BY day DESC, created DESC, id LIMIT 1) ORDER BY k.created, k.id"
    )
    return [_dated(KeyResultColumns(*row)) for row in rows]


def key_results_of(session: Session, objective: str) -> Sequence[KeyResult]:
    """The key results of an objective, in the order in which they were written."""
    query = select(KeyResult).where(KeyResult.objective_id == objective)
    return session.exec(query.order_by(col(KeyResult.created), col(KeyResult.id))).all()


def readings_of(session: Session, key_results: Sequence[str]) -> Sequence[KeyResultReading]:
    """The readings of some key results, oldest first."""
    query = select(KeyResultReading).where(col(KeyResultReading.key_result_id).in_(key_results))
    by_day = query.order_by(col(KeyResultReading.day), col(KeyResultReading.created))
    return session.exec(by_day).all()


def confidences_of(session: Session, objective: str) -> Sequence[Confidence]:
    """How sure one was of an objective, oldest first."""
    query = select(Confidence).where(Confidence.objective_id == objective)
    return session.exec(query.order_by(col(Confidence.day), col(Confidence.created))).all()


def carrying(session: Session, objective: str) -> list[tuple[str, str]]:
    """Id and statement of the outcomes that carry an objective."""
    rows = session.connection().exec_driver_sql(
        "SELECT id, statement FROM outcome WHERE objective_id = ? ORDER BY created", (objective,)
    )
    return [(id_, statement) for id_, statement in rows]


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


def _dated(row: KeyResultColumns) -> KeyResultColumns:
    """The days as days: a plain row has them as text."""
    due, read = cast("str | None", row.due_on), cast("str | None", row.read_on)
    return row._replace(due_on=day(due), read_on=day(read))
