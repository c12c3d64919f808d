"""Outcome debt on many days at once, for a line over months: totals alone, by the same formula."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import repeat
from typing import NamedTuple

from leadjournal.rules.debt import MONTH_DAYS, NO_OUTCOME_RATE, Growth, monthly_growth
from leadjournal.rules.evidence import rate_parts, shown_shares
from leadjournal.rules.exits import ended, standing_exit
from leadjournal.rules.facts import Facts, OutcomeFact, OutputFact
from leadjournal.rules.standing import is_active, is_retired, is_stopped, main_outcome

_ORPHANS = Growth(monthly_growth(NO_OUTCOME_RATE), 0)


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
    """The days, as numbers, on which a finished output is in the debt under the same outcome.

    The outcome is named by its id, none by nothing.
    """

    outcome: str
    since: int
    before: int
    finished: int
    size: float


def debt_history(facts: Facts, days: Iterable[date]) -> tuple[DebtPoint, ...]:
    """The debt on each of some days, in their order."""
    ordered = sorted(days)
    stays: dict[str, list[Stay]] = {}
    for output in facts.finished_outputs:
        for stay in _stays(facts, output):
            stays.setdefault(stay.outcome, []).append(stay)
    lines = [_line(facts, id_, known, ordered) for id_, known in stays.items()]
    return tuple(
        DebtPoint(
            day,
            sum([line[place][0] for line in lines]),
            sum([line[place][1] for line in lines]),
        )
        for place, day in enumerate(ordered)
    )


def _line(
    facts: Facts, id_: str, stays: Iterable[Stay], days: Sequence[date]
) -> list[tuple[float, float]]:
    """The debt under one outcome, or under none, on each day, and its part without interest."""
    outcome = facts.outcome_by_id.get(id_)
    shares = shown_shares(facts, outcome, days) if outcome else repeat(0.0)
    found = []
    for on, shown in zip(days, shares, strict=False):
        today = on.toordinal()
        waiting = [
            (today - finished, size)
            for _id, since, before, finished, size in stays
            if since <= today < before
        ]
        growth = _growth(facts, outcome, max(waiting, default=(0, 0.0))[0], on)
        total = sum([size * growth.after(waits) for waits, size in waiting])
        found.append(((1 - shown) * total, (1 - shown) * sum([size for _waits, size in waiting])))
    return found


def _growth(facts: Facts, outcome: OutcomeFact | None, waits: int, on: date) -> Growth:
    """How the debt under an outcome grows that has waited so many days at most."""
    if outcome is None:
        return _ORPHANS
    grace = outcome.effect_delay_months
    if waits // MONTH_DAYS <= grace:
        return Growth(1.0, grace)
    return Growth(monthly_growth(rate_parts(facts, outcome, on)), grace)


def _stays(facts: Facts, output: OutputFact) -> Iterator[Stay]:
    turns = sorted(_turning_days(facts, output))
    for day, following in zip(turns, [*turns[1:], date.max], strict=True):
        where = _place(facts, output, day)
        if where is not None and output.finished_on is not None:
            bounds = (day.toordinal(), following.toordinal(), output.finished_on.toordinal())
            yield Stay(where, *bounds, output.size)


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


def _place(facts: Facts, output: OutputFact, on: date) -> str | None:
    """The id of the outcome under which a finished output owes, empty for none; None if out."""
    if is_stopped(output, on) or standing_exit(facts, output, on) is not None:
        return None
    outcome = main_outcome(facts, output.id, on)
    if outcome is None:
        return ""
    if is_retired(outcome, on):
        return None
    return outcome.id if is_active(outcome, on) else ""
