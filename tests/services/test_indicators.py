"""Indicators, their readings, and what changes about them from a day on."""

import math
from datetime import timedelta
from typing import Any

import pytest

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import InvalidValue, NotFound
from leadjournal.model.indicator import (
    Cause,
    Direction,
    Guard,
    Indicator,
    IndicatorKind,
    ReadingDraft,
)
from leadjournal.services.workspace import Workspace
from tests.support.journals import TODAY
from tests.support.records import ago, an_indicator, an_outcome, an_output


def test_readings_are_shown_oldest_first_with_how_far_the_way_is_gone(space: Workspace) -> None:
    outcome = an_outcome(space)
    an_indicator(space, outcome, (ago(2), 40.0), (ago(30), 10.0))
    (view,) = space.indicators.of(outcome.id)
    assert [reading.value for reading in view.readings] == [10.0, 40.0]
    assert view.latest is not None
    assert view.latest.value == 40.0
    assert (view.progress, view.target, view.limit, view.weight) == (0.4, 100.0, None, 1.0)


def test_guards_come_last_and_have_no_way_to_go(space: Workspace) -> None:
    outcome = an_outcome(space)
    an_indicator(space, outcome, (TODAY, 3.0), guard=Guard.AT_MOST, guard_limit=5.0, name="Guard")
    an_indicator(space, outcome, (TODAY, 50.0), name="Sign")
    views = space.indicators.of(outcome.id)
    assert [(view.indicator.name, view.progress) for view in views] == [
        ("Sign", 0.5),
        ("Guard", None),
    ]
    assert views[1].limit == 5.0


def test_a_second_reading_on_the_same_day_corrects_the_first(space: Workspace) -> None:
    outcome = an_outcome(space)
    indicator = an_indicator(space, outcome, (TODAY, 4.0))
    again = ReadingDraft(indicator_id=indicator.id, day=TODAY, value=5.0, note="counted again")
    space.indicators.read(again)
    (view,) = space.indicators.of(outcome.id)
    assert [(one.value, one.note) for one in view.readings] == [(5.0, "counted again")]
    space.history.undo()
    assert [one.value for one in space.indicators.of(outcome.id)[0].readings] == [4.0]


def test_a_reading_cannot_be_moved_onto_the_day_of_another(space: Workspace) -> None:
    outcome = an_outcome(space)
    indicator = an_indicator(space, outcome, (ago(1), 4.0), (TODAY, 6.0))
    first = space.indicators.of(outcome.id)[0].readings[0]
    with pytest.raises(InvalidValue) as told:
        space.indicators.edit_reading(first.id, day=TODAY)
    assert told.value.field == "day"
    space.indicators.edit_reading(first.id, day=ago(2), value=3.0)
    readings = space.indicators.of(outcome.id)[0].readings
    assert [(one.day, one.value) for one in readings] == [(ago(2), 3.0), (TODAY, 6.0)]
    assert indicator.id == readings[0].indicator_id


def test_a_reading_can_be_removed(space: Workspace) -> None:
    outcome = an_outcome(space)
    an_indicator(space, outcome, (TODAY, 6.0))
    space.indicators.remove_reading(space.indicators.of(outcome.id)[0].readings[0].id)
    assert space.indicators.of(outcome.id)[0].latest is None
    assert space.history.undo_label() == "Remove reading"


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, 10**400, "much", None])
def test_a_reading_is_a_number(value: Any) -> None:
    with pytest.raises(InvalidValue) as told:
        ReadingDraft(indicator_id="one", day=TODAY, value=value)
    assert told.value.field == "value"
    assert str(told.value).startswith("Value ")


def test_a_reading_of_nothing_is_not_kept(space: Workspace) -> None:
    with pytest.raises(NotFound):
        space.indicators.read(ReadingDraft(indicator_id="gone", day=TODAY, value=1))


def test_before_the_first_reading_another_target_is_a_correction(space: Workspace) -> None:
    outcome = an_outcome(space)
    indicator = an_indicator(space, outcome)
    space.indicators.edit(indicator.id, target=60)
    (view,) = space.indicators.of(outcome.id)
    assert (view.indicator.target, view.changes) == (60.0, ())


