"""Objectives: the ladder, key results and their readings, confidence, grades."""

from datetime import timedelta
from typing import Any

import pytest

from leadjournal.base.errors import InvalidValue
from leadjournal.model.objective import (
    Confidence,
    ConfidenceDraft,
    KeyResult,
    KeyResultDraft,
    KeyResultReadingDraft,
    Objective,
    ObjectiveDraft,
    ObjectiveLevel,
)
from leadjournal.services.workspace import Workspace
from tests.support.journals import TODAY
from tests.support.records import ago, an_outcome


def an_objective(
    space: Workspace, text: str = "Customers relax after the first call", **more: Any
) -> Objective:
    return space.objectives.add(ObjectiveDraft(**{"text": text, "created_on": ago(60), **more}))


def a_result(space: Workspace, objective: Objective, **more: Any) -> KeyResult:
    given = {"text": "Repeat contacts", "baseline": 41.0, "target": 22.0, **more}
    return space.objectives.add_result(
        KeyResultDraft(objective_id=objective.id, created_on=ago(60), **given)
    )


def read(space: Workspace, result: KeyResult, value: float, days: int = 0) -> None:
    draft = KeyResultReadingDraft(key_result_id=result.id, day=ago(days), value=value)
    space.objectives.read(draft)


def be_sure(
    space: Workspace, objective: Objective, steps: int, days: int = 0, note: str = ""
) -> Confidence:
    return space.objectives.be_sure(
        ConfidenceDraft(objective_id=objective.id, day=ago(days), confidence=steps, note=note)
    )


def test_the_ladder_goes_from_the_company_down(space: Workspace) -> None:
    winter = an_objective(space, "Winter", cycle="2025 Q4")
    company = an_objective(space, "Company", level=ObjectiveLevel.COMPANY)
    an_objective(space, "Other", cycle="2025 Q3")
    space.objectives.edit(winter.id, parent_id=company.id)
    shown = [(one.objective.text, one.depth) for one in space.objectives.ladder()]
    assert shown == [("Company", 0), ("Winter", 1), ("Other", 0)]
    of_cycle = [one.objective.text for one in space.objectives.ladder("2025 Q4")]
    assert of_cycle == ["Company", "Winter"]
    assert space.objectives.cycles() == ["2025 Q4", "2025 Q3"]


def test_a_circle_is_refused_in_a_sentence_and_nothing_changes(space: Workspace) -> None:
    top = an_objective(space, "Top")
    below = an_objective(space, "Below", parent_id=top.id)
    for parent in (below.id, top.id):
        with pytest.raises(InvalidValue, match="cannot carry itself") as told:
            space.objectives.edit(top.id, parent_id=parent)
        assert told.value.field == "parent_id"
    assert space.objectives.get(top.id).parent_id is None
    assert [choice.words for choice in space.objectives.choices(without=top.id)] == []
    assert [choice.words for choice in space.objectives.choices(without=below.id)] == ["Top"]


def test_the_grade_that_follows_is_the_mean_of_the_key_results(space: Workspace) -> None:
    objective = an_objective(space)
    read(space, a_result(space, objective), 25)
    read(space, a_result(space, objective, text="Photos", baseline=22, target=90), 91)
    a_result(space, objective, text="No reading yet")
    view = space.objectives.view(objective.id)
    assert [one.progress for one in view.results] == [pytest.approx(16 / 19), 1.0, None]
    assert view.suggested == 0.9
    space.objectives.grade(objective.id, 0.7, ago(1))
    graded = space.objectives.get(objective.id)
    assert (graded.grade, graded.graded_on) == (0.7, ago(1))
    assert space.history.undo_label() == "Grade objective"
    space.objectives.grade(objective.id, None)
    assert space.objectives.get(objective.id).graded_on is None


