"""Every sentence a person sees passes through here; English is the source language."""

import gettext as _gettext
import unicodedata
from pathlib import Path

_OPEN, _CLOSE = "\u2068", "\u2069"
_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
_TURNING = frozenset(
    ("R", "AL", "AN", "RLE", "RLO", "LRE", "LRO", "PDF", "RLI", "LRI", "FSI", "PDI")
)


class _Language:
    """The translation in use; English until `speak` is called."""

    def __init__(self) -> None:
        self.catalogue: _gettext.NullTranslations = _gettext.NullTranslations()


_LANGUAGE = _Language()


def speak(language: str, folder: Path) -> None:
    """Take the sentences from `folder/<language>/LC_MESSAGES/leadjournal.mo`, if it is there."""
    # Looked for here first: to find out that there is none takes gettext longer than to read one.
    _LANGUAGE.catalogue = (
        _gettext.translation("leadjournal", localedir=folder, languages=[language], fallback=True)
        if (folder / language).is_dir()
        else _gettext.NullTranslations()
    )


def _(sentence: str) -> str:
    """The sentence in the user's language."""
    return _LANGUAGE.catalogue.gettext(sentence)


def ngettext(one: str, many: str, count: int) -> str:
    """The sentence for one or for many, in the user's language."""
    return _LANGUAGE.catalogue.ngettext(one, many, count)


def later(sentence: str) -> str:
    """Mark a sentence that is declared now and translated when it is shown."""
    return sentence


def isolated(words: str) -> str:
    """What a user wrote, for inside a sentence: its direction does not turn what is around it."""
    if not any(unicodedata.bidirectional(sign) in _TURNING for sign in words):
        return words
    return f"{_OPEN}{words.translate(_ISOLATES)}{_CLOSE}"


def shortened(words: str, most: int) -> str:
    """The beginning of what a user wrote, on one line and isolated, for inside a sentence."""
    line = " ".join(words.split())
    return isolated(line if len(line) <= most else f"{line[: most - 1].rstrip()}…")
