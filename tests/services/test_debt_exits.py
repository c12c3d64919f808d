"""The four ways out of the debt as a user takes them, and what each does besides."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from leadjournal.base.errors import InvalidValue, NotFound, UserMistake
from leadjournal.model.debt_exit import ExitWay
from leadjournal.model.outcome import Outcome, Verdict
from leadjournal.model.output import Output
from leadjournal.services.workspace import Workspace
from tests.support.journals import TODAY
from tests.support.records import a_review, a_why, ago, an_indicator, an_outcome, an_output


@pytest.fixture
def outcome(space: Workspace) -> Outcome:
    """An outcome that is reached, with two finished outputs and an open one."""
    made = an_outcome(space, why=a_why(space))
    an_indicator(space, made, (ago(5), 95.0), horizon="lagging", rhythm="yearly")
    a_review(space, made, ago(3))
    an_output(space, "Checklist", made, size=10.0, finished_on=ago(70))
    an_output(space, "Call script", made, size=3.0, finished_on=ago(50))
    an_output(space, "Leaflet", made)
    return made


def named(space: Workspace, title: str) -> Output:
    return next(output for output in space.outputs.all() if output.title == title)


def waiting(space: Workspace) -> list[str]:
    return [owed.title for row in space.figures.on().debt.rows for owed in row.outputs]


def test_moved_takes_what_is_finished_out_of_the_debt(space: Workspace, outcome: Outcome) -> None:
    owed = {one.title: one.days for one in space.figures.on().debt.rows[0].outputs}
    made = space.debt_exits.leave(outcome.id, ExitWay.MOVED, TODAY, "Callers say so")
    assert waiting(space) == []
    debt = space.figures.on().debt
    assert (debt.total, debt.finished, debt.written_off) == (0, 13, ())
    assert [one.title for one in debt.set_aside] == ["Checklist", "Call script"]
    assert [one.days for one in made] == [owed["Checklist"], owed["Call script"]]
    assert {(one.outcome_id, one.day, one.reason) for one in made} == {
        (outcome.id, TODAY, "Callers say so")
    }
    space.history.undo()
    assert waiting(space) == ["Checklist", "Call script"]


@pytest.mark.parametrize(
    ("unsaid", "sentence"),
    [
        (lambda space, made: space.outcomes.remove_review(_review(space, made)), "No review has"),
        (lambda space, made: a_review(space, made, ago(1), Verdict.PARTLY), "does not say that"),
        (lambda space, made: _read(space, made, 80.0), "80% of the way is gone, and 90% is"),
        (lambda space, made: _guard(space, made), "A guard is beyond its limit."),
        (
            lambda space, made: space.outcomes.edit(made.id, effect_delay_months=24),
            "An effect can be seen from",
        ),
    ],
)
def test_moved_is_computed_and_never_typed(
    space: Workspace,
    outcome: Outcome,
    unsaid: Callable[[Workspace, Outcome], object],
    sentence: str,
) -> None:
    unsaid(space, outcome)
    with pytest.raises(UserMistake, match=sentence):
        space.debt_exits.leave(outcome.id, ExitWay.MOVED, TODAY, "It feels so")
    assert space.debt_exits.all() == []


def test_an_old_review_does_not_say_that_it_has_moved(space: Workspace, outcome: Outcome) -> None:
    space.outcomes.edit_review(_review(space, outcome), day=ago(91))
    with pytest.raises(UserMistake, match="more than 90 days ago"):
        space.debt_exits.leave(outcome.id, ExitWay.MOVED, TODAY, "It was so")


def test_what_has_fallen_back_since_cannot_be_called_moved(
    space: Workspace, outcome: Outcome
) -> None:
    a_review(space, outcome, TODAY, Verdict.NOT_REAL)
    with pytest.raises(UserMistake, match="fallen back"):
        space.debt_exits.leave(outcome.id, ExitWay.MOVED, ago(2), "It was so")


def test_moved_work_counts_again_when_the_outcome_falls_back(
    space: Workspace, outcome: Outcome
) -> None:
    space.debt_exits.leave(outcome.id, ExitWay.MOVED, ago(2), "Callers say so")
    a_review(space, outcome, TODAY, Verdict.NOT_REAL)
    assert waiting(space) == ["Checklist", "Call script"]


def test_stopped_stops_the_outputs_with_the_lesson(space: Workspace, outcome: Outcome) -> None:
    checklist = named(space, "Checklist")
    space.debt_exits.leave(outcome.id, ExitWay.STOPPED, ago(1), "Nobody used it", [checklist.id])
    stopped = named(space, "Checklist")
    assert (stopped.stopped_on, stopped.stopped_because) == (ago(1), "Nobody used it")
    (gone,) = space.figures.on().debt.written_off
    assert (gone.title, gone.days, gone.on) == ("Checklist", 10, ago(1))
    assert waiting(space) == ["Call script"]


def test_stopping_finished_work_is_an_exit_too(space: Workspace, outcome: Outcome) -> None:
    owed = space.figures.on().debt.rows[0].outputs[0].days
    checklist = named(space, "Checklist")
    with pytest.raises(InvalidValue) as refused:
        space.outputs.stop(checklist.id, TODAY, "  ")
    assert refused.value.field == "stopped_because"
    space.outputs.stop(checklist.id, TODAY, "Nobody used it")
    (made,) = space.debt_exits.all()
    assert (made.way, made.day, made.days) == (ExitWay.STOPPED, TODAY, owed)
    assert (made.output_id, made.outcome_id) == (checklist.id, outcome.id)
    space.outputs.reopen(checklist.id)
    assert space.debt_exits.all() == []
    space.outputs.stop(named(space, "Leaflet").id, TODAY, "Not needed")
    assert space.debt_exits.all() == []


def test_rejected_writes_off_and_says_of_the_link_that_the_belief_was_wrong(
    space: Workspace, outcome: Outcome
) -> None:
    checklist = named(space, "Checklist")
    space.debt_exits.leave(outcome.id, ExitWay.REJECTED, ago(1), "It did nothing", [checklist.id])
    (link,) = space.outputs.links(checklist.id)
    assert (link.verdict, link.verdict_on) == (Verdict.NOT_REAL, ago(1))
    assert link.verdict_because == "It did nothing"
    (gone,) = space.figures.on().debt.written_off
    assert (gone.title, gone.because, gone.lesson) == ("Checklist", "rejected", "It did nothing")
    assert named(space, "Checklist").stopped_on is None


def test_a_belief_rejected_as_a_whole_retires_the_outcome_in_one_step(
    space: Workspace, outcome: Outcome
) -> None:
    space.debt_exits.reject(outcome.id, TODAY, "Speed was the wrong number")
    retired = space.outcomes.get(outcome.id)
    assert (retired.retired_on, retired.retired_because) == (TODAY, "Speed was the wrong number")
    assert [row.because for row in space.figures.on().debt.written_off] == ["rejected"] * 2
    space.history.undo()
    assert space.outcomes.get(outcome.id).retired_on is None
    assert waiting(space) == ["Checklist", "Call script"]


def test_a_belief_without_finished_work_can_be_rejected_too(space: Workspace) -> None:
    made = an_outcome(space)
    assert space.debt_exits.reject(made.id, TODAY, "Not worth it") == []
    assert space.outcomes.get(made.id).retired_on == TODAY


def test_work_without_an_outcome_can_be_accepted(space: Workspace) -> None:
    output = an_output(space, "FAQ page", finished_on=ago(70))
    (made,) = space.debt_exits.leave(None, ExitWay.ACCEPTED, TODAY, "Ruth asked", [output.id])
    assert made.outcome_id is None
    assert made.days == pytest.approx(10 * 1.06**2)
    debt = space.figures.on().debt
    assert (debt.total, debt.set_aside_days("accepted")) == (0, made.days)
    for way in (ExitWay.MOVED, ExitWay.REJECTED):
        with pytest.raises(UserMistake, match="Work without an outcome"):
            space.debt_exits.leave(None, way, TODAY, "x")


def test_an_exit_can_be_taken_back_with_what_it_did(space: Workspace, outcome: Outcome) -> None:
    for way in (ExitWay.STOPPED, ExitWay.REJECTED, ExitWay.ACCEPTED, ExitWay.MOVED):
        for made in space.debt_exits.leave(outcome.id, way, TODAY, "A reason"):
            space.debt_exits.take_back(made.id)
        assert waiting(space) == ["Checklist", "Call script"]
        checklist = named(space, "Checklist")
        assert (checklist.stopped_on, checklist.stopped_because) == (None, "")
        assert {link.verdict for link in space.outputs.links(checklist.id)} == {None}


def test_what_cannot_leave_is_told_why(space: Workspace, outcome: Outcome) -> None:
    leave = space.debt_exits.leave
    must = an_output(space, "Audit", outcome, must_do=True, finished_on=ago(9))
    checklist, leaflet = named(space, "Checklist"), named(space, "Leaflet")
    refusals = [
        ([leaflet.id], TODAY, "Leaflet” is not finished"),
        ([must.id], TODAY, "carries no debt"),
        ([checklist.id], ago(80), "was not finished before"),
        (["nowhere"], TODAY, "not in the journal"),
    ]
    for outputs, day, sentence in refusals:
        with pytest.raises(UserMistake, match=sentence):
            leave(outcome.id, ExitWay.ACCEPTED, day, "A reason", outputs)
    with pytest.raises(UserMistake, match="owes nothing here"):
        leave(None, ExitWay.ACCEPTED, TODAY, "A reason", [checklist.id])
    with pytest.raises(NotFound):
        leave("nowhere", ExitWay.ACCEPTED, TODAY, "A reason")
    with pytest.raises(UserMistake, match="Nothing finished waits here"):
        leave(outcome.id, ExitWay.ACCEPTED, ago(90), "A reason")
    assert space.debt_exits.all() == []


@pytest.mark.parametrize(
    ("day", "reason", "field"), [(TODAY, " ", "reason"), (TODAY + timedelta(1), "x", "day")]
)
def test_an_exit_has_a_day_that_has_come_and_a_reason(
    space: Workspace, outcome: Outcome, day: date, reason: str, field: str
) -> None:
    for way in ExitWay:
        with pytest.raises(InvalidValue) as refused:
            space.debt_exits.leave(outcome.id, way, day, reason)
        assert refused.value.field == field
    assert waiting(space) == ["Checklist", "Call script"]


def test_removing_the_outcome_leaves_the_exit_and_the_work_counts_again(
    space: Workspace, outcome: Outcome
) -> None:
    space.debt_exits.leave(outcome.id, ExitWay.MOVED, TODAY, "Callers say so")
    space.outcomes.remove(outcome.id)
    assert {one.outcome_id for one in space.debt_exits.all()} == {None}
    assert sorted(waiting(space)) == ["Call script", "Checklist"]


def _review(space: Workspace, outcome: Outcome) -> str:
    return space.outcomes.reviews(outcome.id)[0].id


def _read(space: Workspace, outcome: Outcome, value: float) -> None:
    an_indicator(space, outcome, (ago(1), value), rhythm="yearly")
    for view in space.indicators.of(outcome.id):
        if view.latest is not None and view.latest.value == 95.0:
            space.indicators.remove(view.indicator.id)


def _guard(space: Workspace, outcome: Outcome) -> None:
    guard = {"guard": "at-most", "guard_limit": 5.0, "baseline": None, "target": None}
    an_indicator(space, outcome, (ago(1), 6.0), **guard)


def test_what_waits_is_told_with_the_ways_that_are_closed(
    space: Workspace, outcome: Outcome
) -> None:
    found = space.debt_exits.waiting(outcome.id, TODAY)
    assert [one.title for one in found.outputs] == ["Checklist", "Call script"]
    assert found.closed == {}
    early = space.debt_exits.waiting(outcome.id, ago(60))
    assert [one.title for one in early.outputs] == ["Checklist"]
    assert early.closed[ExitWay.MOVED].startswith("No review has said yet")
    orphans = space.debt_exits.waiting(None, TODAY)
    assert (orphans.outputs, set(orphans.closed)) == ((), {ExitWay.MOVED, ExitWay.REJECTED})


def test_an_output_tells_by_which_ways_it_left(space: Workspace, outcome: Outcome) -> None:
    checklist = named(space, "Checklist")
    (first,) = space.debt_exits.leave(outcome.id, ExitWay.ACCEPTED, ago(9), "Soon", [checklist.id])
    space.debt_exits.take_back(first.id)
    space.debt_exits.leave(outcome.id, ExitWay.ACCEPTED, ago(5), "We know", [checklist.id])
    (line,) = space.ledger.of_output(checklist.id)
    assert (line.way, line.on, line.reason) == ("accepted", ago(5), "We know")
    assert space.ledger.of_output(named(space, "Call script").id) == ()
    under = space.outcomes.tree().without_why or space.outcomes.tree().whys[0].outcomes
    ways = {one.title: one.way_out and one.way_out.way for one in under[0].outputs}
    assert ways == {"Checklist": "accepted", "Call script": None, "Leaflet": None}


def test_the_exit_of_a_stopped_output_can_be_taken_back_from_the_tree(
    space: Workspace, outcome: Outcome
) -> None:
    checklist = named(space, "Checklist")
    space.outputs.stop(checklist.id, ago(2), "Nobody used it")
    node = space.outcomes.tree().whys[0].outcomes[0].outputs[0]
    assert node.way_out is not None
    space.debt_exits.take_back(node.way_out.id)
    assert waiting(space) == ["Checklist", "Call script"]
    assert named(space, "Checklist").stopped_because == ""
