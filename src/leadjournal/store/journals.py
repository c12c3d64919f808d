"""From a path to an open journal: what a killed program left is looked at before."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from leadjournal.base import folders
from leadjournal.base.clock import Clock
from leadjournal.store import faults
from leadjournal.store.journal_file import Journal
from leadjournal.store.leftover import logs_of, set_foreign_logs_aside
from leadjournal.store.lock import leave_note
from leadjournal.store.opening import create_file, examine, open_connection, real, was_left_open
from leadjournal.store.swap import give_logs_back, sweep


def open_journal(
    path: Path,
    passphrase: str | None,
    clock: Clock,
    *,
    door: str = "command",
    read_only: bool = False,
) -> Journal:
    """Open the journal at `path`; every way in which this can fail is told in sentences.

    After a program that ended too early the search index is looked at, and mended if it drifted:
    the file's own check does not see that.
    """
    file = real(path)
    if os.access(file.parent, os.W_OK):
        give_logs_back(file)
    ended_too_early = was_left_open(file)
    put_by = _foreign_logs(file, passphrase, clock)
    connection = open_connection(file, passphrase, writing=not read_only)
    journal = Journal(file, connection, clock, passphrase, read_only=read_only)
    journal.put_by = put_by
    if not read_only:
        leave_note(file, door, clock.now())
        sweep(file, folders.backups(file))
        journal.ended_too_early = ended_too_early
        if ended_too_early and door != "window":
            # The window looks through the whole file once it can be used.
            journal.mend_index_if_drifted()
    return journal


def _foreign_logs(file: Path, passphrase: str | None, clock: Clock) -> tuple[Path, ...]:
    examine(file)
    if not logs_of(file) or not os.access(file.parent, os.W_OK):
        return ()
    with faults.told_in_words(file):
        return tuple(set_foreign_logs_aside(file, passphrase, clock.now()))


def create_journal(
    path: Path, passphrase: str | None, clock: Clock, *, door: str = "command"
) -> Journal:
    """Make a new journal at `path` and open it."""
    create_file(path, passphrase)
    return open_journal(path, passphrase, clock, door=door)


@contextmanager
def whole_or_not_at_all(journal: Journal) -> Iterator[None]:
    """A new journal whose first records cannot be written does not stay behind half made."""
    try:
        yield
    except BaseException:
        try:
            journal.close()
        finally:
            journal.path.unlink(missing_ok=True)
        raise
