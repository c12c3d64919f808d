"""For each reason why a journal cannot be opened: a title, and what one can do instead."""

from __future__ import annotations

from leadjournal.base.errors import (
    DamagedJournal,
    JournalInUse,
    MissingFile,
    NewerJournal,
    Problem,
    ReadOnlyJournal,
)
from leadjournal.base.words import _
from leadjournal.ui.pages.unlock.closed import Way


def title_of(problem: Problem) -> str:
    """The reason as a title."""
    titles = (
        (MissingFile, _("The journal is not where it was")),
        (ReadOnlyJournal, _("This journal cannot be changed here")),
        (JournalInUse, _("This journal is open elsewhere")),
        (NewerJournal, _("A newer version wrote this journal")),
        (DamagedJournal, _("Parts of this journal cannot be read")),
    )
    found = (title for kind, title in titles if isinstance(problem, kind))
    return next(found, _("This journal cannot be opened"))


def ways_out(problem: Problem) -> list[Way]:
    """What can be done, the likeliest first."""
    other = Way("other", _("Open another journal"), "folder-open")
    backup = Way("backup", _("Restore a backup"), "database-backup")
    new = Way("new", _("Begin a new journal"), "plus")
    again = Way("again", _("Try again"), "rotate-cw")
    if isinstance(problem, MissingFile):
        return [Way("other", _("Find the journal"), "folder-open"), backup, again, new]
    if isinstance(problem, ReadOnlyJournal):
        return [Way("look", _("Look at it without changing anything"), "eye"), other, new]
    if isinstance(problem, JournalInUse):
        return [again, other, new]
    if isinstance(problem, NewerJournal):
        return [other, new]
    return [backup, other, again, new]
