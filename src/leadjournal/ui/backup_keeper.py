"""Makes backups by itself: every half hour while something changes, and on the way out."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from leadjournal.base.errors import Problem
from leadjournal.ui.doorway import Doorway
from leadjournal.ui.window import Window

if TYPE_CHECKING:
    from leadjournal.services.events import Changed
    from leadjournal.services.jobs import Progress
    from leadjournal.services.workspace import Workspace
    from leadjournal.ui.leaving import Last

EVERY = 30 * 60_000
"""Milliseconds from the first change after a backup to the next one."""
SOON = 20_000
"""Milliseconds after opening a journal that was changed since its last backup."""
QUIET = 3_000
"""Milliseconds without a change that a backup waits for, so that nobody is writing just then."""
_MOST_WAITS = 40
_QUICK = 8_000_000
"""Bytes that are copied and checked within a second, with encryption too."""
_HURRY = 1.0
"""Seconds for copying when the computer wants to end."""


class _Hurry:
    """Gives up a copy that takes too long; the next opening makes up for it."""

    def __init__(self) -> None:
        self._until = time.monotonic() + _HURRY

    def say(self, done: int, total: int, words: str = "") -> None:
        if time.monotonic() > self._until:
            raise Problem(words)


class BackupKeeper(QObject):
    """Follows the open journal; a journal that is only looked at and the sample need no backups."""

    made = Signal()
    """There is a new backup."""
    _touched = Signal()

    def __init__(self, window: Window, doorway: Doorway) -> None:
        super().__init__(window)
        self._desk = window.desk
        self._jobs = window.room.jobs
        self._workspace: Workspace | None = None
        self._leave_events: Callable[[], None] = lambda: None
        self._changes = self._kept = self._waits = 0
        self._last_change = 0.0
        self._was_told = False
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self._make_when_quiet)
        self._thinning = QTimer(self)
        self._thinning.setSingleShot(True)
        self._thinning.timeout.connect(self._thin)
        self._touched.connect(self._follow)
        doorway.laid_open.connect(self._begin)
        doorway.left.connect(self._end)
        doorway.before_closing(self._last_backup)

    def is_behind(self) -> bool:
        """Whether something was changed since the last backup."""
        return self._workspace is not None and self._changes > self._kept

    def _begin(self, workspace: Workspace) -> None:
        self._end()
        if workspace.read_only or workspace.card.get().sample:
            return
        self._workspace = workspace
        self._kept = 0
        self._changes = int(workspace.backups.is_behind())
        self._was_told = False
        self._leave_events = workspace.events.subscribe(self._hear)
        if self._changes:
            self.timer.start(SOON)
        else:
            # The backup on the way out thins nothing.
            self._thinning.start(SOON)

    def _end(self) -> None:
        self._leave_events()
        self._leave_events = lambda: None
        self._workspace = None
        self.timer.stop()
        self._thinning.stop()

    def _hear(self, _changed: Changed) -> None:
        """In the thread that made the change."""
        self._changes += 1
        self._last_change = time.monotonic()
        self._touched.emit()

    def _follow(self) -> None:
        if self._workspace is not None and not self.timer.isActive():
            self.timer.start(EVERY)

    def _make_when_quiet(self) -> None:
        since = (time.monotonic() - self._last_change) * 1_000
        self._waits += 1
        if since < QUIET and self._waits < _MOST_WAITS:
            self.timer.start(QUIET)
            return
        self._waits = 0
        self._make()

    def _make(self) -> None:
        if (workspace := self._workspace) is None or not self.is_behind():
            return

        def job(_progress: Progress) -> None:
            self._make_and_thin(workspace)

        # Beside the lane: the copy lets go of the journal between its steps, and what is typed
        # meanwhile is saved without waiting for it.
        handle = self._jobs.prepare(job, journal=False)
        handle.done.connect(lambda _nothing: self._succeed())
        handle.failed.connect(self._fail)
        handle.begin()

    def _make_and_thin(self, workspace: Workspace) -> None:
        seen = self._changes
        workspace.backups.make()
        self._kept = seen
        workspace.backups.thin()

    def _thin(self) -> None:
        """What fails is tried again after the next backup."""
        if (workspace := self._workspace) is not None:
            self._jobs.prepare(lambda _progress: workspace.backups.thin(), journal=False).begin()

    def _succeed(self) -> None:
        self._was_told = False
        self._desk.backups_changed()
        self.made.emit()
        if self.is_behind():
            self._follow()

    def _fail(self, problem: Problem) -> None:
        """Told once; it is tried again in half an hour, and told again only after a success."""
        if not self._was_told:
            self._was_told = True
            self._desk.fail(problem)
        self._follow()

    def _last_backup(self, workspace: Workspace, hurried: bool) -> Last | None:
        """For a journal that is about to be closed; the next opening makes up for what fails."""
        if workspace is not self._workspace or not self.is_behind():
            return None

        def make(progress: Progress) -> None:
            with suppress(Problem, OSError):
                if not hurried:
                    workspace.backups.make(progress=progress)
                elif workspace.path.stat().st_size <= _QUICK:
                    workspace.backups.make(progress=_Hurry())

        return make
