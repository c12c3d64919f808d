"""F4: the disk reports an error at the Nth sync or write."""

from functools import partial

from tests.faults.harness.judging import broken, judge, saved
from tests.faults.harness.machine import strace
from tests.faults.harness.outcome import Control, Outcome, Probe, Scene
from tests.support.journals import PASSPHRASE

_SAVES = 50
_LAST = 60


def fail_at(call: str, passphrase: str | None, scene: Scene, times: int) -> Outcome:
    """One of the first sixty calls fails, once: nothing failed is called saved, all is told.

    What SQLite itself passes over, the sync of a folder, nobody can tell.
    """
    outcome, told = Outcome(), 0
    for number in sorted({-(-turn * _LAST // times) for turn in range(1, times + 1)}):
        folder = scene.folder / str(number)
        path = scene.journal(folder, passphrase)
        child = scene.children.start(
            "attempts",
            {"path": path, "passphrase": passphrase, "saves": _SAVES},
            home=folder,
            strace=["-o", str(folder / "trace"), "-e", f"trace={call}",
                    "-e", f"inject={call}:error=EIO:when={number}"],
        )  # fmt: skip
        lines = child.rest()
        outcome.faults += broken(lines)
        refusals = [line for line in lines if line.startswith("refused ")]
        told += bool(refusals)
        if saved(lines) and len(saved(lines)) + len(refusals) < _SAVES:
            outcome.faults.append(f"{call} {number}: an attempt was neither saved nor refused")
        outcome.take_in(judge(path, passphrase, saved(lines), in_flight=0))
    outcome.controls.append(Control("errors that were told", told, times))
    return outcome


PROBES = tuple(
    Probe("F4", f"{call} fails, {name}", partial(fail_at, call, passphrase), short, 60, (strace,))
    for call in ("fsync", "pwrite64")
    for name, passphrase, short in (("plain", None, 4), ("encrypted", PASSPHRASE, 0))
)
