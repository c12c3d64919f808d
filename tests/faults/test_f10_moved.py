"""F10: while it is open, the journal is deleted, renamed, replaced or its disk taken away."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from leadjournal.base.clock import SystemClock
from leadjournal.services.journals import create_workspace, open_workspace
from tests.faults.harness.machine import mounts, small_disk
from tests.journeys.far_hands import FarHands
from tests.support.far_windows import Begin

NOT_SAVED = "Not saved: good.leadjournal was moved, replaced or taken away while it was open"
WORDS = "What is written after that."


def new_journal(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    space = create_workspace(path, "Nadia’s journal", None, SystemClock())
    space.entries.capture("The first line")
    space.close()
    return path


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return new_journal(tmp_path / "one" / "good.leadjournal")


def writing(begin: Begin, journal: Path) -> FarHands:
    """A window in which an entry has a title that is saved."""
    far = begin(journal)
    far.do("page", "Journal")
    far.do("press", "New entry")
    far.do("write", "Title of the entry", "The evening")
    far.do("until_saved")
    return far


def texts(path: Path) -> dict[str, str]:
    """What a journal holds; it has to be sound."""
    space = open_workspace(path, None, SystemClock())
    found = {each.title: each.text for each in space.entries.all()}
    assert space.backups.check().ok
    space.close()
    return found


def delete(journal: Path) -> None:
    journal.unlink()


def rename(journal: Path) -> None:
    journal.rename(journal.with_name("elsewhere.leadjournal"))


def replace(journal: Path) -> None:
    other = new_journal(journal.parent / "other" / "other.leadjournal")
    other.replace(journal)


@pytest.mark.parametrize("happens", [delete, rename, replace])
def test_it_is_noticed_before_anything_is_called_saved_and_a_copy_is_whole(
    begin: Begin, journal: Path, tmp_path: Path, happens: Callable[[Path], None]
) -> None:
    far = writing(begin, journal)
    happens(journal)
    far.do("write", "Text of the entry", WORDS)
    far.do("until_seen", NOT_SAVED)
    assert far.do("says_meanwhile", 2_500) == [NOT_SAVED]
    assert far.do("sees", "What was saved before is in the file that was moved.")
    assert far.do("sees", WORDS)
    copy = tmp_path / "copy.leadjournal"
    far.do("press", "Save a copy elsewhere…")
    far.do("choose_path", str(copy))
    far.do("until_seen", "The copy is saved and checked")
    far.do("press", "Stay here")
    assert texts(copy) == {"The first line": "", "The evening": WORDS}
    assert far.do("sees", WORDS)


def test_a_journal_that_is_brought_back_takes_the_words(begin: Begin, journal: Path) -> None:
    far = writing(begin, journal)
    away = journal.rename(journal.with_name("away.leadjournal"))
    far.do("write", "Text of the entry", WORDS)
    far.do("until_seen", NOT_SAVED)
    away.rename(journal)
    far.do("until_saved")
    far.do("close")
    assert far.end() == 0
    assert texts(journal)["The evening"] == WORDS


def test_another_file_under_the_name_is_never_written_to(begin: Begin, journal: Path) -> None:
    far = writing(begin, journal)
    other = new_journal(journal.parent / "other" / "other.leadjournal")
    before = other.read_bytes()
    other.replace(journal)
    far.do("write", "Text of the entry", WORDS)
    far.do("until_seen", NOT_SAVED)
    far.process.terminate()
    assert far.end() == 0
    assert journal.read_bytes() == before
    assert texts(journal) == {"The first line": ""}


def test_a_disk_that_is_unplugged_is_noticed_and_the_copy_holds_all(
    begin: Begin, tmp_path: Path
) -> None:
    if mounts():
        pytest.skip(mounts())
    disk = tmp_path / "stick"
    with small_disk(disk, 8):
        far = writing(begin, new_journal(disk / "good.leadjournal"))
        # As when a stick is pulled out: the open file is still there, and no name leads to it.
        subprocess.run(["umount", "-l", str(disk)], check=True)
        far.do("write", "Text of the entry", WORDS)
        far.do("until_seen", NOT_SAVED)
        copy = tmp_path / "copy.leadjournal"
        far.do("press", "Save a copy elsewhere…")
        far.do("choose_path", str(copy))
        far.do("until_seen", "The copy is saved and checked")
        far.do("press", "Go on in the copy")
        far.do("until_seen", WORDS)
        far.do("close")
        assert far.end() == 0
        assert texts(copy)["The evening"] == WORDS
        subprocess.run(["mount", "-t", "tmpfs", "tmpfs", str(disk)], check=True)
