"""The word of an outcome is computed; each word and each way to it, and what must always hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given

from leadjournal.rules.course import CONFIRMATIONS, DAYS_APART, course, missing
from leadjournal.rules.evidence import guards_beyond
from leadjournal.rules.facts import (
    Facts,
    IndicatorFact,
    LinkFact,
    OutcomeFact,
    OutputFact,
    ReviewFact,
    Verdict,
)
from leadjournal.rules.first_move import first_move
from leadjournal.rules.outcome_state import outcome_state
from leadjournal.rules.standing import is_active
from tests.rules.strategies import BEFORE, TODAY, journals, proven
from tests.rules.test_properties import known_by
from tests.support.larkmoor_facts import larkmoor

DAY = date(2025, 1, 1)
OUTCOME = OutcomeFact("o", "Calm callers", DAY, DAY, whys=((DAY, "w"),))
SIGN = IndicatorFact("i", "o", "outcome", "lagging", "up", 0, 100, rhythm_days=366)
GUARD = IndicatorFact(
    "g", "o", "outcome", "leading", "down", None, None, guard="at_most", limit=5.0
)


def after(days: int) -> date:
    return DAY + timedelta(days=days)


def journal(
    *values: tuple[int, float],
    reviews: tuple[tuple[int, Verdict], ...] = (),
    finished: tuple[int, ...] = (),
    guard: tuple[tuple[int, float], ...] = (),
    **changes: Any,
) -> Facts:
    """One outcome with readings, reviews and finished outputs, by days after its beginning."""
    outcome = replace(
        OUTCOME,
        reviews=tuple(ReviewFact(after(days), verdict) for days, verdict in reviews),
        **changes,
    )
    sign = replace(SIGN, readings=tuple((after(days), value) for days, value in values))
    watch = replace(GUARD, readings=tuple((after(days), value) for days, value in guard))
    done = [OutputFact(f"p{days}", f"p{days}", 10, DAY, after(days)) for days in finished]
    links = tuple(LinkFact(output.id, "o", main=True, since=DAY) for output in done)
    return Facts(outcomes=(outcome,), indicators=(sign, watch), outputs=tuple(done), links=links)


def word(facts: Facts, days: int) -> str:
    return outcome_state(facts, facts.outcomes[0], after(days)).word


def words(facts: Facts, *days: int) -> list[str]:
    return [word(facts, each) for each in days]


REACHED = journal((40, 95), reviews=((50, "real"),))


def test_a_draft_and_a_retired_outcome_are_not_judged() -> None:
    facts = journal((40, 95), active_on=after(10), retired_on=after(60))
    assert words(facts, 9, 10, 59, 60) == ["draft", "too-early", "moving", "retired"]
    state = outcome_state(facts, facts.outcomes[0], after(60))
    assert (state.signs, state.guards_beyond, state.possible_on) == (None, (), None)


def test_too_early_until_the_delay_after_the_first_finished_output_is_over() -> None:
    facts = journal(finished=(10, 12), effect_delay_months=2)
    state = outcome_state(facts, facts.outcomes[0], after(69))
    assert (state.word, state.possible_on, state.since) == ("too-early", after(70), after(10))
    assert words(facts, 5, 69, 70) == ["too-early", "too-early", "flat"]
    # Before it was known that anything is finished, the delay ran from the first active day.
    before = first_move(facts, facts.outcomes[0], after(9))
    assert (before.possible_on, before.output) == (after(60), None)
    assert first_move(facts, facts.outcomes[0], after(10)).output == "p10"


def test_what_is_finished_later_makes_an_outcome_too_early_no_more() -> None:
    assert words(journal(finished=(31,)), 29, 30, 31, 32) == ["too-early", "flat", "flat", "flat"]


def test_stopped_work_and_work_of_other_outcomes_begin_no_effect() -> None:
    facts = journal(finished=(10,))
    stopped = replace(facts.outputs[0], stopped_on=after(10))
    beside = replace(facts.links[0], main=False)
    ended = replace(facts.links[0], until=after(10))
    for changed in (
        replace(facts, outputs=(stopped,)),
        replace(facts, links=(beside,)),
        replace(facts, links=(ended,)),
    ):
        assert first_move(changed, changed.outcomes[0], after(20)).output is None


def test_moving_means_five_points_more_than_two_rhythms_ago() -> None:
    facts = journal((31, 10), (60, 14), (91, 19))
    monthly = replace(facts, indicators=(replace(facts.indicators[0], rhythm_days=30),))
    assert words(monthly, 60, 91, 119, 120, 151) == ["moving", "moving", "moving", "moving", "flat"]
    smaller = journal((31, 10), (91, 14.9))
    monthly = replace(smaller, indicators=(replace(smaller.indicators[0], rhythm_days=30),))
    assert word(monthly, 91) == "flat"


def test_reached_needs_a_fresh_real_review_nine_tenths_of_the_way_and_time() -> None:
    assert words(REACHED, 49, 50, 150) == ["moving", "reached", "reached"]
    assert outcome_state(REACHED, REACHED.outcomes[0], after(150)).since == after(50)
    assert word(journal((40, 89), reviews=((50, "real"),)), 60) == "moving"
    assert word(journal((40, 95), reviews=((50, "partly"),)), 60) == "moving"
    # The way is gone only when the review has lost its voice: it has to be asked again.
    assert words(journal((141, 95), reviews=((50, "real"),)), 140, 141) == ["flat", "moving"]
    assert word(journal((140, 95), reviews=((50, "real"),)), 140) == "reached"
    early = journal((5, 95), reviews=((6, "real"),))
    assert words(early, 29, 30) == ["too-early", "reached"]


@pytest.mark.parametrize(
    ("facts", "lacks"),
    [
        (REACHED, []),
        (journal((40, 95)), ["no-review"]),
        (journal((40, 95), reviews=((50, "partly"),)), ["not-real"]),
        (journal((40, 80), reviews=((50, "not-real"),)), ["not-real", "progress"]),
        (journal((40, 95), reviews=((1, "real"),)), ["expired"]),
        (journal((40, 95), reviews=((50, "real"),), guard=((60, 6),)), ["guard"]),
        (journal((40, 95), reviews=((50, "real"),), effect_delay_months=9), ["too-early"]),
    ],
)
def test_what_is_missing_to_be_reached(facts: Facts, lacks: list[str]) -> None:
    assert list(missing(facts, facts.outcomes[0], after(100))) == lacks


def test_held_after_two_further_reviews_a_month_apart() -> None:
    reviews: tuple[tuple[int, Verdict], ...] = ((50, "real"), (79, "real"), (80, "real"))
    facts = journal((40, 95), reviews=(*reviews, (109, "real"), (110, "real")))
    assert words(facts, 80, 109, 110, 300) == ["reached", "reached", "held", "held"]
    state = outcome_state(facts, facts.outcomes[0], after(300))
    assert state.since == after(110)


def test_an_output_finished_between_the_reviews_begins_the_proof_anew() -> None:
    reviews: tuple[tuple[int, Verdict], ...] = ((50, "real"), (80, "real"), (110, "real"))
    facts = journal((40, 95), reviews=(*reviews, (140, "real")), finished=(5, 81))
    assert words(facts, 110, 140) == ["reached", "reached"]
    longer = journal((40, 95), reviews=(*reviews, (140, "real"), (170, "real")), finished=(5, 81))
    assert words(longer, 169, 170) == ["reached", "held"]


def test_falling_back_below_seven_tenths_or_by_a_review() -> None:
    facts = journal((40, 95), (60, 71), (70, 69), (80, 75), (90, 95), reviews=((50, "real"),))
    assert words(facts, 60, 70, 79) == ["reached", "falling-back", "falling-back"]
    assert outcome_state(facts, facts.outcomes[0], after(79)).since == after(70)
    assert words(facts, 80, 89, 90) == ["moving", "moving", "reached"]
    told = journal((40, 95), reviews=((50, "real"), (60, "not-real"), (70, "partly")))
    assert words(told, 59, 60, 69, 70) == ["reached", "falling-back", "falling-back", "moving"]
    # Once it was reached, a fall is a fall, even after a review that said partly.
    partly = journal((40, 95), (70, 60), reviews=((50, "real"), (60, "partly")))
    assert words(partly, 60, 70) == ["moving", "falling-back"]


def test_readings_that_grow_old_let_it_fall_back() -> None:
    facts = replace(REACHED, indicators=(replace(REACHED.indicators[0], rhythm_days=30),))
    assert words(facts, 100, 101) == ["reached", "falling-back"]


def test_a_guard_beyond_its_limit_is_told_beside_and_nothing_is_reached() -> None:
    facts = journal((40, 95), reviews=((50, "real"),), guard=((60, 6), (70, 5)))
    assert words(facts, 59, 60, 70) == ["reached", "moving", "reached"]
    beyond = outcome_state(facts, facts.outcomes[0], after(65))
    assert beyond.guards_beyond == ("g",)
    assert outcome_state(facts, facts.outcomes[0], after(75)).guards_beyond == ()
    # Reached only once the guard is repaired, not before.
    late = journal((40, 95), reviews=((50, "real"),), guard=((45, 6), (70, 5)))
    assert words(late, 50, 70) == ["moving", "reached"]
    assert outcome_state(late, late.outcomes[0], after(80)).since == after(70)


def test_green_but_red_comes_before_moving() -> None:
    work = IndicatorFact("w", "o", "activity", "leading", "up", 0, 100, readings=((DAY, 90.0),))
    facts = journal((40, 8))
    facts = replace(facts, indicators=(*facts.indicators, work))
    assert word(facts, 70) == "green-but-red"


def test_the_words_of_the_sample_month_by_month() -> None:
    facts = larkmoor()
    told = {
        date(2025, 3, 31): "too-early too-early too-early too-early draft flat",
        date(2025, 4, 30): "moving flat flat too-early too-early flat",
        date(2025, 5, 30): "moving flat moving too-early flat green-but-red",
        date(2025, 6, 30): "moving green-but-red moving moving moving green-but-red",
        date(2025, 7, 31): "moving green-but-red moving moving moving green-but-red",
        date(2025, 8, 29): "moving green-but-red moving moving moving moving",
        date(2025, 9, 30): "moving moving moving moving moving moving",
        date(2025, 10, 31): "moving moving reached moving moving reached",
    }
    for on, said in told.items():
        assert " ".join(outcome_state(facts, one, on).word for one in facts.outcomes) == said


@given(proven())
def test_a_guard_beyond_its_limit_is_never_reached_or_held(facts: Facts) -> None:
    outcome = facts.outcomes[0]
    for days in range(0, 175, 11):
        on = TODAY - timedelta(days=days)
        state = outcome_state(facts, outcome, on)
        if guards_beyond(facts, outcome, on):
            assert state.word not in ("reached", "held")
        if state.word == "reached":
            assert not state.guards_beyond


@given(proven())
def test_what_is_held_or_lost_was_reached_before(facts: Facts) -> None:
    outcome = facts.outcomes[0]
    turns = course(facts, outcome)
    assert [turn.on for turn in turns] == sorted({turn.on for turn in turns})
    assert not turns or turns[0].stage == "reached"
    reals = [review.day for review in outcome.reviews if review.verdict == "real"]
    for before, turn in pairwise(turns):
        if turn.stage == "held":
            assert (before.stage, before.confirmed) == ("reached", CONFIRMATIONS - 1)
            first = max(one.since for one in turns if one.stage == "reached" and one.on < turn.on)
            confirming = [day for day in reals if first < day <= turn.on]
            assert len(confirming) >= CONFIRMATIONS
            assert (turn.on - first).days >= CONFIRMATIONS * DAYS_APART
        if turn.stage == "reached" and turn.since == turn.on:
            assert not list(missing(facts, outcome, turn.on))


@given(journals(BEFORE) | proven())
def test_too_early_never_comes_back(facts: Facts) -> None:
    for outcome in facts.outcomes:
        judged = False
        for days in range(180, -1, -9):
            on = TODAY - timedelta(days=days)
            if is_active(outcome, on):
                early = outcome_state(facts, outcome, on).word == "too-early"
                assert not (early and judged)
                judged = not early


@given(journals(BEFORE) | proven(), BEFORE)
def test_a_word_depends_on_what_was_known_and_not_on_the_order(facts: Facts, on: date) -> None:
    turned = replace(
        facts,
        indicators=facts.indicators[::-1],
        outputs=facts.outputs[::-1],
        links=facts.links[::-1],
    )
    for outcome in facts.outcomes:
        state = outcome_state(facts, outcome, on)
        assert outcome_state(turned, outcome, on).word == state.word
        then = known_by(facts, on)
        assert outcome_state(then, then.outcome_by_id[outcome.id], on) == state
