"""F18: a backup folder in a bad state; each file is marked, and the newest good one is offered."""

import shutil
from datetime import timedelta
from pathlib import Path

from leadjournal.base import backups as places
from leadjournal.base.clock import FixedClock
from leadjournal.rules.backup_state import BackupState
from leadjournal.services.backup_list import offered_first
from leadjournal.services.journals import create_workspace, open_workspace
from leadjournal.services.restoring import backups_of_closed, restore
from leadjournal.services.workspace import Workspace
from tests.support.journals import NOW, PASSPHRASE, new_workspace

HOUR = timedelta(hours=1)


def backups_of_days(space: Workspace, clock: FixedClock, days: int) -> list[Path]:
    """One of each day, the newest first."""
    made = []
    for number in range(days):
        clock.moment = NOW + number * 24 * HOUR
        space.entries.capture(f"Day {number}")
        made.append(space.backups.make())
    return made[::-1]


def spoil(path: Path, part: int) -> None:
    """Overwrite a page in one of three ways."""
    content = bytearray(path.read_bytes())
    if part == 0:
        content = content[: len(content) // 2 + 100]
    else:
        begin = (part - 1) * 5 * 4096 + 4096
        content[begin : begin + 400] = b"\xff" * 400
    path.write_bytes(bytes(content))


def odd_files(folder: Path, path: Path, passphrase: str | None) -> dict[Path, BackupState]:
    """What may lie in the folder besides: each with what is to be told of it."""
    backups = path.parent / "backups"
    empty = backups / "a 2025-11-08 090000.leadjournal"
    empty.write_bytes(b"")
    other_folder = folder / "other"
    other_folder.mkdir()
    other = new_workspace(other_folder, passphrase=passphrase)
    other.entries.capture("Of somebody else")
    foreign = Path(shutil.copy(other.backups.make(), backups / "a 2025-11-08 100000.leadjournal"))
    other.close()
    older = folder / "older"
    older.mkdir()
    locked = create_workspace(
        older / "a.leadjournal", "Older", "an old passphrase", FixedClock(NOW), door="command"
    )
    earlier = Path(shutil.copy(locked.backups.make(), backups / "a 2025-11-08 110000.leadjournal"))
    locked.close()
    return {
        empty: BackupState.EMPTY,
        foreign: BackupState.OTHER,
        earlier: BackupState.LOCKED if passphrase else BackupState.ASKS,
    }


def check_folder(folder: Path, passphrase: str | None, days: int) -> None:
    """The whole story, for a plain or an encrypted journal."""
    clock = FixedClock(NOW)
    space = new_workspace(folder, passphrase=passphrase)
    space.entries.journal.clock = clock
    made = backups_of_days(space, clock, days)
    for number, path in enumerate(made[:3]):
        spoil(path, number)
    ahead = Path(shutil.copy(made[4], made[4].with_name("a 2031-01-01 120000.leadjournal")))
    odd = odd_files(folder, space.path, passphrase)
    listed = {backup.path: backup for backup in space.backups.listing()}
    assert set(listed) == {*made, ahead, *odd}
    for path, state in odd.items():
        assert listed[path].state is state
    for path in made[:3]:
        assert not listed[path].opens
        assert places.verified(path) is None
    assert (listed[ahead].words, listed[ahead].remarks) == ("Opens", ("dated in the future",))
    assert [listed[path].words for path in made[3:]] == ["Opens"] * (days - 3)
    assert space.backups.last_verified() == listed[made[3]].made
    check_thinning(space, clock, made, odd)
    space.close()
    check_restoring(space.path, passphrase, clock, made[3], days - 3)


def check_thinning(
    space: Workspace, clock: FixedClock, made: list[Path], odd: dict[Path, BackupState]
) -> None:
    """However late it is, the last verified one stays, and so does what does not open."""
    for days in (1, 30, 300, 9_000):
        clock.moment = NOW + days * 24 * HOUR
        space.backups.thin()
        assert made[3].exists()
        assert all(path.exists() for path in (*made[:3], *odd))


def check_restoring(
    path: Path, passphrase: str | None, clock: FixedClock, newest: Path, entries: int
) -> None:
    """The newest that opens and is not dated in the future is what is offered first."""
    clock.moment = NOW + 10 * 24 * HOUR
    path.unlink()
    listed = backups_of_closed(path, passphrase).listing(clock.now())
    offered = offered_first(listed)
    assert offered is not None
    assert offered.path == newest
    restored, _kept = restore(path, offered.path, passphrase, clock)
    assert len(restored.entries.listing()) == entries
    restored.close()
    open_workspace(path, passphrase, clock).close()


def test_a_plain_journals_backup_folder(tmp_path: Path) -> None:
    check_folder(tmp_path, None, 10)


def test_an_encrypted_journals_backup_folder(tmp_path: Path) -> None:
    check_folder(tmp_path, PASSPHRASE, 5)
