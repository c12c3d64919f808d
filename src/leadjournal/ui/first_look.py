"""What a start leads to, told from outside the journal and before anything heavy is loaded."""

from enum import Enum
from pathlib import Path

_PLAIN = b"SQLite format 3\x00"


class FirstLook(Enum):
    """The four ways to begin."""

    NONE = "there is no journal yet"
    MISSING = "the journal is not where it was"
    OPEN = "the journal can be opened, or tells why not"
    LOCKED = "the journal asks for a passphrase"


def first_look(path: Path | None) -> FirstLook:
    """Which way to begin with this file; only its first bytes are read."""
    if path is None:
        return FirstLook.NONE
    try:
        if not path.exists():
            return FirstLook.MISSING
        if not path.is_file() or path.stat().st_size < len(_PLAIN):
            return FirstLook.OPEN
        with path.open("rb") as file:
            plain = file.read(len(_PLAIN)) == _PLAIN
    except (OSError, ValueError):
        return FirstLook.OPEN
    return FirstLook.OPEN if plain else FirstLook.LOCKED
