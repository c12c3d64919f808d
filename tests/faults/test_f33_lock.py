"""F33: the lock comes past everything that is open, asks nothing, leaves no word and loses none."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from leadjournal.base import folders
from leadjournal.base.clock import FixedClock
from leadjournal.base.preferences import LOCK_AFTER, LOCK_AWAY, Preferences
from leadjournal.model.entry import EntryDraft
from leadjournal.rules.locking import Why
from leadjournal.services.journals import create_workspace, open_workspace
from leadjournal.ui.chores import Chores
from leadjournal.ui.desk import Room
from leadjournal.ui.dialogs.form_dialog import FormDialog
from leadjournal.ui.dialogs.palette import Palette
from leadjournal.ui.dialogs.question import Question
from leadjournal.ui.doorway import Doorway
from leadjournal.ui.job_runner import JobRunner
from leadjournal.ui.own_copies import copy_out
from leadjournal.ui.pages.journal.page import JournalPage
from leadjournal.ui.pages.today.capture import CaptureLine
from leadjournal.ui.pages.unlock.closed import ClosedScreen
from leadjournal.ui.pages.unlock.page import UnlockScreen
from leadjournal.ui.save_state import SaveState
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.notice import Notice
from leadjournal.ui.window import Window
from tests.support.guards import LogLines
from tests.support.words_left import places_with

CANARY = "Quillfeather"
SECRET = "calm river"
CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Clocks:
    """The wall clock, and the one that stands while the computer sleeps."""

    wall: FixedClock = field(
        default_factory=lambda: FixedClock(datetime(2025, 10, 31, 14, 3, tzinfo=UTC))
    )
    steady: float = 1_000.0

    def pass_by(self, minutes: float) -> None:
        self.wall.moment += timedelta(minutes=minutes)
        self.steady += minutes * 60

    def sleep(self, hours: float) -> None:
        self.wall.moment += timedelta(hours=hours)


@dataclass
class Scene:
    """An encrypted journal in a real window, with an entry being written."""

    window: Window
    doorway: Doorway
    clocks: Clocks
    path: Path
    qtbot: QtBot

    @property
    def page(self) -> JournalPage:
        shown = self.window.desk.pages.page()
        assert isinstance(shown, JournalPage)
        return shown

    @property
    def lock(self) -> UnlockScreen:
        screen = self.window.front()
        assert isinstance(screen, UnlockScreen)
        return screen

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.window.room.jobs.is_busy)

    def come_forward(self) -> QWidget:
        """Offscreen nobody brings a window forward again when what lay over it closes."""
        front = QApplication.activeModalWidget() or self.window
        front.activateWindow()
        self.qtbot.waitUntil(
            lambda: (at := QApplication.focusWidget()) is not None and at.window() is front
        )
        at = QApplication.focusWidget()
        assert at is not None
        return at

    def wait_alone(self, minutes: float) -> None:
        """Nobody touches anything; the watch looks in its own rhythm."""
        for _quarter in range(int(minutes * 4)):
            self.clocks.pass_by(0.25)
            self.doorway.absence.idle.look()

    def unlock(self) -> None:
        self.lock.tried.emit(SECRET)
        self.qtbot.waitUntil(lambda: self.window.desk.workspace is not None)
        self.settle()

    def says(self, words: str) -> bool:
        return any(words in each.text() for each in self.lock.findChildren(QLabel))


@pytest.fixture
def scene(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Scene]:
    clocks = Clocks()
    path = tmp_path / "locked.leadjournal"
    made = create_workspace(path, "Nadia’s journal", SECRET, clocks.wall, door="window")
    draft = EntryDraft(day=clocks.wall.today(), title=f"{CANARY} stays", text=f"About {CANARY}.")
    made.entries.add(draft)
    made.close()
    looks = Looks()
    looks.choose("light")
    looks.apply()
    jobs = JobRunner()
    room = Room(looks, Preferences(folders.settings()), jobs, SaveState(clocks.wall))
    window = Window(room)
    qtbot.addWidget(window)
    window.resize(1280, 700)
    doorway = Doorway(window, clocks.wall, lambda: clocks.steady)
    Chores(window)
    doorway.begin(path)
    with qtbot.waitActive(window, timeout=10_000):
        window.show()
        window.activateWindow()
    found = Scene(window, doorway, clocks, path, qtbot)
    found.unlock()
    window.desk.open_page("journal")
    found.settle()
    found.page.editor.body.setFocus()
    found.come_forward()
    yield found
    window.close()
    jobs.finish()
    for part in (jobs, room.save_state, looks):
        part.deleteLater()


def _about(scene: Scene) -> None:
    scene.window.do("about")


def _file_chooser(scene: Scene) -> None:
    scene.window.do("open")


def _export(scene: Scene) -> None:
    scene.window.do("export")
    scene.settle()


def _question(scene: Scene) -> None:
    Question(scene.window.room.looks, scene.window, f"Remove {CANARY}?", "All of it.", "Go").open()


def _menu(scene: Scene) -> None:
    scene.window.do("menu")


def _palette(scene: Scene) -> None:
    scene.window.do("palette")
    (palette,) = scene.window.findChildren(Palette)
    QTest.keyClicks(palette.edit, CANARY)
    scene.qtbot.waitUntil(lambda: palette.model.rowCount() > 0)
    scene.settle()


def _form(scene: Scene) -> None:
    scene.window.do("new-outcome")
    (dialog,) = scene.window.findChildren(FormDialog)
    QTest.keyClicks(dialog.form.editor("statement"), f"{CANARY} is warm again")


def _form_that_asks(scene: Scene) -> None:
    _form(scene)
    (dialog,) = scene.window.findChildren(FormDialog)
    dialog.reject()
    assert dialog.asks_to_leave()


def _tooltip(scene: Scene) -> None:
    QToolTip.showText(QPoint(50, 50), f"All of {CANARY}", scene.window)


def _settings(scene: Scene) -> None:
    scene.window.do("page-settings")


def _nothing(scene: Scene) -> None:
    assert _above(scene) == []


def _above(scene: Scene) -> list[QWidget]:
    return [
        each
        for each in QApplication.topLevelWidgets()
        if each is not scene.window and each.isVisible()
    ]


def _type_unsaved(scene: Scene) -> str:
    """Words that no pause has saved yet, with the cursor in their middle."""
    body = scene.page.editor.body
    body.moveCursor(body.textCursor().MoveOperation.End)
    QTest.keyClicks(body, f" And {CANARY} again")
    for _step in range(5):
        QTest.keyClick(body, Qt.Key.Key_Left)
    return body.toPlainText()


def _button(scene: Scene, words: str) -> QPushButton:
    return next(each for each in scene.lock.findChildren(QPushButton) if each.text() == words)


def _no_word_is_left(scene: Scene) -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    scene.qtbot.waitUntil(lambda: places_with(CANARY) == [])
    assert scene.window.windowTitle() == "leadjournal"


OPEN: list[Callable[[Scene], None]] = [
    _nothing, _about, _file_chooser, _export, _question, _menu, _palette, _form,
    _form_that_asks, _tooltip, _settings,
]  # fmt: skip


@pytest.mark.parametrize("opened", OPEN, ids=lambda each: each.__name__.strip("_"))
def test_the_lock_comes_past_whatever_is_open(
    scene: Scene, opened: Callable[[Scene], None]
) -> None:
    written = _type_unsaved(scene)
    assert places_with(CANARY)
    opened(scene)
    scene.wait_alone(15)
    assert scene.says("Locked at 14:18 after 15 minutes without a key or the mouse.")
    scene.qtbot.waitUntil(lambda: _above(scene) == [])
    _no_word_is_left(scene)
    with_other_hands = open_workspace(scene.path, SECRET, scene.clocks.wall)
    (entry,) = with_other_hands.entries.listing()
    assert with_other_hands.entries.get(entry.id).text == written
    with_other_hands.close()


def _ask_by_key(scene: Scene) -> None:
    QTest.keyClick(scene.come_forward(), Qt.Key.Key_L, CTRL)


def _fall_asleep(scene: Scene) -> None:
    scene.doorway.absence.system.sleep_comes(True)


def _wake_after_twelve_hours(scene: Scene) -> None:
    scene.clocks.sleep(12)
    scene.doorway.absence.idle.look()


def _stop_for_ten_minutes(scene: Scene) -> None:
    scene.clocks.pass_by(10)
    scene.doorway.absence.idle.look()


def _lock_screen(scene: Scene) -> None:
    scene.doorway.absence.system.saver_changed(True)


def _change_user(scene: Scene) -> None:
    scene.doorway.absence.system.session_changed("", {"Active": False}, [])


@pytest.mark.parametrize(
    ("leave", "why"),
    [
        (_ask_by_key, "Locked at 14:03 by you."),
        (_fall_asleep, "Locked at 14:03, because the computer went to sleep."),
        (_wake_after_twelve_hours, "Locked at 02:03, because the computer went to sleep."),
        (_stop_for_ten_minutes, "Locked at 14:13, because the computer went to sleep."),
        (_lock_screen, "because the screen was locked"),
        (_change_user, "because the screen was locked or another user came."),
    ],
)
def test_the_lock_says_why_and_gives_everything_back(
    scene: Scene, leave: Callable[[Scene], None], why: str
) -> None:
    written = _type_unsaved(scene)
    entry, place = scene.page.editor, scene.page.editor.body.textCursor().position()
    leave(scene)
    assert scene.says(why)
    assert scene.says("Everything was saved first.")
    _no_word_is_left(scene)
    scene.unlock()
    assert scene.page.editor is not entry
    assert scene.page.editor.body.toPlainText() == written
    assert scene.page.editor.body.textCursor().position() == place


def test_its_keys_work_in_a_dialog_too(scene: Scene) -> None:
    _form(scene)
    _ask_by_key(scene)
    assert scene.says("by you")
    _no_word_is_left(scene)


def test_a_key_that_wakes_the_computer_does_not_reach_the_journal(scene: Scene) -> None:
    before = scene.page.editor.body.toPlainText()
    scene.clocks.sleep(12)
    QTest.keyClick(scene.window.windowHandle(), Qt.Key.Key_X)
    assert scene.says("because the computer went to sleep")
    scene.unlock()
    assert scene.page.editor.body.toPlainText() == before


def test_half_a_minute_before_it_warns_and_any_key_extends(scene: Scene) -> None:
    scene.wait_alone(14)
    assert scene.window.findChildren(Notice) == []
    scene.wait_alone(0.5)
    (notice,) = scene.window.findChildren(Notice)
    at = (scene.clocks.wall.now() + timedelta(seconds=30)).astimezone()
    words = f"The journal locks at {at:%H:%M:%S}. A key or the mouse keeps it open."
    assert notice.text() == words
    QTest.keyClick(scene.window.windowHandle(), Qt.Key.Key_Shift)
    assert not any(each.isVisible() for each in scene.window.findChildren(Notice))
    scene.wait_alone(14)
    assert scene.window.front() is None
    scene.wait_alone(1)
    assert scene.says("after 15 minutes")


def test_the_warning_stands_on_the_dialog_that_lies_above(scene: Scene) -> None:
    _question(scene)
    scene.wait_alone(14.5)
    (dialog,) = scene.window.findChildren(Question)
    assert [each.isVisible() for each in dialog.findChildren(Notice)] == [True]
    dialog.reject()


def test_it_can_be_switched_off_and_set_to_ten_times_as_long(scene: Scene) -> None:
    preferences = scene.window.room.preferences
    preferences.choose(LOCK_AFTER, "0")
    scene.wait_alone(60)
    assert scene.window.front() is None
    preferences.choose(LOCK_AWAY, "no")
    for leave in (_fall_asleep, _lock_screen, _wake_after_twelve_hours):
        leave(scene)
        assert scene.window.front() is None
    assert int(LOCK_AFTER.choices[-1]) == 10 * int(LOCK_AFTER.default)
    preferences.choose(LOCK_AFTER, "1")
    scene.doorway.absence.idle.look()
    assert scene.says("after 1 minute without a key or the mouse.")


def test_sleep_counts_as_time_alone_where_only_idleness_locks(scene: Scene) -> None:
    scene.window.room.preferences.choose(LOCK_AWAY, "no")
    _wake_after_twelve_hours(scene)
    assert scene.says("Locked at 02:03 after 15 minutes without a key or the mouse.")


def test_what_was_copied_here_leaves_the_clipboard(scene: Scene) -> None:
    clipboard, body = QApplication.clipboard(), scene.page.editor.body
    QTest.keyClick(body, Qt.Key.Key_A, CTRL)
    QTest.keyClick(body, Qt.Key.Key_C, CTRL)
    assert CANARY in clipboard.text()
    _ask_by_key(scene)
    assert clipboard.text() == ""


def test_what_a_button_copied_leaves_it_too(scene: Scene) -> None:
    copy_out(f"An earlier version of {CANARY}")
    assert CANARY in QApplication.clipboard().text()
    _ask_by_key(scene)
    assert QApplication.clipboard().text() == ""


def test_half_a_line_on_today_is_back_after_unlocking(scene: Scene) -> None:
    scene.window.do("page-today")
    scene.settle()
    (line,) = scene.window.findChildren(CaptureLine)
    QTest.keyClicks(line.editor, f"{CANARY} asked")
    scene.wait_alone(15)
    _no_word_is_left(scene)
    scene.unlock()
    assert scene.window.desk.pages.page_id() == "today"
    (line,) = scene.window.findChildren(CaptureLine)
    assert line.text() == f"{CANARY} asked"


def test_what_others_copied_stays_in_the_clipboard(scene: Scene) -> None:
    clipboard, body = QApplication.clipboard(), scene.page.editor.body
    QTest.keyClick(body, Qt.Key.Key_A, CTRL)
    QTest.keyClick(body, Qt.Key.Key_C, CTRL)
    clipboard.setText("from elsewhere")
    _ask_by_key(scene)
    assert clipboard.text() == "from elsewhere"


def test_a_half_filled_form_is_offered_again_after_unlocking(scene: Scene) -> None:
    _form(scene)
    scene.wait_alone(15)
    scene.unlock()
    scene.window.do("new-outcome")
    (dialog,) = [each for each in scene.window.findChildren(FormDialog) if each.isVisible()]
    assert dialog.form.typed()["statement"] == f"{CANARY} is warm again"
    dialog.done(0)


@pytest.mark.parametrize("settings_refuse", [False, True])
def test_words_no_disk_takes_are_held_until_unlocking(
    scene: Scene, log_lines: LogLines, settings_refuse: bool
) -> None:
    if settings_refuse:
        folders.settings().mkdir(exist_ok=True)
        (folders.settings() / "rescued").write_text("in the way")
    written = _type_unsaved(scene)
    moved = scene.path.rename(scene.path.with_suffix(".away"))
    scene.wait_alone(15)
    assert scene.says(
        "is kept until you unlock" if settings_refuse else "comes back when you unlock"
    )
    assert not scene.says("Everything was saved first.")
    _no_word_is_left(scene)
    moved.rename(scene.path)
    scene.unlock()
    assert scene.page.editor.body.toPlainText() == written
    assert bool(log_lines.take()) == settings_refuse


def _lock_with_words_held(scene: Scene) -> tuple[str, Path]:
    """Words that neither the journal's disk nor the settings folder took, and where it is now."""
    folders.settings().mkdir(exist_ok=True)
    (folders.settings() / "rescued").write_text("in the way")
    written = _type_unsaved(scene)
    moved = scene.path.rename(scene.path.with_suffix(".away"))
    _ask_by_key(scene)
    assert scene.says("is kept until you unlock")
    return written, moved


