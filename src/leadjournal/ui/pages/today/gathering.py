"""Asks something of the journal beside the window, one question at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from leadjournal.ui.job_runner import JobRunner

if TYPE_CHECKING:
    from leadjournal.services.jobs import Progress


class Gathering(QObject):
    """What is asked again while an answer is under way is asked once more after it."""

    arrived = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject, jobs: JobRunner, question: Callable[[], object]) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._question = question
        self._is_under_way = False
        self._is_stale = False

    def ask(self) -> None:
        """Let the answer come."""
        if self._is_under_way:
            self._is_stale = True
            return
        self._is_under_way, self._is_stale = True, False
        question = self._question

        def job(_progress: Progress) -> object:
            return question()

        handle = self._jobs.prepare(job)
        handle.done.connect(self._answer)
        handle.failed.connect(self._fail)
        handle.begin()

    def _answer(self, answer: object) -> None:
        self._is_under_way = False
        if self._is_stale:
            self.ask()
        self.arrived.emit(answer)

    def _fail(self, problem: object) -> None:
        self._is_under_way = False
        self.failed.emit(problem)
