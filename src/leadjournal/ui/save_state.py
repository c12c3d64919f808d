"""Whether what was written has reached the disk, in words."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from leadjournal.base.clock import Clock
from leadjournal.base.errors import Problem
from leadjournal.base.formats import clock_time
from leadjournal.base.words import _


class SaveState(QObject):
    """The words at the right of the page's head."""

    changed = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._words = ""
        self._failed = False
        self._of_draft = False
        self._saved_at = ""

    @property
    def words(self) -> str:
        """What is to be read, or nothing without a journal."""
        return self._words

    @property
    def has_failed(self) -> bool:
        """Whether something that was written is not on the disk."""
        return self._failed

    def speak_of_draft(self, draft: bool) -> None:
        """While a guide runs, what is saved is its draft."""
        if draft != self._of_draft:
            self._of_draft = draft
            if self._saved_at and not self._failed:
                self._tell_saved()

    def opened(self, *, read_only: bool) -> None:
        """A journal was opened; nothing in it waits to be written."""
        self._show(_("For reading only") if read_only else _("All saved"), failed=False)

    def saving(self) -> None:
        """Something is being written."""
        if not self._failed:
            self._show(_("Saving…"), failed=False)

    def saved(self) -> None:
        """Everything is on the disk."""
        self._saved_at = clock_time(self._clock.now())
        self._tell_saved()

    def failed(self, problem: Problem) -> None:
        """What was typed is still on the screen only."""
        words = _("Not saved: {reason}")
        # A full disk says so itself.
        reason = problem.happened.rstrip(".").removeprefix(words.partition("{")[0])
        self._show(words.format(reason=reason), failed=True)

    def clear(self) -> None:
        """There is no open journal."""
        self._saved_at = ""
        self._show("", failed=False)

    def _tell_saved(self) -> None:
        words = _("Draft saved {time}") if self._of_draft else _("Saved {time}")
        self._show(words.format(time=self._saved_at), failed=False)

    def _show(self, words: str, *, failed: bool) -> None:
        if (words, failed) != (self._words, self._failed):
            self._words, self._failed = words, failed
            self.changed.emit()
