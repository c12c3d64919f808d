"""F5 and F6: the disk of the journal is full, or only that of a backup or document."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from leadjournal.base.clock import FixedClock
from leadjournal.services.export_choice import ExportChoice
from leadjournal.services.journals import open_workspace
from leadjournal.services.rescue import copy_elsewhere
from leadjournal.services.workspace import Workspace
from tests.faults.harness.judging import broken, judge, refused, saved
from tests.faults.harness.machine import mounts, small_disk
from tests.faults.harness.outcome import Outcome, Probe, Scene
from tests.faults.harness.writing import draft
from tests.support.journals import NOW, PASSPHRASE

_MEGABYTES = 6
_FULL = "is full"
BALLAST = "ballast"
"""A file that fills a part of the disk; without it there is room again."""


def fill_the_disk(passphrase: str | None, scene: Scene, times: int) -> Outcome:
    """Write until nothing fits any more, delete, make room, write on; every second time killed."""
    outcome = Outcome()
    for number in range(times):
        with small_disk(scene.folder / f"disk{number}", _MEGABYTES) as disk:
            path = scene.journal(disk / "mine", passphrase)
            (disk / BALLAST).write_bytes(bytes((1 + number % 3) << 20))
            child = scene.children.start(
                "fill",
                {"path": path, "passphrase": passphrase, "ballast": disk / BALLAST,
                 "size": (1_500, 20_000, 150_000)[number % 3], "room": number % 2 == 0},
                home=scene.folder,
            )  # fmt: skip
            lines = child.rest()
            (disk / BALLAST).unlink(missing_ok=True)
            outcome.faults += broken(lines)
            outcome.faults += _wrong_in(lines, room=number % 2 == 0)
            removed = {line.split()[1] for line in lines if line.startswith("removed ")}
            outcome.take_in(judge(path, passphrase, saved(lines) - removed, in_flight=0))
    return outcome


def _wrong_in(lines: list[str], *, room: bool) -> list[str]:
    refusals = [line for line in lines if line.startswith("refused ")]
    found = [line for line in refusals if _FULL not in line]
    if not refusals:
        found.append("the disk never was full")
    if room and not lines[-2].startswith("saved "):
        found.append(f"with room again nothing could be saved: {lines[-2:]}")
    return found


def fill_the_target(passphrase: str | None, scene: Scene, times: int) -> Outcome:
    """A backup, a copy, a bundle and each document into a folder without room."""
    outcome = Outcome()
    path = scene.journal(scene.folder / "mine", passphrase)
    space = open_workspace(path, passphrase, FixedClock(NOW))
    acknowledged = {space.entries.add(draft(number, 20_000)).id for number in range(20)}
    space.close()
    for number in range(times):
        with small_disk(scene.folder / f"disk{number}", 0.125) as disk:
            (disk / BALLAST).write_bytes(bytes(number * 128 * 1024 // times))
            space = open_workspace(path, passphrase, FixedClock(NOW))
            for what in _WRITERS:
                words, faults = refused(partial(what, space, disk))
                outcome.provoked += 1
                outcome.faults += faults
                if words and disk.name not in words:
                    outcome.faults.append(f"the place is not named: {words}")
                left = [file.name for file in disk.iterdir() if file.name != BALLAST]
                outcome.faults += [f"left on the full disk: {name}" for name in left]
            space.close()
    judged = judge(path, passphrase, acknowledged, in_flight=0)
    judged.provoked = 0
    outcome.take_in(judged)
    return outcome


def _backup(space: Workspace, disk: Path) -> None:
    space.backups.make(disk)


def _copy(space: Workspace, disk: Path) -> None:
    copy_elsewhere(space, disk / "copy.leadjournal")


def _bundle(space: Workspace, disk: Path) -> None:
    space.bundles.write(disk / "bundle.zip")


def _document(ending: str, space: Workspace, disk: Path) -> None:
    space.exporting.write(ExportChoice(include_private=True), disk / f"all.{ending}")


_WRITERS: tuple[Callable[[Workspace, Path], None], ...] = (
    _backup, _copy, _bundle, *(partial(_document, name) for name in ("pdf", "html", "md", "json")),
)  # fmt: skip

PROBES = (
    Probe("F5", "the disk is full, plain", partial(fill_the_disk, None), 3, 12, (mounts,)),
    Probe(
        "F5", "the disk is full, encrypted", partial(fill_the_disk, PASSPHRASE), 1, 12, (mounts,)
    ),
    Probe("F6", "only the target is full, plain", partial(fill_the_target, None), 1, 6, (mounts,)),
    Probe(
        "F6", "only the target is full, encrypted", partial(fill_the_target, PASSPHRASE), 0, 6,
        (mounts,),
    ),
)  # fmt: skip
