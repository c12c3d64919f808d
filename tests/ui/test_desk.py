from collections.abc import Iterator
from datetime import date
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from leadjournal.base.errors import UserMistake
from leadjournal.base.preferences import LAST_PAGE
from leadjournal.model.catalogue import Ref
from leadjournal.model.entry import EntryDraft
from leadjournal.model.outcome import OutcomeDraft, ReviewDraft, Verdict
from leadjournal.model.why import WhyDraft
from leadjournal.services.workspace import Workspace
from leadjournal.ui.commands import Needs
from leadjournal.ui.desk import Desk, Room
from tests.support.pages import SPECS, RecordedPage

TODAY = date(2025, 10, 31)
WHY = WhyDraft(statement="To make careful work easy", since=date(2025, 10, 1))
NOTE = EntryDraft(day=date(2025, 10, 31), title="A note", text="Words")


@pytest.fixture
def desk(qtbot: QtBot, room: Room, workspace: Workspace) -> Iterator[Desk]:
    made = Desk(room, SPECS)
    qtbot.addWidget(made)
    made.resize(1280, 690)
    made.lay_open(workspace, "today")
    made.show()
    yield made
    made.take_off()


def _asked(desk: Desk) -> list[str]:
    return cast("RecordedPage", desk.pages.page()).asked


def test_a_page_is_refreshed_when_shown_and_remembered(desk: Desk) -> None:
    assert _asked(desk) == ["refresh"]
    desk.open_page("journal")
    assert desk.room.preferences.get(LAST_PAGE) == "journal"
    desk.open_page("today")
    assert _asked(desk) == ["refresh", "leave"]


def test_the_page_on_screen_learns_at_once_and_the_others_when_shown(desk: Desk) -> None:
    desk.open_page("journal")
    assert desk.workspace is not None
    desk.workspace.entries.add(NOTE)
    assert _asked(desk) == ["refresh", "refresh"]
    desk.open_page("today")
    assert _asked(desk) == ["refresh", "leave", "refresh"]


def test_a_change_that_a_page_does_not_show_leaves_it_alone(desk: Desk) -> None:
    desk.open_page("journal")
    assert desk.workspace is not None
    desk.workspace.whys.add(WHY)
    assert _asked(desk) == ["refresh"]


def test_a_change_is_said_to_be_saved(desk: Desk) -> None:
    assert desk.workspace is not None
    desk.workspace.entries.add(NOTE)
    assert desk.room.save_state.words.startswith("Saved ")


def test_undo_takes_back_says_so_and_reveals(desk: Desk) -> None:
    assert desk.workspace is not None
    desk.workspace.whys.add(WHY)
    desk.undo()
    assert desk.workspace.whys.all() == []
    assert desk.toast.text() == "Taken back: Add why"
    assert desk.pages.page_id() == "outcomes"
    desk.redo()
    assert desk.toast.text() == "Brought back: Add why"
    assert "reveal why" in _asked(desk)


def test_a_part_is_shown_on_the_record_it_belongs_to(desk: Desk) -> None:
    assert desk.workspace is not None
    outcome = desk.workspace.outcomes.add(OutcomeDraft(statement="Warm", created_on=TODAY))
    desk.workspace.outcomes.review(
        ReviewDraft(outcome_id=outcome.id, day=TODAY, verdict=Verdict.REAL)
    )
    (review,) = desk.workspace.outcomes.reviews(outcome.id)
    desk.go(Ref("review", review.id))
    assert desk.pages.page_id() == "outcomes"
    assert _asked(desk)[-1] == "reveal outcome"


def test_what_a_tagged_entry_was_about_is_the_entry(desk: Desk) -> None:
    assert desk.workspace is not None
    entry = desk.workspace.entries.add(NOTE)
    desk.workspace.entries.set_tags(entry.id, ["warmth"])
    desk.undo()
    desk.open_page("outcomes")
    desk.redo()
    assert desk.pages.page_id() == "journal"
    assert _asked(desk)[-1] == "reveal entry"


def test_an_open_journal_says_that_all_is_saved(desk: Desk) -> None:
    assert desk.room.save_state.words == "All saved"
    desk.take_off()
    assert desk.room.save_state.words == ""


def test_what_is_told_stays_above_a_page_that_comes_to_the_front(desk: Desk) -> None:
    assert desk.context is not None
    desk.context.say("Kept as a note of today")
    for page_id in ("journal", "outcomes", "today"):
        desk.open_page(page_id)
        middle = desk.toast.geometry().center()
        shown = desk.pages.childAt(middle)
        assert shown is not None
        assert shown is desk.toast or desk.toast.isAncestorOf(shown)


def test_undo_with_nothing_to_take_back_does_nothing(desk: Desk) -> None:
    desk.undo()
    assert not desk.toast.isVisible()


def test_a_toast_can_take_back_what_it_tells(desk: Desk) -> None:
    assert desk.workspace is not None
    assert desk.context is not None
    desk.workspace.entries.add(NOTE)
    desk.context.say_undoable("Entry added")
    desk.toast.undone.emit()
    assert desk.workspace.entries.all() == []


def test_a_record_is_found_on_its_page(desk: Desk) -> None:
    desk.go(Ref("outcome", "1"))
    assert desk.pages.page_id() == "outcomes"
    assert _asked(desk) == ["refresh", "reveal outcome"]
    desk.go(Ref("journal", "1"))
    assert desk.pages.page_id() == "outcomes"


def test_a_guide_begins_on_the_templates_page(desk: Desk) -> None:
    desk.run_guide("daily-reflection")
    assert _asked(desk) == ["refresh", "begin guide:daily-reflection"]


def test_a_problem_stays_until_it_is_closed(qtbot: QtBot, desk: Desk) -> None:
    desk.fail(UserMistake("That day does not exist.", way_out="Choose another."))
    assert desk.problems.isVisible()
    assert desk.problems.text() == "That day does not exist. Choose another."
    desk.take_message_focus()
    desk.problems.dismiss()
    assert not desk.problems.isVisible()


def test_what_commands_can_count_on(desk: Desk) -> None:
    assert desk.workspace is not None
    assert Needs.UNDO not in desk.needs_met()
    desk.workspace.entries.add(NOTE)
    assert Needs.UNDO in desk.needs_met()
    desk.undo()
    assert Needs.REDO in desk.needs_met()


@pytest.mark.parametrize(
    ("width", "factor", "narrow"), [(1366, 1.0, False), (1024, 1.0, True), (1366, 2.0, True)]
)
def test_the_sidebar_is_a_rail_where_there_is_little_room(
    desk: Desk, width: int, factor: float, narrow: bool
) -> None:
    desk.room.looks.set_factor(factor)
    desk.resize(width, 690)
    wide = desk.navigation.width() > 100
    assert wide is not narrow
    desk.room.looks.set_factor(1.0)


def test_a_closed_journal_leaves_nothing_behind(desk: Desk) -> None:
    desk.open_page("journal")
    desk.take_off()
    assert desk.context is None
    assert desk.pages.page() is None
    assert desk.pages.page_id() == ""
