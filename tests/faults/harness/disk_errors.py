"""F4: the disk reports an error at the Nth sync or write."""

from functools import partial
from pathlib import Path

from tests.faults.harness.judging import broken, judge, saved
from tests.faults.harness.machine import strace
from tests.faults.harness.moments import moments_of
from tests.faults.harness.outcome import Control, Outcome, Probe, Scene
from tests.support.journals import PASSPHRASE

_SAVES = 50
_LAST = 60


def _spread(times: int) -> list[int]:
    """Which of the first sixty calls fail."""
    return sorted({-(-turn * _LAST // times) for turn in range(1, times + 1)})


def _failing(call: str, number: int, folder: Path) -> list[str]:
    """The options that let strace make the nth call fail."""
    return ["-o", str(folder / "trace"), "-e", f"trace={call}",
            "-e", f"inject={call}:error=EIO:when={number}"]  # fmt: skip


def fail_at(call: str, passphrase: str | None, scene: Scene, times: int) -> Outcome:
    """One of the first sixty calls fails, once: nothing failed is called saved, all is told.

    What SQLite itself passes over, the sync of a folder, nobody can tell.
    """
    outcome, told = Outcome(), 0
    for number in _spread(times):
        folder = scene.folder / str(number)
        path = scene.journal(folder, passphrase)
        child = scene.children.start(
            "attempts",
            {"path": path, "passphrase": passphrase, "saves": _SAVES},
            home=folder,
            strace=_failing(call, number, folder),
        )
        lines = child.rest()
        outcome.faults += broken(lines)
        refusals = [line for line in lines if line.startswith("refused ")]
        told += bool(refusals)
        if saved(lines) and len(saved(lines)) + len(refusals) < _SAVES:
            outcome.faults.append(f"{call} {number}: an attempt was neither saved nor refused")
        outcome.take_in(judge(path, passphrase, saved(lines), in_flight=0))
    outcome.controls.append(Control("errors that were told", told, times))
    return outcome


def fail_after_a_kill(passphrase: str | None, scene: Scene, times: int) -> Outcome:
    """The first start after a kill meets an error in reading, once; the next one finds all."""
    outcome, told = Outcome(), 0
    log = scene.folder / "whole"
    _start_after_a_kill(scene, "undisturbed", passphrase, ["-o", str(log), "-e", "trace=pread64"])
    reads = len(moments_of(log))
    for turn in range(times):
        number = 1 + turn * reads // times
        path, said, lines = _start_after_a_kill(
            scene, str(turn), passphrase, _failing("pread64", number, scene.folder)
        )
        outcome.faults += broken(lines)
        told += any(line.startswith("refused ") for line in lines)
        outcome.take_in(judge(path, passphrase, said, in_flight=0))
    outcome.controls.append(Control("errors that were told", told, times))
    return outcome


def _start_after_a_kill(
    scene: Scene, name: str, passphrase: str | None, strace: list[str]
) -> tuple[Path, set[str], list[str]]:
    """A journal with a hot log that is opened: where it is, what was saved, what the child said."""
    path = scene.journal(scene.folder / name, passphrase)
    values = {"path": path, "passphrase": passphrase, "saves": 12}
    said = saved(scene.children.start("write_into_the_log", values, home=path.parent).rest())
    child = scene.children.start("open_and_close", values, home=path.parent, strace=strace)
    return path, said, child.rest()


PROBES = tuple(
    Probe("F4", f"{call} fails, {name}", partial(fail_at, call, passphrase), short, 60, (strace,))
    for call in ("fsync", "pwrite64")
    for name, passphrase, short in (("plain", None, 4), ("encrypted", PASSPHRASE, 0))
) + tuple(
    Probe(
        "F4", f"reading fails after a kill, {name}", partial(fail_after_a_kill, passphrase),
        short, 60, (strace,),
    )
    for name, passphrase, short in (("plain", None, 6), ("encrypted", PASSPHRASE, 0))
)  # fmt: skip
