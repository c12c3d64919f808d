"""Outcome debt on many days at once, for a line over months: totals alone, by the same formula."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from leadjournal.rules.debt import MONTH_DAYS, NO_OUTCOME_RATE, Growth, monthly_growth
from leadjournal.rules.evidence import evidence, rate_parts
from leadjournal.rules.exits import ended, standing_exit
from leadjournal.rules.facts import Facts, OutcomeFact, OutputFact
from leadjournal.rules.standing import is_active, is_retired, is_stopped, main_outcome

Waiting = dict[int, float]
"""Days of finished work by the full months they have waited."""

_OUT = "out"


class DebtPoint(NamedTuple):
    """The debt on a day, and its part without what the waiting added."""

    day: date
    total: float
    principal: float

    @property
    def interest(self) -> float:
        """What the waiting added."""
        return self.total - self.principal


class Stay(NamedTuple):
    """The days, as numbers, on which a finished output is in the debt under the same outcome."""

    since: int
    before: int
    finished: int
    size: float
    outcome: OutcomeFact | None


def debt_history(facts: Facts, days: Iterable[date]) -> tuple[DebtPoint, ...]:
    """The debt on each of some days."""
    stays = [stay for output in facts.finished_outputs for stay in _stays(facts, output)]
    return tuple(_point(facts, stays, day) for day in days)


def _point(facts: Facts, stays: Iterable[Stay], on: date) -> DebtPoint:
    total = principal = 0.0
    for outcome, waiting in _waiting(stays, on.toordinal()):
        shown, growth = _terms(facts, outcome, waiting, on)
        principal += (1 - shown) * sum(waiting.values())
        total += (1 - shown) * sum(
            [size * growth.after(months * MONTH_DAYS) for months, size in waiting.items()]
        )
    return DebtPoint(on, total, principal)


def _waiting(stays: Iterable[Stay], on: int) -> Iterable[tuple[OutcomeFact | None, Waiting]]:
    found: dict[str, Waiting] = defaultdict(lambda: defaultdict(float))
    under: dict[str, OutcomeFact | None] = {}
    for since, before, finished, size, outcome in stays:
        if since <= on < before:
            key = outcome.id if outcome else ""
            under[key] = outcome
            found[key][(on - finished) // MONTH_DAYS] += size
    return [(under[key], waiting) for key, waiting in found.items()]


def _terms(
    facts: Facts, outcome: OutcomeFact | None, waiting: Waiting, on: date
) -> tuple[float, Growth]:
    """What is shown of an outcome, and how the rest grows."""
    if outcome is None:
        return 0.0, Growth(monthly_growth(NO_OUTCOME_RATE), 0)
    grace = outcome.effect_delay_months
    shown = evidence(facts, outcome, on).share
    if shown == 1 or max(waiting) <= grace:
        return shown, Growth(1.0, grace)
    return shown, Growth(monthly_growth(rate_parts(facts, outcome, on)), grace)


def _stays(facts: Facts, output: OutputFact) -> Iterator[Stay]:
    turns = sorted(_turning_days(facts, output))
    for day, following in zip(turns, [*turns[1:], date.max], strict=True):
        where = _place(facts, output, day)
        if where != _OUT and output.finished_on is not None:
            outcome = facts.outcome_by_id.get(where)
            bounds = (day.toordinal(), following.toordinal(), output.finished_on.toordinal())
            yield Stay(*bounds, output.size, outcome)


def _turning_days(facts: Facts, output: OutputFact) -> set[date]:
    """Every day, from that of finishing on, on which an output may change its place."""
    finished = output.finished_on or date.max
    days: set[date | None] = {finished, output.stopped_on}
    for link in facts.links_of.get(output.id, ()):
        outcome = facts.outcome_by_id.get(link.outcome)
        days |= {link.since, link.until}
        if outcome is not None:
            days |= {outcome.active_on, outcome.retired_on}
    for exit_ in facts.exits_of.get(output.id, ()):
        end = ended(facts, exit_)
        days |= {exit_.on, end.on if end else None}
    return {day for day in days if day is not None and day >= finished}


def _place(facts: Facts, output: OutputFact, on: date) -> str:
    """The id of the outcome under which a finished output owes, nothing for none, or out."""
    if is_stopped(output, on) or standing_exit(facts, output, on) is not None:
        return _OUT
    outcome = main_outcome(facts, output.id, on)
    if outcome is None:
        return ""
    if is_retired(outcome, on):
        return _OUT
    return outcome.id if is_active(outcome, on) else ""
