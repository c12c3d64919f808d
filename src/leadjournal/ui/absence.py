"""Finds out that nobody is at the window any more, and says so before the journal locks."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from leadjournal.base.clock import Clock
from leadjournal.base.preferences import LOCK_AFTER, LOCK_AWAY, Preferences
from leadjournal.base.words import _
from leadjournal.rules.locking import Why
from leadjournal.ui.idle_watch import IdleWatch
from leadjournal.ui.suspend_watch import SuspendWatch
from leadjournal.ui.theme.looks import Looks

_LATER = 1_000
"""Milliseconds after opening: listening to the system has time until then."""


class Absence(QObject):
    """Watches while a journal with a passphrase is open; the settings hold at once."""

    due = Signal(object)
    """The journal is to be locked, and why."""

    def __init__(
        self,
        window: QWidget,
        looks: Looks,
        preferences: Preferences,
        clock: Clock,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._looks = looks
        self._preferences = preferences
        self._clock = clock
        self._notice: QWidget | None = None
        self.taken_up: Callable[[], int] = lambda: 0
        """How much of the window's lower edge other messages take up, in pixels."""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER)
        self.idle = IdleWatch(self, clock, steady)
        self.system = SuspendWatch(self)
        self._later.timeout.connect(self.system.begin)
        self.idle.warned.connect(self._warn)
        self.idle.extended.connect(self._take_warning_back)
        self.idle.idled.connect(lambda: self.due.emit(Why.IDLE))
        self.idle.slept.connect(lambda: self._go_away(Why.SLEEP))
        self.system.went_away.connect(self._go_away)

    def begin(self) -> None:
        """Watch from now on."""
        if not self.idle.is_on:
            self.idle.begin(self.minutes)
            self._later.start()

    def stop(self) -> None:
        """There is nothing to watch over."""
        self.idle.stop()
        self._later.stop()
        self._take_warning_back()

    def minutes(self) -> int:
        """After how many minutes without input the journal locks; 0 is never."""
        return int(self._preferences.get(LOCK_AFTER))

    def _go_away(self, why: Why) -> None:
        if self.idle.is_on and self._preferences.get(LOCK_AWAY) == "yes":
            self.due.emit(why)

    def _warn(self, seconds: int) -> None:
        from leadjournal.ui.widgets.notice import Notice

        self._take_warning_back()
        # A number of seconds would be wrong as soon as it is read.
        words = _("The journal locks at {time}. A key or the mouse keeps it open.")
        at = (self._clock.now() + timedelta(seconds=seconds)).astimezone()
        # A dialog would cover what is said on the window behind it.
        dialog = QApplication.activeModalWidget()
        self._notice = Notice(
            self._looks, dialog or self._window, words.format(time=f"{at:%H:%M:%S}"), "lock",
            above=0 if dialog else self.taken_up(),
        )  # fmt: skip

    def _take_warning_back(self) -> None:
        notice, self._notice = self._notice, None
        # The dialog it stood on may be gone, and it with it.
        if notice is not None and isValid(notice):
            notice.hide()
            notice.deleteLater()
