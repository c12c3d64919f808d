"""Evidence: the share of a promised change that is shown, and the rate of what is not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

from leadjournal.rules.facts import Facts, IndicatorFact, OutcomeFact, ReviewFact
from leadjournal.rules.health import is_green_but_red
from leadjournal.rules.standing import (
    beyond_limit,
    last_review,
    latest_reading,
    setting,
    way_gone,
    why_of,
)

REVIEW_HOLDS_DAYS = 90
NUMBERS_ALONE = 0.8
PARTLY = 0.5
GUARD_BROKEN = 0.5
FRESH_RHYTHMS = 2
STALE_RHYTHMS = 4

RateReason = Literal[
    "base", "no-lagging-reading", "no-why", "no-recent-review", "green-but-red", "no-outcome"
]


class IndicatorEvidence(NamedTuple):
    """What one indicator adds: its way gone, how fresh that is and how much it weighs."""

    id: str
    read_on: date
    latest: float
    baseline: float
    target: float
    progress: float
    freshness: float
    weight: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """The share of the promised change that is shown, with its three factors."""

    share: float
    promised: float
    voice: float
    guards: float
    indicators: tuple[IndicatorEvidence, ...]


@dataclass(frozen=True, slots=True)
class RatePart:
    """One reason for the rate of a debt, in percent a month."""

    reason: RateReason
    percent: int


def evidence(facts: Facts, outcome: OutcomeFact, on: date) -> Evidence:
    """The evidence there is for an outcome on a day."""
    parts = _parts(facts, outcome, on)
    promised = _mean(parts)
    voice = _voice(outcome, on)
    guards = GUARD_BROKEN if guards_beyond(facts, outcome, on) else 1.0
    return Evidence(promised * voice * guards, promised, voice, guards, parts)


def promised_share(facts: Facts, outcome: OutcomeFact, on: date) -> float:
    """P: the weighted mean of the way the effects of an outcome have gone, from 0 to 1.

    Old readings count for half of it, very old ones for nothing; no review is asked.
    """
    return _mean(_parts(facts, outcome, on))


def promise_days(facts: Facts, outcome: OutcomeFact) -> set[date]:
    """Every day on which the promised share can become another one, in the past or to come."""
    days: set[date] = set()
    for one in facts.effects_of.get(outcome.id, ()):
        days.update(change.valid_from for change in one.changes)
        for place, (day, _value) in enumerate(one.readings):
            days.add(day)
            ages = [
                day + timedelta(days=rhythms * one.rhythm_days + 1)
                for rhythms in (FRESH_RHYTHMS, STALE_RHYTHMS)
            ]
            following = one.readings[place + 1 : place + 2]
            days.update(age for age in ages if not following or age < following[0][0])
    return days


def guards_beyond(facts: Facts, outcome: OutcomeFact, on: date) -> tuple[str, ...]:
    """The guards of an outcome that are beyond their limits on a day, by id."""
    guards = facts.guards_of.get(outcome.id, ())
    return tuple(guard.id for guard in guards if beyond_limit(guard, on))


def rate_parts(facts: Facts, outcome: OutcomeFact, on: date) -> tuple[RatePart, ...]:
    """The reasons why the debt of an outcome grows as fast as it does on a day."""
    parts = [RatePart("base", 3)]
    if not any(_has_lasting_reading(one, on) for one in facts.effects_of.get(outcome.id, ())):
        parts.append(RatePart("no-lagging-reading", 1))
    if why_of(outcome, on) is None:
        parts.append(RatePart("no-why", 1))
    review = last_review(outcome, on)
    looked_at = review.day if review else outcome.created_on
    if (on - looked_at).days > REVIEW_HOLDS_DAYS:
        parts.append(RatePart("no-recent-review", 1))
    if is_green_but_red(facts, outcome, on):
        parts.append(RatePart("green-but-red", 2))
    return tuple(parts)


def has_expired(review: ReviewFact, on: date) -> bool:
    """Whether a review found a change real, but too long ago to say so of a day."""
    return review.verdict == "real" and (on - review.day).days > REVIEW_HOLDS_DAYS


def _parts(facts: Facts, outcome: OutcomeFact, on: date) -> tuple[IndicatorEvidence, ...]:
    shown = [_shown(one, on) for one in facts.effects_of.get(outcome.id, ())]
    return tuple([part for part in shown if part is not None])


def _mean(parts: tuple[IndicatorEvidence, ...]) -> float:
    weights = sum([part.weight for part in parts])
    gone = sum([part.weight * part.freshness * part.progress for part in parts])
    return gone / weights if weights else 0.0


def _shown(indicator: IndicatorFact, on: date) -> IndicatorEvidence | None:
    reading = latest_reading(indicator, on)
    target: float | None = indicator.target
    weight: float | None = indicator.weight
    if indicator.changes:
        target = setting(indicator, "target", on)
        weight = setting(indicator, "weight", on)
    if reading is None or target is None or indicator.baseline is None:
        return None
    return IndicatorEvidence(
        id=indicator.id,
        read_on=reading[0],
        latest=reading[1],
        baseline=indicator.baseline,
        target=target,
        progress=way_gone(indicator, reading[1], indicator.baseline, target),
        freshness=_freshness((on - reading[0]).days, indicator.rhythm_days),
        weight=weight or 0.0,
    )


def _freshness(age: int, rhythm: int) -> float:
    if age <= FRESH_RHYTHMS * rhythm:
        return 1.0
    return 0.5 if age <= STALE_RHYTHMS * rhythm else 0.0


def _voice(outcome: OutcomeFact, on: date) -> float:
    # Good news expires, bad news stays until the next review.
    review = last_review(outcome, on)
    if review is None:
        return NUMBERS_ALONE
    if review.verdict == "real":
        return NUMBERS_ALONE if has_expired(review, on) else 1.0
    return PARTLY if review.verdict == "partly" else 0.0


def _has_lasting_reading(effect: IndicatorFact, on: date) -> bool:
    return effect.horizon == "lagging" and latest_reading(effect, on) is not None
