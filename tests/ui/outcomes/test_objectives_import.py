"""Objectives out of a file: seen row by row first, told of each fault, taken in as one step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from leadjournal.model.person import PersonDraft
from leadjournal.ui.pages.outcomes.objectives.import_dialog import ImportDialog
from leadjournal.ui.pages.outcomes.toolbar import LIST, OBJECTIVES
from leadjournal.ui.widgets.editors import ComboBox
from tests.ui.outcomes.conftest import Desk

TABLE = """Objective;Key result;Type;From;To;Unit;Owner;Cycle
Customers relax;Repeat contacts;outcome;41;22;per 100;Obi;2025 Q4
;Jobs with photo;output;22 %;90 %;;Zelda;
Be recommended;;;;;;;2025
"""
FAULTY = "Objective;Key result;Target\nRelax;Calls;22\nRelax;Photos;many\n"
OPEN = "Objective;Key result;Target;Due\nRelax;Calls;1,234;3/4/2026\n"


@pytest.fixture(autouse=True)
def closed(desk: Desk) -> Iterator[None]:
    desk.workspace.people.add(PersonDraft(first_name="Obi"))
    yield
    for each in desk.page.findChildren(ImportDialog):
        each.done(0)
    desk.page.context.jobs.finish()


def settled(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not desk.page.context.jobs.is_busy)


def chosen(desk: Desk, qtbot: QtBot, file: Path) -> ImportDialog:
    """The preview of a file that was chosen in the way of the command."""
    desk.page.begin("import-objectives")
    (choice,) = [each for each in desk.page.findChildren(QFileDialog) if each.isVisible()]
    choice.fileSelected.emit(str(file))
    choice.done(0)
    (dialog,) = [each for each in desk.page.findChildren(ImportDialog) if each.isVisible()]
    settled(desk, qtbot)
    return dialog


def read(desk: Desk, qtbot: QtBot, tmp_path: Path, text: str) -> ImportDialog:
    file = tmp_path / "okr.csv"
    file.write_text(text, encoding="utf-8")
    return chosen(desk, qtbot, file)


def rows(dialog: ImportDialog) -> list[tuple[str, ...]]:
    model = dialog.table.cells
    return [
        tuple(str(model.index(row, column).data()) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def take(desk: Desk, qtbot: QtBot, dialog: ImportDialog) -> None:
    before = len(desk.told.undoable)
    dialog.take.click()
    qtbot.waitUntil(lambda: len(desk.told.undoable) > before)


def test_a_table_is_seen_taken_in_and_undone_as_one(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = read(desk, qtbot, tmp_path, TABLE)
    assert rows(dialog) == [
        ("2", "New", "Customers relax", "Repeat contacts", "An effect", "41 → 22 per 100", "Obi"),
        ("3", "New", "Customers relax", "Jobs with photo", "Something delivered", "22 → 90%", "–"),
        ("4", "New", "Be recommended", "–", "–", "–", "–"),
    ]
    said = "3 rows come in. Not found in the journal, left empty: “Zelda”."
    assert dialog.said.text() == said
    assert dialog.take.text() == "Import 2 objectives and 2 key results"
    assert not dialog.leave_out.isVisible()
    assert desk.workspace.objectives.all() == []
    take(desk, qtbot, dialog)
    assert desk.told.undoable == ["Took in 2 objectives and 2 key results"]
    assert desk.page.toolbar.views.value() == OBJECTIVES
    record = desk.page.record()
    assert record is not None
    assert desk.workspace.objectives.get(record.id).text == "Customers relax"
    desk.workspace.history.undo()
    assert desk.workspace.objectives.all() == []


def test_what_is_here_already_does_not_come_twice(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    take(desk, qtbot, read(desk, qtbot, tmp_path, TABLE))
    desk.page.begin(LIST)
    again = read(desk, qtbot, tmp_path, TABLE)
    assert {row[1] for row in rows(again)} == {"Already here"}
    assert again.said.text().startswith("Everything in the table is here already.")
    assert not again.take.isEnabled()
    again.cancel.click()
    more = TABLE.replace("Be recommended;;;;;;;2025", ";Photos in time;;;;;;")
    dialog = read(desk, qtbot, tmp_path, more)
    assert [row[1] for row in rows(dialog)] == ["Already here", "Already here", "New key result"]
    assert dialog.take.text() == "Import 1 key result"
    take(desk, qtbot, dialog)
    assert desk.page.toolbar.views.value() == OBJECTIVES
    assert len(desk.workspace.objectives.all()) == 2


def test_nothing_is_taken_while_a_fault_remains(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = read(desk, qtbot, tmp_path, FAULTY)
    assert rows(dialog)[0][1] == "Row 3, column “Target”: “many” is no number."
    assert dialog.said.text() == "1 row comes in · 1 row with a fault."
    assert not dialog.take.isEnabled()
    dialog.take.click()
    dialog.leave_out.setChecked(True)
    assert dialog.take.isEnabled()
    take(desk, qtbot, dialog)
    (made,) = desk.workspace.objectives.all()
    assert [one.text for one in desk.workspace.objectives.key_results(made.id)] == ["Calls"]


def test_where_every_row_has_a_fault_leaving_them_out_is_not_offered(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = read(desk, qtbot, tmp_path, "Objective;Key result;Target\nRelax;Calls;many\n")
    assert not dialog.leave_out.isVisible()
    assert not dialog.take.isEnabled()


def test_what_could_be_read_two_ways_is_asked(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = read(desk, qtbot, tmp_path, OPEN)
    assert dialog.order.isVisible()
    assert dialog.sign.isVisible()
    assert rows(dialog)[0][5] == "– → 1,234"
    say(dialog.order, "mdy")
    say(dialog.sign, ",")
    settled(desk, qtbot)
    assert rows(dialog)[0][5] == "– → 1.234"
    take(desk, qtbot, dialog)
    (made,) = desk.workspace.objectives.all()
    (result,) = desk.workspace.objectives.key_results(made.id)
    assert (result.target, str(result.due_on)) == (1.234, "2026-03-04")


def say(editor: ComboBox, value: str) -> None:
    editor.set_value(value)
    editor.activated.emit(editor.currentIndex())


def test_what_is_clear_is_not_asked(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = read(desk, qtbot, tmp_path, TABLE)
    assert not dialog.order.isVisible()
    assert not dialog.sign.isVisible()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"Name;Town\nAnna;Ulm\n", "This is no table of objectives. The columns found are"),
        (b"", "Nothing was found to read."),
        (b"Objective;Key result\n", "Below the names of the columns there is nothing."),
        (b"PK\x03\x04workbook", ""),
    ],
)
def test_a_file_that_is_no_such_table_is_told_in_a_sentence(
    desk: Desk, qtbot: QtBot, tmp_path: Path, content: bytes, told: str
) -> None:
    file = tmp_path / "odd.csv"
    file.write_bytes(content)
    dialog = chosen(desk, qtbot, file)
    assert dialog.said.text().startswith(told)
    assert dialog.said.text().endswith(".")
    assert not dialog.table.isVisible()
    assert not dialog.take.isEnabled()


def test_a_file_that_is_gone_is_told(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = chosen(desk, qtbot, tmp_path / "gone.csv")
    assert "“gone.csv” cannot be read." in dialog.said.text()
    assert not dialog.take.isEnabled()


def test_it_stands_under_more(desk: Desk) -> None:
    menu = [action.text() for action in desk.page.toolbar.more_menu().actions()]
    assert "Import objectives…" in menu
