"""The short form of every probe; `python3 packaging/faults.py` runs the long one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.harness.children import Children
from tests.faults.harness.outcome import Probe, Scene
from tests.faults.harness.probes import PROBES


@pytest.fixture(scope="module")
def children() -> Iterator[Children]:
    """One process that has loaded the program's code and forks for each child."""
    with Children() as running:
        yield running


@pytest.mark.parametrize("probe", [one for one in PROBES if one.short], ids=lambda probe: probe.id)
def test_nothing_is_lost_or_damaged_or_left_untold(
    probe: Probe, tmp_path: Path, children: Children
) -> None:
    reason = probe.missing()
    if reason:
        pytest.skip(reason)
    outcome = probe.run(Scene(tmp_path, children), probe.short)
    assert outcome.wrong() == []
    assert outcome.provoked > 0
