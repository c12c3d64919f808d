"""The long form: every probe many times, and a table of what came of it."""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from tests.faults.harness.children import Children
from tests.faults.harness.outcome import Outcome, Probe, Scene
from tests.faults.harness.probes import PROBES

_LINE = "{:<52} {:>8} {:>5} {:>8} {:>7}  {:<8} {}"


def say(line: str) -> None:
    """Tell the person at the terminal as soon as it is known."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def row(probe: Probe, outcome: Outcome, seconds: float) -> str:
    """One line of the table."""
    controls = ", ".join(f"{one.what}: {one.found} of {one.times}" for one in outcome.controls)
    verdict = "holds" if outcome.holds else "FAILS"
    return _LINE.format(
        f"{probe.number:<4} {probe.what}", outcome.provoked, outcome.lost, outcome.corrupt,
        len(outcome.faults), verdict, f"{controls or '-'}  [{seconds:.0f} s]",
    )  # fmt: skip


def run(probe: Probe, children: Children, times: int) -> Outcome | None:
    """Run a probe in a folder of its own and print its line; None when it cannot run here."""
    reason = probe.missing()
    if reason:
        say(f"{probe.number:<4} {probe.what:<47} not run here: {reason}")
        return None
    with tempfile.TemporaryDirectory(prefix="faults-") as name:
        # What the program notes for this user belongs to the probe, like everything else.
        os.environ["LEADJOURNAL_HOME"] = name
        begun = time.monotonic()
        outcome = probe.run(Scene(Path(name), children), times)
        say(row(probe, outcome, time.monotonic() - begun))
    for fault in list(dict.fromkeys(outcome.wrong()))[:12]:
        say(f"         {fault}")
    for note in outcome.notes:
        say(f"         ({note})")
    return outcome


def main() -> int:
    """Run what was chosen; 1 when something was lost, damaged or not told."""
    parser = argparse.ArgumentParser(prog="packaging/faults.py", description=__doc__)
    parser.add_argument("probes", nargs="*", help="numbers such as F3; without any, all")
    parser.add_argument("--times", type=float, default=1.0, help="so many times the usual counts")
    parser.add_argument("--short", action="store_true", help="the counts of the normal tests")
    chosen = parser.parse_args()
    wanted = [one for one in PROBES if not chosen.probes or one.number in chosen.probes]
    if chosen.short:
        wanted = [one for one in wanted if one.short]
    say(_LINE.format("provoked", "times", "lost", "corrupt", "faults", "", "controls"))
    outcomes: list[Outcome | None] = []
    with Children() as children:
        for probe in wanted:
            usual = probe.short if chosen.short else probe.long
            outcomes.append(run(probe, children, max(1, round(usual * chosen.times))))
    ran = [outcome for outcome in outcomes if outcome is not None]
    failed = sum(not outcome.holds for outcome in ran)
    say(f"{len(ran)} probes ran, {len(wanted) - len(ran)} could not run here, {failed} failed.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
