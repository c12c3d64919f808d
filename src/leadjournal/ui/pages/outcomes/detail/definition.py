"""What makes the outcome testable: the loop, how ready it is, and what was written of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.ui.pages.outcomes.detail.side import Hands
from leadjournal.ui.pages.outcomes.detail.values import DetailSheet, SegmentSeen
from leadjournal.ui.pages.outcomes.panel_parts import Picture
from leadjournal.ui.pages.outcomes.sheets import Fact
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.bars import Segments
from leadjournal.ui.widgets.buttons import LinkButton
from leadjournal.ui.widgets.card import Card, Divider
from leadjournal.ui.widgets.flow import FlowLayout
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.stepper import Stepper

_TOP = Qt.AlignmentFlag.AlignTop
_ICON = 14


def definition_card(looks: Looks, sheet: DetailSheet, hands: Hands) -> Card:
    """From the definition to the reviews, what is there of seven things, and the facts."""
    card = Card(looks, spacing=14)
    top = QHBoxLayout()
    top.setSpacing(8)
    top.addWidget(Label(looks, _("What makes it testable"), "heading", wrap=True), 1)
    if hands.can_write:
        edit = LinkButton(looks, _("Edit"))
        edit.setAccessibleName(_("Edit outcome"))
        edit.clicked.connect(lambda: hands.wish("edit-outcome", sheet.outcome.row))
        top.addWidget(edit, 0, _TOP)
    card.column.addLayout(top)
    card.column.addWidget(Stepper(looks, _("From definition to review"), sheet.loop))
    card.column.addWidget(ReadinessBar(looks, sheet.readiness))
    card.column.addWidget(Divider(looks))
    card.column.addWidget(_facts(looks, sheet.outcome.facts))
    return card


class ReadinessBar(QWidget):
    """Readiness 5 of 7: each of the things by name, with a sign that says whether it is there."""

    def __init__(self, looks: Looks, segments: tuple[SegmentSeen, ...]) -> None:
        super().__init__()
        met = sum(segment.met for segment in segments)
        words = _("Readiness {met} of {all}").format(met=met, all=len(segments))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(looks, words, "small-m"))
        column.addWidget(Segments(looks, words, [segment.met for segment in segments]))
        holder = QWidget()
        flow = FlowLayout(holder, gap=12)
        for segment in segments:
            flow.addWidget(_segment(looks, segment))
        policy = holder.sizePolicy()
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        column.addWidget(holder)


def _segment(looks: Looks, segment: SegmentSeen) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(5)
    icon, ink = ("circle-check", "accent") if segment.met else ("circle-dashed", "text_3")
    row.addWidget(Picture(looks, icon, _ICON, ink))
    row.addWidget(Label(looks, segment.label, "caption", "text" if segment.met else "text_3"))
    said = _("there") if segment.met else _("missing")
    holder.setAccessibleName(f"{segment.label}: {said}")
    return holder


def _facts(looks: Looks, facts: tuple[Fact, ...]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(10)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    for place, fact in enumerate(facts):
        pair = QVBoxLayout()
        pair.setSpacing(0)
        pair.addWidget(Label(looks, fact.label, "caption", "text_3", wrap=True))
        answer = Label(looks, fact.answer, "small", "text", wrap=True)
        answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        pair.addWidget(answer)
        pair.addStretch()
        # The first is for whom; after it what is today stands beside what will be.
        where = (0, 0, 1, 2) if place == 0 else ((place + 1) // 2, (place + 1) % 2, 1, 1)
        grid.addLayout(pair, *where)
    if not facts:
        words = _("Nothing is written yet of who would notice and what they do today.")
        grid.addWidget(Label(looks, words, "small", "text_3", wrap=True), 0, 0, 1, 2)
    return holder
