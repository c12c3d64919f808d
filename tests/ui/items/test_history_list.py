from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from leadjournal.ui.items.history_list import HistoryList
from leadjournal.ui.items.history_rows import HistoryModel, HistoryRow
from leadjournal.ui.theme.looks import Looks

ROWS = [HistoryRow(key, key.upper(), "Entry", "pen-line", "3 days left") for key in "abc"]


def test_the_model_is_sound(qtbot: QtBot) -> None:
    model = HistoryModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.set_rows(ROWS)
    assert not model.set_rows(ROWS)
    assert model.set_rows(ROWS[1:])
    assert model.rowCount() == 2
    del tester


def test_what_is_chosen_stays_or_what_took_its_place(qtbot: QtBot, looks: Looks) -> None:
    view = HistoryList(looks, "Trash")
    qtbot.addWidget(view)
    told: list[str] = []
    view.chosen.connect(told.append)
    view.show_rows(ROWS)
    assert view.current() == "a"
    assert view.choose("b")
    assert not view.choose("z")
    assert told == ["b"]
    view.show_rows([HistoryRow("new", "New", ""), *ROWS])
    assert view.current() == "b"
    view.show_rows([ROWS[0], ROWS[2]])
    assert view.current() == "c"
    view.show_rows([])
    assert view.current() == ""
    assert told == ["b"]


def test_enter_opens_and_the_rows_are_said(qtbot: QtBot, looks: Looks) -> None:
    view = HistoryList(looks, "Trash")
    qtbot.addWidget(view)
    view.resize(400, 200)
    view.show()
    view.show_rows(ROWS)
    opened: list[str] = []
    view.opened.connect(opened.append)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened == ["b"]
    said = view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "A. Entry. 3 days left"
    assert not view.grab().isNull()
