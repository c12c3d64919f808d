"""What the driver says, turned into sentences: what happened, what is safe, what to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from leadjournal.base.errors import (
    CannotDecrypt,
    CannotSave,
    DamagedJournal,
    JournalInUse,
    JournalMoved,
    MachineFault,
    NotAJournal,
    NotFound,
    Problem,
    ReadOnlyJournal,
    UserMistake,
)
from leadjournal.base.words import _
from leadjournal.store.engine import DriverError
from leadjournal.store.lock import who_has


@contextmanager
def told_in_words(path: Path) -> Iterator[None]:
    """Let no error of the driver out but as a fault of the machine in sentences."""
    try:
        yield
    except DBAPIError as fault:
        raise _in_words(path, str(fault.orig)) from fault
    except DriverError as fault:
        raise _in_words(path, str(fault)) from fault


def _in_words(path: Path, message: str) -> Problem:
    if "FOREIGN KEY" in message:
        return NotFound(
            _("A record that this belongs to is not in the journal."),
            _("Nothing was changed."),
            _("It may have been removed; undo brings it back."),
        )
    if "UNIQUE" in message:
        return UserMistake(
            _("Something of this name is in the journal already."),
            _("Nothing was changed."),
            _("Choose another name."),
        )
    for sign, sentence in _SENTENCES:
        if sign in message:
            return sentence(path)
    return CannotSave(
        _("{file} could not be read or written: {reason}.").format(file=path, reason=message),
        _("What was saved before is safe."),
        _("Try again; if it happens again, open a backup."),
    )


def in_use(path: Path) -> JournalInUse:
    """Another program has the journal; named as far as its lock tells."""
    owner = who_has(path)
    return JournalInUse(
        _("{file} is open in {owner}.").format(file=path, owner=owner or _("another program")),
        _("Nothing was changed."),
        _("Close it there, then try again."),
    )


def cannot_decrypt(path: Path) -> CannotDecrypt:
    """The one sentence for a wrong passphrase, damage and foreign files: they look alike."""
    return CannotDecrypt(
        _("{file} could not be opened: the passphrase is wrong, or the file is damaged "
          "or not a journal.").format(file=path),
        _("Nothing was changed."),
        _("Try the passphrase again, or open a backup."),
    )  # fmt: skip


def damaged(path: Path) -> DamagedJournal:
    """The file was a journal, and parts of it are missing or unreadable."""
    return DamagedJournal(
        _("{file} is damaged or was cut short.").format(file=path),
        _("The file was left as it is."),
        _("Open your newest backup, and keep this file until you have checked it."),
    )


def read_only(path: Path) -> ReadOnlyJournal:
    """Nothing can be written where the journal lies."""
    return ReadOnlyJournal(
        _("{file} lies where nothing can be written.").format(file=path),
        _("The file is unchanged."),
        _("Copy it to a folder of your own and open the copy."),
    )


def left_open(path: Path) -> ReadOnlyJournal:
    """A program was killed while it had the journal open, and nothing can be written here."""
    return ReadOnlyJournal(
        _("{file} was left open by a program that ended too early, and it lies where nothing can "
          "be written.").format(file=path),
        _("The file is unchanged."),
        _("Copy it together with {log} to a folder of your own and open the copy.").format(
            log=f"{path.name}-wal"
        ),
    )  # fmt: skip


def no_room_to_look(path: Path) -> MachineFault:
    """What a killed program left has to be looked at on a copy, and there is no room for one."""
    return MachineFault(
        _("{file} was left open by a program that ended too early, and the disk has no room to "
          "look at what it left.").format(file=path),
        _("Nothing was changed."),
        _("Make room, then open it again."),
    )  # fmt: skip


def out_of_reach(path: Path) -> MachineFault:
    """A folder above the journal is closed to this user."""
    return MachineFault(
        _("{file} cannot be reached: you may not look into one of the folders it lies in.").format(
            file=path
        ),
        _("Nothing was changed."),
        _("Ask whom the folder belongs to, or sign in as the user who may open it."),
    )


def moved(path: Path) -> JournalMoved:
    """Under the open journal's name lies nothing, or another file."""
    return JournalMoved(
        _("Not saved: {file} was moved, replaced or taken away while it was open.").format(
            file=path.name
        ),
        _("What was saved before is in the file that was moved."),
        _("Bring it back, or save a copy elsewhere."),
    )


def strange(path: Path) -> DamagedJournal:
    """A journal by its marks, with tables, views or triggers that no version of ours makes."""
    return DamagedJournal(
        _("{file} holds tables or rules that leadjournal does not make.").format(file=path),
        _("The file was left as it is; nothing in it was run."),
        _("Open a backup, unless you know who changed the file."),
    )


def older(path: Path) -> ReadOnlyJournal:
    """The tables have to be brought up to date first, and nothing can be written here."""
    return ReadOnlyJournal(
        _("{file} was made by an older version, and it lies where nothing can be written.").format(
            file=path
        ),
        _("The file is unchanged."),
        _("Copy it to a folder of your own and open the copy."),
    )


def endless(path: Path) -> NotAJournal:
    """A statement on a file that is not known yet did not end."""
    return NotAJournal(
        _("{file} is not a journal: reading its tables does not come to an end.").format(file=path),
        _("The file was left as it is."),
        _("Open another file or a backup."),
    )


def closed_meanwhile(path: Path) -> CannotSave:
    """The journal was closed or locked while something long was done with it."""
    return CannotSave(
        _("{file} was closed before this had ended.").format(file=path),
        _("Everything that was saved is in it; nothing half done was left."),
        _("Open it and try again."),
    )


def second_name(path: Path) -> DamagedJournal:
    """The file has another name, beside which the log of a killed program lies."""
    return DamagedJournal(
        _("{file} is a second name of a journal that was left open under its first one.").format(
            file=path
        ),
        _("The file was left as it is."),
        _("Open it once by its first name, then by this one."),
    )


def _disk_full(path: Path) -> CannotSave:
    return CannotSave(
        _("Not saved: the disk with {file} is full.").format(file=path.name),
        _("What was saved before is safe."),
        _("Make room; saving is tried again."),
    )


def _disk_fault(path: Path) -> CannotSave:
    return CannotSave(
        _("Not saved: the disk with {file} reports an error.").format(file=path.name),
        _("What was saved before is safe."),
        _("Save a copy elsewhere and check the disk."),
    )


def _cannot_open(path: Path) -> MachineFault:
    return MachineFault(
        _("{file} could not be opened.").format(file=path),
        _("Nothing was changed."),
        _("Check that the folder exists and that you may write in it."),
    )


_SENTENCES = (
    ("interrupted", endless),
    ("file is not a database", cannot_decrypt),
    ("malformed", damaged),
    ("database is locked", in_use),
    ("readonly", read_only),
    ("read-only", read_only),
    ("is full", _disk_full),
    ("disk I/O error", _disk_fault),
    ("unable to open", _cannot_open),
)
