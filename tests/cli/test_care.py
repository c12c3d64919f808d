"""backup and check: copies that can be trusted, and a file that is looked through."""

from datetime import UTC, datetime
from pathlib import Path

from leadjournal.base.clock import FixedClock
from tests.cli.terminal import fingerprint, lj

EVENING = FixedClock(datetime(2025, 10, 31, 17, 0, tzinfo=UTC))


def test_a_backup_lies_beside_the_journal_and_opens(sample: Path, folder: Path) -> None:
    before = fingerprint(folder)
    said = lj("backup", "-j", sample, clock=EVENING)
    assert (said.code, said.err) == (0, "")
    (copy,) = (folder / "backups").iterdir()
    assert said.out == f"Backup made and verified: {copy}\n"
    assert copy.name.startswith("s 2025-10-31 ")
    assert copy.suffix == ".leadjournal"
    assert fingerprint(folder)[sample.name] == before[sample.name]
    assert lj("list", "entry", "--json", "-j", copy).json == lj(
        "list", "entry", "--json", "-j", sample
    ).json  # fmt: skip


def test_a_backup_goes_where_it_is_told_to(sample: Path, folder: Path) -> None:
    assert lj("backup", "--to", folder / "stick" / "mine", "-j", sample).code == 0
    assert len(list((folder / "stick" / "mine").iterdir())) == 1
    assert not (folder / "backups").exists()


def test_a_backup_writes_over_nothing(sample: Path, folder: Path) -> None:
    assert lj("backup", "-j", sample, clock=EVENING).code == 0
    before = fingerprint(folder)
    assert lj("backup", "-j", sample, clock=EVENING).code == 0
    lj("backup", "--to", sample, "-j", sample).told(3)
    after = fingerprint(folder)
    assert before.items() < after.items()
    assert len(after) == len(before) + 1


def test_a_backup_of_an_encrypted_journal_keeps_its_passphrase(folder: Path) -> None:
    secret = folder / "secret"
    secret.write_text("four words right here\n", encoding="utf-8")
    assert lj("new", folder / "e.leadjournal", "--passphrase-file", secret).code == 0
    assert lj("backup", "--passphrase-file", secret).code == 0
    (copy,) = (folder / "backups").iterdir()
    lj("list", "why", "-j", copy).told(3, "passphrase")
    assert lj("list", "why", "-j", copy, "--passphrase-file", secret).code == 0


def test_a_whole_journal_is_in_order(sample: Path, folder: Path) -> None:
    before = fingerprint(folder)
    said = lj("check", "-j", sample)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Everything is in order.\nThe journal holds ")
    found = lj("check", "--json", "-j", sample).json
    assert list(found) == ["ok", "faults", "counts"]
    assert (found["ok"], found["faults"], found["counts"]["outcome"]) == (True, [], 6)
    assert fingerprint(folder) == before
