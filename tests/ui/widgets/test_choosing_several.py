"""Ways with a sentence each, and rows with ticks."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.option_list import Option, OptionList
from leadjournal.ui.widgets.tick_list import TickList, TickModel, TickRow
from leadjournal.ui.widgets.typed import type_into, typed_in

ROWS = (TickRow("a", "Checklist", "2.4 days", True), TickRow("b", "Call script", "0.7 days"))
NAMES = ("moved", "stopped", "accepted")


def a_list(qtbot: QtBot, looks: Looks) -> OptionList:
    made = OptionList(looks, "Which way?", [Option(name, name, "A sentence") for name in NAMES])
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


def ticks(qtbot: QtBot, looks: Looks) -> TickList:
    made = TickList(looks, "Which work?", ROWS)
    qtbot.addWidget(made)
    made.resize(400, made.height())
    made.show()
    return made


def test_one_way_is_chosen_and_the_arrow_keys_pass_a_closed_one(qtbot: QtBot, looks: Looks) -> None:
    ways = a_list(qtbot, looks)
    assert ways.value() is None
    ways.close_way("stopped", "Nothing to stop")
    ways.activateWindow()
    ways.setFocus()
    first, closed, last = ways.buttons()
    qtbot.waitUntil(first.hasFocus)
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert ways.value() == "moved"
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert (ways.value(), last.hasFocus()) == ("accepted", True)
    assert (closed.isEnabled(), closed.sentence()) == (False, "Nothing to stop")


def test_a_chosen_way_that_closes_is_chosen_no_longer(qtbot: QtBot, looks: Looks) -> None:
    ways = a_list(qtbot, looks)
    ways.set_value("moved")
    ways.close_way("moved", "Not now")
    assert ways.value() is None
    ways.close_way("moved", "")
    button = ways.buttons()[0]
    assert (button.isEnabled(), button.sentence()) == (True, "A sentence")


def test_a_choice_tells_of_itself_once(qtbot: QtBot, looks: Looks) -> None:
    ways = a_list(qtbot, looks)
    told: list[object] = []
    ways.chosen.connect(told.append)
    QTest.mouseClick(ways.buttons()[2], Qt.MouseButton.LeftButton)
    assert told == ["accepted"]


def test_what_was_chosen_and_ticked_is_kept_as_it_was_typed(qtbot: QtBot, looks: Looks) -> None:
    ways, work = a_list(qtbot, looks), ticks(qtbot, looks)
    ways.set_value("stopped")
    work.set_value(["b"])
    kept = typed_in(ways), typed_in(work)
    ways.set_value(None)
    work.set_value([])
    type_into(ways, kept[0])
    type_into(work, kept[1])
    assert (ways.value(), work.value()) == ("stopped", ("b",))


def test_a_click_and_space_tick_a_row(qtbot: QtBot, looks: Looks) -> None:
    work = ticks(qtbot, looks)
    second = work.visualRect(work.model().index(1, 0)).center()
    with qtbot.waitSignal(work.ticked):
        QTest.mouseClick(work.viewport(), Qt.MouseButton.LeftButton, pos=second)
    assert work.value() == ("a", "b")
    QTest.keyClick(work, Qt.Key.Key_Up)
    QTest.keyClick(work, Qt.Key.Key_Space)
    assert work.value() == ("b",)
    state = work.model().index(1, 0).data(Qt.ItemDataRole.CheckStateRole)
    assert Qt.CheckState(state) is Qt.CheckState.Checked


def test_the_model_keeps_the_rules(qtmodeltester: ModelTester) -> None:
    model = TickModel()
    model.set_rows(ROWS)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_many_rows_scroll_and_few_do_not(qtbot: QtBot, looks: Looks) -> None:
    work = ticks(qtbot, looks)
    few = work.height()
    work.show_rows([TickRow(str(n), f"Output {n}") for n in range(2_000)])
    many = work.height()
    assert few < many < 400
    looks.set_factor(2.0)
    assert work.height() > many
