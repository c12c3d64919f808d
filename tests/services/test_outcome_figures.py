"""The figures that live on outcomes, of the sample and of made-up journals, and their words."""

from datetime import date

import pytest

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import NotFound
from leadjournal.model.debt_sign import DebtSign, SignPair
from leadjournal.model.indicator import Cause, ChangeOf, IndicatorChangeDraft
from leadjournal.model.outcome import Outcome, Verdict
from leadjournal.model.output import OutputDraft
from leadjournal.services.computed import HowComputed
from leadjournal.services.workspace import Workspace
from tests.support.journals import NOW, TODAY
from tests.support.records import a_review, a_why, ago, an_indicator, an_outcome, an_output

JULY, OCTOBER = date(2025, 7, 31), date(2025, 10, 31)


def of(space: Workspace, words: str) -> Outcome:
    return next(outcome for outcome in space.outcomes.all() if words in outcome.statement)


def words(how: HowComputed) -> str:
    return " ".join([how.sentence, *(f"{name}: {value}" for name, value in how.rows), *how.steps])


def test_the_states_of_the_sample_stand_in_its_tree(larkmoor: Workspace) -> None:
    def told(on: date) -> dict[str, str]:
        tree = larkmoor.outcomes.tree(on)
        every = [*tree.without_why, *(one for why in tree.whys for one in why.outcomes)]
        return {node.statement[:14]: node.state.word for node in every}

    assert told(JULY) == {
        "A customer wit": "moving", "Customers stop": "green-but-red", "People on the ": "moving",
        "Two people are": "moving", "Planners and e": "moving", "Customers can ": "green-but-red",
    }  # fmt: skip
    assert told(OCTOBER) == {
        "A customer wit": "moving", "Customers stop": "moving", "People on the ": "reached",
        "Two people are": "moving", "Planners and e": "moving", "Customers can ": "reached",
    }  # fmt: skip


def test_the_figures_of_one_outcome_of_the_sample(larkmoor: Workspace) -> None:
    o2 = of(larkmoor, "Customers stop")
    july = larkmoor.outcome_figures.of(o2.id, JULY)
    assert july.waiting == "Waiting three more months costs 7 days of work."
    assert july.debt is not None
    assert f"{july.debt.in_three_months:.1f}" == "62.1"
    assert july.hints == ()
    assert (july.loop.stage, july.loop.reviewed_on) == ("reviewed", date(2025, 5, 30))
    assert [point.day.month for point in july.drift] == [2, 3, 4, 5, 6, 7]
    o6 = of(larkmoor, "Customers can rely")
    assert larkmoor.outcome_figures.of(o6.id, JULY).hints == (
        "Delivered but flat: 40 days of work in 2 outputs, all finished over 60 days ago, and 0% "
        "of the change is shown.",
    )
    assert larkmoor.outcome_figures.of(o6.id, OCTOBER).hints == ()
    with pytest.raises(NotFound):
        larkmoor.outcome_figures.of("nowhere")


def test_how_the_state_of_the_sample_was_computed(larkmoor: Workspace) -> None:
    how = larkmoor.outcome_figures.computed_state(of(larkmoor, "Customers can rely").id)
    assert how.sentence == (
        "Reached since 31 October: a review says real, and at least 90% of the way was gone."
    )
    assert how.steps[:4] == (
        "It is active since 24 February, and nothing was finished soon after. An effect shows 1 "
        "month of 30 days after that. It could first move on 26 March.",
        "The review of 26 September says real.",
        "92% of the way is gone; on 30 August, two rhythms before, it was 54%.",
        "It is reached since 31 October; 0 of 2 further reviews have confirmed it.",
    )
    how = larkmoor.outcome_figures.computed_state(of(larkmoor, "Customers stop").id)
    assert how.sentence.startswith("Moving: at least 5 points more")
    assert "“Phone-queue priority rules” was finished on 21 March." in how.steps[0]
    assert "What we do has gone 100% of its way, the effect 80%." in how.steps
    assert how.steps[-1] == (
        "To be reached it lacks this: 80% of the way is gone, and 90% is needed."
    )


