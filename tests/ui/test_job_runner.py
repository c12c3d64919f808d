import threading
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from leadjournal.base.errors import Bug, UserMistake
from leadjournal.services.jobs import Progress
from leadjournal.ui.desk import Room
from leadjournal.ui.job_runner import Handle
from tests.support.guards import LogLines


def _fast(_progress: Progress) -> str:
    return "done"


def _reporting(progress: Progress) -> str:
    progress.say(1, 2, "half")
    return threading.current_thread().name


def _mistaken(_progress: Progress) -> None:
    raise UserMistake("That cannot be.")


def _broken(_progress: Progress) -> None:
    raise ValueError("a secret sentence of the journal")


def test_a_result_that_comes_at_once_is_not_lost(qtbot: QtBot, room: Room) -> None:
    handle = room.jobs.prepare(_fast)
    with qtbot.waitSignal(handle.done) as waited:
        handle.begin()
    assert waited.args == ["done"]


def test_progress_and_result_come_on_the_windows_thread(qtbot: QtBot, room: Room) -> None:
    handle: Handle = room.jobs.prepare(_reporting)
    here: list[object] = []
    handle.progressed.connect(lambda *said: here.append((said, threading.current_thread())))
    with qtbot.waitSignal(handle.done) as waited:
        handle.begin()
    assert here == [((1, 2, "half"), threading.main_thread())]
    assert waited.args != [threading.main_thread().name]


def test_a_problem_arrives_as_it_is(qtbot: QtBot, room: Room) -> None:
    handle = room.jobs.prepare(_mistaken)
    with qtbot.waitSignal(handle.failed) as waited:
        handle.begin()
    assert waited.args is not None
    assert str(waited.args[0]) == "That cannot be."


def test_the_unexpected_is_a_sentence_and_its_words_are_not_logged(
    qtbot: QtBot, room: Room, log_lines: LogLines
) -> None:
    handle = room.jobs.prepare(_broken)
    with qtbot.waitSignal(handle.failed) as waited:
        handle.begin()
    assert waited.args is not None
    assert isinstance(waited.args[0], Bug)
    (line,) = log_lines.take()
    assert "ValueError" in line
    assert "secret" not in line


@pytest.mark.parametrize("journal", [True, False])
def test_finish_waits_for_what_began(qtbot: QtBot, room: Room, journal: bool) -> None:
    ended = []
    handle = room.jobs.prepare(lambda _progress: ended.append(True), journal=journal)
    handle.begin()
    room.jobs.finish()
    assert ended == [True]
    assert not room.jobs.is_busy


def test_an_answer_that_comes_after_the_end_reaches_nobody(qtbot: QtBot, room: Room) -> None:
    handle = room.jobs.prepare(_fast)
    heard: list[object] = []
    handle.done.connect(heard.append)
    handle.begin()
    room.jobs.finish()
    later = room.jobs.prepare(_fast)
    with qtbot.waitSignal(later.done):
        later.begin()
    assert heard == []


def test_the_journals_jobs_run_one_after_another(qtbot: QtBot, room: Room) -> None:
    order: list[int] = []

    def noting(number: int) -> Callable[[Progress], None]:
        return lambda _progress: order.append(number)

    handles = [room.jobs.prepare(noting(number)) for number in range(20)]
    for handle in handles:
        handle.begin()
    room.jobs.finish()
    assert order == list(range(20))
