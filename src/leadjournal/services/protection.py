"""The passphrase of a journal: given, changed or taken away by a verified copy."""

from contextlib import suppress
from pathlib import Path

from leadjournal.base import backups as places
from leadjournal.base.clock import Clock
from leadjournal.base.errors import InvalidValue
from leadjournal.base.files import cannot_write
from leadjournal.base.words import _
from leadjournal.services.jobs import Progress, Silent
from leadjournal.store.cipher import normalised
from leadjournal.store.journal_file import open_journal
from leadjournal.store.opening import identity_of_plain, real
from leadjournal.store.swap import put_in_place

_STEPS = 3


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
    exactly one of the two passphrases opens the journal.
    """
    say = progress or Silent()
    _refuse_the_same(old, new)
    say.say(0, _STEPS, _("Opening the journal"))
    journal = open_journal(path, old, clock, door=door)
    try:
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
    """The copies of this journal among its backups that anybody can read."""
    path = real(path)
    return [
        file
        for file in sorted(places.copies_beside(path))
        if not file.is_symlink() and _is_copy(file, path, identity_of_plain(file), identity)
    ]


def _is_copy(file: Path, path: Path, found: str | None, identity: str) -> bool:
    """A copy of the first version knows no identity; then its name tells."""
    if found is None:
        return False
    return found == identity if found else places.is_named_after(file, path)


def delete_copies(copies: list[Path]) -> None:
    """Delete copies that are no longer wanted; what lies on the disk is overwritten before."""
    for file in copies:
        try:
            with suppress(OSError):
                _overwrite(file)
            file.unlink(missing_ok=True)
        except OSError as fault:
            raise cannot_write(file, fault) from fault


def _overwrite(file: Path) -> None:
    """A disk may still keep the old blocks elsewhere, so this helps but promises nothing."""
    left = file.stat().st_size
    if file.stat().st_nlink > 1:
        return
    with file.open("rb+", buffering=0) as content:
        while left > 0:
            left -= content.write(bytes(min(left, 1 << 20)))
        content.flush()