def test_every_word_is_explained(space: Workspace, clock: FixedClock) -> None:
    outcome = an_outcome(space, active_on=None)
    explained = space.outcome_figures.computed_state
    assert explained(outcome.id).sentence == "Draft: it is judged once it is active."
    space.outcomes.activate(outcome.id, ago(10))
    assert explained(outcome.id).sentence == (
        "Too early: an effect could first be seen on 20 November."
    )
    space.outcomes.edit(outcome.id, active_on=ago(300))
    assert explained(outcome.id).sentence.startswith("Flat: ")
    an_indicator(space, outcome, (ago(290), 95.0), rhythm="yearly")
    for days in (200, 150, 100):
        a_review(space, outcome, ago(days))
    held = explained(outcome.id)
    assert held.sentence.startswith("Held since 23 July: it was still real at two further reviews")
    assert "It is held since 23 July." in held.steps
    a_review(space, outcome, ago(5), Verdict.NOT_REAL)
    lost = explained(outcome.id)
    assert lost.sentence.startswith("Falling back since 26 October")
    assert "It was reached and is lost since 26 October." in lost.steps
    a_review(space, outcome, ago(4), Verdict.PARTLY)
    assert "It was reached once; since 27 October it is not." in explained(outcome.id).steps
    guard = {"guard": "at-most", "guard_limit": 5.0, "baseline": None, "target": None}
    an_indicator(space, outcome, (ago(3), 6.0), name="Call length", **guard)
    assert "Beyond its limit: Call length." in words(explained(outcome.id))
    assert "A guard is beyond its limit." in explained(outcome.id).steps[-1]
    space.outcomes.retire(outcome.id, TODAY, "Done")
    assert explained(outcome.id).sentence == "Retired on 31 October: it is judged no further."


def test_each_figure_of_an_outcome_is_explained(space: Workspace) -> None:
    outcome = an_outcome(space, why=a_why(space))
    an_output(space, "Checklist", outcome, size=30.0, finished_on=ago(100))
    found = space.outcome_figures.computed_of(outcome.id)
    assert list(found) == ["state", "drift", "loop", "waiting", "flat"]
    assert found["drift"].rows[0] == ("October 2025", "100% finished, 0% shown")
    assert found["drift"].steps == (
        "The work was furthest ahead in July 2025, by 100% of the way.",
    )
    assert found["loop"].rows[1:] == (
        ("Translated into signs", "not yet"), ("Reviewed", "not yet"),
    )  # fmt: skip
    assert found["loop"].steps == ("The loop is open: there was no review in the last 90 days.",)
    figures = space.outcome_figures.of(outcome.id)
    assert found["waiting"].sentence == figures.waiting
    assert found["flat"].sentence == figures.hints[0]
    assert figures.hints[0].startswith("Delivered but flat: 30 days of work in 1 output")


def test_a_stale_plan_says_so(space: Workspace) -> None:
    outcome = an_outcome(space, due_on=date(2027, 1, 1))
    assert space.outcome_figures.of(outcome.id).hints == (
        "Nothing was read or changed since 6 January.",
        "It is due more than 4 quarters ahead. What would be seen sooner?",
    )


def test_the_figures_of_all_outcomes_of_the_sample(larkmoor: Workspace) -> None:
    whole = larkmoor.outcome_figures.whole()
    assert (whole.loop_closed.closed, whole.loop_closed.active) == (6, 6)
    assert (whole.held, whole.swaps) == ((), ())
    assert (whole.target_changes.lowered, whole.target_changes.all) == ((), 1)
    assert [(spread.of, spread.count) for spread in whole.focus] == [("team", 6)]
    assert [sign.lamp for sign in whole.signs] == ["not-set-up", "off", "off", "not-set-up", "off"]
    july = larkmoor.outcome_figures.whole(JULY).signs
    assert (july[1].lamp, july[1].is_worse, july[-1].lamp) == ("on", True, "on")
    found = larkmoor.outcome_figures.computed_whole()
    assert found["loops"].rows == (("Active outcomes", "6"), ("Reviewed", "6"))
    assert found["targets"].steps == ("0 of 1 change of a target: 0%.",)
    assert found["focus"].steps == ("the Desk has 6 active outcomes. What goes in exchange?",)
    assert found["outputs-and-evidence"].sentence.startswith("Off: ")
    assert [name for name, _value in found["outputs-and-evidence"].rows] == [
        "Finished work", "Shown work", "Two months before",
    ]  # fmt: skip


