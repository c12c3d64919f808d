"""Copies are whole or not there, and the journal is used while they are made."""

import stat
import threading
from pathlib import Path

import pytest

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import DamagedJournal, MachineFault, Problem, UserMistake
from leadjournal.model.entry import Entry, EntryDraft
from leadjournal.services.journals import open_workspace
from leadjournal.store.journal_file import Journal
from leadjournal.store.journals import open_journal
from tests.support.journals import (
    NOW,
    PASSPHRASE,
    TODAY,
    digest,
    new_journal,
    new_workspace,
    rows,
)


def fill(journal: Journal, entries: int) -> None:
    """So many entries, large enough that a copy takes many steps."""
    with journal.writing("Fill") as session:
        session.add_all(
            Entry(day=TODAY, title=f"Entry {number}", text="words " * 400)
            for number in range(entries)
        )


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_a_backup_holds_everything_and_opens_with_the_same_passphrase(
    tmp_path: Path, passphrase: str | None
) -> None:
    space = new_workspace(tmp_path, passphrase=passphrase)
    space.entries.add(EntryDraft(day=TODAY, title="Kept", text="safe"))
    backup = space.backups.make()
    space.entries.add(EntryDraft(day=TODAY, title="Later"))
    space.close()
    copy = open_workspace(backup, passphrase, FixedClock(NOW))
    assert [row.title for row in copy.entries.listing()] == ["Kept"]
    assert copy.card.name == "A journal"
    assert copy.backups.check().ok
    copy.close()
    assert list(backup.parent.iterdir()) == [backup]
    if passphrase is not None:
        assert b"safe" not in backup.read_bytes()


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_a_copy_holds_what_is_committed_while_it_is_made(
    tmp_path: Path, passphrase: str | None
) -> None:
    journal = new_journal(tmp_path, passphrase=passphrase)
    fill(journal, 1_500)
    written = 0
    begun, ended = threading.Event(), threading.Event()

    def write() -> None:
        nonlocal written
        begun.wait()
        while not ended.wait(0.005):
            with journal.writing(f"Write {written}") as session:
                session.add(Entry(day=TODAY, title=f"Meanwhile {written}", text="new " * 200))
            written += 1

    writer = threading.Thread(target=write)
    writer.start()
    target = tmp_path / "copy.leadjournal"
    seen: list[int] = []

    def say(done: int, _total: int) -> None:
        begun.set()
        seen.append(done)

    journal.copy_to(target, say)
    ended.set()
    writer.join()
    copy = open_journal(target, passphrase, FixedClock(NOW), read_only=True)
    there, here = rows(copy)["entry"], rows(journal)["entry"]
    copy.close()
    journal.close()
    assert len(seen) > 10
    assert written > 1
    # Every entry that the copy has is in the journal, and at most the last ones are not in it.
    assert set(there) <= set(here)
    assert 1_500 < len(there) <= len(here)


def test_others_get_their_turn_between_two_steps(tmp_path: Path) -> None:
    journal = new_journal(tmp_path)
    fill(journal, 1_000)
    read, asked, ended = 0, threading.Event(), threading.Event()

    def look() -> None:
        nonlocal read
        asked.wait()
        while not ended.is_set():
            journal.last_changed()
            read += 1

    reader = threading.Thread(target=look)
    reader.start()
    journal.copy_to(tmp_path / "copy.leadjournal", lambda _done, _total: asked.set())
    seen = read
    ended.set()
    reader.join()
    journal.close()
    assert seen > 3


def test_a_copy_is_readable_by_its_user_only(tmp_path: Path) -> None:
    journal = new_journal(tmp_path)
    journal.copy_to(tmp_path / "copy.leadjournal")
    journal.close()
    assert stat.S_IMODE((tmp_path / "copy.leadjournal").stat().st_mode) == 0o600


def test_a_copy_that_is_stopped_leaves_nothing(tmp_path: Path) -> None:
    journal = new_journal(tmp_path)
    fill(journal, 1_000)
    target = tmp_path / "copies" / "copy.leadjournal"

    def stop(done: int, _total: int) -> None:
        assert list(target.parent.iterdir()) != []
        if done:
            raise UserMistake("Stopped.")

    with pytest.raises(UserMistake, match="Stopped"):
        journal.copy_to(target, stop)
    assert list(target.parent.iterdir()) == []
    fill(journal, 1)
    journal.copy_to(target)
    journal.close()
    assert list(target.parent.iterdir()) == [target]


def test_a_copy_of_a_journal_with_broken_references_is_not_kept(tmp_path: Path) -> None:
    space = new_workspace(tmp_path)
    entry = space.entries.capture("boiler")
    raw = space.entries.journal._raw
    raw.execute("PRAGMA foreign_keys = OFF")
    raw.execute("UPDATE entry SET reflection_id = 'gone' WHERE id = ?", (entry.id,))
    with pytest.raises(DamagedJournal, match="does not pass its check"):
        space.backups.make(tmp_path / "copies")
    assert list((tmp_path / "copies").iterdir()) == []
    space.close()


def test_a_copy_never_replaces_a_file(tmp_path: Path) -> None:
    journal = new_journal(tmp_path)
    target = tmp_path / "copy.leadjournal"
    journal.copy_to(target)
    before = digest(target)
    with pytest.raises(UserMistake, match="already there"):
        journal.copy_to(target)
    journal.close()
    assert digest(target) == before


def test_a_folder_that_is_a_file_is_told_in_words(tmp_path: Path) -> None:
    space = new_workspace(tmp_path)
    in_the_way = tmp_path / "taken"
    in_the_way.write_text("", encoding="utf-8")
    with pytest.raises(MachineFault, match="could not be written"):
        space.backups.make(in_the_way)
    space.close()


def test_a_journal_that_is_closed_ends_its_copy(tmp_path: Path) -> None:
    journal = new_journal(tmp_path)
    fill(journal, 2_000)
    begun, told = threading.Event(), list[Problem]()
    target = tmp_path / "copies" / "copy.leadjournal"

    def copy() -> None:
        with pytest.raises(Problem, match="closed before") as raised:
            journal.copy_to(target, lambda _done, _total: begun.set())
        told.append(raised.value)

    copier = threading.Thread(target=copy)
    copier.start()
    begun.wait()
    journal.close()
    copier.join()
    assert len(told) == 1
    assert list(target.parent.iterdir()) == []
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == [journal.path.name]
    opened = open_journal(journal.path, None, FixedClock(NOW))
    assert len(rows(opened)["entry"]) == 2_000
    assert opened.check() == []
    opened.close()
