"""Objectives out of a file of another program: one step, or nothing."""

from dataclasses import replace
from pathlib import Path

import pytest

from leadjournal.base.errors import InvalidValue, MissingFile, UserMistake
from leadjournal.model.objective import KeyResultType, ObjectiveLevel
from leadjournal.model.person import PersonDraft, TeamDraft
from leadjournal.services.workspace import Workspace
from tests.support.journals import TODAY

TABLE = """Objective;Key result;Type;From;To;Current;Owner;Team;Cycle;Parent;Level;Ambition
Customers relax;Repeat contacts;outcome;41;22;25;nadia;The Desk;2025 Q4;Be recommended;team;stretch
;Jobs with photo;output;22 %;90 %;91 %;Obi Okafor;;;;;
Be recommended;;;;;;;;;;company;
"""


def take_in(space: Workspace, text: str = TABLE) -> str:
    service = space.objective_import
    return service.take_in(service.understand(text)).sentence


@pytest.fixture
def staffed(space: Workspace) -> Workspace:
    space.people.add(PersonDraft(first_name="Nadia"))
    space.people.add(PersonDraft(first_name="Obi", full_name="Obi Okafor"))
    space.teams.add(TeamDraft(name="The Desk"))
    return space


def test_a_table_comes_in_as_one_step(staffed: Workspace) -> None:
    assert take_in(staffed) == "Took in 2 objectives and 2 key results"
    (company,) = staffed.objectives.ladder()
    assert company.level is ObjectiveLevel.COMPANY
    (winter,) = company.carried_by
    assert (winter.ambition.value, winter.cycle) == ("stretch", "2025 Q4")
    first, second = winter.key_results
    assert (first.baseline, first.target) == (41, 22)
    assert (first.read_on, first.latest) == (TODAY, 25)
    assert (second.type, second.unit) == (KeyResultType.OUTPUT, "%")
    assert [one.owner for one in winter.key_results] == ["Nadia", "Obi"]
    assert winter.team == "The Desk"
    staffed.history.undo()
    assert staffed.objectives.all() == []
    staffed.history.redo()
    assert len(staffed.objectives.all()) == 2


def test_the_same_file_twice_does_not_double(staffed: Workspace) -> None:
    take_in(staffed)
    again = staffed.objective_import.understand(TABLE)
    assert [line.left_out for line in again.lines] == ["here", "here", "here"]
    with pytest.raises(UserMistake, match="no objective"):
        staffed.objective_import.take_in(again)
    assert take_in(staffed, TABLE + ";A new one;outcome;1;2;;;;;;;\n").startswith("Took in 0")
    assert len(staffed.objectives.all()) == 2


def test_namesakes_are_told_and_left_empty(space: Workspace) -> None:
    for role in ("planner", "agent"):
        space.people.add(PersonDraft(first_name="Anna", role=role))
    found = space.objective_import.understand("Objective,KR,Owner\nRelax,A,Anna\n")
    assert found.unknown == ("Anna",)
    space.objective_import.take_in(found)
    (made,) = space.objectives.ladder()
    assert made.key_results[0].owner == ""


def test_a_value_no_record_can_have_leaves_nothing_behind(space: Workspace) -> None:
    found = space.objective_import.understand("Objective,KR\nA,1\nB,2\n")
    first, second = found.lines
    wrong = replace(found, lines=(first, replace(second, grade=7.0)))
    with pytest.raises(InvalidValue):
        space.objective_import.take_in(wrong)
    assert space.objectives.all() == []


def test_a_file_of_any_encoding_is_read_and_a_missing_one_told(
    space: Workspace, tmp_path: Path
) -> None:
    file = tmp_path / "okr.csv"
    file.write_bytes("Objective;KR\nWärme für alle;Tür zu\n".encode("utf-16"))
    take_in(space, space.objective_import.file(file))
    assert space.objectives.all()[0].text == "Wärme für alle"
    with pytest.raises(MissingFile, match="cannot be read"):
        space.objective_import.file(tmp_path / "gone.csv")


def test_some_hundred_rows_come_in(space: Workspace) -> None:
    rows = "".join(f"Objective {n // 4},Result {n},{n}\n" for n in range(400))
    found = space.objective_import.understand("Objective,Key result,Target\n" + rows)
    taken = space.objective_import.take_in(found)
    assert (taken.objectives, taken.results) == (100, 400)
