"""F31: what protects a journal lies in its file; no setting and no lost setting opens it."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from leadjournal.base import folders
from leadjournal.base.clock import SystemClock
from leadjournal.base.errors import NotAJournal
from leadjournal.base.preferences import LAST_JOURNAL, SETTINGS
from leadjournal.services.journals import create_workspace, open_workspace
from leadjournal.ui.application import make_room, make_window
from leadjournal.ui.pages.unlock.page import UnlockScreen
from leadjournal.ui.window import Window

SECRET = "calm river"


@pytest.fixture
def journal() -> Path:
    path = folders.journals() / "mine.leadjournal"
    create_workspace(path, "Mine", SECRET, SystemClock(), door="window").close()
    return path


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[Path | None], Window]]:
    windows: list[Window] = []

    def begin(path: Path | None) -> Window:
        window, doorway = make_window(make_room(qapp, SystemClock()), SystemClock())
        qtbot.addWidget(window)
        windows.append(window)
        doorway.begin(path)
        window.show()
        return window

    yield begin
    for window in windows:
        window.close()
        for part in (window.room.jobs, window.room.save_state, window.room.looks):
            part.deleteLater()


def _lose_settings() -> None:
    shutil.rmtree(folders.settings(), ignore_errors=True)


def _lose_logs_too() -> None:
    _lose_settings()
    shutil.rmtree(folders.logs(), ignore_errors=True)


def _damage_settings() -> None:
    folders.settings().mkdir(parents=True, exist_ok=True)
    (folders.settings() / "preferences.json").write_bytes(b"\x00{]")


def _settings_of_another_version() -> None:
    values = {setting.name: "no" for setting in SETTINGS if setting is not LAST_JOURNAL}
    values |= {"encryption": "off", "passphrase": "", "protection": "none", "lock_after": "never"}
    folders.settings().mkdir(parents=True, exist_ok=True)
    (folders.settings() / "preferences.json").write_text(json.dumps(values))


@pytest.mark.parametrize(
    "happens", [_lose_settings, _lose_logs_too, _damage_settings, _settings_of_another_version]
)
def test_whatever_becomes_of_the_settings_the_secret_is_asked_for(
    qtbot: QtBot,
    start: Callable[[Path | None], Window],
    journal: Path,
    happens: Callable[[], None],
) -> None:
    first = start(journal)
    screen = first.front()
    assert isinstance(screen, UnlockScreen)
    screen.tried.emit(SECRET)
    qtbot.waitUntil(lambda: first.desk.workspace is not None)
    first.close()
    happens()
    again = start(journal)
    assert isinstance(again.front(), UnlockScreen)
    assert again.desk.workspace is None
    with pytest.raises(NotAJournal, match="needs a passphrase"):
        open_workspace(journal, None, SystemClock())


def test_a_copy_for_another_user_asks_for_the_secret_too(
    qtbot: QtBot,
    start: Callable[[Path | None], Window],
    journal: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    copy = tmp_path / "stick" / "theirs.leadjournal"
    copy.parent.mkdir()
    shutil.copy(journal, copy)
    monkeypatch.setenv("LEADJOURNAL_HOME", str(tmp_path / "other home"))
    window = start(copy)
    screen = window.front()
    assert isinstance(screen, UnlockScreen)
    screen.tried.emit(SECRET)
    qtbot.waitUntil(lambda: window.desk.workspace is not None)


def test_no_setting_speaks_of_encryption() -> None:
    words = " ".join(f"{setting.name} {setting.sentence}" for setting in SETTINGS).lower()
    assert "encrypt" not in words
    assert "lock_after" in words


def test_no_setting_holds_the_secret(
    qtbot: QtBot, start: Callable[[Path | None], Window], journal: Path
) -> None:
    window = start(journal)
    screen = window.front()
    assert isinstance(screen, UnlockScreen)
    screen.tried.emit(SECRET)
    qtbot.waitUntil(lambda: window.desk.workspace is not None)
    window.close()
    kept = [each for each in folders.settings().rglob("*") if each.is_file()]
    kept += [each for each in folders.logs().rglob("*") if each.is_file()]
    assert kept
    assert [each.name for each in kept if SECRET.encode() in each.read_bytes()] == []
