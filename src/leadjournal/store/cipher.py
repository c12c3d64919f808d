"""The passphrase on its way to SQLCipher."""

import re
import unicodedata

from leadjournal.base.errors import InvalidValue
from leadjournal.base.words import _

_RAW_KEY = re.compile(r"x'[0-9a-fA-F]*'")
MOST_CHARACTERS = 1_000


def normalised(passphrase: str) -> str:
    """The composed form, so that an accent typed on another keyboard still opens the journal."""
    composed = unicodedata.normalize("NFC", passphrase)
    if not composed:
        raise InvalidValue(_("An empty passphrase protects nothing."), field="passphrase")
    if "\x00" in composed or _RAW_KEY.fullmatch(composed):
        raise InvalidValue(
            _("This passphrase cannot be used."),
            way_out=_("Choose one made of words."),
            field="passphrase",
        )
    if len(composed) > MOST_CHARACTERS:
        raise InvalidValue(
            _("A passphrase may have at most {count} characters.").format(count=MOST_CHARACTERS),
            field="passphrase",
        )
    try:
        composed.encode()
    except UnicodeEncodeError:
        raise InvalidValue(_("This passphrase cannot be used."), field="passphrase") from None
    return composed


def quoted(passphrase: str) -> str:
    """The passphrase as part of a statement; it cannot be bound, so quotes are doubled."""
    return "'" + normalised(passphrase).replace("'", "''") + "'"


def key_statement(passphrase: str) -> str:
    """The statement that gives the passphrase."""
    return f"PRAGMA key = {quoted(passphrase)}"
