"""Records of the journal as the plain values that the views show."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from leadjournal.base.errors import NotFound
from leadjournal.base.formats import clock_time, day_long, fixed, percent
from leadjournal.base.words import _
from leadjournal.rules import guide
from leadjournal.rules.answers import is_answered
from leadjournal.ui.pages.today.values import (
    CheckIn,
    Figure,
    Option,
    Questions,
    ShownWhy,
    Stage,
    Waiting,
)
from leadjournal.ui.widgets.figure import FigureWords

if TYPE_CHECKING:
    from leadjournal.model.entry import Entry
    from leadjournal.model.reflection import Reflection
    from leadjournal.rules.template import Template
    from leadjournal.services.figure_cards import FigureCard
    from leadjournal.services.today import WaitingLine
    from leadjournal.services.workspace import Workspace

DAILY = "daily-reflection"
DIRECTION, WIN = "direction", "win"
DEBT = "debt"
_ON_CARD = (DIRECTION, WIN)
_LINE_COLOURS = {"debt": "debt_fill"}
_NO_VALUE = "–"


def questions(template: Template) -> Questions:
    """The questions that stand on the card."""
    steps = {step.id: step for step in template.steps}
    direction, win = steps[DIRECTION], steps[WIN]
    options = tuple(Option(each.id, each.words, each.icon) for each in direction.choices)
    return Questions(direction.prompt, direction.help, options, win.prompt)


def draft_of(workspace: Workspace, day: date) -> Reflection | None:
    """The day's unfinished check-in."""
    drafts = workspace.guides.drafts()
    return next((each for each in drafts if each.template == DAILY and each.day == day), None)


def check_in(workspace: Workspace, day: date) -> CheckIn:
    """How far the day's check-in is."""
    entry, draft = workspace.guides.checked_in(day), draft_of(workspace, day)
    if entry is not None:
        stage = Stage.DONE if draft is None else Stage.REOPENED
        return CheckIn(stage, time=clock_time(_made(workspace, entry)))
    answers = dict(draft.answers) if draft else {}
    template = workspace.guides.template_of(draft) if draft else workspace.templates.get(DAILY)
    steps = guide.steps_of(template, answers)
    coming = [
        step for step in steps if step.id not in _ON_CARD and not is_answered(answers.get(step.id))
    ]
    begun = any(name not in _ON_CARD for name in answers)
    return CheckIn(
        Stage.BEGUN if begun else Stage.OPEN,
        direction=str(answers.get(DIRECTION, "")),
        line=str(answers.get(WIN, "")),
        more=len(coming),
        minutes=guide.minutes_left(template, len(coming)),
    )


def why(workspace: Workspace) -> ShownWhy | None:
    """The why that stands beside the day."""
    found = workspace.whys.first_own()
    return ShownWhy(found.id, found.statement) if found else None


def key_of(line: WaitingLine) -> str:
    """What the line leads to, as one word."""
    return f"{line.ref.kind}:{line.ref.id}" if line.ref else DEBT


def waiting(lines: Sequence[WaitingLine], today: date, *, without: str, most: int) -> list[Waiting]:
    """The first lines of what waits; the day's own check-in stands on its card already."""
    shown = [line for line in lines if key_of(line) != without]
    return [
        Waiting(
            key_of(line),
            line.icon,
            line.title,
            line.second,
            day_words(line.due, today),
            line.due is not None and line.due <= today,
        )
        for line in shown[:most]
    ]


def day_words(day: date | None, today: date) -> str:
    """The day something is due, in words."""
    if day is None:
        return ""
    return _("Today") if day == today else day_long(day, today)


def figures(cards: Sequence[FigureCard]) -> list[Figure]:
    """The three figures in words; one that has no number yet is its sentence alone."""
    return [Figure(card.id, _figure_words(card)) for card in cards]


def _figure_words(card: FigureCard) -> FigureWords:
    has_number = card.value != _NO_VALUE
    return FigureWords(
        card.value if has_number else "",
        card.unit if has_number else "",
        card.sentence,
        (card.badge_kind, card.badge, card.badge_icon) if card.badge else None,
        card.points if has_number else (),
        _way(card),
        _LINE_COLOURS.get(card.id, "chart_1"),
    )


def _way(card: FigureCard) -> str:
    if len(card.points) < 2:
        return ""
    words = percent if card.id == "line-of-sight" else lambda value: fixed(value, 0)
    return _("Over the last months from {first} to {last}").format(
        first=words(card.points[0]), last=words(card.points[-1])
    )


def _made(workspace: Workspace, entry: Entry) -> datetime:
    try:
        finished = workspace.guides.get(entry.reflection_id or "").finished
    except NotFound:
        finished = None
    return finished or entry.created
