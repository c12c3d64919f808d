"""Every printed figure of the nine months at Larkmoor, to the printed precision."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from leadjournal.rules.debt import Debt, DebtRow, band, capacity_months, debt
from leadjournal.rules.facts import Facts
from leadjournal.rules.health import green_but_red
from leadjournal.rules.line_of_sight import line_of_sight
from leadjournal.rules.momentum import momentum
from tests.support.larkmoor_facts import WEEKS, day, larkmoor, monday

Row = tuple[Any, ...]

# day, reaching, outputs, size reaching, size, finished, total, principal, interest, unproven,
# momentum, green-but-red
TOTALS = [
    ("02-28", 2, 4, 13, 53, 0, 0.0, 0.0, 0.0, None, 49, ""),
    ("03-31", 4, 7, 19, 69, 26, 26.0, 26.0, 0.0, 100, 59, ""),
    ("04-30", 6, 10, 32, 92, 69, 69.2, 68.6, 0.6, 99, 40, ""),
    ("05-30", 10, 14, 85, 145, 92, 91.4, 89.7, 1.7, 97, 56, "O6"),
    ("07-31", 15, 16, 141, 151, 151, 148.7, 140.8, 7.9, 93, 82, "O2 O6"),
    ("08-29", 15, 16, 141, 151, 151, 135.4, 126.1, 9.3, 83, 92, "O2"),
    ("10-31", 17, 19, 161, 174, 151, 36.1, 30.5, 5.6, 20, 81, ""),
]

# day, then days and percent of O1 to O6 and of the outputs without an outcome
DEBTS = [
    ("02-28", "0.0 3", "0.0 3", "-", "-", "-", "0.0 5", "0.0"),
    ("03-31", "3.0 3", "13.0 3", "0.0 3", "0.0 3", "-", "0.0 5", "10.0"),
    ("04-30", "2.8 3", "13.0 3", "0.0 3", "2.7 3", "0.0 3", "40.0 5", "10.6"),
    ("05-30", "11.7 3", "13.4 3", "0.0 3", "5.1 3", "0.0 3", "40.0 8", "21.2"),
    ("07-31", "10.7 3", "55.0 5", "9.4 3", "4.9 3", "10.3 3", "47.1 5", "11.2"),
    ("08-29", "5.0 3", "48.9 5", "8.8 3", "4.2 3", "9.9 3", "46.7 3", "11.9"),
    ("10-31", "2.1 3", "11.9 3", "1.1 3", "1.4 3", "2.2 3", "4.1 3", "13.4"),
]

EVIDENCE = [
    ("02-28", "0.00", "0.00", "-", "-", "-", "0.00"),
    ("03-31", "0.00", "0.00", "0.00", "0.02", "-", "0.00"),
    ("04-30", "0.06", "0.00", "0.00", "0.08", "0.00", "0.00"),
    ("05-30", "0.11", "0.00", "0.08", "0.15", "0.02", "0.00"),
    ("07-31", "0.21", "0.00", "0.28", "0.19", "0.21", "0.00"),
    ("08-29", "0.64", "0.13", "0.33", "0.33", "0.26", "0.00"),
    ("10-31", "0.86", "0.80", "0.92", "0.79", "0.84", "0.92"),
]


@pytest.fixture(scope="module")
def facts() -> Facts:
    return larkmoor()


@pytest.mark.parametrize("row", TOTALS, ids=lambda row: row[0])
def test_the_totals_of_a_month_end(facts: Facts, row: Row) -> None:
    on, _reaching, _outputs, _near, _size, finished, total, principal, interest, unproven, *_ = row
    found = debt(facts, day(on))
    assert found.finished == finished
    printed = (f"{found.total:.1f}", f"{found.principal:.1f}", f"{found.interest:.1f}")
    assert printed == (f"{total:.1f}", f"{principal:.1f}", f"{interest:.1f}")
    assert (found.unproven is None) == (unproven is None)
    assert round(100 * (found.unproven or 0)) == (unproven or 0)


@pytest.mark.parametrize("row", TOTALS, ids=lambda row: row[0])
def test_line_of_sight_of_a_month_end(facts: Facts, row: Row) -> None:
    sight = line_of_sight(facts, day(row[0]))
    assert (sight.reaching, sight.outputs, sight.size_reaching, sight.size) == row[1:5]


@pytest.mark.parametrize("row", TOTALS, ids=lambda row: row[0])
def test_momentum_and_green_but_red_of_a_month_end(facts: Facts, row: Row) -> None:
    on = day(row[0])
    assert momentum(facts, on).value == row[10]
    assert [found.id for found in green_but_red(facts, on)] == row[11].split()


@pytest.mark.parametrize("row", DEBTS, ids=lambda row: row[0])
def test_debt_and_rate_of_each_outcome(facts: Facts, row: Row) -> None:
    found = debt(facts, day(row[0]))
    assert _by_outcome(found, lambda one: f"{one.days:.1f} {100 * one.rate:.0f}") == list(row[1:7])
    assert f"{found.without_outcome:.1f}" == row[7]
    assert {one.rate for one in found.rows if one.kind == "output"} <= {0.06}


@pytest.mark.parametrize("row", EVIDENCE, ids=lambda row: row[0])
def test_evidence_of_each_outcome(facts: Facts, row: Row) -> None:
    found = debt(facts, day(row[0]))
    assert _by_outcome(found, lambda one: f"{one.evidence.share:.2f}") == list(row[1:])


@pytest.mark.parametrize("index", range(len(WEEKS)))
def test_every_week(facts: Facts, index: int) -> None:
    sunday = monday(index) + timedelta(days=6)
    found = momentum(facts, sunday)
    week = found.weeks[-1]
    printed = WEEKS[index]
    assert week.monday == monday(index)
    assert week.away == (printed is None)
    if printed is None:
        assert found.value == 92
        assert found.raw == momentum(facts, date(2025, 8, 10)).raw
        return
    assert abs(week.mean - printed[6]) <= 0.005 + 1e-9
    assert found.raw is not None
    assert round(found.raw) == printed[7]
    assert found.value == (printed[7] if index >= 2 else None)


def test_the_last_day_in_sentences(facts: Facts) -> None:
    found = debt(facts, day("10-31"))
    months = capacity_months(found.total, people=9)
    assert months is not None
    assert f"{months:.2f}" == "0.22"
    assert band(months) == "light"
    assert f"{found.in_three_months:.1f}" == "40.8"
    assert [(row.id, row.days, row.on) for row in found.written_off] == [("P06", 10, day("06-13"))]
    largest = sorted(found.rows, key=lambda row: -row.days)[:2]
    assert [row.id for row in largest] == ["P16", "O2"]
    assert f"{largest[0].interest:.1f}" == "3.4"


def test_the_worked_example_of_debt(facts: Facts) -> None:
    july = next(row for row in debt(facts, day("07-31")).rows if row.id == "O2")
    assert f"{july.days:.1f} {july.principal:.1f} {july.interest:.1f}" == "55.0 53.0 2.0"
    months = {output.id: (output.waits, output.months) for output in july.outputs}
    assert months == {"P02": (125, 3), "P05": (132, 3), "P08": (41, 0), "P09": (13, 0)}
    assert july.evidence.voice == 0
    assert f"{july.in_three_months:.1f}" == "62.1"
    october = next(row for row in debt(facts, day("10-31")).rows if row.id == "O2")
    assert f"{october.days:.1f}" == "11.9"
    assert f"{october.evidence.promised:.3f}" == "0.796"


def test_the_worked_examples_of_momentum(facts: Facts) -> None:
    may = momentum(facts, date(2025, 5, 4))
    assert (may.value, may.band) == (36, "losing-speed")
    week = may.weeks[-1]
    assert [round(part, 2) for part in week.parts] == [-0.14, -0.5, -0.5, -0.5]
    assert (week.counts.better, week.counts.worse) == (3, 4)
    november = momentum(facts, date(2025, 11, 2))
    assert (november.value, november.band) == (80, "strong")


def test_the_worked_example_of_line_of_sight(facts: Facts) -> None:
    sight = line_of_sight(facts, day("04-30"))
    assert sight.share == 0.6
    assert round(100 * (sight.share_by_effort or 0)) == 35
    assert [(tier.rung, tier.outputs) for tier in sight.tiers] == [
        ("no-outcome", 2),
        ("no-why", 2),
        ("why", 6),
    ]
    assert [repair.id for repair in sight.repairs] == ["O6", "P06", "P16"]


def _by_outcome(found: Debt, said: Callable[[DebtRow], str]) -> list[str]:
    rows = {row.id: row for row in found.rows if row.kind == "outcome"}
    return [said(rows[key]) if key in rows else "-" for key in ("O1", "O2", "O3", "O4", "O5", "O6")]
