"""Each action of the page on a real journal: what it writes and says, and what undo brings back."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from leadjournal.base.clock import FixedClock
from leadjournal.model.catalogue import Ref
from leadjournal.model.outcome import OutcomeDraft
from leadjournal.services.journals import create_workspace, open_workspace
from leadjournal.services.workspace import Workspace
from leadjournal.ui.dialogs.computed import ComputedDialog
from leadjournal.ui.pages.outcomes.rows import RowKey
from leadjournal.ui.pages.outcomes.sheets import OutcomeSheet, OutputSheet, Part, WhySheet
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.label import Label
from tests.ui.outcomes.conftest import TODAY, Desk, open_desk


@pytest.fixture
def empty(qtbot: QtBot, looks: Looks, tmp_path: Path) -> Iterator[Desk]:
    clock = FixedClock(datetime(2025, 10, 31, 17, 42, tzinfo=UTC))
    workspace = create_workspace(tmp_path / "e.leadjournal", "Nadia", None, clock)
    yield from open_desk(qtbot, looks, workspace)
    workspace.close()


def outcome_id(workspace: Workspace) -> str:
    return workspace.outcomes.all()[0].id


def test_an_empty_journal_offers_the_first_outcome(empty: Desk) -> None:
    empty.press("New outcome", empty.page.stage)
    empty.fill(statement="Customers wait calmly")
    assert empty.titles() == ["No why yet", "Customers wait calmly"]
    assert empty.page.tree.current_key() == RowKey("outcome", empty.workspace.outcomes.all()[0].id)
    empty.workspace.history.undo()
    assert empty.titles() == []


def test_the_page_opens_at_the_outcome_that_owes_most(desk: Desk) -> None:
    sheet = desk.page.inspector.sheet
    assert isinstance(sheet, OutcomeSheet)
    assert sheet.statement == "Nobody chases us"
    assert desk.page.toolbar.total().startswith("Outcome debt ")


def test_a_refresh_changes_nothing_that_is_shown(desk: Desk) -> None:
    desk.choose("FAQ page")
    before = (desk.titles(), desk.page.tree.current_key(), desk.page.inspector.sheet)
    desk.page.refresh()
    desk.page.refresh()
    assert (desk.titles(), desk.page.tree.current_key(), desk.page.inspector.sheet) == before


def test_a_why_is_written_edited_and_removed(desk: Desk) -> None:
    desk.page.do("new-why", None)
    desk.fill(statement="To grow people", behaviours=["I ask first"])
    assert "To grow people" in desk.titles()
    sheet = desk.page.inspector.sheet
    assert isinstance(sheet, WhySheet)
    assert sheet.behaviours == ("I ask first",)
    desk.do("edit-why", "To grow people")
    desk.fill(statement="To grow leaders")
    assert "To grow leaders" in desk.titles()
    desk.do("remove-why", "To grow leaders")
    assert "To grow leaders" not in desk.titles()
    assert desk.told.undoable == ["Moved the why “To grow leaders” to the trash"]
    desk.workspace.history.undo()
    assert "To grow leaders" in desk.titles()


def test_removing_a_why_keeps_its_outcomes(desk: Desk) -> None:
    desk.do("remove-why", "We keep homes warm")
    assert "Nobody chases us" in desk.titles()
    assert "No why yet" in desk.titles()


def test_an_outcome_is_added_under_its_why(desk: Desk) -> None:
    desk.do("add-outcome", "We keep homes warm")
    desk.fill(statement="Engineers bring the right part", owner_id=None)
    why = desk.workspace.whys.all()[0].id
    made = desk.row("Engineers bring the right part")
    assert desk.workspace.outcomes.why_of(made.key.id) is not None
    assert made in desk.row("We keep homes warm").children
    assert desk.row("We keep homes warm").key.id == why


def test_an_owner_named_anew_is_made(desk: Desk) -> None:
    desk.do("edit-outcome", "Nobody chases us")
    editor = desk.dialog().form.editor("owner_id")
    editor.setEditText("Ines")  # type: ignore[attr-defined]
    desk.fill()
    assert [person.first_name for person in desk.workspace.people.all()] == ["Ines"]
    assert desk.row("Nobody chases us").owner == "Ines"


def test_a_wrong_value_is_told_at_its_field_and_nothing_is_lost(desk: Desk) -> None:
    desk.page.do("new-output", None)
    dialog = desk.fill(title="Van list", size="many")
    assert dialog.isVisible()
    assert dialog.form.problem() == "Size in days of work is a number, for example 2.5."
    assert dialog.form.editor("title").value() == "Van list"  # type: ignore[attr-defined]
    desk.fill(size="-3")
    assert "must be" in dialog.form.problem()
    desk.fill(size="L")
    assert desk.open_forms() == 0
    assert desk.row("Van list").size == "30 d"


def test_a_needed_answer_is_asked_for(desk: Desk) -> None:
    desk.page.do("new-outcome", None)
    assert desk.fill().form.problem() == "Outcome is needed."


def test_what_was_typed_is_not_lost_by_escape(desk: Desk) -> None:
    desk.page.do("new-why", None)
    dialog = desk.dialog()
    dialog.form.editor("statement").set_value("Half a thought")  # type: ignore[attr-defined]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.asks_to_leave()
    dialog.cancel_button.click()
    assert not dialog.asks_to_leave()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.discard_button.click()
    assert desk.open_forms() == 0
    assert "Half a thought" not in desk.titles()


def test_a_review_is_written_corrected_and_removed(desk: Desk) -> None:
    desk.do("review", "Nobody chases us")
    assert desk.fill().form.problem() == "Verdict is needed."
    desk.fill(verdict="partly", voice="I still ring you", next_on=date(2026, 1, 15))
    sheet = desk.page.inspector.sheet
    assert isinstance(sheet, OutcomeSheet)
    assert (sheet.reviews[0].voice, sheet.next_review) == ("I still ring you", "15 January 2026")
    assert desk.row("Nobody chases us").badge is not None
    part = Part(sheet.reviews[0].id, sheet.row.key.id)
    desk.page.do("edit-review", part)
    desk.fill(verdict="not-real")
    review = desk.workspace.outcomes.reviews(part.of)[0]
    assert (review.verdict, review.voice) == ("not-real", "I still ring you")
    desk.page.do("remove-review", part)
    assert desk.workspace.outcomes.reviews(part.of) == []
    assert desk.told.undoable[-1] == "Moved the review to the trash"


def test_an_outcome_is_retired_with_a_lesson_and_taken_up_again(desk: Desk) -> None:
    desk.do("retire", "Nobody chases us")
    assert "needed" in desk.fill().form.problem()
    desk.fill(retired_because="Speed was the wrong number")
    assert desk.row("Nobody chases us").status == "retired"
    assert desk.workspace.figures.on().debt.written_off_days == 3.0
    desk.do("resume", "Nobody chases us")
    assert desk.row("Nobody chases us").status == "active"


def test_a_draft_is_made_active(desk: Desk) -> None:
    desk.page.do("new-outcome", None)
    desk.fill(statement="Later perhaps", active_on=None)
    assert desk.row("Later perhaps").status == "draft"
    desk.do("activate", "Later perhaps")
    assert desk.row("Later perhaps").status == "active"


def test_the_why_of_an_outcome_is_changed(desk: Desk) -> None:
    desk.do("change-why", "Nobody chases us")
    desk.fill(why_id=None)
    assert desk.workspace.outcomes.why_of(outcome_id(desk.workspace)) is None
    assert desk.row("No why yet").children[0].title == "Nobody chases us"


def test_an_outcome_is_removed_with_its_parts_and_comes_back(desk: Desk) -> None:
    desk.do("remove-outcome", "Nobody chases us")
    assert desk.row("No outcome yet").children[0].title == "Call script"
    desk.workspace.history.undo()
    assert desk.row("Nobody chases us").children[0].title == "Call script"
    assert len(desk.workspace.indicators.of(outcome_id(desk.workspace))[0].readings) == 2


def test_an_indicator_is_added_changed_and_removed(desk: Desk) -> None:
    desk.do("add-indicator", "Nobody chases us")
    desk.fill(
        name="Cancellations", baseline="2,6", target="1.8", unit="%", direction="down",
        horizon="lagging",
    )  # fmt: skip
    views = desk.workspace.indicators.of(outcome_id(desk.workspace))
    made = next(view.indicator for view in views if view.indicator.name == "Cancellations")
    assert (made.baseline, made.target, made.horizon) == (2.6, 1.8, "lagging")
    part = Part(made.id, made.outcome_id)
    desk.page.do("edit-indicator", part)
    desk.fill(name="Plan cancellations")
    assert desk.workspace.indicators.get(made.id).name == "Plan cancellations"
    desk.page.do("remove-indicator", part)
    assert desk.told.undoable[-1] == "Moved the indicator “Plan cancellations” to the trash"


def test_another_target_counts_from_today_on(desk: Desk) -> None:
    view = desk.workspace.indicators.of(outcome_id(desk.workspace))[0]
    part = Part(view.indicator.id, view.indicator.outcome_id)
    desk.page.do("edit-indicator", part)
    desk.fill(target="20")
    changed = desk.workspace.indicators.of(part.of)[0]
    assert (changed.target, changed.indicator.target) == (20, 22)
    desk.page.do("edit-indicator", part)
    assert desk.dialog().form.editor("target").value() == 20  # type: ignore[attr-defined]


def test_readings_of_all_indicators_are_added_in_one_go(desk: Desk) -> None:
    desk.do("add-indicator", "Nobody chases us")
    desk.fill(name="Cancellations")
    desk.do("add-readings", "Nobody chases us")
    assert desk.fill().form.problem() == "Write at least one value."
    names = desk.dialog().form.names()
    assert names[-1] == "day"
    desk.fill(**{names[0]: "25"})
    views = desk.workspace.indicators.of(outcome_id(desk.workspace))
    assert [len(view.readings) for view in views] == [3, 0]
    assert (views[0].readings[-1].value, views[0].readings[-1].day) == (25.0, TODAY)


def test_a_reading_is_corrected_and_removed(desk: Desk) -> None:
    view = desk.workspace.indicators.of(outcome_id(desk.workspace))[0]
    part = Part(view.readings[0].id, view.indicator.outcome_id)
    desk.page.do("edit-reading", part)
    desk.fill(value="30.5")
    desk.page.do("add-reading", Part(view.indicator.id, part.of))
    desk.fill(value="25")
    values = [one.value for one in desk.workspace.indicators.of(part.of)[0].readings]
    assert values == [30.5, 27.0, 25.0]
    desk.page.do("remove-reading", part)
    assert len(desk.workspace.indicators.of(part.of)[0].readings) == 2


def test_an_output_is_added_with_what_it_is_for(desk: Desk) -> None:
    desk.do("add-output", "Nobody chases us")
    desk.fill(title="Evening calls", so_that="customers hear from us", confidence=5)
    row = desk.row("Evening calls")
    link = desk.workspace.outputs.links(row.key.id)[0]
    assert (link.so_that, link.confidence) == ("customers hear from us", 5)
    assert row in desk.row("Nobody chases us").children
    assert desk.page.tree.current_key() == row.key


def test_an_output_is_finished_reopened_and_stopped(desk: Desk) -> None:
    desk.do("finish", "FAQ page")
    desk.fill(finished_on=date(2025, 3, 1))
    assert desk.dialog().form.problem() == "An output cannot be finished before it was known."
    desk.fill(finished_on=date(2025, 5, 30))
    assert desk.row("FAQ page").status == "finished"
    assert desk.row("No outcome yet").debt > 10
    desk.do("reopen", "FAQ page")
    assert desk.row("FAQ page").status == "running"
    desk.do("stop", "FAQ page")
    assert "needed" in desk.fill().form.problem()
    desk.fill(stopped_because="Nobody asked for it")
    assert desk.row("FAQ page").status == "stopped"
    assert desk.told.undoable[-1] == "Stopped “FAQ page” with its lesson"
    desk.workspace.history.undo()
    assert desk.row("FAQ page").status == "running"


def test_an_output_is_linked_by_menu_drop_and_from_the_outcome(desk: Desk) -> None:
    desk.do("link", "FAQ page")
    assert desk.fill().form.problem() == "Outcome is needed."
    desk.fill(outcome_id=outcome_id(desk.workspace), so_that="fewer calls", confidence=2)
    row = desk.row("FAQ page")
    assert row.second == "so that fewer calls"
    desk.page.do("link-here", desk.row("Nobody chases us"))
    assert "already" in desk.fill(output_id=row.key.id).form.problem()
    desk.dialog().done(0)
    desk.do("unlink", "FAQ page")
    assert desk.row("FAQ page").link_id == ""
    desk.page.tree.link_wished.emit(row.key.id, outcome_id(desk.workspace))
    desk.fill(so_that="customers read it")
    assert desk.row("FAQ page").second == "so that customers read it"


def test_a_second_outcome_can_be_made_the_main_one(desk: Desk) -> None:
    desk.page.do("new-outcome", None)
    desk.fill(statement="Fewer calls")
    desk.do("link", "Call script")
    desk.fill(outcome_id=desk.row("Fewer calls").key.id)
    second = desk.row("Fewer calls").children[0]
    assert not second.main
    desk.page.do("make-main", second)
    assert desk.row("Fewer calls").children[0].main
    sheet_row = desk.row("Fewer calls").children[0]
    desk.page.do("edit-link", sheet_row)
    desk.fill(so_that="calls are fewer")
    assert desk.row("Fewer calls").children[0].second == "so that calls are fewer"


def test_an_output_is_edited_and_removed(desk: Desk) -> None:
    desk.do("edit-output", "FAQ page")
    desk.fill(title="Answers page", must_do=True)
    desk.choose("Answers page")
    sheet = desk.page.inspector.sheet
    assert isinstance(sheet, OutputSheet)
    assert [mark.words for mark in sheet.marks] == ["Running", "Must do"]
    desk.do("remove-output", "Answers page")
    assert desk.told.undoable == ["Moved the output “Answers page” to the trash"]
    desk.workspace.history.undo()
    assert "Answers page" in desk.titles()


def test_the_same_acts_are_in_the_context_menu(desk: Desk) -> None:
    menu = desk.page.inspector.menu_for(desk.row("FAQ page"), desk.page)
    words = [action.text() for action in menu.actions() if action.text()]
    assert "Link to an outcome…" in words
    assert "Finish…" in words
    next(action for action in menu.actions() if action.text() == "Finish…").trigger()
    assert desk.dialog().form.names() == ["finished_on"]


def test_how_a_debt_was_computed_is_shown(desk: Desk) -> None:
    desk.press("How was this computed?", desk.page.inspector)
    shown = desk.page.findChildren(ComputedDialog)
    assert [each.windowTitle() for each in shown] == ["Nobody chases us"]
    shown[0].done(0)


def test_what_is_gone_meanwhile_is_told_and_stops_nothing(desk: Desk) -> None:
    row = desk.row("FAQ page")
    desk.workspace.outputs.remove(row.key.id)
    desk.page.do("edit-output", row)
    assert "not in the journal" in str(desk.told.problems[0])


def test_a_record_is_revealed_wherever_it_stands(desk: Desk) -> None:
    workspace = desk.workspace
    output = desk.row("Call script")
    desk.page.toolbar.views.set_value("ledger")
    for ref, wanted in (
        (Ref("output", output.key.id), output.key),
        (Ref("outcome", outcome_id(workspace)), desk.row("Nobody chases us").key),
        (Ref("link", output.link_id), output.key),
        (Ref("why", workspace.whys.all()[0].id), desk.row("We keep homes warm").key),
    ):
        desk.page.reveal(ref)
        assert desk.page.tree.current_key() == wanted
    desk.page.reveal(Ref("outcome", "gone"))
    assert desk.page.tree.current_key() == desk.row("We keep homes warm").key


def test_a_command_begins_a_new_outcome(desk: Desk) -> None:
    desk.page.begin("new-outcome")
    assert "statement" in desk.dialog().form.names()
    desk.dialog().done(0)
    desk.page.begin("something-else")
    assert desk.open_forms() == 0


def test_the_filter_is_offered_when_there_is_more_than_one(desk: Desk) -> None:
    assert desk.page.toolbar.filter_menu().isEmpty()
    desk.do("edit-outcome", "Nobody chases us")
    desk.dialog().form.editor("owner_id").setEditText("Ines")  # type: ignore[attr-defined]
    desk.fill()
    desk.page.do("new-outcome", None)
    desk.dialog().form.editor("owner_id").setEditText("Obi")  # type: ignore[attr-defined]
    desk.fill(statement="Moves are rare")
    menu = desk.page.toolbar.filter_menu()
    assert [action.text() for action in menu.actions()] == [
        "Every owner", "Ines", "Obi", "", "Every state", "Too early", "Moving",
    ]  # fmt: skip
    next(each for each in menu.actions() if each.text() == "Obi").trigger()
    assert desk.page.tree.model().rowCount() == 1
    desk.page.reveal(Ref("why", desk.workspace.whys.all()[0].id))
    assert desk.page.tree.model().rowCount() == 3


def test_the_inspector_finds_its_place_at_every_width(desk: Desk) -> None:
    page = desk.page
    assert page.stage.inspecting()
    page.resize(1024, 700)
    assert not page.stage.inspecting()
    page.toolbar.panel.click()
    assert page.stage.inspecting()
    assert not page.stage.alone()
    page.resize(700, 700)
    desk.choose("FAQ page")
    assert not page.inspector.isVisible()
    page.tree.opened.emit(page.tree.current_key())
    assert page.stage.alone()
    assert list(page.trail()) == ["FAQ page"]
    desk.press("All outcomes")
    assert not page.stage.alone()
    assert page.tree.isVisible()


def test_a_journal_that_is_only_read_offers_no_changes(
    qtbot: QtBot, looks: Looks, workspace: Workspace
) -> None:
    path, clock = workspace.path, workspace.clock
    workspace.close()
    reading = open_workspace(path, None, clock, read_only=True)
    for desk in open_desk(qtbot, looks, reading):
        assert not desk.page.toolbar.new_outcome.isEnabled()
        allowed = [each.text() for each in desk.page.inspector.buttons() if each.isEnabled()]
        assert allowed == ["Open outcome"]
        menu: QMenu = desk.page.inspector.menu_for(desk.row("FAQ page"), desk.page)
        can_be_done = [each.text() for each in menu.actions() if each.text() and each.isEnabled()]
        assert can_be_done == ["Versions…"]
    reading.close()


def test_unfolded_readings_stay_unfolded_when_one_is_removed(desk: Desk, qtbot: QtBot) -> None:
    inspector = desk.page.inspector
    desk.press("2 readings", inspector)
    assert "29 Aug" in shown_words(desk)
    view = desk.workspace.indicators.of(outcome_id(desk.workspace))[0]
    desk.page.do("remove-reading", Part(view.readings[1].id, view.indicator.outcome_id))
    qtbot.waitUntil(lambda: "Nobody chases us" in shown_words(desk))
    assert "29 Aug" in shown_words(desk)
    assert "30 Sep" not in shown_words(desk)
    desk.press("1 reading", inspector)
    assert "29 Aug" not in shown_words(desk)


def shown_words(desk: Desk) -> list[str]:
    labels = desk.page.inspector.findChildren(Label)
    return [label.text() for label in labels if label.isVisible()]


def test_the_ledger_and_a_team_are_shown_when_asked_for(desk: Desk) -> None:
    desk.page.begin("ledger")
    assert desk.page.ledger.isVisible()
    assert not desk.page.tree.isVisible()
    team = desk.workspace.teams.named("Field service")
    made = desk.workspace.outcomes.add(
        OutcomeDraft(statement="Homes are warm", created_on=TODAY, team_id=team.id)
    )
    desk.page.reveal(Ref("team", team.id))
    assert desk.page.tree.isVisible()
    assert desk.page.toolbar.views.value() == "list"
    assert desk.page.tree.choose(RowKey("outcome", made.id))
    assert not desk.page.tree.choose(desk.row("Nobody chases us").key)
