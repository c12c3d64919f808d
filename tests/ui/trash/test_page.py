"""What was removed is found, read, restored, and forgotten for good."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from leadjournal.model.catalogue import KINDS
from leadjournal.model.entry import EntryDraft
from leadjournal.services.journals import open_workspace
from leadjournal.services.workspace import Workspace
from leadjournal.ui.desk import Room
from leadjournal.ui.dialogs.forgetting import ForgettingDialog
from leadjournal.ui.dialogs.question import Question
from leadjournal.ui.pages.registry import PAGES, page_named
from leadjournal.ui.pages.trash.page import TrashPage
from leadjournal.ui.window import Window
from tests.ui.trash.conftest import DAY, Bin


def test_it_follows_every_kind_of_record() -> None:
    every = frozenset(kind.id for kind in KINDS)
    assert page_named("trash").kinds == every
    assert page_named("trash").stays_for == every


def test_everything_removed_is_listed_newest_first_with_the_days_it_has_left(bin_: Bin) -> None:
    assert bin_.titles() == ["Frost", "Nobody chases us", "Board talk"]
    model = bin_.page.view.list.model()
    said = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Nobody chases us. Outcome · removed today at ")
    assert said.endswith("30 days left")


def test_the_words_of_what_was_removed_can_be_read(bin_: Bin) -> None:
    bin_.choose("Board talk")
    preview = bin_.page.view.preview
    assert preview.text.toPlainText() == "What moved\n\nThey called back."
    assert preview.facts().endswith("Can be restored for 30 more days.")
    bin_.choose("Nobody chases us")
    assert preview.text.toPlainText() == "Calls fall"
    assert preview.facts().endswith("Comes back with 1 part.")


def test_it_is_searched_by_any_word_and_cleared(bin_: Bin) -> None:
    bin_.search("called")
    assert bin_.titles() == ["Board talk"]
    bin_.search("calls fall")
    assert bin_.titles() == ["Nobody chases us"]
    bin_.search("nowhere")
    assert bin_.titles() == []
    bin_.page.view.clear_words()
    bin_.settle()
    assert len(bin_.titles()) == 3


def test_what_is_restored_leaves_the_trash_and_undo_brings_it_back_there(bin_: Bin) -> None:
    bin_.choose("Nobody chases us")
    bin_.page.view.preview.restore.click()
    bin_.settle()
    assert bin_.toast() == "“Nobody chases us” is back, with 1 part."
    assert bin_.titles() == ["Frost", "Board talk"]
    bin_.choose("Board talk")
    bin_.page.view.preview.restore.click()
    bin_.settle()
    (entry,) = bin_.workspace.entries.all()
    assert bin_.workspace.entries.tags(entry.id) == ["board"]
    assert [each.title for each in bin_.workspace.entries.links(entry.id)] == ["Nobody chases us"]
    bin_.window.desk.undo()
    bin_.settle()
    assert bin_.window.desk.pages.page() is bin_.page
    assert "Board talk" in bin_.titles()


def test_what_could_not_come_back_is_told(bin_: Bin) -> None:
    bin_.choose("Board talk")
    bin_.page.view.preview.restore.click()
    bin_.settle()
    assert bin_.toast() == (
        "“Board talk” is back. A link to a record that is gone (outcome) could not come back."
    )


def test_one_thing_is_forgotten_for_good(bin_: Bin) -> None:
    bin_.choose("Frost")
    bin_.page.view.preview.forget.click()
    bin_.settle()
    dialog = cast(ForgettingDialog, bin_.dialog(ForgettingDialog))
    assert dialog.keep_button.isDefault()
    dialog.forget_button.click()
    bin_.settle()
    assert bin_.titles() == ["Nobody chases us", "Board talk"]
    assert bin_.toast() == "“Frost” is forgotten for good"
    assert bin_.workspace.trash.listing("frost") == []
    assert not bin_.window.actions_.action("undo").isEnabled()


def test_emptying_asks_with_a_count_and_keeps_everything_unless_told(bin_: Bin) -> None:
    bin_.page.view.empty_button.click()
    bin_.settle()
    question = cast(Question, bin_.dialog(Question))
    assert question.keep.isDefault()
    question.keep.click()
    assert len(bin_.titles()) == 3
    bin_.page.view.empty_button.click()
    bin_.settle()
    question = cast(Question, bin_.dialog(Question))
    question.verb.click()
    assert not bin_.page.view.empty_button.isEnabled()
    bin_.settle()
    assert bin_.page.view.empty_button.isEnabled()
    assert bin_.titles() == []
    assert bin_.toast() == "The trash is empty: 3 records went for good"
    assert not bin_.window.actions_.action("undo").isEnabled()


def test_it_shows_what_is_removed_meanwhile(bin_: Bin) -> None:
    made = bin_.workspace.entries.add(EntryDraft(day=DAY, title="Later"))
    bin_.workspace.entries.remove(made.id)
    bin_.wait(lambda: "Later" in bin_.titles())


def test_where_it_is_narrow_a_row_opens_on_a_page_of_its_own(bin_: Bin) -> None:
    bin_.window.resize(640, 700)
    view = bin_.page.view
    assert not view.preview.isVisible()
    bin_.choose("Frost")
    view.list.setFocus()
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    assert view.is_alone()
    assert not view.list.isVisible()
    assert tuple(bin_.page.trail()) == ("Frost",)
    QTest.keyClick(view.preview, Qt.Key.Key_Escape)
    assert view.list.isVisible()
    assert not view.is_alone()


def test_it_is_reached_by_command_and_has_no_place_in_the_sidebar(bin_: Bin) -> None:
    window = bin_.window
    window.desk.open_page("journal")
    window.do("page-trash")
    assert window.desk.pages.page() is bin_.page
    assert window.actions_.action("page-trash").shortcut().toString() == ""
    marked = [spec.id for spec in PAGES if spec.in_sidebar and _is_marked(window, spec.id)]
    assert marked == []
    window.desk.open_page("journal")
    assert _is_marked(window, "journal")


def _is_marked(window: Window, page_id: str) -> bool:
    return bool(window.desk.navigation.button(page_id).isChecked())  # type: ignore[attr-defined]


def test_a_journal_that_is_only_read_brings_nothing_back(
    qtbot: QtBot, room: Room, filled: Workspace
) -> None:
    path, clock = filled.path, filled.clock
    filled.close()
    reading = open_workspace(path, None, clock, read_only=True)
    window = Window(room)
    qtbot.addWidget(window)
    window.desk.lay_open(reading, "trash")
    page = window.desk.pages.page()
    assert isinstance(page, TrashPage)
    qtbot.waitUntil(lambda: not room.jobs.is_busy)
    for button in (
        page.view.preview.restore, page.view.preview.forget, page.view.empty_button
    ):  # fmt: skip
        assert not button.isEnabled()
        assert button.toolTip() == "This journal is open for reading only."
    window.desk.take_off()
    reading.close()
