"""Since when a target is met without a break."""

from dataclasses import replace
from datetime import date

from leadjournal.rules.facts import IndicatorChange, IndicatorFact
from leadjournal.rules.target_met import target_met_since

MARCH, APRIL, MAY, JUNE = (date(2025, month, 28) for month in (3, 4, 5, 6))
ANSWERED = IndicatorFact(
    "a", "o", "activity", "leading", "up", 86, 95,
    readings=((MARCH, 95.0), (APRIL, 93.0), (MAY, 95.0), (JUNE, 96.0)),
)  # fmt: skip


def test_it_counts_from_the_first_reading_without_a_break_after_it() -> None:
    assert target_met_since(ANSWERED, JUNE) == MAY
    assert target_met_since(ANSWERED, APRIL) is None
    assert target_met_since(ANSWERED, MARCH) == MARCH


def test_a_falling_one_meets_its_target_from_below() -> None:
    falling = replace(ANSWERED, direction="down", target=95.0)
    assert target_met_since(falling, JUNE) is None
    assert target_met_since(falling, MAY) == MARCH


def test_each_reading_is_held_against_the_target_of_its_day() -> None:
    raised = replace(ANSWERED, changes=(IndicatorChange(JUNE, "target", 90, 96),))
    assert target_met_since(raised, JUNE) == MARCH
    assert target_met_since(replace(ANSWERED, target=None), JUNE) is None
    assert target_met_since(replace(ANSWERED, readings=()), JUNE) is None
