"""Where a value lies on an axis, and which values the axis names."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from leadjournal.base.formats import day_short, month_short, number

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Axis:
    """A range of values laid over a range of pixels, with the values that get a line."""

    low: float
    high: float
    start: float
    end: float
    ticks: tuple[float, ...] = ()

    def at(self, value: float) -> float:
        """The pixel of a value."""
        share = (value - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)


def value_axis(values: Iterable[float], start: float, end: float, lines: int = 4) -> Axis:
    """An axis that holds all values and has at most `lines` round ticks."""
    low, high = _spread(tuple(values))
    step = _step(low, high, lines)
    first = math.floor(low / step + 1e-9)
    ticks = [first * step]
    while ticks[-1] + step <= high * (1 + 1e-9) + 1e-12:
        ticks.append((first + len(ticks)) * step)
    return Axis(min(low, ticks[0]), max(high, ticks[-1]), start, end, tuple(ticks))


def _spread(values: tuple[float, ...]) -> tuple[float, float]:
    low, high = min(values, default=0.0), max(values, default=1.0)
    if low < high:
        return low, high
    room = abs(low) * 0.1 or 1.0
    return (low - room if low else 0.0), high + room


def _step(low: float, high: float, lines: int) -> float:
    raw = (high - low) / lines
    power = 10.0 ** math.floor(math.log10(raw))
    for factor in _STEPS:
        step = factor * power
        if math.floor(high / step + 1e-9) - math.floor(low / step + 1e-9) + 1 <= lines:
            return step
    return 2 * _STEPS[-1] * power


def tick_words(ticks: Sequence[float]) -> tuple[str, ...]:
    """The ticks as words, with as many decimals as their step needs."""
    step = ticks[1] - ticks[0] if len(ticks) > 1 else ticks[0] or 1.0
    decimals = max(0, min(6, 1 - math.floor(math.log10(abs(step)) + 1e-9)))
    return tuple(number(tick, decimals) for tick in ticks)


def day_axis(days: Sequence[date], start: float, end: float) -> Axis:
    """An axis of days; a single day lies in the middle."""
    low, high = min(days).toordinal(), max(days).toordinal()
    if low == high:
        low, high = low - 15, high + 15
    return Axis(low, high, start, end)


def day_labels(days: Sequence[date]) -> tuple[tuple[date, str], ...]:
    """Days the axis names: each reading's month when there is one a month, else even steps."""
    months = [(day.year, day.month) for day in days]
    if len(days) > 1 and len(set(months)) == len(months):
        return _named_by_month(list(days))
    low, high = min(days), max(days)
    if (high - low).days <= 70:
        weeks = range(0, (high - low).days + 1, 7)
        return tuple(
            (day, day_short(day)) for day in (low + timedelta(days=week) for week in weeks)
        )
    return _named_by_month(_month_starts(low, high))


def _month_starts(low: date, high: date) -> list[date]:
    count = (high.year - low.year) * 12 + high.month - low.month + 1
    starts = [
        date(low.year + (low.month - 1 + i) // 12, (low.month - 1 + i) % 12 + 1, 1)
        for i in range(count)
    ]
    return [day for day in starts if low <= day]


def _named_by_month(days: list[date]) -> tuple[tuple[date, str], ...]:
    several_years = days[0].year != days[-1].year
    labels = []
    for place, day in enumerate(days):
        new_year = several_years and (place == 0 or days[place - 1].year != day.year)
        name = month_short(day.month)
        labels.append((day, f"{name} {day.year}" if new_year else name))
    return tuple(labels)
