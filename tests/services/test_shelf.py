"""Any record by its kind or id."""

from datetime import timedelta

import pytest

from leadjournal.base.errors import NotFound, UserMistake
from leadjournal.model.catalogue import BY_ID, KINDS, Ref, kind_named
from leadjournal.model.entry import EntryDraft
from leadjournal.model.person import Team
from leadjournal.services.shelf import values_of
from leadjournal.services.workspace import Workspace
from tests.support.journals import TODAY
from tests.support.records import a_review, ago, an_action, an_indicator, an_outcome, an_output


def test_a_kind_is_listed_by_its_day(space: Workspace) -> None:
    for days in (1, 9, 0):
        space.entries.capture(f"{days}", ago(days))
    entry = BY_ID["entry"]
    assert [one.day for one in space.shelf.listing(entry)] == [ago(9), ago(1), TODAY]  # type: ignore[attr-defined]
    assert len(space.shelf.listing(entry, since=ago(1))) == 2
    assert len(space.shelf.listing(entry, since=ago(9), until=ago(1))) == 2
    assert space.shelf.listing(entry, since=TODAY + timedelta(days=1)) == []


def test_a_kind_without_a_day_is_listed_as_it_was_made(space: Workspace) -> None:
    space.teams.named("Zeta")
    space.teams.named("Alpha")
    names = [one.name for one in space.shelf.listing(BY_ID["team"], until=TODAY)]  # type: ignore[attr-defined]
    assert names == ["Zeta", "Alpha"]


def test_every_kind_of_the_sample_can_be_listed(larkmoor: Workspace) -> None:
    counts = larkmoor.backups.check().counts
    for kind in KINDS:
        assert len(larkmoor.shelf.listing(kind)) == counts[kind.id]
        assert kind_named(kind.plural.upper()) is kind


def test_four_letters_of_an_id_are_enough(larkmoor: Workspace) -> None:
    outcome = larkmoor.outcomes.all()[0]
    for id_ in (outcome.id, outcome.id.upper(), f"  {outcome.id}\n", outcome.id[:13]):
        ref, record = larkmoor.shelf.find(id_)
        assert (ref, record.id) == (Ref("outcome", outcome.id), outcome.id)


def test_letters_that_several_ids_begin_with_are_not_enough(space: Workspace) -> None:
    with space.entries.journal.writing("Two teams") as session:
        for id_ in ("abcd-1", "abcd-2"):
            session.add(Team(id=id_, name=id_))
    with pytest.raises(UserMistake, match="2 records have an id that begins with “abcd”"):
        space.shelf.find("abcd")
    assert space.shelf.find("abcd-2")[0] == Ref("team", "abcd-2")


@pytest.mark.parametrize("odd", ["", "abc", "%%%%", "____", "x" * 500, "\ud800\ud800aa", "a'b\"c"])
def test_an_id_that_is_none_is_told_in_a_sentence(space: Workspace, odd: str) -> None:
    space.entries.capture("One")
    with pytest.raises(NotFound) as told:
        space.shelf.find(odd)
    str(told.value).encode()


def test_a_part_is_shown_on_the_page_of_what_it_belongs_to(space: Workspace) -> None:
    outcome = an_outcome(space, "Warm")
    indicator = an_indicator(space, outcome, (TODAY, 1.0))
    reading = space.indicators.of(outcome.id)[0].readings[0]
    review = a_review(space, outcome, TODAY)
    action = an_action(space, due_on=TODAY)
    space.actions.move(action.id, ago(-1), "")
    output = an_output(space, outcome=outcome)
    (link,) = space.outputs.links(output.id)
    parts = {"reading": reading, "indicator": indicator, "review": review, "link": link}
    for part in (Ref(kind, record.id) for kind, record in parts.items()):
        assert space.shelf.owner_of(part) == Ref("outcome", outcome.id)
    moved = space.shelf.listing(BY_ID["postponement"])[0]
    assert space.shelf.owner_of(Ref("postponement", moved.id)) == Ref("action", action.id)
    entry = space.entries.add(EntryDraft(day=TODAY, title="A"), refs=[Ref("outcome", outcome.id)])
    (pointer,) = space.shelf.listing(BY_ID["reference"])
    assert space.shelf.owner_of(Ref("reference", pointer.id)) == Ref("entry", entry.id)
    assert space.shelf.owner_of(Ref("why", "gone")) == Ref("why", "gone")


def test_a_record_is_known_by_its_title(space: Workspace) -> None:
    outcome = an_outcome(space, "Warm")
    assert space.shelf.title(Ref("outcome", outcome.id)) == "Warm"
    assert space.shelf.title(Ref("outcome", "gone")) == ""


def test_records_become_plain_values(space: Workspace) -> None:
    values = values_of(space.entries.capture("One"))
    assert (values["day"], values["kind"], values["direction"]) == ("2025-10-31", "note", None)


def test_a_kind_that_is_none_is_told_with_those_there_are() -> None:
    with pytest.raises(UserMistake, match="no kind of record called “diary”") as told:
        kind_named("diary")
    assert "outcome, indicator" in str(told.value)
