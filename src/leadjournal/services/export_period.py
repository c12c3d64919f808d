"""Whether a record belongs to a period: by its day, or because it was alive in it."""

from collections.abc import Callable
from datetime import date
from typing import Any

from leadjournal.model.action import Action, Blocker, Postponement
from leadjournal.model.cycle import Cycle
from leadjournal.model.debt_exit import DebtExit
from leadjournal.model.entry import AwayWeek, Entry
from leadjournal.model.indicator import IndicatorChange, Reading
from leadjournal.model.link import Link
from leadjournal.model.milestone import Milestone
from leadjournal.model.objective import Confidence, KeyResult, KeyResultReading, Objective
from leadjournal.model.outcome import Outcome, OutcomeWhy, Review
from leadjournal.model.output import Output
from leadjournal.model.record import Record
from leadjournal.model.why import Why

Span = tuple[date, date]


def is_in_period(record: Record, since: date | None, until: date | None) -> bool:
    """Whether a record has to do with the days from `since` to `until`, both included."""
    rule = _RULES.get(type(record))
    return rule is None or rule(record, (since or date.min, until or date.max))


def _on(day: date | None, span: Span) -> bool:
    return day is not None and span[0] <= day <= span[1]


def _alive(begins: date, ends: date | None, span: Span) -> bool:
    return begins <= span[1] and (ends is None or ends >= span[0])


def _action(action: Action, span: Span) -> bool:
    days = (action.due_on, action.done_on, action.dropped_on)
    if not any(days):
        return action.created.date() <= span[1]
    return any(_on(day, span) for day in days)


_RULES: dict[type[Record], Callable[[Any, Span], bool]] = {
    Entry: lambda one, span: _on(one.day, span),
    Reading: lambda one, span: _on(one.day, span),
    Review: lambda one, span: _on(one.day, span),
    Confidence: lambda one, span: _on(one.day, span),
    KeyResultReading: lambda one, span: _on(one.day, span),
    DebtExit: lambda one, span: _on(one.day, span),
    Cycle: lambda one, span: _on(one.closed_on, span),
    Postponement: lambda one, span: _on(one.moved_on, span),
    AwayWeek: lambda one, span: _on(one.monday, span),
    Action: _action,
    Why: lambda one, span: one.since <= span[1],
    OutcomeWhy: lambda one, span: one.since <= span[1],
    IndicatorChange: lambda one, span: one.valid_from <= span[1],
    Objective: lambda one, span: one.created_on <= span[1],
    KeyResult: lambda one, span: one.created_on <= span[1],
    Milestone: lambda one, span: _alive(one.created_on, one.closed_on, span),
    Outcome: lambda one, span: _alive(one.created_on, one.retired_on, span),
    Output: lambda one, span: _alive(one.created_on, one.stopped_on, span),
    Link: lambda one, span: _alive(one.since, one.until, span),
    Blocker: lambda one, span: _alive(one.opened_on, one.closed_on, span),
}
