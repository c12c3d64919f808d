"""Which backups may go, on fixed days and under every clock."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadjournal.rules.retention import RECENT, superseded

NOW = datetime(2025, 10, 31, 17, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)

moments = st.datetimes(
    min_value=datetime(1970, 1, 2), max_value=datetime(2060, 1, 1), timezones=st.just(UTC)
)
lately = st.integers(0, 24 * 700).map(lambda hours: NOW - hours * HOUR)
piles = st.lists(st.one_of(lately, lately, moments), max_size=120)


def kept(made: list[datetime], now: datetime = NOW) -> list[datetime]:
    """What stays, newest first."""
    gone = superseded(made, now)
    return sorted((moment for moment in set(made) if moment not in gone), reverse=True)


def every_half_hour(days: int, until: datetime = NOW) -> list[datetime]:
    """Sixteen backups a day from nine to five."""
    return [
        until.replace(hour=9, minute=0) - day * DAY + number * HOUR / 2
        for day in range(days)
        for number in range(16)
        if until.replace(hour=9, minute=0) - day * DAY + number * HOUR / 2 <= until
    ]


def test_the_last_two_days_stay_whole() -> None:
    made = [NOW - number * HOUR for number in range(49)]
    assert superseded(made, NOW) == {}
    assert NOW - 2 * DAY in kept(made)


def test_after_two_days_the_newest_of_each_day_stays() -> None:
    third = NOW - 3 * DAY
    made = [NOW, third, third - HOUR, third - 2 * HOUR]
    assert kept(made) == [NOW, third]
    assert superseded(made, NOW) == {third - HOUR: third, third - 2 * HOUR: third}


def test_two_years_of_work_leave_twelve_days_ten_weeks_and_nine_months() -> None:
    stays = kept(every_half_hour(730))
    recent = [moment for moment in stays if NOW - moment <= RECENT]
    older = [moment for moment in stays if NOW - moment > RECENT]
    assert len(recent) == 32
    assert len(older) == 12 + 10 + 9
    days, weeks, months = older[:12], older[12:22], older[22:]
    assert [(days[0] - day).days for day in days] == list(range(12))
    assert [moment.weekday() for moment in weeks] == [6] * 10
    assert len({(moment.year, moment.month) for moment in months}) == 9
    assert months[-1].year == 2024
    assert {moment.time() for moment in older} == {datetime(2025, 1, 1, 16, 30).time()}


def test_days_without_work_do_not_count() -> None:
    fridays = [NOW - number * 7 * DAY for number in range(12)]
    assert superseded(fridays, NOW) == {}


@pytest.mark.parametrize(
    "now",
    [
        NOW - 3 * 365 * DAY,
        NOW + 30 * 365 * DAY,
        datetime(1970, 1, 1, tzinfo=UTC),
        datetime(2038, 1, 19, 3, 14, 8, tzinfo=UTC),
    ],
)
def test_a_clock_that_leaps_takes_nothing_away(now: datetime) -> None:
    made = kept(every_half_hour(100))
    assert superseded(made, now) == {}
    assert superseded([*made, now], now) == {}


def test_backups_still_rotate_after_a_leap() -> None:
    before = kept(every_half_hour(100))
    now, made = NOW + 30 * 365 * DAY, list(before)
    for day in range(1, 30):
        evening = now + day * DAY
        made = kept([*made, *(evening - number * HOUR for number in range(8))], evening)
        if day < 12:
            assert set(before) <= set(made)
    assert len(made) < 24 + 12 + 10 + 9
    # What the twelve days before the leap held is thinned by then, and not gone.
    assert sum(moment in before for moment in made) >= 10


def test_what_was_made_under_a_clock_that_ran_ahead_stays_until_that_day_comes() -> None:
    ahead = [NOW + 400 * DAY - number * HOUR for number in range(60)]
    assert superseded([*ahead, NOW], NOW) == {}
    assert len(superseded([*ahead, NOW], NOW + 800 * DAY)) < 60


@given(piles, moments)
def test_what_goes_has_something_newer_that_stays(made: list[datetime], now: datetime) -> None:
    gone = superseded(made, now)
    for moment, stands_for_it in gone.items():
        assert stands_for_it in made
        assert stands_for_it not in gone
        assert moment < stands_for_it <= now


@given(piles, moments)
def test_the_newest_and_the_future_and_the_last_two_days_stay(
    made: list[datetime], now: datetime
) -> None:
    stays = kept(made, now)
    past = [moment for moment in made if moment <= now]
    assert max(past, default=None) in [*stays, None]
    for moment in made:
        if moment > now or now - moment <= RECENT:
            assert moment in stays


@given(piles, moments)
def test_thinning_again_takes_nothing_more(made: list[datetime], now: datetime) -> None:
    stays = kept(made, now)
    assert superseded(stays, now) == {}


@given(piles)
def test_under_a_clock_that_is_right_there_is_a_bound(made: list[datetime]) -> None:
    within = [moment for moment in made if NOW - 50 * DAY <= moment <= NOW]
    older = [moment for moment in kept(within) if NOW - moment > RECENT]
    assert len(older) <= 12 + 10 + 9


@given(piles, moments)
def test_the_order_does_not_matter(made: list[datetime], now: datetime) -> None:
    assert superseded(made, now) == superseded(list(reversed(made)), now)
