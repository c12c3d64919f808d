"""The sections of the inspector for a why, an outcome and an output."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.ui.pages.outcomes.panel_parts import (
    Choice,
    Picture,
    Section,
    debt_card,
    facts_section,
    marks_row,
    more_button,
    way_row,
)
from leadjournal.ui.pages.outcomes.rows import RowKey
from leadjournal.ui.pages.outcomes.sheets import (
    LinkLine,
    OutcomeSheet,
    OutputSheet,
    Part,
    ReviewLine,
    Sheet,
    Sign,
    WhySheet,
)
from leadjournal.ui.pages.outcomes.signs import SignBlock
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.badge import Badge
from leadjournal.ui.widgets.buttons import LinkButton
from leadjournal.ui.widgets.card import Divider, Well
from leadjournal.ui.widgets.label import Label

_TOP = Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class Wishes:
    """Where the panels say what is wanted: an act with what it is for, or another record."""

    wish: Callable[[str, object], None]
    open: Callable[[RowKey], None]
    unfolded: set[str]
    """The indicators whose readings are shown."""
    can_write: bool = True


def sections_of(looks: Looks, sheet: Sheet, wishes: Wishes) -> list[Section]:
    """All sections of a sheet, in their order."""
    if isinstance(sheet, WhySheet):
        return _why(looks, sheet, wishes)
    if isinstance(sheet, OutcomeSheet):
        return _outcome(looks, sheet, wishes)
    return _output(looks, sheet, wishes)


def _why(looks: Looks, sheet: WhySheet, wishes: Wishes) -> list[Section]:
    top = Section(looks)
    top.say(sheet.statement, "quote", "text")
    found = [top, facts_section(looks, sheet.facts)]
    if sheet.behaviours:
        says = Section(looks, _("Say and do"))
        for behaviour in sheet.behaviours:
            says.say(behaviour, "small", "text")
        found.append(says)
    carried = Section(looks, _("Outcomes"))
    carried.offer(_("Add"), lambda: wishes.wish("add-outcome", sheet.row))
    for way in sheet.outcomes:
        carried.column.addWidget(way_row(looks, way, _opener(wishes, way.key)))
    if not sheet.outcomes:
        carried.say(_("No outcome serves this why yet."), "small", "text_3")
    return [*found, carried]


def _outcome(looks: Looks, sheet: OutcomeSheet, wishes: Wishes) -> list[Section]:
    top = Section(looks)
    top.say(sheet.statement, "heading", "text")
    if sheet.marks:
        top.column.addWidget(marks_row(looks, sheet.marks))
    if sheet.due:
        top.say(sheet.due)
    if sheet.warning:
        top.say(sheet.warning, "small", "danger")
    return [
        top,
        _debt(looks, sheet, wishes, explained=True),
        *_lesson(looks, sheet.lesson),
        _signs(looks, sheet, wishes),
        _outputs(looks, sheet, wishes),
        _reviews(looks, sheet, wishes),
        *_milestones(looks, sheet, wishes),
        _why_of(looks, sheet, wishes),
        facts_section(looks, sheet.facts, _("About it")),
    ]


def _debt(
    looks: Looks, sheet: OutcomeSheet | OutputSheet, wishes: Wishes, *, explained: bool
) -> Section:
    section = Section(looks)
    ways = [(_("How was this computed?"), "explain")] if explained else []
    if wishes.can_write and sheet.row.debt > 0:
        ways.append((_("Take out of the debt…"), "leave-debt"))
    if sheet.debt:
        links = [(words, partial(wishes.wish, act, sheet.row)) for words, act in ways]
        section.column.addWidget(debt_card(looks, sheet.debt, sheet.sentence, links))
    else:
        well = Well(looks)
        well.column.addWidget(Label(looks, sheet.sentence, "small", "text_2", wrap=True))
        section.column.addWidget(well)
    return section


def _exits(looks: Looks, sheet: OutputSheet, wishes: Wishes) -> list[Section]:
    """By which ways it has left the debt, and the way back."""
    if not sheet.exits:
        return []
    section = Section(looks, _("Out of the debt"))
    if wishes.can_write and sheet.row.exit_id:
        section.offer(_("Count it again"), lambda: wishes.wish("count-again", sheet.row))
    for fact in sheet.exits:
        section.say(fact.label, "small-m", "text")
        if fact.answer:
            section.say(fact.answer, "small", "text_2")
    return [section]


def _lesson(looks: Looks, lesson: str) -> list[Section]:
    if not lesson:
        return []
    section = Section(looks, _("What was learned"))
    section.say(lesson, "quote", "text")
    return [section]


def _signs(looks: Looks, sheet: OutcomeSheet, wishes: Wishes) -> Section:
    section = Section(looks, _("Signs"))
    section.column.setSpacing(10)
    section.offer(_("Add indicator"), lambda: wishes.wish("add-indicator", sheet.row))
    for sign in sheet.signs:
        section.column.addWidget(_sign(looks, sign, sheet, wishes))
    if not sheet.signs:
        section.say(_("Nothing is measured yet: what could be counted or asked?"), "small",
                    "text_3")  # fmt: skip
    return section


def _sign(looks: Looks, sign: Sign, sheet: OutcomeSheet, wishes: Wishes) -> SignBlock:
    return SignBlock(looks, sign, sheet.row.key.id, wishes.wish, wishes.unfolded)


def _outputs(looks: Looks, sheet: OutcomeSheet, wishes: Wishes) -> Section:
    section = Section(looks, _("Outputs"))
    section.column.setSpacing(0)
    section.offer(_("Link"), lambda: wishes.wish("link-here", sheet.row))
    section.offer(_("Add"), lambda: wishes.wish("add-output", sheet.row))
    for way in sheet.outputs:
        section.column.addWidget(way_row(looks, way, _opener(wishes, way.key)))
    if not sheet.outputs:
        section.say(_("No output leads here yet."), "small", "text_3")
    return section


def _milestones(looks: Looks, sheet: OutcomeSheet, wishes: Wishes) -> list[Section]:
    if not sheet.milestones:
        return []
    section = Section(looks, _("Milestones"))
    section.column.setSpacing(0)
    section.offer(_("Plan"), lambda: wishes.wish("plan-milestone", sheet.row))
    for way in sheet.milestones:
        section.column.addWidget(way_row(looks, way, _opener(wishes, way.key)))
    return [section]


def _reviews(looks: Looks, sheet: OutcomeSheet, wishes: Wishes) -> Section:
    note = _("next on {day}").format(day=sheet.next_review) if sheet.next_review else ""
    section = Section(looks, _("Reviews"), note)
    section.column.setSpacing(10)
    for review in sheet.reviews:
        section.column.addLayout(review_lines(looks, review, sheet.row.key.id, wishes.wish))
    if not sheet.reviews:
        section.say(_("Never reviewed: numbers alone count for 80%."), "small", "text_3")
    return section


def review_lines(
    looks: Looks,
    review: ReviewLine,
    outcome_id: str,
    wish: Callable[[str, object], None],
    *,
    can_write: bool = True,
) -> QVBoxLayout:
    """What a review found: the verdict, its day, the beneficiary's words, and the rest."""
    inks = {"good": "accent", "debt": "debt", "bad": "danger"}
    ink = inks[review.mark.tone]
    part = Part(review.id, outcome_id)
    top = QHBoxLayout()
    top.setSpacing(6)
    top.addWidget(Picture(looks, review.mark.icon, 15, ink))
    top.addWidget(Label(looks, review.mark.words, "small-m", ink))
    top.addWidget(Label(looks, review.day, "small", "text_2", elide=True), 1)
    choices = [
        Choice(_("Edit review…"), "pencil", lambda: wish("edit-review", part)),
        Choice(_("Remove review"), "trash-2", lambda: wish("remove-review", part)),
    ]
    if can_write:
        name = _("Review of {day}").format(day=review.day)
        top.addWidget(more_button(looks, name, choices))
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addLayout(top)
    if review.voice:
        column.addWidget(Label(looks, review.voice, "small", "text", wrap=True))
    for fact in review.rest:
        column.addWidget(Label(looks, fact.label, "caption", "text_3"))
        column.addWidget(Label(looks, fact.answer, "small", "text_2", wrap=True))
    return column