def test_another_target_counts_from_today_and_the_past_keeps_the_old_one(
    space: Workspace,
) -> None:
    outcome = an_outcome(space)
    an_output(space, outcome=outcome, finished_on=ago(60))
    indicator = an_indicator(space, outcome, (ago(5), 50.0))
    past = space.figures.on(ago(1)).debt
    space.indicators.edit(indicator.id, target=50, name="Fixed at once")
    now, then = space.indicators.of(outcome.id), space.indicators.of(outcome.id, ago(1))
    assert [(view[0].target, view[0].progress) for view in (now, then)] == [
        (50.0, 1.0),
        (100.0, 0.5),
    ]
    assert space.figures.on(ago(1)).debt == past
    assert space.figures.on().debt.rows[0].evidence.share == pytest.approx(0.8)


def test_another_weight_and_limit_count_from_today_too(space: Workspace) -> None:
    outcome = an_outcome(space)
    sign = an_indicator(space, outcome, (ago(5), 50.0))
    guard = an_indicator(
        space, outcome, (ago(5), 4.0), guard=Guard.AT_MOST, guard_limit=5.0, name="Guard"
    )
    past = space.figures.facts(), [space.figures.on(ago(days)) for days in (1, 4)]
    space.indicators.edit(sign.id, weight=4)
    space.indicators.edit(guard.id, guard_limit=3)
    views = space.indicators.of(outcome.id)
    assert [(view.weight, view.limit) for view in views] == [(4.0, None), (1.0, 3.0)]
    assert [space.figures.on(ago(days)) for days in (1, 4)] == past[1]


def test_of_two_changes_on_one_day_the_later_one_holds(space: Workspace, clock: FixedClock) -> None:
    outcome = an_outcome(space)
    indicator = an_indicator(space, outcome, (ago(5), 50.0))
    space.indicators.edit(indicator.id, target=80)
    clock.moment += timedelta(minutes=1)
    space.indicators.edit(indicator.id, target=70)
    assert space.indicators.of(outcome.id)[0].target == 70.0
    assert space.indicators.of(outcome.id, ago(1))[0].target == 100.0


def test_the_same_target_again_is_no_change(space: Workspace) -> None:
    outcome = an_outcome(space)
    indicator = an_indicator(space, outcome, (ago(5), 50.0))
    space.indicators.edit(indicator.id, target="100", weight=1)
    assert space.indicators.of(outcome.id)[0].changes == ()


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"weight": 9}, "weight", "Weight must be at most 5."),
        ({"weight": 0}, "weight", "Weight must be at least 1."),
        ({"target": math.nan}, "target", "Target is out of range or of the wrong form."),
        ({"target": "soon"}, "target", "Target is out of range or of the wrong form."),
    ],
)
def test_a_change_from_today_keeps_to_the_limits_as_well(
    space: Workspace, changes: dict[str, Any], field: str, sentence: str
) -> None:
    outcome = an_outcome(space)
    indicator = an_indicator(space, outcome, (ago(5), 50.0))
    with pytest.raises(InvalidValue) as told:
        space.indicators.edit(indicator.id, **changes)
    assert (told.value.field, str(told.value)) == (field, sentence)
    assert space.indicators.of(outcome.id)[0].changes == ()


def test_an_indicator_of_the_work_proves_nothing(space: Workspace) -> None:
    outcome = an_outcome(space)
    an_output(space, outcome=outcome, finished_on=ago(10), size=5)
    an_indicator(space, outcome, (TODAY, 100.0), kind=IndicatorKind.ACTIVITY)
    assert space.figures.on().debt.total == pytest.approx(5)


def test_removing_an_indicator_takes_its_readings_and_changes(space: Workspace) -> None:
    outcome = an_outcome(space)
    indicator = an_indicator(space, outcome, (ago(5), 50.0))
    space.indicators.edit(indicator.id, target=70)
    space.indicators.remove(indicator.id)
    assert space.figures.facts().indicators == ()
    space.history.undo()
    assert space.indicators.of(outcome.id)[0].target == 70.0


def test_several_readings_are_one_step(space: Workspace) -> None:
    outcome = an_outcome(space)
    signs = [an_indicator(space, outcome, name=name) for name in ("A", "B")]
    space.indicators.read_all(
        ReadingDraft(indicator_id=sign.id, day=TODAY, value=2.0) for sign in signs
    )
    assert [len(view.readings) for view in space.indicators.of(outcome.id)] == [1, 1]
    assert space.history.undo_label() == "Add readings"
    space.history.undo()
    assert [len(view.readings) for view in space.indicators.of(outcome.id)] == [0, 0]


