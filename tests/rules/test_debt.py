from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from leadjournal.rules.debt import DebtRow, band, capacity_months, debt
from leadjournal.rules.evidence import evidence
from leadjournal.rules.facts import (
    Facts,
    IndicatorChange,
    IndicatorFact,
    LinkFact,
    OutcomeFact,
    OutputFact,
    ReviewFact,
    Verdict,
)

DAY = date(2025, 1, 1)
OUTCOME = OutcomeFact("o", "Calm callers", DAY, DAY, whys=((DAY, "w"),))
OUTPUT = OutputFact("p", "Call-back promise", 10.0, DAY, finished_on=DAY)
LINK = LinkFact("p", "o", main=True, since=DAY)
SIGN = IndicatorFact("i", "o", "impact", "lagging", "up", 0, 10, readings=((DAY, 5.0),))
FACTS = Facts(outcomes=(OUTCOME,), indicators=(SIGN,), outputs=(OUTPUT,), links=(LINK,))


def after(days: int) -> date:
    return DAY + timedelta(days=days)


def row(facts: Facts, on: date) -> DebtRow:
    return next(row for row in debt(facts, on).rows if row.outputs)


def with_outcome(**changes: Any) -> Facts:
    return replace(FACTS, outcomes=(replace(OUTCOME, **changes),))


def with_output(**changes: Any) -> Facts:
    return replace(FACTS, outputs=(replace(OUTPUT, **changes),))


def with_sign(**changes: Any) -> Facts:
    return replace(FACTS, indicators=(replace(SIGN, **changes),))


def reasons(found: DebtRow) -> list[tuple[str, int]]:
    return [(part.reason, part.percent) for part in found.reasons]


@pytest.mark.parametrize(
    ("days", "months"),
    [(0, 0), (59, 0), (60, 1), (89, 1), (90, 2), (749, 23), (750, 24), (9999, 24)],
)
def test_months_count_after_the_grace_and_up_to_two_years(days: int, months: int) -> None:
    assert row(FACTS, after(days)).outputs[0].months == months


def test_work_without_an_outcome_has_no_grace_and_six_percent() -> None:
    facts = replace(FACTS, links=())
    found = debt(facts, after(60))
    assert (found.rows[-1].kind, found.rows[-1].id) == ("output", "p")
    assert found.without_outcome == pytest.approx(10 * 1.06**2)
    assert sum(percent for _reason, percent in reasons(found.rows[-1])) == 6


@pytest.mark.parametrize(
    "facts",
    [
        with_outcome(active_on=None),
        with_outcome(active_on=after(61)),
        replace(FACTS, links=(replace(LINK, since=after(61)),)),
        replace(FACTS, links=(replace(LINK, until=after(60)),)),
        replace(FACTS, links=(replace(LINK, main=False),)),
    ],
    ids=["draft", "draft then", "linked later", "link ended", "only beside"],
)
def test_what_counts_as_without_an_outcome(facts: Facts) -> None:
    found = debt(facts, after(60))
    assert found.total == found.without_outcome > 10


def test_must_do_work_carries_no_debt_but_is_finished_work() -> None:
    found = debt(with_output(must_do=True), after(60))
    assert (found.total, found.finished) == (0, 10)


@pytest.mark.parametrize(
    ("facts", "because"),
    [
        (with_output(stopped_on=after(50)), "stopped"),
        (with_outcome(retired_on=after(50)), "retired"),
    ],
    ids=["stopped", "retired"],
)
def test_stopped_work_and_retired_outcomes_are_written_off(facts: Facts, because: str) -> None:
    assert debt(facts, after(49)).total > 0
    found = debt(facts, after(50))
    assert (found.total, found.finished, found.unproven) == (0, 0, None)
    gone = found.written_off[0]
    assert (gone.days, gone.on, gone.because) == (10, after(50), because)
    assert found.written_off_days == 10


