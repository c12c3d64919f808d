"""Every sentence a person sees passes through here; English is the source language."""

import gettext as _gettext
from pathlib import Path


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
