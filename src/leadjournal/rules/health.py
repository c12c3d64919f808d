"""Green-but-red: the work looks fine while the effect stays away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from leadjournal.rules.days import last_day_of_month, month_ends
from leadjournal.rules.facts import Facts, IndicatorFact, OutcomeFact
from leadjournal.rules.standing import is_active, progress

GREEN_FROM = 0.8
RED_TO = 0.4
MONTHS_IN_A_ROW = 2


class TwoSides(NamedTuple):
    """The mean progress of the work and of the effect on a day.

    Work is nothing where no indicator of it has a reading.
    """

    day: date
    work: float | None
    effect: float

    @property
    def apart(self) -> bool:
        """Whether the work is green and the effect red."""
        return self.work is not None and self.work >= GREEN_FROM and self.effect <= RED_TO


@dataclass(frozen=True, slots=True)
class GreenButRed:
    """An outcome whose work is green and whose effect is red, with both numbers."""

    id: str
    title: str
    sides: TwoSides


def green_but_red(facts: Facts, on: date) -> tuple[GreenButRed, ...]:
    """The active outcomes that are green but red on a day, in the order of the journal."""
    return tuple(
        GreenButRed(outcome.id, outcome.title, two_sides(facts, outcome, on))
        for outcome in facts.outcomes
        if is_active(outcome, on) and is_green_but_red(facts, outcome, on)
    )


def is_green_but_red(facts: Facts, outcome: OutcomeFact, on: date) -> bool:
    """Whether an outcome was green but red at the last two month ends and still is.

    A month ends with its last working day, the day its readings are taken; a reading from the
    weekend after it still belongs to the month. The sign goes out on the day a reading shows
    that it no longer holds, not at the next month end: else the rate of the debt would fall
    on a day on which nothing happened.
    """
    if outcome.id not in facts.work_of or not two_sides(facts, outcome, on).apart:
        return False
    return all(
        two_sides(facts, outcome, min(on, last_day_of_month(end))).apart
        for end in month_ends(on, MONTHS_IN_A_ROW)
    )


def two_sides(facts: Facts, outcome: OutcomeFact, on: date) -> TwoSides:
    """How far the work and the effect of an outcome have come by a day."""
    work = _mean(facts.work_of.get(outcome.id, ()), on)
    return TwoSides(on, work, _mean(facts.effects_of.get(outcome.id, ()), on) or 0.0)


def _mean(indicators: Iterable[IndicatorFact], on: date) -> float | None:
    ways = [progress(indicator, on) for indicator in indicators]
    known = [way for way in ways if way is not None]
    return sum(known) / len(known) if known else None
