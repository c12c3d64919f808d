"""What must hold for the figures of any journal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from leadjournal.rules.days import last_full_week
from leadjournal.rules.debt import debt
from leadjournal.rules.debt_history import debt_history
from leadjournal.rules.evidence import evidence, promised_share
from leadjournal.rules.facts import (
    CheckIn,
    Facts,
    IndicatorFact,
    LinkFact,
    OutcomeFact,
    OutputFact,
    Promise,
    ReviewFact,
    shows_effect,
)
from leadjournal.rules.health import green_but_red
from leadjournal.rules.line_of_sight import line_of_sight
from leadjournal.rules.momentum import momentum
from leadjournal.rules.standing import is_finished, latest_reading
from tests.rules.strategies import BEFORE, OUTCOMES, SIZES, TODAY, journals, proven

TINY = 1e-9
ONE_OUTCOME = st.sampled_from(OUTCOMES)


@given(journals())
def test_debt_is_never_negative_and_splits_into_two_parts(facts: Facts) -> None:
    found = debt(facts, TODAY)
    assert all(row.principal >= 0 and row.interest >= -TINY for row in found.rows)
    assert abs(found.total - found.principal - found.interest) < TINY
    assert found.without_outcome <= found.total + TINY
    assert found.in_three_months >= found.total - TINY
    assert found.principal <= found.finished + TINY


@given(journals())
def test_rate_and_evidence_keep_within_their_bounds(facts: Facts) -> None:
    for row in debt(facts, TODAY).rows:
        assert 0 <= row.evidence.share <= 1
        assert 0.03 - TINY <= row.rate <= 0.08 + TINY


@given(journals())
def test_nothing_finished_is_no_debt(facts: Facts) -> None:
    open_work = tuple(replace(output, finished_on=None) for output in facts.outputs)
    assert debt(replace(facts, outputs=open_work), TODAY).total == 0


@given(journals(), ONE_OUTCOME)
def test_an_outcome_shown_in_full_has_no_debt(facts: Facts, key: str) -> None:
    others = tuple(one for one in facts.indicators if one.outcome != key)
    reached = IndicatorFact("x", key, "impact", "lagging", "up", 0, 1, readings=((TODAY, 1.0),))
    facts = _reviewed(replace(facts, indicators=(*others, reached)), key)
    assert all(row.days == 0 for row in debt(facts, TODAY).rows if row.id == key)


@given(journals(), SIZES, BEFORE, st.none() | ONE_OUTCOME)
def test_one_more_finished_output_never_lowers_debt(
    facts: Facts, size: float, day: date, key: str | None
) -> None:
    link = (LinkFact("new", key, True, day),) if key else ()
    more = replace(
        facts,
        outputs=(*facts.outputs, OutputFact("new", "new", size, day, day)),
        links=(*facts.links, *link),
    )
    assert debt(more, TODAY).total >= debt(facts, TODAY).total - TINY


@given(journals(BEFORE), st.integers(0, 5), st.integers(0, 40), BEFORE)
def test_a_better_reading_of_an_effect_never_raises_debt(
    facts: Facts, index: int, by: int, day: date
) -> None:
    indicator = facts.indicators[index]
    latest = latest_reading(indicator, TODAY)
    if latest is None or not shows_effect(indicator):
        return
    day = max(day, latest[0])
    value = latest[1] + by if indicator.direction == "up" else latest[1] - by
    readings = dict(indicator.readings) | {day: value}
    better = replace(indicator, readings=tuple(sorted(readings.items())))
    assert debt(_with(facts, better), TODAY).total <= debt(facts, TODAY).total + TINY


@given(journals(), ONE_OUTCOME)
def test_a_real_review_never_raises_debt(facts: Facts, key: str) -> None:
    assert debt(_reviewed(facts, key), TODAY).total <= debt(facts, TODAY).total + TINY


@given(journals(), st.integers(0, 5))
def test_a_repaired_guard_never_raises_debt(facts: Facts, index: int) -> None:
    guard = replace(facts.indicators[index], guard="at_most")
    before = debt(_with(facts, guard), TODAY).total
    past = tuple(reading for reading in guard.readings if reading[0] < TODAY)
    repaired = replace(guard, readings=(*past, (TODAY, 40.0)))
    assert debt(_with(facts, repaired), TODAY).total <= before + TINY


@given(journals(), ONE_OUTCOME)
def test_a_why_never_raises_debt_nor_lowers_line_of_sight(facts: Facts, key: str) -> None:
    outcomes = tuple(
        replace(one, whys=((TODAY, "w"),)) if one.id == key else one for one in facts.outcomes
    )
    better = replace(facts, outcomes=outcomes)
    assert debt(better, TODAY).total <= debt(facts, TODAY).total + TINY
    assert line_of_sight(better, TODAY).reaching >= line_of_sight(facts, TODAY).reaching


@given(journals(BEFORE), st.integers(0, 60), st.integers(1, 60))
def test_debt_never_falls_while_nothing_happens(facts: Facts, start: int, later: int) -> None:
    first = TODAY + timedelta(days=start)
    second = first + timedelta(days=later)
    assert debt(facts, second).total >= debt(facts, first).total - TINY


@given(journals() | proven())
def test_what_is_finished_stands_in_one_place_and_an_exit_never_raises_debt(facts: Facts) -> None:
    found = debt(facts, TODAY)
    places = [owed.id for row in found.rows for owed in row.outputs]
    places += [one.id for one in found.written_off]
    places += [one.id for one in found.set_aside]
    must_do = {one.id for one in facts.outputs if one.must_do}
    finished = {one.id for one in facts.outputs if is_finished(one, TODAY)}
    assert len(places) == len(set(places))
    assert set(places) | must_do >= finished
    assert found.total <= debt(replace(facts, exits=()), TODAY).total + TINY


@given(journals() | proven())
def test_moved_work_stays_out_only_while_its_outcome_has_not_fallen_back(facts: Facts) -> None:
    for one in debt(facts, TODAY).set_aside:
        if one.way == "moved":
            found = next(known for known in facts.exits if known.output == one.id)
            outcome = facts.outcome_by_id[found.outcome or ""]
            day = min(TODAY, (outcome.retired_on or TODAY) - timedelta(days=1))
            assert promised_share(facts, outcome, max(day, found.on)) >= 0.7 - TINY


@given(journals() | proven(), st.lists(BEFORE, max_size=4))
def test_debt_on_many_days_is_the_debt_of_each(facts: Facts, days: list[date]) -> None:
    for point in debt_history(facts, days):
        found = debt(facts, point.day)
        assert abs(found.total - point.total) < TINY
        assert abs(found.principal - point.principal) < TINY
        assert abs(found.interest - point.interest) < TINY


@given(journals())
def test_the_order_of_entry_does_not_matter(facts: Facts) -> None:
    turned = Facts(
        outcomes=facts.outcomes[::-1],
        indicators=facts.indicators[::-1],
        outputs=facts.outputs[::-1],
        links=facts.links[::-1],
        check_ins=facts.check_ins[::-1],
        promises=facts.promises[::-1],
        blockers=facts.blockers[::-1],
        away_weeks=facts.away_weeks,
        begins=facts.begins,
        exits=facts.exits[::-1],
    )
    assert abs(debt(turned, TODAY).total - debt(facts, TODAY).total) < TINY
    assert momentum(turned, TODAY).value == momentum(facts, TODAY).value
    assert line_of_sight(turned, TODAY).tiers == line_of_sight(facts, TODAY).tiers


@given(journals(), BEFORE)
def test_what_comes_later_does_not_change_a_figure(facts: Facts, on: date) -> None:
    then = known_by(facts, on)
    assert debt(then, on) == debt(facts, on)
    assert momentum(then, on) == momentum(facts, on)
    assert line_of_sight(then, on) == line_of_sight(facts, on)
    assert green_but_red(then, on) == green_but_red(facts, on)


@given(journals(), BEFORE, st.none() | ONE_OUTCOME)
def test_momentum_lies_between_nought_and_a_hundred(
    facts: Facts, on: date, outcome: str | None
) -> None:
    found = momentum(facts, on, outcome)
    assert found.raw is None or -TINY <= found.raw <= 100 + TINY
    assert found.value is None or 0 <= found.value <= 100
    assert (found.value is None) == (found.band == "too-early")


@given(journals())
def test_more_entries_of_the_same_kind_do_not_move_momentum(facts: Facts) -> None:
    twice = replace(
        facts,
        indicators=facts.indicators * 2,
        check_ins=facts.check_ins * 2,
        promises=facts.promises * 2,
        blockers=facts.blockers * 2,
    )
    assert momentum(twice, TODAY).value == momentum(facts, TODAY).value


@given(journals(), st.integers(1, 5))
def test_rest_leaves_momentum_where_it_was(facts: Facts, weeks: int) -> None:
    # Without moves and drops: what is learnt of a promise during the rest is news, not rest.
    plain = tuple(replace(one, moves=(), dropped_on=None) for one in facts.promises)
    facts = replace(facts, promises=plain)
    last = last_full_week(TODAY)
    away = {last - timedelta(weeks=back) for back in range(weeks)}
    rested = replace(facts, away_weeks=facts.away_weeks | away)
    before = momentum(facts, TODAY - timedelta(weeks=weeks))
    assert momentum(rested, TODAY).value == before.value


@given(journals(), st.integers(0, 41))
def test_a_step_forward_never_lowers_momentum(facts: Facts, back: int) -> None:
    day = TODAY - timedelta(days=back)
    better = replace(
        facts,
        check_ins=(*facts.check_ins, CheckIn(day, "forward")),
        promises=(*facts.promises, Promise("kept", day, done_on=day)),
    )
    assert (momentum(better, TODAY).raw or 0) >= (momentum(facts, TODAY).raw or 0) - TINY


@given(journals())
def test_the_tiers_hold_every_output_once(facts: Facts) -> None:
    sight = line_of_sight(facts, TODAY)
    assert sum(tier.outputs for tier in sight.tiers) == sight.outputs
    assert sight.reaching <= sight.outputs <= len(facts.outputs)
    assert (sight.share is None) == (sight.outputs == 0)
    if sight.share == 1:
        assert not sight.repairs


@given(journals(), SIZES)
def test_an_output_that_reaches_a_why_never_lowers_line_of_sight(facts: Facts, size: float) -> None:
    more = replace(
        facts,
        outcomes=(*facts.outcomes, OutcomeFact("n", "n", TODAY, TODAY, whys=((TODAY, "w"),))),
        outputs=(*facts.outputs, OutputFact("new", "new", size, TODAY)),
        links=(*facts.links, LinkFact("new", "n", False, TODAY)),
    )
    sight, before = line_of_sight(more, TODAY), line_of_sight(facts, TODAY)
    assert (sight.share or 0) >= (before.share or 0)
    assert (sight.share_by_effort or 0) >= (before.share_by_effort or 0)


@given(journals())
def test_evidence_is_the_product_of_its_factors(facts: Facts) -> None:
    for outcome in facts.outcomes:
        found = evidence(facts, outcome, TODAY)
        assert found.share == found.promised * found.voice * found.guards
        assert {part.id for part in found.indicators} <= {
            one.id for one in facts.indicators if one.outcome == outcome.id and shows_effect(one)
        }


def _with(facts: Facts, indicator: IndicatorFact) -> Facts:
    changed = tuple(indicator if one.id == indicator.id else one for one in facts.indicators)
    return replace(facts, indicators=changed)


def _reviewed(facts: Facts, key: str) -> Facts:
    outcomes = tuple(
        replace(one, reviews=(*_until(one.reviews, TODAY), ReviewFact(TODAY, "real")))
        if one.id == key
        else one
        for one in facts.outcomes
    )
    return replace(facts, outcomes=outcomes)


def _until(reviews: tuple[ReviewFact, ...], on: date) -> tuple[ReviewFact, ...]:
    return tuple(review for review in reviews if review.day <= on)


def known_by(facts: Facts, on: date) -> Facts:
    """The journal as it stood at the end of a day."""

    def past(day: date | None) -> date | None:
        return day if day is not None and day <= on else None

    return replace(
        facts,
        outcomes=tuple(
            replace(
                one,
                active_on=past(one.active_on),
                retired_on=past(one.retired_on),
                whys=tuple(why for why in one.whys if why[0] <= on),
                reviews=_until(one.reviews, on),
            )
            for one in facts.outcomes
        ),
        indicators=tuple(
            replace(one, readings=tuple(read for read in one.readings if read[0] <= on))
            for one in facts.indicators
        ),
        outputs=tuple(
            replace(one, finished_on=past(one.finished_on), stopped_on=past(one.stopped_on))
            for one in facts.outputs
            if one.created_on <= on or past(one.finished_on)
        ),
        links=tuple(replace(one, until=past(one.until)) for one in facts.links if one.since <= on),
        check_ins=tuple(one for one in facts.check_ins if one.day <= on),
        promises=tuple(_promise_by(one, on) for one in facts.promises),
        blockers=tuple(
            replace(one, closed_on=past(one.closed_on))
            for one in facts.blockers
            if one.opened_on <= on or past(one.closed_on)
        ),
        exits=tuple(one for one in facts.exits if one.on <= on),
    )


def _promise_by(promise: Promise, on: date) -> Promise:
    moves = tuple(move for move in promise.moves if move.on <= on)
    still_to_come = promise.moves[len(moves) :]
    return replace(
        promise,
        due_on=still_to_come[0].from_due if still_to_come else promise.due_on,
        done_on=promise.done_on if promise.done_on and promise.done_on <= on else None,
        dropped_on=promise.dropped_on if promise.dropped_on and promise.dropped_on <= on else None,
        moves=moves,
    )
