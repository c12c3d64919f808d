"""The parts of Today, shown with made-up values."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from leadjournal.ui.pages.today.capture import CaptureLine
from leadjournal.ui.pages.today.check_in import CheckInPlace
from leadjournal.ui.pages.today.figures import FiguresCard
from leadjournal.ui.pages.today.overview import Overview
from leadjournal.ui.pages.today.values import (
    CheckIn,
    Figure,
    Option,
    Questions,
    ShownWhy,
    Stage,
    Waiting,
)
from leadjournal.ui.pages.today.waiting import WaitingList
from leadjournal.ui.pages.today.why_card import WhyPlace
from leadjournal.ui.shape import Shape
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.figure import FigureWords
from leadjournal.ui.widgets.label import Label

QUESTIONS = Questions(
    "Did meaningful work move today?",
    "Small steps count.",
    (
        Option("forward", "Forward", "move-right"),
        Option("none", "No movement", "minus"),
        Option("backward", "Backward", "move-left"),
    ),
    "What is one small thing that moved?",
)
LINES = (
    Waiting("action:1", "list-checks", "Ring the planner", "Nadia", "Today", True),
    Waiting("output:2", "package", "Winter playbook", "10 days of work", "14 November"),
)


def place(qtbot: QtBot, looks: Looks) -> CheckInPlace:
    made = CheckInPlace(looks, QUESTIONS)
    qtbot.addWidget(made)
    made.resize(748, 300)
    made.show()
    return made


def test_check_in_counts_what_is_to_come(qtbot: QtBot, looks: Looks) -> None:
    view = place(qtbot, looks)
    view.show_check_in(CheckIn(Stage.OPEN, more=7, minutes=3))
    assert view.card.coming.text() == "7 more short questions, about 3 minutes"
    view.card.set_shape(Shape.NARROW)
    assert view.card.coming.text() == "7 more, about 3 minutes"
    view.show_check_in(CheckIn(Stage.BEGUN, more=1, minutes=1))
    assert view.card.coming.text() == "1 more, about 1 minute"
    assert view.card.go_on.text() == "Continue where you left off"
    view.show_check_in(CheckIn(Stage.BEGUN))
    assert view.card.coming.text() == "Everything is answered"


def test_check_in_shows_what_was_said_before(qtbot: QtBot, looks: Looks) -> None:
    view = place(qtbot, looks)
    view.show_check_in(CheckIn(Stage.OPEN, "none", "Protected Thursday", more=7, minutes=3))
    assert view.card.said() == "none\nProtected Thursday"
    view.show_check_in(CheckIn(Stage.OPEN, more=7, minutes=3))
    assert view.card.said() == "\n"


def test_check_in_never_overwrites_what_is_being_typed(qtbot: QtBot, looks: Looks) -> None:
    view = place(qtbot, looks)
    view.show_check_in(CheckIn(Stage.OPEN, more=7, minutes=3))
    with qtbot.waitSignal(view.touched):
        view.card.options.findChildren(QAbstractButton)[0].click()
    QTest.keyClicks(view.card.line.editor, "He renewed")
    view.show_check_in(CheckIn(Stage.OPEN, "backward", "An older line", more=7, minutes=3))
    assert view.card.said() == "forward\nHe renewed"


def test_check_in_tells_what_is_wrong_until_a_key_is_pressed(qtbot: QtBot, looks: Looks) -> None:
    view = place(qtbot, looks)
    view.card.set_error("Too long.")
    assert view.card.line.error == "Too long."
    QTest.keyClicks(view.card.line.editor, "a")
    assert view.card.line.error == ""


def test_enter_in_the_line_continues(qtbot: QtBot, looks: Looks) -> None:
    view = place(qtbot, looks)
    with qtbot.waitSignal(view.continued):
        QTest.keyClick(view.card.line.editor, Qt.Key.Key_Return)


def test_after_the_check_in_one_line_is_left(qtbot: QtBot, looks: Looks) -> None:
    view = place(qtbot, looks)
    view.show_check_in(CheckIn(Stage.DONE, time="17:30"))
    assert view.done.words.text() == "Checked in at 17:30"
    assert not view.card.isVisible()
    assert not view.done.go_on.isVisible()
    with qtbot.waitSignal(view.edited):
        view.done.edit.click()
    view.show_check_in(CheckIn(Stage.REOPENED, time="17:30"))
    assert view.done.words.text() == "Checked in at 17:30; you are changing it"
    assert not view.done.edit.isVisible()
    with qtbot.waitSignal(view.continued):
        view.done.go_on.click()


def test_a_key_typed_into_capture_shows_at_once(qtbot: QtBot, looks: Looks) -> None:
    view = CaptureLine(looks)
    qtbot.addWidget(view)
    QTest.keyClicks(view.editor, "a")
    assert view.text() == "a"


def test_capture_says_a_line_with_words_and_leaves_it(qtbot: QtBot, looks: Looks) -> None:
    view = CaptureLine(looks)
    qtbot.addWidget(view)
    with qtbot.assertNotEmitted(view.kept):
        QTest.keyClicks(view.editor, "   ")
        QTest.keyClick(view.editor, Qt.Key.Key_Return)
    QTest.keyClicks(view.editor, "He renewed ")
    with qtbot.waitSignal(view.kept) as kept:
        QTest.keyClick(view.editor, Qt.Key.Key_Return)
    assert kept.args == ["He renewed"]
    assert view.text() == "He renewed"


def test_waiting_lines_lead_on(qtbot: QtBot, looks: Looks) -> None:
    view = WaitingList(looks)
    qtbot.addWidget(view)
    view.show()
    view.show_lines(LINES)
    names = [row.accessibleName() for row in view.card.rows()]
    assert names[0] == "Ring the planner. Nadia. Due. Today"
    assert "Due" not in names[1]
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view.card.rows()[1], Qt.Key.Key_Space)
    assert opened.args == ["output:2"]


def test_a_waiting_line_keeps_the_focus(qtbot: QtBot, looks: Looks) -> None:
    view = WaitingList(looks)
    qtbot.addWidget(view)
    with qtbot.waitActive(view):
        view.show()
    view.show_lines(LINES)
    view.card.rows()[1].setFocus()
    view.show_lines(LINES[1:])
    qtbot.waitUntil(lambda: view.card.rows()[0].hasFocus())


def test_nothing_waiting_is_said(qtbot: QtBot, looks: Looks) -> None:
    view = WaitingList(looks)
    qtbot.addWidget(view)
    view.show()
    view.show_lines(LINES)
    view.show_lines([])
    assert view.sentence.isVisible()
    assert view.sentence.text() == "Nothing waits for you. What is due turns up here."
    assert not view.card.isVisible()


def test_each_figure_leads_to_how_it_was_computed(qtbot: QtBot, looks: Looks) -> None:
    view = FiguresCard(looks)
    qtbot.addWidget(view)
    view.show()
    view.show_figures([Figure("debt", FigureWords("36", "days of work", "Falling."))])
    assert view.blocks["debt"].accessibleName() == "Outcome debt: 36 days of work. Falling."
    for id_, block in view.blocks.items():
        with qtbot.waitSignal(view.explained) as explained:
            block.findChildren(QAbstractButton)[0].click()
        assert explained.args == [id_]


def test_the_why_can_be_opened_or_written(qtbot: QtBot, looks: Looks) -> None:
    view = WhyPlace(looks)
    qtbot.addWidget(view)
    view.show()
    view.show_why(ShownWhy("w1", "So that nobody is left cold"))
    assert view.button.accessibleName() == "Your why: So that nobody is left cold"
    assert not view.missing.isVisible()
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view.button, Qt.Key.Key_Space)
    assert opened.args == ["w1"]
    view.show_why(None)
    assert not view.button.isVisible()
    with qtbot.waitSignal(view.write_wanted):
        view.write.click()


def test_columns_follow_the_room(qtbot: QtBot, looks: Looks) -> None:
    view = overview(qtbot, looks)
    sizes = {Shape.WIDE: (1154, 330), Shape.MIDDLE: (960, 272)}
    for shape, (wide, right) in sizes.items():
        view.resize(wide, 708)
        view.set_shape(shape)
        qtbot.waitUntil(partial(is_wide, view, right))
        assert view.figures.mapTo(view, view.rect().topLeft()).x() > view.waiting.width()
    view.resize(576, 708)
    view.set_shape(Shape.NARROW)
    qtbot.waitUntil(lambda: view.figures.width() == view.waiting.width())
    assert view.figures.mapTo(view, view.rect().topLeft()).x() == 28


def test_nothing_is_cut_at_any_text_size(qtbot: QtBot, looks: Looks) -> None:
    view = overview(qtbot, looks)
    for factor, shape, wide in (
        (1.0, Shape.WIDE, 1154), (1.0, Shape.MIDDLE, 960), (1.0, Shape.NARROW, 576),
        (1.5, Shape.NARROW, 1000), (2.0, Shape.NARROW, 1290), (2.0, Shape.NARROW, 564),
    ):  # fmt: skip
        looks.set_factor(factor)
        view.resize(wide, 708)
        view.set_shape(shape)
        qtbot.waitUntil(lambda: cut(view) == [])
    looks.set_factor(1.0)


def is_wide(view: Overview, right: int) -> bool:
    return view.figures.width() == right


def overview(qtbot: QtBot, looks: Looks) -> Overview:
    view = Overview(looks, QUESTIONS)
    qtbot.addWidget(view)
    view.date.setText("Friday, 31 October")
    view.sentence.setText("Week 39. 6 of 6 outcomes have moved in the last month.")
    view.check_in.show_check_in(CheckIn(Stage.OPEN, more=7, minutes=3))
    view.waiting.show_lines(LINES)
    badge = ("good", "Light", "arrow-down-right")
    words = FigureWords("36", "days of work", "Falling since July.", badge, (1.0, 2.0), "Down")
    view.figures.show_figures([Figure(id_, words) for id_ in view.figures.blocks])
    view.why.show_why(ShownWhy("w1", "To make it easy for people to do careful work"))
    view.show()
    return view


def cut(view: QWidget) -> list[str]:
    """The words that are wider or taller than their place."""
    found = []
    for label in view.findChildren(QLabel):
        elides = isinstance(label, Label) and label.minimumSizeHint().width() <= 24
        needed = label.minimumSizeHint()
        if label.isVisible() and not elides and not fits(label, needed.width(), needed.height()):
            found.append(label.text())
    for button in view.findChildren(QAbstractButton):
        hint = button.minimumSizeHint()
        if button.isVisible() and not fits(button, hint.width(), hint.height()):
            found.append(button.text() or button.accessibleName())
    return found


def fits(widget: QWidget, wide: int, tall: int) -> bool:
    return widget.width() >= wide and widget.height() >= tall