def test_grades_lie_between_nothing_and_all_and_not_in_the_future(space: Workspace) -> None:
    objective = an_objective(space)
    for grade in (1.1, -0.1, float("nan")):
        with pytest.raises(InvalidValue):
            space.objectives.grade(objective.id, grade)
    with pytest.raises(InvalidValue, match="still to come"):
        space.objectives.grade(objective.id, 0.5, TODAY + timedelta(days=1))
    assert space.objectives.get(objective.id).grade is None


def test_grades_are_kept_over_the_cycles(space: Workspace) -> None:
    for cycle, grade in (("2025 Q2", 0.4), ("2025 Q4", None), ("2025 Q3", 0.7)):
        an_objective(space, f"In {cycle}", cycle=cycle, grade=grade)
    assert [one.objective.text for one in space.objectives.graded()] == ["In 2025 Q3", "In 2025 Q2"]


def test_a_second_reading_on_a_day_corrects_the_first(space: Workspace) -> None:
    result = a_result(space, an_objective(space))
    read(space, result, 30, 3)
    read(space, result, 27, 3)
    read(space, result, 29, 10)
    view = space.objectives.view(result.objective_id).results[0]
    assert [one.value for one in view.readings] == [29, 27]
    with pytest.raises(InvalidValue, match="already"):
        space.objectives.edit_reading(view.readings[0].id, day=ago(3))
    space.objectives.remove_reading(view.readings[1].id)
    latest = space.objectives.view(result.objective_id).results[0].latest
    assert latest is not None
    assert latest.value == 29


def test_a_reading_cannot_lie_ahead(space: Workspace) -> None:
    result = a_result(space, an_objective(space))
    with pytest.raises(InvalidValue, match="still to come"):
        read(space, result, 30, -1)
    assert space.objectives.view(result.objective_id).results[0].readings == ()


def test_a_confidence_that_leaps_needs_its_reason(space: Workspace) -> None:
    objective = an_objective(space)
    be_sure(space, objective, 4, 14)
    with pytest.raises(InvalidValue, match="two steps") as told:
        be_sure(space, objective, 2, 7)
    assert told.value.field == "note"
    be_sure(space, objective, 2, 7, "Two planners are ill")
    be_sure(space, objective, 3)
    view = space.objectives.view(objective.id)
    assert [one.confidence for one in view.confidences] == [4, 2, 3]
    with pytest.raises(InvalidValue):
        space.objectives.edit_confidence(view.confidences[2].id, confidence=5)
    with pytest.raises(InvalidValue, match="already"):
        space.objectives.edit_confidence(view.confidences[2].id, day=ago(7))
    assert space.objectives.view(objective.id).sure == view.confidences[2]
    be_sure(space, objective, 1)
    corrected = space.objectives.view(objective.id).confidences
    assert [one.confidence for one in corrected] == [4, 2, 1]
    space.objectives.remove_confidence(corrected[0].id)
    assert len(space.objectives.view(objective.id).confidences) == 2


def test_outcomes_that_carry_an_objective_are_named_and_let_go(space: Workspace) -> None:
    company = an_objective(space, "Company", level=ObjectiveLevel.COMPANY)
    below = an_objective(space, "Below", parent_id=company.id)
    outcome = an_outcome(space, objective_id=company.id)
    read(space, a_result(space, company), 25)
    carried = space.objectives.view(company.id).outcomes
    assert [choice.words for choice in carried] == [outcome.statement]
    space.objectives.remove(company.id)
    assert space.outcomes.get(outcome.id).objective_id is None
    assert space.objectives.get(below.id).parent_id is None
    space.history.undo()
    whole = space.objectives.view(company.id)
    assert [len(one.readings) for one in whole.results] == [1]
    assert whole.outcomes == carried


def test_key_results_are_edited_and_removed(space: Workspace) -> None:
    result = a_result(space, an_objective(space))
    space.objectives.edit_result(result.id, target=20.0)
    assert space.objectives.result(result.id).target == 20
    space.objectives.remove_result(result.id)
    assert space.objectives.view(result.objective_id).results == ()
