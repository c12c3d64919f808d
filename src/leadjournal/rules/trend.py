"""Where a figure is heading, for sentences such as "falling since July"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Trend:
    """The way a figure goes, and the day since when."""

    way: Literal["rising", "falling", "level"]
    since: date | None


def trend(points: Sequence[tuple[date, float]], within: float = 0.0) -> Trend:
    """The trend of dated values, oldest first; steps not larger than `within` do not count."""
    way: Literal["rising", "falling", "level"] = "level"
    since = points[-1][0] if points else None
    for (day, value), (_later, after) in zip(points[-2::-1], points[:0:-1], strict=True):
        step = after - value
        if abs(step) > within:
            going: Literal["rising", "falling"] = "rising" if step > 0 else "falling"
            if way not in ("level", going):
                break
            way = going
            since = day
        elif way == "level":
            since = day
    return Trend(way, since)
