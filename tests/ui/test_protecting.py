"""The passphrase is given, changed and removed in the real window, over the real file."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from leadjournal.base import folders
from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import CannotDecrypt
from leadjournal.services.journals import create_workspace, needs_passphrase, open_workspace
from leadjournal.ui.application import make_window
from leadjournal.ui.desk import Room
from leadjournal.ui.dialogs.protection import ChoosePassphrase, ReadableCopies, RemovePassphrase
from leadjournal.ui.dialogs.sentence import Sentences
from leadjournal.ui.pages.unlock.page import UnlockScreen
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.window import Window

CANARY = "Quillfeather"
OLD, NEW = "calm river", "seven lamps in a row"
DialogT = TypeVar("DialogT", bound=QDialog)
Start = Callable[[str | None], Window]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mine.leadjournal"


@pytest.fixture
def start(qtbot: QtBot, room: Room, clock: FixedClock, path: Path) -> Iterator[Start]:
    windows: list[Window] = []

    def begin(passphrase: str | None) -> Window:
        made = create_workspace(path, "Mine", passphrase, clock, door="window")
        made.entries.capture(f"About {CANARY}")
        made.backups.make()
        made.close()
        window, doorway = make_window(room, clock)
        windows.append(window)
        qtbot.addWidget(window)
        doorway.begin(path)
        window.show()
        if passphrase is not None:
            screen = window.front()
            assert isinstance(screen, UnlockScreen)
            screen.tried.emit(passphrase)
        _until_open(qtbot, window)
        return window

    yield begin
    for window in windows:
        window.close()


def _until_open(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: window.desk.workspace is not None and not window.room.jobs.is_busy)


def _open_dialog(qtbot: QtBot, window: Window, kind: type[DialogT]) -> DialogT:
    def shown() -> list[DialogT]:
        return [each for each in window.findChildren(kind) if each.isVisible()]

    qtbot.waitUntil(lambda: len(shown()) == 1)
    return shown()[0]


def _words(dialog: QDialog) -> str:
    return " ".join(each.text() for each in dialog.findChildren(Label))


def _choose_new(dialog: ChoosePassphrase, passphrase: str) -> None:
    dialog.new.first.editor.setText(passphrase)
    dialog.new.again.editor.setText(passphrase)
    dialog.verb.click()


def test_a_passphrase_is_given_and_the_readable_copies_go(
    qtbot: QtBot, start: Start, path: Path, clock: FixedClock
) -> None:
    window = start(None)
    window.do("give-passphrase")
    dialog = _open_dialog(qtbot, window, ChoosePassphrase)
    assert not dialog.old.isVisible()
    _choose_new(dialog, NEW)
    told = _open_dialog(qtbot, window, Sentences)
    assert "opens with its new passphrase" in told.windowTitle()
    assert "without passphrase.leadjournal" in _words(told)
    assert needs_passphrase(path)
    told.accept()
    offer = _open_dialog(qtbot, window, ReadableCopies)
    assert offer.windowTitle() == "2 copies of this journal can be read by anybody"
    offer.verb.click()
    _until_open(qtbot, window)
    assert window.desk.toast.text() == "Deleted 2 copies"
    window.close()
    assert [each for each in path.parent.rglob("*") if each.is_file() and
            CANARY.encode() in each.read_bytes()] == []  # fmt: skip
    assert len(list(folders.backups(path).iterdir())) == 1
    open_workspace(path, NEW, clock).close()


def test_it_is_changed_with_the_present_one_only(
    qtbot: QtBot, start: Start, path: Path, clock: FixedClock
) -> None:
    window = start(OLD)
    window.do("change-passphrase")
    dialog = _open_dialog(qtbot, window, ChoosePassphrase)
    _choose_new(dialog, NEW)
    assert "Type it first." in _words(dialog)
    dialog.old.editor.setText("calm rivers")
    dialog.verb.click()
    assert "This is not the present passphrase." in _words(dialog)
    dialog.old.editor.setText(OLD)
    dialog.new.again.editor.setText("another")
    dialog.verb.click()
    assert "These two are not the same." in _words(dialog)
    dialog.new.again.editor.setText(NEW)
    dialog.verb.click()
    told = _open_dialog(qtbot, window, Sentences)
    assert "old passphrase.leadjournal" in _words(told)
    told.accept()
    _until_open(qtbot, window)
    assert [each for each in window.findChildren(ReadableCopies) if each.isVisible()] == []
    window.close()
    open_workspace(path, NEW, clock).close()
    with pytest.raises(CannotDecrypt):
        open_workspace(path, OLD, clock)
    (kept,) = folders.backups(path).glob("*old passphrase*")
    open_workspace(kept, OLD, clock, read_only=True).close()


def test_it_is_removed_knowingly(qtbot: QtBot, start: Start, path: Path, clock: FixedClock) -> None:
    window = start(OLD)
    window.do("remove-passphrase")
    dialog = _open_dialog(qtbot, window, RemovePassphrase)
    assert "1 entry and everything else" in _words(dialog)
    assert dialog.keep.isDefault()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert window.desk.workspace is not None
    window.do("remove-passphrase")
    dialog = _open_dialog(qtbot, window, RemovePassphrase)
    dialog.old.editor.setText(OLD)
    dialog.verb.click()
    told = _open_dialog(qtbot, window, Sentences)
    assert told.windowTitle() == "The journal has no passphrase now"
    told.accept()
    assert window.actions_.action("give-passphrase").isEnabled()
    assert not window.actions_.action("lock").isEnabled()
    window.close()
    open_workspace(path, None, clock).close()


def test_what_can_be_no_passphrase_changes_nothing(qtbot: QtBot, start: Start, path: Path) -> None:
    window = start(None)
    window.do("give-passphrase")
    dialog = _open_dialog(qtbot, window, ChoosePassphrase)
    _choose_new(dialog, "x'00ff'")
    assert "This passphrase cannot be used." in window.desk.problems.text()
    assert window.desk.workspace is not None
    assert not needs_passphrase(path)


def test_a_disk_that_refuses_leaves_the_journal_as_it_was(
    qtbot: QtBot, start: Start, path: Path, clock: FixedClock
) -> None:
    window = start(OLD)
    for each in folders.backups(path).iterdir():
        each.unlink()
    folders.backups(path).rmdir()
    folders.backups(path).write_text("in the way")
    window.do("change-passphrase")
    dialog = _open_dialog(qtbot, window, ChoosePassphrase)
    dialog.old.editor.setText(OLD)
    _choose_new(dialog, NEW)
    _until_open(qtbot, window)
    qtbot.waitUntil(lambda: window.desk.problems.isVisible())
    window.close()
    open_workspace(path, OLD, clock).close()
    assert [each.name for each in path.parent.iterdir() if each.suffix == ".part"] == []


def test_copies_are_looked_for_on_demand(qtbot: QtBot, start: Start, path: Path) -> None:
    window = start(OLD)
    window.do("readable-copies")
    _until_open(qtbot, window)
    assert "No backup of this journal can be read" in window.desk.toast.text()
