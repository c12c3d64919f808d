"""Passphrases come from a prompt without echo or from a file, never from arguments."""

import getpass
import sys
from pathlib import Path

from leadjournal.base.errors import CannotDecrypt, InvalidValue, MissingFile
from leadjournal.base.words import _
from leadjournal.services.journals import needs_passphrase

_LONGEST = 65_536


def passphrase_for(journal: Path, file: Path | None) -> str | None:
    """The passphrase of a journal that needs one; nothing for a plain journal."""
    if not needs_passphrase(journal):
        return None
    if file is not None:
        return read_passphrase(file)
    if not sys.stdin.isatty():
        raise CannotDecrypt(
            _("{file} needs a passphrase, or it is not a journal.").format(file=journal),
            _("Nothing was changed."),
            _("Give the passphrase with --passphrase-file FILE, or type it in a terminal."),
        )
    return _typed(_("Passphrase of {file}: ").format(file=journal.name))


def chosen_passphrase(file: Path | None, question: str = "") -> str | None:
    """A new passphrase, typed twice; nothing when there is to be none."""
    if file is not None:
        return read_passphrase(file)
    if not sys.stdin.isatty():
        return None
    first = _typed(question or _("Passphrase for the new journal (empty for none): "))
    if first and _typed(_("The same once more: ")) != first:
        raise InvalidValue(
            _("The two passphrases differ."), _("Nothing was made or changed."), _("Try again.")
        )
    return first or None


def read_passphrase(file: Path) -> str:
    """The first line of a file, with only its line end removed."""
    try:
        with file.open("rb") as content:
            line = content.readline(_LONGEST)
        passphrase = line.removesuffix(b"\n").removesuffix(b"\r").decode("utf-8")
    except UnicodeDecodeError:
        raise InvalidValue(_("The passphrase in {file} is not UTF-8.").format(file=file)) from None
    except (OSError, ValueError) as fault:
        raise MissingFile(
            _("The passphrase file {file} cannot be read: {reason}.").format(
                file=file, reason=getattr(fault, "strerror", None) or _("the name is impossible")
            )
        ) from None
    if not passphrase:
        raise InvalidValue(_("The first line of {file} is empty.").format(file=file))
    return passphrase


def _typed(question: str) -> str:
    try:
        return getpass.getpass(question)
    except EOFError:
        raise InvalidValue(_("No passphrase was given.")) from None
