"""F20: what a dead owner left stops nobody; a live one is never robbed."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import JournalInUse
from leadjournal.base.local_door import addresses, is_alive
from leadjournal.services.journals import open_workspace
from tests.support.far_windows import Begin, second_start
from tests.support.journals import NOW


def note_of(journal: Path) -> Path:
    return journal.with_name(f".{journal.name}.open")


def opens(journal: Path, moment: datetime = NOW) -> None:
    """A start now has the journal, with all that was in it, and leaves one file."""
    space = open_workspace(journal, None, FixedClock(moment))
    assert [each.title for each in space.entries.all()] == ["The first line"]
    assert space.backups.check().ok
    space.close()
    lies_alone(journal)


def lies_alone(journal: Path) -> None:
    assert {each.name for each in journal.parent.iterdir()} - {"backups"} == {journal.name}


def test_after_a_kill_the_next_window_opens_and_is_found(begin: Begin, journal: Path) -> None:
    dead = begin(journal)
    assert all(map(is_alive, addresses(journal)))
    dead.kill()
    assert note_of(journal).exists()
    left = [Path(address) for address in addresses(journal)]
    assert all(map(Path.is_socket, left))
    assert not any(map(is_alive, addresses(journal)))
    alive = begin(journal)
    assert second_start(journal, folder=journal.parent).code == 0
    second_start("figures", "-j", journal, folder=journal.parent).told(
        3, f"process {alive.process.pid} on "
    )
    alive.do("close")
    assert alive.end() == 0
    assert not any(map(Path.exists, left))
    opens(journal)


def test_after_a_kill_a_command_opens_it(begin: Begin, journal: Path) -> None:
    begin(journal).kill()
    added = second_start("add", "By the command", "-j", journal, folder=journal.parent)
    assert (added.code, added.err) == (0, "")
    lies_alone(journal)


@pytest.fixture
def sleeper() -> Iterator[int]:
    """A live process that has nothing to do with us."""
    child = subprocess.Popen([sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=-1)
    yield child.pid
    child.communicate()


@pytest.mark.parametrize(
    "note",
    [
        {},
        {"host": "another.example"},
        {"since": (NOW + timedelta(days=9_000)).isoformat()},
        {"since": "1970-01-01T00:00:00+00:00"},
        {"since": "yesterday"},
        {"door": "palace"},
        {"pid": "one"},
    ],
    ids=str,
)
def test_a_note_alone_stops_nobody(journal: Path, sleeper: int, note: dict[str, Any]) -> None:
    known = {"pid": sleeper, "host": "here", "door": "window", "since": NOW.isoformat()}
    note_of(journal).write_text(json.dumps(known | note), encoding="utf-8")
    opens(journal)


@pytest.mark.parametrize("days", [-20_000, -1, 1, 10_000])
def test_another_clock_stops_nobody(begin: Begin, journal: Path, days: int) -> None:
    begin(journal).kill()
    opens(journal, NOW + timedelta(days=days))


def test_a_live_lock_is_never_stolen(begin: Begin, journal: Path) -> None:
    far = begin(journal)
    note_of(journal).unlink()
    for address in addresses(journal):
        Path(address).unlink()
    for moment in (NOW, NOW + timedelta(days=10_000)):
        with pytest.raises(JournalInUse, match="open in another program"):
            open_workspace(journal, None, FixedClock(moment))
    note_of(journal).write_text('{"pid": 1, "host": "gone"', encoding="utf-8")
    second_start("add", "Stolen", "-j", journal, folder=journal.parent).told(
        3, "open in another program"
    )
    far.do("until_seen", "Waiting for you")
    far.do("close")
    assert far.end() == 0
    opens(journal)


def test_an_owner_that_hangs_is_named_and_left_alone(begin: Begin, journal: Path) -> None:
    far = begin(journal)
    far.process.send_signal(signal.SIGSTOP)
    os.waitid(os.P_PID, far.process.pid, os.WSTOPPED)
    for words in (("add", "Too late"), ("list", "entry"), ("check",)):
        said = second_start(*words, "-j", journal, folder=journal.parent)
        said.told(3, f"open in a leadjournal window (process {far.process.pid} on ", "since ")
    begin(journal, "This journal is open elsewhere").do("close")
    far.process.send_signal(signal.SIGCONT)
    far.do("until_seen", "Waiting for you")
    assert second_start(journal, folder=journal.parent).code == 0
    far.do("close")
    assert far.end() == 0
    opens(journal)
