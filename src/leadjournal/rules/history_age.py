"""How old a step of the history is, when clocks cannot be trusted."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

LEAP = timedelta(days=60)
"""After a longer silence the clock may have leapt ahead."""

PROOF = 3
"""On so many days something has to be written beyond a leap before it is believed."""


def believed(moments: Iterable[datetime], now: datetime) -> datetime:
    """The latest moment that is sure to have come, by the steps that were made up to now.

    A clock that leapt ahead makes steps far beyond all others; until there are some on several
    days, the moment before the leap counts. So a wrong clock alone lets nothing grow old.
    """
    made = sorted(moment for moment in moments if moment <= now)
    if not made:
        return now
    end = len(made)
    while True:
        leap = _last_leap(made[:end])
        if leap is None:
            break
        if len({moment.date() for moment in made[leap:end]}) >= PROOF:
            break
        end = leap
    newest = made[end - 1]
    return now if end == len(made) and now - newest <= LEAP else newest


def _last_leap(made: Sequence[datetime]) -> int | None:
    """Where the last silence ends that is longer than a leap."""
    places = [
        place for place, (before, after) in enumerate(pairwise(made), 1) if after - before > LEAP
    ]
    return places[-1] if places else None


def reached(steps: Iterable[tuple[int, datetime]], latest: datetime) -> dict[int, datetime]:
    """By step, in their order, the moment that had come when it was made.

    A step cannot be older than one before it, nor newer than `latest`: where its own time says
    so, the clock was wrong, and the time of the step before it counts.
    """
    known = list(steps)
    so_far = next((made for _step, made in known if made <= latest), latest)
    found: dict[int, datetime] = {}
    for step, made in known:
        if so_far < made <= latest:
            so_far = made
        found[step] = so_far
    return found
