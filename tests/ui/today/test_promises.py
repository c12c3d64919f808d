"""All promises on a real journal: add, done, move, drop, edit, reopen, remove, and blockers."""

from datetime import date, timedelta
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from leadjournal.model.action import Action, ActionDraft, ActionType, Blocker, BlockerDraft
from leadjournal.model.catalogue import Ref
from leadjournal.ui.widgets.answers import Answer
from leadjournal.ui.widgets.form import Form
from tests.ui.today.conftest import Day

TODAY = date(2025, 10, 31)


@pytest.fixture
def action(day: Day) -> Action:
    made = day.workspace.actions.add(
        ActionDraft(what="Ring the planner", due_on=TODAY + timedelta(days=1))
    )
    day.page.show_promises()
    return made


@pytest.fixture
def blocker(day: Day) -> Blocker:
    made = day.workspace.blockers.add(BlockerDraft(text="No page for frost", opened_on=TODAY))
    day.page.show_promises()
    return made


def act(day: Day, name: str, id_: str) -> None:
    assert day.page.promises.view.list.choose(id_)
    day.page.promises.view.acts[name].click()


def fill(day: Day, **answers: object) -> Form:
    form = day.form().form
    for name, answer in answers.items():
        cast("Answer", form.editor(name)).set_value(answer)
    return form


def titles(day: Day) -> list[str]:
    model = day.page.promises.view.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_done_is_one_key_and_can_be_taken_back(day: Day, action: Action) -> None:
    view = day.page.promises.view.list
    view.choose(action.id)
    day.press(view, Qt.Key.Key_Space)
    assert day.workspace.actions.get(action.id).done_on == TODAY
    assert day.desk.toast.text() == "Done: Ring the planner"
    day.desk.toast.undone.emit()
    assert day.workspace.actions.get(action.id).done_on is None
    assert titles(day) == ["Promises", "Ring the planner"]


def test_moving_asks_for_a_day_and_remembers_the_old_one(day: Day, action: Action) -> None:
    act(day, "move", action.id)
    form = fill(day, to_due=TODAY + timedelta(days=20), reason="The planner is ill")
    assert form.names() == ["to_due", "reason"]
    scroll = day.form().findChild(QScrollArea)
    assert isinstance(scroll, QScrollArea)
    assert scroll.verticalScrollBar().maximum() == 0
    day.form().save()
    moved = day.workspace.actions.promises()[0]
    assert (moved.due_on, moved.carried) == (TODAY + timedelta(days=20), 1)
    assert day.desk.toast.text() == "Moved to 20 November"


def test_moving_to_the_same_day_is_told_at_its_question(day: Day, action: Action) -> None:
    act(day, "move", action.id)
    form = fill(day, to_due=action.due_on, reason="Because")
    day.form().save()
    assert form.problem() == "It is due on this day already."
    assert form.values()["reason"] == "Because"
    form.set_values({})
    day.form().reject()


def test_dropping_needs_a_reason(day: Day, action: Action) -> None:
    act(day, "drop", action.id)
    dialog = day.form()
    dialog.save()
    assert dialog.form.problem() == "A reason is needed to drop a promise."
    fill(day, reason="Nobody reads it")
    dialog.save()
    dropped = day.workspace.actions.settled()[0]
    assert dropped.dropped_because == "Nobody reads it"
    assert titles(day)[-1] == "Show 1 settled promise"


def test_a_settled_promise_is_found_and_reopened(day: Day, action: Action) -> None:
    day.workspace.actions.done(action.id)
    day.settle()
    day.page.reveal(Ref("action", action.id))
    assert titles(day)[-2:] == ["Hide what is settled", "Ring the planner"]
    act(day, "reopen", action.id)
    assert day.workspace.actions.get(action.id).done_on is None


def test_a_new_promise_may_name_a_new_owner(day: Day) -> None:
    day.page.show_promises()
    day.page.promises.view.add.click()
    form = fill(day, what="Write the playbook", due_on=TODAY, type=ActionType.REMOVE)
    owner = form.editor("owner_id")
    owner.setCurrentText("Priya")  # type: ignore[attr-defined]
    day.form().save()
    promise = day.workspace.actions.promises()[0]
    assert (promise.what, promise.owner, promise.due_on) == ("Write the playbook", "Priya", TODAY)
    assert day.workspace.actions.get(promise.id).type is ActionType.REMOVE
    chosen = day.page.promises.view.list.current()
    assert chosen is not None
    assert chosen.id == promise.id


def test_a_promise_without_words_is_not_kept(day: Day) -> None:
    day.page.promises.add_promise()
    dialog = day.form()
    dialog.save()
    assert dialog.form.problem() == "What is needed."
    assert day.workspace.actions.all() == []
    dialog.reject()


def test_editing_changes_only_what_was_changed(day: Day, action: Action) -> None:
    act(day, "edit", action.id)
    form = fill(day, what="Ring the new planner")
    assert "due_on" not in form.names()
    day.form().save()
    edited = day.workspace.actions.get(action.id)
    assert (edited.what, edited.due_on) == ("Ring the new planner", action.due_on)


def test_editing_nothing_makes_no_step(day: Day, action: Action) -> None:
    before = day.workspace.history.undo_label()
    act(day, "edit", action.id)
    day.form().save()
    assert day.workspace.history.undo_label() == before


def test_removing_is_offered_back(day: Day, action: Action) -> None:
    view = day.page.promises.view.list
    view.choose(action.id)
    day.press(view, Qt.Key.Key_Delete)
    assert day.workspace.actions.all() == []
    assert day.page.promises.view.nothing.isVisible()
    day.desk.toast.undone.emit()
    assert titles(day) == ["Promises", "Ring the planner"]


def test_a_blocker_is_closed(day: Day, blocker: Blocker) -> None:
    assert titles(day)[-2:] == ["In the way", "No page for frost"]
    act(day, "close", blocker.id)
    assert day.workspace.blockers.get(blocker.id).closed_on == TODAY
    assert day.desk.toast.text() == "Out of the way: No page for frost"


def test_a_blocker_is_added_and_edited(day: Day) -> None:
    day.page.show_promises()
    day.page.promises.view.block.click()
    fill(day, text="The board is down", who="Obi", opened_on=TODAY)
    day.form().save()
    made = day.workspace.blockers.open_ones()[0]
    assert (made.text, made.who) == ("The board is down", "Obi")
    act(day, "edit", made.id)
    fill(day, text="The board is down again")
    day.form().save()
    assert day.workspace.blockers.open_ones()[0].text == "The board is down again"


def test_a_promise_that_is_gone_is_told(day: Day, action: Action) -> None:
    row = day.page.promises.view.list.current()
    assert row is not None
    day.workspace.actions.remove(action.id)
    day.page.promises.view.wished.emit("done", row)
    assert day.desk.problems.isVisible()
    day.page.promises.view.wished.emit("edit", row)
    assert day.desk.problems.isVisible()


def test_back_leads_to_the_day(day: Day, action: Action) -> None:
    assert list(day.page.trail()) == ["All promises"]
    day.page.promises.view.back.click()
    assert list(day.page.trail()) == []
    assert day.page.overview.isVisible()
    day.page.overview.waiting.all_promises.click()
    QTest.keyClick(day.page.promises.view.list, Qt.Key.Key_Escape)
    assert day.page.overview.isVisible()


def test_the_list_learns_of_changes_made_elsewhere(day: Day, action: Action) -> None:
    day.workspace.actions.add(ActionDraft(what="Write the playbook"))
    assert titles(day) == ["Promises", "Ring the planner", "Write the playbook"]
