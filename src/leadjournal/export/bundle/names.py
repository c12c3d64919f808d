"""Which names a file in a bundle may have; every other one is refused before anything is read."""

import re
import unicodedata

from leadjournal.base.words import _

MANIFEST = "manifest.json"
README = "README.txt"
HISTORY = "history/"

_OURS = re.compile(r"(history/)?[a-z]+(-[a-z]+)*(\.[1-9][0-9]{0,3})?\.jsonl")
_LONGEST = 255
_PORTS = tuple(f"{port}{sign}" for port in ("com", "lpt") for sign in "0123456789¹²³")
_RESERVED = frozenset(("con", "prn", "aux", "nul", "conin$", "conout$", "clock$", *_PORTS))


def file_name(table: str, part: int = 1) -> str:
    """The name of the file with the records of a kind; a long list goes on in further ones."""
    return f"{table}.jsonl" if part == 1 else f"{table}.{part}.jsonl"


def table_of(name: str) -> str:
    """Whose records a file holds: a kind, or a part of the history such as `history/step`."""
    return name.removesuffix(".jsonl").partition(".")[0]


def is_ours(name: str) -> bool:
    """Whether a bundle can have a file of records of this name."""
    return _OURS.fullmatch(name) is not None


def comparable(name: str) -> str:
    """What two names have in common that are one name on some computer."""
    return unicodedata.normalize("NFKC", name).casefold()


def fault_of(name: str) -> str:
    """Why a name is dangerous, in words; nothing when it is not."""
    if not name or len(name) > _LONGEST or any(not sign.isprintable() for sign in name):
        return _("has a name that no file should have.")
    if "\\" in name or ":" in name:
        return _("has a name that means another place on some computers.")
    if name.startswith("/"):
        return _("wants to lie at a place of its own outside the bundle.")
    parts = name.removesuffix("/").split("/")
    if any(part in ("", ".", "..") for part in parts):
        return _("wants to lie outside the bundle.")
    if any(_is_reserved(part) for part in parts):
        return _("has a name that some computers keep for themselves.")
    return ""


def _is_reserved(part: str) -> bool:
    return part.partition(".")[0].strip().casefold() in _RESERVED or part[-1] in ". "
