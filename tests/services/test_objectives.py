"""Objectives with key results, readings, confidence and grades; the ladder; who carries whom."""

from datetime import timedelta
from typing import Any

import pytest

from leadjournal.base.errors import InvalidValue, NotFound
from leadjournal.model.objective import (
    ConfidenceDraft,
    KeyResultReadingDraft,
    KeyResultType,
    Objective,
    ObjectiveDraft,
)
from leadjournal.services.objectives import ObjectiveNode
from leadjournal.services.workspace import Workspace
from tests.support.journals import TODAY
from tests.support.records import ago, an_outcome

CALLS = {"text": "Repeat contacts", "baseline": 41.0, "target": 22.0, "unit": "per 100"}
PHOTO = {"text": "Jobs with photo", "type": "output", "baseline": 22.0, "target": 90.0, "unit": "%"}


def an_objective(space: Workspace, text: str = "Customers relax", **more: Any) -> Objective:
    results = more.pop("key_results", None)
    given = {"text": text, "created_on": ago(30), "cycle": "2025 Q4", **more}
    return space.objectives.add(ObjectiveDraft(**given), results)


def texts(nodes: tuple[ObjectiveNode, ...]) -> list[Any]:
    return [(node.text, texts(node.carried_by)) if node.carried_by else node.text for node in nodes]


def test_an_objective_is_written_with_its_key_results_in_one_step(space: Workspace) -> None:
    assert not space.objectives.any()
    made = an_objective(space, key_results=[CALLS, PHOTO])
    found = space.objectives.key_results(made.id)
    assert [(each.text, each.type) for each in found] == [
        ("Repeat contacts", KeyResultType.OUTCOME), ("Jobs with photo", KeyResultType.OUTPUT),
    ]  # fmt: skip
    assert space.history.undo_label() == "Add objective"
    space.history.undo()
    assert not space.objectives.any()


def test_key_results_are_changed_with_their_objective_and_keep_their_readings(
    space: Workspace,
) -> None:
    made = an_objective(space, key_results=[CALLS, PHOTO])
    calls, photo = space.objectives.key_results(made.id)
    space.objectives.read(KeyResultReadingDraft(key_result_id=calls.id, day=TODAY, value=25))
    rows: list[dict[str, Any]] = [
        {"id": calls.id, "text": "Second calls", "target": 20.0},
        {"text": "Texts sent"},
    ]
    space.objectives.edit(made.id, note="Winter", key_results=rows)
    found = {each.text: each for each in space.objectives.key_results(made.id)}
    assert set(found) == {"Second calls", "Texts sent"}
    assert (found["Second calls"].id, found["Second calls"].baseline) == (calls.id, 41.0)
    assert [each.value for each in space.objectives.readings(calls.id)] == [25]
    space.history.undo()
    assert {each.id for each in space.objectives.key_results(made.id)} == {calls.id, photo.id}


@pytest.mark.parametrize("wrong", [{"text": ""}, {"text": "Calls", "baseline": 5, "target": 5}])
def test_a_key_result_that_cannot_be_measured_changes_nothing(
    space: Workspace, wrong: dict[str, Any]
) -> None:
    made = an_objective(space, key_results=[CALLS])
    with pytest.raises(InvalidValue):
        space.objectives.edit(made.id, text="Other", key_results=[wrong])
    assert space.objectives.get(made.id).text == "Customers relax"
    assert [each.text for each in space.objectives.key_results(made.id)] == ["Repeat contacts"]


def test_progress_and_the_suggested_grade_follow_from_readings(space: Workspace) -> None:
    made = an_objective(space, key_results=[CALLS, PHOTO, {"text": "Ask ten customers"}])
    calls, photo, _ask = space.objectives.key_results(made.id)
    for id_, day, value in ((calls.id, ago(20), 31), (calls.id, ago(1), 25), (photo.id, TODAY, 91)):
        space.objectives.read(KeyResultReadingDraft(key_result_id=id_, day=day, value=value))
    (node,) = space.objectives.ladder()
    assert [each.latest for each in node.key_results] == [25, 91, None]
    assert [each.share for each in node.key_results] == [pytest.approx(16 / 19), 1.0, None]
    assert node.share == pytest.approx((16 / 19 + 1) / 2)


