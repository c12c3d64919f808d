"""What the weeks of a journal hold: readings that moved, check-ins, promises and blockers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from typing import NamedTuple, TypeVar

from leadjournal.rules.days import DAY, WEEK, monday_of
from leadjournal.rules.facts import BlockerFact, CheckIn, Facts, IndicatorFact, Promise

T = TypeVar("T")


class Movement(NamedTuple):
    """A reading of an effect that differs from the reading before it."""

    day: date
    outcome: str
    better: bool


class Weeks:
    """The facts of a journal by week; each part is put together at the first question."""

    def __init__(self, facts: Facts) -> None:
        self._begins = facts.begins
        self._facts = (facts.check_ins, facts.promises, facts.blockers)
        effects = (one for found in facts.effects_of.values() for one in found)
        self._effects = [one for one in effects if len(one.readings) > 1]
        # Filled week by week: momentum asks for six of them, a journal may have hundreds.
        self._moved: dict[date, list[Movement]] = {}

    def movements_between(self, first: date, last: date) -> list[Movement]:
        """The readings of effects that went better or worse in a period, both days included."""
        return [
            movement
            for indicator in self._effects
            if indicator.readings[-1][0] >= first
            for movement in _movements(indicator, first, last)
        ]

    def movements_in(self, monday: date) -> list[Movement]:
        """The readings that went better or worse in the week that begins on a Monday."""
        if monday not in self._moved:
            self._moved[monday] = self.movements_between(monday, monday + WEEK - DAY)
        return self._moved[monday]

    @cached_property
    def check_ins(self) -> dict[date, list[CheckIn]]:
        """The check-ins under the Monday of their week."""
        return _grouped(self._facts[0], lambda check_in: (monday_of(check_in.day),))

    @cached_property
    def promises(self) -> dict[date, list[Promise]]:
        """The promises under the Monday of every week in which they were ever due."""
        return _grouped(self._facts[1], _due_weeks)

    @cached_property
    def blockers(self) -> dict[date, list[BlockerFact]]:
        """The blockers under the Mondays of the weeks in which they opened and closed."""
        return _grouped(self._facts[2], _blocker_weeks)

    @cached_property
    def first(self) -> date | None:
        """The Monday of the week in which the journal began; nothing for an empty journal."""
        if self._begins is not None:
            return monday_of(self._begins)
        signals = [*self.check_ins, *self.promises, *self.blockers]
        moved = (monday_of(indicator.readings[1][0]) for indicator in self._effects)
        return min(signals or moved, default=None)


def weeks_of(facts: Facts) -> Weeks:
    """The weeks of a journal."""
    if "weeks" not in facts.memory:
        facts.memory["weeks"] = Weeks(facts)
    found: Weeks = facts.memory["weeks"]
    return found


def _grouped(items: Iterable[T], keys: Callable[[T], Iterable[date]]) -> dict[date, list[T]]:
    groups: dict[date, list[T]] = {}
    for item in items:
        for key in keys(item):
            groups.setdefault(key, []).append(item)
    return groups


def _movements(indicator: IndicatorFact, first: date, last: date) -> Iterable[Movement]:
    readings = indicator.readings
    rising = indicator.direction == "up"
    for place in range(max(1, bisect_left(indicator.reading_days, first)), len(readings)):
        day, value = readings[place]
        if day > last:
            return
        before = readings[place - 1][1]
        if value != before:
            yield Movement(day, indicator.outcome, (value > before) == rising)


def _due_weeks(promise: Promise) -> set[date]:
    days = [move.from_due for move in promise.moves]
    if promise.due_on is not None:
        days.append(promise.due_on)
    return {monday_of(day) for day in days}


def _blocker_weeks(blocker: BlockerFact) -> set[date]:
    days = [blocker.opened_on]
    if blocker.closed_on is not None:
        days.append(blocker.closed_on)
    return {monday_of(day) for day in days}
