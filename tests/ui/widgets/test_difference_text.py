from PySide6.QtGui import QTextCharFormat, QTextCursor
from pytestqt.qtbot import QtBot

from leadjournal.rules.difference import Piece, difference
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.difference_text import DifferenceText, counted


def _shown(qtbot: QtBot, looks: Looks) -> DifferenceText:
    made = DifferenceText(looks, "Difference")
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    return made


def _format_at(text: DifferenceText, word: str) -> QTextCharFormat:
    cursor = QTextCursor(text.document())
    cursor.setPosition(text.toPlainText().index(word) + 1)
    return cursor.charFormat()


def test_what_came_and_went_is_marked_without_colour_and_said(qtbot: QtBot, looks: Looks) -> None:
    text = _shown(qtbot, looks)
    text.show_pieces(difference("We met on Friday.", "We met on Monday."), folded=True)
    assert text.toPlainText() == "We met on FridayMonday."
    assert _format_at(text, "Friday").fontStrikeOut()
    assert not _format_at(text, "Friday").fontUnderline()
    assert _format_at(text, "Monday").fontUnderline()
    assert not _format_at(text, "We met").fontUnderline()
    assert text.accessibleDescription() == "removed: Friday; added: Monday"


def test_what_stayed_is_folded_until_it_is_asked_for(qtbot: QtBot, looks: Looks) -> None:
    text = _shown(qtbot, looks)
    long = "Nothing happened here at all. " * 60
    pieces = difference(f"First. {long}Last.", f"At first. {long}At last.")
    text.show_pieces(pieces, folded=True)
    folded = text.toPlainText()
    assert "words stayed ⋯" in folded
    assert len(folded) < 600
    text.show_pieces(pieces, folded=False)
    assert "words stayed" not in text.toPlainText()
    assert long.strip() in text.toPlainText()


def test_a_line_end_that_came_can_be_seen(qtbot: QtBot, looks: Looks) -> None:
    text = _shown(qtbot, looks)
    text.show_pieces([Piece("same", "One"), Piece("added", "\n"), Piece("same", "two")],
                     folded=True)  # fmt: skip
    assert text.toPlainText() == "One¶\ntwo"


def test_it_follows_the_theme_and_the_text_size(qtbot: QtBot, looks: Looks) -> None:
    text = _shown(qtbot, looks)
    text.show_pieces([Piece("added", "New words")], folded=True)
    before = _format_at(text, "New").background().color()
    looks.choose("dark")
    assert _format_at(text, "New").background().color() != before
    looks.set_factor(2.0)
    assert text.toPlainText() == "New words"
    text.show_text("Plain")
    looks.set_factor(1.0)
    assert (text.toPlainText(), text.accessibleDescription()) == ("Plain", "")


def test_the_count_is_in_words() -> None:
    assert counted(difference("a b", "a c d")) == "2 words added, 1 word removed"
    assert counted(difference("a", "a")) == "no difference"
    assert counted(difference("a  b", "a b")) == "only spaces or line ends differ"
