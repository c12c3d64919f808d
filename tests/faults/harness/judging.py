"""After a fault: is everything there that was said to be saved, is the file sound, is it quiet?"""

from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from pathlib import Path

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import Problem
from leadjournal.services.journals import open_workspace
from leadjournal.services.workspace import Workspace
from tests.faults.harness.driving import unsound
from tests.faults.harness.outcome import Outcome
from tests.faults.harness.writing import CANARY, is_whole
from tests.support.journals import NOW


def saved(lines: Iterable[str]) -> set[str]:
    """The ids of the entries a child said it had saved."""
    return {line.removeprefix("saved ") for line in lines if line.startswith("saved ")}


def broken(lines: Iterable[str]) -> list[str]:
    """What a child did that is no sentence of the program."""
    return [line for line in lines if line.startswith("broken ")]


def judge(
    path: Path, passphrase: str | None, acknowledged: Collection[str], in_flight: int = 1
) -> Outcome:
    """Provoked once: what is lost or damaged, by the driver and by the program itself.

    At most `in_flight` entries may be there which nobody said to be saved.
    """
    outcome = Outcome(provoked=1)
    found = unsound(path, passphrase)
    if found:
        outcome.corrupt += 1
        outcome.faults += found
        return outcome
    try:
        space = open_workspace(path, passphrase, FixedClock(NOW))
    except Problem as problem:
        outcome.corrupt += 1
        outcome.faults.append(str(problem))
        return outcome
    except OSError as fault:
        outcome.faults.append(f"opening was not refused in sentences: {fault!r}")
        return outcome
    try:
        _look_through(space, acknowledged, in_flight, outcome)
    finally:
        space.close()
    outcome.faults += leftovers(path.parent)
    return outcome


def _look_through(
    space: Workspace, acknowledged: Collection[str], in_flight: int, outcome: Outcome
) -> None:
    there = {entry.id: entry for entry in space.entries.all()}
    outcome.lost += len(set(acknowledged) - there.keys())
    extra = len(there.keys() - set(acknowledged))
    if extra > in_flight:
        outcome.faults.append(f"{extra} entries are there that were not said to be saved")
    torn = [entry.title for entry in there.values() if not is_whole(entry)]
    if torn:
        outcome.faults.append(f"entries with other words than were written: {torn[:3]}")
    found = space.entries.journal.check()
    if found:
        outcome.corrupt += 1
        outcome.faults += found


def leftovers(folder: Path) -> list[str]:
    """What lies in a closed journal's folder and its backups that should not be there any more."""
    with suppress(FileNotFoundError):
        return [f"{file.name} was left behind" for file in sorted(folder.rglob("*"))
                if file.is_file() and _is_left_over(file.name)]  # fmt: skip
    return []


def _is_left_over(name: str) -> bool:
    return name.startswith(".") or name.endswith(("-wal", "-shm", "-journal", ".part"))


def told(problem: Problem) -> list[str]:
    """What is missing in how a problem is told: it has to say three things."""
    parts = (problem.happened, problem.safe, problem.way_out)
    return [] if all(parts) else [f"not told in three sentences: {problem}"]


def refused(what: Callable[[], object], kind: type[Problem] = Problem) -> tuple[str, list[str]]:
    """Do what must be refused: the sentences it is refused with, and what is wrong with them."""
    try:
        what()
    except kind as problem:
        return str(problem), told(problem)
    return "", [f"{what} was not refused"]


def readable_canary(folder: Path) -> list[Path]:
    """Every file below `folder` in which the canary can be read."""
    return [
        file
        for file in folder.rglob("*")
        if file.is_file() and CANARY.encode() in file.read_bytes()
    ]
