"""Swaps: outputs that were stopped and replaced by another one for the same outcome."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from leadjournal.rules.facts import Facts


@dataclass(frozen=True, slots=True)
class Swap:
    """An output that was stopped, what came in its place, for which outcome, and why."""

    stopped: str
    instead: str
    outcome: str
    on: date
    reason: str


def swaps(facts: Facts, on: date) -> tuple[Swap, ...]:
    """The swaps by a day, newest first: the way was changed and the outcome kept."""
    found = []
    for output in facts.outputs:
        before = facts.output_by_id.get(output.replaces or "")
        if before is None or before.stopped_on is None:
            continue
        day = max(before.stopped_on, output.created_on)
        shared = _outcomes_of(facts, before.id, on) & _outcomes_of(facts, output.id, on)
        if day <= on:
            found += [
                Swap(before.id, output.id, outcome, day, before.stopped_because)
                for outcome in sorted(shared)
            ]
    return tuple(sorted(found, key=lambda swap: (-swap.on.toordinal(), swap.stopped, swap.instead)))


def _outcomes_of(facts: Facts, output: str, on: date) -> set[str]:
    links = facts.links_of.get(output, ())
    return {link.outcome for link in links if link.since <= on}
