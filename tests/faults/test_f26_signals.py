"""F26: the system ends the program: everything is saved first, and no dialog stands in the way."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from leadjournal.base.clock import SystemClock
from leadjournal.services.journals import open_workspace
from tests.journeys.far_hands import FarHands
from tests.support.far_windows import Begin

WORDS = "Typed a moment ago"
if os.name == "nt":
    pytest.skip("this system has no signals", allow_module_level=True)


def typing(begin: Begin, journal: Path) -> FarHands:
    """A window in which an entry was begun a moment ago and is not saved yet."""
    far = begin(journal)
    far.do("page", "Journal")
    far.do("press", "New entry")
    far.do("write", "Title of the entry", WORDS)
    return far


def titles(path: Path) -> set[str]:
    """What the journal holds; it has to be sound."""
    space = open_workspace(path, None, SystemClock())
    found = {each.title for each in space.entries.all()}
    assert space.backups.check().ok
    space.close()
    return found


def has_ended(far: FarHands) -> None:
    """It closed, or where that took too long, was ended by the alarm it had set for itself."""
    assert far.end() in (0, -signal.SIGALRM)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_saves_and_ends(begin: Begin, journal: Path, number: signal.Signals) -> None:
    far = typing(begin, journal)
    far.process.send_signal(number)
    has_ended(far)
    assert titles(journal) == {"The first line", WORDS}


@pytest.mark.parametrize("command", ["Export", "Open another journal", "Keyboard shortcuts"])
def test_no_open_dialog_stands_in_the_way(begin: Begin, journal: Path, command: str) -> None:
    far = typing(begin, journal)
    far.do("do", command)
    assert far.do("is_asked")
    far.process.terminate()
    has_ended(far)
    assert titles(journal) == {"The first line", WORDS}


def test_a_form_that_would_ask_does_not(begin: Begin, journal: Path) -> None:
    far = begin(journal)
    far.do("do", "New outcome")
    far.do("type_in", "Half a form")
    assert far.do("is_asked")
    far.process.terminate()
    has_ended(far)
    assert titles(journal) == {"The first line"}


def test_work_that_does_not_end_holds_nobody_back(begin: Begin, journal: Path) -> None:
    far = typing(begin, journal)
    far.do("keep_lane_busy")
    far.process.terminate()
    assert far.end() == -signal.SIGALRM
    assert titles(journal) == {"The first line", WORDS}


def test_the_end_of_the_session_saves_and_the_window_closes_without_a_question(
    begin: Begin, journal: Path
) -> None:
    far = typing(begin, journal)
    far.do("until_saved")
    away = journal.rename(journal.with_name("away.leadjournal"))
    far.do("write", "Text of the entry", "Only on the screen")
    far.do("session_ends")
    far.do("close")
    assert far.end() == 0
    away.rename(journal)
    again = begin(journal, "What you typed last is back in its place.")
    assert again.do("sees", "Only on the screen")


def test_a_session_that_goes_on_leaves_the_journal_open(begin: Begin, journal: Path) -> None:
    far = typing(begin, journal)
    far.do("session_ends")
    assert far.do("save_state").startswith("Saved ")
    far.do("write", "Text of the entry", "and more")
    far.do("until_saved")


def test_a_process_that_was_stopped_goes_on_and_saves(begin: Begin, journal: Path) -> None:
    far = typing(begin, journal)
    far.process.send_signal(signal.SIGSTOP)
    os.waitid(os.P_PID, far.process.pid, os.WSTOPPED | os.WNOWAIT)
    far.process.send_signal(signal.SIGCONT)
    far.do("until_saved")
    far.do("close")
    assert far.end() == 0
    assert titles(journal) == {"The first line", WORDS}
