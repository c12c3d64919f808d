"""Line of sight: the share of outputs that lead to an outcome which leads to a why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from leadjournal.rules.facts import Facts, OutputFact
from leadjournal.rules.standing import is_active, is_stopped, links_on, why_of

Rung = Literal["no-outcome", "no-why", "why", "ladder"]


@dataclass(frozen=True, slots=True)
class Tier:
    """The outputs that lead equally far, with their size in days of work."""

    rung: Rung
    outputs: int
    size: float


@dataclass(frozen=True, slots=True)
class Repair:
    """Something that breaks the line: an output without an outcome, an outcome without a why.

    The size is the days of work that wait for the repair.
    """

    kind: Literal["output", "outcome"]
    id: str
    title: str
    size: float


@dataclass(frozen=True, slots=True)
class LineOfSight:
    """How many outputs reach a why, by number and by effort, and what would mend the rest.

    The ladder holds those of the last tier that also carry an objective; nothing where no
    objectives are used.
    """

    outputs: int
    reaching: int
    size: float
    size_reaching: float
    tiers: tuple[Tier, ...]
    repairs: tuple[Repair, ...]
    ladder: Tier | None = None

    @property
    def share(self) -> float | None:
        """The share of outputs that reach a why; nothing without outputs."""
        return self.reaching / self.outputs if self.outputs else None

    @property
    def share_by_effort(self) -> float | None:
        """The share of the work, in days, that reaches a why; nothing without work."""
        return self.size_reaching / self.size if self.size else None


def line_of_sight(facts: Facts, on: date, owner: str | None = None) -> LineOfSight:
    """Line of sight on a day, of all outputs or of those one person owns."""
    rungs: dict[Rung, list[OutputFact]] = {"no-outcome": [], "no-why": [], "why": []}
    climbed: list[OutputFact] = []
    waiting: dict[str, float] = {}
    leads = {
        outcome.id: why_of(outcome, on) is not None
        for outcome in facts.outcomes
        if is_active(outcome, on)
    }
    for output in facts.outputs:
        if not _counts(output, on) or owner not in (None, output.owner):
            continue
        served = [link.outcome for link in links_on(facts, output.id, on) if link.outcome in leads]
        rung = _rung([leads[outcome] for outcome in served])
        rungs[rung].append(output)
        if any(leads[one] and facts.outcome_by_id[one].objective is not None for one in served):
            climbed.append(output)
        if rung == "no-why":
            for outcome in served:
                waiting[outcome] = waiting.get(outcome, 0.0) + output.size
    tiers = tuple(Tier(rung, len(found), _size(found)) for rung, found in rungs.items())
    return LineOfSight(
        outputs=sum(tier.outputs for tier in tiers),
        reaching=len(rungs["why"]),
        size=sum(tier.size for tier in tiers),
        size_reaching=_size(rungs["why"]),
        tiers=tiers,
        repairs=_repairs(facts, rungs["no-outcome"], waiting),
        ladder=Tier("ladder", len(climbed), _size(climbed)) if _uses_objectives(facts) else None,
    )


def _uses_objectives(facts: Facts) -> bool:
    return any(outcome.objective is not None for outcome in facts.outcomes)


def _counts(output: OutputFact, on: date) -> bool:
    return output.created_on <= on and not output.must_do and not is_stopped(output, on)


def _rung(leads_on: list[bool]) -> Rung:
    if not leads_on:
        return "no-outcome"
    return "why" if True in leads_on else "no-why"


def _size(outputs: Iterable[OutputFact]) -> float:
    return sum(output.size for output in outputs)


def _repairs(
    facts: Facts, orphans: list[OutputFact], waiting: dict[str, float]
) -> tuple[Repair, ...]:
    repairs = [Repair("output", output.id, output.title, output.size) for output in orphans]
    repairs += [
        Repair("outcome", key, facts.outcome_by_id[key].title, size)
        for key, size in waiting.items()
    ]
    return tuple(sorted(repairs, key=lambda repair: -repair.size))
