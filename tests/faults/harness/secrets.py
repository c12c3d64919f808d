"""F27 and F29: wrong passphrases, and kills while the passphrase is changed."""

import time
from functools import partial
from pathlib import Path
from random import Random

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import CannotDecrypt, MachineFault, Problem
from leadjournal.model.entry import EntryDraft
from leadjournal.services.journals import open_workspace
from tests.faults.harness.children import Child
from tests.faults.harness.judging import broken, leftovers, readable_canary, told
from tests.faults.harness.outcome import Outcome, Probe, Scene
from tests.faults.harness.writing import CANARY
from tests.support.journals import NOW, PASSPHRASE, TODAY, new_workspace

_OTHER = "another four calm words"
_CLOCK = FixedClock(NOW)
_WRONG = (
    "{word}", "{word} ", " {word}", "{word}'", '{word}"', "{word};--", "x'{word}'", "\U0001f512",
    "FOUR CALM WORDS HERE", "four calm words her", "four  calm words here", "''", "é{word}",
)  # fmt: skip


def try_wrong_ones(scene: Scene, times: int) -> Outcome:
    """Wrong passphrases again and again: one constant sentence, the file as it was, no lock-out."""
    outcome = Outcome()
    path = _filled(scene.folder / "j", PASSPHRASE)
    content = path.read_bytes()
    said = set()
    for number in range(times):
        wrong = _WRONG[number % len(_WRONG)].format(word=f"wrong {number}")
        outcome.provoked += 1
        try:
            open_workspace(path, wrong, _CLOCK).close()
            outcome.faults.append(f"{wrong!r} opened the journal")
        except CannotDecrypt as problem:
            said.add(str(problem))
            outcome.faults += told(problem)
        except Problem as problem:
            outcome.faults.append(f"{wrong!r}: {problem}")
    if len(said) != 1:
        outcome.faults.append(f"not one constant sentence: {said}")
    outcome.corrupt += path.read_bytes() != content
    outcome.lost += not _holds(path, PASSPHRASE, outcome)
    return outcome


def kill_while_changing(old: str | None, new: str | None, scene: Scene, times: int) -> Outcome:
    """Kill at any moment of the change: exactly one of the two opens, and everything is there."""
    outcome, chance = Outcome(), Random(times)
    took = _one_whole_change(old, new, scene, outcome)
    opened_by = {"old": 0, "new": 0}
    for number in range(times):
        folder = scene.folder / str(number)
        path = _filled(folder, old)
        child = scene.children.start(
            "protect", {"path": path, "old": old, "new": new}, home=scene.folder
        )
        child.line()
        # Every second kill comes near the end, where one file takes the place of the other.
        time.sleep(chance.uniform(0.8 * took if number % 2 else 0, 1.02 * took))
        outcome.faults += broken(_killed(child))
        outcome.provoked += 1
        which = [
            name for name, secret in (("old", old), ("new", new)) if _opens(path, secret, outcome)
        ]
        if len(which) != 1:
            outcome.corrupt += 1
            outcome.faults.append(f"try {number}: opened by {which or 'neither'}")
        else:
            opened_by[which[0]] += 1
        outcome.faults += leftovers(folder)
        if new is not None and which == ["new"] and path in readable_canary(folder):
            outcome.faults.append(f"try {number}: the canary can be read in the new file")
    outcome.notes.append(f"{opened_by['old']} by the old, {opened_by['new']} by the new")
    return outcome


def _killed(child: Child) -> list[str]:
    try:
        return child.kill()
    except ProcessLookupError:
        # It was faster.
        return child.rest()


def _one_whole_change(old: str | None, new: str | None, scene: Scene, outcome: Outcome) -> float:
    """How many seconds it takes when nobody disturbs it."""
    path = _filled(scene.folder / "whole", old)
    child = scene.children.start(
        "protect", {"path": path, "old": old, "new": new}, home=scene.folder
    )
    child.line()
    begun = time.monotonic()
    outcome.faults += broken(child.rest())
    took = time.monotonic() - begun
    if not _opens(path, new, outcome):
        outcome.faults.append("a change that nobody disturbed did not work")
    return took


def _filled(folder: Path, passphrase: str | None) -> Path:
    folder.mkdir()
    space = new_workspace(folder, passphrase=passphrase)
    with space.history.one_step("Fill"):
        for number in range(40):
            space.entries.add(
                EntryDraft(day=TODAY, title=f"number {number}", text=f"{CANARY} " * 60)
            )
    space.close()
    return space.path


def _opens(path: Path, passphrase: str | None, outcome: Outcome) -> bool:
    try:
        return _holds(path, passphrase, outcome)
    except MachineFault:
        return False


def _holds(path: Path, passphrase: str | None, outcome: Outcome) -> bool:
    space = open_workspace(path, passphrase, _CLOCK)
    try:
        report = space.backups.check()
        outcome.faults += report.faults
        if len(space.entries.all()) != 40:
            outcome.lost += 1
        return True
    finally:
        space.close()


PROBES = (
    Probe("F27", "wrong passphrases", try_wrong_ones, 13, 1_000),
    *(
        Probe("F29", f"kill while changing, {name}", partial(kill_while_changing, old, new), 3, 50)
        for name, old, new in (
            ("to another", PASSPHRASE, _OTHER),
            ("plain to encrypted", None, PASSPHRASE),
            ("encrypted to plain", PASSPHRASE, None),
        )
    ),
)
