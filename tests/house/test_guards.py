"""The guards of the tests work: each is shown the fault it is there for."""

import logging
import socket
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.conftest import FENCES
from tests.support.guards import LogLines, leftover_threads, leftovers_of_qt


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_an_internet_socket_is_refused(family: int) -> None:
    with pytest.raises(PermissionError, match="internet socket"):
        socket.socket(family)
    assert len(FENCES.breaches) == 1
    FENCES.breaches.clear()


def test_a_file_outside_the_tests_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "inside").write_text("fine", encoding="utf-8")
    with pytest.raises(PermissionError, match="outside"):
        (Path(__file__).parent / "outside").write_text("no", encoding="utf-8")
    assert len(FENCES.breaches) == 1
    FENCES.breaches.clear()


def test_a_log_line_is_seen(log_lines: LogLines) -> None:
    logging.getLogger("leadjournal.probe").warning("a line")
    assert log_lines.take() == ["WARNING leadjournal.probe: a line"]


def test_a_question_that_nobody_answers_fails(qapp: QApplication) -> None:
    question = QDialog()
    with pytest.raises(AssertionError, match="nobody"):
        question.exec()
    question.deleteLater()


def test_what_is_left_behind_is_seen(qapp: QApplication) -> None:
    window, timer = QWidget(), QTimer()
    timer.start(60_000)
    end = threading.Event()
    before = set(threading.enumerate())
    thread = threading.Thread(target=end.wait, name="left")
    thread.start()
    assert leftover_threads(before) == ["left"]
    assert len(leftovers_of_qt()) == 2
    end.set()
    thread.join()
    timer.stop()
    window.deleteLater()
