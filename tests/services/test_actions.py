"""Promises: done, moved or dropped with a reason; and blockers."""

from datetime import date, timedelta

import pytest

from leadjournal.base.errors import InvalidValue
from leadjournal.model.action import BlockerDraft
from leadjournal.services.workspace import Workspace
from tests.support.journals import TODAY
from tests.support.records import ago, an_action, an_outcome

MONDAY = date(2025, 10, 20)
"""Of the last full week; today is the Friday of the week after."""


def counted(space: Workspace) -> tuple[int, int]:
    """Promises kept and due in the last full week, as momentum counts them."""
    week = space.figures.on().momentum.weeks[-1]
    assert week.monday == MONDAY
    return week.counts.kept, week.counts.due


@pytest.fixture
def space(space: Workspace) -> Workspace:
    """A journal that began weeks ago."""
    space.entries.capture("Begun", date(2025, 9, 1))
    return space


def test_open_promises_come_oldest_first_and_those_without_a_day_last(space: Workspace) -> None:
    outcome, omar = an_outcome(space, "Warm"), space.people.named("Omar")
    an_action(space, "Some day")
    an_action(space, "Later", due_on=TODAY + timedelta(days=3))
    an_action(space, "Overdue", due_on=ago(3), owner_id=omar.id, outcome_id=outcome.id)
    rows = space.actions.promises()
    assert [row.what for row in rows] == ["Overdue", "Later", "Some day"]
    assert (rows[0].owner, rows[0].outcome, rows[0].carried) == ("Omar", "Warm", 0)


def test_a_promise_done_on_its_day_is_kept(space: Workspace) -> None:
    action = an_action(space, due_on=MONDAY)
    assert counted(space) == (0, 1)
    space.actions.done(action.id, MONDAY)
    assert counted(space) == (1, 1)
    assert space.actions.promises() == []
    assert space.actions.settled()[0].settled_on == MONDAY
    assert space.history.undo_label() == "Mark an action done"


def test_a_promise_done_late_is_not_kept(space: Workspace) -> None:
    action = an_action(space, due_on=MONDAY)
    space.actions.done(action.id)
    assert counted(space) == (0, 1)


def test_a_promise_moved_when_its_day_had_passed_was_still_due_then(space: Workspace) -> None:
    action = an_action(space, due_on=MONDAY)
    space.actions.move(action.id, TODAY + timedelta(days=7), "The part is late")
    assert space.actions.get(action.id).due_on == TODAY + timedelta(days=7)
    assert space.actions.promises()[0].carried == 1
    assert counted(space) == (0, 1)
    (promise,) = space.figures.facts().promises
    assert [(move.on, move.from_due) for move in promise.moves] == [(TODAY, MONDAY)]


def test_a_promise_moved_in_time_is_due_on_its_new_day_only(space: Workspace) -> None:
    action = an_action(space, due_on=TODAY + timedelta(days=2))
    space.actions.move(action.id, TODAY + timedelta(days=9), "Agreed with Ines")
    assert counted(space) == (0, 0)
    space.history.undo()
    assert space.actions.promises()[0].carried == 0
    assert space.actions.get(action.id).due_on == TODAY + timedelta(days=2)


def test_moving_to_the_same_day_is_no_move(space: Workspace) -> None:
    action = an_action(space, due_on=TODAY)
    with pytest.raises(InvalidValue) as told:
        space.actions.move(action.id, TODAY, "")
    assert told.value.field == "to_due"


@pytest.mark.parametrize(
    ("to", "reason", "field"),
    [
        (date(1800, 1, 1), "", "to_due"),
        (TODAY + timedelta(days=1), "x" * 401, "reason"),
    ],
)
def test_a_move_keeps_to_what_can_be(space: Workspace, to: date, reason: str, field: str) -> None:
    action = an_action(space, due_on=TODAY)
    with pytest.raises(InvalidValue) as told:
        space.actions.move(action.id, to, reason)
    assert told.value.field == field
    assert space.actions.promises()[0].carried == 0


def test_the_reason_of_a_move_is_stored_as_clean_text(space: Workspace) -> None:
    action = an_action(space, due_on=TODAY)
    space.actions.move(action.id, TODAY + timedelta(days=1), "half \ud83d sign\x00")
    assert space.actions.promises()[0].carried == 1
    assert space.backups.check().ok


def test_dropping_a_promise_needs_a_reason(space: Workspace) -> None:
    action = an_action(space, due_on=MONDAY)
    for nothing in ("", "  \n"):
        with pytest.raises(InvalidValue) as told:
            space.actions.drop(action.id, nothing)
        assert told.value.field == "reason"
    space.actions.drop(action.id, "Nobody needs it")
    assert counted(space) == (0, 0)
    row = space.actions.settled()[0]
    assert (row.settled_on, row.dropped_because) == (TODAY, "Nobody needs it")


def test_a_promise_that_was_settled_can_be_opened_again(space: Workspace) -> None:
    done, dropped = an_action(space, "Done"), an_action(space, "Dropped")
    space.actions.done(done.id)
    space.actions.drop(dropped.id, "No")
    assert len(space.actions.settled(limit=1)) == 1
    for action in (done, dropped):
        space.actions.reopen(action.id)
    assert {row.what for row in space.actions.promises()} == {"Done", "Dropped"}
    assert space.actions.settled() == []


def test_a_promise_is_done_or_dropped_and_never_both(space: Workspace) -> None:
    action = an_action(space, due_on=MONDAY)
    space.actions.drop(action.id, "Nobody needs it")
    kept = space.actions.done(action.id, MONDAY)
    assert (kept.dropped_on, kept.dropped_because) == (None, "")
    assert counted(space) == (1, 1)
    assert space.actions.drop(action.id, "After all not").done_on is None


def test_a_promise_with_its_moves_is_removed_and_brought_back(space: Workspace) -> None:
    action = an_action(space, due_on=MONDAY)
    space.actions.move(action.id, TODAY, "Late")
    before = space.figures.facts()
    space.actions.remove(action.id)
    assert space.figures.facts().promises == ()
    space.history.undo()
    assert space.figures.facts() == before


def test_blockers_are_open_until_they_are_closed(space: Workspace) -> None:
    later = space.blockers.add(BlockerDraft(text="No key", opened_on=ago(2)))
    older = space.blockers.add(BlockerDraft(text="No van", opened_on=ago(9)))
    assert [one.text for one in space.blockers.open_ones()] == ["No van", "No key"]
    space.blockers.close(older.id)
    assert [one.text for one in space.blockers.open_ones()] == ["No key"]
    assert space.history.undo_label() == "Close a blocker"
    space.blockers.reopen(older.id)
    space.blockers.close(later.id, ago(1))
    assert space.blockers.get(later.id).closed_on == ago(1)
    assert [one.text for one in space.blockers.open_ones()] == ["No van"]