def _why_of(looks: Looks, sheet: OutcomeSheet, wishes: Wishes) -> Section:
    section = Section(looks, _("Why"))
    section.offer(_("Change"), lambda: wishes.wish("change-why", sheet.row))
    if sheet.why is None:
        section.say(_("It serves no why yet."), "small", "text_3")
    else:
        section.say(sheet.why.title, "small", "why")
        section.offer(_("Show"), _opener(wishes, sheet.why.key))
    return section


def _output(looks: Looks, sheet: OutputSheet, wishes: Wishes) -> list[Section]:
    top = Section(looks)
    top.say(sheet.title, "heading", "text")
    top.column.addWidget(marks_row(looks, sheet.marks))
    found = [top]
    if sheet.debt:
        found.append(_debt(looks, sheet, wishes, explained=not sheet.links))
    found += _exits(looks, sheet, wishes)
    found += _lesson(looks, sheet.lesson)
    found.append(_links(looks, sheet, wishes))
    found.append(facts_section(looks, sheet.facts, _("About it")))
    if sheet.note:
        note = Section(looks, _("Note"))
        note.say(sheet.note, "small", "text")
        found.append(note)
    return found


def _links(looks: Looks, sheet: OutputSheet, wishes: Wishes) -> Section:
    section = Section(looks, _("Leads to"))
    section.column.setSpacing(10)
    section.offer(_("Link"), lambda: wishes.wish("link", sheet.row))
    for link in sheet.links:
        section.column.addWidget(_link(looks, link, Part(link.id, sheet.row.key.id), wishes))
    if not sheet.links:
        section.say(_("No outcome yet: what does somebody do differently because of it?"),
                    "small", "debt")  # fmt: skip
    return section


