"""Closing a cycle: what is proposed, what is written in one step, what is refused."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import InvalidValue, NotFound
from leadjournal.model.cycle import CycleChoice, CycleDraft
from leadjournal.model.outcome import Outcome, OutcomeStatus, Verdict
from leadjournal.rules.periods import quarter_of
from leadjournal.services.cycles import Score, field_of
from leadjournal.services.workspace import Workspace
from tests.support.journals import TODAY, rows
from tests.support.records import a_review, ago, an_indicator, an_outcome, an_output

Q3 = (date(2025, 7, 1), date(2025, 9, 30))
KEEP, CHANGE, STOP = CycleChoice.KEEP, CycleChoice.CHANGE, CycleChoice.STOP


def a_cycle(**more: Any) -> CycleDraft:
    given = {"name": "2025 Q3", "since": Q3[0], "until": Q3[1], "closed_on": TODAY}
    return CycleDraft(**{**given, "lesson": "Ask the people first", **more})


def shown_at_half(space: Workspace, statement: str = "Warm after one visit") -> Outcome:
    outcome = an_outcome(space, statement)
    an_indicator(space, outcome, (ago(40), 0), (ago(3), 50))
    a_review(space, outcome, ago(2), Verdict.REAL)
    an_output(space, outcome=outcome, size=8, finished_on=ago(10))
    return outcome


@given(st.dates(date(1900, 1, 1), date(2190, 1, 1)))
def test_a_quarter_is_three_whole_months_around_its_day(day: date) -> None:
    first, last = quarter_of(day)
    assert first <= day <= last
    assert (first.day, first.month % 3) == (1, 1)
    assert quarter_of(last) == (first, last)
    assert quarter_of(date.fromordinal(last.toordinal() + 1))[0] > last


@pytest.mark.parametrize(
    ("day", "name", "since", "until"),
    [
        (date(2025, 10, 31), "2025 Q3", *Q3),
        (date(2025, 9, 16), "2025 Q3", *Q3),
        (date(2025, 9, 15), "2025 Q2", date(2025, 4, 1), date(2025, 6, 30)),
        (date(2026, 1, 2), "2025 Q4", date(2025, 10, 1), date(2025, 12, 31)),
        (date(2025, 12, 20), "2025 Q4", date(2025, 10, 1), date(2025, 12, 31)),
    ],
)
def test_the_last_full_quarter_is_proposed_or_the_one_that_is_nearly_over(
    space: Workspace, day: date, name: str, since: date, until: date
) -> None:
    found = space.cycles.proposal(day)
    assert (found.name, found.since, found.until, found.closed_on) == (name, since, until, day)


def test_after_the_last_quarter_is_closed_the_present_one_is_proposed(space: Workspace) -> None:
    space.cycles.close(a_cycle(), [])
    assert space.cycles.proposal().name == "2025 Q4"


def test_each_active_outcome_is_proposed_with_what_is_shown_of_it(space: Workspace) -> None:
    outcome = shown_at_half(space)
    an_outcome(space, "A draft", active_on=None)
    an_outcome(space, "Of the next quarter", active_on=ago(5))
    gone = an_outcome(space, "Given up")
    space.outcomes.retire(gone.id, ago(40), "Nobody asked")
    (standing,) = space.cycles.proposal().standings
    assert (standing.outcome_id, standing.statement) == (outcome.id, "Warm after one visit")
    assert (standing.shown, standing.score, standing.choice) == (0.5, 0.5, KEEP)
    assert (standing.verdict, standing.verdict_on) == (Verdict.REAL, ago(2))
    assert standing.debt == pytest.approx(space.figures.on().debt.total) == pytest.approx(4)


def test_the_share_is_that_of_the_closing_day(space: Workspace) -> None:
    outcome = shown_at_half(space)
    (then,) = space.cycles.standings(Q3[1], ago(4))
    assert (then.shown, then.verdict) == (0, None)
    assert then.debt == pytest.approx(8)
    space.cycles.close(a_cycle(closed_on=ago(4)), [Score(outcome.id, 0.4, KEEP)])
    ((_cycle, score),) = space.cycles.of_outcome(outcome.id)
    assert (score.score, score.shown) == (0.4, 0)


def test_closing_is_one_step_that_undo_takes_back_whole(space: Workspace) -> None:
    kept, changed, stopped = (shown_at_half(space, name) for name in ("Keep", "Change", "Stop"))
    before = rows(space.cycles.journal)
    scores = [
        Score(kept.id, 0.5, KEEP),
        Score(changed.id, 0.3, CHANGE, "Name the hour"),
        Score(stopped.id, 0, STOP, "Nobody waited for it"),
    ]
    space.cycles.close(a_cycle(), scores)
    assert space.history.undo_label() == "Close cycle"
    (closed,) = space.cycles.listing()
    found = [(each.statement, each.score.choice, each.score.shown) for each in closed.scores]
    assert found == [("Keep", KEEP, 0.5), ("Change", CHANGE, 0.5), ("Stop", STOP, 0.5)]
    retired = space.outcomes.get(stopped.id)
    assert (retired.retired_on, retired.retired_because) == (TODAY, "Nobody waited for it")
    for outcome in (kept, changed):
        assert space.outcomes.get(outcome.id).status is OutcomeStatus.ACTIVE
        assert len(space.outcomes.reviews(outcome.id)) == 1
    space.history.undo()
    assert rows(space.cycles.journal) == before
    space.history.redo()
    assert space.outcomes.get(stopped.id).status is OutcomeStatus.RETIRED


def test_what_was_shown_stays_as_it_was_on_the_day(space: Workspace) -> None:
    outcome = shown_at_half(space)
    space.cycles.close(a_cycle(), [Score(outcome.id, 0.5, KEEP)])
    a_review(space, outcome, TODAY, Verdict.NOT_REAL)
    assert space.cycles.of_outcome(outcome.id)[0][1].shown == 0.5


def test_an_outcome_keeps_its_scores_over_cycles_newest_first(space: Workspace) -> None:
    outcome = shown_at_half(space)
    quarters = {"2025 Q2": (date(2025, 4, 1), date(2025, 6, 30)), "2025 Q3": Q3}
    for score, (name, (since, until)) in enumerate(quarters.items()):
        draft = a_cycle(name=name, since=since, until=until)
        space.cycles.close(draft, [Score(outcome.id, score / 10, KEEP)])
    found = [(cycle.name, score.score) for cycle, score in space.cycles.of_outcome(outcome.id)]
    assert found == [("2025 Q3", 0.1), ("2025 Q2", 0)]
    assert [each.cycle.name for each in space.cycles.listing()] == ["2025 Q3", "2025 Q2"]


@pytest.mark.parametrize(
    ("changes", "field", "says"),
    [
        ({"lesson": "  "}, "lesson", "Lesson is needed"),
        ({"name": ""}, "name", "Cycle is needed"),
        ({"since": date(2025, 10, 1)}, "until", "cannot end before it begins"),
        ({"closed_on": date(2025, 11, 1)}, "closed_on", "1 November is still to come"),
        ({"closed_on": date(2025, 6, 30)}, "closed_on", "cannot be closed before it begins"),
    ],
)
def test_a_cycle_that_cannot_be_is_refused_and_nothing_is_written(
    space: Workspace, changes: dict[str, Any], field: str, says: str
) -> None:
    outcome = shown_at_half(space)
    before = rows(space.cycles.journal)
    with pytest.raises(InvalidValue, match=says) as told:
        space.cycles.close(a_cycle(**changes), [Score(outcome.id, 0.5, KEEP)])
    assert told.value.field == field
    assert rows(space.cycles.journal) == before


@pytest.mark.parametrize(
    ("score", "field", "says"),
    [
        ((1.1, KEEP, ""), "score", "Score must be at most 1"),
        ((-0.1, KEEP, ""), "score", "Score must be at least 0"),
        ((float("nan"), KEEP, ""), "score", "Score"),
        ((0.5, STOP, " "), "note", "What was learned is needed: it is what stays"),
        ((0.5, KEEP, "x" * 601), "note", "at most 600 characters"),
    ],
)
def test_a_score_that_cannot_be_is_told_at_its_outcome(
    space: Workspace, score: Any, field: str, says: str
) -> None:
    outcome = shown_at_half(space)
    with pytest.raises(InvalidValue, match=says) as told:
        space.cycles.close(a_cycle(), [Score(outcome.id, *score)])
    assert told.value.field == field_of(field, outcome.id)
    assert space.cycles.listing() == []
    assert space.outcomes.get(outcome.id).status is OutcomeStatus.ACTIVE


def _retired(space: Workspace, outcome: Outcome) -> None:
    space.outcomes.retire(outcome.id, TODAY, "Done")


def _draft(space: Workspace, outcome: Outcome) -> None:
    space.outcomes.edit(outcome.id, active_on=None)


@pytest.mark.parametrize("end", [_retired, _draft])
def test_only_an_active_outcome_is_scored(
    space: Workspace, end: Callable[[Workspace, Outcome], None]
) -> None:
    outcome = shown_at_half(space)
    end(space, outcome)
    with pytest.raises(InvalidValue, match=r"“Warm after one visit” is not active"):
        space.cycles.close(a_cycle(), [Score(outcome.id, 0.5, KEEP)])
    space.outcomes.remove(outcome.id)
    with pytest.raises(NotFound):
        space.cycles.close(a_cycle(), [Score(outcome.id, 0.5, KEEP)])
    assert space.cycles.listing() == []


def test_each_outcome_is_scored_once(space: Workspace) -> None:
    one, other = shown_at_half(space), shown_at_half(space, "Nobody chases us")
    with pytest.raises(InvalidValue, match="“Nobody chases us” has no score yet") as told:
        space.cycles.close(a_cycle(), [Score(one.id, 0.5, KEEP)])
    assert told.value.field == field_of("score", other.id)
    twice = [Score(each.id, 0.5, KEEP) for each in (one, other, other)]
    with pytest.raises(InvalidValue, match="scored once"):
        space.cycles.close(a_cycle(), twice)


def test_the_same_cycle_is_closed_once(space: Workspace) -> None:
    made = space.cycles.close(a_cycle(), [])
    with pytest.raises(InvalidValue, match="“2025 q3” with these days is closed already"):
        space.cycles.close(a_cycle(name="2025 q3"), [])
    other = space.cycles.close(a_cycle(name="Summer"), [])
    with pytest.raises(InvalidValue, match="closed already"):
        space.cycles.edit(other.id, name="2025 Q3")
    space.cycles.edit(made.id, lesson="Ask the people twice")
    assert space.cycles.get(made.id).lesson == "Ask the people twice"


def test_a_span_is_checked_before_the_lesson_is_written(space: Workspace) -> None:
    values = a_cycle().model_dump(exclude={"lesson"})
    space.cycles.refuse_span(values)
    with pytest.raises(InvalidValue, match="Cycle is needed"):
        space.cycles.refuse_span({**values, "name": ""})
    with pytest.raises(InvalidValue, match="cannot end before"):
        space.cycles.refuse_span({**values, "until": date(2025, 6, 30)})


def test_a_removed_cycle_takes_its_scores_along_and_undo_brings_them_back(
    space: Workspace,
) -> None:
    outcome = shown_at_half(space)
    made = space.cycles.close(a_cycle(), [Score(outcome.id, 0.5, KEEP)])
    space.cycles.remove(made.id)
    assert space.cycles.of_outcome(outcome.id) == []
    space.history.undo()
    assert len(space.cycles.of_outcome(outcome.id)) == 1
    space.outcomes.remove(outcome.id)
    assert [len(each.scores) for each in space.cycles.listing()] == [0]


def test_the_sample_closed_its_third_quarter(larkmoor: Workspace) -> None:
    (closed,) = larkmoor.cycles.listing()
    assert (closed.cycle.name, closed.cycle.since, closed.cycle.until) == ("2025 Q3", *Q3)
    assert closed.cycle.closed_on == Q3[1]
    assert closed.cycle.created == datetime(2025, 9, 30, 17, tzinfo=UTC)
    changed = [each.statement for each in closed.scores if each.score.choice is CHANGE]
    assert changed == ["Customers can rely on the slot we gave them the evening before"]
    assert [each.score.choice for each in closed.scores].count(KEEP) == 5
    for each in closed.scores:
        assert abs(each.score.score - each.score.shown) <= 0.1
    assert larkmoor.cycles.proposal().name == "2025 Q4"


def test_closing_days_are_the_users_days(space: Workspace, clock: FixedClock) -> None:
    clock.moment = datetime(2025, 9, 30, 12, tzinfo=UTC)
    with pytest.raises(InvalidValue, match="still to come"):
        space.cycles.close(a_cycle(closed_on=date(2025, 10, 1)), [])
    space.cycles.close(a_cycle(closed_on=Q3[1]), [])
