import gettext
from pathlib import Path

import pytest

from leadjournal.base import words
from leadjournal.base.resources import resource, resource_text
from leadjournal.base.words import isolated, shortened


def test_what_ships_is_found() -> None:
    assert resource("themes", "light.toml").is_file()
    assert "accent" in resource_text("themes", "dark.toml")


def test_a_language_that_is_not_there_speaks_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words._LANGUAGE, "catalogue", gettext.NullTranslations())
    words.speak("xx", tmp_path)
    assert words._("Saved") == "Saved"
    assert words.ngettext("{n} day", "{n} days", 2) == "{n} days"


def test_words_that_turn_the_line_are_isolated() -> None:
    assert isolated("Nadia’s journal") == "Nadia’s journal"
    assert isolated("\u202eNadia") == "\u2068\u202eNadia\u2069"
    assert isolated("a\u2069\u202eb") == "\u2068a\u202eb\u2069"


def test_long_words_are_shortened_to_one_line() -> None:
    assert shortened("Board\n talk", 10) == "Board talk"
    assert shortened("Board talk about coal", 7) == "Board…"
    assert shortened("\u202eNadia writes", 7) == "\u2068\u202eNadia…\u2069"
