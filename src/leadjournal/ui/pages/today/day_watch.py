"""Notices that another day has begun."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from leadjournal.base.clock import Clock

_LONGEST = timedelta(minutes=15)
_A_LITTLE_AFTER = timedelta(milliseconds=200)


class DayWatch(QObject):
    """Says so at midnight, or soon after the computer wakes on another day."""

    turned = Signal()

    def __init__(self, parent: QObject, clock: Clock) -> None:
        super().__init__(parent)
        self._clock = clock
        self._day = clock.today()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self._wait()

    def look(self) -> None:
        """Look at the calendar now."""
        today = self._clock.today()
        if today != self._day:
            self._day = today
            self.turned.emit()
        self._wait()

    def _wait(self) -> None:
        # A sleeping computer stops its timers: looking now and then catches up.
        now = self._clock.now().astimezone()
        tomorrow = datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)
        wait = min(tomorrow - now + _A_LITTLE_AFTER, _LONGEST)
        self._timer.start(max(wait // timedelta(milliseconds=1), 1))
