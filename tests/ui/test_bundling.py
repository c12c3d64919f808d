"""Bundles in the window: what is said before, what happens, and how it is taken back."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from leadjournal.base.clock import FixedClock
from leadjournal.model.entry import EntryDraft
from leadjournal.services.journals import create_workspace
from leadjournal.services.workspace import Workspace
from leadjournal.ui.bundling import Bundling
from leadjournal.ui.desk import Room
from leadjournal.ui.dialogs.base import Dialog
from leadjournal.ui.dialogs.bundle import BundleDialog
from leadjournal.ui.dialogs.bundle_import import ImportDialog
from leadjournal.ui.widgets.editors import ComboBox
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.window import Window
from tests.support.bundles import Parcel
from tests.support.journals import PASSPHRASE
from tests.support.pages import SPECS


@pytest.fixture
def window(qtbot: QtBot, room: Room, workspace: Workspace) -> Iterator[Window]:
    made = Window(room, SPECS)
    qtbot.addWidget(made)
    made.resize(1280, 690)
    made.desk.lay_open(workspace, "today")
    Bundling(made)
    made.show()
    yield made
    made.desk.take_off()


@pytest.fixture
def bundle(tmp_path: Path, clock: FixedClock) -> Path:
    """The bundle of another journal with two entries."""
    path = tmp_path / "other.leadjournal"
    with closing(create_workspace(path, "Another", None, clock, door="window")) as other:
        for title in ("One", "Two"):
            other.entries.add(EntryDraft(day=date(2025, 10, 30), title=title), tags=["both"])
        other.bundles.write(tmp_path / "other.bundle.zip", with_history=True)
    return tmp_path / "other.bundle.zip"


def _said(dialog: Dialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(Label))


def _button(dialog: Dialog, words: str) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if each.text() == words)


def _open_import(qtbot: QtBot, window: Window, file: Path) -> ImportDialog:
    bundling = window.findChild(Bundling)
    assert isinstance(bundling, Bundling)
    bundling.take_in(file)
    dialog = window.findChild(ImportDialog)
    assert isinstance(dialog, ImportDialog)
    qtbot.waitUntil(lambda: not window.room.jobs.is_busy)
    return dialog


def _open_write(window: Window) -> BundleDialog:
    window.do("bundle")
    dialog = window.findChild(BundleDialog)
    assert isinstance(dialog, BundleDialog)
    return dialog


def test_a_bundle_is_written_and_told(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    dialog = _open_write(window)
    assert "without loss" in _said(dialog)
    assert "encrypted" not in _said(dialog)
    dialog.write(tmp_path / "mine.bundle.zip")
    qtbot.waitUntil(lambda: "Bundle written" in window.desk.toast.text())
    assert window.desk.toast.text() == "Bundle written: mine.bundle.zip, 1 record"
    assert "history/step.jsonl" not in Parcel(tmp_path / "mine.bundle.zip").files


def test_a_bundle_with_the_history(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    dialog = _open_write(window)
    (choice,) = dialog.findChildren(ComboBox)
    assert choice.accessibleName() == "What goes in"
    choice.setCurrentIndex(1)
    dialog.write(tmp_path / "mine.zip")
    qtbot.waitUntil(lambda: "Bundle written" in window.desk.toast.text())
    assert "history/step.jsonl" in Parcel(tmp_path / "mine.zip").files


def test_a_bundle_that_cannot_be_written_can_be_tried_again(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    dialog = _open_write(window)
    dialog.write(tmp_path / "gone" / "mine.zip")
    qtbot.waitUntil(lambda: "could not be written" in _said(dialog))
    assert _button(dialog, "Choose a place…").isEnabled()
    dialog.reject()


@pytest.fixture
def go_on() -> Iterator[Event]:
    """Ends the waiting of a lane that is held."""
    event = Event()
    yield event
    event.set()


def _hold_lane(window: Window, go_on: Event) -> None:
    """What comes now waits for its turn."""
    window.room.jobs.prepare(lambda _progress: go_on.wait()).begin()


def test_a_bundle_that_is_given_up_is_not_written(
    qtbot: QtBot, window: Window, tmp_path: Path, go_on: Event
) -> None:
    dialog = _open_write(window)
    _hold_lane(window, go_on)
    with qtbot.waitSignal(dialog.rejected):
        dialog.write(tmp_path / "mine.zip")
        dialog.reject()
        assert dialog.isVisible()
        assert not _button(dialog, "Cancel").isEnabled()
        go_on.set()
    assert not list(tmp_path.glob("*mine*"))
    assert window.desk.toast.text() == ""


def test_an_import_that_is_given_up_takes_nothing_in(
    qtbot: QtBot, window: Window, workspace: Workspace, bundle: Path, go_on: Event
) -> None:
    workspace.entries.add(EntryDraft(day=date(2025, 10, 30), title="Mine"))
    dialog = _open_import(qtbot, window, bundle)
    _hold_lane(window, go_on)
    _button(dialog, "Take in 5 records").click()
    dialog.reject()
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.rejected):
        go_on.set()
    assert [entry.title for entry in workspace.entries.all()] == ["Mine"]
    assert not (workspace.path.parent / "backups").exists()
    assert window.desk.toast.text() == ""


def test_what_was_only_looked_at_is_left_at_once(
    qtbot: QtBot, window: Window, bundle: Path, go_on: Event
) -> None:
    _hold_lane(window, go_on)
    bundling = window.findChild(Bundling)
    assert isinstance(bundling, Bundling)
    bundling.take_in(bundle)
    dialog = window.findChild(ImportDialog)
    assert isinstance(dialog, ImportDialog)
    dialog.reject()
    assert not dialog.isVisible()
    go_on.set()
    qtbot.waitUntil(lambda: not window.room.jobs.is_busy)


def test_the_place_is_chosen_under_a_fitting_name(qtbot: QtBot, window: Window) -> None:
    dialog = _open_write(window)
    _button(dialog, "Choose a place…").click()
    (chooser,) = dialog.findChildren(QFileDialog)
    assert Path(chooser.selectedFiles()[0]).name == "nadia.bundle.zip"
    assert chooser.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    chooser.reject()
    dialog.reject()


def test_the_bundle_of_an_encrypted_journal_says_who_can_read_it(
    qtbot: QtBot, room: Room, tmp_path: Path, clock: FixedClock
) -> None:
    path = tmp_path / "e.leadjournal"
    with closing(create_workspace(path, "Kept", PASSPHRASE, clock, door="window")) as kept:
        made = Window(room, SPECS)
        qtbot.addWidget(made)
        made.desk.lay_open(kept, "today")
        Bundling(made)
        made.show()
        dialog = _open_write(made)
        assert "a bundle is not: whoever has it can read it." in _said(dialog)
        dialog.reject()
        made.desk.take_off()


def test_an_import_is_counted_before_and_can_be_taken_back(
    qtbot: QtBot, window: Window, workspace: Workspace, bundle: Path
) -> None:
    workspace.entries.add(EntryDraft(day=date(2025, 10, 30), title="Mine"))
    dialog = _open_import(qtbot, window, bundle)
    said = _said(dialog)
    assert "Bundle of “Another”, written on Friday, 31 October 2025" in said
    assert "Entries\n2 new\n" in said
    assert "Its history stays out: this journal has a history of its own." in said
    assert len(workspace.entries.all()) == 1
    _button(dialog, "Take in 5 records").click()
    qtbot.waitUntil(lambda: window.desk.toast.text() == "Took in 5 records.")
    assert len(workspace.entries.all()) == 3
    window.desk.toast.undone.emit()
    assert [entry.title for entry in workspace.entries.all()] == ["Mine"]


def test_an_empty_journal_takes_the_past_over(
    qtbot: QtBot, window: Window, workspace: Workspace, bundle: Path
) -> None:
    dialog = _open_import(qtbot, window, bundle)
    assert "Its history comes in too: the trash and earlier versions." in _said(dialog)
    _button(dialog, "Take in 6 records").click()
    qtbot.waitUntil(lambda: window.desk.toast.text() == "Took in 6 records.")
    assert workspace.card.name == "Another"
    assert window.actions_.words("undo") == "Undo Add entry"


def test_what_is_here_already_is_said(
    qtbot: QtBot, window: Window, workspace: Workspace, bundle: Path
) -> None:
    workspace.bundles.take_in(bundle)
    dialog = _open_import(qtbot, window, bundle)
    assert "Everything in the bundle is here already." in _said(dialog)
    shown = [each.text() for each in dialog.findChildren(QPushButton) if each.isVisible()]
    assert shown == ["Close"]
    dialog.reject()


def test_a_refused_bundle_is_told_in_its_sentences(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    (tmp_path / "bad.zip").write_bytes(b"no zip at all")
    dialog = _open_import(qtbot, window, tmp_path / "bad.zip")
    assert "“bad.zip” cannot be taken in: it is damaged, or not a bundle." in _said(dialog)
    shown = [each.text() for each in dialog.findChildren(QPushButton) if each.isVisible()]
    assert shown == ["Close"]
    dialog.reject()


def test_the_bundle_is_chosen_in_a_file_dialog(qtbot: QtBot, window: Window, bundle: Path) -> None:
    window.do("import")
    (chooser,) = window.findChildren(QFileDialog)
    chooser.fileSelected.emit(str(bundle))
    chooser.reject()
    dialog = window.findChild(ImportDialog)
    assert isinstance(dialog, ImportDialog)
    qtbot.waitUntil(lambda: "Another" in _said(dialog))
    dialog.reject()


@pytest.mark.parametrize(("size", "factor"), [((640, 480), 2.0), ((1366, 768), 1.0)])
def test_the_buttons_stay_in_sight(
    qtbot: QtBot, window: Window, bundle: Path, size: tuple[int, int], factor: float
) -> None:
    window.room.looks.set_factor(factor)
    window.resize(*size)
    for dialog in (_open_write(window), _open_import(qtbot, window, bundle)):
        assert dialog.height() <= window.height()
        for button in dialog.findChildren(QPushButton):
            if button.isVisible():
                place = QRect(button.mapTo(dialog, QPoint()), button.size())
                assert dialog.rect().contains(place)
        dialog.reject()
    window.room.looks.set_factor(1.0)
