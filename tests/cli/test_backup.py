"""backup --list, restore and check: copies that are looked at, and put back."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from leadjournal.base.clock import FixedClock
from tests.cli.terminal import child, fingerprint, lj, typed

EVENING = FixedClock(datetime(2025, 10, 31, 17, 0, tzinfo=UTC))
LATER = FixedClock(datetime(2025, 11, 1, 17, 0, tzinfo=UTC))


@pytest.fixture
def backup(sample: Path, folder: Path) -> Path:
    """A backup of the sample, after which an entry was added."""
    assert lj("backup", "-j", sample, clock=EVENING).code == 0
    assert lj("add", "Since then", "-j", sample, clock=EVENING).code == 0
    (copy,) = (folder / "backups").iterdir()
    return copy


def entries(path: Path) -> int:
    return len(lj("list", "entry", "--json", "-j", path).json)


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:4496] = b"\xff" * 400
    path.write_bytes(bytes(content))


def test_backups_are_listed_with_what_they_hold(sample: Path, folder: Path, backup: Path) -> None:
    before = fingerprint(folder)
    said = lj("backup", "--list", "-j", sample, clock=LATER)
    assert (said.code, said.err) == (0, "")
    assert "yesterday" in said.out
    assert "Opens" in said.out
    assert str(backup) in said.out
    assert said.out.endswith("The newest that opens is number 1.\n")
    (one,) = lj("backup", "--list", "--json", "-j", sample, clock=LATER).json
    assert one == {
        "file": str(backup),
        "made": one["made"],
        "entries": entries(sample) - 1,
        "size": backup.stat().st_size,
        "state": "opens",
        "opens": True,
        "in_future": False,
    }
    assert lj("restore", "--list", "-j", sample, clock=LATER).out == said.out
    assert lj("restore", "-j", sample, clock=LATER).out == said.out
    assert fingerprint(folder) == before


def test_without_a_backup_the_list_says_so(sample: Path) -> None:
    assert lj("backup", "--list", "-j", sample).out == "There is no backup yet.\n"


def test_a_backup_tells_its_file_to_programs(sample: Path, folder: Path) -> None:
    said = lj("backup", "--json", "-j", sample, clock=EVENING)
    (copy,) = (folder / "backups").iterdir()
    assert said.json == {"file": str(copy)}


def test_backups_from_the_terminal_are_thinned(sample: Path, folder: Path) -> None:
    clock = FixedClock(EVENING.moment)
    for hours in (0, 1, 100):
        clock.moment = EVENING.moment + timedelta(hours=hours)
        assert lj("backup", "-j", sample, clock=clock).code == 0
    assert len(list((folder / "backups").iterdir())) == 2


def test_a_backup_is_restored_after_a_preview(sample: Path, folder: Path, backup: Path) -> None:
    before, journal = entries(sample), fingerprint(folder)[sample.name]
    lj("restore", backup, "-j", sample, clock=LATER)
    assert fingerprint(folder)[sample.name] == journal
    said = lj("restore", backup.name, "--yes", "-j", sample, clock=LATER)
    assert (said.code, said.err) == (0, "")
    lines = said.out.splitlines()
    assert lines[0].startswith("It holds ")
    assert lines[2] == "1 entry of the present journal is not in it."
    assert lines[3] == f"Restored {backup} as {sample}."
    (kept,) = (folder / "backups").glob("s replaced *")
    assert lines[4] == f"The file that was there is kept as {kept}."
    assert entries(sample) == before - 1
    assert entries(kept) == before


def test_without_a_terminal_it_must_be_said_that_it_is_meant(
    sample: Path, folder: Path, backup: Path
) -> None:
    before = fingerprint(folder)
    said = lj("restore", backup, "-j", sample, clock=LATER)
    assert said.code == 1
    assert "--yes" in said.err
    assert fingerprint(folder) == before


def test_restoring_for_programs(sample: Path, folder: Path, backup: Path) -> None:
    found = lj("restore", backup, "--yes", "--json", "-j", sample, clock=LATER).json
    (kept,) = (folder / "backups").glob("s replaced *")
    assert (found["journal"], found["backup"], found["kept"]) == (
        str(sample), str(backup), str(kept),
    )  # fmt: skip
    assert found["counts"]["outcome"] == 6


def test_a_damaged_journal_and_a_missing_one_come_back(
    sample: Path, folder: Path, backup: Path
) -> None:
    sample.write_bytes(sample.read_bytes()[:9000])
    assert lj("restore", backup, "--yes", "-j", sample, clock=LATER).code == 0
    sample.unlink()
    assert "Opens" in lj("restore", "-j", sample, clock=LATER).out
    said = lj("restore", backup, "--yes", "-j", sample, clock=LATER)
    assert (said.code, "kept" in said.out) == (0, False)
    assert entries(sample) > 0


def test_what_cannot_be_restored_is_refused(sample: Path, folder: Path, backup: Path) -> None:
    damage(backup)
    picture = folder / "picture.leadjournal"
    picture.write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40)
    before = fingerprint(folder)
    lj("restore", backup, "--yes", "-j", sample, clock=LATER).told(3, "damaged")
    lj("restore", folder / "none", "--yes", "-j", sample, clock=LATER).told(3, "no journal")
    lj("restore", picture, "--yes", "-j", sample, clock=LATER).told(3)
    lj("restore", folder, "--yes", "-j", sample, clock=LATER).told(3, "folder")
    assert fingerprint(folder) == before
    assert "Damaged" in lj("backup", "--list", "-j", sample, clock=LATER).out
    assert "None of them opens." in lj("backup", "--list", "-j", sample, clock=LATER).out


def test_a_restored_journal_opens_with_the_passphrase_of_the_backup(folder: Path) -> None:
    old, new = folder / "old", folder / "new"
    old.write_text("four words right here\n", encoding="utf-8")
    new.write_text("four other words instead\n", encoding="utf-8")
    path = folder / "e.leadjournal"
    assert lj("new", path, "--passphrase-file", old, clock=EVENING).code == 0
    assert lj("backup", "-j", path, "--passphrase-file", old, clock=EVENING).code == 0
    (backup,) = (folder / "backups").iterdir()
    done = lj("protect", "-j", path, "--passphrase-file", old, "--new-passphrase-file", new,
              clock=LATER)  # fmt: skip
    assert done.code == 0
    listed = lj("restore", "--json", "-j", path, "--passphrase-file", new, clock=LATER).json
    assert [one["state"] for one in listed if one["file"] == str(backup)] == ["older"]
    lj("restore", backup, "--yes", "-j", path, "--passphrase-file", new, clock=LATER).told(3)
    assert lj("restore", backup, "--yes", "-j", path, "--passphrase-file", old,
              clock=LATER).code == 0  # fmt: skip
    assert lj("list", "entry", "-j", path, "--passphrase-file", old).code == 0


def test_a_terminal_is_asked(sample: Path, folder: Path, backup: Path) -> None:
    before = entries(sample)
    said = typed("restore", "-j", sample, keys=[("which number?", "1"), ("which is kept?", "n")])
    assert said.code == 0
    assert entries(sample) == before
    said = typed("restore", "-j", sample, keys=[("which number?", "1"), ("which is kept?", "y")])
    assert said.code == 0
    assert entries(sample) == before - 1
    assert typed("restore", "-j", sample, keys=[("which number?", "77")]).code == 1
    assert typed("restore", "-j", sample, keys=[("which number?", "")]).code == 0


def test_faults_have_an_exit_code_of_their_own(sample: Path, folder: Path) -> None:
    shutil.copy(sample, folder / "whole.leadjournal")
    damage(sample)
    said = child("check", "-j", sample, folder=folder)
    assert said.code == 3
    assert said.err.count("\n") == 1
    assert child("check", "-j", "whole.leadjournal", folder=folder).code == 0
