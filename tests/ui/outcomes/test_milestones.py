"""Milestones in the window: planned, moved, closed and looked back on; by keyboard too."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester

from leadjournal.model.catalogue import Ref
from leadjournal.model.milestone import Milestone, MilestoneDraft, MilestoneResult
from leadjournal.ui.pages.outcomes.milestones.lines import MilestoneLine
from leadjournal.ui.pages.outcomes.milestones.room import MilestoneRoom
from leadjournal.ui.pages.outcomes.pick_list import PickModel
from leadjournal.ui.pages.outcomes.rows import RowKey
from leadjournal.ui.pages.outcomes.sheets import OutcomeSheet
from leadjournal.ui.pages.outcomes.toolbar import LIST, MILESTONES
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.note import Note
from leadjournal.ui.widgets.rows_answer import RowsAnswer
from tests.ui.outcomes.conftest import SPRING, TODAY, Desk

FROST = "The first frost week passes"


def planned(desk: Desk, what: str = FROST, **more: object) -> Milestone:
    values = {"what": what, "created_on": SPRING, "due_on": date(2025, 11, 14), **more}
    growth = values.pop("growth", None)
    return desk.workspace.milestones.add(MilestoneDraft(**values), growth)  # type: ignore[arg-type]


def room(desk: Desk) -> MilestoneRoom:
    desk.page.begin(MILESTONES)
    shown = desk.page._room_shown()
    assert isinstance(shown, MilestoneRoom)
    return shown


def lines(desk: Desk) -> list[str]:
    return [line.title for line in room(desk).list.rows()]


def said(desk: Desk) -> str:
    return " | ".join(label.text() for label in room(desk).panel.findChildren(Label))


def rows_of(desk: Desk, name: str = "growth") -> RowsAnswer:
    editor = desk.dialog().form.editor(name)
    assert isinstance(editor, RowsAnswer)
    return editor


def test_without_a_milestone_the_view_says_what_one_is_and_offers_the_first(desk: Desk) -> None:
    view = room(desk)
    assert view.front.currentWidget() is view._empty
    view._empty.acted.emit()
    desk.fill(what=FROST, due_on=date(2025, 11, 14))
    assert lines(desk) == ["To come", FROST]
    assert desk.page.record() == Ref("milestone", desk.workspace.milestones.all()[0].id)


def test_a_milestone_is_planned_from_an_outcome_with_who_grows(desk: Desk) -> None:
    desk.do("plan-milestone", "Nobody chases us")
    dialog = desk.dialog()
    row = rows_of(desk).add_row()
    row.editors["person_id"].setEditText("Priya")  # type: ignore[attr-defined]
    row.editors["skill"].set_value("leading a shift")  # type: ignore[attr-defined]
    rows_of(desk).add_row()  # Left empty: it is no growth.
    dialog.form.editor("what").set_value(FROST)  # type: ignore[attr-defined]
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    made = desk.workspace.milestones.all()[0]
    assert made.outcome_id == desk.row("Nobody chases us").key.id
    assert made.why_id == desk.workspace.whys.all()[0].id
    (growth,) = desk.workspace.milestones.growth(made.id)
    assert growth.person_id == desk.workspace.people.all()[0].id
    assert desk.workspace.history.undo_label() == "Plan milestone"
    assert desk.page.toolbar.views.value() == MILESTONES
    desk.workspace.history.undo()
    assert desk.workspace.people.all() == []
    assert lines(desk) == []


def test_a_growth_row_without_a_skill_is_told_at_its_question(desk: Desk) -> None:
    desk.page.do("new-milestone", None)
    desk.dialog().form.editor("what").set_value(FROST)  # type: ignore[attr-defined]
    rows_of(desk).add_row().editors["how"].set_value("with Tomas")  # type: ignore[attr-defined]
    dialog = desk.fill()
    assert dialog.form.problem() == "Learns is needed."
    assert desk.workspace.milestones.all() == []


def test_growth_is_changed_and_taken_away_with_the_milestone(desk: Desk) -> None:
    made = planned(desk, growth=[{"skill": "planning"}, {"skill": "thanking"}])
    desk.page.do("edit-milestone", room(desk).row_of(RowKey("milestone", made.id)))
    first, second = rows_of(desk).rows()
    first.remove_button.click()
    second.editors["skill"].set_value("thanking well")  # type: ignore[attr-defined]
    desk.fill(edge="No overtime")
    assert [row.skill for row in desk.workspace.milestones.growth(made.id)] == ["thanking well"]
    desk.workspace.history.undo()
    assert [row.skill for row in desk.workspace.milestones.growth(made.id)] == [
        "planning", "thanking",
    ]  # fmt: skip


def test_half_a_form_with_its_rows_is_picked_up_again(desk: Desk) -> None:
    desk.page.do("new-milestone", None)
    first = desk.dialog()
    row = rows_of(desk).add_row()
    row.editors["skill"].set_value("leading a shift")  # type: ignore[attr-defined]
    assert first.put_by()
    first.done(0)
    desk.page.do("new-milestone", None)
    assert [row.typed()["skill"] for row in rows_of(desk).rows()] == ["leading a shift"]


def test_a_day_that_moves_needs_a_reason(desk: Desk) -> None:
    made = planned(desk)
    desk.page.do("edit-milestone", room(desk).row_of(RowKey("milestone", made.id)))
    dialog = desk.fill(due_on=date(2025, 11, 28))
    assert "why does it move?" in dialog.form.problem()
    desk.fill(moved_because="The frost is late")
    assert desk.workspace.milestones.get(made.id).due_on == date(2025, 11, 28)
    assert "Moved: The frost is late" in said(desk)


def test_a_milestone_is_closed_with_what_came_true_and_taken_back(desk: Desk) -> None:
    made = planned(desk, growth=[{"skill": "planning"}, {"skill": "resting"}])
    row = room(desk).row_of(RowKey("milestone", made.id))
    desk.page.do("close-milestone", row)
    dialog = desk.dialog()
    able = desk.workspace.milestones.growth(made.id)[0].id
    desk.fill(result=MilestoneResult.PARTLY, deliverable=4, satisfaction=2, kept="A guide")
    assert dialog.isVisible()
    assert dialog.form.problem() == "One lesson for the next cycle is needed."
    desk.fill(lesson="Show it earlier", able=[able])
    closed = desk.workspace.milestones.get(made.id)
    assert (closed.closed_on, closed.satisfaction) == (TODAY, 2)
    assert [bool(one.able_on) for one in desk.workspace.milestones.growth(made.id)] == [True, False]
    assert lines(desk) == ["Closed", FROST]
    assert desk.told.undoable == [f"Closed “{FROST}” with its lesson"]
    view = room(desk)
    view.kept_button.click()
    assert view.front.currentWidget() is view._kept_page
    assert "A guide" in [label.text() for label in view.kept.findChildren(Label)]
    desk.workspace.history.undo()
    assert lines(desk) == ["To come", FROST]


def test_a_date_with_a_tick_box_gets_one_quiet_hint(desk: Desk) -> None:
    made = planned(desk)
    view = room(desk)
    (hint,) = view.panel.findChildren(Note)
    assert hint.accessibleName() == (
        "So far this is a date with a tick box. Who will learn what on the way? "
        "What will the organisation keep besides the deliverable?"
    )
    desk.workspace.milestones.edit(made.id, lasting_value="A playbook", growth=[{"skill": "plans"}])
    assert [note for note in room(desk).panel.findChildren(Note) if note.isVisible()] == []


def test_low_ratings_and_too_much_stretch_are_told_in_words(desk: Desk) -> None:
    planned(desk, purpose=5, realism=2, stretch=5)
    assert "Rated under 3: it needs a rewrite before you announce it." in said(desk)
    assert "Stretch 5 of 5: it needs support or a smaller step." in said(desk)


def test_an_overdue_milestone_is_flagged_and_counted(desk: Desk) -> None:
    planned(desk, "Late", due_on=date(2025, 10, 1))
    planned(desk)
    view = room(desk)
    assert lines(desk) == ["To come", "Late", FROST]
    assert "Overdue" in view.list.rows()[1].spoken
    assert desk.page.toolbar.total() == "2 milestones to come, 1 overdue"


def test_the_outcome_lists_its_milestones_and_they_open_from_there(desk: Desk) -> None:
    made = planned(desk, outcome_id=desk.row("Nobody chases us").key.id)
    desk.choose("Nobody chases us")
    sheet = desk.page.inspector.sheet
    assert isinstance(sheet, OutcomeSheet)
    assert [way.title for way in sheet.milestones] == [FROST]
    desk.page.inspector.opened.emit(sheet.milestones[0].key)
    assert desk.page.record() == Ref("milestone", made.id)
    room(desk).panel.opened.emit(RowKey("outcome", made.outcome_id or ""))
    assert desk.page.toolbar.views.value() == LIST
    assert desk.page.record() == Ref("outcome", made.outcome_id or "")


def test_the_place_is_kept_and_returned_to(desk: Desk) -> None:
    planned(desk, "First", due_on=date(2025, 11, 1))
    made = planned(desk)
    desk.page.reveal(Ref("milestone", made.id))
    place = dict(desk.page.place())
    desk.page.begin("ledger")
    desk.page.return_to(place)
    assert desk.page.record() == Ref("milestone", made.id)
    assert desk.page.toolbar.views.value() == MILESTONES


def test_the_list_is_walked_and_opened_by_keyboard(desk: Desk) -> None:
    for what in ("First", "Second"):
        planned(desk, what)
    view = room(desk)
    view.list.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view.list, Qt.Key.Key_Down)
    assert view.panel.sheet is not None
    assert view.panel.sheet.row.title == "Second"
    view.stage.close_inspector()
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    assert view.stage.inspecting()


def test_the_rows_are_a_sound_model(qtmodeltester: ModelTester) -> None:
    model: PickModel[MilestoneLine] = PickModel()
    model.set_rows([MilestoneLine(None, "To come"), MilestoneLine(RowKey("milestone", "a"), "A")])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


@pytest.mark.parametrize("wide", [640, 900, 1366])
def test_a_very_long_title_is_painted_in_its_row(desk: Desk, wide: int) -> None:
    planned(desk, "Frost " * 1_500, due_on=date(2025, 10, 1))
    desk.page.resize(wide, 700)
    view = room(desk)
    assert not view.list.grab().isNull()
    assert view.list.sizeHintForIndex(view.list.model().index(1, 0)).height() < 200
