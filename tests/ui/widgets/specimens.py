"""One of every widget, as a page would make it."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.badge import Badge
from leadjournal.ui.widgets.bars import Meter, ProofBar, Segments, StepProgress
from leadjournal.ui.widgets.buttons import (
    ChoiceButton,
    DangerButton,
    IconButton,
    LinkButton,
    NavButton,
    PrimaryButton,
    QuietButton,
    RailButton,
    SecondaryButton,
)
from leadjournal.ui.widgets.card import Card, Divider, TintedCard, Well
from leadjournal.ui.widgets.chart import Chart
from leadjournal.ui.widgets.chart_with_table import ChartWithTable
from leadjournal.ui.widgets.choices import Choice, ChoiceRow
from leadjournal.ui.widgets.debt_bar import DebtBar
from leadjournal.ui.widgets.editors import ComboBox, DayEdit, LineEdit, PassphraseEdit, TextArea
from leadjournal.ui.widgets.empty_state import EmptyState
from leadjournal.ui.widgets.field import Field
from leadjournal.ui.widgets.figure import FigureBlock, FigureWords
from leadjournal.ui.widgets.flow import FlowLayout
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.list_row import ListCard, ListRow, PathRow, RowWords
from leadjournal.ui.widgets.note import Note
from leadjournal.ui.widgets.option_list import Option, OptionList
from leadjournal.ui.widgets.scroll import ScrollPage
from leadjournal.ui.widgets.search_button import KeyCap, SearchButton
from leadjournal.ui.widgets.segmented import Segmented
from leadjournal.ui.widgets.sparkline import Sparkline
from leadjournal.ui.widgets.stepper import StageWords, Stepper
from leadjournal.ui.widgets.table import Cell, Column, Table
from leadjournal.ui.widgets.tick_list import TickList, TickRow

LONG = "Customers stop having to chase us for news about their repair, and nobody waits overnight"
ROW = RowWords(
    "Monthly reflection for October",
    "Last one: 29 August",
    "calendar-check",
    ("debt", "Due", "clock"),
    "14 November",
)
FIGURE = FigureWords(
    "36", "days of work", LONG, ("good", "Light", "arrow-down-right"), [2, 4, 9, 5], "Falling"
)
SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">'
    '<rect width="9" height="9"/></svg>'
)


def _wrapped(looks: Looks) -> QWidget:
    return Label(looks, LONG, "reading", "text", wrap=True)


def _nav(looks: Looks) -> QWidget:
    button = NavButton(looks, "Coach", "message-square-quote")
    button.set_words("5 comments")
    return button


STAGES = (
    StageWords("Defined", "24 February", "done"),
    StageWords("Translated into signs", "not yet", "current"),
    StageWords("Reviewed", "on 22 January", "coming"),
)


def _table(looks: Looks) -> QWidget:
    table = Table(looks, "Readings by day")
    columns = [Column("Day"), Column("Calls answered within 60 seconds", is_number=True)]
    table.show_rows(columns, [(Cell("31 October"), Cell("96%")), (Cell("30 September"), Cell())])
    return table


def _figure(looks: Looks) -> QWidget:
    block = FigureBlock(looks, "Outcome debt")
    block.set_figure(FIGURE)
    return block


def _list(looks: Looks) -> QWidget:
    card = ListCard(looks)
    card.set_rows([ListRow(looks, ROW), ListRow(looks, ROW)])
    return card


def _card(looks: Looks) -> QWidget:
    card = Card(looks)
    card.column.addWidget(Label(looks, "Outcomes", "heading"))
    card.column.addWidget(Divider(looks))
    card.column.addWidget(Label(looks, LONG, wrap=True))
    return card


def _tinted(looks: Looks) -> QWidget:
    card = TintedCard(looks, "why")
    card.column.addWidget(Label(looks, LONG, "quote", card.ink, wrap=True))
    return card


def _well(looks: Looks) -> QWidget:
    well = Well(looks)
    well.column.addWidget(Label(looks, LONG, "quote-italic", "text_2", wrap=True))
    return well


def _scroll(looks: Looks) -> QWidget:
    page = ScrollPage(looks)
    page.column.addWidget(Label(looks, LONG, wrap=True))
    page.column.addStretch()
    return page


def _tags(looks: Looks) -> QWidget:
    holder = QWidget()
    flow = FlowLayout(holder)
    for word in ("Real", "Partly", "Not real", "Due", "Running", "Private"):
        flow.addWidget(Badge(looks, "plain", word, "circle-dot"))
    return holder


def _wrong_field(looks: Looks) -> QWidget:
    field = Field(looks, "Action", LineEdit(looks, "Improve"), optional=True)
    field.set_error("Needs one owner and one day before it can be saved.")
    return field


def _options(looks: Looks) -> QWidget:
    options = [Option(1, "The outcome has moved", LONG), Option(2, "Accepted", "We know.")]
    made = OptionList(looks, "Which way?", [*options, Option(3, "Closed", "")])
    made.set_value(1)
    made.close_way(3, LONG)
    return made


def _debt_bar(looks: Looks) -> QWidget:
    bar = DebtBar(looks)
    bar.set_debt(30.5, 5.6, "30.5 days of work, 5.6 days added by waiting")
    return bar


class _Square:
    """A drawing that is always the same."""

    name = "Outcome debt by month"
    finding = "Falling since July"

    def svg(self, palette: Mapping[str, str], width: float, height: float) -> str:
        return SQUARE

    def table(self) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
        return ("Day", "Total"), (("31 Oct 2025", "36.1"), ("30 Sep 2025", "81.0"))


def _chart_with_table(looks: Looks) -> QWidget:
    made = ChartWithTable(looks, "Outcome debt by month", 120)
    made.show_drawing(_Square())
    return made


SPECIMENS: dict[str, Callable[[Looks], QWidget]] = {
    "label": lambda looks: Label(looks, "Waiting for you", "heading"),
    "wrapped label": _wrapped,
    "elided label": lambda looks: Label(looks, LONG, elide=True),
    "primary": lambda looks: PrimaryButton(looks, "Save reading"),
    "secondary": lambda looks: SecondaryButton(looks, "Add output", "plus"),
    "quiet": lambda looks: QuietButton(looks, "Skip for now"),
    "danger": lambda looks: DangerButton(looks, "Empty trash", "trash-2"),
    "link": lambda looks: LinkButton(looks, "All promises"),
    "icon": lambda looks: IconButton(looks, "lock", "Lock", box=24),
    "choice": lambda looks: ChoiceButton(looks, "Forward", "move-right"),
    "nav": _nav,
    "rail": lambda looks: RailButton(looks, "sun", "Today"),
    "badge": lambda looks: Badge(looks, "bad", "Not real", "circle-x"),
    "choices": lambda looks: ChoiceRow(looks, "Moved", [Choice(1, "Yes"), Choice(2, "No")]),
    "segmented": lambda looks: Segmented(looks, "View", [(1, "Map"), (2, "Debt ledger")]),
    "card": _card,
    "tinted": _tinted,
    "well": _well,
    "list": _list,
    "row": lambda looks: ListRow(looks, ROW),
    "path": lambda looks: PathRow(looks, "Look around first", LONG, "book-open"),
    "field": lambda looks: Field(
        looks, "Who would notice?", LineEdit(looks), hint="One is enough."
    ),
    "wrong field": _wrong_field,
    "area": lambda looks: Field(looks, "Say it", TextArea(looks, LONG, role="reading")),
    "combo": lambda looks: Field(looks, "Owner", ComboBox(looks, [("Priya", 1), ("Dmitri", 2)])),
    "day": lambda looks: Field(looks, "By when", DayEdit(looks, date(2025, 10, 31))),
    "passphrase": lambda looks: Field(looks, "Passphrase", PassphraseEdit(looks)),
    "figure": _figure,
    "sparkline": lambda looks: Sparkline(looks, [1, 3, 2], "Rising"),
    "meter": lambda looks: Meter(looks, "40%"),
    "steps": lambda looks: StepProgress(looks, "Step 5 of 17"),
    "segments": lambda looks: Segments(looks, "5 of 7", [True] * 5 + [False] * 2),
    "proof": lambda looks: ProofBar(looks, "80% shown, 11.9 days open", share=0.8),
    "stepper": lambda looks: Stepper(looks, "From definition to review", STAGES),
    "table": _table,
    "note": lambda looks: Note(looks, LONG, "By when would you like to see this?"),
    "empty": lambda looks: EmptyState(looks, "users", "Nobody yet", LONG, "Add a person"),
    "chart": lambda looks: Chart(looks, SQUARE, "Repeat contacts", "Falling since May"),
    "options": _options,
    "ticks": lambda looks: TickList(
        looks, "Which work?", [TickRow("1", LONG, "2.4 days", True), TickRow("2", "Leaflet")]
    ),
    "debt bar": _debt_bar,
    "chart with table": _chart_with_table,
    "scroll": _scroll,
    "tags": _tags,
    "search": lambda looks: SearchButton(looks, "Search or run a command", "Ctrl K"),
    "key": lambda looks: KeyCap(looks, "Ctrl K"),
}


def sheet_with(widget: QWidget) -> QWidget:
    """A window of 700 pixels that holds the widget at its top."""
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(widget)
    column.addStretch()
    window.resize(700, 500)
    return window
