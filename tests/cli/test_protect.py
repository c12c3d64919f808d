from pathlib import Path

import pytest

from tests.cli.terminal import lj
from tests.support.journals import PASSPHRASE

OTHER = "eleven quiet harbour lamps"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    file = tmp_path / "secret"
    file.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    return file


@pytest.fixture
def other(tmp_path: Path) -> Path:
    file = tmp_path / "other"
    file.write_text(f"{OTHER}\n", encoding="utf-8")
    return file


@pytest.fixture
def plain(folder: Path) -> Path:
    path = folder / "a.leadjournal"
    assert lj("new", path).code == 0
    assert lj("add", "About Ada", "-j", path).code == 0
    return path


def test_a_plain_journal_is_given_a_passphrase_and_the_old_file_is_named(
    plain: Path, secret: Path
) -> None:
    said = lj("protect", "-j", plain, "--new-passphrase-file", secret)
    assert said.code == 0
    assert "opens with the new passphrase only" in said.out
    (kept,) = (plain.parent / "backups").iterdir()
    assert str(kept) in said.out
    assert str(kept) in said.err
    assert b"About Ada" not in plain.read_bytes()
    lj("list", "entry", "-j", plain).told(3, "needs a passphrase")
    assert "About Ada" in lj("list", "entry", "-j", plain, "--passphrase-file", secret).out


def test_readable_copies_are_deleted_when_asked(plain: Path, secret: Path) -> None:
    words = ("--new-passphrase-file", secret, "--delete-readable-copies")
    said = lj("protect", "-j", plain, *words)
    assert (said.code, said.err) == (0, "")
    assert "Deleted 1 copy" in said.out
    assert list((plain.parent / "backups").iterdir()) == []


def test_readable_copies_can_be_deleted_later_without_a_new_passphrase(
    plain: Path, secret: Path
) -> None:
    lj("protect", "-j", plain, "--new-passphrase-file", secret)
    before = plain.read_bytes()
    words = ("--passphrase-file", secret, "--delete-readable-copies")
    assert "Deleted 1 copy" in lj("protect", "-j", plain, *words).out
    assert plain.read_bytes() == before


def test_the_passphrase_is_changed_and_taken_away(plain: Path, secret: Path, other: Path) -> None:
    lj("protect", "-j", plain, "--new-passphrase-file", secret)
    changed = lj(
        "protect", "-j", plain, "--passphrase-file", secret, "--new-passphrase-file", other
    )
    assert changed.code == 0
    lj("list", "entry", "-j", plain, "--passphrase-file", secret).told(3, "passphrase is wrong")
    removed = lj("protect", "-j", plain, "--passphrase-file", other, "--remove")
    assert "no passphrase any more" in removed.out
    assert "About Ada" in lj("list", "entry", "-j", plain).out


def test_without_a_new_passphrase_nothing_is_changed(plain: Path) -> None:
    before = plain.read_bytes()
    lj("protect", "-j", plain).told(1, "No new passphrase", "Nothing was changed")
    lj("protect", "-j", plain, "--remove").told(1, "has no passphrase")
    lj("protect", "-j", plain, "--remove", "--new-passphrase-file", "x").told(1, "exclude")
    assert plain.read_bytes() == before


def test_a_wrong_present_passphrase_is_told(plain: Path, secret: Path, other: Path) -> None:
    lj("protect", "-j", plain, "--new-passphrase-file", secret)
    before = plain.read_bytes()
    lj("protect", "-j", plain, "--passphrase-file", other, "--remove").told(3, "is wrong")
    assert plain.read_bytes() == before


def test_copies_of_a_journal_that_anybody_can_read_are_never_deleted(
    plain: Path, secret: Path
) -> None:
    assert lj("backup", "-j", plain).code == 0
    backups = sorted((plain.parent / "backups").iterdir())
    refusal = ("Nothing was deleted", "only backups")
    lj("protect", "-j", plain, "--delete-readable-copies").told(1, *refusal)
    lj("protect", "-j", plain, "--new-passphrase-file", secret)
    words = ("--passphrase-file", secret, "--remove", "--delete-readable-copies")
    lj("protect", "-j", plain, *words).told(1, *refusal)
    assert set(backups) < set((plain.parent / "backups").iterdir())
    lj("list", "entry", "-j", plain).told(3, "needs a passphrase")
