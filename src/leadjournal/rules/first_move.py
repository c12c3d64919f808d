"""Lag-aware: from which day an effect of an outcome could be seen at all."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from leadjournal.rules.days import DAY, MONTH
from leadjournal.rules.facts import Facts, OutcomeFact
from leadjournal.rules.standing import is_stopped


class FirstMove(NamedTuple):
    """The day on which an outcome could first move, and the day from which that is counted.

    The output is the finished one it is counted from; nothing where it is counted from the day on
    which the outcome became active.
    """

    possible_on: date
    counted_from: date
    output: str | None


class Delivery(NamedTuple):
    """An output that was finished for an outcome, and the day since when the journal knows it."""

    known_on: date
    finished_on: date
    output: str


def first_move(facts: Facts, outcome: OutcomeFact, on: date) -> FirstMove:
    """When an outcome could first move, as known on a day.

    Its effect delay, in months of 30 days, is counted from its first finished output; from the
    day on which it became active if no output is finished before that much time has passed. So
    once it is over it stays over: what is finished later makes it too early no more.
    """
    delay = outcome.effect_delay_months * MONTH
    begins = outcome.active_on or outcome.created_on
    known_before = min(on + DAY, begins + delay)
    known = [one for one in deliveries(facts, outcome) if one.known_on < known_before]
    if not known:
        return FirstMove(begins + delay, begins, None)
    first = min(known, key=lambda one: (one.finished_on, one.output))
    return FirstMove(first.finished_on + delay, first.finished_on, first.output)


def deliveries(facts: Facts, outcome: OutcomeFact) -> list[Delivery]:
    """The outputs finished with an outcome as their main one, whatever became of them later."""
    found = []
    for link in facts.links_to.get(outcome.id, ()):
        output = facts.output_by_id.get(link.output)
        if not link.main or output is None or output.finished_on is None:
            continue
        known_on = max(output.finished_on, link.since)
        if (link.until is None or link.until > known_on) and not is_stopped(output, known_on):
            found.append(Delivery(known_on, output.finished_on, output.id))
    return found


def possible_days(facts: Facts, outcome: OutcomeFact) -> set[date]:
    """Every day on which an outcome may stop being too early to judge."""
    delay = outcome.effect_delay_months * MONTH
    begins = [one.finished_on for one in deliveries(facts, outcome)]
    if outcome.active_on is not None:
        begins.append(outcome.active_on)
    return {begin + delay for begin in begins}
