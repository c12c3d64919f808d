"""Every probe, in the order of its number."""

from tests.faults.harness import (
    closed_places,
    disk_errors,
    flips,
    full_disk,
    hot_log,
    kills,
    long_work,
    migrations,
    opens,
    power_cut,
    secrets,
)
from tests.faults.harness.outcome import Probe

PROBES: tuple[Probe, ...] = (
    *kills.PROBES, *power_cut.PROBES, *disk_errors.PROBES, *full_disk.PROBES, *closed_places.PROBES,
    *flips.PROBES, *opens.PROBES, *migrations.PROBES, *long_work.PROBES, *secrets.PROBES,
    *hot_log.PROBES,
)  # fmt: skip
