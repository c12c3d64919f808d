from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from leadjournal.ui.pages.outcomes.rows import RowKey, tree_rows
from leadjournal.ui.pages.outcomes.tree_model import TreeModel
from leadjournal.ui.pages.outcomes.tree_view import TreeView
from leadjournal.ui.theme.looks import Looks
from tests.ui.outcomes.made_up import TODAY, tree

ROWS = tree_rows(tree(), TODAY)
O2 = RowKey("outcome", "o2")
P2 = RowKey("output", "p2", "o2")
P16 = RowKey("output", "p16")


@pytest.fixture
def view(qtbot: QtBot, looks: Looks) -> TreeView:
    made = TreeView(looks)
    qtbot.addWidget(made)
    made.resize(720, 500)
    made.show_rows(ROWS)
    made.show()
    return made


def test_the_model_keeps_the_rules(qtmodeltester: ModelTester) -> None:
    model = TreeModel()
    model.set_rows(ROWS)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_the_model_keeps_the_rules_through_a_change() -> None:
    model = TreeModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert not model.set_rows(ROWS)
    assert not model.set_rows(ROWS[1:])
    assert model.keys()[0] == RowKey("why", "w2")
    assert tester.model() is model


def test_other_values_keep_the_indexes(view: TreeView) -> None:
    model = view.model()
    assert isinstance(model, TreeModel)
    index = model.index_of(O2)
    other = (replace(ROWS[0], title="Another why"), *ROWS[1:])
    assert model.set_rows(other)
    assert model.index_of(O2) == index
    assert model.data(model.index(0, 0)) == "Another why"


def test_a_refresh_keeps_what_is_chosen_folded_and_scrolled(view: TreeView) -> None:
    model = view.model()
    assert isinstance(model, TreeModel)
    view.choose(P16)
    view.collapse(model.index_of(RowKey("why", "w1")))
    at = view.verticalScrollBar().value()
    view.show_rows((*ROWS[:2], *ROWS[3:]))
    assert view.current_key() == P16
    assert not view.isExpanded(model.index_of(RowKey("why", "w1")))
    assert view.isExpanded(model.index_of(RowKey("why", "w2")))
    assert abs(view.verticalScrollBar().value() - at) < 200
    view.show_rows(ROWS)
    view.show_rows(ROWS)
    assert view.current_key() == P16


def test_what_is_chosen_and_gone_is_told(view: TreeView, qtbot: QtBot) -> None:
    view.choose(P16)
    with qtbot.waitSignal(view.chosen):
        view.show_rows(ROWS[:3])
    assert view.current_key() != P16


def test_choosing_a_folded_row_unfolds_the_way_to_it(view: TreeView) -> None:
    view.collapseAll()
    assert view.choose(P2)
    assert view.current_key() == P2
    assert not view.choose(RowKey("output", "gone"))


def test_arrow_keys_walk_the_tree_and_enter_opens(view: TreeView, qtbot: QtBot) -> None:
    view.choose(RowKey("why", "w2"))
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.current_key() == O2
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.current_key() == P2
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.current_key() == O2
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [O2]


def test_a_click_opens(view: TreeView, qtbot: QtBot) -> None:
    model = view.model()
    assert isinstance(model, TreeModel)
    at = view.visualRect(model.index_of(O2)).center()
    with qtbot.waitSignal(view.opened) as opened:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.args == [O2]


def test_an_output_dropped_on_an_outcome_wishes_a_link(view: TreeView, qtbot: QtBot) -> None:
    model = view.model()
    assert isinstance(model, TreeModel)
    carried = model.mimeData([model.index_of(P16)])
    at = view.visualRect(model.index_of(O2)).center()
    with qtbot.waitSignal(view.link_wished) as wished:
        view.dropEvent(dropped(carried, at))
    assert wished.args == ["p16", "o2"]


def test_an_output_dropped_elsewhere_wishes_nothing(view: TreeView, qtbot: QtBot) -> None:
    model = view.model()
    assert isinstance(model, TreeModel)
    carried = model.mimeData([model.index_of(P16)])
    at = view.visualRect(model.index_of(RowKey("why", "w1"))).center()
    with qtbot.assertNotEmitted(view.link_wished):
        event = dropped(carried, at)
        view.dropEvent(event)
    assert not event.isAccepted()


def test_only_outputs_can_be_dragged(view: TreeView) -> None:
    model = view.model()
    assert isinstance(model, TreeModel)
    drag = Qt.ItemFlag.ItemIsDragEnabled
    assert model.flags(model.index_of(P2)) & drag
    assert not model.flags(model.index_of(O2)) & drag


@pytest.mark.parametrize("factor", [1.0, 2.0])
@pytest.mark.parametrize("width", [300, 720])
def test_every_row_is_painted_at_every_size(
    view: TreeView, looks: Looks, factor: float, width: int
) -> None:
    looks.set_factor(factor)
    view.resize(width, 1400)
    for row in ROWS:
        view.choose(row.key)
        picture = view.grab().toImage()
        assert picture.width() >= width
    model = view.model()
    assert isinstance(model, TreeModel)
    tall = view.visualRect(model.index_of(O2)).height()
    assert tall >= looks.line("body-m") + looks.line("small")


def dropped(carried: QMimeData, at: QPoint) -> QDropEvent:
    return QDropEvent(
        QPointF(at),
        Qt.DropAction.LinkAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
