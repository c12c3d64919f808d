"""The screens before the desk: the first one, the lock, a journal that cannot be opened, waiting.

Each is loaded when it is needed: most starts show none of them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from leadjournal.base.clock import Clock
from leadjournal.base.errors import CannotDecrypt, Problem, UserMistake
from leadjournal.ui.ways_out import title_of, ways_out
from leadjournal.ui.window import Window

if TYPE_CHECKING:
    from leadjournal.ui.pages.unlock.page import LockWords
    from leadjournal.ui.pages.unlock.tries import Tries
    from leadjournal.ui.pages.unlock.waiting import WaitingScreen
    from leadjournal.ui.pages.welcome.page import WelcomeScreen


class Threshold(QObject):
    """Shows one screen at a time and tells what is wished there."""

    started = Signal(str, str)
    """A new journal is wished, by its name and passphrase."""
    looked_around = Signal()
    tried = Signal(str)
    """This passphrase is to be tried."""
    other_wanted = Signal()
    backup_wanted = Signal()
    way_chosen = Signal(str)
    """Out of a journal that cannot be opened, this way was chosen."""

    def __init__(self, window: Window, clock: Clock) -> None:
        super().__init__(window)
        self._window = window
        self._looks = window.room.looks
        self._clock = clock
        self._tries: dict[Path, Tries] = {}

    def welcome(self) -> None:
        """Show the first screen."""
        from leadjournal.ui.pages.welcome.page import WelcomeScreen

        screen = WelcomeScreen(self._looks)
        screen.started.connect(self.started)
        screen.look_around.connect(self.looked_around)
        screen.open_other.connect(self.other_wanted)
        self._window.show_screen(screen)
        screen.take_focus()

    def ask_passphrase(self, path: Path, words: LockWords) -> None:
        """Show the lock of a journal; its wrong tries are counted until it was opened."""
        from leadjournal.ui.pages.unlock.page import UnlockScreen
        from leadjournal.ui.pages.unlock.tries import Tries

        tries = self._tries.setdefault(path, Tries(self._clock))
        screen = UnlockScreen(self._looks, words, tries)
        screen.tried.connect(self.tried)
        screen.open_other.connect(self.other_wanted)
        screen.open_backup.connect(self.backup_wanted)
        self._window.show_screen(screen)
        screen.take_focus()

    def tell_closed(self, problem: Problem) -> None:
        """Show why a journal cannot be opened, and the ways out."""
        from leadjournal.ui.pages.unlock.closed import ClosedScreen

        screen = ClosedScreen(self._looks, title_of(problem), problem, ways_out(problem))
        screen.chosen.connect(self.way_chosen)
        self._window.show_screen(screen)
        screen.take_focus()

    def wait(self, words: str) -> WaitingScreen:
        """Show that the closed file is worked on."""
        from leadjournal.ui.pages.unlock.waiting import WaitingScreen

        screen = WaitingScreen(self._looks, words)
        self._window.show_screen(screen)
        return screen

    def first_screen(self) -> WelcomeScreen | None:
        """The first screen, if it is in front."""
        from leadjournal.ui.pages.welcome.page import WelcomeScreen

        screen = self._window.front()
        return screen if isinstance(screen, WelcomeScreen) else None

    def refuse(self, problem: Problem) -> bool:
        """Tell a problem on the screen in front, if that is the place for it; answers whether."""
        from leadjournal.ui.pages.unlock.page import UnlockScreen

        if (first := self.first_screen()) is not None:
            first.refuse(problem)
            return True
        screen = self._window.front()
        if isinstance(screen, UnlockScreen) and isinstance(problem, CannotDecrypt | UserMistake):
            screen.refuse(problem)
            return True
        return False

    def wants_setting(self) -> bool:
        """Whether it was asked for at the lock to change when the journal locks."""
        from leadjournal.ui.pages.unlock.page import UnlockScreen

        screen = self._window.front()
        return isinstance(screen, UnlockScreen) and screen.wants_setting

    def entered(self, path: Path) -> None:
        """The journal was opened: wrong tries no longer count."""
        self._tries.pop(path, None)
