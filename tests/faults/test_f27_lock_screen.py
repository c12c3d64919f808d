"""F27, in the window: odd passphrases get one answer, change nothing and keep nobody out."""

import hashlib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from leadjournal.base import folders
from leadjournal.base.clock import FixedClock
from leadjournal.services.journals import create_workspace
from leadjournal.ui.application import make_room, make_window
from leadjournal.ui.pages.unlock.page import UnlockScreen
from leadjournal.ui.window import Window
from tests.support.windows import CLOCK

COMPOSED, DECOMPOSED = "caf\u00e9 river", "cafe\u0301 river"
ODD = (
    "wrong", f"{COMPOSED} ", COMPOSED.upper(), "'; DROP TABLE entry; --", '"', "\U0001f511" * 9,
    "x'00112233'", "a\x00b", "\ud800", "x" * 10_000_000,
)  # fmt: skip


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(CLOCK.moment)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, clock: FixedClock) -> Iterator[Window]:
    made, doorway = make_window(make_room(qapp, clock), clock)
    qtbot.addWidget(made)
    path = folders.journals() / "mine.leadjournal"
    create_workspace(path, "Mine", COMPOSED, clock, door="window").close()
    doorway.begin(path)
    made.show()
    yield made
    made.close()
    for part in (made.room.jobs, made.room.save_state, made.room.looks):
        part.deleteLater()


def _lock(window: Window) -> UnlockScreen:
    screen = window.front()
    assert isinstance(screen, UnlockScreen)
    return screen


def _print_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_odd_passphrases_change_nothing_and_lock_nobody_out(
    qtbot: QtBot, window: Window, clock: FixedClock
) -> None:
    path = folders.journals() / "mine.leadjournal"
    before, answers = _print_of(path), set()
    for odd in ODD:
        clock.moment += timedelta(minutes=1)
        _lock(window)._wait()
        _lock(window).tried.emit(odd)
        qtbot.waitUntil(lambda: not window.room.jobs.is_busy)
        answers.add(_lock(window)._passphrase.editor.accessibleDescription())
    assert _print_of(path) == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    wrong = {each for each in answers if "wrong" in each or "does not open" in each}
    # Shortly at first, with all it may be from the third try on.
    assert len(wrong) == 2
    assert answers - wrong <= {
        "This passphrase cannot be used. Choose one made of words.",
        "This passphrase cannot be used.",
        "An empty passphrase protects nothing.",
        "A passphrase may have at most 1000 characters.",
    }
    clock.moment += timedelta(minutes=1)
    _lock(window).tried.emit(DECOMPOSED)
    qtbot.waitUntil(lambda: window.desk.workspace is not None)
    window.close()
    logs = "".join(each.read_text() for each in folders.logs().glob("*"))
    assert not any(odd in logs for odd in ODD[:4])
