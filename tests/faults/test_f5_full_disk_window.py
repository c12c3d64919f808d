"""F5 in the window: a full disk is told, nothing is called saved, and it goes on by itself."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from leadjournal.base.clock import SystemClock
from leadjournal.services.journals import create_workspace, open_workspace
from tests.faults.harness.machine import mounts, small_disk
from tests.journeys.far_hands import FarHands
from tests.support.far_windows import Begin, far_windows
from tests.support.journals import PASSPHRASE

if mounts():
    pytest.skip(mounts(), allow_module_level=True)

NOT_SAVED = "Not saved: the disk with good.leadjournal is full"
LONG = "Typed when there was no room left, word after word after word. " * 4
TEN_SECONDS = 10_000


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "disk", 4) as made:
        yield made


@pytest.fixture
def begin(disk: Path) -> Iterator[Begin]:
    with far_windows() as made:
        yield made


def new_journal(disk: Path, passphrase: str | None = None) -> Path:
    path = disk / "good.leadjournal"
    space = create_workspace(path, "Nadia’s journal", passphrase, SystemClock())
    space.entries.capture("The first line")
    space.close()
    return path


def fill(disk: Path) -> None:
    """From now on nothing more can be written."""
    with suppress(OSError), (disk / "full").open("wb", buffering=0) as file:
        while file.write(bytes(512)):
            pass


def titles(path: Path, passphrase: str | None = None) -> dict[str, str]:
    """What the journal holds after the next start; it has to be sound."""
    space = open_workspace(path, passphrase, SystemClock())
    found = {each.title: each.text for each in space.entries.all()}
    assert space.backups.check().ok
    space.close()
    return found


def opened(begin: Begin, path: Path, passphrase: str | None, seen: str) -> FarHands:
    """A window on the journal, unlocked where it has a passphrase."""
    if passphrase is None:
        return begin(path, seen)
    far = begin(path, "Only your passphrase opens it.")
    far.do("type_in", passphrase)
    far.do("press", "Unlock")
    far.do("until_seen", seen)
    return far


def write_into(far: FarHands) -> None:
    """Begin an entry that is saved."""
    far.do("page", "Journal")
    far.do("press", "New entry")
    far.do("write", "Title of the entry", "Before it was full")
    far.do("until_saved")


def write_an_entry(begin: Begin, path: Path) -> FarHands:
    far = opened(begin, path, None, "Waiting for you")
    write_into(far)
    return far


def test_it_is_never_called_saved_and_is_saved_soon_after_there_is_room(
    begin: Begin, disk: Path
) -> None:
    path = new_journal(disk)
    far = write_an_entry(begin, path)
    fill(disk)
    far.do("write", "Text of the entry", LONG)
    far.do("until_seen", NOT_SAVED)
    assert far.do("sees", "Save a copy elsewhere…")
    assert far.do("sees", LONG)
    assert far.do("says_meanwhile", 4_000) == [NOT_SAVED]
    (disk / "full").unlink()
    said = far.do("says_meanwhile", TEN_SECONDS, "Saved ")
    assert said[0] == NOT_SAVED
    assert said[-1].startswith("Saved ")
    assert not far.do("sees", "Save a copy elsewhere…")
    far.do("close")
    assert far.end() == 0
    assert titles(path)["Before it was full"] == LONG


def test_removing_may_fail_too_and_is_told_with_the_same_way_out(begin: Begin, disk: Path) -> None:
    path = new_journal(disk)
    far = write_an_entry(begin, path)
    fill(disk)
    far.do("press", "Move this entry to the trash")
    far.do("until_seen", NOT_SAVED)
    assert far.do("sees", "Save a copy elsewhere…")
    assert far.do("sees", "Before it was full")
    (disk / "full").unlink()
    far.do("close")
    assert far.end() == 0
    assert "Before it was full" in titles(path)


def test_a_copy_elsewhere_holds_the_words_and_one_goes_on_in_it(
    begin: Begin, disk: Path, tmp_path: Path
) -> None:
    path = new_journal(disk)
    far = write_an_entry(begin, path)
    fill(disk)
    far.do("write", "Text of the entry", LONG)
    far.do("until_seen", NOT_SAVED)
    far.do("press", "Save a copy elsewhere…")
    copy = tmp_path / "stick" / "copy.leadjournal"
    copy.parent.mkdir()
    far.do("choose_path", str(copy))
    far.do("until_seen", "The copy is saved and checked")
    far.do("press", "Go on in the copy")
    far.do("until_seen", LONG)
    far.do("write", "Title of the entry", "In the copy")
    far.do("until_saved")
    far.do("close")
    assert far.end() == 0
    assert titles(copy)["In the copy"] == LONG
    (disk / "full").unlink()
    assert titles(path)["Before it was full"] == ""


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "encrypted"])
def test_a_signal_on_a_full_disk_asks_nothing_and_the_words_are_back(
    begin: Begin, disk: Path, tmp_path: Path, passphrase: str | None
) -> None:
    path = new_journal(disk, passphrase)
    far = opened(begin, path, passphrase, "Waiting for you")
    write_into(far)
    fill(disk)
    far.do("write", "Text of the entry", LONG)
    far.do("until_seen", NOT_SAVED)
    far.process.terminate()
    # Where the computer is too busy, its own alarm ends it after all was saved.
    assert far.end() in (0, -signal.SIGALRM)
    sign = LONG[:40].encode()
    files = [each for each in tmp_path.rglob("*") if each.is_file()]
    readable = [each.name for each in files if sign in each.read_bytes()]
    assert bool(readable) == (passphrase is None)
    (disk / "full").unlink()
    again = opened(begin, path, passphrase, "What you typed last is back in its place.")
    again.do("close")
    assert again.end() == 0
    assert titles(path, passphrase)["Before it was full"] == LONG
