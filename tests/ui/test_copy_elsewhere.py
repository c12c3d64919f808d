"""Saving a copy elsewhere: from the card, with what is on the screen, and when that fails too."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from leadjournal.base.clock import FixedClock
from leadjournal.services.journals import open_workspace
from leadjournal.services.workspace import Workspace
from leadjournal.ui.copy_elsewhere import CopyElsewhere
from leadjournal.ui.desk import Room
from leadjournal.ui.dialogs.question import Question
from leadjournal.ui.doorway import Doorway
from leadjournal.ui.pages.journal.page import JournalPage
from leadjournal.ui.window import Window

WidgetT = TypeVar("WidgetT", bound=QWidget)
Scene = tuple[Window, Path]


def above(kind: type[WidgetT]) -> list[WidgetT]:
    """The dialogs of a kind that are shown."""
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind)]
    return [each for each in found if each.isVisible()]


@pytest.fixture
def scene(qtbot: QtBot, room: Room, workspace: Workspace, clock: FixedClock) -> Iterator[Scene]:
    """A window whose journal was moved away while an entry is written."""
    workspace.close()
    window = Window(room)
    doorway = Doorway(window, clock)
    CopyElsewhere(window, doorway)
    qtbot.addWidget(window)
    doorway.begin(workspace.path)
    window.show()
    qtbot.waitUntil(lambda: window.desk.workspace is not None and not room.jobs.is_busy)
    page = window.desk.open_page("journal")
    assert isinstance(page, JournalPage)
    page.new_entry()
    QTest.keyClicks(page.editor.title, "Precious")
    away = workspace.path.rename(workspace.path.with_name("away.leadjournal"))
    window.desk.pages.save()
    yield window, away
    doorway.ask_nothing()
    window.close()
    for part in (room.jobs, room.save_state):
        part.deleteLater()


def choose(qtbot: QtBot, path: Path) -> None:
    qtbot.waitUntil(lambda: bool(above(QFileDialog)))
    (dialog,) = above(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.reject()


def answered(qtbot: QtBot) -> Question:
    qtbot.waitUntil(lambda: bool(above(Question)))
    (question,) = above(Question)
    return question


def test_the_card_says_why_and_leads_to_a_whole_copy(
    qtbot: QtBot, scene: Scene, tmp_path: Path, clock: FixedClock
) -> None:
    window, _away = scene
    assert window.room.save_state.words.startswith("Not saved: nadia.leadjournal was moved")
    card = window.desk.problems
    assert card.isVisible()
    card._go.click()
    # The ending is added where it was left out.
    choose(qtbot, tmp_path / "copy")
    question = answered(qtbot)
    question.keep.click()
    with closing(open_workspace(tmp_path / "copy.leadjournal", None, clock)) as copy:
        assert [each.title for each in copy.entries.all()] == ["Precious"]


def test_the_head_shows_the_card_again_after_it_was_closed(scene: Scene) -> None:
    window, _away = scene
    window.desk.problems.dismiss()
    window.desk.head.help_wanted.emit()
    assert window.desk.problems.isVisible()


def test_one_goes_on_in_the_copy_without_a_question(
    qtbot: QtBot, scene: Scene, tmp_path: Path
) -> None:
    window, _away = scene
    window.do("copy-elsewhere")
    choose(qtbot, tmp_path / "copy.leadjournal")
    answered(qtbot).verb.click()
    qtbot.waitUntil(lambda: not window.room.jobs.is_busy and window.desk.workspace is not None)
    workspace = window.desk.workspace
    assert workspace is not None
    assert workspace.path.name == "copy.leadjournal"
    assert [each.title for each in workspace.entries.all()] == ["Precious"]
    assert not window.room.save_state.has_failed


def test_closing_asks_and_offers_a_copy_elsewhere(
    qtbot: QtBot, scene: Scene, tmp_path: Path, clock: FixedClock
) -> None:
    window, _away = scene
    window.close()
    question = answered(qtbot)
    ways = {each.text(): each for each in question.findChildren(QPushButton)}
    assert set(ways) == {"Close without it", "Save a copy elsewhere…", "Keep it open"}
    assert question.keep.isDefault()
    ways["Save a copy elsewhere…"].click()
    assert not question.isVisible()
    choose(qtbot, tmp_path / "copy.leadjournal")
    answered(qtbot).keep.click()
    assert window.isVisible()
    with closing(open_workspace(tmp_path / "copy.leadjournal", None, clock)) as copy:
        assert [each.title for each in copy.entries.all()] == ["Precious"]


def test_what_was_typed_while_it_was_copied_is_copied_too(
    qtbot: QtBot, scene: Scene, tmp_path: Path, clock: FixedClock
) -> None:
    window, _away = scene
    window.do("copy-elsewhere")
    choose(qtbot, tmp_path / "copy.leadjournal")
    first = answered(qtbot)
    page = window.desk.pages.page()
    assert isinstance(page, JournalPage)
    page.editor.title.moveCursor(page.editor.title.textCursor().MoveOperation.End)
    QTest.keyClicks(page.editor.title, " more")
    first.verb.click()
    answered(qtbot).keep.click()
    with closing(open_workspace(tmp_path / "copy.leadjournal", None, clock)) as copy:
        assert [each.title for each in copy.entries.all()] == ["Precious more"]


@pytest.mark.parametrize("agrees", [True, False])
def test_where_no_copy_can_be_made_the_text_is_offered_with_a_warning(
    qtbot: QtBot, scene: Scene, tmp_path: Path, agrees: bool
) -> None:
    window, _away = scene
    (tmp_path / "no folder").write_text("")
    window.do("copy-elsewhere")
    choose(qtbot, tmp_path / "no folder" / "copy.leadjournal")
    question = answered(qtbot)
    press: Callable[[], object] = question.verb.click if agrees else question.keep.click
    press()
    if agrees:
        choose(qtbot, tmp_path / "text.md")
        assert (tmp_path / "text.md").read_text() == "# Precious\n"
    assert (tmp_path / "text.md").exists() == agrees


def test_what_is_there_is_told_on_the_card_and_left_alone(
    qtbot: QtBot, scene: Scene, tmp_path: Path
) -> None:
    window, _away = scene
    there = tmp_path / "there.leadjournal"
    there.write_text("mine")
    window.do("copy-elsewhere")
    choose(qtbot, there)
    qtbot.waitUntil(lambda: "already there" in window.desk.problems.text())
    assert there.read_text() == "mine"
