import os
import sqlite3
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import (
    CannotDecrypt,
    DamagedJournal,
    InvalidValue,
    JournalInUse,
    MachineFault,
    MissingFile,
    NewerJournal,
    NotAJournal,
    Problem,
    UserMistake,
)
from leadjournal.store import opening
from leadjournal.store.engine import connect
from leadjournal.store.journals import create_journal, open_journal
from leadjournal.store.lock import note_path
from leadjournal.store.migrations import SCHEMA
from leadjournal.store.search_index import agrees
from tests.support.journals import NOW, PASSPHRASE, digest, new_journal


def empty(path: Path) -> None:
    path.write_bytes(b"")


def short(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00")


def picture(path: Path) -> None:
    path.write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40)


def archive(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("a.txt", "text " * 1000)


def text(path: Path) -> None:
    path.write_text("Dear diary, " * 400, encoding="utf-8")


def other_program(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE notes (id INTEGER)")
    connection.close()


def newer(path: Path) -> None:
    new_journal(path.parent, name=path.name).close()
    connection = connect(path, "rw", None)
    connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    connection.close()


def cut(path: Path) -> None:
    new_journal(path.parent, name=path.name).close()
    with path.open("rb+") as file:
        file.truncate(path.stat().st_size - 3 * 4096)


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (empty, NotAJournal),
        (short, NotAJournal),
        (picture, NotAJournal),
        (archive, NotAJournal),
        (text, NotAJournal),
        (other_program, NotAJournal),
        (newer, NewerJournal),
        (cut, DamagedJournal),
        (Path.mkdir, NotAJournal),
        (os.mkfifo, NotAJournal),
    ],
)
@pytest.mark.parametrize("read_only", [True, False])
def test_what_is_no_journal_is_refused_and_left_alone(
    tmp_path: Path, make: Callable[[Path], None], fault: type[Problem], read_only: bool
) -> None:
    path = tmp_path / "odd.leadjournal"
    make(path)
    before = digest(path) if path.is_file() else ""
    with pytest.raises(fault) as told:
        open_journal(path, None, FixedClock(NOW), read_only=read_only)
    assert str(path) in str(told.value)
    assert not path.is_file() or digest(path) == before
    assert {file.name for file in tmp_path.iterdir()} <= {path.name, "home"}


def test_a_missing_file_is_never_made(tmp_path: Path) -> None:
    with pytest.raises(MissingFile):
        open_journal(tmp_path / "gone.leadjournal", None, FixedClock(NOW))
    assert not (tmp_path / "gone.leadjournal").exists()


@pytest.mark.parametrize("length", [0, 1, 100, 4096, 6000, 40960])
@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_a_file_that_was_cut_short_never_opens_as_an_empty_one(
    tmp_path: Path, length: int, passphrase: str | None
) -> None:
    journal = new_journal(tmp_path, passphrase=passphrase)
    journal.close()
    with journal.path.open("rb+") as file:
        file.truncate(length)
    before = digest(journal.path)
    with pytest.raises(MachineFault):
        open_journal(journal.path, passphrase, FixedClock(NOW))
    assert digest(journal.path) == before


@pytest.mark.parametrize("wrong", ["other words", "x" * 900, "quote ' quote", "emoji \U0001f33b"])
def test_a_wrong_passphrase_changes_nothing(tmp_path: Path, wrong: str) -> None:
    journal = new_journal(tmp_path, passphrase=PASSPHRASE)
    journal.close()
    before = digest(journal.path)
    with pytest.raises(CannotDecrypt, match="passphrase is wrong, or the file is damaged"):
        open_journal(journal.path, wrong, FixedClock(NOW))
    assert digest(journal.path) == before


@pytest.mark.parametrize("odd", ["", "a\x00b", "x'00ff'", "\ud800", "w" * 1001])
def test_a_passphrase_that_cannot_be_one_is_refused_in_words(tmp_path: Path, odd: str) -> None:
    with pytest.raises(InvalidValue):
        create_journal(tmp_path / "a.leadjournal", odd, FixedClock(NOW))
    assert list(tmp_path.glob("*.leadjournal")) == []


def test_the_same_accent_typed_otherwise_opens_the_journal(tmp_path: Path) -> None:
    composed = unicodedata.normalize("NFC", "café d'été")
    journal = new_journal(tmp_path, passphrase=composed)
    journal.close()
    other = unicodedata.normalize("NFD", composed)
    assert other != composed
    open_journal(journal.path, other, FixedClock(NOW)).close()


def test_an_encrypted_journal_needs_its_passphrase(tmp_path: Path) -> None:
    plain = new_journal(tmp_path, name="plain.leadjournal")
    plain.close()
    secret = new_journal(tmp_path, passphrase=PASSPHRASE, name="secret.leadjournal")
    secret.close()
    assert not opening.needs_passphrase(plain.path)
    assert opening.needs_passphrase(secret.path)
    with pytest.raises(NotAJournal, match="needs a passphrase"):
        open_journal(secret.path, None, FixedClock(NOW))


