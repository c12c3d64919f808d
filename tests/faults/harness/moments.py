"""Every moment at which a kill makes a difference: before each call that changes a disk."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.faults.harness.judging import broken
from tests.faults.harness.outcome import Scene

_CALLS = (
    "pwrite64", "write", "fsync", "fdatasync", "ftruncate", "?rename", "?renameat", "?renameat2",
    "?link", "?linkat", "?unlink", "?unlinkat", "?mkdir", "?mkdirat", "sendfile",
)  # fmt: skip
_NAME = re.compile(r"^(?:\d+ +)?(\w+)\(")


@dataclass(frozen=True, slots=True)
class Moment:
    """Just before a call is made for the nth time."""

    call: str
    turn: int

    @property
    def kill(self) -> list[str]:
        """The options that let strace kill the child then."""
        return ["-o", "/dev/null", "-e", f"trace={self.call}",
                "-e", f"inject={self.call}:signal=SIGKILL:when={self.turn}"]  # fmt: skip


def moments_of(log: Path) -> list[Moment]:
    """The moments of what strace wrote down, in their order."""
    turns: Counter[str] = Counter()
    found = []
    for line in log.read_text(encoding="ascii", errors="replace").splitlines():
        match = _NAME.match(line)
        if match:
            turns[match[1]] += 1
            found.append(Moment(match[1], turns[match[1]]))
    return found


@dataclass(frozen=True, slots=True)
class Killed:
    """A try that was killed: where its files lie, and what the child had said."""

    folder: Path
    said: list[str]
    moment: Moment


def killed_at_moments(
    scene: Scene, act: str, prepare: Callable[[Path], dict[str, Any]], times: int
) -> Iterator[Killed]:
    """Do `act` once to its end, then again and again, each time killed at another moment.

    `prepare` fills a new folder and gives the act's values. The moments are spread evenly.
    """
    whole = scene.folder / "whole"
    whole.mkdir()
    log = scene.folder / "whole.trace"
    calls = f"trace={','.join(_CALLS)}"
    child = scene.children.start(
        act, prepare(whole), home=whole, strace=["-o", str(log), "-s", "0", "-e", calls]
    )
    faults = broken(child.rest())
    if faults or child.code:
        raise AssertionError(f"{act} did not end well: {faults or child.code}")
    moments = moments_of(log)
    for turn in range(times):
        moment = moments[(2 * turn + 1) * len(moments) // (2 * times)]
        folder = scene.folder / f"killed {turn}"
        folder.mkdir()
        child = scene.children.start(act, prepare(folder), home=folder, strace=moment.kill)
        said = child.rest()
        if child.code:
            yield Killed(folder, said, moment)
