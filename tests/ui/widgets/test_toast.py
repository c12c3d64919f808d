from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import LinkButton
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.toast import STAYS, Toast


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def toast(looks: Looks, page: QWidget) -> Iterator[Toast]:
    made = Toast(looks, page)
    yield made
    made.dismiss()


def test_it_lies_at_the_bottom_and_says_its_sentence(toast: Toast, page: QWidget) -> None:
    toast.say("“Free note” moved to Trash", icon="trash-2", undo=True)

    assert toast.isVisible()
    assert toast.text() == toast.accessibleName() == "“Free note” moved to Trash"
    assert page.height() - toast.geometry().bottom() - 1 == 24
    assert abs(toast.geometry().center().x() - page.rect().center().x()) <= 1

    page.resize(600, 400)
    assert page.height() - toast.geometry().bottom() - 1 == 24


def test_it_can_be_taken_back(toast: Toast, qtbot: QtBot) -> None:
    toast.say("Moved", undo=True)

    with qtbot.waitSignals([toast.undone, toast.closed], timeout=1000):
        toast.findChildren(LinkButton)[0].click()
    assert not toast.isVisible()


def test_it_goes_after_ten_seconds(toast: Toast, qtbot: QtBot) -> None:
    toast.say("Saved")
    timer = toast.findChildren(QTimer)[0]
    assert (timer.interval(), timer.isActive()) == (STAYS, True)

    with qtbot.waitSignal(toast.closed, timeout=1000):
        timer.timeout.emit()
    assert not toast.isVisible()


def test_it_waits_under_the_mouse(toast: Toast) -> None:
    toast.say("Saved")
    timer = toast.findChildren(QTimer)[0]
    here = QPointF(5, 5)

    QApplication.sendEvent(toast, QEnterEvent(here, here, here))
    assert not timer.isActive()

    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert timer.isActive()


def test_it_waits_while_the_keyboard_is_on_it(toast: Toast, page: QWidget, qtbot: QtBot) -> None:
    toast.say("Moved", undo=True)
    timer = toast.findChildren(QTimer)[0]
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)

    toast.take_focus()
    qtbot.waitUntil(lambda: not timer.isActive())

    QTest.keyClick(toast, Qt.Key.Key_Escape)
    assert not toast.isVisible()


def test_it_waits_behind_a_dialog(toast: Toast, page: QWidget, qtbot: QtBot) -> None:
    timer = toast.findChildren(QTimer)[0]
    dialog = QDialog(page)
    dialog.open()
    toast.say("Moved", undo=True)
    assert toast.isVisible()
    assert not timer.isActive()
    dialog.reject()
    qtbot.waitUntil(timer.isActive)
    dialog.open()
    assert not timer.isActive()
    dialog.reject()


def test_a_long_sentence_is_never_shortened(looks: Looks, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(360, 400)
    page.show()
    toast = Toast(looks, page)
    toast.say("This week counts as away; momentum leaves it out of its mean.", undo=True)
    assert toast.height() > 50
    assert toast.geometry().bottom() < page.height()
    words = next(each for each in toast.findChildren(Label) if each.text() == toast.text())
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))


def test_what_stays_is_there_until_it_is_left(toast: Toast) -> None:
    toast.say("Your journal is made.", stays=True)
    timer = toast.findChildren(QTimer)[0]
    assert not timer.isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert not timer.isActive()
    toast.leave()
    assert toast.isVisible()
    QApplication.processEvents()
    toast.leave()
    assert not toast.isVisible()


def test_an_undo_is_kept_on_another_page(toast: Toast) -> None:
    toast.say("Moved", undo=True)
    QApplication.processEvents()
    toast.leave()
    assert toast.isVisible()


def test_it_lies_above_the_foot_of_a_page(toast: Toast, page: QWidget) -> None:
    toast.foot = lambda: 60
    toast.say("Saved")
    assert toast.geometry().bottom() < page.height() - 60
