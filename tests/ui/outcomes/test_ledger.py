from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from leadjournal.rules.debt import Debt, DebtRow, OutputDebt, SetAside, WrittenOff
from leadjournal.rules.debt_history import DebtPoint
from leadjournal.rules.evidence import Evidence, RatePart
from leadjournal.services.computed import rate_reasons
from leadjournal.services.debt_ledger import DebtLedger, ExitLine, OwedLine
from leadjournal.services.figure_charts import debt_chart
from leadjournal.services.figures import FigurePoint
from leadjournal.ui.pages.outcomes.debt_words import debt_line, filtered_total, ledger_total
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
    reasons = (RatePart("base", 3), RatePart("no-why", 1))
    return DebtRow(kind, id_, f"Title of {id_}", reasons, shown, (output,))  # type: ignore[arg-type]


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


OFF = WrittenOff("p6", "Weekly pack", 10.0, date(2025, 6, 13), "stopped", "One reader, page one.")
MOVED = SetAside("p1", "Checklist", 2.5, date(2025, 9, 1), "moved", "Callers say so")
WHOLE = debt(
    owed("outcome", "o1", 2.1, 231),
    owed("outcome", "o2", 11.9, 62),
    owed("output", "p16", 13.4, 1),
    gone=(OFF,),
)


def an_exit(id_: str, title: str, way: str, days: float, note: str = "") -> ExitLine:
    return ExitLine(
        f"e-{id_}", id_, title, "o1", "Title of o1", way, date(2025, 9, 1), days,  # type: ignore[arg-type]
        "Callers say so", not note, note,
    )  # fmt: skip


def ledger(whole: Debt = WHOLE, exits: tuple[ExitLine, ...] = (), people: int = 9) -> DebtLedger:
    rows = sorted(whole.rows, key=lambda row: -row.days)
    return DebtLedger(
        on=TODAY,
        total=whole.total,
        principal=whole.principal,
        interest=whole.interest,
        unproven=whole.unproven,
        band="light",
        people=people,
        capacity_months=None,
        sentence="If nothing changes, this will be 32.9 days in three months.",
        owed=tuple(OwedLine(row, rate_reasons(row)) for row in rows),
        written_off=whole.written_off,
        moved=(MOVED,),
        accepted=(),
        exits=exits,
        history=(
            DebtPoint(date(2025, 8, 29), 60.0, 55.0),
            DebtPoint(date(2025, 9, 30), 80.0, 70.0),
            DebtPoint(TODAY, 27.4, 21.9),
        ),
    )


EXITS = (
    an_exit("p1", "Checklist", "moved", 2.5),
    an_exit("p2", "Huddle", "moved", 4.0, "A review of 30 October said not real."),
    an_exit("p3", "Leaflet", "accepted", 3.0),
)
ROWS = ledger_rows(ledger())


@pytest.fixture
def view(qtbot: QtBot, looks: Looks) -> LedgerView:
    made = LedgerView(looks)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show_rows(ROWS)
    made.head.show_total(ledger_total(ledger(), debt_chart(ledger().history)))
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
        "1 finished output, 80% shown · grows 4% a month",
        "11.9 days",
        "waits 62 days",
    )
    assert ROWS[1].waits == "waits 1 day"
    assert ROWS[1].reason == "No outcome yet · grows 4% a month"
    assert row.spoken.endswith("3%: every month that finished work waits\n1%: no why is linked")


def test_what_is_written_off_keeps_its_lesson() -> None:
    assert ROWS[6].reason == "Stopped on 13 June. One reader, page one."


def test_what_left_the_debt_stands_in_groups_by_its_way() -> None:
    rows = ledger_rows(ledger(exits=EXITS))
    assert [(row.title, row.days) for row in rows if row.gone or row.key is None][2:] == [
        ("Written off with lessons", "10 days"),
        ("Weekly pack", "10 days"),
        ("Out of the debt: it has moved", "2.5 days"),
        ("Checklist", "2.5 days"),
        ("Huddle", "4 days"),
        ("Out of the debt: accepted", ""),
        ("Leaflet", "3 days"),
    ]


def test_an_exit_that_counts_no_more_says_so() -> None:
    rows = {row.title: row.reason for row in ledger_rows(ledger(exits=EXITS))}
    assert rows["Checklist"] == "Moved on 1 September. Callers say so"
    assert rows["Huddle"] == (
        "Moved on 1 September. A review of 30 October said not real. Callers say so"
    )


