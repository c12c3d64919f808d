"""A backup takes the place of the journal, and the file that was there is kept."""

from datetime import timedelta
from pathlib import Path

import pytest

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import (
    CannotDecrypt,
    DamagedJournal,
    JournalInUse,
    MachineFault,
    Problem,
    UserMistake,
)
from leadjournal.rules.backup_state import BackupState
from leadjournal.services.journals import open_workspace
from leadjournal.services.restoring import (
    backups_of_closed,
    delete_backup,
    entries_of_closed,
    restore,
)
from leadjournal.services.workspace import Workspace
from tests.support.journals import NOW, PASSPHRASE, digest, new_workspace

CLOCK = FixedClock(NOW + timedelta(hours=2))


def made(folder: Path, passphrase: str | None = None) -> tuple[Path, Path]:
    """A closed journal with two entries, and its backup from when it had one."""
    space = new_workspace(folder, passphrase=passphrase)
    space.entries.capture("First")
    backup = space.backups.make()
    space.entries.capture("Second")
    space.close()
    return space.path, backup


def titles(space: Workspace) -> list[str]:
    return sorted(row.title for row in space.entries.listing())


def kept_in(path: Path) -> Path:
    (found,) = (path.parent / "backups").glob("a replaced *.leadjournal")
    return found


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_the_backup_is_the_journal_and_the_replaced_file_is_kept(
    tmp_path: Path, passphrase: str | None
) -> None:
    path, backup = made(tmp_path, passphrase)
    before, copied = digest(path), digest(backup)
    space, kept = restore(path, backup, passphrase, CLOCK)
    assert (space.path, kept) == (path, kept_in(path))
    assert titles(space) == ["First"]
    assert space.history.undo_label() is None
    assert space.backups.check().ok
    space.close()
    assert digest(backup) == copied
    assert digest(kept_in(path)) == before
    assert sorted(one.name for one in tmp_path.iterdir() if one.suffix != "") == ["a.leadjournal"]
    # And what was replaced can be restored as well.
    space, again = restore(path, kept_in(path), passphrase, FixedClock(NOW + timedelta(hours=3)))
    assert again not in (None, kept)
    assert titles(space) == ["First", "Second"]
    space.close()


def test_a_damaged_journal_is_kept_byte_for_byte(tmp_path: Path) -> None:
    path, backup = made(tmp_path)
    path.write_bytes(path.read_bytes()[:5000])
    before = digest(path)
    space, _kept = restore(path, backup, None, CLOCK)
    assert titles(space) == ["First"]
    space.close()
    assert digest(kept_in(path)) == before


def test_a_missing_journal_comes_back(tmp_path: Path) -> None:
    path, _backup = made(tmp_path)
    path.unlink()
    (found,) = backups_of_closed(path).listing(CLOCK.now())
    assert (found.state, found.entries) == (BackupState.OPENS, 1)
    space, kept = restore(path, found.path, None, CLOCK)
    assert kept is None
    assert titles(space) == ["First"]
    space.close()
    assert list((tmp_path / "backups").glob("a replaced *")) == []


def test_what_a_killed_program_left_beside_it_is_kept_with_the_replaced_file(
    tmp_path: Path,
) -> None:
    path, backup = made(tmp_path)
    log = path.with_name(f"{path.name}-wal")
    log.write_bytes(b"not brought in yet")
    space, kept = restore(path, backup, None, CLOCK)
    assert titles(space) == ["First"]
    space.close()
    assert kept is not None
    assert kept.with_name(f"{kept.name}-wal").read_bytes() == b"not brought in yet"
    assert not log.exists()


