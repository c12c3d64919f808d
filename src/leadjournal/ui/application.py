"""Starts the window: fonts and theme first, the shell painted, and only then what is heavy."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from leadjournal.base import folders
from leadjournal.base.clock import Clock, SystemClock
from leadjournal.base.logs import start_log
from leadjournal.base.preferences import LANGUAGE, TEXT_SIZE, THEME, Preferences
from leadjournal.base.resources import resource
from leadjournal.base.words import speak
from leadjournal.ui.backup_keeper import BackupKeeper
from leadjournal.ui.bundling import Bundling
from leadjournal.ui.care import Care
from leadjournal.ui.chores import Chores
from leadjournal.ui.copy_elsewhere import CopyElsewhere
from leadjournal.ui.desk import Room
from leadjournal.ui.doorway import Doorway
from leadjournal.ui.endings import Endings
from leadjournal.ui.job_runner import JobRunner
from leadjournal.ui.local_door import LocalDoor
from leadjournal.ui.mishaps import Mishaps
from leadjournal.ui.protecting import Protecting
from leadjournal.ui.restoring import Restoring
from leadjournal.ui.save_state import SaveState
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.window import Window

_START_TAKES = 5_000
"""Milliseconds after which the start is over on slow machines too."""


def make_window(room: Room, clock: Clock) -> tuple[Window, Doorway]:
    """The window with everything it can do, not shown yet."""
    window = Window(room)
    doorway = Doorway(window, clock)
    BackupKeeper(window, doorway)
    Restoring(window, doorway, clock)
    Care(window, doorway)
    Chores(window)
    Bundling(window)
    CopyElsewhere(window, doorway)
    LocalDoor(window, doorway)
    Protecting(window, doorway, clock)
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
    mishaps = Mishaps(window)
    mishaps.safeguard.install()
    Endings(application, window.desk, doorway)
    doorway.begin(path)
    window.show()
    QTimer.singleShot(_START_TAKES, application, wake_collector)
    code = application.exec()
    mishaps.safeguard.remove()
    if mishaps.wants_restart:
        mishaps.start_anew()
    return code
