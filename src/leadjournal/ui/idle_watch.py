"""Watches for nobody being there: how long since the last key or mouse, and whether one slept."""

from __future__ import annotations

import time
from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from leadjournal.base.clock import Clock
from leadjournal.rules.locking import (
    WARNING,
    Moment,
    next_look,
    seconds_between,
    seconds_left,
    slept_between,
)

_KINDS = QEvent.Type
_INPUT = frozenset(
    (_KINDS.KeyPress, _KINDS.MouseButtonPress, _KINDS.MouseMove, _KINDS.Wheel,
     _KINDS.TouchBegin, _KINDS.TouchUpdate, _KINDS.TabletPress, _KINDS.TabletMove,
     _KINDS.NativeGesture, _KINDS.Drop)
)  # fmt: skip


class IdleWatch(QObject):
    """Looks every quarter of a minute; input is seen where it comes in from the system.

    That is at the windows of the system, which get a hundredth of the events of their widgets.
    """

    warned = Signal(int)
    """The journal locks in so many seconds."""
    extended = Signal()
    """Somebody is there after all."""
    idled = Signal()
    """The time is over."""
    slept = Signal()
    """The computer slept since the last look."""

    def __init__(
        self, parent: QObject, clock: Clock, steady: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._steady = steady
        self._minutes: Callable[[], int] = lambda: 0
        self._touched = self._looked = self._now()
        self._has_warned = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._follow_windows)

    @property
    def is_on(self) -> bool:
        """Whether it watches."""
        return self._timer.isActive()

    def begin(self, minutes: Callable[[], int]) -> None:
        """Watch from now on; `minutes` without input lead to the lock, 0 never does."""
        self._minutes = minutes
        self._touched = self._looked = self._now()
        self._has_warned = False
        self._timer.start(0)

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        self._has_warned = False

    def look(self) -> None:
        """Compare the clocks and say what is due."""
        now = self._now()
        before, self._looked = self._looked, now
        # The timer runs on unless what is said stops the watch.
        self._timer.start(1_000)
        if slept_between(before, now):
            self.slept.emit()
        if not self.is_on:
            return
        left = seconds_left(seconds_between(self._touched, now), self._minutes())
        if left == 0:
            self.idled.emit()
        elif left is not None and left <= WARNING and not self._has_warned:
            self._has_warned = True
            self.warned.emit(ceil(left))
        if self.is_on:
            self._timer.start(max(1_000, ceil(next_look(left) * 1_000)))
            self._follow_windows()

    def touch(self) -> bool:
        """A key or the mouse; tells whether it came too late and must not reach the journal."""
        now = self._now()
        left = seconds_left(seconds_between(self._touched, now), self._minutes())
        if left == 0 or slept_between(self._looked, now):
            self.look()
            if not self.is_on:
                return True
        self._touched = self._looked = now
        if self._has_warned:
            self._has_warned = False
            self._timer.start(1_000)
            self.extended.emit()
        return False

    def _now(self) -> Moment:
        return Moment(self._clock.now(), self._steady())

    def _follow_windows(self) -> None:
        if self.is_on:
            for window in QGuiApplication.topLevelWindows():
                window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT and self.is_on:
            return self.touch()
        return super().eventFilter(watched, event)
