from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from leadjournal.ui.pages.journal.body import BodyEdit
from leadjournal.ui.pages.journal.formatting import ACTIONS
from leadjournal.ui.pages.journal.markdown_look import block_format
from leadjournal.ui.pages.journal.plain_text import LONGEST_TEXT
from leadjournal.ui.theme.looks import Looks

HOSTILE = (
    "no\u00a0break",
    "line\u2028separator",
    "zero\u200bwidth \u202eoverride\u202c",
    "\U0001f469\u200d\U0001f4bb family",
    "e" + "\u0301" * 1_000,
    "object \ufffc",
    "<b>no html</b> &amp;",
    "tab\tand  two spaces ",
    "\n\n\n",
)


@pytest.fixture
def body(qtbot: QtBot, looks: Looks) -> Iterator[BodyEdit]:
    edit = BodyEdit(looks)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(edit)
    area.resize(660, 500)
    qtbot.addWidget(area)
    area.show()
    edit.setFocus()
    yield edit
    area.hide()


def paste(body: BodyEdit, text: str) -> None:
    source = QMimeData()
    source.setText(text)
    body.insertFromMimeData(source)


def formats_are_right(body: BodyEdit, looks: Looks) -> bool:
    block = body.document().firstBlock()
    while block.isValid():
        wanted: QTextBlockFormat = block_format(looks, block)
        if block.blockFormat() != wanted:
            return False
        block = block.next()
    return True


@pytest.mark.parametrize("text", HOSTILE)
def test_text_comes_back_as_it_was(body: BodyEdit, text: str) -> None:
    body.set_text(text)
    assert body.text() == text


@pytest.mark.parametrize("text", HOSTILE)
def test_pasted_text_comes_back_as_it_was(body: BodyEdit, text: str) -> None:
    paste(body, text)
    assert body.text() == text


def test_rich_text_is_pasted_as_its_words(body: BodyEdit) -> None:
    source = QMimeData()
    source.setHtml("<h1>Big</h1><img src='file:///etc/hostname'>")
    source.setText("Big")
    body.insertFromMimeData(source)
    assert body.text() == "Big"


def test_only_words_count_as_edited(body: BodyEdit, qtbot: QtBot) -> None:
    said: list[bool] = []
    body.edited.connect(lambda: said.append(True))
    body.set_text("### Question\n\nAnswer")
    body.moveCursor(QTextCursor.MoveOperation.Start)
    QApplication.processEvents()
    assert said == []
    QTest.keyClicks(body, "x")
    assert said == [True]


def test_typing_and_undoing_keeps_the_look_of_every_line(body: BodyEdit, looks: Looks) -> None:
    body.set_text("plain")
    body.moveCursor(QTextCursor.MoveOperation.End)
    for words in ("\n### Title", "\n\nafter", "\n- item", "\nnext", "\n> said"):
        QTest.keyClicks(body, words.replace("\n", ""))
        QTest.keyClick(body, Qt.Key.Key_Return)
        assert formats_are_right(body, looks)
    written = body.text()
    while body.history.can_undo:
        body.undo()
        assert formats_are_right(body, looks)
    assert body.text() == "plain"
    while body.history.can_redo:
        body.redo()
    assert body.text() == written
    assert formats_are_right(body, looks)


def test_enter_goes_on_with_a_list_and_ends_it(body: BodyEdit) -> None:
    QTest.keyClicks(body, "- one")
    QTest.keyClick(body, Qt.Key.Key_Return)
    QTest.keyClicks(body, "two")
    QTest.keyClick(body, Qt.Key.Key_Return)
    QTest.keyClick(body, Qt.Key.Key_Return)
    QTest.keyClicks(body, "after")
    assert body.text() == "- one\n- two\nafter"


def test_text_changed_elsewhere_leaves_the_cursor_with_its_words(body: BodyEdit) -> None:
    body.set_text("\U0001f469 first line\nsecond line")
    cursor = body.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    body.setTextCursor(cursor)
    body.take_text("\U0001f469\U0001f469 a first line\nsecond line")
    assert body.text() == "\U0001f469\U0001f469 a first line\nsecond line"
    assert body.textCursor().atEnd()


@pytest.mark.parametrize(
    ("wish", "before", "after"),
    [
        ("bold", "word", "**word**"),
        ("italic", "word", "*word*"),
        ("italic", "**word**", "***word***"),
        ("list", "a\nb", "- a\n- b"),
        ("quote", "a\nb", "> a\n> b"),
    ],
)
def test_a_button_puts_its_mark_and_takes_it_again(
    body: BodyEdit, wish: str, before: str, after: str
) -> None:
    body.set_text(before)
    cursor = body.textCursor()
    if "\n" in before:
        cursor.select(QTextCursor.SelectionType.Document)
    else:
        cursor.setPosition(before.index("w") + 1)
    ACTIONS[wish](cursor)
    assert body.text() == after
    ACTIONS[wish](cursor)
    assert body.text() == before


def test_a_link_selects_the_place_of_its_address(body: BodyEdit) -> None:
    body.set_text("words")
    cursor = body.textCursor()
    cursor.select(QTextCursor.SelectionType.Document)
    ACTIONS["link"](cursor)
    assert body.text() == "[words](https://)"
    assert cursor.selectedText() == "https://"


@pytest.mark.parametrize(
    "text",
    [
        "word and more " * 70_000,
        "x" * 990_000,
        "one short line\n" * 65_000,
        "- item\n" * 100_000,
    ],
    ids=["one line", "no spaces", "lines", "items"],
)
def test_a_paste_of_a_million_characters_is_taken_and_typed_into(body: BodyEdit, text: str) -> None:
    paste(body, text)
    QApplication.processEvents()
    QTest.keyClicks(body, "y")
    QApplication.processEvents()
    assert len(body.text()) >= 700_000
    assert "y" in body.text()


def test_more_than_an_entry_can_hold_is_refused_in_a_sentence(body: BodyEdit) -> None:
    said: list[str] = []
    body.refused.connect(said.append)
    paste(body, "x" * (LONGEST_TEXT + 1))
    assert body.text() == ""
    assert said == [
        "That is more than the 1,000,000 characters an entry can hold. Nothing was pasted."
    ]


def test_an_endless_line_is_shown_broken(body: BodyEdit) -> None:
    body.set_text("word " * 4_000)
    assert body.broke_lines
    assert body.document().blockCount() > 3
