"""The objectives, and which outcomes carry them."""

from dataclasses import dataclass
from typing import NamedTuple

from sqlmodel import Session


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
