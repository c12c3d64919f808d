"""Finished work leaves the debt in four ways; a moved one lasts as long as its outcome."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from leadjournal.rules.debt import Debt, debt
from leadjournal.rules.exits import Ended, ended
from leadjournal.rules.facts import (
    ExitFact,
    ExitWay,
    Facts,
    IndicatorFact,
    LinkFact,
    OutcomeFact,
    OutputFact,
    ReviewFact,
)

DAY = date(2025, 1, 1)


def after(days: int) -> date:
    return DAY + timedelta(days=days)


SIGN = IndicatorFact(
    "i", "o", "impact", "lagging", "up", 0, 100, rhythm_days=366,
    readings=((DAY, 0.0), (after(40), 95.0), (after(80), 60.0), (after(90), 95.0)),
)  # fmt: skip
OUTCOME = OutcomeFact(
    "o", "Calm callers", DAY, DAY, whys=((DAY, "w"),), reviews=(ReviewFact(after(45), "real"),)
)
OUTPUT = OutputFact("p", "Call-back promise", 10.0, DAY, finished_on=after(10))
OTHER = OutputFact("q", "Call script", 3.0, DAY, finished_on=after(20))
FACTS = Facts(
    outcomes=(OUTCOME,),
    indicators=(SIGN,),
    outputs=(OUTPUT, OTHER),
    links=(LinkFact("p", "o", True, DAY), LinkFact("q", "o", True, DAY)),
)


def leaving(way: ExitWay, on: int = 50, outcome: str | None = "o") -> ExitFact:
    return ExitFact("x", "p", outcome, way, after(on), 4.5, "because")


def with_exit(exit_: ExitFact, facts: Facts = FACTS) -> Facts:
    return replace(facts, exits=(exit_,))


def owing(found: Debt) -> list[str]:
    return [owed.id for row in found.rows for owed in row.outputs]


def test_accepted_work_leaves_the_total_and_stands_in_its_own_line() -> None:
    facts = with_exit(leaving("accepted"))
    assert owing(debt(facts, after(49))) == ["p", "q"]
    found = debt(facts, after(50))
    assert owing(found) == ["q"]
    (aside,) = found.set_aside
    assert (aside.id, aside.days, aside.on, aside.way) == ("p", 4.5, after(50), "accepted")
    assert aside.reason == "because"
    assert (found.set_aside_days("accepted"), found.set_aside_days("moved")) == (4.5, 0)
    assert (found.finished, found.written_off) == (13, ())


def test_rejected_work_is_written_off_with_the_lesson_and_stays_so() -> None:
    facts = with_exit(leaving("rejected"))
    found = debt(facts, after(50))
    (gone,) = found.written_off
    assert (gone.id, gone.days, gone.on) == ("p", 10, after(50))
    assert (gone.because, gone.lesson) == ("rejected", "because")
    assert (found.finished, found.set_aside) == (3, ())
    # Unlinked afterwards, linked elsewhere or stopped too: the belief stays rejected.
    unlinked = replace(facts, links=facts.links[1:])
    stopped = replace(facts, outputs=(replace(OUTPUT, stopped_on=after(60)), OTHER))
    for changed in (unlinked, stopped):
        assert [row.because for row in debt(changed, after(70)).written_off] == ["rejected"]


def test_moved_work_counts_again_from_the_day_its_outcome_falls_back() -> None:
    facts = with_exit(leaving("moved"))
    assert ended(facts, facts.exits[0]) == Ended(after(80), "progress")
    assert owing(debt(facts, after(79))) == ["q"]
    assert debt(facts, after(79)).finished == 13
    # Once lost it has to be shown anew, even when the readings are good again.
    for days in (80, 95):
        found = debt(facts, after(days))
        assert (owing(found), found.set_aside) == (["p", "q"], ())


def test_a_review_that_says_not_real_ends_a_moved_exit() -> None:
    reviews = (*OUTCOME.reviews, ReviewFact(after(60), "partly"), ReviewFact(after(70), "not-real"))
    facts = replace(FACTS, outcomes=(replace(OUTCOME, reviews=reviews),))
    facts = with_exit(leaving("moved"), facts)
    assert ended(facts, facts.exits[0]) == Ended(after(70), "review")


def test_moved_work_of_an_outcome_that_is_done_with_is_not_written_off() -> None:
    retired = replace(OUTCOME, retired_on=after(60), retired_because="Done")
    facts = with_exit(leaving("moved"), replace(FACTS, outcomes=(retired,)))
    assert ended(facts, facts.exits[0]) is None
    found = debt(facts, after(400))
    assert [row.id for row in found.set_aside] == ["p"]
    assert [(row.id, row.because, row.lesson) for row in found.written_off] == [
        ("q", "retired", "Done")
    ]


def test_without_its_outcome_nothing_says_any_more_that_work_has_moved() -> None:
    facts = with_exit(leaving("moved", outcome=None))
    assert ended(facts, facts.exits[0]) == Ended(after(50), None)
    assert owing(debt(facts, after(50))) == ["p", "q"]


def test_stopped_work_says_so_itself() -> None:
    facts = with_exit(leaving("stopped"))
    assert owing(debt(facts, after(60))) == ["p", "q"]
    stopped = replace(OUTPUT, stopped_on=after(50), stopped_because="Nobody used it")
    found = debt(replace(facts, outputs=(stopped, OTHER)), after(60))
    assert [(row.id, row.because, row.lesson) for row in found.written_off] == [
        ("p", "stopped", "Nobody used it")
    ]


def test_an_exit_before_the_work_was_finished_is_none() -> None:
    facts = with_exit(leaving("accepted", on=9))
    assert owing(debt(facts, after(60))) == ["p", "q"]


def test_of_several_exits_the_rejected_one_counts_else_the_latest() -> None:
    facts = replace(
        FACTS,
        exits=(
            leaving("moved"),
            replace(leaving("accepted", on=92), id="y", reason="later"),
        ),
    )
    assert [row.way for row in debt(facts, after(60)).set_aside] == ["moved"]
    assert [row.reason for row in debt(facts, after(92)).set_aside] == ["later"]
    both = replace(facts, exits=(*facts.exits, replace(leaving("rejected"), id="z")))
    assert [row.because for row in debt(both, after(92)).written_off] == ["rejected"]


def test_work_that_must_be_done_has_no_debt_to_leave() -> None:
    must = replace(FACTS, outputs=(replace(OUTPUT, must_do=True),))
    found = debt(with_exit(leaving("rejected"), must), after(60))
    assert (found.finished, found.written_off, found.set_aside) == (10, (), ())
