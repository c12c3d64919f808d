"""Starts the window: fonts and theme first, the shell painted, and only then what is heavy."""

from __future__ import annotations

import gc
import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

from leadjournal.base import folders
from leadjournal.base.clock import Clock, SystemClock
from leadjournal.base.errors import Problem
from leadjournal.base.logs import start_log
from leadjournal.base.preferences import LANGUAGE, TEXT_SIZE, THEME, Preferences
from leadjournal.base.resources import resource
from leadjournal.base.words import _, speak
from leadjournal.ui.chores import Chores
from leadjournal.ui.desk import Room
from leadjournal.ui.doorway import Doorway
from leadjournal.ui.failures import Safeguard
from leadjournal.ui.job_runner import JobRunner
from leadjournal.ui.local_door import LocalDoor
from leadjournal.ui.save_state import SaveState
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.window import Window

_START_TAKES = 5_000
"""Milliseconds after which the start is over on slow machines too."""


class Signals(QObject):
    """Ends the program safely when the system asks it to end."""

    def __init__(self, application: QApplication, window: Window) -> None:
        super().__init__(application)
        self._window = window
        if os.name == "nt":
            return
        # Python runs signal handlers between its own steps only; a byte in this pipe wakes it.
        reading, writing = os.pipe()
        os.set_blocking(writing, False)
        signal.set_wakeup_fd(writing)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, lambda *_ignored: None)
        self._notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(lambda: (os.read(reading, 64), window.close()))


def make_window(room: Room, clock: Clock) -> tuple[Window, Doorway]:
    """The window with everything it can do, not shown yet."""
    window = Window(room)
    doorway = Doorway(window, clock)
    Chores(window)
    LocalDoor(window, doorway)
    return window, doorway


def make_room(application: QApplication, clock: Clock) -> Room:
    """What the window needs, from what the user chose for this machine."""
    preferences = Preferences(folders.settings())
    speak(preferences.get(LANGUAGE), resource("locale"))
    looks = Looks(application)
    looks.choose(preferences.get(THEME))
    looks.set_factor(int(preferences.get(TEXT_SIZE)) / 100)
    looks.apply()
    return Room(looks, preferences, JobRunner(application), SaveState(clock, application))


def wake_collector() -> None:
    """Let the garbage collector work again, on what comes after the start."""
    gc.freeze()
    gc.enable()


def run_window(path: Path | None) -> int:
    """Open the window on a journal, on the last one, or on the first screen; wait for its end."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("leadjournal")
    application.setApplicationDisplayName("leadjournal")
    application.setDesktopFileName("leadjournal")
    start_log(folders.logs())
    clock = SystemClock()
    room = make_room(application, clock)
    window, doorway = make_window(room, clock)

    def tell_problem(problem: Problem) -> None:
        from leadjournal.ui.dialogs.sentence import tell

        sentences = [part for part in (problem.happened, problem.safe, problem.way_out) if part]
        tell(room.looks, window, _("Something did not work"), sentences)

    safeguard = Safeguard(tell_problem)
    safeguard.install()
    Signals(application, window)
    doorway.begin(path)
    window.show()
    QTimer.singleShot(_START_TAKES, application, wake_collector)
    code = application.exec()
    safeguard.remove()
    return code
