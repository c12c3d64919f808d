"""new: plain, with a passphrase, the sample, and never over something that is there."""

from pathlib import Path

import pytest

from leadjournal.base import folders
from leadjournal.base.preferences import LAST_JOURNAL, Preferences
from tests.cli.terminal import child, fingerprint, lj, typed


def test_a_new_journal_is_one_plain_file_and_the_one_meant_from_now_on(folder: Path) -> None:
    said = lj("new", folder / "a.leadjournal")
    assert (said.code, said.err) == (0, "")
    assert str(folder / "a.leadjournal") in said.out
    assert "no passphrase" in said.out
    assert [file.name for file in folder.iterdir()] == ["a.leadjournal"]
    assert Preferences(folders.settings()).get(LAST_JOURNAL) == str(folder / "a.leadjournal")
    assert lj("list", "entry").out == "0 entries\n"


def test_a_relative_name_is_remembered_whole(folder: Path) -> None:
    assert child("new", "a.leadjournal", folder=folder).code == 0
    assert Preferences(folders.settings()).get(LAST_JOURNAL) == str(folder / "a.leadjournal")


def test_a_journal_that_cannot_be_remembered_is_made_all_the_same(folder: Path) -> None:
    folders.settings().parent.mkdir(parents=True)
    folders.settings().write_text("in the way", encoding="utf-8")
    said = lj("new", folder / "a.leadjournal")
    assert said.code == 0
    assert "could not be remembered" in said.err
    assert (folder / "a.leadjournal").is_file()


def test_the_sample_ends_now_or_when_it_did(folder: Path) -> None:
    assert lj("new", folder / "own.leadjournal", "--sample", "--keep-dates").code == 0
    own = lj("list", "entry", "--json").json
    assert (own[0]["day"], own[-1]["day"]) == ("2025-02-03", "2025-10-31")
    assert lj("new", folder / "now.leadjournal", "--sample").code == 0
    now = lj("list", "entry", "--json").json
    assert len(now) == len(own)
    assert now[-1]["day"] > own[-1]["day"]


@pytest.mark.parametrize("make", ["file", "folder", "link"])
def test_nothing_is_written_over(folder: Path, make: str) -> None:
    there = folder / "a.leadjournal"
    match make:
        case "file":
            there.write_text("mine", encoding="utf-8")
        case "folder":
            there.mkdir()
        case _:
            there.symlink_to(folder / "nowhere")
    before = fingerprint(folder)
    for more in ((), ("--sample",)):
        lj("new", there, *more).told(1, "already there")
    assert fingerprint(folder) == before


def test_a_place_that_cannot_be(folder: Path) -> None:
    (folder / "file").write_text("mine", encoding="utf-8")
    lj("new", folder / "file" / "a.leadjournal").told(3, "could not be written")
    lj("new", folder / f"{'a' * 400}.leadjournal").told(3)
    lj("new", f"{folder}/a\x00b.leadjournal").told(1)
    assert [file.name for file in folder.iterdir()] == ["file"]


def test_keep_dates_goes_with_the_sample_only(folder: Path) -> None:
    lj("new", folder / "a.leadjournal", "--keep-dates").told(1, "--sample")


def test_a_passphrase_from_a_file_keeps_all_but_the_line_end(folder: Path) -> None:
    secret, same, other = folder / "secret", folder / "same", folder / "other"
    secret.write_bytes(" four wörds  here \r\nsecond line\n".encode())
    same.write_bytes(" four wörds  here ".encode())
    other.write_bytes("four wörds  here\n".encode())
    journal = folder / "a.leadjournal"
    said = lj("new", journal, "--passphrase-file", secret)
    assert said.code == 0
    assert "no passphrase" not in said.out
    assert lj("list", "entry", "--passphrase-file", same).out == "0 entries\n"
    lj("list", "entry", "--passphrase-file", other).told(3, "passphrase is wrong")
    lj("list", "entry").told(3, "--passphrase-file")


def test_the_sample_takes_a_passphrase_from_a_file(folder: Path) -> None:
    secret = folder / "secret"
    secret.write_text("four words right here\n", encoding="utf-8")
    assert lj("new", folder / "a.leadjournal", "--sample", "--passphrase-file", secret).code == 0
    lj("list", "why").told(3)
    assert lj("list", "why", "--passphrase-file", secret).out.endswith("3 whys\n")


@pytest.mark.parametrize(
    ("content", "code"), [(b"", 1), (b"\nsecond", 1), (b"\xff\xfe", 1), (None, 3)]
)
def test_a_passphrase_file_that_cannot_be(folder: Path, content: bytes | None, code: int) -> None:
    secret = folder / "secret"
    if content is not None:
        secret.write_bytes(content)
    lj("new", folder / "a.leadjournal", "--passphrase-file", secret).told(code, str(secret))
    assert not (folder / "a.leadjournal").exists()


def test_a_passphrase_is_asked_for_at_a_terminal_and_not_shown(folder: Path) -> None:
    journal = folder / "a.leadjournal"
    twice = [("empty for none", "green river seven"), ("once more", "green river seven")]
    said = typed("new", journal, keys=twice)
    assert said.code == 0
    assert "green river seven" not in said.out
    right = typed("list", "why", "-j", journal, keys=[("Passphrase of", "green river seven")])
    assert (right.code, right.out.endswith("0 whys\n")) == (0, True)
    wrong = typed("list", "why", "-j", journal, keys=[("Passphrase of", "green river")])
    assert wrong.code == 3
    assert "passphrase is wrong" in wrong.out


def test_none_is_an_answer_and_two_different_ones_are_not(folder: Path) -> None:
    journal = folder / "a.leadjournal"
    differ = typed("new", journal, keys=[("empty for none", "green"), ("once more", "red")])
    assert differ.code == 1
    assert "passphrases differ" in differ.out
    assert not journal.exists()
    assert typed("new", journal, keys=[("empty for none", "")]).code == 0
    assert lj("list", "why", "-j", journal).code == 0
