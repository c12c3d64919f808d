"""What stood on a given day: outcomes, outputs, links and the signs of an outcome."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from leadjournal.rules.facts import (
    Changing,
    Facts,
    IndicatorFact,
    LinkFact,
    OutcomeFact,
    OutputFact,
    ReviewFact,
)


def is_active(outcome: OutcomeFact, on: date) -> bool:
    """Whether an outcome is no draft any more and not retired: active, reached or held."""
    if outcome.active_on is None or outcome.active_on > on:
        return False
    return not is_retired(outcome, on)


def is_retired(outcome: OutcomeFact, on: date) -> bool:
    """Whether an outcome was given up by a day."""
    return outcome.retired_on is not None and outcome.retired_on <= on


def is_stopped(output: OutputFact, on: date) -> bool:
    """Whether an output was stopped by a day."""
    return output.stopped_on is not None and output.stopped_on <= on


def is_finished(output: OutputFact, on: date) -> bool:
    """Whether an output was finished by a day."""
    return output.finished_on is not None and output.finished_on <= on


def why_of(outcome: OutcomeFact, on: date) -> str | None:
    """The why an outcome had on a day."""
    why: str | None = None
    for since, since_then in outcome.whys:
        if since > on:
            break
        why = since_then
    return why


def last_review(outcome: OutcomeFact, on: date) -> ReviewFact | None:
    """The latest review of an outcome by a day."""
    for review in reversed(outcome.reviews):
        if review.day <= on:
            return review
    return None


def links_on(facts: Facts, output: str, on: date) -> list[LinkFact]:
    """The links an output had on a day, oldest first."""
    return [
        link
        for link in facts.links_of.get(output, ())
        if link.since <= on and (link.until is None or link.until > on)
    ]


def main_outcome(facts: Facts, output: str, on: date) -> OutcomeFact | None:
    """The outcome an output was mainly meant for on a day, whatever its state then."""
    main: OutcomeFact | None = None
    for link in facts.links_of.get(output, ()):
        if link.main and link.since <= on and (link.until is None or link.until > on):
            main = facts.outcome_by_id.get(link.outcome, main)
    return main


def latest_reading(indicator: IndicatorFact, on: date) -> tuple[date, float] | None:
    """The latest reading of an indicator by a day."""
    index = bisect_right(indicator.reading_days, on)
    return indicator.readings[index - 1] if index else None


def setting(indicator: IndicatorFact, what: Changing, on: date) -> float | None:
    """The target, weight or limit that was valid on a day."""
    valid: float | None = getattr(indicator, what)
    changes = [change for change in indicator.changes if change.what == what]
    if changes:
        valid = changes[0].old
    for change in changes:
        if change.valid_from > on:
            break
        valid = change.new
    return valid


def progress(indicator: IndicatorFact, on: date) -> float | None:
    """The part of the way from baseline to target an indicator has gone, from 0 to 1.

    Nothing without a reading, a baseline or a target.
    """
    reading = latest_reading(indicator, on)
    target = setting(indicator, "target", on) if indicator.changes else indicator.target
    if reading is None or target is None or indicator.baseline is None:
        return None
    return way_gone(indicator, reading[1], indicator.baseline, target)


def way_gone(indicator: IndicatorFact, value: float, baseline: float, target: float) -> float:
    """The part of the way from a baseline to a target that a value stands for."""
    if target == baseline:
        met = value >= target if indicator.direction == "up" else value <= target
        return 1.0 if met else 0.0
    return min(1.0, max(0.0, (value - baseline) / (target - baseline)))


def beyond_limit(indicator: IndicatorFact, on: date) -> bool:
    """Whether the latest reading of a guard is beyond what it allows."""
    reading = latest_reading(indicator, on)
    limit = setting(indicator, "limit", on) if indicator.changes else indicator.limit
    if reading is None or limit is None or indicator.guard == "none":
        return False
    return reading[1] > limit if indicator.guard == "at_most" else reading[1] < limit
