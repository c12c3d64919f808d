"""Since when an indicator has stood at its target or better."""

from datetime import date

from leadjournal.rules.facts import IndicatorFact
from leadjournal.rules.standing import setting


def target_met_since(indicator: IndicatorFact, on: date) -> date | None:
    """The day of the first reading from which on each one up to a day met the target of its day.

    Nothing while the latest reading does not meet it, and without a reading or a target.
    """
    since: date | None = None
    for day, value in reversed(indicator.readings):
        if day > on:
            continue
        target = setting(indicator, "target", day)
        if target is None or not meets(indicator, value, target):
            break
        since = day
    return since


def meets(indicator: IndicatorFact, value: float, target: float) -> bool:
    """Whether a value is at a target or on the better side of it."""
    return value >= target if indicator.direction == "up" else value <= target
