"""A backup takes the place of the journal; the file that was there is kept as it is."""

from pathlib import Path

from leadjournal.store import faults
from leadjournal.store.contents import looks_plain, opened_apart
from leadjournal.store.copies import copy_unfinished
from leadjournal.store.engine import DriverError, connect
from leadjournal.store.journal_file import Journal
from leadjournal.store.opening import real
from leadjournal.store.swap import put_in_place


def refuse_when_open(path: Path) -> None:
    """Another program that has the journal would go on writing into the file that is replaced.

    What else may be wrong with the file is told where it is opened.
    """
    try:
        if not path.is_file() or path.stat().st_size == 0:
            return
        connection = connect(path, "ro", None)
    except (OSError, DriverError):
        return
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except DriverError as fault:
        if "locked" in str(fault):
            raise faults.in_use(path) from None
    finally:
        connection.close()


def take_place(backup: Path, passphrase: str | None, path: Path, kept: Path) -> Path | None:
    """Put a verified copy of `backup` under `path`; what lies there is kept as `kept`, unchanged.

    What a killed program had not brought into the file yet is kept with it. Gives `kept` back, or
    None where there was no file.
    """
    path = real(path)
    key = None if passphrase is None or looks_plain(backup) else passphrase
    with opened_apart(backup, passphrase) as source:
        source.set_progress_handler(None, 0)
        new = copy_unfinished(source, path, key)
    there_was = path.exists()
    try:
        put_in_place(new, path, kept)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    return kept if there_was else None


def stay_the_same_journal(journal: Journal, identity: str) -> None:
    """A copy of the first schema did not know whose it was."""
    with journal.aside() as connection:
        connection.exec_driver_sql("UPDATE identity SET journal = ?", (identity,))
