"""Backups are verified copies; a check says what is wrong in words."""

from datetime import timedelta
from pathlib import Path

import pytest

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import MachineFault, UserMistake
from leadjournal.services.journals import open_workspace
from leadjournal.services.workspace import Workspace
from tests.support.journals import NOW, PASSPHRASE, new_workspace, rows
from tests.support.records import an_outcome, an_output


def test_a_backup_holds_everything_and_is_named_after_the_moment(
    space: Workspace, tmp_path: Path
) -> None:
    space.entries.capture("One", tags=["a"])
    space.history.seal()
    path = space.backups.make(tmp_path / "copies" / "deep")
    assert path.name.startswith("a 2025-10-31 ")
    assert path.suffix == ".leadjournal"
    copy = open_workspace(path, None, FixedClock(NOW))
    assert rows(copy.entries.journal) == rows(space.entries.journal)
    assert copy.history.undo_label() == "Add entry"
    copy.close()
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_without_a_folder_backups_lie_in_the_users_own(space: Workspace) -> None:
    path = space.backups.make()
    assert path.exists()
    assert path.parent != space.path.parent


def test_a_backup_never_replaces_another(
    space: Workspace, tmp_path: Path, clock: FixedClock
) -> None:
    first = space.backups.make(tmp_path / "copies")
    kept = first.read_bytes()
    space.entries.capture("Since then")
    with pytest.raises(UserMistake, match="already there"):
        space.backups.make(tmp_path / "copies")
    assert first.read_bytes() == kept
    clock.moment += timedelta(seconds=1)
    assert space.backups.make(tmp_path / "copies") != first


def test_a_backup_of_an_encrypted_journal_is_encrypted(tmp_path: Path) -> None:
    space = new_workspace(tmp_path, passphrase=PASSPHRASE)
    space.entries.capture("Secret words")
    path = space.backups.make(tmp_path / "copies")
    space.close()
    assert b"Secret" not in path.read_bytes()
    copy = open_workspace(path, PASSPHRASE, FixedClock(NOW))
    assert copy.entries.listing()[0].title == "Secret words"
    copy.close()


def test_where_no_folder_can_be_made_nothing_is_left(space: Workspace, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(MachineFault):
        space.backups.make(tmp_path / "file")
    assert (tmp_path / "file").read_text() == "in the way"


def test_a_sound_journal_is_in_order_and_counted(space: Workspace) -> None:
    an_output(space, outcome=an_outcome(space))
    space.entries.capture("One")
    report = space.backups.check()
    assert report.ok
    assert report.lines == [
        "Everything is in order.",
        "The journal holds 1 outcome, 1 output, 1 link, 1 entry.",
    ]


def test_a_search_index_that_has_drifted_is_mended(space: Workspace) -> None:
    space.entries.capture("boiler")
    space.entries.journal._raw.execute(
        "INSERT INTO search_index (search_index) VALUES ('delete-all')"
    )
    assert space.search.find("boiler") == []
    assert space.entries.journal.check() == ["The search index does not match the records."]
    assert space.backups.check().ok
    assert len(space.search.find("boiler")) == 1


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (1, "1 record points at a record that is gone."),
        (2, "2 records point at records that are gone."),
    ],
)
def test_records_that_point_nowhere_are_counted(space: Workspace, broken: int, words: str) -> None:
    raw = space.entries.journal._raw
    raw.execute("PRAGMA foreign_keys = OFF")
    for _number in range(broken):
        entry = space.entries.capture("boiler")
        raw.execute("UPDATE entry SET reflection_id = 'gone' WHERE id = ?", (entry.id,))
    assert space.entries.journal.check() == [words]


def test_a_file_with_another_fault_is_reported_and_not_written_to(space: Workspace) -> None:
    space.entries.capture("boiler")
    raw = space.entries.journal._raw
    raw.execute("INSERT INTO search_index (search_index) VALUES ('delete-all')")
    raw.execute("DROP INDEX ix_entry_day")
    report = space.backups.check()
    assert report.faults == (
        "The tables are not those this version makes.",
        "The search index does not match the records.",
    )
    assert space.search.find("boiler") == []
    assert report.lines[:2] == list(report.faults)
