"""Whether a measure can be measured: what is missing, or contradicts itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Fault = Literal[
    "target-without-unit", "target-is-baseline", "target-against-direction", "guard-without-limit"
]


@dataclass(frozen=True, slots=True)
class Measure:
    """What decides whether something can be measured."""

    unit: str
    rises: bool
    baseline: float | None
    target: float | None
    is_guard: bool
    limit: float | None


FIELDS: dict[Fault, frozenset[str]] = {
    "target-without-unit": frozenset(("target", "unit")),
    "target-is-baseline": frozenset(("target", "baseline")),
    "target-against-direction": frozenset(("target", "baseline", "direction")),
    "guard-without-limit": frozenset(("guard", "guard_limit")),
}
"""What each fault is about: it is told when one of these is written, not of what was before."""


def faults_of(measure: Measure) -> tuple[Fault, ...]:
    """Everything that keeps a measure from being measured."""
    if measure.is_guard:
        return ("guard-without-limit",) if measure.limit is None else ()
    faults: list[Fault] = []
    if measure.target is None:
        return ()
    if not measure.unit.strip():
        faults.append("target-without-unit")
    if measure.baseline is not None:
        if measure.target == measure.baseline:
            faults.append("target-is-baseline")
        elif (measure.target > measure.baseline) != measure.rises:
            faults.append("target-against-direction")
    return tuple(faults)
