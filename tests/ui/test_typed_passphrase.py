"""A passphrase is chosen with the keyboard alone, and the journal opens with exactly that one."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import CannotDecrypt
from leadjournal.services.journals import create_workspace, open_workspace
from leadjournal.ui.application import make_window
from leadjournal.ui.desk import Room
from leadjournal.ui.dialogs.protection import ChoosePassphrase, RemovePassphrase
from leadjournal.ui.pages.unlock.page import UnlockScreen
from leadjournal.ui.pages.welcome.page import WelcomeScreen
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.new_passphrase import NewPassphrase
from leadjournal.ui.window import Window
from tests.support.pages import SPECS

WORDS = "calm river seven lamp"
OLD = "an older one"


def keys(text: str) -> None:
    """Typed where the keyboard is, as a person does."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def press(key: Qt.Key) -> None:
    """One key where the keyboard is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def shown(qtbot: QtBot, widget: QWidget) -> None:
    """Wait until keys go to it."""
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(lambda: widget.window().isActiveWindow())


@pytest.fixture
def welcome(qtbot: QtBot, looks: Looks) -> WelcomeScreen:
    made = WelcomeScreen(looks)
    qtbot.addWidget(made)
    made.resize(1280, 690)
    shown(qtbot, made)
    made.take_focus()
    return made


def _new(welcome: WelcomeScreen) -> NewPassphrase:
    return welcome.findChildren(NewPassphrase)[0]


def test_typed_tab_typed_again_enter(qtbot: QtBot, room: Room, clock: FixedClock) -> None:
    window, doorway = make_window(room, clock)
    qtbot.addWidget(window)
    doorway.begin(None)
    shown(qtbot, window)
    screen = window.front()
    assert isinstance(screen, WelcomeScreen)
    screen.take_focus()
    press(Qt.Key.Key_Tab)
    keys(WORDS)
    press(Qt.Key.Key_Tab)
    keys(WORDS)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.desk.workspace is not None and not room.jobs.is_busy)
    workspace = window.desk.workspace
    assert workspace is not None
    path = workspace.path
    window.close()
    open_workspace(path, WORDS, clock).close()


def test_a_mismatch_starts_nothing(qtbot: QtBot, welcome: WelcomeScreen) -> None:
    press(Qt.Key.Key_Tab)
    keys(WORDS)
    press(Qt.Key.Key_Tab)
    keys(WORDS[:-1])
    with qtbot.assertNotEmitted(welcome.started):
        press(Qt.Key.Key_Return)
    again = _new(welcome).again.editor
    assert again.accessibleDescription() == "These two are not the same."
    assert QApplication.focusWidget() is again
    keys("p")
    assert again.accessibleDescription() == ""


def test_the_eyes_are_reached_behind_both_lines(welcome: WelcomeScreen) -> None:
    press(Qt.Key.Key_Tab)
    keys(WORDS)
    new = _new(welcome)
    order: list[QWidget | None] = []
    for _step in range(3):
        press(Qt.Key.Key_Tab)
        order.append(QApplication.focusWidget())
    assert order == [new.again.editor, new.first.editor.eye, new.again.editor.eye]


def test_what_is_typed_on_the_eye_goes_nowhere(qtbot: QtBot, welcome: WelcomeScreen) -> None:
    new = _new(welcome)
    new.first.editor.setText(WORDS)
    new.first.editor.eye.setFocus(Qt.FocusReason.TabFocusReason)
    keys("abc")
    press(Qt.Key.Key_Backspace)
    assert new.first.text() == WORDS
    with qtbot.assertNotEmitted(welcome.started):
        press(Qt.Key.Key_Return)
    assert new.first.editor.echoMode() is new.first.editor.EchoMode.Normal


def test_shown_and_hidden_again_it_is_asked_for_twice(qtbot: QtBot, welcome: WelcomeScreen) -> None:
    new = _new(welcome)
    new.first.editor.setText(WORDS)
    new.first.editor.eye.click()
    assert not new.again.isVisible()
    new.first.editor.eye.click()
    new.first.editor.setFocus()
    with qtbot.assertNotEmitted(welcome.started):
        press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is new.again.editor


@pytest.fixture
def path(tmp_path: Path, clock: FixedClock) -> Path:
    place = tmp_path / "mine.leadjournal"
    create_workspace(place, "Mine", OLD, clock, door="window").close()
    return place


def _change(qtbot: QtBot, room: Room, clock: FixedClock, path: Path) -> Window:
    window, doorway = make_window(room, clock)
    qtbot.addWidget(window)
    doorway.begin(path)
    shown(qtbot, window)
    screen = window.front()
    assert isinstance(screen, UnlockScreen)
    screen.tried.emit(OLD)
    qtbot.waitUntil(lambda: window.desk.workspace is not None and not room.jobs.is_busy)
    window.do("change-passphrase")
    return window


def _dialog(qtbot: QtBot, window: Window) -> ChoosePassphrase:
    qtbot.waitUntil(lambda: window.findChild(ChoosePassphrase) is not None)
    dialog = window.findChild(ChoosePassphrase)
    assert isinstance(dialog, ChoosePassphrase)
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.old.editor.setFocus()
    return dialog


@pytest.mark.parametrize("leading_on", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_changed_by_typing_tab_and_enter(
    qtbot: QtBot, room: Room, clock: FixedClock, path: Path, leading_on: Qt.Key
) -> None:
    window = _change(qtbot, room, clock, path)
    dialog = _dialog(qtbot, window)
    keys(OLD)
    if leading_on is Qt.Key.Key_Tab:
        dialog.new.first.editor.setFocus()
    else:
        press(leading_on)
    keys(WORDS)
    press(leading_on)
    keys(WORDS)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "new passphrase" in _titles(window))
    window.close()
    open_workspace(path, WORDS, clock).close()
    with pytest.raises(CannotDecrypt):
        open_workspace(path, OLD, clock)


def _titles(window: Window) -> str:
    return " ".join(each.windowTitle() for each in window.findChildren(QDialog) if each.isVisible())


def test_a_mismatch_changes_nothing(
    qtbot: QtBot, room: Room, clock: FixedClock, path: Path
) -> None:
    window = _change(qtbot, room, clock, path)
    dialog = _dialog(qtbot, window)
    keys(OLD)
    press(Qt.Key.Key_Return)
    keys(WORDS)
    press(Qt.Key.Key_Tab)
    keys("another one")
    press(Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.new.again.editor.accessibleDescription() == "These two are not the same."
    dialog.reject()
    window.close()
    open_workspace(path, OLD, clock).close()


def test_the_dialog_grows_with_the_second_line(qtbot: QtBot, room: Room) -> None:
    window = Window(room, SPECS)
    qtbot.addWidget(window)
    window.resize(1000, 700)
    shown(qtbot, window)
    dialog = ChoosePassphrase(room.looks, window, None)
    dialog.open()
    before = dialog.height()
    dialog.new.first.editor.setText("c")
    qtbot.waitUntil(lambda: dialog.height() > before + 40)
    assert dialog.findChildren(QScrollArea)[0].verticalScrollBar().maximum() == 0
    dialog.reject()


def test_enter_does_not_keep_the_passphrase_unasked(qtbot: QtBot, room: Room) -> None:
    window = Window(room, SPECS)
    qtbot.addWidget(window)
    shown(qtbot, window)
    dialog = RemovePassphrase(room.looks, window, OLD, 3)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.old.editor.setFocus()
    keys("wrong")
    press(Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.old.editor.accessibleDescription() == "This is not the present passphrase."
    keys(OLD)
    assert dialog.old.editor.accessibleDescription() == ""
    with qtbot.assertNotEmitted(dialog.accepted):
        press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is dialog.verb
    with qtbot.waitSignal(dialog.accepted):
        press(Qt.Key.Key_Return)
