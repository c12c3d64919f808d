import os
import stat
from pathlib import Path

import pytest

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import CannotDecrypt, InvalidValue, NotAJournal
from leadjournal.model.entry import EntryDraft
from leadjournal.services import rescue, waiting
from leadjournal.services.journals import open_workspace
from leadjournal.services.protection import change_protection, delete_copies, readable_copies
from leadjournal.services.unsaved import Unsaved
from leadjournal.services.workspace import Workspace
from leadjournal.store.engine import APPLICATION_ID, connect
from tests.support.guards import LogLines
from tests.support.journals import NOW, PASSPHRASE, TODAY, new_workspace, rows

OTHER = "the harbour's calm at noon"
CLOCK = FixedClock(NOW)
CHANGES = [(None, PASSPHRASE), (PASSPHRASE, None), (PASSPHRASE, OTHER)]
CANARY = b"canary"


def written(folder: Path, passphrase: str | None) -> Workspace:
    space = new_workspace(folder, passphrase=passphrase)
    made = space.entries.add(EntryDraft(day=TODAY, title="canary", text="one"), tags=["kept"])
    space.entries.edit(made.id, text="two")
    gone = space.entries.add(EntryDraft(day=TODAY, title="Removed"))
    space.entries.remove(gone.id)
    return space


@pytest.mark.parametrize(("old", "new"), CHANGES)
def test_everything_is_there_under_the_new_passphrase_history_and_all(
    tmp_path: Path, old: str | None, new: str | None
) -> None:
    space = written(tmp_path, old)
    before, identity = rows(space.entries.journal), space.identity
    space.close()
    kept = change_protection(space.path, old, new, CLOCK)
    again = open_workspace(space.path, new, CLOCK)
    assert rows(again.entries.journal) == before
    assert again.identity == identity
    assert again.backups.check().ok
    assert again.history.undo_label() == "Remove entry"
    assert [gone.title for gone in again.trash.listing()] == ["Removed"]
    assert len(again.search.find("canary")) == 1
    again.close()
    assert kept.parent == space.path.parent / "backups"
    as_it_was = open_workspace(kept, old, CLOCK, read_only=True)
    assert rows(as_it_was.entries.journal) == before
    as_it_was.close()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.leadjournal", "backups"]


@pytest.mark.parametrize(("old", "new"), CHANGES)
def test_exactly_one_passphrase_opens_it(tmp_path: Path, old: str | None, new: str | None) -> None:
    space = written(tmp_path, old)
    space.close()
    change_protection(space.path, old, new, CLOCK)
    if new is not None:
        assert CANARY not in space.path.read_bytes()
    else:
        assert CANARY in space.path.read_bytes()
    with pytest.raises((CannotDecrypt, NotAJournal)):
        open_workspace(space.path, old, CLOCK)
    open_workspace(space.path, new, CLOCK).close()


def test_the_file_is_readable_by_its_user_only(tmp_path: Path) -> None:
    space = written(tmp_path, None)
    space.close()
    change_protection(space.path, None, PASSPHRASE, CLOCK)
    assert space.path.stat().st_mode & 0o077 == 0


def test_what_anybody_can_read_is_named_and_can_be_deleted(tmp_path: Path) -> None:
    space = written(tmp_path, None)
    backup = space.backups.make()
    space.close()
    other = new_workspace(tmp_path / "other")
    foreign = other.backups.make(space.path.parent / "backups")
    other.close()
    kept = change_protection(space.path, None, PASSPHRASE, CLOCK)
    again = open_workspace(space.path, PASSPHRASE, CLOCK)
    encrypted = again.backups.make()
    found = readable_copies(space.path, again.identity)
    again.close()
    assert set(found) == {backup, kept}
    delete_copies(found)
    assert sorted((tmp_path / "backups").iterdir()) == sorted([foreign, encrypted])
    assert readable_copies(space.path, again.identity) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [(None, None), (PASSPHRASE, PASSPHRASE), ("caf\u00e9 and tea", "cafe\u0301 and tea")],
)
def test_the_same_passphrase_again_is_refused(
    tmp_path: Path, old: str | None, new: str | None
) -> None:
    space = written(tmp_path, old)
    space.close()
    before = space.path.read_bytes()
    with pytest.raises(InvalidValue, match="Nothing was changed"):
        change_protection(space.path, old, new, CLOCK)
    assert space.path.read_bytes() == before


@pytest.mark.parametrize("new", ["", "nul\x00inside", "x'" + "ab" * 32 + "'", "\ud800", "l" * 1001])
def test_what_can_be_no_passphrase_is_refused_before_anything_happens(
    tmp_path: Path, new: str
) -> None:
    space = written(tmp_path, None)
    space.close()
    before = space.path.read_bytes()
    with pytest.raises(InvalidValue):
        change_protection(space.path, None, new, CLOCK)
    assert space.path.read_bytes() == before
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.leadjournal"]


@pytest.mark.parametrize(
    "new", ["'", "''; --", '"', "x'zz'", " leading and trailing ", "\U0001f512", "é"]
)
def test_odd_passphrases_work(tmp_path: Path, new: str) -> None:
    space = written(tmp_path, None)
    space.close()
    change_protection(space.path, None, new, CLOCK)
    connection = connect(space.path, "ro", new)
    assert connection.execute("SELECT count(*) FROM entry").fetchone() == (1,)
    connection.close()


