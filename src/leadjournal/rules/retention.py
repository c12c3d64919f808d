"""Which backups may go: the last two days stay whole, then 12 days, 10 weeks and 9 months.

The clock of a computer may be wrong. What is dated later than the present moment stays, and what
lies behind a leap of the clock is thinned only once twelve days of backups have followed it.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta

RECENT = timedelta(days=2)
LEAP = 60
"""Days without any backup after which the clock is taken to have leapt."""
_PROVEN = 12
"""Days with backups after which a clock that leapt is believed."""

Period = Callable[[date], tuple[int, ...]]


def _week(day: date) -> tuple[int, ...]:
    return tuple(day.isocalendar()[:2])


_STAGES: tuple[tuple[int, Period], ...] = (
    (12, lambda day: (day.toordinal(),)),
    (10, _week),
    (9, lambda day: (day.year, day.month)),
)
"""How many of each period stay, the newest of each; one stage begins where the other ends."""


def superseded(made: Iterable[datetime], now: datetime) -> dict[datetime, datetime]:
    """Each moment whose backup may go, with the moment of the newer backup that stays for it.

    All moments are of backups that are known to open; the newest of them always stays. They carry
    the time zone by whose days they are told apart.
    """
    past = sorted({moment for moment in made if moment <= now}, reverse=True)
    thinning = _Thinning()
    found: dict[datetime, datetime] = {}
    for moment in _believed(past, now):
        if now - moment <= RECENT or thinning.keeps(moment):
            thinning.last = moment
        elif thinning.last is not None:
            found[moment] = thinning.last
    return found


def _believed(past: list[datetime], now: datetime) -> Iterator[datetime]:
    """From the newest back to the first leap of the clock that is not proven yet."""
    before, days = now.date(), set[date]()
    for moment in past:
        if (before - moment.date()).days > LEAP and len(days) < _PROVEN:
            return
        before = moment.date()
        days.add(before)
        yield moment


class _Thinning:
    """Walks from the newest to the oldest and counts what stays in each stage."""

    def __init__(self) -> None:
        self.last: datetime | None = None
        self._stage = 0
        self._left = _STAGES[0][0]

    def keeps(self, moment: datetime) -> bool:
        """Whether this one is the newest of its period, and there is room for it."""
        while self._stage < len(_STAGES) and not self._left:
            self._stage += 1
            self._left = _STAGES[self._stage][0] if self._stage < len(_STAGES) else 0
        if self._stage == len(_STAGES):
            return False
        period = _STAGES[self._stage][1]
        if self.last is not None and period(self.last.date()) == period(moment.date()):
            return False
        self._left -= 1
        return True
