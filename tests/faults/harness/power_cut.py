"""F3: the power is cut, as a replay of what a session wrote.

A disk may keep what was written since the last sync, or lose it, or keep a piece of it, in any
order. Each image is a random beginning of the session; of the writes to a file after its last
sync about half are dropped or torn at a sector.
"""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random

from tests.faults.harness.judging import broken, judge
from tests.faults.harness.machine import strace
from tests.faults.harness.outcome import Control, Outcome, Probe, Scene
from tests.faults.harness.trace import Operation, operations, watching
from tests.support.journals import PASSPHRASE

_SECTOR = 512
_A_TRACE = 100
"""So many images are made of one session."""


@dataclass(slots=True)
class DiskFile:
    """A file on a disk that has synced a part of what was written."""

    kept: bytearray = field(default_factory=bytearray)
    later: list[Operation] = field(default_factory=list)

    def sync(self) -> None:
        """What was written so far survives."""
        for operation in self.later:
            _apply(self.kept, operation, len(operation.content))
        self.later.clear()

    def after_the_cut(self, chance: Random) -> bytes:
        """What is found after the power has come back."""
        found = bytearray(self.kept)
        for operation in self.later:
            whole = len(operation.content)
            if chance.random() < 0.5:
                _apply(found, operation, whole)
            elif operation.call == "write" and chance.random() < 0.5:
                _apply(found, operation, chance.randrange(0, whole + 1, _SECTOR))
        return bytes(found)


def _apply(content: bytearray, operation: Operation, length: int) -> None:
    if operation.call == "truncate":
        del content[operation.offset :]
        content.extend(bytes(operation.offset - len(content)))
        return
    if not length:
        return
    begin = operation.offset
    content.extend(bytes(max(0, begin - len(content))))
    content[begin : begin + length] = operation.content[:length]


def disk_after(before: dict[str, bytes], done: Sequence[Operation]) -> dict[str, DiskFile]:
    """The files as this much of a session leaves them, what is synced apart from what is not."""
    files = {name: DiskFile(bytearray(content)) for name, content in before.items()}
    for operation in done:
        name = operation.path
        if operation.call == "open" and "O_CREAT" in operation.flags:
            files.setdefault(name, DiskFile())
        elif operation.call == "unlink":
            files.pop(name, None)
        elif operation.call == "rename" and name in files:
            files[operation.target] = files.pop(name)
        elif name in files and operation.call == "sync":
            files[name].sync()
        elif name in files and operation.call in ("write", "truncate"):
            files[name].later.append(operation)
    return files


def acknowledged(done: Sequence[Operation]) -> set[str]:
    """The entries that were said to be saved in this much of a session."""
    return {
        operation.content.decode().removeprefix("saved ").strip()
        for operation in done
        if operation.path == "said" and operation.content.startswith(b"saved ")
    }


def images(
    path: Path, before: bytes, session: Sequence[Operation], times: int, chance: Random
) -> Iterator[tuple[dict[str, bytes], set[str]]]:
    """So many disks after a power cut, by file name, with what was said to be saved by then."""
    wanted = [one for one in session if one.path == "said" or one.path.startswith(str(path))]
    for _image in range(times):
        done = wanted[: chance.randrange(len(wanted) + 1)]
        files = disk_after({str(path): before}, done)
        yield (
            {Path(name).name: file.after_the_cut(chance) for name, file in files.items()},
            acknowledged(done),
        )


def record(
    scene: Scene, folder: Path, act: str, passphrase: str | None, **values: object
) -> tuple[Path, bytes, list[Operation]]:
    """A journal, its bytes, and everything one session of a child did to it."""
    path, log = scene.journal(folder, passphrase), folder / "trace"
    before = path.read_bytes()
    child = scene.children.start(
        act,
        {"path": path, "passphrase": passphrase, **values},
        home=folder,
        strace=watching(log),
    )
    faults = broken(child.rest())
    if faults or child.code:
        raise AssertionError(f"the session did not end well: {faults or child.code}")
    return path, before, operations(log)


def each_cut(
    act: str, passphrase: str | None, scene: Scene, times: int, **values: object
) -> Iterator[Outcome]:
    """So many images of sessions that did `act`, each opened and looked at."""
    for trace in range(-(-times // _A_TRACE)):
        chance = Random(trace)
        folder = scene.folder / f"{act}{trace}{values.get('mode', '')}"
        path, before, session = record(scene, folder, act, passphrase, seed=trace, **values)
        share = min(_A_TRACE, times - trace * _A_TRACE)
        for number, (files, saved) in enumerate(images(path, before, session, share, chance)):
            disk = folder / f"disk{number}"
            disk.mkdir()
            for name, content in files.items():
                (disk / name).write_bytes(content)
            yield judge(disk / path.name, passphrase, saved)
            shutil.rmtree(disk)


def cut_power(passphrase: str | None, scene: Scene, times: int) -> Outcome:
    """Sessions in the program's own mode: nothing may be lost."""
    outcome = Outcome()
    for one in each_cut("sessions", passphrase, scene, times, sessions=2, saves=12):
        outcome.take_in(one)
    return outcome


def cut_power_without_syncs(scene: Scene, times: int) -> Outcome:
    """The same with modes the program never uses: the harness has to notice what they lose."""

    def tried(mode: str) -> list[Outcome]:
        return list(each_cut("raw_sessions", None, scene, times, sessions=6, saves=4, mode=mode))

    careless, reckless = tried("NORMAL"), tried("OFF")
    losing = sum(bool(one.lost) for one in careless)
    damaging = sum(bool(one.corrupt) for one in reckless)
    return Outcome(
        provoked=len(careless) + len(reckless),
        controls=[
            Control("images in which NORMAL lost saves", losing, len(careless)),
            Control("images which OFF damaged", damaging, len(reckless)),
        ],
    )


PROBES = (
    Probe("F3", "power cut, plain", partial(cut_power, None), 12, 300, (strace,)),
    Probe("F3", "power cut, encrypted", partial(cut_power, PASSPHRASE), 6, 300, (strace,)),
    Probe("F3", "power cut in other modes, control", cut_power_without_syncs, 14, 300, (strace,)),
)
