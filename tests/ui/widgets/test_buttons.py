from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QButtonGroup
from pytestqt.qtbot import QtBot

from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import (
    IconButton,
    LinkButton,
    NavButton,
    PrimaryButton,
    SecondaryButton,
)
from leadjournal.ui.widgets.choices import Choice, ChoiceRow
from leadjournal.ui.widgets.segmented import SegmentButton, Segmented


def test_heights_are_those_of_the_design(looks: Looks, qtbot: QtBot) -> None:
    made = [PrimaryButton(looks, "Save"), PrimaryButton(looks, "Save", height=40)]
    for button in made:
        qtbot.addWidget(button)

    assert [button.height() for button in made] == [32, 40]
    looks.set_factor(2.0)
    assert [button.height() for button in made] == [53, 53]


def test_a_click_and_the_space_bar_do_the_same(looks: Looks, qtbot: QtBot) -> None:
    button = SecondaryButton(looks, "Add output", "plus")
    qtbot.addWidget(button)

    with qtbot.waitSignal(button.clicked, timeout=1000):
        button.click()
    with qtbot.waitSignal(button.clicked, timeout=1000):
        QTest.keyClick(button, Qt.Key.Key_Space)


def test_an_icon_button_says_what_it_does(looks: Looks, qtbot: QtBot) -> None:
    button = IconButton(looks, "eye", "Show")
    qtbot.addWidget(button)
    button.set_icon("eye-off")
    button.set_name("Hide")

    assert (button.accessibleName(), button.toolTip()) == ("Hide", "Hide")
    assert button.icon_name == "eye-off"


def test_the_chosen_page_has_another_icon_colour(looks: Looks, qtbot: QtBot) -> None:
    button = NavButton(looks, "Today", "square")
    qtbot.addWidget(button)
    images = [
        button.icon().pixmap(button.iconSize(), QIcon.Mode.Normal, state).toImage()
        for state in (QIcon.State.Off, QIcon.State.On)
    ]

    assert images[0].pixelColor(9, 2) != images[1].pixelColor(9, 2)


def test_words_beside_a_page_are_read_with_it(looks: Looks, qtbot: QtBot) -> None:
    button = NavButton(looks, "Coach", "message-square-quote")
    qtbot.addWidget(button)
    button.set_words("5 comments")

    assert button.accessibleDescription() == "5 comments"


def test_one_page_is_chosen_of_a_group(looks: Looks, qtbot: QtBot) -> None:
    group = QButtonGroup()
    first, second = NavButton(looks, "Today", "sun"), NavButton(looks, "People", "users")
    for button in (first, second):
        qtbot.addWidget(button)
        group.addButton(button)
    first.setChecked(True)
    second.setChecked(True)

    assert not first.isChecked()


def test_a_link_has_the_colour_of_links(looks: Looks, qtbot: QtBot) -> None:
    link = LinkButton(looks, "All promises")
    qtbot.addWidget(link)
    link.ensurePolished()

    assert link.palette().buttonText().color() == looks.colour("link")


def test_one_answer_is_chosen_by_mouse_and_by_keyboard(looks: Looks, qtbot: QtBot) -> None:
    row = ChoiceRow(looks, "Moved", [Choice("f", "Forward"), Choice("b", "Backward")])
    qtbot.addWidget(row)
    row.show()
    row.activateWindow()
    qtbot.waitUntil(row.isActiveWindow)
    assert row.value() is None

    with qtbot.waitSignal(row.chosen, timeout=1000) as told:
        row.buttons()[0].click()
    assert told.args == ["f"]

    row.buttons()[0].setFocus()
    QTest.keyClick(row.buttons()[0], Qt.Key.Key_Right)
    assert row.value() == "b"


def test_an_answer_can_be_set_and_taken_back_silently(looks: Looks, qtbot: QtBot) -> None:
    row = ChoiceRow(looks, "Moved", [Choice("f", "Forward"), Choice("b", "Backward")])
    qtbot.addWidget(row)

    with qtbot.assertNotEmitted(row.chosen):
        row.set_value("b")
        assert row.value() == "b"
        row.set_value(None)
    assert row.value() is None


def test_a_switch_has_always_one_part_chosen(looks: Looks, qtbot: QtBot) -> None:
    switch = Segmented(looks, "View", [("map", "Map"), ("list", "List")])
    qtbot.addWidget(switch)
    switch.show()
    assert switch.value() == "map"

    switch.set_value("list")
    assert switch.value() == "list"
    with qtbot.waitSignal(switch.chosen, timeout=1000) as told:
        switch.findChildren(SegmentButton)[0].click()
    assert told.args == ["map"]
