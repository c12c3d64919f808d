"""Long work as plain functions: they are told how to report and may be told to stop."""

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from leadjournal.base.errors import Problem
from leadjournal.base.words import _

T = TypeVar("T")


class Progress(Protocol):
    """What a job is given to report with."""

    def say(self, done: int, total: int, words: str = "") -> None:
        """So many of so many parts are done."""


class Silent:
    """For a job nobody watches."""

    def say(self, done: int, total: int, words: str = "") -> None:
        """Nothing is shown."""


Job = Callable[[Progress], T]


class Stopped(Problem):
    """The work was stopped because somebody wished it; it leaves everything as it was."""


class Stoppable(Generic[T]):
    """Work that can be stopped from another thread: it ends at its next report."""

    def __init__(self, job: Job[T]) -> None:
        self._job = job
        self._progress: Progress = Silent()
        self._is_stopped = False

    def run(self, progress: Progress) -> T:
        """Do the work; raises `Stopped` when it was stopped in time."""
        self._progress = progress
        return self._job(self)

    def say(self, done: int, total: int, words: str = "") -> None:
        """Report on, or end the work."""
        if self._is_stopped:
            raise Stopped(_("It was stopped."), _("Nothing was changed."))
        self._progress.say(done, total, words)

    def stop(self) -> None:
        """End at the next report; after the last one the work is done."""
        self._is_stopped = True
