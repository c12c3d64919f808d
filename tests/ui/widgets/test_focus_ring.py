import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import PrimaryButton, SecondaryButton
from leadjournal.ui.widgets.editors import LineEdit
from leadjournal.ui.widgets.focus_ring import FocusRing
from leadjournal.ui.widgets.list_row import ListRow
from leadjournal.ui.widgets.scroll import ScrollPage
from tests.ui.widgets.specimens import ROW


class Sheet(QWidget):
    """A window with a few things to focus and a ring."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self.first = PrimaryButton(looks, "First")
        self.second = SecondaryButton(looks, "Second")
        self.row = ListRow(looks, ROW)
        self.line = LineEdit(looks)
        column = QVBoxLayout(self)
        for widget in (self.first, self.second, self.row, self.line):
            column.addWidget(widget)
        self.ring = FocusRing(looks, self)


@pytest.fixture
def sheet(looks: Looks, qtbot: QtBot) -> Sheet:
    made = Sheet(looks)
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.line.setFocus()
    return made


def _tab_to(sheet: Sheet, target: QWidget) -> None:
    order: list[QWidget] = [sheet.first, sheet.second, sheet.row, sheet.line]
    before = order[order.index(target) - 1]
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)


def test_the_keyboard_draws_it_two_pixels_outside(sheet: Sheet, qtbot: QtBot) -> None:
    _tab_to(sheet, sheet.second)

    assert sheet.ring.target() is sheet.second
    assert sheet.ring.geometry() == sheet.second.geometry().adjusted(-4, -4, 4, 4)


def test_a_click_does_not_draw_it(sheet: Sheet, qtbot: QtBot) -> None:
    _tab_to(sheet, sheet.second)
    QTest.mouseClick(sheet.first, Qt.MouseButton.LeftButton)

    assert sheet.first.hasFocus()
    assert sheet.ring.target() is None


def test_rows_have_it_inside_and_fields_show_their_own_edge(sheet: Sheet, qtbot: QtBot) -> None:
    _tab_to(sheet, sheet.row)
    assert sheet.ring.geometry() == sheet.row.geometry()

    _tab_to(sheet, sheet.line)
    assert sheet.line.hasFocus()
    assert sheet.ring.target() is None


def test_it_follows_what_it_is_around(sheet: Sheet, qtbot: QtBot) -> None:
    _tab_to(sheet, sheet.second)
    sheet.second.move(40, 90)
    assert sheet.ring.geometry().topLeft().toTuple() == (36, 86)

    sheet.second.hide()
    assert sheet.ring.target() is None


def test_it_is_thicker_in_high_contrast(sheet: Sheet, looks: Looks, qtbot: QtBot) -> None:
    looks.choose("high-contrast")
    _tab_to(sheet, sheet.second)

    assert sheet.ring.geometry() == sheet.second.geometry().adjusted(-5, -5, 5, 5)


def test_it_stays_within_what_is_scrolled(looks: Looks, qtbot: QtBot) -> None:
    window = ScrollPage(looks)
    qtbot.addWidget(window)
    buttons = [SecondaryButton(looks, f"Number {number}") for number in range(30)]
    for button in buttons:
        window.column.addWidget(button)
    ring = FocusRing(looks, window)
    window.resize(300, 200)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    buttons[0].setFocus()
    QTest.keyClick(buttons[0], Qt.Key.Key_Tab)
    assert ring.target() is buttons[1]

    window.verticalScrollBar().setValue(window.verticalScrollBar().maximum())
    assert ring.target() is None
