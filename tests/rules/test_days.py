from __future__ import annotations

from datetime import date

import pytest

from leadjournal.rules.days import (
    last_day_of_month,
    last_full_week,
    monday_of,
    month_end,
    month_ends,
    month_ends_between,
)


@pytest.mark.parametrize(
    ("day", "monday"),
    [
        (date(2025, 2, 3), date(2025, 2, 3)),
        (date(2025, 2, 9), date(2025, 2, 3)),
        (date(2025, 1, 1), date(2024, 12, 30)),
    ],
)
def test_the_monday_of_a_week(day: date, monday: date) -> None:
    assert monday_of(day) == monday


@pytest.mark.parametrize(
    ("on", "monday"),
    [
        (date(2025, 11, 2), date(2025, 10, 27)),  # a Sunday ends its own week
        (date(2025, 11, 1), date(2025, 10, 20)),
        (date(2025, 11, 3), date(2025, 10, 27)),
    ],
)
def test_the_last_full_week(on: date, monday: date) -> None:
    assert last_full_week(on) == monday


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (date(2025, 5, 1), date(2025, 5, 30)),  # the 31st is a Saturday
        (date(2025, 8, 31), date(2025, 8, 29)),  # the 31st is a Sunday
        (date(2025, 12, 2), date(2025, 12, 31)),
        (date(2024, 2, 1), date(2024, 2, 29)),
    ],
)
def test_a_month_ends_with_its_last_working_day(day: date, end: date) -> None:
    assert month_end(day) == end


def test_the_last_day_of_december() -> None:
    assert last_day_of_month(date(2025, 12, 5)) == date(2025, 12, 31)


def test_month_ends_are_those_that_have_come() -> None:
    april, may = date(2025, 4, 30), date(2025, 5, 30)
    assert month_ends(date(2025, 5, 29), 1) == (april,)
    assert month_ends(may, 2) == (april, may)
    assert month_ends(date(2025, 5, 31), 2) == (april, may)


def test_month_ends_of_a_period() -> None:
    ends = month_ends_between(date(2024, 12, 31), date(2025, 2, 28))
    assert ends == (date(2024, 12, 31), date(2025, 1, 31), date(2025, 2, 28))
    assert month_ends_between(date(2025, 5, 31), date(2025, 6, 1)) == ()
