"""Undo and redo, by the names of the steps."""

from collections.abc import Iterator
from contextlib import contextmanager

from leadjournal.services.events import Changed
from leadjournal.store.journal_file import Announcement, Journal


class History:
    """The last hundred steps of the last thirty days, also after a restart."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def undo_label(self) -> str | None:
        """What undo would take back."""
        return self._journal.undo_label()

    def redo_label(self) -> str | None:
        """What redo would bring back."""
        return self._journal.redo_label()

    def undo(self) -> Changed | None:
        """Take back the last step; None when there is none."""
        return _told(self._journal.undo())

    def redo(self) -> Changed | None:
        """Bring back the step taken back last; None when there is none."""
        return _told(self._journal.redo())

    @contextmanager
    def one_step(self, label: str) -> Iterator[None]:
        """Whatever is changed inside becomes one step, and all of it is kept or nothing."""
        with self._journal.writing(label):
            yield

    def seal(self) -> None:
        """The text has lost the focus: the next edit is a step of its own."""
        self._journal.seal()


def _told(announcement: Announcement | None) -> Changed | None:
    if announcement is None:
        return None
    return Changed(announcement.label, announcement.refs, announcement.source)
