"""Saves what is being typed: soon after a key, when the focus leaves, on the way out."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from leadjournal.base.errors import Problem
from leadjournal.ui.job_runner import JobRunner
from leadjournal.ui.save_state import SaveState

if TYPE_CHECKING:
    from leadjournal.services.jobs import Progress

PAUSE = 1_500
AGAIN = 5_000


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
        self._turn = 0
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
        self._turn += 1
        try:
            with self._one_at_a_time:
                self._save(self._text())
        except Problem as problem:
            self._keep(problem)
            return False
        self._unsaved = False
        self._save_state.saved()
        return True

    def forget(self) -> None:
        """What was typed is no longer wanted."""
        self._timer.stop()
        self._turn += 1
        self._unsaved = False

    def _save_beside(self) -> None:
        text, turn = self._text(), self._turn

        def job(_progress: Progress) -> int:
            with self._one_at_a_time:
                # A later turn has written, or will write, more than this one knows.
                if turn == self._turn:
                    self._save(text)
            return turn

        self._save_state.saving()
        handle = self._jobs.prepare(job)
        handle.done.connect(self._saved)
        handle.failed.connect(self._keep)
        handle.begin()

    def _saved(self, turn: int) -> None:
        if turn == self._turn:
            self._unsaved = False
            self._save_state.saved()

    def _keep(self, problem: Problem) -> None:
        self._save_state.failed(problem)
        if self._unsaved:
            self._timer.start(AGAIN)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self._unsaved:
            self._timer.start(0)
        return super().eventFilter(watched, event)