def _link(looks: Looks, link: LinkLine, part: Part, wishes: Wishes) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    top = QHBoxLayout()
    top.setSpacing(6)
    top.addWidget(Picture(looks, "waypoints", 15, "text_2"), 0, _TOP)
    top.addWidget(Label(looks, link.title, "small-m", "text", wrap=True), 1)
    top.addWidget(more_button(looks, _("Link to {outcome}").format(outcome=link.title),
                              _link_choices(link, part, wishes)), 0, _TOP)  # fmt: skip
    column.addLayout(top)
    if link.so_that:
        column.addWidget(Label(looks, link.so_that, "small", "text_2", wrap=True))
    under = QHBoxLayout()
    under.setSpacing(8)
    under.addWidget(Label(looks, link.confidence, "caption", "text_3"))
    under.addStretch()
    if link.test is not None:
        column.addWidget(marks_row(looks, [link.test]))
    if link.showed:
        column.addWidget(Label(looks, link.showed, "small", "text_2", wrap=True))
    if link.main:
        under.addWidget(Badge(looks, "plain", _("Main outcome"), "flag"))
    show = LinkButton(looks, _("Show"))
    show.clicked.connect(_opener(wishes, link.outcome))
    under.addWidget(show)
    column.addLayout(under)
    column.addWidget(Divider(looks))
    return holder


def _link_choices(link: LinkLine, part: Part, wishes: Wishes) -> list[Choice]:
    edit = Choice(_("Edit the link…"), "pencil", lambda: wishes.wish("edit-link", part))
    main = Choice(_("Make this its main outcome"), "flag", lambda: wishes.wish("make-main", part))
    test = Choice(
        _("Say what the test showed…"), "flask-conical", lambda: wishes.wish("test-link", part)
    )
    cut = Choice(_("Unlink from this outcome"), "unlink", lambda: wishes.wish("unlink", part))
    return [edit, test, cut] if link.main else [edit, test, main, cut]


def _opener(wishes: Wishes, key: RowKey) -> Callable[[], None]:
    return lambda: wishes.open(key)
