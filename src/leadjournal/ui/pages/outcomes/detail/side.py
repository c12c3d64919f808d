"""The cards beside the chart: what is owed, which outputs lead here, what reviews found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.ui.pages.outcomes.detail.values import DebtParts, DetailSheet, LinkSeen
from leadjournal.ui.pages.outcomes.panel_parts import Picture, marks_row
from leadjournal.ui.pages.outcomes.panels import review_lines
from leadjournal.ui.pages.outcomes.rows import RowKey, TreeRow
from leadjournal.ui.pages.outcomes.signs import Wish
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.badge import Badge
from leadjournal.ui.widgets.bars import ProofBar
from leadjournal.ui.widgets.buttons import IconButton, LinkButton
from leadjournal.ui.widgets.card import Card
from leadjournal.ui.widgets.label import Label

_TOP = Qt.AlignmentFlag.AlignTop
_LEFT = Qt.AlignmentFlag.AlignLeft
_ICON = 16


@dataclass(frozen=True, slots=True)
class Hands:
    """What the cards of the page speak with: wishes, ways to other records, menus of rows."""

    wish: Wish
    open: Callable[[RowKey], None]
    menu: Callable[[TreeRow, QWidget], QMenu]
    can_write: bool


def debt_card(looks: Looks, sheet: DetailSheet, hands: Hands) -> Card:
    """How much is owed, how much of it is shown, and what it is made of."""
    card = Card(looks, spacing=6)
    row = sheet.outcome.row
    debt = sheet.debt
    top = _heading(looks, _("Outcome debt"))
    if debt is not None and debt.way is not None:
        top.addWidget(Badge(looks, *debt.way))
    card.column.addLayout(top)
    if debt is None:
        card.column.addWidget(Label(looks, sheet.outcome.sentence, "small", "text_2", wrap=True))
        return card
    _fill_debt(looks, card, debt)
    explain = LinkButton(looks, _("How was this computed?"))
    explain.clicked.connect(lambda: hands.wish("explain", row))
    card.column.addWidget(explain, 0, _LEFT)
    if hands.can_write and row.debt > 0:
        leave = LinkButton(looks, _("Take out of the debt…"))
        leave.clicked.connect(lambda: hands.wish("leave-debt", row))
        card.column.addWidget(leave, 0, _LEFT)
    return card


def _fill_debt(looks: Looks, card: Card, debt: DebtParts) -> None:
    figure = QHBoxLayout()
    figure.setSpacing(8)
    figure.addWidget(Label(looks, debt.number, "figure"))
    unit = Label(looks, debt.unit, "small", "text_3", elide=True)
    figure.addWidget(unit, 1, Qt.AlignmentFlag.AlignBottom)
    card.column.addLayout(figure)
    card.column.addWidget(ProofBar(looks, f"{debt.shown}, {debt.open}", share=debt.share))
    ends = QHBoxLayout()
    ends.addWidget(Label(looks, debt.shown, "caption", "text_2"))
    ends.addStretch()
    ends.addWidget(Label(looks, debt.open, "caption-m", "debt"))
    card.column.addLayout(ends)
    for label, value in debt.rows:
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(Label(looks, label, "small", "text_2", wrap=True), 1)
        line.addWidget(Label(looks, value, "small-m"), 0, _TOP)
        card.column.addLayout(line)
    if debt.sentence:
        card.column.addWidget(Label(looks, debt.sentence, "small", "text_2", wrap=True))


def outputs_card(looks: Looks, sheet: DetailSheet, hands: Hands) -> Card:
    """The outputs that lead here, each with what it is for and how sure one is of it."""
    card = Card(looks, spacing=10)
    row = sheet.outcome.row
    top = _heading(looks, _("Outputs"), _("so that …") if sheet.links else "")
    if hands.can_write:
        for words, act in ((_("Link"), "link-here"), (_("Add"), "add-output")):
            link = LinkButton(looks, words)
            link.setAccessibleName(_("Outputs: {action}").format(action=words))
            link.clicked.connect(lambda _checked=False, act=act: hands.wish(act, row))
            top.addWidget(link)
    card.column.addLayout(top)
    for one in sheet.links:
        card.column.addWidget(_output(looks, one, hands))
    if not sheet.links:
        words = _("No output leads here yet.")
        card.column.addWidget(Label(looks, words, "small", "text_3", wrap=True))
    return card


def _output(looks: Looks, one: LinkSeen, hands: Hands) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(Picture(looks, one.icon, _ICON, "text_2"), 0, _TOP)
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addWidget(Label(looks, one.title, "small-m", wrap=True))
    if one.so_that:
        words.addWidget(Label(looks, one.so_that, "small", "text_2", wrap=True))
    words.addWidget(Label(looks, one.confidence, "caption", "text_3"))
    if one.test is not None:
        words.addWidget(marks_row(looks, [one.test]))
    row.addLayout(words, 1)
    row.addWidget(Label(looks, one.size, "small", "text_2"), 0, _TOP)
    row.addWidget(_menu_button(looks, one, hands), 0, _TOP)
    return holder


def _menu_button(looks: Looks, one: LinkSeen, hands: Hands) -> IconButton:
    button = IconButton(looks, "ellipsis", one.title, box=24)

    def unfold() -> None:
        menu = hands.menu(one.row, button)
        show = menu.addAction(looks.icon("chevron-right"), _("Show in the list"))
        show.triggered.connect(lambda: hands.open(one.row.key))
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    button.clicked.connect(unfold)
    return button


def reviews_card(looks: Looks, sheet: DetailSheet, hands: Hands) -> Card:
    """What each review found, in the beneficiary's own words; when the next one is."""
    card = Card(looks, spacing=12)
    next_on = sheet.outcome.next_review
    note = _("next on {day}").format(day=next_on) if next_on else _("no date for the next one")
    card.column.addLayout(_heading(looks, _("Reviews"), note))
    id_ = sheet.outcome.row.key.id
    for review in sheet.outcome.reviews:
        card.column.addLayout(
            review_lines(looks, review, id_, hands.wish, can_write=hands.can_write)
        )
    if not sheet.outcome.reviews:
        words = _("Never reviewed: numbers alone count for 80%.")
        card.column.addWidget(Label(looks, words, "small", "text_3", wrap=True))
    return card


def _heading(looks: Looks, title: str, note: str = "") -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(Label(looks, title, "heading"))
    row.addWidget(Label(looks, note, "small", "text_3", elide=True), 1)
    return row
