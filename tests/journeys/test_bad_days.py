"""Story 6: what goes wrong is told in sentences, there is a way out, and nothing is lost."""

import ctypes
import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from leadjournal.base.clock import FixedClock
from leadjournal.services.journals import create_workspace, open_workspace
from leadjournal.store.engine import connect
from leadjournal.store.migrations import SCHEMA
from tests.journeys.conftest import Start
from tests.journeys.far_hands import FarHands
from tests.journeys.hands import Hands
from tests.support.journals import PASSPHRASE

_UNLIMITED = resource.RLIM_INFINITY


Begin = Callable[..., FarHands]


@pytest.fixture
def begin() -> Iterator[Begin]:
    """Starts windows in processes of their own; those that still run at the end are killed."""
    begun: list[FarHands] = []

    def on(path: Path, before: Callable[[], None] | None = None) -> FarHands:
        begun.append(FarHands(path, before=before))
        return begun[-1]

    yield on
    for far in begun:
        far.kill()


@pytest.fixture
def good(tmp_path: Path, clock: FixedClock) -> Path:
    """A small journal in a folder of its own."""
    path = tmp_path / "good" / "good.leadjournal"
    path.parent.mkdir()
    with_one_entry(path, clock, None)
    return path


def with_one_entry(path: Path, clock: FixedClock, passphrase: str | None) -> None:
    space = create_workspace(path, "Nadia’s journal", passphrase, clock)
    space.entries.capture("The first line")
    space.close()


def opened(user: Hands) -> None:
    """The journal is on the desk, with its entry."""
    user.wait(lambda: user.window.front() is None)
    user.until_seen("Waiting for you")
    assert len(user.journal.entries.all()) == 1


def unchanged(path: Path, before: bytes) -> None:
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_missing_journal_is_found_again(start: Start, good: Path, tmp_path: Path) -> None:
    away = good.rename(tmp_path / "away.leadjournal")
    user = start(good)
    user.until_seen("The journal is not where it was")
    assert user.sees(f"There is no journal at {good}")
    user.press("Try again")
    user.until_seen("The journal is not where it was")
    user.press("Find the journal")
    user.choose_file(away)
    opened(user)


def test_a_missing_journal_that_comes_back_is_opened_by_trying_again(
    start: Start, good: Path, tmp_path: Path
) -> None:
    away = good.rename(tmp_path / "away.leadjournal")
    user = start(good)
    user.until_seen("The journal is not where it was")
    away.rename(good)
    user.press("Try again")
    opened(user)


def test_an_empty_file_is_left_alone_and_another_journal_begun(
    start: Start, tmp_path: Path
) -> None:
    path = tmp_path / "bad" / "empty.leadjournal"
    path.parent.mkdir()
    path.touch()
    user = start(path)
    user.until_seen("the file is empty (0 bytes)")
    user.press("Begin a new journal")
    user.until_seen("Your journal, on this computer only")
    user.press("Start without a passphrase")
    user.until_seen("A new journal. One line is enough for a beginning.")
    unchanged(path, b"")


def test_a_folder_is_no_journal(start: Start, good: Path, tmp_path: Path) -> None:
    path = tmp_path / "folder.leadjournal"
    path.mkdir()
    user = start(path)
    user.until_seen("it is a folder")
    user.press("Open another journal")
    user.choose_file(good)
    opened(user)
    assert list(path.iterdir()) == []


def test_a_picture_is_no_journal(start: Start, good: Path, tmp_path: Path) -> None:
    path = tmp_path / "bad" / "picture.leadjournal"
    path.parent.mkdir()
    content = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 40
    path.write_bytes(content)
    user = start(path)
    user.until_seen("Only your passphrase opens it.")
    user.type_in(PASSPHRASE)
    user.press("Unlock")
    user.until_seen("That passphrase does not open it.")
    user.press("Open another journal")
    user.choose_file(good)
    opened(user)
    unchanged(path, content)


def test_of_a_journal_that_was_cut_short_a_backup_is_restored(
    start: Start, good: Path, clock: FixedClock
) -> None:
    space = open_workspace(good, None, clock)
    space.backups.make()
    space.close()
    content = good.read_bytes()[:20_000]
    good.write_bytes(content)
    user = start(good)
    user.until_seen("is damaged or was cut short")
    assert user.sees("Open your newest backup")
    user.press("Restore a backup")
    user.until_seen("1 entry")
    user.click(user.row_button("Today "))
    user.until_seen("It holds 1 entry.")
    user.press("Restore it")
    opened(user)
    assert user.sees("the file before is kept")
    (kept,) = (good.parent / "backups").glob("good replaced *")
    assert kept.read_bytes() == content


def test_another_passphrase_is_told_slowed_down_and_tried_again(
    start: Start, tmp_path: Path, clock: FixedClock
) -> None:
    path = tmp_path / "locked" / "locked.leadjournal"
    path.parent.mkdir()
    with_one_entry(path, clock, PASSPHRASE)
    content = path.read_bytes()
    user = start(path)
    user.until_seen("Only your passphrase opens it.")
    user.press("Unlock")
    assert user.sees("Type your passphrase.")
    for wrong in ("one", "two", "three"):
        user.type_in(wrong)
        user.press("Unlock")
        told = (
            "the passphrase is wrong" if wrong == "three" else "That passphrase does not open it."
        )
        user.until_seen(told)
    user.until_seen("Try again in ")
    unchanged(path, content)
    clock.moment += timedelta(seconds=2)
    user.wait(lambda: user.sees("Unlock"))
    user.type_in(PASSPHRASE)
    user.press("Unlock")
    opened(user)


