"""What the tree of outcomes shows beside the facts, read column by column."""

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlmodel import Session

from leadjournal.store.queries.values import day


class LinkRow(NamedTuple):
    """A link that holds on the day of the tree."""

    id: str
    output: str
    outcome: str
    so_that: str
    confidence: int
    main: bool


@dataclass(frozen=True, slots=True)
class TreeColumns:
    """Words and days that no figure needs, by id."""

    whys: tuple[tuple[str, str, str, str | None], ...]
    """Id, statement, scope and team."""
    beneficiaries: dict[str, str]
    reviews: dict[str, date | None]
    stages: dict[str, str]
    dues: dict[str, date | None]
    links: tuple[LinkRow, ...]
    indicators: dict[str, str]
    people: dict[str, str]
    teams: dict[str, str]


def columns(session: Session, on: date) -> TreeColumns:
    """What the tree of a day needs; links are those of that day, oldest first."""
    whys = _rows(session, "SELECT id, statement, scope, team_id FROM why ORDER BY created")
    outcomes = _rows(session, "SELECT id, beneficiary, review_on FROM outcome")
    outputs = _rows(session, "SELECT id, stage, due_on FROM output")
    return TreeColumns(
        whys=tuple(whys),
        beneficiaries={id_: beneficiary for id_, beneficiary, _review in outcomes},
        reviews={id_: day(review) for id_, _beneficiary, review in outcomes},
        stages={id_: stage for id_, stage, _due in outputs},
        dues={id_: day(due) for id_, _stage, due in outputs},
        links=_links(session, on),
        indicators=dict(_rows(session, "SELECT id, name FROM indicator")),
        people=dict(_rows(session, "SELECT id, first_name FROM person")),
        teams=dict(_rows(session, "SELECT id, name FROM team")),
    )


def _links(session: Session, on: date) -> tuple[LinkRow, ...]:
    rows = _rows(
        session,
        "SELECT id, output_id, outcome_id, so_that, confidence, main FROM link "
        "WHERE since <= ? AND (until IS NULL OR until > ?) ORDER BY since, created",
        (on.isoformat(), on.isoformat()),
    )
    return tuple(
        LinkRow(id_, output, outcome, so_that, confidence, bool(main))
        for id_, output, outcome, so_that, confidence, main in rows
    )


def _rows(session: Session, query: str, values: tuple[str, ...] = ()) -> list[Any]:
    rows = session.connection().exec_driver_sql(query, values)
    return [tuple(row) for row in rows]
