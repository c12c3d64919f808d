"""Where one was: remembered for each journal, without a word of it."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from leadjournal.base.preferences import LAST_PLACE, Preferences
from leadjournal.model.catalogue import Ref
from leadjournal.model.outcome import OutcomeDraft
from leadjournal.services.journals import open_workspace
from leadjournal.services.workspace import Workspace
from leadjournal.ui.desk import Desk, Room
from leadjournal.ui.last_place import LastPlaces, Place
from leadjournal.ui.pages.journal.page import JournalPage
from leadjournal.ui.pages.outcomes.page import OutcomesPage
from leadjournal.ui.pages.registry import PAGES
from leadjournal.ui.pages.templates.page import TemplatesPage
from leadjournal.ui.pages.today.page import TodayPage


@pytest.fixture
def desk(qtbot: QtBot, room: Room, workspace: Workspace) -> Iterator[Desk]:
    made = Desk(room, PAGES)
    made.resize(1366, 768)
    made.show()
    yield made
    qtbot.waitUntil(lambda: not room.jobs.is_busy)
    made.take_off()
    made.close()
    made.deleteLater()


def opened_again(qtbot: QtBot, desk: Desk, workspace: Workspace) -> None:
    """As after a lock, or at the next start."""
    qtbot.waitUntil(lambda: not desk.room.jobs.is_busy)
    desk.take_off()
    desk.lay_open(workspace, "today")
    qtbot.waitUntil(lambda: not desk.room.jobs.is_busy)


def test_each_journal_has_a_place_and_the_oldest_is_forgotten(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path)
    places = LastPlaces(preferences, preferences.choose)
    for number in range(9):
        assert places.note(Path(f"/j{number}"), Place("journal", {"entry": str(number)}))
        places.write()
    assert not places.note(Path("/j8"), Place("journal", {"entry": "8"}))
    again = LastPlaces(Preferences(tmp_path), preferences.choose)
    assert again.of(Path("/j8")) == Place("journal", {"entry": "8"})
    assert again.of(Path("/j0")) is None


@pytest.mark.parametrize("stored", ["", "[]", "{", '{"/j": 1}', '{"/j": {"page": 3}}'])
def test_a_damaged_note_is_no_place(tmp_path: Path, stored: str) -> None:
    preferences = Preferences(tmp_path)
    preferences.choose(LAST_PLACE, stored)
    assert LastPlaces(preferences, preferences.choose).of(Path("/j")) is None


def test_the_entry_and_the_cursor_are_where_they_were(
    qtbot: QtBot, desk: Desk, workspace: Workspace
) -> None:
    for words in ("First", "Second"):
        entry = workspace.entries.capture(words)
        workspace.entries.edit(entry.id, text=f"{words} text")
    first = next(each for each in workspace.entries.all() if each.title == "First")
    desk.lay_open(workspace, "journal")
    page = desk.pages.page()
    assert isinstance(page, JournalPage)
    page.open_entry(first.id)
    page.editor.body.setFocus()
    cursor = page.editor.body.textCursor()
    cursor.setPosition(5)
    page.editor.body.setTextCursor(cursor)
    opened_again(qtbot, desk, workspace)
    page = desk.pages.page()
    assert isinstance(page, JournalPage)
    assert page.editor.title_and_text() == ("First", "First text")
    assert page.editor.body.textCursor().position() == 5
    assert desk.window().focusWidget() is page.editor.body
    stored = desk.room.preferences.get(LAST_PLACE)
    assert first.id in stored
    assert "First" not in stored


def test_an_entry_that_is_gone_is_passed_over(
    qtbot: QtBot, desk: Desk, workspace: Workspace
) -> None:
    entry, other = workspace.entries.capture("Gone"), workspace.entries.capture("Other")
    desk.lay_open(workspace, "journal")
    desk.go(Ref("entry", entry.id))
    qtbot.waitUntil(lambda: not desk.room.jobs.is_busy)
    desk.take_off()
    workspace.entries.remove(entry.id)
    desk.lay_open(workspace, "journal")
    page = desk.pages.page()
    assert isinstance(page, JournalPage)
    assert page.editor.title_and_text()[0] == other.title
    assert not desk.problems.isVisible()


def test_a_guide_goes_on_at_its_question_even_without_an_answer(
    qtbot: QtBot, desk: Desk, workspace: Workspace
) -> None:
    desk.lay_open(workspace, "today")
    desk.run_guide("daily-reflection")
    opened_again(qtbot, desk, workspace)
    page = desk.pages.page()
    assert isinstance(page, TemplatesPage)
    assert list(page.trail()) == ["Daily check-in"]
    assert len(workspace.guides.drafts()) == 1


def test_the_promises_and_the_chosen_outcome_are_shown_again(
    qtbot: QtBot, desk: Desk, workspace: Workspace
) -> None:
    today = workspace.clock.today()
    made = [
        workspace.outcomes.add(OutcomeDraft(statement=words, created_on=today))
        for words in ("First", "Second")
    ]
    desk.lay_open(workspace, "today")
    desk.open_page("today").begin("promises")
    opened_again(qtbot, desk, workspace)
    page = desk.pages.page()
    assert isinstance(page, TodayPage)
    assert list(page.trail()) == ["All promises"]
    for outcome in made:
        desk.go(Ref("outcome", outcome.id))
        opened_again(qtbot, desk, workspace)
        page = desk.pages.page()
        assert isinstance(page, OutcomesPage)
        assert page.place()["id"] == outcome.id


def test_a_journal_that_is_only_looked_at_has_a_place_too(
    qtbot: QtBot, desk: Desk, workspace: Workspace, room: Room
) -> None:
    entry = workspace.entries.capture("Read")
    workspace.close()
    with closing(open_workspace(workspace.path, None, workspace.clock, read_only=True)) as reading:
        desk.lay_open(reading, "today")
        desk.go(Ref("entry", entry.id))
        opened_again(qtbot, desk, reading)
        page = desk.pages.page()
        assert isinstance(page, JournalPage)
        assert page.editor.title_and_text()[0] == "Read"
        assert room.save_state.words == "For reading only"
        qtbot.waitUntil(lambda: not room.jobs.is_busy)
        desk.take_off()