def test_a_backup_with_another_passphrase_opens_with_its_own(tmp_path: Path) -> None:
    path, backup = made(tmp_path, "an earlier one")
    path.unlink()
    new_workspace(tmp_path, passphrase=PASSPHRASE).close()
    (listed,) = backups_of_closed(path, PASSPHRASE).listing(CLOCK.now())
    assert listed.words == "Needs an older passphrase"
    before = digest(path)
    with pytest.raises(CannotDecrypt):
        restore(path, backup, PASSPHRASE, CLOCK)
    assert digest(path) == before
    space, _kept = restore(path, backup, "an earlier one", CLOCK)
    assert titles(space) == ["First"]
    space.close()
    with pytest.raises(CannotDecrypt):
        open_workspace(path, PASSPHRASE, CLOCK)


def test_a_damaged_backup_is_refused_and_nothing_changes(tmp_path: Path) -> None:
    path, backup = made(tmp_path)
    content = bytearray(backup.read_bytes())
    content[4096:4196] = b"\xff" * 100
    backup.write_bytes(bytes(content))
    before = digest(path)
    with pytest.raises(DamagedJournal):
        restore(path, backup, None, CLOCK)
    assert digest(path) == before
    assert sorted(one.name for one in tmp_path.iterdir() if one.suffix != "") == [path.name]
    assert list(backup.parent.iterdir()) == [backup]


def test_an_open_journal_is_not_replaced(tmp_path: Path) -> None:
    path, backup = made(tmp_path)
    space = open_workspace(path, None, CLOCK, door="window")
    with pytest.raises(JournalInUse):
        restore(path, backup, None, CLOCK)
    assert titles(space) == ["First", "Second"]
    space.close()


def test_what_is_no_backup_is_refused(tmp_path: Path) -> None:
    path, _backup = made(tmp_path)
    picture = tmp_path / "picture.leadjournal"
    picture.write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40)
    before = digest(path)
    for wrong in (picture, tmp_path / "nothing", tmp_path):
        with pytest.raises(Problem):
            restore(path, wrong, None, CLOCK)
    with pytest.raises(UserMistake, match="the journal itself"):
        restore(path, path, None, CLOCK)
    assert digest(path) == before


def test_where_the_replaced_file_can_be_kept_nowhere_nothing_is_replaced(tmp_path: Path) -> None:
    path, backup = made(tmp_path)
    backup = backup.rename(tmp_path / "elsewhere.leadjournal")
    (tmp_path / "backups").rmdir()
    (tmp_path / "backups").write_text("in the way")
    (tmp_path / "home").mkdir(exist_ok=True)
    (tmp_path / "home" / "journals").write_text("in the way")
    before = digest(path)
    with pytest.raises(MachineFault):
        restore(path, backup, None, CLOCK)
    assert digest(path) == before


def test_a_backup_of_the_first_version_stays_the_same_journals(tmp_path: Path) -> None:
    fossil = Path(__file__).parents[1] / "fossils" / "schema-1.leadjournal"
    path = tmp_path / "a.leadjournal"
    new_workspace(tmp_path).close()
    backup = tmp_path / "backups" / "a 2025-01-01 120000.leadjournal"
    backup.parent.mkdir(exist_ok=True)
    backup.write_bytes(fossil.read_bytes())
    (listed,) = [one for one in backups_of_closed(path).listing(CLOCK.now()) if one.path == backup]
    assert listed.opens
    assert digest(backup) == digest(fossil)
    space, _kept = restore(path, backup, None, CLOCK, identity="0123")
    assert space.identity == "0123"
    space.close()


def test_the_entries_of_a_closed_journal(tmp_path: Path) -> None:
    path, _backup = made(tmp_path, PASSPHRASE)
    found = entries_of_closed(path, PASSPHRASE)
    assert found is not None
    assert len(found) == 2
    assert entries_of_closed(path, "another one") is None


def test_a_backup_is_deleted_with_its_log(tmp_path: Path) -> None:
    _path, backup = made(tmp_path)
    backup.with_name(f"{backup.name}-wal").write_bytes(b"not brought in yet")
    delete_backup(backup)
    assert list(backup.parent.iterdir()) == []
