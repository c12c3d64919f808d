"""People and teams, chosen, made and renamed wherever one is needed."""

import unicodedata

import pytest

from leadjournal.base.errors import InvalidValue, NotFound
from leadjournal.model.action import ActionDraft
from leadjournal.model.journal_card import JournalCardDraft
from leadjournal.model.person import PersonDraft, TeamDraft
from leadjournal.services.workspace import Workspace
from tests.support.journals import TODAY
from tests.support.records import ago


def test_naming_somebody_new_makes_a_person_and_naming_them_again_does_not(
    space: Workspace,
) -> None:
    omar = space.people.named("Omar")
    assert space.people.named("  omar ").id == omar.id
    assert [person.first_name for person in space.people.all()] == ["Omar"]


def test_somebody_is_found_by_the_full_name_too(space: Workspace) -> None:
    ines = space.people.add(PersonDraft(first_name="Ines", full_name="Ines Duarte"))
    assert space.people.named("ines duarte").id == ines.id


def test_an_accent_typed_in_two_parts_names_the_same_person(space: Workspace) -> None:
    zoe, team = space.people.named("Zoë"), space.teams.named("Büro")
    assert space.people.named(unicodedata.normalize("NFD", "Zoë")).id == zoe.id
    assert space.teams.named(unicodedata.normalize("NFD", "BÜRO")).id == team.id


@pytest.mark.parametrize("nothing", ["", "   ", "\n"])
def test_nobody_is_not_a_person(space: Workspace, nothing: str) -> None:
    space.people.named("Omar")
    with pytest.raises(InvalidValue) as told:
        space.people.named(nothing)
    assert (str(told.value), told.value.field) == ("First name is needed.", "first_name")
    with pytest.raises(InvalidValue):
        space.teams.named(nothing)


def test_namesakes_are_told_apart_by_full_name_or_role(space: Workspace) -> None:
    space.people.add(PersonDraft(first_name="Tom", full_name="Tom Archer"))
    space.people.add(PersonDraft(first_name="Tom", role="planner"))
    space.people.add(PersonDraft(first_name="Ada", role="engineer"))
    words = [choice.words for choice in space.people.choices()]
    assert words == ["Ada", "Tom (Tom Archer)", "Tom (planner)"]


def test_a_person_and_a_team_can_be_renamed(space: Workspace) -> None:
    omar, desk = space.people.named("Omar"), space.teams.named("The Desk")
    space.people.rename(omar.id, "Omar B.")
    space.teams.rename(desk.id, "The Front Desk")
    assert space.people.names() == {omar.id: "Omar B."}
    assert [choice.words for choice in space.teams.choices()] == ["The Front Desk"]
    space.history.undo()
    assert space.teams.get(desk.id).name == "The Desk"


def test_who_leaves_the_journal_lets_go_of_what_they_owned(space: Workspace) -> None:
    omar = space.people.named("Omar")
    action = space.actions.add(ActionDraft(what="Call", owner_id=omar.id, due_on=TODAY))
    space.people.remove(omar.id)
    assert space.actions.get(action.id).owner_id is None
    with pytest.raises(NotFound):
        space.people.get(omar.id)
    space.history.undo()
    assert space.actions.get(action.id).owner_id == omar.id


def test_capacity_counts_the_owners_team_between_the_first_and_the_last_day(
    space: Workspace,
) -> None:
    desk = space.teams.add(TeamDraft(name="Desk"))
    other = space.teams.add(TeamDraft(name="Other"))
    nadia = space.people.add(PersonDraft(first_name="Nadia", team_id=desk.id))
    space.people.add(PersonDraft(first_name="Kit", team_id=desk.id, from_day=ago(10)))
    space.people.add(PersonDraft(first_name="Lee", team_id=desk.id, until_day=ago(5)))
    space.people.add(PersonDraft(first_name="Boss", team_id=other.id))
    space.people.add(PersonDraft(first_name="Customer"))
    counts = [space.people.with_capacity(ago(days), nadia.id) for days in (20, 10, 5, 0)]
    assert counts == [2, 3, 2, 2]
    assert space.people.with_capacity(TODAY, None) == 3


def test_the_figures_know_how_many_people_work_in_the_owners_team(space: Workspace) -> None:
    desk = space.teams.named("Desk")
    nadia = space.people.add(PersonDraft(first_name="Nadia", team_id=desk.id))
    space.card.write(JournalCardDraft(name="Mine", owner_id=nadia.id))
    assert (space.figures.on().people, space.figures.on().capacity_months) == (1, 0.0)
