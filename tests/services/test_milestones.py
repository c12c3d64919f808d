"""Milestones: planned with growth and lasting value, moved with a reason, closed with a lesson."""

from datetime import timedelta
from typing import Any

import pytest

from leadjournal.base.errors import InvalidValue
from leadjournal.model.milestone import Milestone, MilestoneDraft, MilestoneResult
from leadjournal.model.person import PersonDraft
from leadjournal.services.milestones import needs_rewrite
from leadjournal.services.workspace import Workspace
from tests.support.journals import TODAY
from tests.support.records import ago, an_outcome

FROST = "The first frost week passes without a customer waiting overnight"
ENDING: dict[str, Any] = {
    "result": MilestoneResult.PARTLY, "deliverable": 4, "satisfaction": 2,
    "kept": "A two-page guide for the next site",
    "lesson": "Show it to the people at the other end first",
}  # fmt: skip


def a_milestone(space: Workspace, what: str = FROST, **more: Any) -> Milestone:
    growth = more.pop("growth", None)
    given = {"what": what, "created_on": ago(30), "due_on": TODAY + timedelta(days=14), **more}
    return space.milestones.add(MilestoneDraft(**given), growth)


def test_a_milestone_is_planned_with_its_growth_in_one_step(space: Workspace) -> None:
    priya = space.people.add(PersonDraft(first_name="Priya"))
    made = a_milestone(
        space,
        growth=[
            {"person_id": priya.id, "skill": "leading a shift in a crisis", "how": "leads Tuesday"},
            {"skill": "writing the playbook"},
        ],
    )
    assert [row.skill for row in space.milestones.growth(made.id)] == [
        "leading a shift in a crisis", "writing the playbook",
    ]  # fmt: skip
    assert space.history.undo_label() == "Plan a milestone"
    space.history.undo()
    assert space.milestones.all() == []


def test_growth_is_added_changed_and_removed_in_the_step_of_the_milestone(space: Workspace) -> None:
    made = a_milestone(space, growth=[{"skill": "planning"}, {"skill": "thanking"}])
    planning, thanking = space.milestones.growth(made.id)
    rows = [{"id": thanking.id, "skill": "thanking well", "how": "out loud"}, {"skill": "resting"}]
    space.milestones.edit(made.id, edge="No overtime either", growth=rows)
    found = {row.id: row.skill for row in space.milestones.growth(made.id)}
    assert found[thanking.id] == "thanking well"
    assert planning.id not in found
    assert sorted(found.values()) == ["resting", "thanking well"]
    space.history.undo()
    assert [row.skill for row in space.milestones.growth(made.id)] == ["planning", "thanking"]
    assert space.milestones.get(made.id).edge == ""


def test_a_wrong_growth_row_changes_nothing(space: Workspace) -> None:
    made = a_milestone(space, growth=[{"skill": "planning"}])
    with pytest.raises(InvalidValue, match="Learns is needed"):
        space.milestones.edit(made.id, edge="More", growth=[{"skill": ""}])
    assert space.milestones.get(made.id).edge == ""
    assert [row.skill for row in space.milestones.growth(made.id)] == ["planning"]


def test_a_day_that_was_set_moves_only_with_a_reason(space: Workspace) -> None:
    made = a_milestone(space)
    later = TODAY + timedelta(days=21)
    with pytest.raises(InvalidValue) as told:
        space.milestones.edit(made.id, due_on=later)
    assert told.value.field == "moved_because"
    assert space.milestones.get(made.id).due_on == made.due_on
    space.milestones.edit(made.id, due_on=later, moved_because="The frost is late")
    # The reason of the first move is none for the second.
    with pytest.raises(InvalidValue):
        space.milestones.edit(made.id, due_on=None)
    assert space.milestones.get(made.id).due_on == later


def test_the_first_day_of_a_milestone_needs_no_reason(space: Workspace) -> None:
    made = a_milestone(space, due_on=None)
    assert space.milestones.edit(made.id, due_on=TODAY).due_on == TODAY


def test_a_milestone_is_closed_with_what_came_true_and_reopened(space: Workspace) -> None:
    made = a_milestone(space, growth=[{"skill": "explains the board"}, {"skill": "rests"}])
    explains, _rests = space.milestones.growth(made.id)
    space.milestones.close(
        made.id, closed_on=ago(1), able=[explains.id], growth=[{"skill": "asks first"}], **ENDING
    )
    closed = space.milestones.get(made.id)
    assert (closed.result, closed.satisfaction, closed.closed_on) == (
        MilestoneResult.PARTLY, 2, ago(1),
    )  # fmt: skip
    came_true = {row.skill: row.able_on for row in space.milestones.growth(made.id)}
    assert came_true == {"explains the board": ago(1), "rests": None, "asks first": ago(1)}
    assert space.history.undo_label() == "Close a milestone"
    space.milestones.reopen(made.id)
    opened = space.milestones.get(made.id)
    assert (opened.closed_on, opened.result, opened.lesson, opened.kept) == (None, None, "", "")
    assert {row.able_on for row in space.milestones.growth(made.id)} == {None}


