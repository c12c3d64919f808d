"""Targets lowered from inside: how often a target was made easier without a cause from outside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from leadjournal.rules.facts import Facts, IndicatorChange, IndicatorFact


@dataclass(frozen=True, slots=True)
class LoweredTarget:
    """A target that was made easier from inside."""

    indicator: str
    outcome: str
    change: IndicatorChange


@dataclass(frozen=True, slots=True)
class TargetChanges:
    """The targets lowered from inside among all changes of targets."""

    lowered: tuple[LoweredTarget, ...]
    all: int

    @property
    def share(self) -> float | None:
        """The share lowered from inside; nothing while no target was changed."""
        return len(self.lowered) / self.all if self.all else None


def target_changes(facts: Facts, on: date) -> TargetChanges:
    """The changes of targets that were recorded by a day."""
    found = [
        LoweredTarget(indicator.id, indicator.outcome, change)
        for indicator in facts.indicators
        for change in indicator.changes
        if change.what == "target" and (change.recorded_on or change.valid_from) <= on
    ]
    lowered = [one for one in found if _from_inside(facts.indicator_by_id[one.indicator], one)]
    return TargetChanges(tuple(lowered), len(found))


def _from_inside(indicator: IndicatorFact, found: LoweredTarget) -> bool:
    """Whether a change asks for less than before, or for nothing any more, and comes from us."""
    change = found.change
    if change.cause != "inside" or change.old is None:
        return False
    if change.new is None:
        return True
    return change.new < change.old if indicator.direction == "up" else change.new > change.old
