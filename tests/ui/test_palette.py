from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from leadjournal.model.entry import EntryDraft
from leadjournal.services.workspace import Workspace
from leadjournal.ui.desk import Room
from leadjournal.ui.dialogs.palette import Palette
from leadjournal.ui.items.palette_rows import PaletteModel, PaletteRow, unmarked
from leadjournal.ui.window import Window
from tests.support.pages import SPECS, RecordedPage


@pytest.fixture
def window(qtbot: QtBot, room: Room, workspace: Workspace) -> Iterator[Window]:
    workspace.entries.add(
        EntryDraft(day=date(2025, 10, 30), title="Warm after one visit", text="## He\n\nrenewed.")
    )
    made = Window(room, SPECS)
    qtbot.addWidget(made)
    made.resize(1280, 690)
    made.desk.lay_open(workspace, "today")
    made.show()
    made.activateWindow()
    yield made
    made.desk.take_off()


@pytest.fixture
def palette(window: Window) -> Palette:
    context = window.desk.context
    assert context is not None
    made = Palette(context, window, window.actions_)
    made.open()
    return made


def _words(palette: Palette) -> list[str]:
    return [row.words for row in palette.rows()]


def test_it_begins_with_every_command_that_works(palette: Palette, window: Window) -> None:
    assert _words(palette)[:2] == ["Commands", "New entry"]
    assert "Undo Add entry" in _words(palette)
    assert "Lock the journal" not in _words(palette)


def test_letters_find_commands_and_words_find_records(qtbot: QtBot, palette: Palette) -> None:
    palette.edit.setText("expo")
    assert _words(palette) == ["Commands", "Export…", "Export the map…"]
    palette.edit.setText("warm vis")
    qtbot.waitUntil(lambda: "Warm after one visit" in _words(palette))
    assert _words(palette)[0] == "Entries"


def test_enter_goes_to_what_was_found(qtbot: QtBot, palette: Palette, window: Window) -> None:
    palette.edit.setText("renewed")
    qtbot.waitUntil(lambda: "Warm after one visit" in _words(palette))
    QTest.keyClick(palette.edit, Qt.Key.Key_Return)
    page = window.desk.pages.page()
    assert window.desk.pages.page_id() == "journal"
    assert isinstance(page, RecordedPage)
    assert page.asked[-1] == "reveal entry"


def test_arrows_skip_headings_and_enter_does_the_command(
    qtbot: QtBot, palette: Palette, window: Window
) -> None:
    palette.edit.setText("theme")
    QTest.keyClick(palette.edit, Qt.Key.Key_Up)
    for _step in range(3):
        QTest.keyClick(palette.edit, Qt.Key.Key_Down)
    QTest.keyClick(palette.edit, Qt.Key.Key_Up)
    QTest.keyClick(palette.edit, Qt.Key.Key_Return)
    assert window.room.looks.choice.startswith(("light", "dark", "high-contrast", "system"))
    assert not palette.isVisible()
    window.do("theme-light")


def test_escape_gives_the_focus_back(qtbot: QtBot, window: Window) -> None:
    button = window.desk.navigation.button("journal")
    button.setFocus()
    context = window.desk.context
    assert context is not None
    palette = Palette(context, window, window.actions_)
    palette.open()
    assert isinstance(window.focusWidget(), QLineEdit)
    QTest.keyClick(palette.edit, Qt.Key.Key_Escape)
    assert window.focusWidget() is button


@pytest.mark.parametrize("words", ['"', "xqz AND (", "🌲", "a\0b qqq", "NEAR(x y)"])
def test_odd_words_find_nothing_and_repeat_the_query(
    qtbot: QtBot, palette: Palette, words: str
) -> None:
    palette.edit.setText(words)
    qtbot.waitUntil(lambda: not palette.rows())
    QTest.keyClick(palette.edit, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = PaletteModel()
    model.set_rows([PaletteRow("Commands"), PaletteRow("New entry", "plus", command="new-entry")])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert model.next_choice(0, 1) == 1
    assert model.next_choice(0, -1) == -1


def test_a_snippet_is_read_without_its_marks() -> None:
    assert unmarked("one ## Head\n\x02visit\x03, done") == ("one Head visit, done", [(9, 5)])
