"""Restoring a backup: it takes the place of the journal, and nothing is lost on the way."""

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from leadjournal.base import backups as places
from leadjournal.base.clock import Clock
from leadjournal.base.errors import MachineFault, Problem, UserMistake
from leadjournal.base.files import cannot_write
from leadjournal.base.words import _
from leadjournal.services.backup_list import BackupList
from leadjournal.services.jobs import Progress, Silent
from leadjournal.services.workspace import Workspace
from leadjournal.store.contents import contents_of, glimpse
from leadjournal.store.journals import open_journal
from leadjournal.store.opening import real
from leadjournal.store.restoring import refuse_when_open, stay_the_same_journal, take_place

_STEPS = 3


class RestoredJournal(NamedTuple):
    """The journal as the backup had it, open; `kept` is the file it replaced, if there was one."""

    workspace: Workspace
    kept: Path | None


def backups_of_closed(path: Path, passphrase: str | None = None) -> BackupList:
    """The backups of a journal that is not open, damaged or missing."""
    return BackupList(real(path), passphrase, identity_of_closed(path, passphrase))


def entries_of_closed(path: Path, passphrase: str | None) -> frozenset[str] | None:
    """The ids of the entries of a closed journal; None when it cannot be read."""
    try:
        return glimpse(real(path), passphrase, 0).entries
    except (Problem, OSError):
        return None


def identity_of_closed(path: Path, passphrase: str | None) -> str:
    """Which journal a closed file is; where it cannot be read, what was noted of its copies."""
    try:
        return contents_of(real(path), passphrase, thoroughly=False).identity
    except (Problem, OSError):
        return places.noted_identity(real(path))


def restore(
    path: Path,
    backup: Path,
    passphrase: str | None,
    clock: Clock,
    *,
    identity: str = "",
    door: str = "command",
    progress: Progress | None = None,
) -> RestoredJournal:
    """Put a backup in the place of the closed journal at `path` and open it.

    `passphrase` is the backup's; the journal opens with it from then on. The file that was there
    is kept beside the other backups as it is, damaged or not. `identity` is that of the journal,
    for backups of the first version that do not know it.
    """
    say = progress or Silent()
    path, backup = real(path), real(backup)
    if path == backup:
        raise UserMistake(
            _("This file is the journal itself."), _("Nothing was changed."),
            _("Choose one of its backups."),
        )  # fmt: skip
    refuse_when_open(path)
    say.say(0, _STEPS, _("Checking the backup"))
    known = contents_of(backup, passphrase, thoroughly=True).identity
    say.say(1, _STEPS, _("Putting it in place; the present file is kept"))
    kept = _take_place(path, backup, passphrase, clock)
    say.say(2, _STEPS, _("Opening the journal"))
    journal = open_journal(path, passphrase, clock, door=door)
    if identity and not known:
        stay_the_same_journal(journal, identity)
    journal.end_undo_list()
    return RestoredJournal(Workspace(journal), kept)


def _take_place(path: Path, backup: Path, passphrase: str | None, clock: Clock) -> Path | None:
    """Where nothing can be written beside the journal, the replaced file is kept elsewhere."""
    name = places.name_for(path, clock.now(), kind="replaced")
    *first, last = places.places(path)
    for folder in first:
        with suppress(MachineFault):
            return take_place(backup, passphrase, path, places.free_name(folder, name))
    return take_place(backup, passphrase, path, places.free_name(last, name))


def delete_backup(backup: Path) -> None:
    """Remove one backup for good, with the log that may belong to it."""
    try:
        for part in places.parts_of(backup):
            part.unlink(missing_ok=True)
    except OSError as fault:
        raise cannot_write(backup, fault) from fault
    places.note_refused(backup)