def test_each_reason_of_the_rate() -> None:
    assert reasons(row(FACTS, after(90))) == [("base", 3)]
    assert ("no-recent-review", 1) in reasons(row(FACTS, after(91)))
    assert ("no-why", 1) in reasons(row(with_outcome(whys=()), DAY))
    lost = with_outcome(whys=((DAY, "w"), (after(5), None)))
    assert ("no-why", 1) not in reasons(row(lost, after(4)))
    assert ("no-why", 1) in reasons(row(lost, after(5)))
    assert ("no-lagging-reading", 1) in reasons(row(with_sign(readings=()), DAY))
    assert ("no-lagging-reading", 1) in reasons(row(with_sign(horizon="leading"), DAY))


@pytest.mark.parametrize(
    ("review", "days", "voice"),
    [
        (None, 10, 0.8),
        ("real", 90, 1.0),
        ("real", 91, 0.8),
        ("partly", 400, 0.5),
        ("not-real", 400, 0.0),
    ],
)
def test_the_voice_of_a_review(review: Verdict | None, days: int, voice: float) -> None:
    facts = with_outcome(reviews=(ReviewFact(DAY, review),) if review else ())
    assert evidence(facts, facts.outcomes[0], after(days)).voice == voice


@pytest.mark.parametrize(("days", "freshness"), [(60, 1.0), (61, 0.5), (120, 0.5), (121, 0.0)])
def test_readings_lose_their_weight_with_age(days: int, freshness: float) -> None:
    found = evidence(FACTS, OUTCOME, after(days))
    assert found.indicators[0].freshness == freshness
    assert found.promised == freshness * 0.5


def test_a_guard_beyond_its_limit_halves_the_evidence() -> None:
    guard = replace(SIGN, id="g", guard="at_least", limit=5.1)
    facts = replace(FACTS, indicators=(SIGN, guard))
    assert evidence(facts, OUTCOME, DAY).guards == 0.5
    changed = replace(guard, changes=(IndicatorChange(after(3), "limit", 5.1, 4.0),))
    facts = replace(FACTS, indicators=(SIGN, changed))
    assert evidence(facts, OUTCOME, after(2)).guards == 0.5
    assert evidence(facts, OUTCOME, after(3)).guards == 1.0


def test_targets_and_weights_count_from_their_day() -> None:
    second = IndicatorFact("j", "o", "outcome", "leading", "up", 0, 10, readings=((DAY, 10.0),))
    changes = (
        IndicatorChange(after(2), "target", 10.0, 5.0),
        IndicatorChange(after(4), "weight", 1.0, 3.0),
    )
    # The columns hold the newest values, as a journal does.
    changed = replace(SIGN, target=5.0, weight=3.0, changes=changes, readings=((DAY, 2.5),))
    facts = replace(FACTS, indicators=(changed, second))
    promised = [evidence(facts, OUTCOME, after(days)).promised for days in (1, 2, 4)]
    assert promised == [(0.25 + 1) / 2, (0.5 + 1) / 2, (3 * 0.5 + 1) / 4]


@pytest.mark.parametrize(
    ("direction", "value", "share"), [("up", 3.0, 1), ("up", 2.0, 0), ("down", 2.0, 1)]
)
def test_a_target_that_only_asks_to_hold(direction: str, value: float, share: int) -> None:
    facts = with_sign(direction=direction, baseline=2.5, target=2.5, readings=((DAY, value),))
    assert evidence(facts, OUTCOME, DAY).promised == share


def test_an_indicator_without_a_target_is_left_out() -> None:
    facts = with_sign(target=None)
    assert evidence(facts, OUTCOME, DAY).indicators == ()


@pytest.mark.parametrize(
    ("months", "word"),
    [(0, "light"), (0.49, "light"), (0.5, "worth-a-look"), (1.5, "worth-a-look"), (1.51, "heavy")],
)
def test_the_bands(months: float, word: str) -> None:
    assert band(months) == word


def test_a_team_of_nobody_has_no_capacity() -> None:
    assert capacity_months(36, 2) == 1.0
    assert capacity_months(36, 0) is None