def test_the_ledger_keeps_to_what_the_filter_lets_through() -> None:
    rows = ledger_rows(ledger(exits=EXITS), frozenset({"o1"}))
    assert [row.title for row in rows] == ["Not shown yet", "Title of o1"]
    total = filtered_total(ledger(), frozenset({"o1"}))
    assert (total.number, total.sentence) == ("2.1", "Only what passes the filter.")
    assert ledger_rows(ledger(debt())) == ()


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
    view.show_rows((LedgerRow(None, "Not shown yet"), ROWS[4]))
    assert rows.currentIndex().row() == 1


@pytest.mark.parametrize("width", [320, 560, 900])
@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_rows_are_painted_at_every_size(
    view: LedgerView, looks: Looks, width: int, factor: float
) -> None:
    looks.set_factor(factor)
    view.show_rows(ledger_rows(ledger(exits=EXITS)))
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


def test_the_total_says_what_it_is_made_of() -> None:
    total = ledger_total(ledger(), None)
    assert (total.number, total.unit) == ("27.4", "days of work in debt")
    assert (total.shown, total.open) == ("78% shown", "22% of finished work unproven")
    assert (total.work, total.waiting) == ("21.9 days of work", "5.5 days added by waiting")
    assert total.capacity == "0.17 months of work for 9 people"
    assert total.band is not None
    assert total.band.words == "Light"
    assert ledger_total(ledger(people=0), None).capacity.endswith("for 1 person")


def test_without_debt_there_are_no_parts_to_show(view: LedgerView) -> None:
    view.head.show_total(ledger_total(ledger(debt()), None))
    assert view.head.words()[0] == "0.0"
    assert not view.head.history.isVisible()


def test_the_history_is_a_chart_and_a_table(view: LedgerView) -> None:
    history = view.head.history
    assert history.chart.drawn()
    assert history.chart.accessibleDescription() == (
        "27.4 days on the last day. The most were 80 days, in September 2025."
    )
    QTest.mouseClick(history.switch, Qt.MouseButton.LeftButton)
    assert (history.is_table(), history.table.isVisible()) == (True, True)
    model = history.table.model()
    assert [model.index(0, column).data() for column in range(4)] == [
        "31 Oct 2025", "21.9", "5.5", "27.4",
    ]  # fmt: skip
    QTest.keyClick(history.switch, Qt.Key.Key_Return)
    assert not history.is_table()


def test_the_chart_is_drawn_anew_in_other_colours(view: LedgerView, looks: Looks) -> None:
    before = view.head.history.chart.grab().toImage()
    looks.choose("dark")
    assert view.head.history.chart.grab().toImage() != before


def test_the_keyboard_brings_a_row_into_view(view: LedgerView, qtbot: QtBot) -> None:
    many = [LedgerRow(RowKey("outcome", str(n)), f"Outcome {n}", days="1 day") for n in range(40)]
    view.show_rows([LedgerRow(None, "Not shown yet"), *many])
    view.rows.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(view.rows.hasFocus)
    sheet = view.rows.parentWidget()
    assert sheet is not None
    qtbot.waitUntil(lambda: sheet.height() >= view.rows.height())
    QTest.keyClick(view.rows, Qt.Key.Key_End)
    box = view.rows.visualRect(view.rows.currentIndex())
    at = view.rows.mapTo(view, QPoint(0, box.bottom()))
    assert 0 < at.y() <= view.height()


def test_the_page_shows_the_ledger_and_opens_what_is_chosen(desk: Desk) -> None:
    desk.press("Debt ledger")
    rows = desk.page.ledger.rows.rows()
    assert [row.title for row in rows] == ["Not shown yet", "Nobody chases us"]
    assert desk.page.ledger.head.sentence().startswith("If nothing changes")
    desk.do("stop", "Call script")
    desk.fill(stopped_because="Shorter is not better")
    rows = desk.page.ledger.rows.rows()
    assert [row.title for row in rows] == ["Written off with lessons", "Call script"]
    assert rows[1].reason.endswith("Shorter is not better")
    desk.page.ledger.rows.opened.emit(rows[1].key)
    assert desk.page.inspector.sheet is not None
    assert desk.page.inspector.sheet.row.title == "Call script"
