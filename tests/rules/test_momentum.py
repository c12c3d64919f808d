from __future__ import annotations

from datetime import date, timedelta

import pytest

from leadjournal.rules.facts import (
    BlockerFact,
    CheckIn,
    Facts,
    Guard,
    IndicatorFact,
    IndicatorKind,
    Move,
    Promise,
)
from leadjournal.rules.momentum import due_days, momentum, momentum_band

MONDAY = date(2025, 3, 3)
SUNDAY = MONDAY + timedelta(days=20)  # three full weeks


def at(days: int) -> date:
    return MONDAY + timedelta(days=days)


def forward_weeks(count: int) -> tuple[CheckIn, ...]:
    return tuple(CheckIn(at(7 * week), "forward") for week in range(count))


def test_two_weeks_are_too_early_to_say() -> None:
    found = momentum(Facts(check_ins=forward_weeks(2)), SUNDAY)
    assert (found.value, found.band) == (None, "too-early")
    assert found.raw is not None


def test_three_weeks_are_enough() -> None:
    assert momentum(Facts(check_ins=forward_weeks(3)), SUNDAY).value == 100


def test_an_empty_journal_has_no_momentum() -> None:
    found = momentum(Facts(), SUNDAY)
    assert (found.value, found.raw, found.weeks) == (None, None, ())


def test_a_week_with_nothing_in_it_counts_as_standing_still() -> None:
    check_ins = tuple(CheckIn(at(7 * week), "forward") for week in (0, 1, 3))
    found = momentum(Facts(check_ins=check_ins), at(27))
    weights = 1 + 0.7 + 0.49 + 0.343
    assert found.raw == pytest.approx(50 + 50 * (weights - 0.7) / weights)


def test_days_without_movement_are_no_data() -> None:
    check_ins = tuple(CheckIn(at(7 * week), "none") for week in range(3))
    assert momentum(Facts(check_ins=check_ins), SUNDAY).value is None


def test_the_week_that_still_runs_does_not_count() -> None:
    check_ins = (*forward_weeks(3), CheckIn(at(21), "backward"))
    assert momentum(Facts(check_ins=check_ins), at(26)).value == 100
    assert momentum(Facts(check_ins=check_ins), at(27)).value != 100


def test_what_was_before_the_journal_began_starts_no_week() -> None:
    old = BlockerFact(at(-30), closed_on=at(15))
    facts = Facts(check_ins=forward_weeks(3), blockers=(old,), begins=MONDAY)
    assert [week.monday for week in momentum(facts, SUNDAY).weeks] == [at(0), at(7), at(14)]


def test_first_readings_equal_readings_and_guards_say_nothing() -> None:
    def sign(key: str, kind: IndicatorKind, guard: Guard, second: float) -> IndicatorFact:
        readings = ((at(0), 1.0), (at(1), second))
        return IndicatorFact(key, "o", kind, "leading", "up", 0, 9, guard=guard, readings=readings)

    facts = Facts(
        indicators=(
            sign("better", "impact", "none", 2.0),
            sign("equal", "outcome", "none", 1.0),
            sign("work", "activity", "none", 2.0),
            sign("guard", "outcome", "at_most", 2.0),
        )
    )
    counts = momentum(facts, at(6)).weeks[-1].counts
    assert (counts.better, counts.worse) == (1, 0)


def test_of_one_outcome_only_what_is_linked_to_it_counts() -> None:
    facts = Facts(
        check_ins=(CheckIn(at(0), "forward", "a"), CheckIn(at(1), "backward", "b")),
        blockers=(BlockerFact(at(2), outcome="a"), BlockerFact(at(2))),
    )
    counts = momentum(facts, at(6), outcome="a").weeks[-1].counts
    assert (counts.forward, counts.backward, counts.opened) == (1, 0, 1)


DUE, LATER, TODAY = at(2), at(9), at(20)


@pytest.mark.parametrize(
    ("promise", "expected"),
    [
        (Promise("kept", DUE, done_on=DUE), [(DUE, True)]),
        (Promise("late", DUE, done_on=LATER), [(DUE, False)]),
        (Promise("open", DUE), [(DUE, False)]),
        (Promise("no day", None), []),
        (Promise("dropped", DUE, dropped_on=LATER), []),
        (Promise("dropped later", DUE, dropped_on=at(25)), [(DUE, False)]),
        (
            Promise("moved in time", LATER, done_on=LATER, moves=(Move(DUE, DUE, LATER),)),
            [(LATER, True)],
        ),
        (
            Promise("moved too late", LATER, done_on=LATER, moves=(Move(at(3), DUE, LATER),)),
            [(DUE, False), (LATER, True)],
        ),
        (
            Promise("moved afterwards", at(30), done_on=at(29), moves=(Move(at(25), DUE, at(30)),)),
            [(DUE, False)],
        ),
    ],
    ids=lambda value: value.id if isinstance(value, Promise) else "",
)
def test_when_a_promise_was_due(promise: Promise, expected: list[tuple[date, bool]]) -> None:
    assert due_days(promise, TODAY) == expected


@pytest.mark.parametrize(
    ("value", "band"),
    [
        (0, "sliding-back"),
        (34, "sliding-back"),
        (35, "losing-speed"),
        (49, "losing-speed"),
        (50, "steady"),
        (64, "steady"),
        (65, "gaining"),
        (79, "gaining"),
        (80, "strong"),
        (100, "strong"),
    ],
)
def test_the_bands(value: int, band: str) -> None:
    assert momentum_band(value) == band
