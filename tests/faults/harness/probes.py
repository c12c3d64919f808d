"""Every probe, in the order of its number."""

from tests.faults.harness import disk_errors, kills, power_cut
from tests.faults.harness.outcome import Probe

PROBES: tuple[Probe, ...] = (*kills.PROBES, *power_cut.PROBES, *disk_errors.PROBES)
