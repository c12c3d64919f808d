"""All promises as rows, and the list that shows them."""

from datetime import date

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from leadjournal.model.action import Blocker
from leadjournal.services.actions import PromiseRow
from leadjournal.ui.pages.today.promise_acts import acts_for
from leadjournal.ui.pages.today.promise_list import PromiseList
from leadjournal.ui.pages.today.promise_model import PromiseModel
from leadjournal.ui.pages.today.promise_rows import Promised, Row, rows_of, state_of
from leadjournal.ui.pages.today.promises_view import PromisesView
from leadjournal.ui.shape import Shape
from leadjournal.ui.theme.looks import Looks

TODAY = date(2025, 10, 31)
LATE = PromiseRow("a1", "Ring the planner", "Nadia", date(2025, 10, 30), 3, "Nobody chases us")
SOON = PromiseRow("a2", "Write the playbook", "", date(2025, 11, 14), 1, "")
SOME_DAY = PromiseRow("a3", "Tidy the board", "Obi", None, 0, "")
DONE = PromiseRow("a4", "Count parts", "Obi", None, 0, "", date(2025, 10, 3))
DROPPED = PromiseRow("a5", "New leaflet", "", None, 0, "", date(2025, 10, 2), "Nobody reads it")
BLOCKER = Blocker(id="b1", text="No page for frost", who="Priya", opened_on=date(2025, 10, 15))


def known(*, settled: bool = True) -> Promised:
    return Promised(
        TODAY, [LATE, SOON, SOME_DAY], [BLOCKER], [DONE, DROPPED] if settled else [], {}
    )


def rows(*, unfolded: bool = False) -> list[Row]:
    return rows_of(known(), unfolded=unfolded)


def view(qtbot: QtBot, looks: Looks) -> PromisesView:
    made = PromisesView(looks)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    with qtbot.waitActive(made):
        made.show()
    made.show_rows(rows(), "3 open promises")
    return made


def test_rows_are_open_promises_blockers_and_a_fold() -> None:
    titles = [row.title for row in rows()]
    assert titles == [
        "Promises", "Ring the planner", "Write the playbook", "Tidy the board",
        "In the way", "No page for frost", "Show 2 settled promises",
    ]  # fmt: skip
    assert [row.title for row in rows(unfolded=True)][-2:] == ["Count parts", "New leaflet"]


def test_a_name_that_turns_the_line_turns_only_itself() -> None:
    turned = PromiseRow("a9", "Call", "\u202eNadia", None, 0, "Warm homes")
    row = rows_of(Promised(TODAY, [turned], [], [], {}), unfolded=False)[1]
    assert row.second.startswith("\u2068\u202eNadia\u2069 · ")


def test_a_promise_says_whose_it_is_and_how_often_it_moved() -> None:
    late, soon, some_day = rows()[1:4]
    assert late.second == "Nadia · for “Nobody chases us”"
    assert late.warning == "moved 3 times: do, delegate or drop?"
    assert late.mark is not None
    assert late.mark.words == "Due"
    assert late.day == "30 October"
    assert soon.second == "Nobody named yet · moved once"
    assert soon.warning == ""
    assert soon.mark is None
    assert some_day.day == "No day"


def test_settled_ones_say_what_became_of_them() -> None:
    done, dropped = rows(unfolded=True)[-2:]
    assert (done.second, done.icon, done.day) == ("Done · Obi", "circle-check", "3 October")
    assert (dropped.second, dropped.icon) == ("Dropped: Nobody reads it", "minus")


def test_a_blocker_says_how_long_it_is_open() -> None:
    assert rows()[5].second == "Priya · open for 16 days"


def test_the_sentence_counts_what_is_overdue() -> None:
    assert state_of(known()) == "3 open promises, 1 overdue"
    assert state_of(Promised(TODAY, [SOON], [], [], {})) == "1 open promise"


def test_nothing_promised_is_said() -> None:
    empty = rows_of(Promised(TODAY, [], [BLOCKER], [], {}), unfolded=False)
    assert empty[1].title.startswith("Nothing is promised.")
    assert not empty[1].is_chosen_from


def test_each_kind_of_row_has_its_acts() -> None:
    offered = {row.kind: [act.id for act in acts_for(row)] for row in rows(unfolded=True)}
    assert offered["promise"] == ["done", "move", "drop", "edit", "remove"]
    assert offered["blocker"] == ["close", "edit", "remove"]
    assert offered["settled"] == ["reopen", "edit", "remove"]
    assert offered["heading"] == offered["fold"] == []


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = PromiseModel()
    assert model.set_rows(rows())
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert not model.set_rows(rows())
    assert model.set_rows(rows(unfolded=True))
    assert model.set_rows([])
    assert model.rowCount() == 0
    assert model.row_at(QModelIndex()) is None


