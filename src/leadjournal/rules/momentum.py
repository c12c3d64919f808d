"""Momentum: how much of the last six weeks moved forwards rather than backwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import floor
from typing import Literal

from leadjournal.rules.days import WEEK, last_full_week, monday_of
from leadjournal.rules.facts import Facts, Promise
from leadjournal.rules.weeks import Weeks, weeks_of

WEEKS = 6
FADE = 0.7
ENOUGH_WEEKS = 3

Band = Literal["too-early", "sliding-back", "losing-speed", "steady", "gaining", "strong"]
BANDS: tuple[tuple[int, Band], ...] = (
    (80, "strong"),
    (65, "gaining"),
    (50, "steady"),
    (35, "losing-speed"),
    (0, "sliding-back"),
)


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted in one week."""

    better: int = 0
    worse: int = 0
    forward: int = 0
    backward: int = 0
    due: int = 0
    kept: int = 0
    opened: int = 0
    closed: int = 0


@dataclass(frozen=True, slots=True)
class MomentumWeek:
    """One week with its four parts, each from -1 to 1 or nothing, and their mean.

    The weight says how much the week counts; a week away counts nothing.
    """

    monday: date
    away: bool
    weight: float
    counts: Counts
    readings: float | None
    days: float | None
    promises: float | None
    blockers: float | None

    @property
    def parts(self) -> tuple[float, ...]:
        """The parts for which there is something to count."""
        parts = (self.readings, self.days, self.promises, self.blockers)
        return tuple(part for part in parts if part is not None)

    @property
    def mean(self) -> float:
        """The week as one number from -1 to 1; zero when nothing was noted."""
        return sum(self.parts) / len(self.parts) if self.parts else 0.0


@dataclass(frozen=True, slots=True)
class Momentum:
    """The figure, its band and the weeks it was made of, oldest first.

    `raw` is the unrounded number even where it is too early to say.
    """

    value: int | None
    band: Band
    raw: float | None
    weeks: tuple[MomentumWeek, ...]


def momentum(facts: Facts, on: date, outcome: str | None = None) -> Momentum:
    """Momentum on a day, of the whole journal or of what is linked to one outcome."""
    weeks = tuple(reversed(list(_weeks(facts, on, outcome))))
    weights = sum(week.weight for week in weeks)
    if not weights:
        return Momentum(None, "too-early", None, weeks)
    raw = 50 + 50 * sum(week.weight * week.mean for week in weeks) / weights
    if sum(1 for week in weeks if week.weight and week.parts) < ENOUGH_WEEKS:
        return Momentum(None, "too-early", raw, weeks)
    value = floor(raw + 0.5)
    return Momentum(value, momentum_band(value), raw, weeks)


def momentum_band(value: int) -> Band:
    """The word for a momentum from 0 to 100."""
    return next(band for lowest, band in BANDS if value >= lowest)


def due_days(promise: Promise, on: date) -> list[tuple[date, bool]]:
    """The days on which a promise was due, as known on a day, and whether it was kept then.

    Moved in time, a promise is due on its new day only; moved when the day had passed, it was
    also due, and not kept, on the old one. Dropped on purpose, it is not due at all.
    """
    if promise.dropped_on is not None and promise.dropped_on <= on:
        return []
    days: list[tuple[date, bool]] = []
    stands = promise.due_on
    for move in promise.moves:
        if move.on > on:
            stands = move.from_due
            break
        if move.on > move.from_due:
            days.append((move.from_due, False))
    if stands is not None:
        days.append((stands, promise.done_on is not None and promise.done_on <= stands))
    return days


def _weeks(facts: Facts, on: date, outcome: str | None) -> Iterator[MomentumWeek]:
    # A week away does not use up one of the six: rest neither adds nor takes, and the figure
    # stays where it was.
    monday = last_full_week(on)
    counted = 0
    weeks = weeks_of(facts)
    first = weeks.first
    while first is not None and monday >= first and counted < WEEKS:
        away = monday in facts.away_weeks
        counts = _counts(weeks, monday, on, outcome)
        yield _week(monday, counts, away, 0.0 if away else FADE**counted)
        counted += not away
        monday -= WEEK


def _week(monday: date, counts: Counts, away: bool, weight: float) -> MomentumWeek:
    return MomentumWeek(
        monday=monday,
        away=away,
        weight=weight,
        counts=counts,
        readings=_balance(counts.better, counts.worse),
        days=_balance(counts.forward, counts.backward),
        promises=_balance(counts.kept, counts.due - counts.kept),
        blockers=_balance(counts.closed, counts.opened),
    )


def _balance(good: int, bad: int) -> float | None:
    return (good - bad) / (good + bad) if good + bad else None


def _counts(weeks: Weeks, monday: date, on: date, outcome: str | None) -> Counts:
    moved = [
        movement.better
        for movement in weeks.movements_in(monday)
        if outcome in (None, movement.outcome)
    ]
    # Days are counted, not notes: saying the same twice on one day says it once.
    days = {
        (check_in.day, check_in.direction)
        for check_in in weeks.check_ins.get(monday, ())
        if outcome in (None, check_in.outcome)
    }
    directions = [direction for _day, direction in days]
    kept = [
        kept
        for promise in weeks.promises.get(monday, ())
        if outcome in (None, promise.outcome)
        for day, kept in due_days(promise, on)
        if monday_of(day) == monday
    ]
    blockers = [
        blocker for blocker in weeks.blockers.get(monday, ()) if outcome in (None, blocker.outcome)
    ]
    return Counts(
        better=sum(moved),
        worse=len(moved) - sum(moved),
        forward=directions.count("forward"),
        backward=directions.count("backward"),
        due=len(kept),
        kept=sum(kept),
        opened=sum(monday_of(blocker.opened_on) == monday for blocker in blockers),
        closed=sum(
            blocker.closed_on is not None and monday_of(blocker.closed_on) == monday
            for blocker in blockers
        ),
    )