def test_an_open_journal_is_named_with_its_owner(tmp_path: Path) -> None:
    journal = new_journal(tmp_path)
    with pytest.raises(JournalInUse, match=rf"process {os.getpid()}"):
        open_journal(journal.path, None, FixedClock(NOW))
    journal.close()
    open_journal(journal.path, None, FixedClock(NOW)).close()


def test_the_note_of_a_dead_owner_stops_nobody(tmp_path: Path) -> None:
    journal = new_journal(tmp_path)
    journal.close()
    note_path(journal.path).write_text('{"pid": 1, "host": "gone"', encoding="utf-8")
    open_journal(journal.path, None, FixedClock(NOW)).close()
    assert not note_path(journal.path).exists()


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_a_closed_journal_is_exactly_one_file(tmp_path: Path, passphrase: str | None) -> None:
    folder = tmp_path / "alone"
    folder.mkdir()
    journal = new_journal(folder, passphrase=passphrase)
    journal.close()
    assert [file.name for file in folder.iterdir()] == ["a.leadjournal"]
    if os.name == "posix":
        assert journal.path.stat().st_mode & 0o077 == 0


def test_an_existing_file_is_never_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.leadjournal"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(UserMistake, match="already there"):
        create_journal(path, None, FixedClock(NOW))
    assert path.read_text(encoding="utf-8") == "mine"


def test_reading_needs_no_right_to_write(tmp_path: Path) -> None:
    journal = new_journal(tmp_path)
    journal.close()
    before = digest(journal.path)
    reader = open_journal(journal.path, None, FixedClock(NOW), read_only=True)
    with pytest.raises(MachineFault), reader.writing("Add"):
        pass
    reader.close()
    assert digest(journal.path) == before


@pytest.mark.parametrize("name", ["notes.txt", "journal", "all.json"])
def test_a_new_journal_is_called_a_journal(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserMistake, match=r"ends in \.leadjournal"):
        create_journal(tmp_path / name, None, FixedClock(NOW))
    assert not (tmp_path / name).exists()


def left_open(folder: Path) -> Path:
    """A journal as a killed program leaves it: in WAL mode, with its log beside it."""
    journal = new_journal(folder)
    journal.close()
    connection = connect(journal.path, "rw", None)
    for words in ("locking_mode = EXCLUSIVE", "journal_mode = WAL"):
        connection.execute(f"PRAGMA {words}").fetchall()
    connection.execute("INSERT INTO team VALUES ('Late', '', 'an-id', '2025', '2025')")
    log = journal.path.with_name(f"{journal.path.name}-wal")
    kept = (journal.path.read_bytes(), log.read_bytes())
    connection.close()
    journal.path.write_bytes(kept[0])
    log.write_bytes(kept[1])
    return journal.path


def test_reading_takes_in_what_a_killed_program_had_saved(tmp_path: Path) -> None:
    path = left_open(tmp_path)
    reader = open_journal(path, None, FixedClock(NOW), read_only=True)
    with reader.reading() as session:
        rows = session.connection().exec_driver_sql("SELECT name FROM team").fetchall()
    reader.close()
    assert [tuple(row) for row in rows] == [("Late",)]
    assert {file.name for file in tmp_path.iterdir()} <= {path.name, "home"}


def test_a_second_name_of_a_journal_that_was_left_open_is_refused(tmp_path: Path) -> None:
    path = left_open(tmp_path)
    other = tmp_path / "other.leadjournal"
    other.hardlink_to(path)
    before = digest(path)
    with pytest.raises(DamagedJournal, match="second name"):
        open_journal(other, None, FixedClock(NOW))
    assert digest(path) == before
    open_journal(path, None, FixedClock(NOW)).close()
    open_journal(other, None, FixedClock(NOW)).close()


def test_a_link_leads_to_the_file_it_names(tmp_path: Path) -> None:
    path = left_open(tmp_path)
    other = tmp_path / "elsewhere" / "link.leadjournal"
    other.parent.mkdir()
    other.symlink_to(path)
    journal = open_journal(other, None, FixedClock(NOW))
    assert journal.path == path
    journal.close()
    assert list(other.parent.iterdir()) == [other]


def test_an_index_that_drifted_before_a_kill_is_mended_at_the_next_start(tmp_path: Path) -> None:
    path = left_open(tmp_path)
    connection = connect(path, "rw", None)
    connection.execute("DELETE FROM search_index_data WHERE id > 10")
    assert not agrees(connection.execute)
    connection.close()
    path.with_name(f"{path.name}-wal").touch()
    journal = open_journal(path, None, FixedClock(NOW))
    assert journal.check() == []
    journal.close()
