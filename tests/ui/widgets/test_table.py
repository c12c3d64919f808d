"""A table that is read: Qt's rules, names of columns, and as tall as its rows."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.table import Cell, Column, Table

COLUMNS = [Column("Day"), Column("Calls answered within 60 seconds", is_number=True)]


def rows(count: int) -> list[tuple[Cell, ...]]:
    return [(Cell(f"{n} October"), Cell(str(n), about=f"id-{n}")) for n in range(1, count + 1)]


def test_the_model_keeps_qts_rules(looks: Looks, qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    table = Table(looks, "Readings")
    qtbot.addWidget(table)
    table.show_rows(COLUMNS, rows(3))
    qtmodeltester.check(table.cells)  # type: ignore[no-untyped-call]
    table.show_rows(COLUMNS, [(Cell("short"),)])
    qtmodeltester.check(table.cells)  # type: ignore[no-untyped-call]
    assert table.cells.index(0, 1).data() == ""


def test_it_is_as_tall_as_its_rows_up_to_a_number(looks: Looks, qtbot: QtBot) -> None:
    table = Table(looks, "Readings", most_rows=4)
    qtbot.addWidget(table)
    heights = []
    for count in (1, 3, 4, 400):
        table.show_rows(COLUMNS, rows(count))
        heights.append(table.height())
    assert heights[0] < heights[1] < heights[2] == heights[3]


def test_arrows_walk_it_and_the_place_stays(looks: Looks, qtbot: QtBot) -> None:
    table = Table(looks, "Readings")
    qtbot.addWidget(table)
    table.show_rows(COLUMNS, rows(3))
    table.show()
    table.setFocus()
    table.setCurrentIndex(table.cells.index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Right)
    cell = table.current_cell()
    assert cell is not None
    assert cell.about == "id-2"
    table.show_rows(COLUMNS, rows(5))
    assert table.current_cell() == cell
    said = table.cells.data(table.currentIndex(), int(Qt.ItemDataRole.AccessibleTextRole))
    assert said == "Calls answered within 60 seconds: 2"
