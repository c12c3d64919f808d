"""Earlier versions of a text: which there are, what is different, and the way back."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from leadjournal.base.clock import FixedClock
from leadjournal.model.catalogue import Ref
from leadjournal.model.entry import EntryDraft
from leadjournal.model.outcome import OutcomeDraft
from leadjournal.services.journals import open_workspace
from leadjournal.services.workspace import Workspace
from leadjournal.ui.desk import Room
from leadjournal.ui.dialogs.versions import (
    SINCE,
    STEP,
    WHOLE,
    ShownVersion,
    VersionsDialog,
    show_versions,
)
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.window import Window

DAY = date(2025, 10, 30)
VERSIONS = [
    ShownVersion("3", "Today at 17:00", "Edit entry",
                 {"title": "Frost", "text": "The playbook is finished."}),
    ShownVersion("2", "Today at 16:00", "Edit entry",
                 {"title": "Frost", "text": "The playbook is half done."}),
    ShownVersion("1", "Today at 15:00", "Add entry", {"title": "Frost", "text": ""}),
]  # fmt: skip


@pytest.fixture
def holder(qtbot: QtBot, looks: Looks) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    return made


@pytest.fixture
def dialog(looks: Looks, holder: QWidget) -> Iterator[VersionsDialog]:
    fields = [("text", "Text"), ("title", "Title")]
    made = VersionsDialog(looks, holder, "Versions of “Frost”", fields, VERSIONS)
    made.open()
    yield made
    made.reject()


def _rows(dialog: VersionsDialog) -> list[str]:
    model = dialog.list.model()
    said = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(said)) for row in range(model.rowCount())]


def test_only_versions_in_which_the_text_is_another_are_listed(dialog: VersionsDialog) -> None:
    assert _rows(dialog) == [
        "Today at 17:00. As it is now · 1 word fewer",
        "Today at 16:00. Edit entry · 5 words more",
    ]
    dialog.fields.setCurrentIndex(1)
    dialog.fields.activated.emit(1)
    assert _rows(dialog) == ["Today at 15:00. As it is now · 1 word more"]
    assert not dialog.restore_button.isEnabled()


def test_it_begins_with_what_changed_since_the_last_version(dialog: VersionsDialog) -> None:
    assert dialog.list.current() == "2"
    assert dialog.summary() == "Since this version: 1 word added, 2 words removed."
    assert dialog.text.accessibleDescription() == "removed: half done; added: finished"
    assert dialog.restore_button.isEnabled()


def test_a_step_and_the_whole_text_are_shown_as_well(dialog: VersionsDialog) -> None:
    _choose(dialog, STEP)
    assert dialog.summary() == "In this step: 5 words added."
    _choose(dialog, WHOLE)
    assert dialog.text.toPlainText() == "The playbook is half done."
    _choose(dialog, SINCE)
    assert "half done" in dialog.text.toPlainText()


def _choose(dialog: VersionsDialog, way: str) -> None:
    dialog.ways.set_value(way)
    dialog.ways.chosen.emit(way)


def test_the_present_text_cannot_be_restored_and_another_can(
    qtbot: QtBot, dialog: VersionsDialog
) -> None:
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Up)
    assert dialog.summary() == "Since this version: no difference."
    assert not dialog.restore_button.isEnabled()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.restore_wished) as told:
        dialog.restore_button.click()
    assert told.args == ["2", "text"]


def test_the_text_is_copied_as_it_was(dialog: VersionsDialog) -> None:
    dialog.copy_button.click()
    assert QApplication.clipboard().text() == "The playbook is half done."
    QApplication.clipboard().clear()


def test_list_and_difference_stack_where_it_is_narrow(
    qtbot: QtBot, dialog: VersionsDialog, holder: QWidget
) -> None:
    beside = dialog.list.mapTo(dialog, dialog.list.rect().topRight()).x()
    assert dialog.text.mapTo(dialog, dialog.text.rect().topLeft()).x() > beside
    holder.resize(640, 700)
    dialog.fit()

    def is_below() -> bool:
        below = dialog.list.mapTo(dialog, dialog.list.rect().bottomLeft()).y()
        return dialog.text.mapTo(dialog, dialog.text.rect().topLeft()).y() > below

    qtbot.waitUntil(is_below)
    assert dialog.width() <= 640


def test_a_text_without_versions_says_so(looks: Looks, holder: QWidget) -> None:
    dialog = VersionsDialog(looks, holder, "Versions", [("text", "Text")], [])
    dialog.open()
    assert dialog.summary() == "No earlier version is kept of this text."
    assert not dialog.restore_button.isEnabled()
    assert not dialog.copy_button.isEnabled()
    dialog.reject()


@pytest.fixture
def window(qtbot: QtBot, room: Room, workspace: Workspace) -> Iterator[Window]:
    made = Window(room)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.desk.lay_open(workspace, "journal")
    made.show()
    yield made
    made.desk.take_off()


def _written(workspace: Workspace, clock: FixedClock) -> str:
    entry = workspace.entries.add(EntryDraft(day=DAY, title="Frost", text="Half done."))
    for text in ("Almost done.", "Finished."):
        clock.moment += timedelta(minutes=10)
        workspace.entries.edit(entry.id, text=text)
    return entry.id


def _open(window: Window, ref: Ref) -> VersionsDialog:
    context = window.desk.context
    assert context is not None
    dialog = show_versions(context, window, ref)
    assert dialog is not None
    return dialog


def test_a_version_is_restored_without_losing_the_newer_one(
    window: Window, workspace: Workspace, clock: FixedClock
) -> None:
    entry_id = _written(workspace, clock)
    dialog = _open(window, Ref("entry", entry_id))
    assert dialog.title.text() == "Versions of “Frost”"
    assert len(_rows(dialog)) == 3
    dialog.list.setCurrentIndex(dialog.list.model().index(2, 0))
    dialog.restore_button.click()
    assert not dialog.isVisible()
    assert workspace.entries.get(entry_id).text == "Half done."
    assert window.desk.toast.text() == "The earlier version is back; the newer one is kept"
    again = _open(window, Ref("entry", entry_id))
    assert len(_rows(again)) == 4
    again.reject()
    window.desk.undo()
    assert workspace.entries.get(entry_id).text == "Finished."


def test_every_text_of_an_outcome_that_holds_words_is_offered(
    window: Window, workspace: Workspace
) -> None:
    outcome = workspace.outcomes.add(
        OutcomeDraft(statement="Nobody chases us", created_on=DAY, business_gain="Calls fall")
    )
    workspace.outcomes.edit(outcome.id, business_gain="Calls fall by half")
    dialog = _open(window, Ref("outcome", outcome.id))
    assert dialog.fields.count() == 2
    assert dialog.field() == "business_gain"
    dialog.reject()


def test_versions_are_opened_for_what_one_is_at(
    window: Window, workspace: Workspace, clock: FixedClock, qtbot: QtBot
) -> None:
    entry_id = _written(workspace, clock)
    qtbot.waitUntil(lambda: window.desk.pages.page() is not None)
    window.desk.go(Ref("entry", entry_id))
    page = window.desk.pages.page()
    assert page is not None
    assert page.record() == Ref("entry", entry_id)
    page.editor.bar.versions.click()  # type: ignore[attr-defined]
    (dialog,) = [each for each in window.findChildren(VersionsDialog) if each.isVisible()]
    assert len(_rows(dialog)) == 3
    dialog.reject()
    window.desk.open_page("today")
    page = window.desk.pages.page()
    assert page is not None
    assert page.record() is None
    qtbot.waitUntil(lambda: not window.room.jobs.is_busy)


def test_in_a_journal_that_is_only_read_versions_are_read_too(
    window: Window, workspace: Workspace, clock: FixedClock
) -> None:
    entry_id = _written(workspace, clock)
    window.desk.take_off()
    workspace.close()
    reading = open_workspace(workspace.path, None, clock, read_only=True)
    window.desk.lay_open(reading, "journal")
    dialog = _open(window, Ref("entry", entry_id))
    assert len(_rows(dialog)) == 3
    assert not dialog.restore_button.isVisible()
    dialog.reject()
    window.desk.take_off()
    reading.close()
