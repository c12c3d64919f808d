"""A real window in a process of its own, whose hands are told what to do through a pipe."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QSocketNotifier
from PySide6.QtTest import QTest

from leadjournal import app
from leadjournal.base.clock import Clock
from leadjournal.ui import application
from leadjournal.ui.desk import Room
from leadjournal.ui.doorway import Doorway
from leadjournal.ui.window import Window
from tests.journeys.hands import Hands

MakeWindow = Callable[[Room, Clock], tuple[Window, Doorway]]
_PATIENCE = 15_000
_LOOK_AGAIN = 10


def until(happened: Callable[[], bool]) -> bool:
    """Let the window go on until something has happened."""
    deadline = QDeadlineTimer(_PATIENCE)
    while not happened():
        if deadline.hasExpired():
            return False
        QTest.qWait(_LOOK_AGAIN)
    return True


class Ears:
    """Takes one wish a line and answers it with one line."""

    def __init__(self, window: Window) -> None:
        self._hands = Hands(window, until)
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, window)
        self._notifier.activated.connect(self._hear)

    def _hear(self) -> None:
        line = sys.stdin.readline()
        if not line:
            self._notifier.setEnabled(False)
            return
        verb, *words = json.loads(line)
        try:
            answer = getattr(self._hands, verb)(*words)
        except AssertionError as fault:
            _say({"fault": str(fault)})
        else:
            _say({"answer": answer})


def _say(what: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def with_ears(room: Room, clock: Clock, made: MakeWindow) -> tuple[Window, Doorway]:
    """The window of the program, and somebody who hears."""
    window, doorway = made(room, clock)
    window.resize(1366, 768)
    window.ears = Ears(window)  # type: ignore[attr-defined]  # it lives as long as the window
    return window, doorway


def main() -> int:
    """Run the program's own window."""
    made = application.make_window
    application.make_window = lambda room, clock: with_ears(room, clock, made)
    return app.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
