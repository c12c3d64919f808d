"""What is shown of one objective: its key results, how sure one is, its grade, who carries it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.ui.items.words import Mark
from leadjournal.ui.pages.outcomes.panel_parts import (
    Choice,
    Section,
    facts_section,
    marks_row,
    more_button,
    way_row,
)
from leadjournal.ui.pages.outcomes.rows import RowKey, TreeRow
from leadjournal.ui.pages.outcomes.sheets import Fact, Part, Way
from leadjournal.ui.pages.outcomes.side_panel import SidePanel
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.badge import Badge
from leadjournal.ui.widgets.bars import Meter
from leadjournal.ui.widgets.card import Divider
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.sparkline import Sparkline

_TOP = Qt.AlignmentFlag.AlignTop
_SHOWN = 6
"""So many of the last readings of how sure one was are shown in words."""

Wish = Callable[[str, object], None]
Open = Callable[[RowKey], None]


@dataclass(frozen=True, slots=True)
class Result:
    """A key result: its way in words, how far it is, and its newest reading."""

    id: str
    text: str
    kind: Mark
    way: str
    share: float | None
    share_words: str
    second: str
    grade: str
    reading: str = ""
    """The id of its newest reading, which can be removed."""


@dataclass(frozen=True, slots=True)
class Sure:
    """How sure one was on a day."""

    id: str
    day: str
    confidence: int
    note: str


@dataclass(frozen=True, slots=True)
class ObjectiveSheet:
    """Everything that is shown of an objective, as plain values."""

    row: TreeRow
    marks: tuple[Mark, ...]
    parent: Way | None
    results: tuple[Result, ...]
    sure: tuple[Sure, ...]
    """Oldest first."""
    grade: str
    grade_words: str
    carried_by: tuple[Way, ...]
    earlier: tuple[Way, ...]
    facts: tuple[Fact, ...]
    note: str


class ObjectivePanel(SidePanel):
    """One objective at a time."""

    at_foot: ClassVar[Mapping[str, Sequence[str]]] = {
        "objective": ("read-key-results", "edit-objective")
    }
    main_acts: ClassVar[Sequence[str]] = ("read-key-results",)

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks, _("All objectives"))
        self.sheet: ObjectiveSheet | None = None

    def show_sheet(self, sheet: ObjectiveSheet, *, can_write: bool) -> None:
        """Show an objective; the place stays when it is the same one as before."""
        if sheet == self.sheet and can_write == self.can_write:
            return
        self.sheet = sheet
        sections = objective_sections(self.looks, sheet, self.wished.emit, self.opened.emit)
        self.fill(_("Objective"), sheet.row, sections, can_write=can_write)

    def clear(self) -> None:
        self.sheet = None
        super().clear()


def objective_sections(
    looks: Looks, sheet: ObjectiveSheet, wish: Wish, open_: Open
) -> list[QWidget]:
    """The sections of an objective, in their order."""
    top = Section(looks)
    top.say(sheet.row.title, "heading", "text")
    top.column.addWidget(marks_row(looks, sheet.marks))
    found: list[QWidget] = [top, _results(looks, sheet, wish), _sure(looks, sheet, wish)]
    found.append(_grade(looks, sheet, wish))
    found += _ways(looks, _("Carries"), [sheet.parent] if sheet.parent else [], open_)
    found += _ways(looks, _("Carried by"), sheet.carried_by, open_)
    found += _ways(looks, _("In other cycles"), sheet.earlier, open_)
    if sheet.facts:
        found.append(facts_section(looks, sheet.facts, _("About it")))
    if sheet.note:
        note = Section(looks, _("Note"))
        note.say(sheet.note, "small", "text")
        found.append(note)
    return found


def _results(looks: Looks, sheet: ObjectiveSheet, wish: Wish) -> Section:
    section = Section(looks, _("Key results"))
    section.column.setSpacing(10)
    if sheet.results:
        section.offer(_("Read"), lambda: wish("read-key-results", sheet.row))
    else:
        section.offer(_("Add"), lambda: wish("edit-objective", sheet.row))
        section.say(_("No number would prove it yet."), "small", "text_3")
    for number, result in enumerate(sheet.results):
        if number:
            section.column.addWidget(Divider(looks))
        section.column.addWidget(_result(looks, result, sheet, wish))
    return section


def _result(looks: Looks, result: Result, sheet: ObjectiveSheet, wish: Wish) -> QWidget:
    part = Section(looks)
    part.column.setSpacing(4)
    top = QHBoxLayout()
    top.setSpacing(6)
    top.addWidget(Label(looks, result.text, "small-m", "text", wrap=True), 1)
    top.addWidget(more_button(looks, result.text, _choices(result, sheet, wish)), 0, _TOP)
    part.column.addLayout(top)
    part.column.addWidget(marks_row(looks, (result.kind,)))
    if result.way:
        part.say(result.way)
    if result.share is not None:
        row = QHBoxLayout()
        row.setSpacing(8)
        meter = Meter(looks)
        meter.set_share(result.share, result.share_words)
        row.addWidget(meter, 1)
        row.addWidget(Label(looks, result.share_words, "small-m"))
        part.column.addLayout(row)
    if result.second:
        part.column.addWidget(Label(looks, result.second, "caption", "text_3", wrap=True))
    if result.grade:
        part.column.addWidget(Badge(looks, "plain", result.grade, "flag"))
    return part


def _choices(result: Result, sheet: ObjectiveSheet, wish: Wish) -> list[Choice]:
    part = Part(result.reading, result.id)
    found = [
        Choice(_("Read key results…"), "ruler", lambda: wish("read-key-results", sheet.row)),
        Choice(_("Edit key results…"), "pencil", lambda: wish("edit-objective", sheet.row)),
    ]
    if result.reading:
        remove = _("Remove the last reading")
        found.append(Choice(remove, "trash-2", lambda: wish("remove-key-reading", part)))
    return found


def _sure(looks: Looks, sheet: ObjectiveSheet, wish: Wish) -> Section:
    section = Section(looks, _("How sure"))
    section.offer(_("Say"), lambda: wish("say-confidence", sheet.row))
    if not sheet.sure:
        section.say(_("Nobody has said yet how sure they are."), "small", "text_3")
        return section
    numbers = [each.confidence for each in sheet.sure]
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(Label(looks, str(numbers[-1]), "figure"))
    unit = Label(looks, _("of 5"), "small", "text_3")
    row.addWidget(unit, 0, Qt.AlignmentFlag.AlignBottom)
    row.addStretch()
    if len(numbers) > 1:
        way = ", ".join(str(each) for each in numbers)
        words = _("How sure, over time: {numbers}").format(numbers=way)
        row.addWidget(Sparkline(looks, numbers, words))
    section.column.addLayout(row)
    for each in list(reversed(sheet.sure))[:_SHOWN]:
        section.column.addWidget(_one_sure(looks, each, sheet, wish))
    return section


def _one_sure(looks: Looks, sure: Sure, sheet: ObjectiveSheet, wish: Wish) -> QWidget:
    part = Section(looks)
    part.column.setSpacing(0)
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(Label(looks, sure.day, "small", "text_2", elide=True), 1)
    row.addWidget(Label(looks, str(sure.confidence), "small-m"))
    target = Part(sure.id, sheet.row.key.id)
    name = _("How sure on {day}").format(day=sure.day)
    remove = Choice(_("Remove"), "trash-2", lambda: wish("remove-confidence", target))
    row.addWidget(more_button(looks, name, [remove]))
    part.column.addLayout(row)
    if sure.note:
        part.say(sure.note)
    return part


def _grade(looks: Looks, sheet: ObjectiveSheet, wish: Wish) -> Section:
    section = Section(looks, _("Grade"))
    if sheet.grade:
        section.offer(_("Change"), lambda: wish("grade-objective", sheet.row))
        section.column.addWidget(Label(looks, sheet.grade, "figure"))
    else:
        section.offer(_("Grade"), lambda: wish("grade-objective", sheet.row))
    section.say(sheet.grade_words)
    return section


def _ways(looks: Looks, title: str, ways: Sequence[Way], open_: Open) -> list[Section]:
    if not ways:
        return []
    section = Section(looks, title)
    section.column.setSpacing(0)
    for way in ways:
        section.column.addWidget(way_row(looks, way, lambda key=way.key: open_(key)))  # type: ignore[misc]
    return [section]
