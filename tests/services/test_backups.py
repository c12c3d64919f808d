"""Backups are verified copies; a check says what is wrong in words."""

import os
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from leadjournal.base import backups as places
from leadjournal.base import folders
from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import MachineFault
from leadjournal.rules.backup_state import BackupState
from leadjournal.services.journals import create_workspace, open_workspace
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


def test_a_backup_never_replaces_another(space: Workspace, tmp_path: Path) -> None:
    first = space.backups.make(tmp_path / "copies")
    kept = first.read_bytes()
    space.entries.capture("Since then")
    second = space.backups.make(tmp_path / "copies")
    assert first.read_bytes() == kept
    assert second.name == f"{first.stem} 2.leadjournal"


def test_where_nothing_can_be_written_backups_go_where_journals_lie(
    space: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "backups").write_text("in the way")
    path = space.backups.make()
    assert path.parent == folders.journals() / "backups"
    assert [backup.path for backup in space.backups.listing()] == [path]
    assert space.backups.last_verified() == path_moment(path)


def test_the_list_tells_age_entries_and_size(space: Workspace, clock: FixedClock) -> None:
    space.entries.capture("One")
    space.backups.make()
    clock.moment += timedelta(hours=1)
    space.entries.capture("Two")
    newest = space.backups.make()
    listed = space.backups.listing()
    assert [(backup.entries, backup.words) for backup in listed] == [(2, "Opens"), (1, "Opens")]
    assert listed[0].path == newest
    assert listed[0].size == newest.stat().st_size
    assert listed[0].made == clock.moment


def test_a_backup_is_looked_at_again_only_when_its_file_has_changed(space: Workspace) -> None:
    path = space.backups.make()
    assert space.backups.listing()[0].opens
    content = bytearray(path.read_bytes())
    content[4096:4196] = b"\xff" * 100
    path.write_bytes(bytes(content))
    assert space.backups.listing()[0].state is BackupState.DAMAGED
    assert space.backups.last_verified() is None


def test_the_journal_is_behind_once_it_has_changed(space: Workspace, clock: FixedClock) -> None:
    assert space.backups.is_behind()
    space.backups.make()
    assert not space.backups.is_behind()
    clock.moment += timedelta(minutes=1)
    space.entries.capture("One")
    assert space.backups.is_behind()
    space.backups.make()
    assert not space.backups.is_behind()


def test_the_age_is_told_without_opening_a_file(space: Workspace, clock: FixedClock) -> None:
    assert space.backups.last_verified_words() == "There is no backup yet"
    path = space.backups.make()
    today = f"today {path_moment(path):%H:%M}"
    assert space.backups.last_verified_words() == f"Last verified backup: {today}"
    clock.moment += timedelta(days=1)
    assert space.backups.last_verified_words().startswith("Last verified backup: yesterday ")
    clock.moment += timedelta(days=1)
    assert "31 October at " in space.backups.last_verified_words()
    shutil.rmtree(folders.settings())
    assert space.backups.last_verified_words().startswith("Last backup: 31 October at ")
    assert space.backups.last_verified_words().endswith("; not looked at on this computer")


def test_a_preview_counts_what_the_backup_lacks(space: Workspace) -> None:
    kept = space.entries.capture("Kept")
    path = space.backups.make()
    space.entries.capture("Later")
    lines = space.backups.preview(path, None).lines(NOW.date(), with_titles=True)
    assert lines == [
        "It holds 1 entry.",
        "Its newest entry: “Kept” (31 October).",
        "1 entry of the present journal is not in it.",
    ]
    space.entries.remove(kept.id)
    without = space.backups.preview(path, None).lines(NOW.date(), with_titles=False)
    assert without[1] == "Its newest entry: 31 October."


def test_backups_are_thinned_and_the_newest_of_a_day_stays(
    space: Workspace, clock: FixedClock
) -> None:
    morning = space.backups.make()
    clock.moment += timedelta(hours=1)
    evening = space.backups.make()
    clock.moment += timedelta(days=4)
    newest = space.backups.make()
    assert space.backups.thin() == [morning]
    assert {one.path for one in space.backups.listing()} == {evening, newest}


def test_what_stays_for_another_must_open(space: Workspace, clock: FixedClock) -> None:
    morning = space.backups.make()
    clock.moment += timedelta(hours=1)
    evening = space.backups.make()
    status = evening.stat()
    content = bytearray(evening.read_bytes())
    content[4096:4196] = b"\xff" * 100
    evening.write_bytes(bytes(content))
    # Like a disk that forgets: neither the size nor the time tells of it.
    os.utime(evening, ns=(status.st_atime_ns, status.st_mtime_ns))
    clock.moment += timedelta(days=4)
    space.backups.make()
    assert space.backups.thin() == []
    assert morning.exists()
    assert evening.exists()


def path_moment(path: Path) -> datetime:
    """The moment in a backup's name."""
    return datetime.strptime(path.stem.partition(" ")[2], "%Y-%m-%d %H%M%S").astimezone()


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


def journal_in(folder: Path, clock: FixedClock) -> Workspace:
    folder.mkdir(parents=True)
    return create_workspace(folder / "a.leadjournal", "A journal", None, clock)


def test_backups_of_another_journal_of_the_same_name_are_not_its_own(tmp_path: Path) -> None:
    clock = FixedClock(NOW)
    other = journal_in(folders.journals(), clock)
    clock.moment += timedelta(hours=5)
    other.backups.make()
    other.close()
    space = journal_in(tmp_path / "stick", clock)
    assert space.backups.is_behind()
    for words in (
        space.backups.last_verified_words(),
        places.last_verified_words(space.path, clock.now()),
    ):
        assert words == "There is no backup yet"
    # The stick takes no backups: they lie with those of the other journal.
    (space.path.parent / "backups").write_text("in the way")
    clock.moment += timedelta(hours=1)
    made = space.backups.make()
    assert made.parent == folders.journals() / "backups"
    assert not space.backups.is_behind()
    space.close()
    clock.moment += timedelta(hours=1)
    other = open_workspace(other.path, None, clock)
    later = other.backups.make()
    other.close()
    assert places.last_verified(space.path, clock.now()) == path_moment(made)
    assert places.last_verified(other.path, clock.now()) == path_moment(later)


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
