"""Objectives in the window: only for those who have any; read, trusted, graded, carried."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.modeltest import ModelTester

from leadjournal.model.catalogue import Ref
from leadjournal.model.objective import (
    ConfidenceDraft,
    KeyResultReadingDraft,
    Objective,
    ObjectiveDraft,
)
from leadjournal.ui.pages.outcomes.objectives.room import ObjectiveRoom
from leadjournal.ui.pages.outcomes.objectives.rungs import Rung, grade_words
from leadjournal.ui.pages.outcomes.places import every_row
from leadjournal.ui.pages.outcomes.rows import RowKey
from leadjournal.ui.pages.outcomes.sheets import Part
from leadjournal.ui.pages.outcomes.toolbar import LIST, OBJECTIVES
from leadjournal.ui.pages.outcomes.tree_model import TreeModel
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.list_row import ListRow
from leadjournal.ui.widgets.rows_answer import RowsAnswer
from tests.ui.outcomes.conftest import SPRING, TODAY, Desk

RELAX = "Customers relax after the first call"
CALLS = {"text": "Repeat contacts", "baseline": 41.0, "target": 22.0, "unit": "per 100"}
PHOTO = {"text": "Jobs with photo", "type": "output", "baseline": 22.0, "target": 90.0, "unit": "%"}


def written(desk: Desk, text: str = RELAX, **more: Any) -> Objective:
    results = more.pop("key_results", None)
    given = {"text": text, "cycle": "2025 Q4", "created_on": SPRING, **more}
    return desk.workspace.objectives.add(ObjectiveDraft(**given), results)


def room(desk: Desk) -> ObjectiveRoom:
    desk.page.begin(OBJECTIVES)
    shown = desk.page._room_shown()
    assert isinstance(shown, ObjectiveRoom)
    return shown


def ladder(desk: Desk) -> list[str]:
    room(desk)
    model = room(desk).ladder.model()
    assert isinstance(model, TreeModel)
    keys = sorted(model.keys(), key=lambda key: (bool(key_above(desk, key)), title(desk, key)))
    return [f"{'  ' * bool(key_above(desk, key))}{title(desk, key)}" for key in keys]


def key_above(desk: Desk, key: RowKey) -> str | None:
    return desk.workspace.objectives.get(key.id).parent_id


def title(desk: Desk, key: RowKey) -> str:
    return desk.workspace.objectives.get(key.id).text


def do(desk: Desk, act: str, objective: Objective) -> None:
    desk.page.do(act, room(desk).row_of(RowKey("objective", objective.id)))


def said(desk: Desk) -> str:
    return " | ".join(label.text() for label in room(desk).panel.findChildren(Label))


def segment(desk: Desk) -> QPushButton:
    buttons = desk.page.toolbar.views.findChildren(QPushButton)
    return next(each for each in buttons if each.text() == "Objectives")


def test_without_an_objective_its_words_are_nowhere_but_under_more(desk: Desk) -> None:
    assert segment(desk).isHidden()
    desk.do("edit-outcome", "Nobody chases us")
    assert "objective_id" not in desk.dialog().form.names()
    desk.dialog().done(0)
    menu = [action.text() for action in desk.page.toolbar.more_menu().actions()]
    assert "New objective…" in menu


def test_the_first_objective_brings_the_view_and_undo_takes_it_away(desk: Desk) -> None:
    desk.page.do("new-objective", None)
    editor = desk.dialog().form.editor("key_results")
    assert isinstance(editor, RowsAnswer)
    row = editor.add_row()
    for name, value in (("text", "Repeat contacts"), ("baseline", "41"), ("target", "22,5")):
        widget = row.editors[name]
        getattr(widget, "setText" if name != "text" else "set_value")(value)
    desk.fill(text=RELAX, cycle="2025 Q4")
    (made,) = desk.workspace.objectives.all()
    assert [each.target for each in desk.workspace.objectives.key_results(made.id)] == [22.5]
    assert desk.page.toolbar.views.value() == OBJECTIVES
    assert desk.page.record() == Ref("objective", made.id)
    desk.workspace.history.undo()
    view = desk.page._room_shown()
    assert view is not None
    assert view.front.currentWidget() is view._empty  # type: ignore[attr-defined]
    desk.page._view(LIST)
    assert segment(desk).isHidden()


def test_a_number_that_is_none_is_told_at_the_key_results(desk: Desk) -> None:
    desk.page.do("new-objective", None)
    editor = desk.dialog().form.editor("key_results")
    assert isinstance(editor, RowsAnswer)
    row = editor.add_row()
    row.editors["text"].set_value("Calls")  # type: ignore[attr-defined]
    row.editors["target"].setText("many")  # type: ignore[attr-defined]
    dialog = desk.fill(text=RELAX)
    assert dialog.form.problem() == "Target is a number, for example 2.5."
    row.editors["target"].setText("5")  # type: ignore[attr-defined]
    row.editors["baseline"].setText("5")  # type: ignore[attr-defined]
    desk.fill()
    assert "nothing could be measured" in dialog.form.problem()
    assert desk.workspace.objectives.all() == []


def test_the_ladder_shows_who_carries_whom_and_one_cycle(desk: Desk) -> None:
    company = written(desk, "Recommended unasked", cycle="2025", level="company")
    written(desk, parent_id=company.id)
    written(desk, "Summer calls", cycle="2025 Q3", parent_id=company.id)
    assert ladder(desk) == ["Recommended unasked", f"  {RELAX}", "  Summer calls"]
    view = room(desk)
    cycles = [action.text() for action in view.cycle_menu().actions()]
    assert cycles == ["Every cycle", "2025 Q4", "2025 Q3", "2025"]
    view.cycle_menu().actions()[2].trigger()
    assert ladder(desk) == ["Recommended unasked", "  Summer calls"]
    assert view.cycle_button.text() == "2025 Q3"
    # What is looked for elsewhere is shown although the cycle would hide it.
    made = next(each for each in desk.workspace.objectives.all() if each.text == RELAX)
    desk.page.reveal(Ref("objective", made.id))
    assert view.ladder.current_key() == RowKey("objective", made.id)


def test_key_results_are_read_together_and_taken_back(desk: Desk) -> None:
    made = written(desk, key_results=[CALLS, PHOTO])
    calls, photo = desk.workspace.objectives.key_results(made.id)
    do(desk, "read-key-results", made)
    dialog = desk.dialog()
    assert dialog.form.names()[:2] == [f"reading:{calls.id}", f"reading:{photo.id}"]
    dialog.form.editor(f"reading:{calls.id}").setText("25")  # type: ignore[attr-defined]
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert [each.value for each in desk.workspace.objectives.readings(calls.id)] == [25]
    assert desk.workspace.objectives.readings(photo.id) == []
    assert "41 → 25 → 22 per 100" in said(desk)
    sheet = room(desk).panel.sheet
    assert sheet is not None
    desk.page.do("remove-key-reading", Part(sheet.results[0].reading, calls.id))
    assert desk.workspace.objectives.readings(calls.id) == []
    desk.workspace.history.undo()
    assert len(desk.workspace.objectives.readings(calls.id)) == 1


def test_a_confidence_that_jumps_is_asked_what_changed_it(desk: Desk) -> None:
    made = written(desk)
    desk.workspace.objectives.say_confidence(
        ConfidenceDraft(objective_id=made.id, day=date(2025, 10, 6), confidence=4)
    )
    do(desk, "say-confidence", made)
    dialog = desk.fill(confidence=2)
    assert dialog.form.problem() == "It was 4 before and is 2 now: what changed it?"
    desk.fill(note="The frost came early")
    assert [each.confidence for each in desk.workspace.objectives.confidences(made.id)] == [4, 2]
    assert "The frost came early" in said(desk)
    sheet = room(desk).panel.sheet
    assert sheet is not None
    desk.page.do("remove-confidence", Part(sheet.sure[-1].id, made.id))
    assert [each.confidence for each in desk.workspace.objectives.confidences(made.id)] == [4]


def test_a_grade_is_suggested_given_and_taken_back(desk: Desk) -> None:
    made = written(desk, key_results=[CALLS, PHOTO], ambition="stretch")
    calls, photo = desk.workspace.objectives.key_results(made.id)
    for result, value in ((calls, 31.5), (photo, 56)):
        desk.workspace.objectives.read(
            KeyResultReadingDraft(key_result_id=result.id, day=TODAY, value=value)
        )
    assert "Not graded yet; the key results would make it 0.5." in said(desk)
    do(desk, "grade-objective", made)
    assert desk.dialog().form.editor("grade").value() == 0.5  # type: ignore[attr-defined]
    dialog = desk.fill(grade="1.4")
    assert dialog.form.problem() == "Grade must be at most 1."
    desk.fill(grade="0.7")
    assert desk.workspace.objectives.get(made.id).graded_on == TODAY
    assert "Of a stretch, about two thirds is a good result." in said(desk)
    view = room(desk)
    view.grades_button.click()
    assert view.front.currentWidget() is view._grades_page
    (row,) = [each for each in view.grades.findChildren(ListRow) if each.isVisible()]
    assert "Grade 0.7" in row.accessibleName()
    row.click()
    do(desk, "ungrade-objective", made)
    assert desk.workspace.objectives.get(made.id).grade is None


def test_an_outcome_carries_an_objective_and_each_leads_to_the_other(desk: Desk) -> None:
    made = written(desk)
    desk.page._view(LIST)
    desk.do("edit-outcome", "Nobody chases us")
    desk.fill(objective_id=made.id)
    assert [each.words for each in desk.workspace.objectives.carrying(made.id)] == [
        "Nobody chases us"
    ]
    desk.page.reveal(Ref("objective", made.id))
    sheet = room(desk).panel.sheet
    assert sheet is not None
    assert [way.title for way in sheet.carried_by] == ["Nobody chases us"]
    room(desk).panel.opened.emit(sheet.carried_by[0].key)
    assert desk.page.record() == Ref("outcome", sheet.carried_by[0].key.id)


def test_an_objective_that_would_carry_itself_is_told_at_its_question(desk: Desk) -> None:
    above = written(desk, "Above")
    below = written(desk, "Below", parent_id=above.id)
    do(desk, "edit-objective", above)
    dialog = desk.fill(parent_id=below.id)
    assert "cannot carry itself" in dialog.form.problem()
    assert desk.workspace.objectives.get(above.id).parent_id is None


def test_an_objective_is_removed_and_undo_brings_all_of_it_back(desk: Desk) -> None:
    made = written(desk, key_results=[CALLS])
    do(desk, "remove-objective", made)
    assert not desk.workspace.objectives.any()
    assert desk.told.undoable == [f"Moved the objective “{RELAX}” to the trash"]
    desk.workspace.history.undo()
    assert [each.text for each in desk.workspace.objectives.key_results(made.id)] == [
        "Repeat contacts"
    ]


def test_the_ladder_is_walked_and_opened_by_keyboard(desk: Desk) -> None:
    company = written(desk, "Recommended unasked")
    written(desk, parent_id=company.id)
    view = room(desk)
    view.ladder.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view.ladder, Qt.Key.Key_Down)
    assert view.panel.sheet is not None
    assert view.panel.sheet.row.title == RELAX
    QTest.keyClick(view.ladder, Qt.Key.Key_Up)
    assert view.panel.sheet.row.title == "Recommended unasked"


def test_rungs_are_a_sound_tree(qtmodeltester: ModelTester) -> None:
    model = TreeModel()
    child = Rung(RowKey("objective", "b"), "B")
    model.set_rows([Rung(RowKey("objective", "a"), "A", children=(child,))])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert [row.title for row in every_row([Rung(RowKey("objective", "a"), "A")])] == ["A"]


@pytest.mark.parametrize(
    ("grade", "stretch", "begins"),
    [
        (1.0, False, "The commitment was kept whole."),
        (0.7, False, "A commitment is kept whole; this one was not."),
        (0.7, True, "Of a stretch, about two thirds is a good result."),
        (0.3, True, "Of a stretch, about two thirds would be"),
        (1.0, True, "All of it reached:"),
    ],
)
def test_a_grade_is_read_by_its_ambition(grade: float, stretch: bool, begins: str) -> None:
    assert grade_words(grade, stretch=stretch).startswith(begins)


@pytest.mark.parametrize("wide", [640, 900, 1366])
def test_very_long_words_are_painted_in_their_rung(desk: Desk, wide: int) -> None:
    made = written(desk, "Relax " * 1_500, cycle="Quarter " * 7)
    desk.workspace.objectives.grade(made.id, 0.7)
    desk.page.resize(wide, 700)
    view = room(desk)
    assert not view.ladder.grab().isNull()
    assert view.ladder.sizeHintForIndex(view.ladder.model().index(0, 0)).height() < 300
