"""The passphrase of a journal: given, changed or taken away by a verified copy."""

import logging
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from leadjournal.base import backups as places
from leadjournal.base.clock import Clock
from leadjournal.base.errors import DamagedJournal, InvalidValue, Problem
from leadjournal.base.files import erase, files_in
from leadjournal.base.words import _
from leadjournal.services import rescue, waiting
from leadjournal.services.jobs import Progress, Silent
from leadjournal.services.workspace import Workspace
from leadjournal.store.cipher import normalised
from leadjournal.store.contents import looks_plain, opened_apart
from leadjournal.store.identity import identity_of
from leadjournal.store.journal_file import Journal
from leadjournal.store.journals import open_journal
from leadjournal.store.opening import real
from leadjournal.store.swap import put_in_place

_LOG = logging.getLogger(__name__)
_STEPS = 3
_PUT_BY = re.compile(r"(-wal|-journal) put by .+")
_ENOUGH = 1 << 20
_PACKED = 0.95


def change_protection(
    path: Path,
    old: str | None,
    new: str | None,
    clock: Clock,
    *,
    door: str = "command",
    progress: Progress | None = None,
) -> Path:
    """Give the closed journal at `path` another passphrase, or none; gives where the old file is.

    Everything is written anew under the new passphrase and checked; only then does the new file
    take the place of the old one, which is kept among the backups as it was. At each moment
    exactly one of the two passphrases opens the journal. Words that wait under the old one are
    taken in before, or nothing would open them afterwards.
    """
    say = progress or Silent()
    _refuse_the_same(old, new)
    say.say(0, _STEPS, _("Opening the journal"))
    journal = open_journal(path, old, clock, door=door)
    try:
        _take_in_rescued(journal)
        say.say(1, _STEPS, _("Writing and checking the new file"))
        part = journal.reencrypted_copy(new)
    finally:
        journal.close()
    say.say(2, _STEPS, _("Putting it in place"))
    reason = _("old passphrase") if old is not None else _("without passphrase")
    target = journal.path
    name = places.name_for(target, clock.now(), reason=reason)
    kept = places.free_name(places.places(target)[0], name)
    try:
        put_in_place(part, target, kept)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return kept


def _take_in_rescued(journal: Journal) -> None:
    """Words that cannot be taken in wait on; they keep nobody from protecting the journal."""
    try:
        rescue.bring_back(Workspace(journal))
    except Problem as problem:
        _LOG.error("Words that wait could not be taken in: %s", type(problem).__name__)


def check_passphrase(passphrase: str) -> None:
    """Raise what is wrong with a passphrase that cannot be used at all."""
    normalised(passphrase)


def _refuse_the_same(old: str | None, new: str | None) -> None:
    if new is not None:
        new = normalised(new)
    if new == (normalised(old) if old is not None else None):
        raise InvalidValue(
            _("This is the passphrase the journal has already.")
            if new is not None
            else _("The journal has no passphrase."),
            _("Nothing was changed."),
            _("Choose another one."),
            field="passphrase",
        )


def readable_copies(path: Path, identity: str) -> list[Path]:
    """What lies on this computer of this journal beside its file and can be read by anybody.

    Copies among its backups, logs that lost their file or were put by, and words that its disk
    had refused. The log of a copy that is named here goes with it and is not named.
    """
    path = real(path)
    copies = [
        file for file in places.copies_beside(path) if _is_readable_copy(file, path, identity)
    ]
    words = [file for file in (waiting.place(identity),) if _is_plain(file)]
    logs = [log for log in _lonely_logs(path) if _reads_like_text(log)]
    return [*sorted(copies), *sorted(logs), *words]


def _is_readable_copy(file: Path, path: Path, identity: str) -> bool:
    """A copy of the first version knows no identity, a damaged one cannot tell: its name does."""
    if file.is_symlink() or not _is_plain(file):
        return False
    try:
        with opened_apart(file, None) as connection:
            found = identity_of(connection)
    except DamagedJournal:
        found = ""
    except (Problem, OSError):
        return False
    return found == identity if found else places.is_named_after(file, path)


def _is_plain(file: Path) -> bool:
    try:
        return looks_plain(file)
    except OSError:
        return False


def _lonely_logs(path: Path) -> Iterator[Path]:
    """Logs beside the journal that were put by, and those of copies that are gone."""
    for folder in {path.parent, *places.places(path)}:
        for file in files_in(folder):
            if not file.is_file() or file.is_symlink():
                continue
            if _PUT_BY.fullmatch(file.name.removeprefix(path.name)):
                yield file
                continue
            owner = places.owner_of(file)
            if owner and not owner.exists() and places.is_named_after(owner, path):
                yield file


def _reads_like_text(log: Path) -> bool:
    """What is encrypted cannot be packed; pages that anybody can read always can."""
    try:
        with log.open("rb") as file:
            begin = file.read(_ENOUGH)
    except OSError:
        return False
    return len(zlib.compress(begin, 1)) < len(begin) * _PACKED


def delete_copies(copies: list[Path]) -> None:
    """Delete copies that are no longer wanted; what lies on the disk is overwritten before."""
    for copy in copies:
        for part in places.parts_of(copy):
            erase(part)
