"""Where a value lies on an axis, and which values the axis names."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from leadjournal.base.formats import number

_NEAR = 0.3
"""A tick this share of a step above the highest value is still shown: 150 over 148.7."""
_TINY = 1e-12
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
    while ticks[-1] + step <= high + step * _NEAR:
        ticks.append((first + len(ticks)) * step)
    return Axis(min(low, ticks[0]), max(high, ticks[-1]), start, end, tuple(ticks))


def _spread(values: tuple[float, ...]) -> tuple[float, float]:
    low, high = min(values, default=0.0), max(values, default=1.0)
    # Values so close to each other differ by how a computer keeps them only.
    if high - low > max(_TINY, abs(high) * _TINY, abs(low) * _TINY):
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


def value_words(value: float) -> str:
    """A value as charts write it: two decimals at most, more only where they are all there is."""
    return number(value, 2 if value == 0 or abs(value) >= 0.1 else 5)
