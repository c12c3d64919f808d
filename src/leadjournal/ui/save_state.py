"""Whether what was written has reached the disk, in words."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from leadjournal.base.clock import Clock
from leadjournal.base.errors import Problem
from leadjournal.base.formats import clock_time
from leadjournal.base.words import _


class SaveState(QObject):
    """The words at the right of the page's head.

    Whoever holds text that is on the screen only says so under a name of its own: as long as one
    of them waits, nothing is called saved.
    """

    changed = Signal()
    writing = Signal()
    """Something is about to be written beside the window."""

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._words = ""
        self._at_rest = ""
        self._open: dict[object, Problem | None] = {}
        self._of_draft = False
        self._saved_at = ""

    @property
    def words(self) -> str:
        """What is to be read, or nothing without a journal."""
        return self._words

    @property
    def has_failed(self) -> bool:
        """Whether something that was written is not on the disk although that was tried."""
        return self.problem is not None

    @property
    def is_waiting(self) -> bool:
        """Whether something that was written is on the screen only."""
        return bool(self._open)

    @property
    def problem(self) -> Problem | None:
        """Why something is not on the disk."""
        return next((problem for problem in self._open.values() if problem is not None), None)

    def speak_of_draft(self, draft: bool) -> None:
        """While a guide runs, what is saved is its draft."""
        if draft != self._of_draft:
            self._of_draft = draft
            self._tell()

    def opened(self, *, read_only: bool) -> None:
        """A journal was opened; nothing in it waits to be written."""
        self._at_rest = _("For reading only") if read_only else _("All saved")
        self._saved_at = ""
        self._open.clear()
        self._tell()

    def typed(self, who: object) -> None:
        """Something was typed and is not on the disk yet."""
        self._open.setdefault(who, None)
        self._tell()

    def saved(self, who: object = None) -> None:
        """What `who` held is on the disk; without a name, a step of the journal is."""
        self._open.pop(who, None)
        self._saved_at = clock_time(self._clock.now())
        self._tell()

    def failed(self, problem: Problem, who: object = None) -> None:
        """What was typed is still on the screen only."""
        self._open[who] = problem
        self._tell()

    def dropped(self, who: object) -> None:
        """What `who` held is no longer wanted."""
        if who in self._open:
            del self._open[who]
            self._tell()

    def clear(self) -> None:
        """There is no open journal."""
        self._open.clear()
        self._at_rest = self._saved_at = ""
        self._tell()

    def _tell(self) -> None:
        words = self._present_words()
        if words != self._words:
            self._words = words
            self.changed.emit()

    def _present_words(self) -> str:
        if (problem := self.problem) is not None:
            words = _("Not saved: {reason}")
            # A full disk says so itself.
            reason = problem.happened.rstrip(".").removeprefix(words.partition("{")[0])
            return words.format(reason=reason)
        if self._open:
            return _("Saving…")
        if not self._saved_at:
            return self._at_rest
        words = _("Draft saved {time}") if self._of_draft else _("Saved {time}")
        return words.format(time=self._saved_at)
