"""What was delivered for an outcome beside what it changed: drift, and delivered but flat."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from leadjournal.rules.evidence import evidence
from leadjournal.rules.facts import Facts, OutcomeFact, OutputFact
from leadjournal.rules.first_move import first_move
from leadjournal.rules.standing import is_active, is_finished, is_stopped, main_outcome

FLAT_SIZE = 20.0
FLAT_AFTER_DAYS = 60
FLAT_BELOW = 0.2


class DriftPoint(NamedTuple):
    """On a day: the share of the planned work that is finished, and of the change that is shown.

    Finished is nothing while no work is known.
    """

    day: date
    finished: float | None
    shown: float

    @property
    def gap(self) -> float:
        """By how much the work runs ahead of the change, never less than nothing."""
        return max(0.0, (self.finished or 0.0) - self.shown)


@dataclass(frozen=True, slots=True)
class DeliveredFlat:
    """Much was delivered for an outcome, long enough ago, and hardly anything is shown."""

    days: float
    outputs: int
    shown: float


def work_for(facts: Facts, outcome: OutcomeFact, on: date) -> list[OutputFact]:
    """The outputs known and not stopped on a day that have an outcome as their main one."""
    linked = {link.output: None for link in facts.links_to.get(outcome.id, ())}
    found = [facts.output_by_id[id_] for id_ in linked if id_ in facts.output_by_id]
    return [
        output
        for output in found
        if output.created_on <= on
        and not is_stopped(output, on)
        and main_outcome(facts, output.id, on) is outcome
    ]


def drift(facts: Facts, outcome: OutcomeFact, days: Iterable[date]) -> tuple[DriftPoint, ...]:
    """The share of finished work and the evidence of an outcome on each of some days."""
    return tuple(
        DriftPoint(
            day,
            finished_share(work_for(facts, outcome, day), day),
            evidence(facts, outcome, day).share,
        )
        for day in days
        if is_active(outcome, day)
    )


def finished_share(outputs: Sequence[OutputFact], on: date) -> float | None:
    """The size of what is finished on a day, as a share of all of it."""
    size = sum(output.size for output in outputs)
    done = sum(output.size for output in outputs if is_finished(output, on))
    return done / size if size else None


def delivered_flat(facts: Facts, outcome: OutcomeFact, on: date) -> DeliveredFlat | None:
    """Delivered but flat: outputs of 20 days or more, each finished over 60 days ago, and less
    than a fifth of the change is shown. Never while it is too early for an effect.
    """
    if not is_active(outcome, on) or first_move(facts, outcome, on).possible_on > on:
        return None
    old = [
        output
        for output in work_for(facts, outcome, on)
        if output.finished_on is not None and (on - output.finished_on).days > FLAT_AFTER_DAYS
    ]
    size = sum(output.size for output in old)
    shown = evidence(facts, outcome, on).share
    if size < FLAT_SIZE or shown >= FLAT_BELOW:
        return None
    return DeliveredFlat(size, len(old), shown)
