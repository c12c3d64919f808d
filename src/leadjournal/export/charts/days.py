"""Where a day lies on an axis, and which days the axis names."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from leadjournal.base.formats import day_short, month_short
from leadjournal.export.charts.scale import Axis
from leadjournal.export.charts.svg import text_width

_SHORT_SPAN = 70
_EVERY = (1, 2, 3, 4, 6, 12, 24, 60, 120)
_GAP = 6.0

Named = tuple[tuple[float, str], ...]


def day_axis(days: Sequence[date], start: float, end: float) -> Axis:
    """An axis of days; a single day lies in the middle."""
    low, high = min(days).toordinal(), max(days).toordinal()
    if low == high:
        low, high = low - 15, high + 15
    return Axis(low, high, start, end)


def day_words(days: Sequence[date], axis: Axis) -> Named:
    """The pixels and names of the days the axis names: evenly chosen, as many as fit."""
    named: Named = ()
    candidates, by_month = _candidates(days)
    for every in _EVERY:
        chosen = candidates[::every]
        names = _months(chosen) if by_month else [day_short(day) for day in chosen]
        places = [axis.at(day.toordinal()) for day in chosen]
        named = tuple(zip(places, names, strict=True))
        if _fit(named):
            break
    return named


def _candidates(days: Sequence[date]) -> tuple[list[date], bool]:
    """Each reading's day when there is one a month, else the weeks or the months they span."""
    months = {(day.year, day.month) for day in days}
    if 1 < len(days) == len(months):
        return list(days), True
    low, high = min(days), max(days)
    if (high - low).days <= _SHORT_SPAN:
        weeks = range(0, (high - low).days + 1, 7)
        return [low + timedelta(days=week) for week in weeks], False
    return _month_starts(low, high), True


def _month_starts(low: date, high: date) -> list[date]:
    count = (high.year - low.year) * 12 + high.month - low.month + 1
    place = low.year * 12 + low.month - 1
    starts = [date(month // 12, month % 12 + 1, 1) for month in range(place, place + count)]
    return [day for day in starts if low <= day]


def _months(days: Sequence[date]) -> list[str]:
    several_years = days[0].year != days[-1].year
    names = []
    for place, day in enumerate(days):
        new_year = several_years and (place == 0 or days[place - 1].year != day.year)
        name = month_short(day.month)
        names.append(f"{name} {day.year}" if new_year else name)
    return names


def _fit(named: Named) -> bool:
    return all(
        right - left >= (text_width(first) + text_width(second)) / 2 + _GAP
        for (left, first), (right, second) in pairwise(named)
    )
