from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from leadjournal.rules.history_age import LEAP, PROOF, believed, reached

NOW = datetime(2025, 10, 31, 16, tzinfo=UTC)
DAY = timedelta(days=1)
MOMENTS = st.lists(st.integers(-4_000, 12_000).map(lambda days: NOW + days * DAY), max_size=30)


def test_without_any_step_the_clock_is_believed() -> None:
    assert believed([], NOW) == NOW


def test_a_clock_that_goes_on_is_believed() -> None:
    assert believed([NOW - 3 * DAY, NOW - DAY], NOW) == NOW


def test_a_leap_of_the_clock_alone_lets_nothing_grow_old() -> None:
    made = [NOW - 3 * DAY, NOW]
    assert believed(made, NOW + 11_000 * DAY) == NOW
    assert believed([*made, NOW + 11_000 * DAY], NOW + 11_000 * DAY) == NOW


def test_a_leap_is_believed_after_several_days_beyond_it() -> None:
    far = NOW + 400 * DAY
    made = [NOW, *(far + number * DAY for number in range(PROOF))]
    assert believed(made[:-1], made[-2]) == NOW
    assert believed(made, made[-1]) == made[-1]


def test_steps_of_the_future_count_for_nothing() -> None:
    assert believed([NOW - DAY, NOW + 900 * DAY], NOW) == NOW


@given(made=MOMENTS, ahead=st.integers(0, 12_000))
def test_what_is_believed_is_never_ahead_of_the_clock(made: list[datetime], ahead: int) -> None:
    now = NOW + ahead * DAY
    assert believed(made, now) <= now


@given(made=MOMENTS)
def test_a_later_step_is_never_older(made: list[datetime]) -> None:
    found = reached(enumerate(made), NOW)
    ages = [found[step] for step in range(len(made))]
    assert ages == sorted(ages)
    assert all(moment <= NOW for moment in ages)


def test_a_clock_set_back_makes_no_step_old() -> None:
    steps = [(1, NOW - 2 * DAY), (2, NOW - 400 * DAY), (3, NOW)]
    assert reached(steps, NOW) == {1: NOW - 2 * DAY, 2: NOW - 2 * DAY, 3: NOW}
    assert timedelta() < LEAP
