"""`add` while a window in another process has the journal."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from leadjournal.base.clock import SystemClock
from leadjournal.services.journals import create_workspace, open_workspace
from tests.cli.terminal import child, lj
from tests.support.far_windows import Begin, far_windows
from tests.support.journals import PASSPHRASE


@pytest.fixture
def begin() -> Iterator[Begin]:
    with far_windows() as made:
        yield made


@pytest.fixture
def journal(folder: Path) -> Path:
    path = folder / "plain.leadjournal"
    create_workspace(path, "Nadia’s journal", None, SystemClock()).close()
    return path


@pytest.fixture
def locked(folder: Path) -> Path:
    path = folder / "locked.leadjournal"
    create_workspace(path, "Nadia’s journal", PASSPHRASE, SystemClock()).close()
    return path


@pytest.fixture
def words(tmp_path: Path) -> Path:
    file = tmp_path / "passphrase"
    file.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    return file


def titles(path: Path, passphrase: str | None = None) -> list[str]:
    with closing(open_workspace(path, passphrase, SystemClock())) as space:
        return sorted(each.title for each in space.entries.all())


def test_the_window_writes_it_and_shows_it(begin: Begin, journal: Path, folder: Path) -> None:
    far = begin(journal)
    far.do("page", "Journal")
    far.begin("until_seen", "Added from the terminal")
    said = child(
        "add", "From outside\nwith more", "--date", "2025-10-01", "--tag", "delivery",
        "--kind", "moment", "-j", journal, folder=folder,
    )  # fmt: skip
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Added ")
    assert said.out.endswith(" on 2025-10-01.\n")
    far.heard()
    far.do("until_seen", "From outside")
    far.do("close")
    assert far.end() == 0
    with closing(open_workspace(journal, None, SystemClock())) as space:
        (entry,) = space.entries.all()
        assert said.out.split()[1] == entry.id[:8]
        assert (entry.text, entry.kind.value) == ("with more", "moment")
        assert space.entries.tags(entry.id) == ["delivery"]


def test_an_unlocked_window_needs_no_passphrase_again(
    begin: Begin, locked: Path, folder: Path
) -> None:
    far = begin(locked, "Only your passphrase opens it.")
    far.do("type_in", PASSPHRASE)
    far.do("press", "Unlock")
    far.do("until_seen", "Waiting for you")
    far.begin("until_seen", "Added from the terminal")
    assert child("add", "From outside", "-j", locked, folder=folder).code == 0
    far.heard()
    far.do("close")
    assert far.end() == 0
    assert titles(locked, PASSPHRASE) == ["From outside"]


def test_beside_a_locked_window_the_passphrase_is_asked_for(
    begin: Begin, locked: Path, folder: Path, words: Path
) -> None:
    far = begin(locked, "Only your passphrase opens it.")
    child("add", "Nothing", "-j", locked, folder=folder).told(3, "needs a passphrase")
    said = child("add", "By itself", "-j", locked, "--passphrase-file", str(words), folder=folder)
    assert (said.code, said.err) == (0, "")
    assert far.do("sees", "Only your passphrase opens it.")
    far.do("type_in", PASSPHRASE)
    far.do("press", "Unlock")
    far.do("until_seen", "Waiting for you")
    far.do("page", "Journal")
    far.do("until_seen", "By itself")


def test_what_the_window_refuses_is_told_by_the_command(
    begin: Begin, journal: Path, folder: Path
) -> None:
    begin(journal)
    lj("add", "-", "-j", journal, stdin=b"x" * 2_100_000).told(1, "2000000 characters")
    lj("add", "-", "-j", journal, stdin="\N{GRINNING FACE}".encode() * 2_100_000).told(
        1, "too long for one entry"
    )
    lj("add", " \n", "-j", journal).told(1, "nothing to write")
    for odd in ("Odd \udcff letters", "A line\x00with a NUL", "x" * 1_900_000):
        assert lj("add", odd, "-j", journal).code == 0


def test_the_last_journal_is_meant_when_none_is_named(
    begin: Begin, journal: Path, folder: Path
) -> None:
    far = begin(journal)
    far.begin("until_seen", "Added from the terminal")
    assert child("add", "Without a name", folder=folder).code == 0
    far.heard()
    assert child(folder=folder).code == 0


OTHERS = [
    ("list", "entry"),
    ("show", "12345678"),
    ("search", "words"),
    ("figures",),
    ("export", "all.json"),
    ("backup",),
    ("check",),
]


def test_every_other_command_names_the_window(begin: Begin, journal: Path, folder: Path) -> None:
    far = begin(journal)
    owner = f"{journal} is open in a leadjournal window (process {far.process.pid} on "
    for command in OTHERS:
        lj(*command, "-j", journal).told(3, owner, "Nothing was changed.", "Close it there")
    assert not (Path.cwd() / "all.json").exists()


def test_every_other_command_names_the_window_of_a_locked_file(
    begin: Begin, locked: Path, words: Path
) -> None:
    far = begin(locked, "Only your passphrase opens it.")
    far.do("type_in", PASSPHRASE)
    far.do("press", "Unlock")
    far.do("until_seen", "Waiting for you")
    for command in OTHERS:
        lj(*command, "-j", locked, "--passphrase-file", str(words)).told(
            3, f"window (process {far.process.pid} on "
        )


def test_without_a_window_nothing_changes(journal: Path, folder: Path) -> None:
    assert child("add", "As ever", "-j", journal, folder=folder).code == 0
    assert titles(journal) == ["As ever"]
