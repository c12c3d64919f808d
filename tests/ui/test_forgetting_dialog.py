"""Before something is forgotten for good: what goes, who keeps the name, which copies hold it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from leadjournal.model.catalogue import Ref
from leadjournal.model.entry import EntryDraft
from leadjournal.model.person import PersonDraft
from leadjournal.services.workspace import Workspace
from leadjournal.ui.desk import Room
from leadjournal.ui.dialogs.forgetting import ForgettingDialog, Mention, WhatGoes, ask_to_forget
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import LinkButton
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.window import Window

DAY = date(2025, 10, 30)


@pytest.fixture
def holder(qtbot: QtBot, looks: Looks) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


def _said(dialog: ForgettingDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(Label) if label.text()]


def _links(dialog: ForgettingDialog) -> dict[str, LinkButton]:
    return {each.accessibleName() or each.text(): each for each in dialog.findChildren(LinkButton)}


def _going(mentions: int = 0, copies: int = 0, folder: Path = Path("/somewhere")) -> WhatGoes:
    return WhatGoes(
        "Tomas",
        2,
        3,
        tuple(Mention(Ref("entry", str(at)), f"Talk {at}", "pen-line") for at in range(mentions)),
        tuple((folder / f"{at}.leadjournal", "30 October at 12:00")
              for at in range(copies)),
    )  # fmt: skip


def test_it_says_what_goes_and_that_nothing_brings_it_back(looks: Looks, holder: QWidget) -> None:
    dialog = ForgettingDialog(looks, holder, _going())
    dialog.open()
    assert _said(dialog) == [
        "Forget “Tomas” for good?",
        "It leaves the journal, its search and its history, with 2 parts and 3 earlier versions.",
        "Nothing brings it back: the list of undo ends here.",
        "No backup of this journal was found. Copies you made yourself keep it.",
    ]
    assert dialog.keep_button.isDefault()
    assert not dialog.forget_button.isDefault()
    dialog.reject()


def test_it_names_what_keeps_the_name_and_the_backups(looks: Looks, holder: QWidget) -> None:
    dialog = ForgettingDialog(looks, holder, _going(mentions=7, copies=2))
    dialog.open()
    said = _said(dialog)
    assert "7 other texts have the name in their own words and keep it:" in said
    assert "and 2 more" in said
    assert "2 backups may still hold it:" in said
    assert "0.leadjournal, 30 October at 12:00" in said
    assert list(_links(dialog)) == [*(f"Talk {at}" for at in range(5)), "Open the folder"]
    dialog.reject()


def test_a_text_that_keeps_the_name_is_gone_to(qtbot: QtBot, looks: Looks, holder: QWidget) -> None:
    dialog = ForgettingDialog(looks, holder, _going(mentions=1))
    dialog.open()
    with qtbot.waitSignal(dialog.mention_opened) as told:
        _links(dialog)["Talk 0"].click()
    assert told.args == [Ref("entry", "0")]
    assert not dialog.isVisible()


class Folders(QObject):
    """Opens folders in the place of the desktop."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


def test_the_folder_of_the_backups_is_opened(looks: Looks, holder: QWidget, tmp_path: Path) -> None:
    folders = Folders()
    # The stub asks for bytes, the method for a string.
    QDesktopServices.setUrlHandler("file", folders, "open")  # type: ignore[arg-type]
    dialog = ForgettingDialog(looks, holder, _going(copies=1, folder=tmp_path))
    dialog.open()
    _links(dialog)["Open the folder"].click()
    QDesktopServices.unsetUrlHandler("file")
    assert folders.opened == [str(tmp_path)]
    dialog.reject()


@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_it_fits_into_the_smallest_window(looks: Looks, holder: QWidget, factor: float) -> None:
    looks.set_factor(factor)
    holder.resize(640, 480)
    dialog = ForgettingDialog(looks, holder, _going(mentions=9, copies=9))
    dialog.open()
    assert dialog.width() <= 640
    assert dialog.height() <= 480
    for button in (dialog.forget_button, dialog.keep_button):
        assert dialog.rect().contains(button.geometry())
    dialog.reject()
    looks.set_factor(1.0)


@pytest.fixture
def window(qtbot: QtBot, room: Room, workspace: Workspace) -> Iterator[Window]:
    made = Window(room)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.desk.lay_open(workspace, "journal")
    made.show()
    yield made
    qtbot.waitUntil(lambda: not room.jobs.is_busy)
    made.desk.take_off()


def _settle(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: not window.room.jobs.is_busy)


def _shown(qtbot: QtBot, window: Window) -> ForgettingDialog:
    _settle(qtbot, window)
    (dialog,) = [each for each in window.findChildren(ForgettingDialog) if each.isVisible()]
    return dialog


def _ask(qtbot: QtBot, window: Window, ref: Ref) -> ForgettingDialog:
    context = window.desk.context
    assert context is not None
    ask_to_forget(context, window, ref)
    return _shown(qtbot, window)


def test_a_person_is_forgotten_and_texts_keep_their_own_words(
    qtbot: QtBot, window: Window, workspace: Workspace
) -> None:
    tomas = workspace.people.add(PersonDraft(first_name="Tomas"))
    workspace.entries.add(EntryDraft(day=DAY, title="A talk", text="Tomas was late again."))
    workspace.backups.make()
    dialog = _ask(qtbot, window, Ref("person", tomas.id))
    assert "1 other text has the name in its own words and keeps it:" in _said(dialog)
    assert "1 backup may still hold it:" in _said(dialog)
    assert "A talk" in _links(dialog)
    dialog.forget_button.click()
    assert not dialog.forget_button.isEnabled()
    dialog.reject()
    assert dialog.isVisible()
    _settle(qtbot, window)
    qtbot.waitUntil(
        lambda: not any(each.isVisible() for each in window.findChildren(ForgettingDialog))
    )
    assert workspace.people.all() == []
    assert workspace.trash.count() == 0
    assert workspace.history.undo_label() is None
    assert not window.actions_.action("undo").isEnabled()
    assert window.desk.toast.text() == "“Tomas” is forgotten for good"
    (entry,) = workspace.entries.all()
    assert "Tomas" in entry.text


def test_an_entry_is_forgotten_from_its_details(
    qtbot: QtBot, window: Window, workspace: Workspace
) -> None:
    entry = workspace.entries.add(EntryDraft(day=DAY, title="A secret", text="Nobody knows."))
    window.desk.go(Ref("entry", entry.id))
    page = window.desk.pages.page()
    page.editor.bar.details.click()  # type: ignore[union-attr]
    (link,) = [
        each
        for each in window.findChildren(LinkButton)
        if each.text() == "Forget this entry for good…"
    ]
    link.click()
    _shown(qtbot, window).keep_button.click()
    assert [each.title for each in workspace.entries.all()] == ["A secret"]
    link.click()
    link.click()
    _shown(qtbot, window).forget_button.click()
    _settle(qtbot, window)
    assert workspace.entries.all() == []
    assert workspace.trash.listing() == []
    assert workspace.search.find("secret") == []


def test_what_is_gone_already_is_told_and_asks_nothing(
    qtbot: QtBot, window: Window, workspace: Workspace
) -> None:
    context = window.desk.context
    assert context is not None
    ask_to_forget(context, window, Ref("entry", "gone"))
    _settle(qtbot, window)
    assert window.findChildren(ForgettingDialog) == []
    assert window.desk.problems.isVisible()
