"""Saves what is being typed: soon after a key, when the focus leaves, on the way out."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from leadjournal.base.errors import Problem, UserMistake
from leadjournal.ui.job_runner import JobRunner
from leadjournal.ui.save_state import SaveState

if TYPE_CHECKING:
    from leadjournal.services.jobs import Progress

PAUSE = 1_500
"""Milliseconds after the first key that is not saved yet; the rest of two seconds is to write."""
AGAIN = (1_000, 2_000, 4_000, 8_000)
"""Milliseconds before each further attempt; the last of them goes on until it works."""


def again_after(failures: int) -> int:
    """How long to wait after so many failures in a row: longer each time, never ten seconds."""
    return AGAIN[min(failures, len(AGAIN)) - 1]


class Autosave(QObject):
    """Keeps one text on the disk; what could not be saved is tried again until it is."""

    def __init__(
        self,
        parent: QObject,
        jobs: JobRunner,
        save_state: SaveState,
        text: Callable[[], str],
        save: Callable[[str], object],
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._save_state = save_state
        self._text = text
        self._save = save
        self._one_at_a_time = Lock()
        self._turn = self._written = 0
        self._failures = 0
        self._unsaved = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._save_beside)

    @property
    def is_waiting(self) -> bool:
        """Whether something was typed that is not saved yet."""
        return self._unsaved

    def touched(self) -> None:
        """A key was pressed: save soon, also when no pause comes."""
        self._unsaved = True
        self._turn += 1
        self._save_state.typed(self)
        if not self._timer.isActive() or self._timer.remainingTime() > PAUSE:
            self._timer.start(PAUSE)

    def watch(self, widget: QWidget) -> None:
        """Save as soon as this widget loses the focus."""
        widget.installEventFilter(self)

    def flush(self) -> bool:
        """Save now and wait for it; tells whether everything is on the disk."""
        self._timer.stop()
        if not self._unsaved:
            return True
        try:
            with self._one_at_a_time:
                self._save(self._text())
                self._written = self._turn
        except Problem as problem:
            self._keep(problem)
            return False
        self._settle()
        return True

    def forget(self) -> None:
        """What was typed is no longer wanted, or is safe elsewhere."""
        self._timer.stop()
        self._turn += 1
        self._written = self._turn
        self._failures = 0
        self._unsaved = False
        self._save_state.dropped(self)

    def _save_beside(self) -> None:
        text, turn = self._text(), self._turn
        self._save_state.writing.emit()

        def job(_progress: Progress) -> int:
            with self._one_at_a_time:
                # Whoever came before may have written more than this one knows.
                if turn > self._written:
                    self._save(text)
                    self._written = turn
            return turn

        handle = self._jobs.prepare(job)
        handle.done.connect(self._saved)
        handle.failed.connect(self._keep)
        handle.begin()

    def _saved(self, turn: int) -> None:
        if turn == self._turn:
            self._settle()

    def _settle(self) -> None:
        self._failures = 0
        self._unsaved = False
        self._save_state.saved(self)

    def _keep(self, problem: Problem) -> None:
        if not self._unsaved:
            return
        self._failures += 1
        self._save_state.failed(problem, self)
        # What the user has to put right is tried again at the next key.
        if not isinstance(problem, UserMistake):
            self._timer.start(again_after(self._failures))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self._unsaved:
            self._timer.start(0)
        return super().eventFilter(watched, event)
