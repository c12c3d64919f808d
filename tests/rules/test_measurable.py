"""Which measures cannot be measured."""

from dataclasses import replace

import pytest

from leadjournal.rules.measurable import Fault, Measure, faults_of

SOUND = Measure("%", rises=True, baseline=68, target=82, is_guard=False, limit=None)
GUARD = replace(SOUND, is_guard=True, limit=4.0)


@pytest.mark.parametrize(
    ("measure", "faults"),
    [
        (SOUND, ()),
        (replace(SOUND, target=None), ()),
        (replace(SOUND, target=None, unit="", baseline=None), ()),
        (replace(SOUND, baseline=None), ()),
        (replace(SOUND, unit=" "), ("target-without-unit",)),
        (replace(SOUND, target=68), ("target-is-baseline",)),
        (replace(SOUND, target=60), ("target-against-direction",)),
        (replace(SOUND, rises=False), ("target-against-direction",)),
        (replace(SOUND, rises=False, target=60), ()),
        (replace(SOUND, unit="", target=68), ("target-without-unit", "target-is-baseline")),
        (GUARD, ()),
        (replace(GUARD, limit=0.0), ()),
        (replace(GUARD, limit=None), ("guard-without-limit",)),
        (replace(GUARD, unit="", target=60), ()),
    ],
)
def test_each_fault_is_named(measure: Measure, faults: tuple[Fault, ...]) -> None:
    assert faults_of(measure) == faults
