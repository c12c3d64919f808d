from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from leadjournal.export.formats import FORMATS
from leadjournal.model.entry import EntryDraft, Privacy
from leadjournal.model.outcome import OutcomeDraft
from leadjournal.services.computed import HowComputed
from leadjournal.services.workspace import Workspace
from leadjournal.ui.commands import COMMANDS
from leadjournal.ui.desk import Room
from leadjournal.ui.dialogs.about import AboutDialog
from leadjournal.ui.dialogs.computed import show_computed
from leadjournal.ui.dialogs.export import ExportDialog
from leadjournal.ui.dialogs.export_titles import TitleList
from leadjournal.ui.dialogs.question import Question
from leadjournal.ui.dialogs.recovery_sheet import RecoverySheetDialog
from leadjournal.ui.dialogs.shortcuts import ShortcutsDialog
from leadjournal.ui.grab import grab_pages
from leadjournal.ui.pages.registry import PAGES
from leadjournal.ui.widgets.buttons import ChoiceButton
from leadjournal.ui.widgets.editors import ComboBox
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.window import Window
from tests.support.pages import SPECS

TODAY = date(2025, 10, 31)


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
    said = [label.text() for label in dialog.findChildren(Label)]
    for titles in dialog.findChildren(TitleList):
        said += titles.titles()
    return "\n".join(said)


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


def test_a_recovery_sheet_is_written_beside_the_window(
    qtbot: QtBot, window: Window, workspace: Workspace, tmp_path: Path
) -> None:
    dialog = RecoverySheetDialog(window.room.looks, window, workspace, window.room.jobs)
    dialog.open()
    dialog.save(tmp_path / "gone" / "sheet.pdf")
    assert not dialog.save_button.isEnabled()
    qtbot.waitUntil(dialog.save_button.isEnabled)
    assert any("could not be written" in each.text() for each in dialog.findChildren(Label))
    dialog.save(tmp_path / "sheet")
    qtbot.waitUntil(dialog.open_button.isVisible)
    assert not dialog.save_button.isVisible()
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert any(str(tmp_path) in each.text() for each in dialog.findChildren(Label))
    dialog.reject()


def test_a_sheet_that_no_program_opens_is_named_by_its_place(
    qtbot: QtBot,
    window: Window,
    workspace: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    dialog = RecoverySheetDialog(window.room.looks, window, workspace, window.room.jobs)
    dialog.open()
    dialog.save(tmp_path / "sheet.pdf")
    qtbot.waitUntil(dialog.open_button.isVisible)
    dialog.open_button.click()
    said = " ".join(each.text() for each in dialog.findChildren(Label))
    assert "No program for PDF was found. It lies at" in said
    dialog.reject()


def _pick(dialog: ExportDialog, words: str) -> None:
    next(each for each in dialog.findChildren(ChoiceButton) if each.text() == words).click()


def test_an_export_takes_kinds_of_record_and_kinds_of_entry(
    qtbot: QtBot, window: Window, workspace: Workspace
) -> None:
    workspace.outcomes.add(OutcomeDraft(statement="Teams see their queue", created_on=TODAY))
    dialog = _open_export(window)
    qtbot.waitUntil(lambda: "Outcomes: 1" in _said(dialog))
    _pick(dialog, "Outcomes")
    assert dialog.form.choice().kinds == ("outcome",)
    qtbot.waitUntil(lambda: "Entries: 1" not in _said(dialog))
    assert "Teams see their queue" in _said(dialog)
    _pick(dialog, "Entries")
    _pick(dialog, "Note")
    assert dialog.form.choice().kinds == ("outcome", "note")
    dialog.reject()


def test_an_export_names_every_title(qtbot: QtBot, window: Window, workspace: Workspace) -> None:
    for number in range(300):
        draft = EntryDraft(
            day=date(2025, 10, 30), title=f"Entry {number}", privacy=Privacy.SHAREABLE
        )
        workspace.entries.add(draft)
    dialog = _open_export(window)
    titles = dialog.findChildren(TitleList)[0]
    qtbot.waitUntil(lambda: len(titles.titles()) == 301)
    assert titles.verticalScrollBar().maximum() > 0
    dialog.reject()


@pytest.mark.parametrize(("size", "factor"), [((640, 480), 2.0), ((1366, 768), 1.0)])
def test_the_count_of_an_export_is_always_in_sight(
    qtbot: QtBot, window: Window, size: tuple[int, int], factor: float
) -> None:
    window.room.looks.set_factor(factor)
    window.resize(*size)
    dialog = _open_export(window)
    qtbot.waitUntil(lambda: "1 record leaves, 1 of them entries." in _said(dialog))
    assert dialog.height() <= window.height()
    counted = next(each for each in dialog.findChildren(Label) if "record leaves" in each.text())
    for seen in (counted, *(each for each in dialog.findChildren(QPushButton) if each.isDefault())):
        place = QRect(seen.mapTo(dialog, QPoint()), seen.size())
        assert dialog.rect().contains(place)
    window.room.looks.set_factor(1.0)
    dialog.reject()


def test_an_export_offers_the_formats_that_can_be_written(
    qtbot: QtBot, window: Window, workspace: Workspace
) -> None:
    offered = [each.id for each in workspace.exporting.formats()]
    # The map is saved where it is seen.
    assert offered == [f".{each.ending}" for each in FORMATS if each.takes != "map"]
    dialog = _open_export(window)
    boxes = dialog.findChildren(ComboBox)
    assert [box.itemText(0) for box in boxes].count(workspace.exporting.formats()[0].words) == 1
    qtbot.waitUntil(lambda: "To show" in _said(dialog))
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
    names = [
        "-".join((page.id, *view)) for page in PAGES for view in ((), *((v,) for v in page.views))
    ]
    assert [path.name for path in made] == [f"{name}-dark.png" for name in names]
    assert all(path.stat().st_size > 1_000 for path in made)


@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_what_is_read_fits_the_smallest_window(window: Window, factor: float) -> None:
    looks = window.room.looks
    looks.set_factor(factor)
    window.resize(640, 480)
    for dialog in (AboutDialog(looks, window), ShortcutsDialog(looks, window, COMMANDS)):
        dialog.open()
        assert dialog.height() <= window.height()
        (close,) = dialog.findChildren(QPushButton)
        assert dialog.rect().contains(close.geometry())
        dialog.accept()
    looks.set_factor(1.0)