@pytest.mark.parametrize(
    ("ending", "field"),
    [
        ({"closed_on": TODAY + timedelta(days=1)}, "closed_on"),
        ({"closed_on": ago(31)}, "closed_on"),
        ({"lesson": " "}, "lesson"),
        ({"result": None}, "result"),
        ({"satisfaction": None}, "satisfaction"),
        ({"deliverable": None}, "deliverable"),
        ({"satisfaction": 6}, "satisfaction"),
        ({"deliverable": 0}, "deliverable"),
    ],
)
def test_a_milestone_is_not_closed_by_halves(
    space: Workspace, ending: dict[str, Any], field: str
) -> None:
    made = a_milestone(space)
    with pytest.raises(InvalidValue) as told:
        space.milestones.close(made.id, **{**ENDING, **ending})
    assert told.value.field == field
    assert space.milestones.get(made.id).closed_on is None


def test_what_is_no_longer_needed_is_not_judged(space: Workspace) -> None:
    made = a_milestone(space)
    closed = space.milestones.close(
        made.id, result=MilestoneResult.NO_LONGER_NEEDED, lesson="Ask before you plan"
    )
    assert (closed.satisfaction, closed.closed_on) == (None, TODAY)


def test_open_milestones_come_first_by_day_and_closed_ones_newest_first(space: Workspace) -> None:
    outcome = an_outcome(space, "Warm")
    for what, due in (("Late", TODAY + timedelta(days=40)), ("Some day", None), ("Now", ago(2))):
        a_milestone(space, what, due_on=due, outcome_id=outcome.id)
    for what, day in (("Older", ago(20)), ("Newer", ago(10))):
        space.milestones.close(a_milestone(space, what).id, closed_on=day, **ENDING)
    rows = space.milestones.listing()
    assert [row.what for row in rows] == ["Now", "Late", "Some day", "Newer", "Older"]
    assert [row.what for row in rows if row.overdue(TODAY)] == ["Now"]
    assert [row.what for row in space.milestones.of_outcome(outcome.id)] == [
        "Now", "Late", "Some day",
    ]  # fmt: skip
    assert (rows[0].outcome, rows[3].outcome) == ("Warm", "")


def test_what_stays_is_listed_across_closed_milestones(space: Workspace) -> None:
    space.milestones.close(a_milestone(space, "Nothing").id, **{**ENDING, "kept": ""})
    space.milestones.close(a_milestone(space, "Board live").id, closed_on=ago(3), **ENDING)
    a_milestone(space, "Open", kept="Not yet")
    assert [(kept.what, kept.kept) for kept in space.milestones.library()] == [
        ("Board live", "A two-page guide for the next site"),
    ]


def test_an_outcome_that_is_removed_leaves_its_milestones(space: Workspace) -> None:
    outcome = an_outcome(space)
    made = a_milestone(space, outcome_id=outcome.id)
    space.outcomes.remove(outcome.id)
    assert space.milestones.get(made.id).outcome_id is None


def test_qualities_under_three_ask_for_a_rewrite() -> None:
    draft = MilestoneDraft(what=FROST, created_on=TODAY, purpose=5, realism=2, clarity=3)
    assert needs_rewrite(draft) == ["realism"]


def test_today_tells_of_a_milestone_four_weeks_ahead_and_when_it_is_overdue(
    space: Workspace,
) -> None:
    outcome = an_outcome(space, "Warm", created_on=ago(5))
    a_milestone(space, "Soon", due_on=TODAY + timedelta(days=28), outcome_id=outcome.id)
    a_milestone(space, "Later", due_on=TODAY + timedelta(days=29))
    a_milestone(space, "Overdue", due_on=ago(1))
    space.milestones.close(a_milestone(space, "Closed", due_on=ago(2)).id, **ENDING)
    lines = [
        (line.title, line.second, line.overdue)
        for line in space.today.waiting()
        if line.ref is not None and line.ref.kind == "milestone"
    ]
    assert lines == [
        ("Overdue", "Milestone, for no outcome yet", True),
        ("Soon", "Milestone for: Warm", False),
    ]