def test_what_was_swapped_lowered_and_held_is_told(space: Workspace) -> None:
    outcome = an_outcome(space, "Warm after one visit", active_on=ago(290))
    sign = an_indicator(space, outcome, (ago(280), 95.0), name="Fixes", rhythm="yearly")
    for days in (200, 150, 100):
        a_review(space, outcome, ago(days))
    space.indicators.change(
        IndicatorChangeDraft(
            indicator_id=sign.id, what=ChangeOf.TARGET, old=100, new=99, valid_from=ago(3),
            recorded_on=ago(3), cause=Cause.INSIDE, reason="Too hard",
        )
    )  # fmt: skip
    pack = an_output(space, "Pack", outcome)
    space.outputs.stop(pack.id, ago(9), "Nobody read it")
    space.outputs.add(
        OutputDraft(title="Talks", created_on=ago(8), replaces_id=pack.id), outcome.id
    )
    found = space.outcome_figures.computed_whole()
    assert found["held"].rows == (("Warm after one visit", "held"),)
    assert found["targets"].rows == (("Fixes", "from 100 to 99: Too hard"),)
    assert found["targets"].steps == ("1 of 1 change of a target: 100%.",)
    assert found["swaps"].rows == (("23 October: “Pack” made way for “Talks”", "Nobody read it"),)
    assert found["loops"].steps == ("Not reviewed in the last 90 days: “Warm after one visit”.",)


def test_a_debt_sign_that_is_set_up_names_its_numbers(space: Workspace) -> None:
    outcome = an_outcome(space)
    fast = an_indicator(space, outcome, (ago(90), 90.0), name="Revenue", rhythm="yearly")
    slow = an_indicator(space, outcome, (ago(90), 10.0), (ago(1), -5.0), name="Cash")
    made = DebtSign(pair=SignPair.REVENUE_AND_CASH, fast_id=fast.id, slow_id=slow.id, delay_weeks=8)
    with space.entries.journal.writing("Choose a debt sign") as session:
        session.add(made)
    sign = space.outcome_figures.whole().signs[3]
    assert (sign.lamp, sign.fast, sign.is_worse) == ("on", 0.9, True)
    how = space.outcome_figures.computed_whole()["revenue-and-cash"]
    assert how.title == "Revenue and cash"
    assert how.rows[:2] == (("Revenue", "90% of its way"), ("Cash", "0% of its way"))
    assert how.steps[1:] == (
        "The slow number is worse than where it began.",
        "The slow number follows after 8 weeks, so the fast one is taken from then.",
    )


def test_new_outcomes_by_how_they_are_phrased(space: Workspace, clock: FixedClock) -> None:
    an_outcome(space, "Roll out the new scheduling board", created_on=date(2025, 9, 5))
    an_outcome(space, "Callers hear from us first", created_on=date(2025, 10, 5))
    points = space.outcome_figures.phrasing(months=3)
    assert [(point.month.month, point.written, point.as_change) for point in points] == [
        (8, 0, 0), (9, 1, 0), (10, 1, 1),
    ]  # fmt: skip
    assert space.outcome_figures.computed_whole()["phrasing"].rows == (
        ("October 2025", "1 of 1"), ("September 2025", "0 of 1"),
    )  # fmt: skip
    clock.moment = NOW.replace(day=15)
    points = space.outcome_figures.phrasing(months=2)
    assert [point.month for point in points] == [date(2025, 9, 30), date(2025, 10, 31)]