def test_a_newer_journal_is_left_alone(start: Start, good: Path, tmp_path: Path) -> None:
    other = Path(shutil.copy(good, tmp_path / "other.leadjournal"))
    connection = connect(good, "rw", None)
    connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    connection.close()
    content = good.read_bytes()
    user = start(good)
    user.until_seen("A newer version wrote this journal")
    user.press("Open another journal")
    user.choose_file(other)
    opened(user)
    unchanged(good, content)


def test_a_journal_that_another_window_has_open(start: Start, good: Path, begin: Begin) -> None:
    far = begin(good)
    far.do("until_seen", "Waiting for you")
    user = start(good)
    user.until_seen("This journal is open elsewhere")
    assert user.sees(f"process {far.process.pid} on ")
    user.press("Try again")
    user.until_seen("This journal is open elsewhere")
    far.process.send_signal(signal.SIGTERM)
    # Where the computer is too busy, its own alarm ends it after all was saved.
    assert far.end() in (0, -signal.SIGALRM)
    user.press("Try again")
    opened(user)


def bound_by_permissions() -> None:
    """Root alone may write anywhere; a child gives this right up before it begins."""
    if os.geteuid() == 0:
        drop, override, search = 24, 1, 2
        library = ctypes.CDLL(None, use_errno=True)
        for right in (override, search):
            if library.prctl(drop, right, 0, 0, 0) != 0:
                raise OSError(ctypes.get_errno(), "a right could not be given up")


def test_on_a_folder_that_cannot_be_written_one_may_look(good: Path, begin: Begin) -> None:
    content = good.read_bytes()
    good.parent.chmod(0o555)
    try:
        far = begin(good, bound_by_permissions)
        far.do("until_seen", "This journal cannot be changed here")
        assert far.do("sees", "Copy it to a folder of your own")
        far.do("press", "Look at it without changing anything")
        far.do("until_seen", "You are looking at this journal; it is not changed.")
        far.do("page", "Journal")
        far.do("until_seen", "The first line")
        far.do("close")
        assert far.end() == 0
        unchanged(good, content)
    finally:
        good.parent.chmod(0o755)


def texts(path: Path, clock: FixedClock) -> list[str]:
    """What the journal holds after the next start."""
    space = open_workspace(path, None, clock)
    found = [f"{each.title}{each.text}" for each in space.entries.all()]
    assert space.backups.check().ok
    space.close()
    return found


WRITING = "Typed without a pause, word after word, until the light goes out. "


def test_a_kill_while_typing_costs_two_seconds_at_most(
    good: Path, clock: FixedClock, begin: Begin
) -> None:
    far = begin(good)
    far.do("until_seen", "Waiting for you")
    far.do("page", "Journal")
    far.do("press", "New entry")
    far.do("write", "Title of the entry", "The evening")
    typed = far.do("type_for", "Text of the entry", WRITING, 4.5)
    far.begin("type_for", "Text of the entry", WRITING, 60)
    far.kill()
    (kept,) = [each for each in texts(good, clock) if each.startswith("The evening")]
    (older_than_two_seconds, *_younger) = [
        text for text, seconds_ago in reversed(typed) if seconds_ago > 2
    ]
    assert older_than_two_seconds in kept


def test_sigterm_closes_to_a_single_file(good: Path, clock: FixedClock, begin: Begin) -> None:
    far = begin(good)
    far.do("until_seen", "Waiting for you")
    far.do("write", "Write a line", "The last words")
    far.process.send_signal(signal.SIGTERM)
    assert far.end() == 0
    assert [each.name for each in good.parent.iterdir() if each.is_file()] == [good.name]
    assert len(list((good.parent / "backups").iterdir())) == 1
    again = begin(good)
    again.do("until_seen", "The last words")


class FullDisk:
    """A small disk of its own, or where none may be mounted, a limit on what the window writes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(folder)]
        self._is_mounted = sys.platform == "linux" and _worked(mount)

    def fill(self, far: FarHands) -> None:
        """From now on nothing more can be written."""
        if not self._is_mounted:
            most = max(each.stat().st_size for each in self.folder.glob("*-wal"))
            resource.prlimit(far.process.pid, resource.RLIMIT_FSIZE, (most, _UNLIMITED))
            return
        with suppress(OSError), (self.folder / "full").open("wb", buffering=0) as file:
            while file.write(bytes(512)):
                pass

    def make_room(self, far: FarHands) -> None:
        """There is room again."""
        if self._is_mounted:
            (self.folder / "full").unlink()
        else:
            resource.prlimit(far.process.pid, resource.RLIMIT_FSIZE, (_UNLIMITED, _UNLIMITED))

    def remove(self) -> None:
        """Take the disk away."""
        if self._is_mounted:
            assert _worked(["umount", str(self.folder)])


def _worked(words: list[str]) -> bool:
    try:
        return subprocess.run(words, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[FullDisk]:
    made = FullDisk(tmp_path / "disk")
    yield made
    made.remove()


def test_on_a_full_disk_the_text_stays_and_is_saved_when_there_is_room(
    disk: FullDisk, clock: FixedClock, begin: Begin
) -> None:
    path = disk.folder / "small.leadjournal"
    with_one_entry(path, clock, None)
    far = begin(path)
    far.do("until_seen", "Waiting for you")
    far.do("page", "Journal")
    far.do("press", "New entry")
    far.do("write", "Title of the entry", "Before it was full")
    far.do("until_seen", "Saved ")
    disk.fill(far)
    far.do("write", "Text of the entry", WRITING * 4)
    far.do("until_seen", f"Not saved: the disk with {path.name} ")
    assert far.do("sees", WRITING * 4)
    disk.make_room(far)
    far.do("until_seen", "Saved ")
    far.do("close")
    assert far.end() == 0
    assert f"Before it was full{WRITING * 4}" in texts(path, clock)
