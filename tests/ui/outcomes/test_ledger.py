from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from leadjournal.rules.debt import Debt, DebtRow, OutputDebt, WrittenOff
from leadjournal.rules.evidence import Evidence
from leadjournal.services.figures import FigurePoint
from leadjournal.ui.pages.outcomes.debt_words import debt_line, three_months, unit_words
from leadjournal.ui.pages.outcomes.ledger_list import LedgerModel
from leadjournal.ui.pages.outcomes.ledger_rows import LedgerRow, ledger_rows
from leadjournal.ui.pages.outcomes.ledger_view import LedgerView
from leadjournal.ui.pages.outcomes.rows import RowKey
from leadjournal.ui.theme.looks import Looks
from tests.ui.outcomes.conftest import Desk

TODAY = date(2025, 10, 31)


def owed(kind: str, id_: str, days: float, waits: int) -> DebtRow:
    output = OutputDebt(id_, id_, 10.0, waits, 2, days, days * 0.8, days * 1.2)
    shown = Evidence(0.8, 1.0, 0.8, 1.0, ())
    return DebtRow(kind, id_, f"Title of {id_}", (), shown, (output,))  # type: ignore[arg-type]


def debt(*rows: DebtRow, gone: tuple[WrittenOff, ...] = ()) -> Debt:
    return Debt(
        rows=rows,
        finished=100.0,
        written_off=gone,
        set_aside=(),
        total=sum(row.days for row in rows),
        principal=sum(row.principal for row in rows),
        without_outcome=0.0,
        in_three_months=sum(row.in_three_months for row in rows),
    )


OFF = WrittenOff("p6", "Weekly pack", 10.0, date(2025, 6, 13), "stopped")
WHOLE = debt(
    owed("outcome", "o1", 2.1, 231),
    owed("outcome", "o2", 11.9, 62),
    owed("output", "p16", 13.4, 1),
    gone=(OFF,),
)
ROWS = ledger_rows(WHOLE, {"p6": "One reader, page one."}, TODAY)


@pytest.fixture
def view(qtbot: QtBot, looks: Looks) -> LedgerView:
    made = LedgerView(looks)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.rows.show_rows(ROWS)
    made.show()
    return made


def test_the_ledger_has_three_groups_each_by_size() -> None:
    assert [row.title for row in ROWS] == [
        "Without an outcome",
        "Title of p16",
        "Not shown yet",
        "Title of o2",
        "Title of o1",
        "Written off with lessons",
        "Weekly pack",
    ]


def test_a_row_says_what_it_owes_and_how_long_it_waits() -> None:
    row = ROWS[3]
    assert (row.reason, row.days, row.waits) == (
        "1 finished output, 80% shown",
        "11.9 days",
        "waits 62 days",
    )
    assert ROWS[1].waits == "waits 1 day"
    assert ROWS[1].reason == "No outcome yet"


def test_what_is_written_off_keeps_its_lesson() -> None:
    assert ROWS[6].reason == "Stopped on 13 June. One reader, page one."


def test_the_ledger_keeps_to_what_the_filter_lets_through() -> None:
    rows = ledger_rows(WHOLE, {}, TODAY, frozenset({"o1"}))
    assert [row.title for row in rows] == ["Not shown yet", "Title of o1"]
    assert ledger_rows(debt(), {}, TODAY) == ()


def test_the_model_keeps_the_rules(qtmodeltester: ModelTester) -> None:
    model = LedgerModel()
    model.set_rows(ROWS)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_enter_and_a_click_open_a_row_but_not_a_heading(view: LedgerView, qtbot: QtBot) -> None:
    rows = view.rows
    rows.setCurrentIndex(rows.model().index(3, 0))
    with qtbot.waitSignal(rows.opened) as opened:
        QTest.keyClick(rows, Qt.Key.Key_Return)
    assert opened.args == [RowKey("outcome", "o2")]
    with qtbot.assertNotEmitted(rows.opened):
        at = rows.visualRect(rows.model().index(0, 0)).center()
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_refresh_keeps_the_chosen_row(view: LedgerView) -> None:
    rows = view.rows
    rows.setCurrentIndex(rows.model().index(4, 0))
    rows.show_rows((LedgerRow(None, "Not shown yet"), ROWS[4]))
    assert rows.currentIndex().row() == 1


@pytest.mark.parametrize("width", [320, 560, 900])
@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_rows_are_painted_at_every_size(
    view: LedgerView, looks: Looks, width: int, factor: float
) -> None:
    looks.set_factor(factor)
    view.resize(width, 700)
    assert view.grab().toImage().width() >= width
    tall = view.rows.visualRect(view.rows.model().index(1, 0)).height()
    assert tall >= max(57, looks.line("body-m") + looks.line("small"))


def points(*debts: float) -> list[FigurePoint]:
    return [FigurePoint(date(2025, 5 + n, 28), one, one, None, None) for n, one in enumerate(debts)]


@pytest.mark.parametrize(
    ("debts", "words"),
    [
        ((60, 149, 100, 36), "falling since June"),
        ((60, 100, 149), "rising since May"),
        ((50, 100, 100), "unchanged for a month"),
        ((100, 40, 50), "rising since June"),
    ],
)
def test_the_total_says_which_way_it_goes(debts: tuple[float, ...], words: str) -> None:
    assert debt_line(WHOLE, points(*debts)) == f"Outcome debt 27.4 days, {words}"


def test_a_young_journal_says_only_the_total() -> None:
    assert debt_line(debt(), points(0)) == "Outcome debt 0 days"
    assert three_months(debt()) == "Nothing finished waits for its proof."
    assert three_months(WHOLE) == "If nothing changes, this will be 32.9 days in three months."
    assert unit_words(WHOLE) == "days of work in debt · 1 output written off, 10 days"


def test_the_page_shows_the_ledger_and_opens_what_is_chosen(desk: Desk) -> None:
    desk.press("Debt ledger")
    rows = desk.page.ledger.rows.rows()
    assert [row.title for row in rows] == ["Not shown yet", "Nobody chases us"]
    assert desk.page.ledger.sentence().startswith("If nothing changes")
    desk.do("stop", "Call script")
    desk.fill(stopped_because="Shorter is not better")
    rows = desk.page.ledger.rows.rows()
    assert [row.title for row in rows] == ["Written off with lessons", "Call script"]
    assert rows[1].reason.endswith("Shorter is not better")
    desk.page.ledger.rows.opened.emit(rows[1].key)
    assert desk.page.inspector.sheet is not None
    assert desk.page.inspector.sheet.row.title == "Call script"
