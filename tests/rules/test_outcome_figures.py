"""The small figures of outcomes, each by an example: drift, loops, stale plans, targets, swaps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from leadjournal.rules.days import month_ends
from leadjournal.rules.debt_signs import debt_signs, outputs_and_evidence
from leadjournal.rules.delivery import delivered_flat, drift
from leadjournal.rules.evidence import evidence
from leadjournal.rules.facts import (
    Cause,
    DebtSignFact,
    Facts,
    IndicatorChange,
    IndicatorFact,
    LinkFact,
    OutcomeFact,
    OutputFact,
    ReviewFact,
    Way,
)
from leadjournal.rules.focus import Spread, spreads
from leadjournal.rules.line_of_sight import Tier, line_of_sight
from leadjournal.rules.loop import loop_closed, loop_of
from leadjournal.rules.phrasing import phrasing
from leadjournal.rules.stale_plan import staleness
from leadjournal.rules.swaps import swaps
from leadjournal.rules.target_changes import target_changes
from tests.support.larkmoor_facts import day, larkmoor

DAY = date(2025, 1, 1)
OUTCOME = OutcomeFact("o", "Calm callers", DAY, DAY, whys=((DAY, "w"),))
OLD = OutputFact("p", "Call-back promise", 15.0, DAY, finished_on=DAY)
NEW = OutputFact("q", "Call script", 5.0, DAY, finished_on=DAY)
SIGN = IndicatorFact("s", "o", "outcome", "leading", "up", 0, 100)
LINKS = (LinkFact("p", "o", True, DAY), LinkFact("q", "o", True, DAY))
FACTS = Facts(outcomes=(OUTCOME,), outputs=(OLD, NEW), links=LINKS)


@pytest.fixture(scope="module")
def sample() -> Facts:
    return larkmoor()


def after(days: int) -> date:
    return DAY + timedelta(days=days)


def test_drift_sets_finished_work_beside_what_is_shown(sample: Facts) -> None:
    outcome = sample.outcome_by_id["O2"]
    points = drift(sample, outcome, [day("01-31"), day("03-31"), day("07-31"), day("10-31")])
    assert [point.day for point in points] == [day("03-31"), day("07-31"), day("10-31")]
    march, july, october = points
    assert (march.finished, march.shown) == (1.0, 0.0)
    assert (july.finished, july.gap) == (1.0, 1.0)
    assert october.shown == evidence(sample, outcome, day("10-31")).share
    assert october.gap == pytest.approx(1 - 0.796, abs=0.001)
    open_work = drift(sample, sample.outcome_by_id["O1"], [day("10-31")])[0]
    assert open_work.finished == 13 / 23
    assert drift(replace(FACTS, outputs=()), OUTCOME, [DAY])[0] == (DAY, None, 0.0)


def test_delivered_but_flat_needs_twenty_days_long_ago_and_hardly_any_effect() -> None:
    assert delivered_flat(FACTS, OUTCOME, after(60)) is None
    found = delivered_flat(FACTS, OUTCOME, after(61))
    assert found is not None
    assert (found.days, found.outputs, found.shown) == (20, 2, 0)
    less = replace(FACTS, outputs=(OLD, replace(NEW, size=4.9)))
    assert delivered_flat(less, OUTCOME, after(61)) is None
    later = replace(FACTS, outputs=(OLD, replace(NEW, finished_on=after(1))))
    assert delivered_flat(later, OUTCOME, after(61)) is None
    patient = replace(OUTCOME, effect_delay_months=3)
    assert delivered_flat(replace(FACTS, outcomes=(patient,)), patient, after(61)) is None
    # One review and a third of the way are a quarter of the change.
    sign = IndicatorFact("i", "o", "outcome", "leading", "up", 0, 100, readings=((DAY, 25.0),))
    shown = replace(FACTS, indicators=(sign,))
    assert delivered_flat(shown, OUTCOME, after(60)) is None


def test_delivered_but_flat_in_the_sample(sample: Facts) -> None:
    on = day("07-31")
    found = {one.id: delivered_flat(sample, one, on) for one in sample.outcomes}
    assert [key for key, flat in found.items() if flat] == ["O6"]
    assert found["O6"] is not None
    assert (found["O6"].days, found["O6"].outputs) == (40, 2)


def test_the_loop_of_an_outcome_and_of_the_sample(sample: Facts) -> None:
    outcome = sample.outcome_by_id["O6"]
    before = loop_of(sample, outcome, day("05-30"))
    assert (before.stage, before.translated_on, before.is_closed) == ("defined", None, False)
    # Reviewed before there was any sign of an effect: the loop is not round yet.
    assert loop_of(sample, outcome, day("06-20")).stage == "defined"
    july = loop_of(sample, outcome, day("07-31"))
    assert (july.defined_on, july.translated_on, july.reviewed_on, july.stage) == (
        day("02-24"), day("06-30"), day("06-16"), "reviewed",
    )  # fmt: skip
    closed = loop_closed(sample, day("10-31"))
    assert (closed.closed, closed.active, closed.open, closed.share) == (6, 6, (), 1.0)
    june = loop_closed(sample, day("06-20"))
    assert (june.closed, june.active, june.open) == (3, 6, ("O3", "O4", "O5"))
    assert loop_closed(Facts(), DAY).share is None


def test_a_loop_stays_closed_for_ninety_days() -> None:
    facts = replace(FACTS, outcomes=(replace(OUTCOME, reviews=(ReviewFact(DAY, "partly"),)),))
    states = [loop_of(facts, facts.outcomes[0], after(days)).is_closed for days in (90, 91)]
    assert states == [True, False]


def test_a_plan_is_stale_after_ninety_days_without_a_reading_or_change() -> None:
    sign = IndicatorFact(
        "i", "o", "outcome", "leading", "up", 0, 100, readings=((after(20), 1.0),),
        changes=(IndicatorChange(after(30), "target", 90, 100, recorded_on=after(25)),),
    )  # fmt: skip
    facts = replace(FACTS, indicators=(sign,))
    for days, stale in ((115, False), (116, True)):
        found = staleness(facts, OUTCOME, after(days))
        assert found is not None
        assert (found.last_on, found.is_stale, found.is_far) == (after(25), stale, False)
    stopped = replace(facts, outputs=(replace(OLD, stopped_on=after(40)), NEW))
    found = staleness(stopped, OUTCOME, after(50))
    assert found is not None
    assert found.last_on == after(40)
    assert staleness(facts, replace(OUTCOME, active_on=None), DAY) is None


@pytest.mark.parametrize(
    ("due", "far"),
    [(None, False), (date(2026, 3, 31), False), (date(2026, 4, 1), True)],
)
def test_an_outcome_due_more_than_four_quarters_ahead(due: date | None, far: bool) -> None:
    outcome = replace(OUTCOME, due_on=due)
    found = staleness(replace(FACTS, outcomes=(outcome,)), outcome, DAY)
    assert found is not None
    assert found.is_far == far


def test_focus_counts_active_outcomes_of_a_team_and_indicators_of_an_outcome() -> None:
    many = tuple(replace(OUTCOME, id=f"o{n}", team="desk", active_on=after(n)) for n in range(4))
    signs = tuple(replace(SIGN, id=f"i{n}", outcome="o0") for n in range(5))
    guard = replace(SIGN, id="g", outcome="o0", guard="at_most")
    facts = Facts(outcomes=many, indicators=(*signs, guard))
    assert spreads(facts, after(2)) == (Spread("outcome", "o0", 5),)
    assert spreads(facts, after(3))[0] == Spread("team", "desk", 4)
    fewer = replace(facts, indicators=(*signs[1:], guard))
    assert spreads(fewer, after(2)) == ()


def test_a_target_lowered_from_inside_is_told_from_the_others() -> None:
    def changed(
        name: str, way: Way, old: float | None, new: float | None, cause: Cause
    ) -> IndicatorFact:
        change = IndicatorChange(after(9), "target", old, new, cause, "why", after(5))
        return IndicatorFact(name, "o", "outcome", "leading", way, 0, new, changes=(change,))

    facts = Facts(
        outcomes=(OUTCOME,),
        indicators=(
            changed("easier", "up", 95, 90, "inside"),
            changed("easier-down", "down", 5, 8, "inside"),
            changed("gone", "up", 95, None, "inside"),
            changed("outside", "up", 95, 90, "outside"),
            changed("harder", "up", 90, 95, "inside"),
            changed("first", "up", None, 95, "inside"),
            replace(SIGN, changes=(IndicatorChange(DAY, "weight", 2, 1),)),
        ),
    )
    found = target_changes(facts, after(5))
    assert [one.indicator for one in found.lowered] == ["easier", "easier-down", "gone"]
    assert (found.all, found.share) == (6, 0.5)
    assert target_changes(facts, after(4)).share is None


def test_no_target_of_the_sample_was_lowered_from_inside(sample: Facts) -> None:
    outside = IndicatorChange(day("11-03"), "target", 95, 90, "outside", "", day("10-31"))
    indicators = tuple(
        replace(one, changes=(*one.changes[:1], outside)) if one.id == "O2-a" else one
        for one in sample.indicators
    )
    found = target_changes(replace(sample, indicators=indicators), day("10-31"))
    assert (found.lowered, found.all, found.share) == ((), 1, 0.0)


def test_a_swap_keeps_the_outcome_and_changes_the_way() -> None:
    stopped = replace(OLD, finished_on=None, stopped_on=after(20), stopped_because="Too slow")
    instead = replace(NEW, created_on=after(22), replaces="p", finished_on=None)
    facts = replace(FACTS, outputs=(stopped, instead))
    assert swaps(facts, after(21)) == ()
    (swap,) = swaps(facts, after(22))
    assert (swap.stopped, swap.instead, swap.outcome) == ("p", "q", "o")
    assert (swap.on, swap.reason) == (after(22), "Too slow")
    elsewhere = replace(facts, links=(LINKS[0], LinkFact("q", "other", True, DAY)))
    running = replace(facts, outputs=(OLD, instead))
    assert swaps(elsewhere, after(30)) == swaps(running, after(30)) == ()


def test_how_new_outcomes_are_phrased_by_month() -> None:
    titles = {"a": "Roll out a board", "b": "Callers are calm", "c": "Vans are full"}
    facts = Facts(
        outcomes=tuple(
            replace(OUTCOME, id=id_, title=title, created_on=date(2025, 2 + (id_ == "c"), 5))
            for id_, title in titles.items()
        )
    )
    months = [date(2025, 1, 31), date(2025, 2, 10), date(2025, 3, 31)]
    points = phrasing(facts, months, lambda outcome: outcome.title.startswith("Roll"))
    assert [(point.written, point.as_change, point.share) for point in points] == [
        (0, 0, None), (2, 1, 0.5), (1, 1, 1.0),
    ]  # fmt: skip
    assert points[1].month == date(2025, 2, 28)


def test_the_ladder_counts_what_also_carries_an_objective() -> None:
    facts = replace(
        FACTS,
        outcomes=(replace(OUTCOME, objective="k"), replace(OUTCOME, id="plain")),
        links=(LINKS[0], LinkFact("q", "plain", True, DAY)),
    )
    sight = line_of_sight(facts, DAY)
    assert (sight.reaching, sight.ladder) == (2, Tier("ladder", 1, 15.0))
    assert line_of_sight(FACTS, DAY).ladder is None


FAST = IndicatorFact("f", "o", "activity", "leading", "up", 0, 100, readings=((DAY, 80.0),))
SLOW = IndicatorFact("s", "o", "impact", "lagging", "up", 10, 20, readings=((DAY, 14.0),))


def lamp(*values: tuple[int, float], fast: float = 80.0, delay: int = 0, on: int = 70) -> str:
    slow = replace(SLOW, readings=tuple((after(days), value) for days, value in values))
    facts = Facts(
        outcomes=(OUTCOME,),
        indicators=(replace(FAST, readings=((DAY, fast),)), slow),
        signs=(DebtSignFact("growth-and-profit", "f", "s", delay),),
    )
    return debt_signs(facts, after(on))[0].lamp


def test_a_lamp_is_on_when_the_fast_number_is_green_and_the_slow_one_stays() -> None:
    assert lamp((0, 14), (65, 14.4)) == "on"
    assert lamp((0, 14), (65, 14.5)) == "off"
    assert lamp((0, 14), (65, 14.4), fast=79) == "off"
    assert lamp((65, 9)) == "on"
    assert lamp((0, 19), (65, 19)) == "off"
    assert lamp((65, 14)) == lamp() == "too-little-data"
    # The slow number follows after ten weeks: until then it is not expected to.
    assert lamp((0, 14), (65, 14), delay=11) == "too-little-data"
    assert lamp((0, 14), (65, 14), delay=10) == "on"


def test_five_lamps_in_their_order() -> None:
    signs = (
        DebtSignFact("revenue-and-cash", "f", "gone"),
        DebtSignFact("efficiency-and-loss", "s", "f"),
        DebtSignFact("efficiency-and-loss", "f", "s"),
    )
    facts = replace(FACTS, indicators=(FAST, SLOW), signs=signs)
    lamps = [(one.pair, one.lamp) for one in debt_signs(facts, after(70))]
    assert lamps == [
        ("growth-and-profit", "not-set-up"),
        ("efficiency-and-loss", "on"),
        ("engagement-and-leavers", "not-set-up"),
        ("revenue-and-cash", "not-set-up"),
        ("outputs-and-evidence", "on"),
    ]


def test_the_lamp_of_this_journal_over_the_months_of_the_sample(sample: Facts) -> None:
    lamps = {on.month: outputs_and_evidence(sample, on) for on in month_ends(day("10-31"), 9)}
    assert [lamps[month].lamp for month in range(2, 11)] == [
        "too-little-data", "too-little-data", "too-little-data", "off", "off", "on", "off", "off",
        "off",
    ]  # fmt: skip
    assert lamps[7].fast == 1.0
    assert lamps[7].slow == pytest.approx(1 - 140.8 / 151, abs=0.001)
