"""Debt signs as a user sets them up."""

import pytest

from leadjournal.base.errors import InvalidValue
from leadjournal.model.debt_sign import DebtSignDraft, SignPair
from leadjournal.model.indicator import Guard
from leadjournal.services.workspace import Workspace
from tests.support.records import an_indicator, an_outcome

PAIR = SignPair.REVENUE_AND_CASH


def a_pair(space: Workspace) -> tuple[str, str]:
    outcome = an_outcome(space)
    return an_indicator(space, outcome).id, an_indicator(space, outcome, name="Cash").id


def test_a_sign_has_one_pair_of_indicators(space: Workspace) -> None:
    fast, slow = a_pair(space)
    space.debt_signs.set_up(DebtSignDraft(pair=PAIR, fast_id=fast, slow_id=slow))
    made = space.debt_signs.set_up(
        DebtSignDraft(pair=PAIR, fast_id=slow, slow_id=fast, delay_weeks=6)
    )
    assert space.debt_signs.all() == [made]
    found = space.debt_signs.of(PAIR)
    assert found is not None
    assert (found.fast_id, found.delay_weeks) == (slow, 6)
    space.history.undo()
    assert [sign.fast_id for sign in space.debt_signs.all()] == [fast]


def test_a_number_is_not_held_against_itself(space: Workspace) -> None:
    fast, _slow = a_pair(space)
    with pytest.raises(InvalidValue) as refused:
        space.debt_signs.set_up(DebtSignDraft(pair=PAIR, fast_id=fast, slow_id=fast))
    assert refused.value.field == "slow_id"


def test_a_sign_is_taken_down(space: Workspace) -> None:
    fast, slow = a_pair(space)
    space.debt_signs.set_up(DebtSignDraft(pair=PAIR, fast_id=fast, slow_id=slow))
    space.debt_signs.take_down(PAIR)
    assert space.debt_signs.of(PAIR) is None


def test_a_sign_goes_with_its_indicator_and_comes_back_with_it(space: Workspace) -> None:
    fast, slow = a_pair(space)
    space.debt_signs.set_up(DebtSignDraft(pair=PAIR, fast_id=fast, slow_id=slow))
    space.indicators.remove(slow)
    assert space.debt_signs.all() == []
    space.history.undo()
    assert len(space.debt_signs.all()) == 1


def test_indicators_are_chosen_with_their_outcomes_and_guards_are_not(space: Workspace) -> None:
    outcome = an_outcome(space)
    an_indicator(space, outcome, name="Repeat calls")
    an_indicator(space, outcome, name="Answered calls")
    an_indicator(space, outcome, name="Overtime", guard=Guard.AT_MOST, guard_limit=5)
    assert [choice.words for choice in space.indicators.choices()] == [
        "Answered calls · Warm after one visit",
        "Repeat calls · Warm after one visit",
    ]


def test_the_sample_has_two_signs(larkmoor: Workspace) -> None:
    names = larkmoor.outcome_figures.indicator_names()
    assert [(sign.pair.value, names[sign.fast_id]) for sign in larkmoor.debt_signs.all()] == [
        ("efficiency-and-loss", "Calls answered within 60 seconds"),
        ("engagement-and-leavers", "Team energy score"),
    ]