def test_one_reading_that_cannot_be_keeps_all_of_them_out(space: Workspace) -> None:
    outcome = an_outcome(space)
    sign = an_indicator(space, outcome)
    tomorrow = TODAY + timedelta(days=1)
    drafts = [ReadingDraft(indicator_id=sign.id, day=day, value=2.0) for day in (TODAY, tomorrow)]
    with pytest.raises(InvalidValue, match="still to come"):
        space.indicators.read_all(drafts)
    (view,) = space.indicators.of(outcome.id)
    assert view.readings == ()


def test_a_reading_is_not_moved_to_a_day_to_come(space: Workspace) -> None:
    outcome = an_outcome(space)
    an_indicator(space, outcome, (TODAY, 4.0))
    (view,) = space.indicators.of(outcome.id)
    with pytest.raises(InvalidValue, match="still to come"):
        space.indicators.edit_reading(view.readings[0].id, day=TODAY + timedelta(days=1))
    assert space.indicators.of(outcome.id)[0].readings[0].day == TODAY


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"unit": ""}, "unit"),
        ({"target": 0.0}, "target"),
        ({"target": -5.0}, "target"),
        ({"direction": Direction.DOWN}, "target"),
        ({"guard": Guard.AT_MOST}, "guard_limit"),
    ],
)
def test_a_measure_that_cannot_be_measured_is_refused(
    space: Workspace, more: dict[str, Any], field: str
) -> None:
    outcome = an_outcome(space)
    with pytest.raises(InvalidValue) as told:
        an_indicator(space, outcome, **more)
    assert told.value.field == field
    assert space.indicators.of(outcome.id) == []


def test_an_old_fault_is_told_only_when_it_is_touched(space: Workspace) -> None:
    outcome = an_outcome(space)
    made = an_indicator(space, outcome)
    journal = space.indicators.journal
    with journal.writing("As an older version kept it") as session:
        old = session.get(Indicator, made.id)
        assert old is not None
        old.unit = ""
    space.indicators.edit(made.id, name="Another name", weight=3)
    with pytest.raises(InvalidValue) as told:
        space.indicators.edit(made.id, target=90.0)
    assert told.value.field == "unit"
    assert space.indicators.get(made.id).target == 100.0
    space.indicators.edit(made.id, target=90.0, unit="%")
    assert space.indicators.get(made.id).target == 90.0


def test_a_target_changes_from_a_day_on_with_reason_and_cause(space: Workspace) -> None:
    outcome = an_outcome(space)
    made = an_indicator(space, outcome, (ago(60), 40.0))
    space.indicators.change_target(made.id, 80.0, ago(30), "Fewer people", Cause.OUTSIDE)
    then, now = space.indicators.of(outcome.id, ago(31))[0], space.indicators.of(outcome.id)[0]
    assert (then.target, then.progress) == (100.0, 0.4)
    assert (now.target, now.progress) == (80.0, 0.5)
    (change,) = now.changes
    assert (change.old, change.new, change.reason) == (100.0, 80.0, "Fewer people")
    assert (change.cause, change.recorded_on) == (Cause.OUTSIDE, TODAY)
    assert space.history.undo_label() == "Change a target"
    space.history.undo()
    assert space.indicators.of(outcome.id)[0].target == 100.0


@pytest.mark.parametrize("new", [100.0, 0.0, -1.0])
def test_a_target_that_is_none_is_refused_and_nothing_is_kept(space: Workspace, new: float) -> None:
    outcome = an_outcome(space)
    made = an_indicator(space, outcome, (ago(60), 40.0))
    with pytest.raises(InvalidValue) as told:
        space.indicators.change_target(made.id, new, TODAY, "So")
    assert told.value.field == "target"
    assert space.indicators.of(outcome.id)[0].changes == ()


def test_of_a_guard_the_limit_changes(space: Workspace) -> None:
    outcome = an_outcome(space)
    guard = {"guard": Guard.AT_MOST, "guard_limit": 5.0, "target": None, "unit": ""}
    made = an_indicator(space, outcome, (ago(60), 4.0), **guard)
    space.indicators.change_target(made.id, 4.5, ago(10), "Stricter")
    assert space.indicators.of(outcome.id)[0].limit == 4.5
    assert space.indicators.of(outcome.id, ago(11))[0].limit == 5.0
