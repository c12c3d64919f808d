"""Evidence: the share of a promised change that is shown, and the rate of what is not."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
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
NOTHING = (0.0, 0.0)
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


BASE = RatePart("base", 3)
NO_LAGGING_READING = RatePart("no-lagging-reading", 1)
NO_WHY = RatePart("no-why", 1)
NO_RECENT_REVIEW = RatePart("no-recent-review", 1)


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
    return promised_shares(facts, outcome, (on,))[0]


def promised_shares(facts: Facts, outcome: OutcomeFact, days: Sequence[date]) -> list[float]:
    """The same on each of some days, which come in their order."""
    weights, gone = [0.0] * len(days), [0.0] * len(days)
    for effect in facts.effects_of.get(outcome.id, ()):
        for place, (weight, way) in enumerate(_weighed(effect, days)):
            weights[place] += weight
            gone[place] += way
    return [way / weight if weight else 0.0 for way, weight in zip(gone, weights, strict=True)]


def shown_shares(facts: Facts, outcome: OutcomeFact, days: Sequence[date]) -> list[float]:
    """The evidence on each of some days, which come in their order, as a share alone."""
    return [
        share * _voice(outcome, on) * (GUARD_BROKEN if guards_beyond(facts, outcome, on) else 1.0)
        for share, on in zip(promised_shares(facts, outcome, days), days, strict=True)
    ]


def promise_days(facts: Facts, outcome: OutcomeFact, since: date) -> set[date]:
    """Every day from a day on on which the promised share can become another one, even to come."""
    days: set[date] = set()
    for one in facts.effects_of.get(outcome.id, ()):
        days.update(change.valid_from for change in one.changes)
        first = max(0, bisect_right(one.reading_days, since) - 1)
        for place in range(first, len(one.readings)):
            day, following = one.reading_days[place], one.reading_days[place + 1 : place + 2]
            days.add(day)
            for rhythms in (FRESH_RHYTHMS, STALE_RHYTHMS):
                age = day + timedelta(days=rhythms * one.rhythm_days + 1)
                if not following or age < following[0]:
                    days.add(age)
    return {day for day in days if day >= since}


def guards_beyond(facts: Facts, outcome: OutcomeFact, on: date) -> tuple[str, ...]:
    """The guards of an outcome that are beyond their limits on a day, by id."""
    guards = facts.guards_of.get(outcome.id, ())
    return tuple(guard.id for guard in guards if beyond_limit(guard, on))


def rate_parts(facts: Facts, outcome: OutcomeFact, on: date) -> tuple[RatePart, ...]:
    """The reasons why the debt of an outcome grows as fast as it does on a day."""
    parts = [BASE]
    if not any(_has_lasting_reading(one, on) for one in facts.effects_of.get(outcome.id, ())):
        parts.append(NO_LAGGING_READING)
    if why_of(outcome, on) is None:
        parts.append(NO_WHY)
    review = last_review(outcome, on)
    looked_at = review.day if review else outcome.created_on
    if (on - looked_at).days > REVIEW_HOLDS_DAYS:
        parts.append(NO_RECENT_REVIEW)
    if is_green_but_red(facts, outcome, on):
        parts.append(RatePart("green-but-red", 2))
    return tuple(parts)


def has_expired(review: ReviewFact, on: date) -> bool:
    """Whether a review found a change real, but too long ago to say so of a day."""
    return review.verdict == "real" and (on - review.day).days > REVIEW_HOLDS_DAYS


def _parts(facts: Facts, outcome: OutcomeFact, on: date) -> tuple[IndicatorEvidence, ...]:
    shown = [_shown(one, on) for one in facts.effects_of.get(outcome.id, ())]
    return tuple([part for part in shown if part is not None])


def _weighed(effect: IndicatorFact, days: Sequence[date]) -> Iterator[tuple[float, float]]:
    """The weight of an effect on each day, and its fresh way gone times that; nothing unread."""
    if not effect.changes and effect.baseline is not None and effect.target is not None:
        yield from _steady(effect, effect.baseline, effect.target, days)
        return
    for on in days:
        part = _shown(effect, on)
        yield (part.weight, part.weight * part.freshness * part.progress) if part else NOTHING


def _steady(
    effect: IndicatorFact, baseline: float, target: float, days: Sequence[date]
) -> Iterator[tuple[float, float]]:
    """The same where target and weight never changed: each reading is looked at once."""
    known = effect.reading_days
    place, way = -1, 0.0
    for on in days:
        latest = bisect_right(known, on) - 1
        if latest < 0:
            yield NOTHING
            continue
        if latest != place:
            place, way = latest, way_gone(effect, effect.readings[latest][1], baseline, target)
        fresh = _freshness((on - known[latest]).days, effect.rhythm_days)
        yield effect.weight, effect.weight * fresh * way


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
    (read_on, latest), baseline = reading, indicator.baseline
    gone = way_gone(indicator, latest, baseline, target)
    fresh = _freshness((on - read_on).days, indicator.rhythm_days)
    return IndicatorEvidence(
        indicator.id, read_on, latest, baseline, target, gone, fresh, weight or 0.0
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
    return effect.horizon == "lagging" and bool(effect.readings) and effect.readings[0][0] <= on