def test_arrow_keys_pass_over_headings(qtbot: QtBot, looks: Looks) -> None:
    made = view(qtbot, looks)
    assert made.list.choose("a3")
    QTest.keyClick(made.list, Qt.Key.Key_Down)
    chosen = made.list.current()
    assert chosen is not None
    assert chosen.id == "b1"
    assert [id_ for id_, button in made.acts.items() if button.isVisible()] == [
        "close", "edit", "remove",
    ]  # fmt: skip


def test_keys_do_what_the_buttons_do(qtbot: QtBot, looks: Looks) -> None:
    made = view(qtbot, looks)
    made.list.choose("a1")
    keys = {Qt.Key.Key_Space: "done", Qt.Key.Key_Return: "edit", Qt.Key.Key_Delete: "remove"}
    for key, act in keys.items():
        with qtbot.waitSignal(made.wished) as wished:
            QTest.keyClick(made.list, key)
        assert wished.args is not None
        assert (wished.args[0], wished.args[1].id) == (act, "a1")
    with qtbot.waitSignal(made.wished) as wished:
        made.acts["move"].click()
    assert wished.args is not None
    assert wished.args[0] == "move"


def test_a_click_on_the_circle_settles(qtbot: QtBot, looks: Looks) -> None:
    made = view(qtbot, looks)
    made.list.choose("a2")
    index = made.list.currentIndex()
    at = made.list.visualRect(index).center()
    at.setX(20)
    with qtbot.waitSignal(made.wished) as wished:
        QTest.mouseClick(made.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert wished.args is not None
    assert (wished.args[0], wished.args[1].id) == ("done", "a2")


def test_the_fold_answers_to_mouse_and_keys(qtbot: QtBot, looks: Looks) -> None:
    made = view(qtbot, looks)
    made.list.choose("b1")
    QTest.keyClick(made.list, Qt.Key.Key_Down)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(made.folded):
            QTest.keyClick(made.list, key)
    at = made.list.visualRect(made.list.currentIndex()).center()
    with qtbot.waitSignal(made.folded):
        QTest.mouseClick(made.list.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_the_menu_offers_the_same(qtbot: QtBot, looks: Looks) -> None:
    made = view(qtbot, looks)
    made.list.choose("a1")
    row = made.list.current()
    assert row is not None
    made.open_menu(row, made.mapToGlobal(made.rect().center()))
    menu = made.findChildren(QMenu)[0]
    words = [action.text() for action in menu.actions()]
    assert words == ["Done\tSpace", "Move…", "Drop…", "Edit…\tEnter", "Remove\tDel"]
    with qtbot.waitSignal(made.wished) as wished:
        menu.actions()[2].trigger()
    assert wished.args is not None
    assert wished.args[0] == "drop"
    menu.close()


def test_the_chosen_row_stays_chosen(qtbot: QtBot, looks: Looks) -> None:
    made = view(qtbot, looks)
    made.list.choose("a2")
    made.show_rows(rows(unfolded=True), "")
    assert chosen_id(made.list) == "a2"
    without = [row for row in rows() if row.id != "a2"]
    made.show_rows(without, "")
    assert chosen_id(made.list) == "a3"


def test_escape_goes_back(qtbot: QtBot, looks: Looks) -> None:
    made = view(qtbot, looks)
    made.list.setFocus()
    with qtbot.waitSignal(made.left):
        QTest.keyClick(made.list, Qt.Key.Key_Escape)


def test_an_empty_list_offers_the_first_promise(qtbot: QtBot, looks: Looks) -> None:
    made = view(qtbot, looks)
    made.show_rows(rows_of(Promised(TODAY, [], [], [], {}), unfolded=False), "")
    assert made.nothing.isVisible()
    assert not made.list.isVisible()
    with qtbot.waitSignal(made.add_wanted):
        made.nothing.acted.emit()


def test_narrow_windows_keep_every_way(qtbot: QtBot, looks: Looks) -> None:
    made = view(qtbot, looks)
    made.set_shape(Shape.NARROW)
    assert made.block_icon.isVisible()
    assert not made.block.isVisible()
    assert made.add.isVisible()


def chosen_id(shown: PromiseList) -> str:
    row = shown.current()
    return row.id if row else ""