def test_words_that_are_held_get_into_no_other_journal(
    scene: Scene, tmp_path: Path, log_lines: LogLines
) -> None:
    written, moved = _lock_with_words_held(scene)
    other = tmp_path / "other.leadjournal"
    create_workspace(other, "Another", None, scene.clocks.wall, door="window").close()
    scene.doorway.enter(other)
    scene.qtbot.waitUntil(lambda: scene.window.desk.workspace is not None)
    scene.settle()
    opened = scene.window.desk.workspace
    assert opened is not None
    assert opened.path == other
    assert opened.entries.all() == []
    moved.rename(scene.path)
    scene.doorway.leave_then(lambda: scene.doorway.enter(scene.path))
    (question,) = [each for each in scene.window.findChildren(Question) if each.isVisible()]
    assert any("held until you unlock" in each.text() for each in question.findChildren(QLabel))
    question.keep.click()
    scene.doorway.enter(scene.path)
    scene.lock.tried.emit(SECRET)
    scene.qtbot.waitUntil(lambda: scene.window.desk.workspace not in (None, opened))
    scene.settle()
    again = scene.window.desk.workspace
    assert again is not None
    assert [each.text for each in again.entries.all()] == [written]
    assert log_lines.take()


def test_nobody_makes_a_new_journal_past_words_that_are_held(
    scene: Scene, log_lines: LogLines
) -> None:
    _written, moved = _lock_with_words_held(scene)
    scene.lock.tried.emit(SECRET)
    scene.qtbot.waitUntil(lambda: isinstance(scene.window.front(), ClosedScreen))
    screen = scene.window.front()
    assert isinstance(screen, ClosedScreen)
    screen.chosen.emit("new")
    (question,) = scene.window.findChildren(Question)
    question.keep.click()
    assert scene.window.front() is screen
    moved.rename(scene.path)
    screen.chosen.emit("again")
    scene.unlock()
    assert log_lines.take()