def test_a_wrong_present_passphrase_changes_nothing(tmp_path: Path) -> None:
    space = written(tmp_path, PASSPHRASE)
    space.close()
    before = space.path.read_bytes()
    with pytest.raises(CannotDecrypt):
        change_protection(space.path, OTHER, "something else", CLOCK)
    assert space.path.read_bytes() == before


def plain_files(folder: Path) -> list[str]:
    """The files below a folder in which the canary can be read."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    return sorted(file.name for file in files if CANARY in file.read_bytes())


def test_the_log_of_a_copy_is_deleted_with_it(tmp_path: Path) -> None:
    space = written(tmp_path, None)
    backup = space.backups.make()
    space.close()
    for ending in ("-wal", "-shm"):
        backup.with_name(f"{backup.name}{ending}").write_bytes(CANARY * 50)
    kept = change_protection(space.path, None, PASSPHRASE, CLOCK)
    found = readable_copies(space.path, space.identity)
    assert set(found) == {backup, kept}
    delete_copies(found)
    assert list((tmp_path / "backups").iterdir()) == []
    assert plain_files(tmp_path) == []


def test_logs_without_a_file_are_named_when_anybody_can_read_them(tmp_path: Path) -> None:
    space = written(tmp_path, PASSPHRASE)
    identity = space.identity
    space.close()
    backups = tmp_path / "backups"
    backups.mkdir(exist_ok=True)
    lonely = backups / "a replaced 2025-10-30 120000.leadjournal-wal"
    put_by = tmp_path / "a.leadjournal-wal put by 2025-10-30 120000"
    for log in (lonely, put_by):
        log.write_bytes(CANARY * 2_000)
    (tmp_path / "b.leadjournal-wal put by 2025-10-30 120000").write_bytes(CANARY * 2_000)
    (tmp_path / "a.leadjournal-wal put by 2025-10-30 120001").write_bytes(os.urandom(30_000))
    found = readable_copies(space.path, identity)
    assert found == sorted([lonely, put_by])
    delete_copies(found)
    assert readable_copies(space.path, identity) == []
    assert len(list(tmp_path.glob("*put by*"))) == 2


def test_a_damaged_copy_that_anybody_can_read_is_named_by_its_name(tmp_path: Path) -> None:
    space = written(tmp_path, None)
    backup = space.backups.make()
    space.close()
    backup.write_bytes(backup.read_bytes()[:5_000])
    (backup.parent / "other 2025-10-31 120000.leadjournal").write_bytes(backup.read_bytes())
    assert readable_copies(space.path, space.identity) == [backup]


def test_a_hostile_file_among_the_backups_is_not_run(tmp_path: Path) -> None:
    space = written(tmp_path, PASSPHRASE)
    identity = space.identity
    space.close()
    hostile = tmp_path / "backups" / "other.leadjournal"
    hostile.parent.mkdir(exist_ok=True)
    raw = connect(hostile, "rwc", None)
    raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    raw.execute("PRAGMA user_version = 2")
    raw.execute(
        "CREATE VIEW identity AS WITH RECURSIVE n (x) AS "
        "(SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) AS journal FROM n"
    )
    raw.close()
    assert readable_copies(space.path, identity) == []


def test_what_is_deleted_is_overwritten_on_the_disk_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "copy.leadjournal"
    file.write_bytes(CANARY * 100_000)
    seen: list[bytes] = []
    sync = os.fsync

    def watched(handle: int) -> None:
        if stat.S_ISREG(os.fstat(handle).st_mode):
            seen.append(file.read_bytes())
        sync(handle)

    monkeypatch.setattr(os, "fsync", watched)
    delete_copies([file])
    assert seen == [bytes(len(CANARY) * 100_000)]
    assert not file.exists()


@pytest.mark.parametrize(("old", "new"), CHANGES)
def test_words_that_wait_are_taken_in_before_the_passphrase_changes(
    tmp_path: Path, old: str | None, new: str | None
) -> None:
    space = written(tmp_path, old)
    facts = {"day": TODAY.isoformat(), "kind": "note"}
    assert rescue.keep(space, [Unsaved.of_entry("", facts, "Waited", "canary")])
    space.close()
    change_protection(space.path, old, new, CLOCK)
    again = open_workspace(space.path, new, CLOCK)
    assert "Waited" in [entry.title for entry in again.entries.all()]
    assert not waiting.place(again.identity).exists()
    again.close()


def test_words_that_cannot_be_taken_in_keep_nobody_from_a_passphrase_and_are_named(
    tmp_path: Path, log_lines: LogLines
) -> None:
    space = written(tmp_path, None)
    place = waiting.place(space.identity)
    place.parent.mkdir(parents=True)
    backup = space.backups.make()
    place.write_bytes(backup.read_bytes()[:6_000])
    backup.unlink()
    space.close()
    kept = change_protection(space.path, None, PASSPHRASE, CLOCK)
    (line,) = log_lines.take()
    assert "DamagedJournal" in line
    assert readable_copies(space.path, space.identity) == [kept, place]
