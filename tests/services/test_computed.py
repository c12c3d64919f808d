"""How a figure was computed: what the panel shows adds up to the figure."""

import re
from datetime import timedelta

import pytest

from leadjournal.base.clock import FixedClock
from leadjournal.model.indicator import Guard, Horizon, IndicatorKind
from leadjournal.model.outcome import Verdict
from leadjournal.services.computed import HowComputed
from leadjournal.services.workspace import Workspace
from tests.support.journals import TODAY
from tests.support.records import a_review, a_why, ago, an_indicator, an_outcome, an_output


def number_in(text: str) -> float:
    """The last number of a text."""
    return float(re.findall(r"-?\d+(?:\.\d+)?", text)[-1])


def added(how: HowComputed) -> tuple[float, float]:
    """The sum of the rows but the last, and the last one."""
    *parts, total = [number_in(value) for _words, value in how.rows]
    return sum(parts), total


def test_the_rows_of_the_debt_add_up_to_it(larkmoor: Workspace) -> None:
    how = larkmoor.figures.computed_debt()
    parts, total = added(how)
    assert how.rows[-1] == ("Outcome debt", "36.1 days")
    assert parts == pytest.approx(total, abs=0.05 * len(how.rows))
    assert [number_in(step.split(":")[-1]) for step in how.steps[:2]] == [30.5, 5.6]
    assert how.steps[2] == "If nothing changes, this will be 40.8 days in three months."
    assert how.steps[3].startswith("20% of all finished work (151 days)")
    assert how.steps[4] == "Written off with lessons: 10 days."
    assert how.steps[5] == "9 people with 18 days a month each: 0.22 months of work."


def test_the_rows_of_each_outcome_and_output_add_up(larkmoor: Workspace) -> None:
    for row in larkmoor.figures.on().debt.rows:
        how = larkmoor.figures.computed_debt(row.id)
        parts, total = added(how)
        assert how.title == row.title
        assert total == pytest.approx(row.days, abs=0.05)
        assert parts == pytest.approx(total, abs=0.05 * len(how.rows))
        rates = [number_in(step.split("%")[0]) for step in how.steps if "%: " in step[:5]]
        assert sum(rates) == pytest.approx(row.rate * 100)


def test_one_outcome_explains_its_evidence(space: Workspace) -> None:
    outcome = an_outcome(space, "Warm", why=a_why(space))
    an_output(space, "Checklist", outcome, size=10, finished_on=ago(100))
    an_indicator(space, outcome, (ago(70), 50.0), name="Fixes", horizon=Horizon.LAGGING)
    a_review(space, outcome, ago(20), Verdict.PARTLY)
    how = space.figures.computed_debt(outcome.id)
    words = " ".join(how.steps)
    assert "Fixes: 50 on 22 August, from 0 to 100, 50% of the way." in words
    assert "The reading is old: 50% of it counts." in words
    assert "The last review said partly: half of it counts." in words
    assert "3%: every month that finished work waits" in words
    assert "Rate: 3% a month." in words
    assert "Shown: 12% of the promised change." in words or "Shown: 13%" in words


def test_every_reason_of_a_high_rate_is_named(space: Workspace) -> None:
    outcome = an_outcome(space)
    an_output(space, outcome=outcome, finished_on=ago(100))
    days = [(ago(number), 100.0) for number in (65, 35, 3)]
    an_indicator(space, outcome, *days, kind=IndicatorKind.ACTIVITY)
    an_indicator(space, outcome, *[(day, 0.0) for day, _ in days], name="Effect")
    an_indicator(space, outcome, (TODAY, 9.0), guard=Guard.AT_MOST, guard_limit=5, name="Guard")
    words = " ".join(space.figures.computed_debt(outcome.id).steps)
    for reason in (
        "1%: no lagging indicator of the effect has a reading",
        "1%: no why is linked",
        "1%: there was no review in the last 90 days",
        "2%: the activity is green while the effect is red",
        "Rate: 8% a month.",
        "numbers alone count for 80%",
        "A guard is beyond its limit: half of it counts.",
    ):
        assert reason in words


def test_an_output_is_explained_with_its_outcome_and_alone(space: Workspace) -> None:
    outcome = an_outcome(space, "Warm")
    under = an_output(space, "Under", outcome, finished_on=ago(3))
    alone = an_output(space, "Alone", finished_on=ago(3))
    assert space.figures.computed_debt(under.id).title == "Warm"
    assert space.figures.computed_debt(alone.id).title == "Alone"
    assert "Nothing finished waits" in space.figures.computed_debt("gone").sentence


def test_momentum_shows_its_weeks_newest_first(larkmoor: Workspace) -> None:
    how = larkmoor.figures.computed_momentum()
    weeks = larkmoor.figures.on().momentum.weeks
    assert len(how.rows) == len(weeks) == 6
    assert how.rows[0] == ("Week of 20 October", "0.87")
    assert how.steps[0].startswith("20 October: days 4 forward, 1 backward; promises 4 kept of 4")
    assert how.steps[-1] == "Together: 81."


def test_a_week_away_says_so_and_a_young_journal_is_too_early(
    space: Workspace, clock: FixedClock
) -> None:
    space.entries.capture("Begun", TODAY - timedelta(weeks=3))
    space.away_weeks.mark(TODAY - timedelta(weeks=2))
    how = space.figures.computed_momentum()
    assert ("Week of 13 October", "away") in how.rows
    assert how.steps[0] == "20 October: nothing noted."
    assert "too early to say" in how.steps[-1]


def test_line_of_sight_shows_how_far_outputs_lead_and_what_to_repair(larkmoor: Workspace) -> None:
    how = larkmoor.figures.computed_line_of_sight()
    assert [number_in(value.split(" output")[0]) for _words, value in how.rows] == [2, 0, 17, 17]
    assert how.steps[:2] == (
        "17 of 19 outputs reach a why: 89%.",
        "By effort: 161 of 174 days, 93%.",
    )
    assert how.steps[2] == "To repair: “Customer FAQ page” leads to no outcome."


def test_nothing_is_explained_by_nothing(space: Workspace) -> None:
    assert added(space.figures.computed_debt()) == (0, 0)
    assert space.figures.computed_momentum().rows == ()
    assert space.figures.computed_line_of_sight().steps == ()