def test_a_second_reading_of_a_day_replaces_the_first(space: Workspace) -> None:
    made = an_objective(space, key_results=[CALLS])
    (calls,) = space.objectives.key_results(made.id)
    for value in (30, 25):
        space.objectives.read(KeyResultReadingDraft(key_result_id=calls.id, day=TODAY, value=value))
    assert [each.value for each in space.objectives.readings(calls.id)] == [25]
    tomorrow = KeyResultReadingDraft(key_result_id=calls.id, day=TODAY + timedelta(days=1), value=2)
    with pytest.raises(InvalidValue, match="still to come"):
        space.objectives.read(tomorrow)


def test_a_grade_has_its_day_and_can_be_taken_back(space: Workspace) -> None:
    made = an_objective(space)
    assert space.objectives.grade(made.id, 0.7).graded_on == TODAY
    with pytest.raises(InvalidValue):
        space.objectives.grade(made.id, 1.2)
    with pytest.raises(InvalidValue):
        space.objectives.grade(made.id, 0.5, TODAY + timedelta(days=1))
    taken_back = space.objectives.grade(made.id, None)
    assert (taken_back.grade, taken_back.graded_on) == (None, None)


def test_a_confidence_that_moves_by_two_needs_a_note(space: Workspace) -> None:
    made = an_objective(space)

    def say(confidence: int, days: int, note: str = "") -> None:
        space.objectives.say_confidence(
            ConfidenceDraft(objective_id=made.id, day=ago(days), confidence=confidence, note=note)
        )

    say(3, 20)
    say(4, 10)
    with pytest.raises(InvalidValue) as told:
        say(2, 1)
    assert told.value.field == "note"
    assert str(told.value) == "It was 4 before and is 2 now: what changed it?"
    say(2, 1, "The frost came early")
    # What is written down late is compared with what was said before its day.
    say(3, 15)
    assert [each.confidence for each in space.objectives.confidences(made.id)] == [3, 3, 4, 2]
    with pytest.raises(InvalidValue):
        say(3, -1)


def test_the_ladder_shows_who_carries_whom_and_only_one_cycle(space: Workspace) -> None:
    company = an_objective(space, "Recommended unasked", cycle="2025")
    winter = an_objective(space, "Customers relax", parent_id=company.id)
    an_objective(space, "Nobody asks twice", parent_id=winter.id)
    an_objective(space, "Summer", cycle="2025 Q3", parent_id=company.id)
    assert texts(space.objectives.ladder()) == [
        ("Recommended unasked", [("Customers relax", ["Nobody asks twice"]), "Summer"]),
    ]
    assert texts(space.objectives.ladder("2025 Q3")) == [("Recommended unasked", ["Summer"])]
    assert space.objectives.cycles() == ["2025 Q4", "2025 Q3", "2025"]
    assert texts(space.objectives.ladder("1999")) == []


def test_an_objective_cannot_carry_itself(space: Workspace) -> None:
    above = an_objective(space, "Above")
    below = an_objective(space, "Below", parent_id=above.id)
    for parent in (above.id, below.id):
        with pytest.raises(InvalidValue) as told:
            space.objectives.edit(above.id, parent_id=parent)
        assert told.value.field == "parent_id"
    assert texts(space.objectives.ladder()) == [("Above", ["Below"])]


def test_a_circle_that_came_from_elsewhere_is_cut(space: Workspace) -> None:
    one, two = an_objective(space, "One"), an_objective(space, "Two")
    with space.objectives.journal.writing("Import") as session:
        for id_, parent in ((one.id, two.id), (two.id, one.id)):
            record = session.get(Objective, id_)
            assert record is not None
            record.parent_id = parent
    assert texts(space.objectives.ladder()) in ([("Two", ["One"])], [("One", ["Two"])])


def test_an_objective_is_removed_with_its_parts_and_its_outcomes_stay(space: Workspace) -> None:
    made = an_objective(space, key_results=[CALLS])
    outcome = an_outcome(space, "Nobody chases us", objective_id=made.id)
    below = an_objective(space, "Below", parent_id=made.id)
    assert [each.words for each in space.objectives.carrying(made.id)] == ["Nobody chases us"]
    (calls,) = space.objectives.key_results(made.id)
    space.objectives.remove(made.id)
    with pytest.raises(NotFound):
        space.objectives.key_result(calls.id)
    assert space.outcomes.get(outcome.id).objective_id is None
    assert space.objectives.get(below.id).parent_id is None
    space.history.undo()
    assert space.outcomes.get(outcome.id).objective_id == made.id
    assert space.objectives.key_result(calls.id).text == "Repeat contacts"
