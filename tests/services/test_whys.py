"""Whys: what the work is for."""

import pytest

from leadjournal.base.errors import InvalidValue
from leadjournal.model.why import WhyDraft, WhyScope
from leadjournal.services.workspace import Workspace
from tests.support.journals import TODAY
from tests.support.records import a_why, an_outcome


def test_whys_are_offered_in_the_order_they_were_written(space: Workspace) -> None:
    a_why(space, "Second letter: b")
    a_why(space, "First letter: a")
    assert [choice.words for choice in space.whys.choices()] == [
        "Second letter: b",
        "First letter: a",
    ]


def test_today_shows_the_leaders_own_why_before_that_of_a_team(space: Workspace) -> None:
    assert space.whys.first_own() is None
    team = a_why(space, "We keep homes warm", scope=WhyScope.TEAM)
    shown = space.whys.first_own()
    assert shown is not None
    assert shown.id == team.id
    own = a_why(space, "I make room for people", scope=WhyScope.BOTH)
    shown = space.whys.first_own()
    assert shown is not None
    assert shown.id == own.id


def test_a_why_stays_on_one_line_and_needs_words(space: Workspace) -> None:
    why = a_why(space, "To listen\r\n  so that  people speak")
    assert why.statement == "To listen so that people speak"
    for nothing in ("", " \n "):
        with pytest.raises(InvalidValue) as told:
            WhyDraft(statement=nothing, since=TODAY)
        assert (str(told.value), told.value.field) == ("Why is needed.", "statement")


def test_removing_a_why_leaves_its_outcomes_without_one_until_undo(space: Workspace) -> None:
    why = a_why(space)
    outcome = an_outcome(space, why=why)
    space.whys.remove(why.id)
    assert space.outcomes.why_of(outcome.id) is None
    space.history.undo()
    present = space.outcomes.why_of(outcome.id)
    assert present is not None
    assert present.id == why.id
