from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadjournal.rules.locking import (
    BEAT,
    WARNING,
    Moment,
    next_look,
    pause_after,
    seconds_between,
    seconds_left,
    slept_between,
)

START = Moment(datetime(2025, 10, 31, 14, 3, tzinfo=UTC), 1_000.0)


def later(wall: float, steady: float) -> Moment:
    return Moment(START.wall + timedelta(seconds=wall), START.steady + steady)


@pytest.mark.parametrize(
    ("wall", "steady", "slept"),
    [
        (15, 15, False),
        (40, 40, False),
        (43_215, 15, True),
        (43_215, 43_215, True),
        (615, 615, True),
        (-3_600, 15, False),
        (0, 15, False),
    ],
)
def test_sleep_shows_in_the_clocks(wall: float, steady: float, slept: bool) -> None:
    assert slept_between(START, later(wall, steady)) is slept


def test_time_alone_counts_sleep_and_no_clock_that_was_set_back() -> None:
    assert seconds_between(START, later(43_200, 15)) == 43_200
    assert seconds_between(START, later(-3_600, 900)) == 900
    assert seconds_between(START, later(-5, -5)) == 0


@given(st.floats(0, 1e6), st.integers(0, 150))
def test_one_always_looks_in_time_to_warn_and_to_lock(idle: float, minutes: int) -> None:
    left = seconds_left(idle, minutes)
    pause = next_look(left)
    assert 0 <= pause <= BEAT
    if left is None:
        assert minutes == 0
    elif left > WARNING:
        assert pause <= left - WARNING
    else:
        assert pause <= left


@pytest.mark.parametrize(
    ("failures", "pause"), [(0, 0), (1, 0), (2, 0), (3, 2), (4, 4), (9, 30), (10**6, 30)]
)
def test_the_pause_grows_and_stays_bearable(failures: int, pause: int) -> None:
    assert pause_after(failures) == pause
