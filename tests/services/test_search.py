"""Search: every word that was ever written, in any kind of record."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leadjournal.model.action import BlockerDraft
from leadjournal.model.catalogue import Ref
from leadjournal.model.entry import EntryDraft
from leadjournal.model.outcome import Verdict
from leadjournal.services.search import HIT_BEGINS, HIT_ENDS
from leadjournal.services.workspace import Workspace
from tests.support.journals import TODAY
from tests.support.records import a_review, a_why, ago, an_action, an_indicator, an_outcome


def found(space: Workspace, words: str, **filters: object) -> set[str]:
    """The kinds of what was found."""
    return {hit.ref.kind for hit in space.search.find(words, **filters)}  # type: ignore[arg-type]


def test_words_are_found_in_every_kind_of_record(space: Workspace) -> None:
    outcome = an_outcome(space, "Warm homes", why=a_why(space, "Warm people"))
    an_action(space, "Ask who is warm")
    an_indicator(space, outcome, name="Warm flats")
    a_review(space, outcome, TODAY, voice="“I am warm.”")
    space.entries.capture("A warm evening")
    assert found(space, "warm") == {"outcome", "why", "action", "indicator", "review", "entry"}
    assert found(space, "WARM eve") == {"entry"}
    assert found(space, "warm cold") == set()


def test_a_hit_shows_its_title_kind_day_and_where_it_was_found(space: Workspace) -> None:
    entry = space.entries.capture("Title\nthe boiler sang", ago(3))
    (hit,) = space.search.find("boil")
    assert (hit.ref, hit.title, hit.day, hit.kind) == (
        Ref("entry", entry.id), "Title", ago(3), "Entry",
    )  # fmt: skip
    assert f"{HIT_BEGINS}boiler{HIT_ENDS}" in hit.snippet


def test_a_record_without_a_title_is_called_by_its_kind(space: Workspace) -> None:
    a_review(space, an_outcome(space), TODAY, Verdict.PARTLY, voice="so-so")
    (hit,) = space.search.find("so-so")
    assert hit.title == "Review"


def test_filters_by_kind_tag_and_dates(space: Workspace) -> None:
    space.entries.add(EntryDraft(day=ago(5), title="boiler one"), ["heat"])
    space.entries.add(EntryDraft(day=ago(1), title="boiler two"))
    space.teams.named("boiler team")
    assert found(space, "boiler") == {"entry", "team"}
    assert found(space, "boiler", kinds=["team"]) == {"team"}
    (hit,) = space.search.find("boiler", tag="heat")
    assert hit.title == "boiler one"
    assert [hit.title for hit in space.search.find("boiler", since=ago(2))] == ["boiler two"]
    assert [hit.title for hit in space.search.find("boiler", until=ago(2))] == ["boiler one"]
    assert len(space.search.find("boiler", limit=2)) == 2


def test_what_belongs_to_an_outcome_or_a_person_is_found_by_it(space: Workspace) -> None:
    omar, ours, other = space.people.named("Omar"), an_outcome(space, "ours"), an_outcome(space)
    ref = Ref("outcome", ours.id)
    space.entries.add(EntryDraft(day=TODAY, title="boiler note"), refs=[ref])
    an_action(space, "boiler call", owner_id=omar.id, outcome_id=ours.id)
    an_action(space, "boiler elsewhere", outcome_id=other.id)
    a_review(space, ours, TODAY, voice="the boiler runs")
    space.blockers.add(BlockerDraft(text="boiler key", opened_on=TODAY, person_id=omar.id))
    assert found(space, "boiler", outcome=ours.id) == {"entry", "action", "review"}
    assert len(space.search.find("boiler", outcome=ours.id)) == 3
    assert found(space, "boiler", person=omar.id) == {"action", "blocker"}
    assert found(space, "omar", person=omar.id) == {"person"}
    assert found(space, "boiler", person=omar.id, outcome=ours.id) == {"action"}


def test_search_follows_edits_removals_and_undo(space: Workspace) -> None:
    entry = space.entries.capture("alpha")
    space.entries.edit(entry.id, title="beta")
    assert (found(space, "alpha"), found(space, "beta")) == (set(), {"entry"})
    space.entries.remove(entry.id)
    assert found(space, "beta") == set()
    space.history.undo()
    space.history.undo()
    assert (found(space, "alpha"), found(space, "beta")) == ({"entry"}, set())


@pytest.mark.parametrize("filters", [{"tag": "\ud800"}, {"person": "gone"}, {"kinds": ["none"]}])
def test_filters_that_fit_nothing_find_nothing(
    space: Workspace, filters: dict[str, object]
) -> None:
    space.entries.capture("boiler")
    assert found(space, "boiler", **filters) == set()


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=40) | st.text(alphabet="\"'*():^-+ANDORNET_ \x00\ud800🙂é", max_size=30))
def test_no_search_text_is_an_error(space: Workspace, words: str) -> None:
    assert space.search.find(words) == []
