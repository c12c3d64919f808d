from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import CannotDecrypt, CannotSave, MissingFile
from leadjournal.ui.pages.unlock.closed import ClosedScreen
from leadjournal.ui.pages.unlock.page import LockWords, UnlockScreen
from leadjournal.ui.pages.unlock.tries import Tries
from leadjournal.ui.pages.welcome.page import WelcomeScreen
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.ways_out import title_of, ways_out
from leadjournal.ui.widgets.passphrase import PassphraseField


@pytest.fixture
def welcome(qtbot: QtBot, looks: Looks) -> WelcomeScreen:
    made = WelcomeScreen(looks)
    qtbot.addWidget(made)
    made.resize(1280, 690)
    made.show()
    return made


@pytest.fixture
def unlock(qtbot: QtBot, looks: Looks, clock: FixedClock) -> UnlockScreen:
    made = UnlockScreen(looks, LockWords("Nadia’s journal", "Locked at 17:42."), Tries(clock))
    qtbot.addWidget(made)
    made.show()
    return made


def _button(screen: WelcomeScreen | UnlockScreen | ClosedScreen, words: str) -> QPushButton:
    return next(each for each in screen.findChildren(QPushButton) if each.text() == words)


def _fields(screen: WelcomeScreen | UnlockScreen) -> list[QLineEdit]:
    return screen.findChildren(QLineEdit)


def test_a_name_and_a_passphrase_start_a_journal(qtbot: QtBot, welcome: WelcomeScreen) -> None:
    name, passphrase, again = _fields(welcome)
    name.setText("  Nadia’s   journal ")
    assert not again.isVisible()
    passphrase.setText("calm river seven lamp")
    assert again.isVisible()
    again.setText("calm river seven lame")
    with qtbot.assertNotEmitted(welcome.started):
        _button(welcome, "Start writing").click()
    assert again.accessibleDescription() == "These two are not the same."
    again.setText("calm river seven lamp")
    with qtbot.waitSignal(welcome.started) as waited:
        _button(welcome, "Start writing").click()
    assert waited.args == ["Nadia’s journal", "calm river seven lamp"]


def test_a_passphrase_that_is_looked_at_is_typed_once(qtbot: QtBot, welcome: WelcomeScreen) -> None:
    _name, passphrase, again = _fields(welcome)
    passphrase.setText("calm river")
    passphrase.findChildren(QPushButton)[0].click()
    assert not again.isVisible()
    with qtbot.waitSignal(welcome.started) as waited:
        QTest.keyClick(passphrase, Qt.Key.Key_Return)
    assert waited.args == ["My journal", "calm river"]


def test_no_passphrase_has_to_be_said(qtbot: QtBot, welcome: WelcomeScreen) -> None:
    with qtbot.assertNotEmitted(welcome.started):
        _button(welcome, "Start writing").click()
    with qtbot.waitSignal(welcome.started) as waited:
        _button(welcome, "Start without a passphrase").click()
    assert waited.args == ["My journal", ""]


def test_a_journal_needs_a_name(qtbot: QtBot, welcome: WelcomeScreen) -> None:
    _fields(welcome)[0].setText("   ")
    with qtbot.assertNotEmitted(welcome.started):
        _button(welcome, "Start without a passphrase").click()


def test_while_it_is_made_nothing_else_can_be_asked_for(welcome: WelcomeScreen) -> None:
    welcome.wait("Making the sample journal…", 1, 4)
    assert not _button(welcome, "Start writing").isEnabled()
    welcome.refuse(CannotSave("The disk is full."))
    assert _button(welcome, "Start writing").isEnabled()


def test_the_picture_gives_way_where_there_is_little_room(welcome: WelcomeScreen) -> None:
    assert welcome._panel.isVisible()
    welcome.resize(1024, 690)
    assert not welcome._panel.isVisible()


def test_after_a_few_wrong_tries_the_next_one_waits(
    qtbot: QtBot, unlock: UnlockScreen, clock: FixedClock
) -> None:
    (field,) = _fields(unlock)
    button = _button(unlock, "Unlock")
    for _try in range(3):
        field.setText("wrong")
        button.click()
        unlock.refuse(CannotDecrypt("That is not the passphrase."))
    assert not button.isEnabled()
    assert button.text() == "Try again in 2 seconds"
    clock.moment += timedelta(seconds=1)
    unlock._wait()
    assert button.text() == "Try again in 1 second"
    clock.moment += timedelta(seconds=1)
    unlock._wait()
    assert button.isEnabled()
    assert button.text() == "Unlock"


def test_a_wrong_passphrase_is_explained_from_the_third_try_on(unlock: UnlockScreen) -> None:
    (field,) = _fields(unlock)
    long = CannotDecrypt("The passphrase is wrong, or the file is damaged.")
    said = []
    for _try in range(3):
        unlock.refuse(long)
        said.append(field.accessibleDescription())
    assert said == ["That passphrase does not open it."] * 2 + [str(long)]


def test_a_clock_that_is_set_back_makes_nobody_wait_for_long(clock: FixedClock) -> None:
    tries = Tries(clock)
    for _try in range(1_000):
        tries.failed()
    assert tries.seconds_left() == 30
    clock.moment -= timedelta(days=365)
    assert tries.seconds_left() == 30
    clock.moment += timedelta(days=365, seconds=30)
    assert tries.seconds_left() == 0


def test_an_empty_passphrase_is_not_tried(qtbot: QtBot, unlock: UnlockScreen) -> None:
    with qtbot.assertNotEmitted(unlock.tried):
        _button(unlock, "Unlock").click()


def test_caps_lock_is_noticed_and_said(qtbot: QtBot, looks: Looks) -> None:
    field = PassphraseField(looks)
    qtbot.addWidget(field)
    field.show()
    QTest.keyClick(field.editor, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    assert field.editor.accessibleDescription() == ""
    QTest.keyClicks(field.editor, "A", Qt.KeyboardModifier.NoModifier)
    assert field.editor.accessibleDescription() == "Caps Lock is on"


def test_a_closed_journal_offers_its_ways_out(qtbot: QtBot, looks: Looks) -> None:
    problem = MissingFile("There is no journal at /a.")
    screen = ClosedScreen(looks, title_of(problem), problem, ways_out(problem))
    qtbot.addWidget(screen)
    with qtbot.waitSignal(screen.chosen) as waited:
        _button(screen, "Find the journal").click()
    assert waited.args == ["other"]
