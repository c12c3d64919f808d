from pathlib import Path

import pytest

from leadjournal.base.errors import MachineFault
from leadjournal.base.preferences import LAST_JOURNAL, SETTINGS, THEME, Preferences


def test_a_choice_is_kept(tmp_path: Path) -> None:
    Preferences(tmp_path).choose(THEME, "dark")
    Preferences(tmp_path).choose(LAST_JOURNAL, "/a/b.leadjournal")
    again = Preferences(tmp_path)
    assert (again.get(THEME), again.get(LAST_JOURNAL)) == ("dark", "/a/b.leadjournal")


def test_a_folder_that_cannot_be_made_is_told_in_sentences(tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("")
    with pytest.raises(MachineFault, match="could not be written"):
        Preferences(tmp_path / "in the way" / "settings").choose(THEME, "dark")


@pytest.mark.parametrize("content", ["", "{", "[]", '{"theme": 3}', '{"theme": "pink"}', "\udcff"])
def test_a_damaged_file_means_the_defaults(tmp_path: Path, content: str) -> None:
    (tmp_path / "preferences.json").write_bytes(content.encode(errors="surrogatepass"))
    assert Preferences(tmp_path).get(THEME) == "system"


def test_every_setting_begins_with_something_it_may_be() -> None:
    names = [setting.name for setting in SETTINGS]
    assert len(set(names)) == len(names)
    for setting in SETTINGS:
        assert not setting.choices or setting.default in setting.choices
        assert setting.sentence.endswith(".")
