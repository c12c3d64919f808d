"""What nobody expected: a dialog that shows all that would be shared, and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from leadjournal.base.errors import Bug, UserMistake
from leadjournal.services.jobs import Progress
from leadjournal.services.workspace import Workspace
from leadjournal.ui.desk import Room
from leadjournal.ui.dialogs.crash_report import CrashReport
from leadjournal.ui.dialogs.sentence import Sentences
from leadjournal.ui.mishaps import Mishaps
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.window import Window
from tests.support.guards import LogLines
from tests.support.pages import SPECS

BUG = Bug("Something went wrong.", "All is safe.", "Try again.", where="KeyError at page.py:1 save")


@pytest.fixture
def window(qtbot: QtBot, room: Room, workspace: Workspace) -> Iterator[Window]:
    made = Window(room, SPECS)
    qtbot.addWidget(made)
    made.show()
    made.desk.lay_open(workspace, SPECS[0].id)
    yield made
    qtbot.waitUntil(lambda: not room.jobs.is_busy)
    made.desk.take_off()


@pytest.fixture
def mishaps(window: Window) -> Mishaps:
    return Mishaps(window)


def shown() -> CrashReport:
    (found,) = [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, CrashReport) and each.isVisible()
    ]
    return found


def test_it_shows_word_for_word_what_copy_takes(mishaps: Mishaps) -> None:
    mishaps.tell(BUG)
    dialog = shown()
    said = [each.text() for each in dialog.findChildren(Label)]
    dialog.copy.click()
    copied = QGuiApplication.clipboard().text()
    lines = copied.split("\n")
    assert lines[0] == BUG.where
    assert [line.split()[0] for line in lines[2:]] == [
        "leadjournal", "Python", "Qt", "SQLCipher", "SQLite", "System"
    ]  # fmt: skip
    assert all(line in said for line in lines if line)
    assert dialog.copy.text() == "Copied"
    dialog.accept()


def test_the_backups_folder_is_opened_and_nothing_else(
    mishaps: Mishaps, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    mishaps.tell(BUG)
    shown().backups.click()
    assert [Path(url.toLocalFile()) for url in opened] == [workspace.path.parent]
    shown().accept()


def test_restart_closes_the_window_first(mishaps: Mishaps, window: Window) -> None:
    mishaps.tell(BUG)
    shown().restart.click()
    assert mishaps.wants_restart
    assert not window.isVisible()


def test_what_follows_from_it_is_not_told_as_well(mishaps: Mishaps) -> None:
    mishaps.tell(BUG)
    mishaps.tell(BUG)
    mishaps.tell(UserMistake("That too."))
    shown().accept()
    mishaps.tell(UserMistake("Now it is."))
    (told,) = [each for each in QApplication.topLevelWidgets() if isinstance(each, Sentences)]
    assert "Now it is." in [each.text() for each in told.findChildren(Label)]
    told.accept()


def test_a_job_that_breaks_ends_in_the_same_dialog(
    qtbot: QtBot, mishaps: Mishaps, window: Window, log_lines: LogLines
) -> None:
    def job(_progress: Progress) -> None:
        raise KeyError("words of the journal")

    handle = window.room.jobs.prepare(job)
    handle.failed.connect(window.desk.fail)
    handle.begin()
    qtbot.waitUntil(lambda: not window.room.jobs.is_busy)
    assert "words of the journal" not in shown().findChildren(Label)[3].text()
    assert any("KeyError at " in each.text() for each in shown().findChildren(Label))
    assert len(log_lines.take()) == 1
    shown().accept()
    assert mishaps.safeguard is not None
