"""F11: one bit of a journal is another one."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import Problem
from leadjournal.model.entry import EntryDraft
from leadjournal.model.outcome import OutcomeDraft
from leadjournal.services.journals import open_workspace
from leadjournal.services.workspace import Workspace
from tests.faults.harness.judging import told
from tests.faults.harness.outcome import Control, Outcome, Probe, Scene
from tests.support.journals import NOW, PASSPHRASE, TODAY, digest, new_workspace, rows

_ENTRIES = 60


def flip_a_bit(passphrase: str | None, scene: Scene, times: int) -> Outcome:
    """Open, browse, search, export, check: told in sentences, or sound; never another's words."""
    outcome, chance = Outcome(), Random(times)
    whole, before = _made(scene.folder, passphrase)
    content = whole.read_bytes()
    silent = refused = 0
    for number in range(times):
        path = scene.folder / str(number) / "a.leadjournal"
        path.parent.mkdir()
        changed = bytearray(content)
        changed[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        path.write_bytes(changed)
        told_so, found = _use(path, passphrase, outcome)
        outcome.provoked += 1
        refused += told_so
        if not told_so and found != before:
            silent += 1
            if passphrase is not None or _rows_are_missing(found, before):
                outcome.corrupt += 1
                outcome.faults.append(f"try {number}: other data was shown without a word")
    outcome.notes.append(f"{refused} refused or told, {silent} changed a letter nobody can check")
    outcome.controls.append(Control("some flips are noticed", refused, times))
    return outcome


def _made(folder: Path, passphrase: str | None) -> tuple[Path, dict[str, list[tuple[object, ...]]]]:
    made = folder / "whole"
    made.mkdir()
    space = new_workspace(made, passphrase=passphrase)
    with space.history.one_step("Fill"):
        for number in range(_ENTRIES):
            space.entries.add(
                EntryDraft(day=TODAY, title=f"number {number}", text="words " * 60), tags=["a"]
            )
            space.outcomes.add(OutcomeDraft(statement=f"better {number}", created_on=TODAY))
    before = rows(space.entries.journal)
    space.close()
    return space.path, before


def _use(
    path: Path, passphrase: str | None, outcome: Outcome
) -> tuple[bool, dict[str, list[tuple[object, ...]]]]:
    """Whether the user was told that something is wrong, and all rows that were seen else."""
    untouched = digest(path)
    try:
        space = open_workspace(path, passphrase, FixedClock(NOW))
    except Problem as problem:
        outcome.faults += told(problem)
        if digest(path) != untouched:
            outcome.faults.append(f"{path} was refused and changed all the same")
        return True, {}
    try:
        return _browse(space, outcome)
    finally:
        _close(space, outcome)


def _browse(space: Workspace, outcome: Outcome) -> tuple[bool, dict[str, list[tuple[object, ...]]]]:
    export = space.path.with_name("all.json")
    acts: list[Callable[[], object]] = [
        lambda: [entry.text for entry in space.entries.all()],
        lambda: space.search.find("number 7"),
        space.outcomes.all,
        space.trash.listing,
    ]
    try:
        for act in acts:
            act()
        found = rows(space.entries.journal)
        export.write_text(repr(found), encoding="utf-8")
        return not space.backups.check().ok, found
    except Problem as problem:
        outcome.faults += told(problem)
        return True, {}


def _close(space: Workspace, outcome: Outcome) -> None:
    try:
        space.close()
    except Problem as problem:
        outcome.faults += told(problem)


def _rows_are_missing(
    found: dict[str, list[tuple[object, ...]]], before: dict[str, list[tuple[object, ...]]]
) -> bool:
    return {kind: len(each) for kind, each in found.items()} != {
        kind: len(each) for kind, each in before.items()
    }


PROBES = tuple(
    Probe("F11", f"one bit flipped, {name}", partial(flip_a_bit, passphrase), 12, 200)
    for name, passphrase in (("plain", None), ("encrypted", PASSPHRASE))
)
