"""Every kind of answer, with made-up values."""

from datetime import date

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from leadjournal.rules.template import KINDS, Step, TemplateChoice
from leadjournal.ui.pages.templates.choice_editor import ChoiceEditor
from leadjournal.ui.pages.templates.editor import (
    AnswerEditor,
    DateEditor,
    LongEditor,
    ShortEditor,
)
from leadjournal.ui.pages.templates.link_editor import LinkChoice, LinkEditor
from leadjournal.ui.pages.templates.question import EDITORS, Question
from leadjournal.ui.theme.looks import Looks

CHOICES = tuple(TemplateChoice(each, each.title()) for each in ("early", "late", "never"))


def step(kind: str, *, many: bool = False) -> Step:
    return Step(
        "s", kind, "Which?", help="One.", choices=CHOICES, low="no", high="yes", to="person",
        many=many,
    )  # fmt: skip


def answers_of(editor: AnswerEditor) -> list[object]:
    told: list[object] = []
    editor.changed.connect(told.append)
    editor.settled.connect(told.append)
    return told


def test_every_kind_but_the_later_ones_has_an_editor() -> None:
    assert set(EDITORS) == set(KINDS) - {"board", "rows"}


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("short", "a line"),
        ("long", "two\nlines"),
        ("list", ["one", "two"]),
        ("number", 2.5),
        ("date", "2025-10-31"),
        ("scale", 4),
        ("choice", "late"),
        ("choices", ["early", "never"]),
    ],
)
def test_an_answer_is_shown_without_being_told(
    looks: Looks, qtbot: QtBot, kind: str, value: object
) -> None:
    editor = EDITORS[kind](looks, step(kind))
    qtbot.addWidget(editor)
    told = answers_of(editor)
    editor.set_value(value)
    editor.set_value(None)
    assert told == []


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        ("short", "Greta", "Greta"),
        ("number", "2.5", 2.5),
        ("number", "-", None),
    ],
)
def test_a_typed_line_becomes_an_answer(
    looks: Looks, qtbot: QtBot, kind: str, typed: str, value: object
) -> None:
    editor = EDITORS[kind](looks, step(kind))
    qtbot.addWidget(editor)
    assert isinstance(editor, ShortEditor)
    told = answers_of(editor)
    QTest.keyClicks(editor.line, typed)
    assert told[-1] == value


@pytest.mark.parametrize(("kind", "value"), [("long", "one\n\ntwo"), ("list", ["one", "two"])])
def test_several_lines_become_an_answer(
    looks: Looks, qtbot: QtBot, kind: str, value: object
) -> None:
    editor = EDITORS[kind](looks, step(kind))
    qtbot.addWidget(editor)
    assert isinstance(editor, LongEditor)
    told = answers_of(editor)
    editor.area.insertPlainText("one\n\ntwo")
    assert told[-1] == value


def test_a_day_becomes_an_answer_and_can_be_none(looks: Looks, qtbot: QtBot) -> None:
    editor = DateEditor(looks, step("date"))
    qtbot.addWidget(editor)
    told = answers_of(editor)
    editor.day.set_day(date(2025, 10, 31))
    editor.day.set_day(None)
    assert told == ["2025-10-31", None]


@pytest.mark.parametrize(
    ("kind", "clicks", "value"),
    [("choice", [0, 2], "never"), ("choices", [2, 0], ["early", "never"]), ("scale", [4], 5)],
)
def test_what_is_chosen_becomes_the_answer(
    looks: Looks, qtbot: QtBot, kind: str, clicks: list[int], value: object
) -> None:
    editor = EDITORS[kind](looks, step(kind))
    qtbot.addWidget(editor)
    assert isinstance(editor, ChoiceEditor)
    told = answers_of(editor)
    for number in clicks:
        editor.buttons()[number].click()
    assert told[-1] == value


def test_the_ends_of_a_scale_are_spoken(looks: Looks, qtbot: QtBot) -> None:
    editor = EDITORS["scale"](looks, step("scale"))
    qtbot.addWidget(editor)
    assert isinstance(editor, ChoiceEditor)
    names = [button.accessibleName() for button in editor.buttons()]
    assert names == ["1, no", "2", "3", "4", "5, yes"]


@pytest.fixture
def links(looks: Looks, qtbot: QtBot) -> LinkEditor:
    editor = LinkEditor(looks, step("link"))
    qtbot.addWidget(editor)
    editor.offer([LinkChoice("c", "Callum"), LinkChoice("g", "Greta")], can_make=True)
    editor.show()
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    return editor


def test_typing_finds_records_and_offers_a_new_one(links: LinkEditor, qtbot: QtBot) -> None:
    assert links.list.words() == ["Callum", "Greta"]
    QTest.keyClicks(links.line, "gre")
    assert links.list.words() == ["Greta", "Make “gre” new"]
    links.line.clear()
    QTest.keyClicks(links.line, "greta")
    assert links.list.words() == ["Greta"]


def test_a_record_nobody_knows_is_asked_for_with_its_name(links: LinkEditor, qtbot: QtBot) -> None:
    links.line.setFocus()
    QTest.keyClicks(links.line, "Yuki")
    with qtbot.waitSignal(links.made) as made:
        assert links.enter_pressed()
    assert made.args == ["Yuki"]


def test_several_records_can_be_chosen(looks: Looks, qtbot: QtBot) -> None:
    editor = LinkEditor(looks, step("link", many=True))
    qtbot.addWidget(editor)
    editor.offer([LinkChoice("c", "Callum"), LinkChoice("g", "Greta")], can_make=False)
    editor.show()
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    told = answers_of(editor)
    for name in ("gre", "cal"):
        QTest.keyClicks(editor.line, name)
        editor.line.setFocus()
        assert editor.enter_pressed()
    assert told[-1] == ["g", "c"]
    assert editor.line.isVisible()


def test_an_optional_choice_can_be_taken_back(looks: Looks, qtbot: QtBot) -> None:
    question = Question(looks, step("choice"))
    qtbot.addWidget(question)
    question.show_answer("late")
    told = answers_of(question.editor)
    question.clear_button.click()
    assert told == [None]
    assert question.clear_button.isHidden()


def test_an_example_can_be_folded_away(looks: Looks, qtbot: QtBot) -> None:
    question = Question(looks, Step("s", "short", "Which?", example="This"), example=False)
    qtbot.addWidget(question)
    assert question.editor.typed
    question.complain("Too long.")
    assert question.complaint == "Too long."
