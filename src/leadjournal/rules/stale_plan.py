"""Stale plans: outcomes nobody has touched for a quarter, and outcomes due too far ahead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from leadjournal.rules.facts import Facts, OutcomeFact
from leadjournal.rules.standing import is_active

STALE_AFTER_DAYS = 90
QUARTERS_AHEAD = 4


@dataclass(frozen=True, slots=True)
class Staleness:
    """When an active outcome last had a reading or a change, and by how much it is due ahead."""

    last_on: date
    days: int
    quarters_ahead: int

    @property
    def is_stale(self) -> bool:
        """Whether nothing was read or changed for more than 90 days."""
        return self.days > STALE_AFTER_DAYS

    @property
    def is_far(self) -> bool:
        """Whether it is due more than four quarters ahead."""
        return self.quarters_ahead > QUARTERS_AHEAD


def staleness(facts: Facts, outcome: OutcomeFact, on: date) -> Staleness | None:
    """How long nothing has happened to an outcome by a day; nothing unless it is active."""
    if not is_active(outcome, on):
        return None
    last = max(day for day in _touched(facts, outcome) if day <= on)
    ahead = _quarter(outcome.due_on) - _quarter(on) if outcome.due_on else 0
    return Staleness(last, (on - last).days, ahead)


def _touched(facts: Facts, outcome: OutcomeFact) -> Iterator[date]:
    yield outcome.active_on or outcome.created_on
    yield from (day for day, _why in outcome.whys)
    yield from (review.day for review in outcome.reviews)
    for indicator in facts.indicators_of.get(outcome.id, ()):
        yield from (day for day, _value in indicator.readings)
        yield from (change.recorded_on or change.valid_from for change in indicator.changes)
    for link in facts.links_to.get(outcome.id, ()):
        output = facts.output_by_id.get(link.output)
        done = (output.finished_on, output.stopped_on) if output else ()
        yield from (day for day in (link.since, link.until, *done) if day is not None)


def _quarter(day: date) -> int:
    return day.year * 4 + (day.month - 1) // 3
