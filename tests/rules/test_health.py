from __future__ import annotations

from datetime import date

from leadjournal.rules.facts import Facts, IndicatorFact, OutcomeFact
from leadjournal.rules.health import green_but_red, two_sides

APRIL, MAY, JUNE = date(2025, 4, 30), date(2025, 5, 30), date(2025, 6, 30)
Readings = tuple[tuple[date, float], ...]


def journal(work: Readings, effect: Readings = ()) -> Facts:
    begun = date(2025, 1, 1)
    return Facts(
        outcomes=(OutcomeFact("o", "Calm callers", begun, begun),),
        indicators=(
            IndicatorFact("w", "o", "activity", "leading", "up", 0, 10, readings=work),
            IndicatorFact("e", "o", "impact", "lagging", "down", 10, 0, readings=effect),
        ),
    )


def is_on(facts: Facts, on: date) -> bool:
    return bool(green_but_red(facts, on))


def test_it_takes_two_month_ends() -> None:
    facts = journal(((APRIL, 8.0),))
    assert not is_on(facts, APRIL)
    assert not is_on(facts, date(2025, 5, 2))
    assert not is_on(facts, date(2025, 5, 29))
    assert is_on(facts, MAY)


def test_the_last_working_day_ends_the_month_and_its_weekend_belongs_to_it() -> None:
    facts = journal(((APRIL, 8.0), (date(2025, 5, 31), 2.0)))
    assert is_on(facts, MAY)
    assert not is_on(facts, date(2025, 5, 31))
    assert not is_on(facts, date(2025, 6, 15))
    risen_on_saturday = journal(((APRIL, 2.0), (date(2025, 5, 31), 8.0)))
    assert is_on(risen_on_saturday, JUNE)


def test_a_reading_that_shows_the_effect_puts_it_out_at_once() -> None:
    facts = journal(((APRIL, 8.0),), effect=((date(2025, 6, 10), 5.0),))
    assert is_on(facts, date(2025, 6, 9))
    assert not is_on(facts, date(2025, 6, 10))
    assert not is_on(facts, JUNE)


def test_both_numbers_and_their_borders() -> None:
    facts = journal(((APRIL, 8.0),), effect=((APRIL, 6.0),))
    sides = two_sides(facts, facts.outcomes[0], APRIL)
    assert (sides.work, sides.effect, sides.apart) == (0.8, 0.4, True)


def test_without_a_reading_of_the_work_there_is_nothing_green() -> None:
    facts = journal(())
    sides = two_sides(facts, facts.outcomes[0], MAY)
    assert (sides.work, sides.effect, sides.apart) == (None, 0.0, False)
