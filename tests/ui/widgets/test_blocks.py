from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.badge import Badge
from leadjournal.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton, SecondaryButton
from leadjournal.ui.widgets.card import Divider
from leadjournal.ui.widgets.empty_state import EmptyState
from leadjournal.ui.widgets.figure import FigureBlock
from leadjournal.ui.widgets.list_row import ListCard, ListRow, RowWords
from leadjournal.ui.widgets.note import Note
from tests.ui.widgets.specimens import FIGURE, ROW


def test_a_figure_says_its_number_and_its_sentence(looks: Looks, qtbot: QtBot) -> None:
    block = FigureBlock(looks, "Outcome debt")
    qtbot.addWidget(block)
    block.set_figure(FIGURE)

    assert block.accessibleName().startswith("Outcome debt: 36 days of work. Customers stop")
    assert block.findChildren(Badge)[0].text() == "Light"
    with qtbot.waitSignal(block.explained, timeout=1000):
        block.findChildren(LinkButton)[0].click()


def test_a_row_reads_as_one_thing_and_opens_by_keyboard(looks: Looks, qtbot: QtBot) -> None:
    row = ListRow(looks, ROW)
    qtbot.addWidget(row)
    said = "Monthly reflection for October. Last one: 29 August. Due. 14 November"

    assert row.accessibleName() == said
    assert row.height() == 54
    with qtbot.waitSignal(row.clicked, timeout=1000):
        QTest.keyClick(row, Qt.Key.Key_Space)


def test_a_click_on_the_words_of_a_row_is_a_click_on_the_row(looks: Looks, qtbot: QtBot) -> None:
    row = ListRow(looks, ROW)
    qtbot.addWidget(row)
    row.resize(500, row.height())
    row.show()

    under = row.findChildren(QLabel)
    assert all(
        each.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents) for each in under
    )
    with qtbot.waitSignal(row.clicked, timeout=1000):
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)


def test_a_list_shows_the_rows_it_was_given_last(looks: Looks, qtbot: QtBot) -> None:
    card = ListCard(looks)
    qtbot.addWidget(card)
    card.set_rows([ListRow(looks, ROW) for _each in range(3)])
    card.set_rows([ListRow(looks, RowWords("One")), ListRow(looks, RowWords("Two"))])

    assert [row.accessibleName() for row in card.rows()] == ["One", "Two"]
    qtbot.waitUntil(lambda: len(card.findChildren(ListRow)) == 2)
    assert len(card.findChildren(Divider)) == 1


def test_a_hint_can_be_sent_away(looks: Looks, qtbot: QtBot) -> None:
    note = Note(looks, "You can also answer this later.", "By when?")
    qtbot.addWidget(note)

    assert note.accessibleName() == "By when? You can also answer this later."
    with qtbot.waitSignal(note.dismissed, timeout=1000):
        note.findChildren(QuietButton)[0].click()


def test_an_empty_page_offers_one_thing_to_do(looks: Looks, qtbot: QtBot) -> None:
    empty = EmptyState(looks, "users", "Nobody yet", "Who do you lead?", "Add a person")
    qtbot.addWidget(empty)
    empty.set_words("Nothing found", "No person is called “Greta”.")

    with qtbot.waitSignal(empty.acted, timeout=1000):
        empty.findChildren(PrimaryButton)[0].click()
    assert "Nothing found" in [label.text() for label in empty.findChildren(QLabel)]


def test_what_a_filter_hides_is_not_the_main_thing_of_the_page(looks: Looks, qtbot: QtBot) -> None:
    empty = EmptyState(looks, "search", "No entry found", "", "Clear", action_icon="x", main=False)
    qtbot.addWidget(empty)

    assert empty.findChildren(PrimaryButton) == []
    with qtbot.waitSignal(empty.acted, timeout=1000):
        empty.findChildren(SecondaryButton)[0].click()
