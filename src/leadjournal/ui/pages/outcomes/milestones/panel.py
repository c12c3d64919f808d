"""What is shown of one milestone: its three elements, how it is run, and where it ended."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.ui.items.words import Mark
from leadjournal.ui.pages.outcomes.milestones.lines import GROWTH_ICON, VALUE_ICON
from leadjournal.ui.pages.outcomes.panel_parts import (
    Picture,
    Section,
    facts_section,
    marks_row,
)
from leadjournal.ui.pages.outcomes.rows import RowKey, TreeRow
from leadjournal.ui.pages.outcomes.sheets import Fact, Way
from leadjournal.ui.pages.outcomes.side_panel import SidePanel
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.badge import Badge
from leadjournal.ui.widgets.bars import Meter
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.note import Note

_TOP = Qt.AlignmentFlag.AlignTop
_METER = 64


@dataclass(frozen=True, slots=True)
class Grown:
    """Who learns what, how, and since when they can do it."""

    who: str
    skill: str
    how: str
    able: str


@dataclass(frozen=True, slots=True)
class Rating:
    """A quality with its number from 1 to 5."""

    label: str
    value: int


@dataclass(frozen=True, slots=True)
class MilestoneSheet:
    """Everything that is shown of a milestone, as plain values."""

    row: TreeRow
    marks: tuple[Mark, ...]
    due: str
    moved: str
    hints: tuple[str, ...]
    why: Way | None
    outcome: Way | None
    edge: str
    stretch: str
    growth: tuple[Grown, ...]
    lasting_value: str
    ratings: tuple[Rating, ...]
    rewrite: str
    facts: tuple[Fact, ...]
    ending: tuple[Fact, ...]
    lesson: str


class MilestonePanel(SidePanel):
    """One milestone at a time."""

    at_foot: ClassVar[Mapping[str, Sequence[str]]] = {
        "milestone": ("close-milestone", "reopen-milestone", "edit-milestone")
    }
    main_acts: ClassVar[Sequence[str]] = ("close-milestone",)

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks, _("All milestones"))
        self.sheet: MilestoneSheet | None = None

    def show_sheet(self, sheet: MilestoneSheet, *, can_write: bool) -> None:
        """Show a milestone; the place stays when it is the same one as before."""
        if sheet == self.sheet and can_write == self.can_write:
            return
        self.sheet = sheet
        sections = milestone_sections(self.looks, sheet, self.opened.emit)
        self.fill(_("Milestone"), sheet.row, sections, can_write=can_write)

    def clear(self) -> None:
        self.sheet = None
        super().clear()


def milestone_sections(
    looks: Looks, sheet: MilestoneSheet, open_: Callable[[RowKey], None]
) -> list[QWidget]:
    """The sections of a milestone, in their order."""
    found: list[QWidget] = [_top(looks, sheet)]
    found += [Note(looks, hint, dismissable=False) for hint in sheet.hints]
    if sheet.ending or sheet.lesson:
        found.append(_ending(looks, sheet))
    found += [_purpose(looks, sheet, open_), _growth(looks, sheet), _value(looks, sheet)]
    if sheet.ratings:
        found.append(_ratings(looks, sheet))
    if sheet.facts:
        found.append(facts_section(looks, sheet.facts, _("How it is run")))
    return found


def _top(looks: Looks, sheet: MilestoneSheet) -> Section:
    top = Section(looks)
    top.say(sheet.row.title, "heading", "text")
    if sheet.marks:
        top.column.addWidget(marks_row(looks, sheet.marks))
    top.say(sheet.due)
    if sheet.moved:
        top.say(sheet.moved, "small", "text_3")
    return top


def _ending(looks: Looks, sheet: MilestoneSheet) -> Section:
    section = facts_section(looks, sheet.ending, _("How it ended"))
    if sheet.lesson:
        section.column.addWidget(Label(looks, _("Lesson"), "caption", "text_3"))
        section.say(sheet.lesson, "quote", "text")
    return section


def _purpose(looks: Looks, sheet: MilestoneSheet, open_: Callable[[RowKey], None]) -> Section:
    section = Section(looks, _("Purpose"))
    if sheet.why is not None:
        section.say(sheet.why.title, "small", "why")
    if sheet.outcome is not None:
        key = sheet.outcome.key
        section.offer(_("Show outcome"), lambda: open_(key))
        section.column.addWidget(Label(looks, _("Outcome"), "caption", "text_3"))
        section.say(sheet.outcome.title, "small", "text")
    else:
        section.say(_("No outcome yet: a milestone without one is a tick box."), "small", "debt")
    if sheet.edge:
        section.column.addWidget(Label(looks, _("Going beyond would be"), "caption", "text_3"))
        section.say(sheet.edge, "small", "text")
    if sheet.stretch:
        section.say(sheet.stretch)
    return section


def _growth(looks: Looks, sheet: MilestoneSheet) -> Section:
    section = Section(looks, _("Growth"))
    section.column.setSpacing(8)
    for grown in sheet.growth:
        section.column.addWidget(_grown(looks, grown))
    if not sheet.growth:
        section.say(_("Nobody is named who learns something on the way."), "small", "text_3")
    return section


def _grown(looks: Looks, grown: Grown) -> QWidget:
    part = Section(looks)
    part.column.setSpacing(2)
    top = QHBoxLayout()
    top.setSpacing(6)
    top.addWidget(Picture(looks, GROWTH_ICON, 15, "accent"), 0, _TOP)
    words = f"{grown.who}: {grown.skill}" if grown.who else grown.skill
    top.addWidget(Label(looks, words, "small-m", "text", wrap=True), 1)
    part.column.addLayout(top)
    if grown.how:
        part.say(grown.how)
    if grown.able:
        part.column.addWidget(Badge(looks, "good", grown.able, "circle-check"))
    return part


def _value(looks: Looks, sheet: MilestoneSheet) -> Section:
    section = Section(looks, _("What the organisation keeps"))
    if not sheet.lasting_value:
        section.say(_("Nothing is named yet besides the deliverable."), "small", "text_3")
        return section
    top = QHBoxLayout()
    top.setSpacing(6)
    top.addWidget(Picture(looks, VALUE_ICON, 15, "accent"), 0, _TOP)
    top.addWidget(Label(looks, sheet.lasting_value, "small", "text", wrap=True), 1)
    section.column.addLayout(top)
    return section


def _ratings(looks: Looks, sheet: MilestoneSheet) -> Section:
    section = Section(looks, _("Before it is announced"))
    for rating in sheet.ratings:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(looks, rating.label, "small", "text_2"), 1)
        words = _("{n} of 5").format(n=rating.value)
        meter = Meter(looks, words)
        meter.setFixedWidth(looks.scaled(_METER))
        meter.set_share(rating.value / 5, f"{rating.label}: {words}")
        row.addWidget(meter)
        row.addWidget(Label(looks, words, "small-m"))
        section.column.addLayout(row)
    if sheet.rewrite:
        section.say(sheet.rewrite, "small", "debt")
    return section
