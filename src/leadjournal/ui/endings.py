"""When the system asks the program to end: save at once, ask nothing, be gone in three seconds."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, QTimer
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication

from leadjournal.ui.desk import Desk
from leadjournal.ui.doorway import Doorway

_PATIENCE = 2.7
"""Seconds for closing after a signal. Then the system ends the process: all is saved by then, and
the next start takes it from the log beside the journal."""
_SESSION_ENDS = 30_000
"""Milliseconds after which a session that was to end evidently goes on."""


class Endings(QObject):
    """Listens to signals, to the end of the session and to the end of the program."""

    def __init__(self, application: QApplication, desk: Desk, doorway: Doorway) -> None:
        super().__init__(application)
        self._desk = desk
        self._doorway = doorway
        application.commitDataRequest.connect(self._save_for_session)
        application.aboutToQuit.connect(self._end_what_is_open)
        if os.name != "nt":
            self._notifier = _on_signals(self, self._end)

    def _end(self) -> None:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, _PATIENCE)
        self._doorway.end()
        # A form that asks whether it may be left could stop a polite `quit`.
        QCoreApplication.exit(0)

    def _end_what_is_open(self) -> None:
        if self._desk.window().isVisible():
            self._doorway.end()

    def _save_for_session(self, _manager: QSessionManager) -> None:
        """The session may still go on, if another program refuses: the journal stays open."""
        self._desk.keeping.keep_all()
        self._doorway.ask_nothing()
        QTimer.singleShot(_SESSION_ENDS, self, lambda: self._doorway.ask_nothing(False))


def _on_signals(parent: QObject, deed: Callable[[], object]) -> QSocketNotifier:
    # Python runs signal handlers between its own steps only; a byte in this pipe wakes it.
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    signal.set_wakeup_fd(writing)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda *_ignored: None)
    notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, parent)
    notifier.activated.connect(lambda: (os.read(reading, 64), deed()))
    return notifier