def test_the_lock_leads_to_its_setting(scene: Scene) -> None:
    scene.wait_alone(15)
    QTest.mouseClick(_button(scene, "Change when it locks"), Qt.MouseButton.LeftButton)
    scene.unlock()
    assert scene.window.desk.pages.page_id() == "settings"


def test_a_lock_during_work_on_the_closed_file_comes_before_it_is_shown(scene: Scene) -> None:
    def work(path: Path, passphrase: str | None, _progress: object) -> object:
        return open_workspace(path, passphrase, scene.clocks.wall, door="window")

    scene.doorway.while_closed("Working…", work)  # type: ignore[arg-type]
    scene.doorway.lock(Why.SLEEP)
    scene.qtbot.waitUntil(lambda: isinstance(scene.window.front(), UnlockScreen))
    assert scene.says("because the computer went to sleep")
    assert scene.window.desk.workspace is None


def test_a_thousand_wrong_tries_are_no_lock_out(scene: Scene) -> None:
    _ask_by_key(scene)
    button = _button(scene, "Unlock")
    for number in range(4):
        (line,) = scene.lock.findChildren(QLineEdit)
        line.setText(f"wrong {number}")
        QTest.keyClick(line, Qt.Key.Key_Return)
        scene.settle()
        scene.clocks.pass_by(1)
        scene.lock._wait()
    for _more in range(1_000):
        scene.lock._tries.failed()
    scene.lock._wait()
    assert not button.isEnabled()
    scene.clocks.pass_by(0.5)
    scene.lock._wait()
    line.setText(SECRET)
    QTest.keyClick(line, Qt.Key.Key_Return)
    scene.qtbot.waitUntil(lambda: scene.window.desk.workspace is not None)
