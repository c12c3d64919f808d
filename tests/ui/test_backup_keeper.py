"""Backups that are made by themselves: while something changes, and on the way out."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from leadjournal.base.clock import FixedClock
from leadjournal.services.journals import create_workspace, open_workspace
from leadjournal.services.samples import create_sample
from leadjournal.services.workspace import Workspace
from leadjournal.ui import backup_keeper
from leadjournal.ui.backup_keeper import BackupKeeper
from leadjournal.ui.desk import Room
from leadjournal.ui.doorway import Doorway
from leadjournal.ui.pages.unlock.waiting import WaitingScreen
from leadjournal.ui.window import Window
from tests.support.pages import SPECS


class Kept:
    """A window with its keeper, and what lies in the backup folder."""

    def __init__(self, qtbot: QtBot, room: Room, clock: FixedClock) -> None:
        self.qtbot = qtbot
        self.clock = clock
        self.window = Window(room, SPECS)
        qtbot.addWidget(self.window)
        self.doorway = Doorway(self.window, clock)
        self.keeper = BackupKeeper(self.window, self.doorway)

    def open(self, path: Path) -> Workspace:
        self.doorway.begin(path)
        self.window.show()
        self.qtbot.waitUntil(lambda: self.window.desk.workspace is not None)
        workspace = self.window.desk.workspace
        assert workspace is not None
        self.folder = path.parent / "backups"
        return workspace

    def files(self) -> list[Path]:
        return sorted(self.folder.iterdir()) if self.folder.exists() else []

    def wait_for_jobs(self) -> None:
        self.qtbot.waitUntil(lambda: not self.window.room.jobs.is_busy)


@pytest.fixture
def kept(qtbot: QtBot, room: Room, clock: FixedClock) -> Iterator[Kept]:
    made = Kept(qtbot, room, clock)
    yield made
    made.window.close()
    assert not made.keeper.timer.isActive()


@pytest.fixture
def journal(tmp_path: Path, clock: FixedClock) -> Path:
    """A journal of which there is a backup already."""
    path = tmp_path / "mine" / "plain.leadjournal"
    space = create_workspace(path, "Nadia’s journal", None, clock, door="window")
    space.backups.make()
    space.close()
    clock.moment += timedelta(hours=1)
    return path


def test_nothing_is_done_while_nothing_changes(kept: Kept, journal: Path) -> None:
    kept.open(journal)
    assert not kept.keeper.timer.isActive()
    kept.window.close()
    assert len(kept.files()) == 1


def test_half_an_hour_after_a_change_there_is_a_backup(
    kept: Kept, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_keeper, "QUIET", 0)
    workspace = kept.open(journal)
    workspace.entries.capture("One")
    kept.qtbot.waitUntil(kept.keeper.timer.isActive)
    assert kept.keeper.timer.interval() == 30 * 60_000
    with kept.qtbot.waitSignal(kept.keeper.made):
        kept.keeper.timer.timeout.emit()
    assert len(kept.files()) == 2
    assert not kept.keeper.is_behind()
    kept.window.close()
    assert len(kept.files()) == 2
    copy = open_workspace(kept.files()[-1], None, kept.clock)
    assert [row.title for row in copy.entries.listing()] == ["One"]
    copy.close()


def test_it_waits_until_nobody_writes(kept: Kept, journal: Path) -> None:
    workspace = kept.open(journal)
    workspace.entries.capture("One")
    kept.qtbot.waitUntil(kept.keeper.timer.isActive)
    kept.keeper.timer.timeout.emit()
    assert kept.keeper.timer.interval() == backup_keeper.QUIET
    assert len(kept.files()) == 1


def test_closing_makes_a_backup_of_what_changed(kept: Kept, journal: Path) -> None:
    kept.open(journal).entries.capture("One")
    kept.window.close()
    assert len(kept.files()) == 2
    assert [each.name for each in journal.parent.iterdir() if each.is_file()] == [journal.name]


def test_another_journal_opens_after_the_last_backup_of_the_first(
    kept: Kept, journal: Path, tmp_path: Path, clock: FixedClock
) -> None:
    other = tmp_path / "other.leadjournal"
    create_workspace(other, "Another", None, clock, door="window").close()
    kept.open(journal).entries.capture("One")
    entered: list[int] = []
    kept.doorway.leave_then(lambda: entered.append(len(kept.files())))
    assert isinstance(kept.window.front(), WaitingScreen)
    assert kept.window.desk.workspace is None
    assert entered == []
    kept.qtbot.waitUntil(lambda: entered == [2])
    assert [each.name for each in journal.parent.iterdir() if each.is_file()] == [journal.name]
    kept.doorway.enter(other)
    kept.qtbot.waitUntil(lambda: kept.window.desk.workspace is not None)


def test_a_window_that_closes_during_the_last_backup_waits_for_it(
    kept: Kept, journal: Path
) -> None:
    kept.open(journal).entries.capture("One")
    entered: list[int] = []
    kept.doorway.leave_then(lambda: entered.append(1))
    kept.window.close()
    assert not kept.window.isVisible()
    assert len(kept.files()) == 2
    assert [each.name for each in journal.parent.iterdir() if each.is_file()] == [journal.name]
    QCoreApplication.processEvents()
    assert entered == []


def test_what_newer_backups_stand_for_goes_after_the_next_opening(
    kept: Kept, journal: Path, clock: FixedClock
) -> None:
    kept.open(journal).entries.capture("One")
    kept.doorway.leave_then(lambda: None)
    kept.wait_for_jobs()
    assert len(kept.files()) == 2
    clock.moment += timedelta(days=30)
    kept.doorway.enter(journal)
    kept.qtbot.waitUntil(lambda: kept.window.desk.workspace is not None)
    assert kept.keeper._thinning.interval() == backup_keeper.SOON
    kept.keeper._thinning.timeout.emit()
    kept.qtbot.waitUntil(lambda: len(kept.files()) == 1)


def test_what_was_not_backed_up_before_is_soon(
    kept: Kept, journal: Path, clock: FixedClock
) -> None:
    with_change = open_workspace(journal, None, clock)
    with_change.entries.capture("From the terminal")
    with_change.close()
    kept.open(journal)
    assert kept.keeper.timer.interval() == backup_keeper.SOON
    with kept.qtbot.waitSignal(kept.keeper.made):
        kept.keeper.timer.timeout.emit()
    assert len(kept.files()) == 2


def test_a_lock_does_not_wait_for_a_backup(kept: Kept, tmp_path: Path, clock: FixedClock) -> None:
    path = tmp_path / "mine" / "closed.leadjournal"
    create_workspace(path, "Nadia’s journal", "calm river", clock, door="window").close()
    kept.doorway.begin(path)
    kept.window.show()
    kept.folder = path.parent / "backups"
    kept.window.front().tried.emit("calm river")  # type: ignore[union-attr]
    kept.qtbot.waitUntil(lambda: kept.window.desk.workspace is not None)
    kept.window.desk.workspace.entries.capture("One")  # type: ignore[union-attr]
    kept.window.do("lock")
    assert kept.files() == []
    assert not kept.keeper.timer.isActive()


def test_a_failure_is_told_once_until_a_backup_succeeds(
    kept: Kept, journal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_keeper, "QUIET", 0)
    workspace = kept.open(journal)
    problems = kept.window.desk.problems
    good = kept.folder.rename(tmp_path / "elsewhere")
    kept.folder.write_text("in the way")
    (tmp_path / "home").mkdir(exist_ok=True)
    (tmp_path / "home" / "journals").write_text("in the way")
    for turn in range(3):
        workspace.entries.capture(f"Entry {turn}")
        kept.keeper.timer.timeout.emit()
        kept.wait_for_jobs()
        assert problems.isVisible() == (turn == 0)
        if turn == 0:
            assert "could not be written" in problems.text()
        problems.dismiss()
        assert kept.keeper.timer.isActive()
    kept.folder.unlink()
    good.rename(kept.folder)
    with kept.qtbot.waitSignal(kept.keeper.made):
        kept.keeper.timer.timeout.emit()
    assert len(kept.files()) == 2


def test_the_sample_and_what_is_only_looked_at_have_no_backups(
    kept: Kept, tmp_path: Path, clock: FixedClock
) -> None:
    path = tmp_path / "mine" / "sample.leadjournal"
    path.parent.mkdir()
    create_sample(path, clock, keep_dates=True).close()
    kept.open(path).entries.capture("In the sample")
    kept.window.close()
    assert kept.files() == []


def test_when_the_computer_ends_a_copy_that_is_slow_is_given_up(
    kept: Kept, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as slow:
        slow.setattr(backup_keeper, "_HURRY", -1.0)
        kept.open(journal).entries.capture("One")
        kept.doorway.end()
    assert len(kept.files()) == 1
    kept.doorway.ask_nothing(False)
    kept.doorway.enter(journal)
    kept.window.show()
    kept.qtbot.waitUntil(lambda: kept.window.desk.workspace is not None)
    assert kept.keeper.timer.interval() == backup_keeper.SOON
    kept.window.desk.workspace.entries.capture("Two")  # type: ignore[union-attr]
    kept.doorway.end()
    assert len(kept.files()) == 2
