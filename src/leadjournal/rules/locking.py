"""When a journal locks by itself: after a while without input, and after the computer slept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

BEAT = 15.0
"""Seconds between two looks at the clocks; an idle program does nothing else."""
WARNING = 30.0
"""Seconds before locking at which the user is warned."""
_NO_SLEEP = 60.0
"""Seconds that two looks may be late before they tell of a sleep: a busy computer is late too."""


_FREE_TRIES = 2
_LONGEST_PAUSE = 30


class Why(Enum):
    """What made the journal lock."""

    WISH = "the user locked it"
    IDLE = "nobody touched it for a while"
    SLEEP = "the computer went to sleep"
    SCREEN = "the screen was locked, or another user came"


@dataclass(frozen=True, slots=True)
class Moment:
    """Two clocks read at once: the wall's (aware, UTC), and one that nobody can set, in seconds."""

    wall: datetime
    steady: float


def seconds_between(before: Moment, now: Moment) -> float:
    """How long it was, sleep counted; a clock that was set back takes nothing away."""
    return max((now.wall - before.wall).total_seconds(), now.steady - before.steady, 0.0)


def slept_between(before: Moment, now: Moment) -> bool:
    """Whether the computer, or the program, slept between two looks that are a beat apart.

    On most systems the steady clock stands while the computer sleeps and the wall clock goes on;
    on the others both go on, and the look comes far too late.
    """
    wall, steady = (now.wall - before.wall).total_seconds(), now.steady - before.steady
    return wall - steady > _NO_SLEEP or steady > BEAT + _NO_SLEEP


def seconds_left(idle: float, minutes: int) -> float | None:
    """How long until an idle journal locks; None when it never does, 0 when it is time."""
    return max(minutes * 60 - idle, 0.0) if minutes > 0 else None


def next_look(left: float | None) -> float:
    """How many seconds may pass before one has to look again."""
    if left is None:
        return BEAT
    return min(BEAT, left - WARNING if left > WARNING else left)


def pause_after(failures: int) -> int:
    """How many seconds to wait after so many wrong passphrases: none at first, never over 30."""
    if failures <= _FREE_TRIES:
        return 0
    return int(min(2 ** min(failures - _FREE_TRIES, _LONGEST_PAUSE), _LONGEST_PAUSE))
