"""The only place with threads: one lane for the journal, one for everything else."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from leadjournal.base.errors import Bug, Problem
from leadjournal.base.logs import without_text
from leadjournal.base.words import _

if TYPE_CHECKING:
    from leadjournal.services.jobs import Progress

    Job = Callable[[Progress], object]

_LOG = logging.getLogger(__name__)


class Handle(QObject):
    """A job that was prepared: connect to it, then `begin`; its signals come on this thread."""

    done = Signal(object)
    failed = Signal(object)
    progressed = Signal(int, int, str)
    ended = Signal()

    over = Signal()
    """It has ended, also when nobody waited for it."""
    _result = Signal(object)
    _fault = Signal(object)
    _reported = Signal(int, int, str)

    def __init__(self, job: Job, pool: QThreadPool) -> None:
        super().__init__()
        self._job = job
        self._pool = pool
        self._is_dropped = False
        # Bound methods of an object of this thread: Qt brings the values over from the other one.
        self._result.connect(self._succeed)
        self._fault.connect(self._fail)
        self._reported.connect(self._report)

    def begin(self) -> None:
        """Let it run; results that come at once are not lost, since one connects before."""
        self._pool.start(_Run(self))

    def say(self, done: int, total: int, words: str = "") -> None:
        """The job's way to report, from its own thread."""
        self._reported.emit(done, total, words)

    def drop(self) -> None:
        """Nobody waits for it any longer: what it still has to say is not passed on."""
        self._is_dropped = True

    def run(self) -> None:
        """Do the work, on a thread of the lane."""
        try:
            result = self._job(self)
        except Problem as problem:
            self._fault.emit(problem)
        except Exception as error:  # noqa: BLE001  # whatever a job meets has to end in a sentence
            where = without_text(type(error), error, error.__traceback__)
            _LOG.error("A job failed: %s", where)
            self._fault.emit(unexpected(where))
        else:
            self._result.emit(result)

    def _succeed(self, result: object) -> None:
        if not self._is_dropped:
            self.done.emit(result)
            self.ended.emit()
        self.over.emit()

    def _fail(self, problem: Problem) -> None:
        if not self._is_dropped:
            self.failed.emit(problem)
            self.ended.emit()
        self.over.emit()

    def _report(self, done: int, total: int, words: str) -> None:
        if not self._is_dropped:
            self.progressed.emit(done, total, words)


class _Run(QRunnable):
    def __init__(self, handle: Handle) -> None:
        super().__init__()
        self._handle = handle

    def run(self) -> None:
        self._handle.run()


class JobRunner(QObject):
    """Runs plain functions beside the window; jobs on the journal one after another."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = QThreadPool(self)
        self._lane.setMaxThreadCount(1)
        self._others = QThreadPool(self)
        self._others.setMaxThreadCount(2)
        self._handles: set[Handle] = set()

    def prepare(self, job: Job, *, journal: bool = True) -> Handle:
        """A handle on a job: in the lane, one after another; or beside it.

        Beside the lane runs what needs no journal, or lets go of it between its steps.
        """
        handle = Handle(job, self._lane if journal else self._others)
        self._handles.add(handle)
        handle.over.connect(lambda: self._handles.discard(handle))
        return handle

    @property
    def is_busy(self) -> bool:
        """Whether something still runs or waits for its turn."""
        return bool(self._handles)

    def finish(self, patience: int = -1) -> bool:
        """Wait until everything that began has ended; what it found is for nobody any more.

        With `patience` it waits so many milliseconds at most; tells whether all has ended.
        """
        ended = self._lane.waitForDone(patience) and self._others.waitForDone(patience)
        for handle in self._handles:
            # Its answer waits for the window's next turn, when the journal may be closed.
            handle.drop()
        if ended:
            self._handles.clear()
        return ended

    def wait_beside(self) -> None:
        """Wait, in a job of the journal's lane, until nothing runs beside it."""
        self._others.waitForDone()


def unexpected(where: str = "") -> Bug:
    """The sentence for what should not have happened, and where in the code that was."""
    return Bug(
        _("Something went wrong inside leadjournal."),
        _("What you wrote before is saved in your journal."),
        _("Try it once more; if it happens again, close and open leadjournal."),
        where=where,
    )
