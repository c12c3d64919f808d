"""Readings from a table: taken in whole, as one step, or not at all."""

from pathlib import Path

import pytest

from leadjournal.base.errors import MachineFault, UserMistake
from leadjournal.rules.reading_table import Understood, Wanted
from leadjournal.services.jobs import Stoppable, Stopped
from leadjournal.services.workspace import Workspace
from tests.support.journals import TODAY, rows
from tests.support.records import a_review, ago, an_indicator, an_outcome


def look(space: Workspace, outcome_id: str, text: str) -> Understood:
    service = space.reading_import
    return service.understand(text, service.known(outcome_id), Wanted(TODAY))


def values(space: Workspace, outcome_id: str) -> list[float]:
    return [one.value for one in space.indicators.of(outcome_id)[0].readings]


def test_a_table_is_taken_in_as_one_step(space: Workspace) -> None:
    outcome = an_outcome(space)
    an_indicator(space, outcome, (ago(60), 40.0))
    before = rows(space.indicators.journal)
    found = look(space, outcome.id, f"{ago(60)}\t41\n{ago(30)}\t42\n{ago(1)}\t43,5")
    taken = space.reading_import.take_in(found.lines, "readings.csv")
    assert (taken.added, taken.replaced) == (2, 1)
    assert values(space, outcome.id) == [41.0, 42.0, 43.5]
    assert {one.source for one in space.indicators.of(outcome.id)[0].readings} == {"readings.csv"}
    assert space.history.undo_label() == "Add readings from a table"
    space.history.undo()
    assert rows(space.indicators.journal) == before


def test_what_is_taken_in_counts_and_can_be_corrected_like_any_reading(space: Workspace) -> None:
    outcome = an_outcome(space)
    an_indicator(space, outcome)
    a_review(space, outcome, ago(1))
    space.reading_import.take_in(look(space, outcome.id, f"{ago(3)}\t50").lines)
    (reading,) = space.indicators.of(outcome.id)[0].readings
    assert space.figures.on().on == TODAY
    assert space.outcomes.tree().without_why[0].evidence == 0.5
    space.indicators.edit_reading(reading.id, value=60.0)
    assert values(space, outcome.id) == [60.0]
    space.indicators.remove_reading(reading.id)
    space.history.undo()
    assert values(space, outcome.id) == [60.0]
    assert space.indicators.journal.check() == []


def test_a_line_with_a_fault_is_never_taken(space: Workspace) -> None:
    outcome = an_outcome(space)
    an_indicator(space, outcome)
    found = look(space, outcome.id, f"{ago(3)}\tmany\n{ago(2)}\t5\n{ago(1)}\t6")
    assert len(found.faults) == 1
    space.reading_import.take_in(found.lines)
    assert values(space, outcome.id) == [5.0, 6.0]
    with pytest.raises(UserMistake, match="no reading to add"):
        space.reading_import.take_in(found.faults)


def test_a_stop_leaves_everything_as_it_was(space: Workspace) -> None:
    outcome = an_outcome(space)
    an_indicator(space, outcome)
    found = look(space, outcome.id, "\n".join(f"{ago(n)}\t{n}" for n in range(1, 900)))
    before = rows(space.indicators.journal)

    class Watch:
        def say(self, done: int, total: int, words: str = "") -> None:
            work.stop()

    work = Stoppable(lambda told: space.reading_import.take_in(found.lines, "", told))
    with pytest.raises(Stopped):
        work.run(Watch())
    assert rows(space.indicators.journal) == before


def test_a_file_that_cannot_be_read_is_told(space: Workspace, tmp_path: Path) -> None:
    with pytest.raises(MachineFault, match=r"gone\.csv"):
        space.reading_import.file(tmp_path / "gone.csv")
    with pytest.raises(MachineFault):
        space.reading_import.file(tmp_path)
    file = tmp_path / "here.csv"
    file.write_bytes("Größe;1".encode("utf-16"))
    assert space.reading_import.file(file) == "Größe;1"


def test_a_journal_that_is_only_read_takes_nothing_in(space: Workspace) -> None:
    outcome = an_outcome(space)
    an_indicator(space, outcome)
    found = look(space, outcome.id, f"{ago(3)}\t5")
    space.indicators.journal.read_only = True
    with pytest.raises(MachineFault):
        space.reading_import.take_in(found.lines)
    space.indicators.journal.read_only = False
