from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from leadjournal.model.entry import EntryDraft, Privacy
from leadjournal.services.computed import HowComputed
from leadjournal.services.workspace import Workspace
from leadjournal.ui.commands import COMMANDS
from leadjournal.ui.desk import Room
from leadjournal.ui.dialogs.about import AboutDialog
from leadjournal.ui.dialogs.computed import show_computed
from leadjournal.ui.dialogs.export import ExportDialog
from leadjournal.ui.dialogs.question import Question
from leadjournal.ui.dialogs.shortcuts import ShortcutsDialog
from leadjournal.ui.grab import grab_pages
from leadjournal.ui.pages.registry import PAGES
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.window import Window
from tests.support.pages import SPECS


@pytest.fixture
def window(qtbot: QtBot, room: Room, workspace: Workspace) -> Iterator[Window]:
    for title, privacy in (("To show", Privacy.SHAREABLE), ("To keep", Privacy.PRIVATE)):
        workspace.entries.add(EntryDraft(day=date(2025, 10, 30), title=title, privacy=privacy))
    made = Window(room, SPECS)
    qtbot.addWidget(made)
    made.resize(1280, 690)
    made.desk.lay_open(workspace, "today")
    made.show()
    yield made
    made.desk.take_off()


def _said(dialog: object) -> str:
    assert isinstance(dialog, ExportDialog | AboutDialog | ShortcutsDialog | Question)
    return "\n".join(label.text() for label in dialog.findChildren(Label))


def _open_export(window: Window) -> ExportDialog:
    context = window.desk.context
    assert context is not None
    dialog = ExportDialog(context, window)
    dialog.open()
    return dialog


def test_an_export_shows_exactly_what_leaves(qtbot: QtBot, window: Window) -> None:
    dialog = _open_export(window)
    qtbot.waitUntil(lambda: "1 private entry stays here." in _said(dialog))
    assert "To show" in _said(dialog)
    assert "To keep" not in _said(dialog)
    own = next(each for each in dialog.findChildren(QPushButton) if "My own copy" in each.text())
    assert own.text() == "My own copy: 1 private entry too"
    own.click()
    qtbot.waitUntil(lambda: "To keep" in _said(dialog))
    dialog.reject()


def test_an_export_is_written_and_can_be_opened(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    dialog = _open_export(window)
    qtbot.waitUntil(lambda: "To show" in _said(dialog))
    dialog.write(tmp_path / "report.md")
    qtbot.waitUntil(lambda: "Saved as report.md" in _said(dialog))
    text = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert "To show" in text
    assert "To keep" not in text
    dialog.reject()


def test_an_export_that_fails_says_why_and_can_be_tried_again(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    dialog = _open_export(window)
    qtbot.waitUntil(lambda: "To show" in _said(dialog))
    dialog.write(tmp_path / "gone" / "report.md")
    qtbot.waitUntil(lambda: "report.md" in _said(dialog))
    save = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Save…")
    assert save.isEnabled()
    dialog.reject()


def test_a_question_answers_with_its_verb(qtbot: QtBot, window: Window) -> None:
    question = Question(
        window.room.looks, window, "Remove it?", "It goes.", "Remove it", danger=True
    )
    question.open()
    assert question.keep.isDefault()
    with qtbot.waitSignal(question.accepted):
        question.verb.click()


def test_how_a_figure_was_computed(window: Window) -> None:
    how = HowComputed("Momentum", "Fifty is standing still.", (("A week", "0.65"),), ("A step.",))
    dialog = show_computed(window.room.looks, window, how)
    said = [label.text() for label in dialog.findChildren(Label)]
    assert {"Momentum", "Fifty is standing still.", "A week", "0.65", "A step."} <= set(said)
    dialog.accept()


def test_help_names_keys_and_licences(window: Window) -> None:
    keys = ShortcutsDialog(window.room.looks, window, COMMANDS)
    keys.open()
    assert "Ctrl+K" in _said(keys)
    keys.accept()
    about = AboutDialog(window.room.looks, window)
    about.open()
    assert "SIL Open Font Licence" in _said(about)
    about.accept()


def test_a_picture_of_every_page(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> None:
    made = grab_pages(workspace, tmp_path, ("dark",), (800, 600))
    assert [path.name for path in made] == [f"{page.id}-dark.png" for page in PAGES]
    assert all(path.stat().st_size > 1_000 for path in made)
