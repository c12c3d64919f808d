from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from leadjournal.base import folders
from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import CannotSave
from leadjournal.base.preferences import LAST_JOURNAL
from leadjournal.services.journals import create_workspace, open_workspace
from leadjournal.ui.desk import Room
from leadjournal.ui.dialogs.question import Question
from leadjournal.ui.doorway import Doorway
from leadjournal.ui.pages.unlock.closed import ClosedScreen
from leadjournal.ui.pages.unlock.page import UnlockScreen
from leadjournal.ui.pages.welcome.page import WelcomeScreen
from leadjournal.ui.widgets.buttons import QuietButton
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.window import Window
from tests.support.pages import SPECS

Start = Callable[[Path | None], Window]
ScreenT = TypeVar("ScreenT", bound=QWidget)


@pytest.fixture
def start(qtbot: QtBot, room: Room, clock: FixedClock) -> Iterator[Start]:
    windows = []

    def begin(path: Path | None) -> Window:
        window = Window(room, SPECS)
        qtbot.addWidget(window)
        windows.append(window)
        Doorway(window, clock).begin(path)
        window.show()
        return window

    yield begin
    for window in windows:
        window.close()


@pytest.fixture
def plain(tmp_path: Path, clock: FixedClock) -> Path:
    path = tmp_path / "plain.leadjournal"
    create_workspace(path, "Nadia’s journal", None, clock, door="window").close()
    return path


@pytest.fixture
def locked(tmp_path: Path, clock: FixedClock) -> Path:
    path = tmp_path / "locked.leadjournal"
    create_workspace(path, "Nadia’s journal", "calm river", clock, door="window").close()
    return path


def _front(window: Window, kind: type[ScreenT]) -> ScreenT:
    screen = window.front()
    assert isinstance(screen, kind)
    return screen


def _opened(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: window.desk.workspace is not None)


def test_the_first_start_makes_a_journal_and_opens_it(qtbot: QtBot, start: Start) -> None:
    window = start(None)
    _front(window, WelcomeScreen).started.emit("My journal", "")
    _opened(qtbot, window)
    assert window.front() is None
    assert window.desk.pages.page_id() == "today"
    window.close()
    (made,) = folders.journals().iterdir()
    assert made.name == "My journal.leadjournal"
    assert list(made.parent.iterdir()) == [made]
    assert window.room.preferences.get(LAST_JOURNAL) == str(made)


def test_the_next_start_opens_it_behind_the_painted_shell(
    qtbot: QtBot, start: Start, plain: Path, room: Room
) -> None:
    room.remember(LAST_JOURNAL, str(plain))
    window = start(None)
    assert window.front() is None
    assert window.desk.workspace is None
    _opened(qtbot, window)
    assert window.windowTitle() == "Nadia’s journal – leadjournal"


def test_a_wrong_passphrase_can_be_tried_again(qtbot: QtBot, start: Start, locked: Path) -> None:
    window = start(locked)
    screen = _front(window, UnlockScreen)
    for wrong in ("no", "neither"):
        screen.tried.emit(wrong)
        qtbot.waitUntil(lambda: not window.room.jobs.is_busy)
        assert window.front() is screen
    screen.tried.emit("calm river")
    _opened(qtbot, window)
    assert window.actions_.action("lock").isEnabled()


def test_what_can_be_no_passphrase_is_told_at_the_lock(
    qtbot: QtBot, start: Start, locked: Path
) -> None:
    window = start(locked)
    screen = _front(window, UnlockScreen)
    for _turn in range(4):
        screen.tried.emit("calm\0river")
        qtbot.waitUntil(lambda: not window.room.jobs.is_busy)
    assert window.front() is screen
    assert any("passphrase" in each.text().lower() for each in screen.findChildren(Label)[2:])
    screen.tried.emit("calm river")
    _opened(qtbot, window)


def test_the_backups_can_be_asked_for_at_the_lock(start: Start, locked: Path) -> None:
    window = start(locked)
    asked: list[Path] = []
    doorway = window.findChild(Doorway)
    assert isinstance(doorway, Doorway)
    doorway.backups_wanted.connect(asked.append)
    screen = _front(window, UnlockScreen)
    next(each for each in screen.findChildren(QuietButton) if "backup" in each.text()).click()
    assert asked == [locked]


def test_locking_closes_the_journal_to_one_file(
    qtbot: QtBot, start: Start, locked: Path, clock: FixedClock
) -> None:
    window = start(locked)
    _front(window, UnlockScreen).tried.emit("calm river")
    _opened(qtbot, window)
    window.do("lock")
    assert isinstance(window.front(), UnlockScreen)
    assert window.desk.workspace is None
    open_workspace(locked, "calm river", clock, door="window").close()


def test_a_journal_that_is_gone_has_ways_out(start: Start, tmp_path: Path) -> None:
    window = start(tmp_path / "gone.leadjournal")
    _front(window, ClosedScreen).chosen.emit("new")
    assert isinstance(window.front(), WelcomeScreen)


def test_a_journal_in_use_can_be_tried_again(
    qtbot: QtBot, start: Start, plain: Path, clock: FixedClock
) -> None:
    other = open_workspace(plain, None, clock, door="window")
    window = start(plain)
    qtbot.waitUntil(lambda: isinstance(window.front(), ClosedScreen))
    other.close()
    _front(window, ClosedScreen).chosen.emit("again")
    _opened(qtbot, window)


@pytest.mark.parametrize("content", [b"", b"not a journal at all, but long enough" * 40])
def test_what_is_no_journal_is_told_and_left_alone(
    qtbot: QtBot, start: Start, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "odd.leadjournal"
    file.write_bytes(content)
    window = start(file)
    if isinstance(window.front(), UnlockScreen):
        _front(window, UnlockScreen).tried.emit("anything")
    qtbot.waitUntil(lambda: window.front() is not None and not window.room.jobs.is_busy)
    assert isinstance(window.front(), ClosedScreen | UnlockScreen)
    assert file.read_bytes() == content


def test_looking_around_makes_the_sample_once(qtbot: QtBot, start: Start) -> None:
    window = start(None)
    _front(window, WelcomeScreen).look_around.emit()
    qtbot.waitUntil(lambda: window.desk.workspace is not None, timeout=60_000)
    assert [
        each.name for each in folders.journals().iterdir() if each.suffix == ".leadjournal"
    ] == ["Sample journal.leadjournal"]


def test_the_sample_is_removed_in_one_step_and_nothing_else(
    qtbot: QtBot, start: Start, plain: Path
) -> None:
    window = start(None)
    _front(window, WelcomeScreen).look_around.emit()
    qtbot.waitUntil(lambda: window.desk.workspace is not None, timeout=60_000)
    window.do("remove-sample")
    question = window.findChild(Question)
    assert isinstance(question, Question)
    question.verb.click()
    assert isinstance(window.front(), WelcomeScreen)
    assert list(folders.journals().iterdir()) == []
    assert plain.exists()


def test_what_is_not_saved_is_asked_about_before_closing(
    qtbot: QtBot, start: Start, plain: Path
) -> None:
    window = start(plain)
    _opened(qtbot, window)
    window.room.save_state.failed(CannotSave("The disk is full."))
    assert not window.close()
    question = window.findChild(Question)
    assert isinstance(question, Question)
    question.keep.click()
    assert window.isVisible()
    assert not window.close()
    window.findChildren(Question)[-1].verb.click()
    assert not window.isVisible()
