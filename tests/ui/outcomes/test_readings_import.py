"""Readings pasted or out of a file: seen first, told of each fault, taken in as one step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from leadjournal.model.indicator import IndicatorDraft
from leadjournal.ui.pages.outcomes.readings_dialog import ReadingsDialog
from leadjournal.ui.pages.outcomes.sheets import Part
from tests.ui.outcomes.conftest import Desk

OUTCOME = "Nobody chases us"


@pytest.fixture(autouse=True)
def closed(desk: Desk) -> Iterator[None]:
    yield
    for each in desk.page.findChildren(ReadingsDialog):
        each.done(0)
    desk.page.context.jobs.finish()


def shown(desk: Desk) -> ReadingsDialog:
    (found,) = [each for each in desk.page.findChildren(ReadingsDialog) if each.isVisible()]
    return found


def settled(desk: Desk, qtbot: QtBot, dialog: ReadingsDialog) -> None:
    qtbot.waitUntil(lambda: not dialog._soon.isActive() and not desk.page.context.jobs.is_busy)


def paste(desk: Desk, qtbot: QtBot, text: str) -> ReadingsDialog:
    desk.do("paste-readings", OUTCOME)
    dialog = shown(desk)
    dialog.text.set_text(text)
    settled(desk, qtbot, dialog)
    return dialog


def lines(dialog: ReadingsDialog) -> list[tuple[str, ...]]:
    model = dialog.table.cells
    return [
        tuple(str(model.index(row, column).data()) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def values(desk: Desk) -> dict[date, float]:
    outcome = desk.row(OUTCOME).key.id
    return {one.day: one.value for one in desk.workspace.indicators.of(outcome)[0].readings}


def test_a_pasted_column_becomes_readings(desk: Desk, qtbot: QtBot) -> None:
    dialog = paste(desk, qtbot, "2025-08-29\t30\n2025-09-30\t27\n2025-10-31\t25,5\n")
    assert lines(dialog) == [
        ("1", "29 Aug", "30", "Replaces 31", "Repeat contacts"),
        ("2", "30 Sep", "27", "Recorded already, left out", "Repeat contacts"),
        ("3", "31 Oct", "25.5", "New", "Repeat contacts"),
    ]
    assert dialog.said.text() == "2 readings · 1 replaces an earlier one · 1 line left out"
    assert dialog.take.text() == "Add 2 readings"
    dialog.take.click()
    qtbot.waitUntil(lambda: bool(desk.told.undoable))
    assert desk.told.undoable == ["1 reading added, 1 replaced"]
    assert values(desk)[date(2025, 10, 31)] == 25.5
    assert values(desk)[date(2025, 8, 29)] == 30
    desk.workspace.history.undo()
    assert values(desk) == {date(2025, 8, 29): 31.0, date(2025, 9, 30): 27.0}


def test_nothing_is_taken_while_a_fault_remains(desk: Desk, qtbot: QtBot) -> None:
    dialog = paste(desk, qtbot, "Date\tValue\n2025-10-30\t25\n2025-10-31\t12,5 x")
    assert lines(dialog)[0][3] == "Row 3, column “Value”: “12,5 x” is no number."
    assert not dialog.take.isEnabled()
    assert dialog.leave_out.isVisible()
    dialog.leave_out.setChecked(True)
    assert dialog.take.isEnabled()
    assert dialog.take.text() == "Add 1 reading"
    dialog.text.set_text("2025-10-30\t25\n2025-10-31\t12")
    settled(desk, qtbot, dialog)
    assert not dialog.leave_out.isVisible()
    assert dialog.take.text() == "Add 2 readings"
    dialog.cancel.click()
    assert len(values(desk)) == 2


def test_values_alone_ask_for_the_day_of_the_first(desk: Desk, qtbot: QtBot) -> None:
    dialog = paste(desk, qtbot, "25\n\n24")
    assert not dialog.take.isEnabled()
    assert "on which day" in dialog.said.text()
    dialog.asks()["start"].set_day(date(2025, 6, 30))  # type: ignore[attr-defined]
    settled(desk, qtbot, dialog)
    assert [line[:4] for line in lines(dialog)] == [
        ("1", "30 Jun", "25", "New"),
        ("2", "31 Jul", "–", "Empty, left out"),
        ("3", "29 Aug", "24", "Replaces 31"),
    ]
    assert dialog.take.isEnabled()


def test_what_could_be_read_two_ways_is_asked(desk: Desk, qtbot: QtBot) -> None:
    outcome = desk.row(OUTCOME).key.id
    second = desk.workspace.indicators.add(IndicatorDraft(outcome_id=outcome, name="Leavers"))
    desk.page.do("paste-readings", Part(second.id, outcome))
    dialog = shown(desk)
    dialog.text.set_text("3/4/2025;1,234\n5/6/2025;2,345")
    settled(desk, qtbot, dialog)
    assert set(dialog.asks()) == {"indicator", "order", "sign"}
    assert lines(dialog)[0] == ("1", "3 Apr", "1,234", "New", "Leavers")
    for name, value in (("order", "mdy"), ("sign", ",")):
        editor = dialog.asks()[name]
        editor.set_value(value)  # type: ignore[attr-defined]
        editor.activated.emit(0)  # type: ignore[attr-defined]
    settled(desk, qtbot, dialog)
    assert lines(dialog)[0] == ("1", "4 Mar", "1.234", "New", "Leavers")


def test_a_table_of_another_shape_is_told(desk: Desk, qtbot: QtBot) -> None:
    dialog = paste(desk, qtbot, "Name;Town\nAnna;Ulm")
    assert dialog.said.text().startswith("No column of numbers was found.")
    assert not dialog.table.isVisible()
    assert not dialog.take.isEnabled()


def test_a_file_is_read_and_named_as_the_source(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "calls.csv"
    file.write_bytes("Monat;Repeat contacts;Größe\nOct 2025;25,5;1".encode("cp1252"))
    desk.do("readings-file", OUTCOME)
    (choice,) = desk.page.findChildren(QFileDialog)
    choice.fileSelected.emit(str(file))
    choice.done(0)
    dialog = shown(desk)
    settled(desk, qtbot, dialog)
    assert not dialog.text.isVisible()
    assert dialog.said.text() == "1 reading. Not read: “Größe”."
    dialog.take.click()
    qtbot.waitUntil(lambda: bool(desk.told.undoable))
    reading = desk.workspace.indicators.of(desk.row(OUTCOME).key.id)[0].readings[-1]
    assert (reading.value, reading.day, reading.source) == (25.5, date(2025, 10, 31), "calls.csv")


@pytest.mark.parametrize("content", [b"PK\x03\x04workbook", b"", b"\x00\x01\x02"])
def test_a_file_that_is_no_table_is_told(
    desk: Desk, qtbot: QtBot, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "odd.xlsx"
    file.write_bytes(content)
    outcome = desk.row(OUTCOME).key.id
    dialog = ReadingsDialog(desk.page.context, desk.page, "Readings", outcome, path=file)
    dialog.open()
    settled(desk, qtbot, dialog)
    assert not dialog.take.isEnabled()
    if content:
        assert dialog.said.text()
    file.unlink()
    gone = ReadingsDialog(desk.page.context, desk.page, "Readings", outcome, path=file)
    gone.open()
    settled(desk, qtbot, gone)
    assert "odd.xlsx" in gone.said.text()


def test_without_an_indicator_there_is_nothing_to_read_for(desk: Desk) -> None:
    desk.page.do("new-outcome", None)
    desk.fill(statement="Plain and new")
    desk.do("paste-readings", "Plain and new")
    assert "no indicator yet" in str(desk.told.problems[-1])


def test_a_long_paste_is_shown_without_waiting_for_all_of_its_cells(
    desk: Desk, qtbot: QtBot
) -> None:
    text = "\n".join(f"{date.fromordinal(730_000 + n)}\t{n}" for n in range(9_000))
    desk.do("paste-readings", OUTCOME)
    dialog = shown(desk)
    dialog.text.set_text(text)
    qtbot.waitUntil(lambda: dialog.take.isEnabled(), timeout=20_000)
    assert dialog.take.text() == "Add 9,000 readings"
    assert dialog.table.cells.rowCount() == 9_000
