from __future__ import annotations

from datetime import date

import pytest

from leadjournal.rules.trend import Trend, trend

DAYS = [date(2025, 6, 30), date(2025, 7, 31), date(2025, 8, 29), date(2025, 9, 30)]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((120.0, 148.7, 135.4, 36.1), Trend("falling", DAYS[1])),
        ((1.0, 2.0, 3.0, 4.0), Trend("rising", DAYS[0])),
        ((5.0, 4.0, 4.0, 3.0), Trend("falling", DAYS[0])),
        ((5.0, 4.0, 3.0, 3.0), Trend("falling", DAYS[0])),
        ((2.0, 2.0, 2.0, 2.0), Trend("level", DAYS[0])),
        ((3.0, 1.0, 2.0, 1.0), Trend("falling", DAYS[2])),
    ],
)
def test_the_way_of_a_figure_and_since_when(values: tuple[float, ...], expected: Trend) -> None:
    assert trend(list(zip(DAYS, values, strict=True))) == expected


def test_small_steps_do_not_count() -> None:
    points = list(zip(DAYS, (10.0, 5.0, 5.2, 5.1), strict=True))
    assert trend(points, within=0.5) == Trend("falling", DAYS[0])


def test_one_point_or_none_is_level() -> None:
    assert trend([(DAYS[0], 3.0)]) == Trend("level", DAYS[0])
    assert trend([]) == Trend("level", None)
