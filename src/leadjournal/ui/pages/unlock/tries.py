"""How often the passphrase of one journal was wrong, and how long the next try has to wait."""

from __future__ import annotations

from datetime import datetime
from math import ceil

from leadjournal.base.clock import Clock
from leadjournal.rules.locking import pause_after


class Tries:
    """Waits grow with the wrong tries up to half a minute; nobody is ever locked out."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._failures = 0
        self._last: datetime | None = None

    def failed(self) -> None:
        """It was not the passphrase."""
        self._failures += 1
        self._last = self._clock.now()

    @property
    def failures(self) -> int:
        """How often it was not the passphrase."""
        return self._failures

    def seconds_left(self) -> int:
        """How long the next try has to wait."""
        if self._last is None:
            return 0
        pause = pause_after(self._failures)
        passed = (self._clock.now() - self._last).total_seconds()
        # A clock that was set back must not make anybody wait for days.
        return max(0, ceil(pause - passed)) if passed >= 0 else pause
