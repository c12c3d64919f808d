"""F8 and F9: the journal lies where nothing can be written, or where this user may not."""

import json
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import Problem, ReadOnlyJournal
from leadjournal.services.export_choice import ExportChoice
from leadjournal.services.journals import open_workspace
from tests.faults.harness.children import surroundings
from tests.faults.harness.driving import connection
from tests.faults.harness.judging import broken, judge, refused, saved
from tests.faults.harness.machine import (
    ROOT,
    SEEN_BY_NOBODY,
    as_nobody,
    kept_from_everybody,
    mounts,
    other_user,
    read_only_view,
    unchangeable,
)
from tests.faults.harness.outcome import Outcome, Probe, Scene
from tests.faults.harness.writing import draft
from tests.support.journals import NOW, PASSPHRASE, digest


def listing(folder: Path) -> dict[str, str]:
    """Every file below a folder with its bytes in one word."""
    return {
        str(file.relative_to(folder)): digest(file)
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def read_only_medium(passphrase: str | None, scene: Scene, times: int) -> Outcome:
    """A closed journal, one left open by a kill, and one in WAL mode, on a read-only mount."""
    outcome = Outcome()
    for number in range(times):
        folder = scene.folder / f"stick {number}"
        path = scene.journal(folder, passphrase)
        space = open_workspace(path, passphrase, FixedClock(NOW))
        made = {space.entries.add(draft(one, 4_000)).id for one in range(5)}
        space.close()
        with read_only_view(folder, scene.folder / f"view {number}") as view:
            before = listing(view)
            outcome.faults += _looked_at(view / path.name, passphrase, made, scene.folder)
            outcome.faults += _cannot_be_written(view / path.name, passphrase)
            outcome.faults += [] if listing(view) == before else ["the medium was changed"]
        outcome.faults += _left_in_wal_mode(scene, path, passphrase, number)
        outcome.take_in(judge(path, passphrase, made, in_flight=10_000))
    return outcome


def _looked_at(path: Path, passphrase: str | None, made: set[str], elsewhere: Path) -> list[str]:
    """Reading works, writing is refused in sentences, and what is in it can be taken out."""
    space = open_workspace(path, passphrase, FixedClock(NOW), read_only=True)
    there = {entry.id for entry in space.entries.all()}
    _words, faults = refused(lambda: space.entries.add(draft(9, 100)), ReadOnlyJournal)
    target = elsewhere / "taken out.json"
    space.exporting.write(ExportChoice(include_private=True), target)
    if not made <= there or any(id_ not in target.read_text(encoding="utf-8") for id_ in made):
        faults.append("entries are missing on the read-only medium")
    space.close()
    return faults


def _cannot_be_written(path: Path, passphrase: str | None) -> list[str]:
    words, faults = refused(
        lambda: open_workspace(path, passphrase, FixedClock(NOW)), ReadOnlyJournal
    )
    return faults if str(path) in words else [*faults, f"the file is not named: {words}"]


def _left_in_wal_mode(scene: Scene, path: Path, passphrase: str | None, number: int) -> list[str]:
    """With a log beside it older data would be shown: refused. Without one all is in the file."""
    faults = []
    child = scene.children.start(
        "write", {"path": path, "passphrase": passphrase, "begin": 1000}, home=scene.folder
    )
    while not child.line().startswith("saved "):
        pass
    said = saved(child.kill())
    with read_only_view(path.parent, scene.folder / f"hot {number}") as view:
        before = listing(view)
        words, wrong = refused(
            lambda: open_workspace(view / path.name, passphrase, FixedClock(NOW), read_only=True),
            ReadOnlyJournal,
        )
        faults += wrong if "left open" in words else [*wrong, f"the reason is not told: {words}"]
        faults += [] if listing(view) == before else ["the medium was changed"]
    space = open_workspace(path, passphrase, FixedClock(NOW))
    there = {entry.id for entry in space.entries.all()}
    space.close()
    faults += [] if said <= there else ["what was in the log is gone"]
    raw = connection(path, passphrase, isolation_level=None)
    raw.execute("PRAGMA journal_mode = WAL").fetchall()
    raw.execute("UPDATE entry SET energy = 3")
    raw.close()
    with read_only_view(path.parent, scene.folder / f"wal {number}") as view:
        faults += _opens_or_is_told(view / path.name, passphrase, there)
    return faults


def _opens_or_is_told(path: Path, passphrase: str | None, there: set[str]) -> list[str]:
    try:
        space = open_workspace(path, passphrase, FixedClock(NOW), read_only=True)
    except Problem as problem:
        return [f"a file in WAL mode is not opened: {problem}"]
    found = {entry.id for entry in space.entries.all()}
    space.close()
    return [] if found == there else ["a file in WAL mode does not show all it holds"]


def forbidden(passphrase: str | None, scene: Scene, times: int) -> Outcome:
    """As a user who owns nothing: file, folder or a folder above refuse."""
    outcome = Outcome()
    for number in range(times):
        for name, close, act, sign in _FORBIDDEN:
            place = scene.folder / f"{number} {name}"
            path = scene.journal(place / "mine", passphrase)
            for each in (place, path.parent):
                each.chmod(0o777)
            path.chmod(0o666)
            close(path)
            before = listing(place)
            lines = _as_nobody(place, act, passphrase)
            outcome.provoked += 1
            outcome.faults += [f"{name}: {line}" for line in broken(lines)]
            outcome.faults += _told_right(name, lines, sign)
            if listing(place) != before:
                outcome.faults.append(f"{name}: something was written")
    return outcome


def _told_right(name: str, lines: list[str], sign: str) -> list[str]:
    """The file is named, and the reason is one of rights."""
    if len(lines) != 1 or not lines[0].startswith("refused "):
        return [f"{name}: {lines}"]
    named = "a.leadjournal" in lines[0]
    return [] if named and sign in lines[0] else [f"{name}: told as “{lines[0]}”"]


def _as_nobody(place: Path, act: str, passphrase: str | None) -> list[str]:
    values = {"path": str(SEEN_BY_NOBODY / "mine" / "a.leadjournal"), "passphrase": passphrase}
    request = {"act": act, "values": values, "home": str(SEEN_BY_NOBODY)}
    command = [sys.executable, "-m", "tests.faults.harness.child", json.dumps(request)]
    done = subprocess.run(
        as_nobody(place, command), capture_output=True, text=True, cwd=ROOT,
        env=surroundings(), check=False,
    )  # fmt: skip
    return done.stdout.splitlines() + [f"broken {line}" for line in done.stderr.splitlines()]


_FORBIDDEN: tuple[tuple[str, Callable[[Path], None], str, str], ...] = (
    ("file not writable", lambda path: path.chmod(0o444), "try_writing", "written"),
    ("folder not writable", lambda path: path.parent.chmod(0o755), "try_writing", "written"),
    ("file not readable", lambda path: path.chmod(0o000), "try_reading", "may"),
    ("folder not searchable", lambda path: path.parent.chmod(0o700), "try_reading", "may"),
    ("no new journal here", lambda path: _taken_away(path), "try_making", "ermission"),
)


def _taken_away(path: Path) -> None:
    path.unlink()
    path.parent.chmod(0o755)


def unchangeable_file(passphrase: str | None, scene: Scene, times: int) -> Outcome:
    """A file that nobody may change, this user neither."""
    outcome = Outcome()
    for number in range(times):
        path = scene.journal(scene.folder / str(number), passphrase)
        before = listing(path.parent)
        with kept_from_everybody(path):
            outcome.provoked += 1
            outcome.faults += _cannot_be_written(path, passphrase)
            outcome.faults += _looked_at(path, passphrase, set(), scene.folder)
        if listing(path.parent) != before:
            outcome.faults.append("something was written")
    return outcome


PROBES = tuple(
    probe
    for name, secret, short in (("plain", None, 1), ("encrypted", PASSPHRASE, 0))
    for probe in (
        Probe(
            "F8", f"read-only medium, {name}", partial(read_only_medium, secret), short, 5,
            (mounts,),
        ),
        Probe(
            "F9", f"rights are missing, {name}", partial(forbidden, secret), short, 3, (other_user,)
        ),
        Probe(
            "F9", f"unchangeable file, {name}", partial(unchangeable_file, secret), short, 3,
            (unchangeable,),
        ),
    )
)  # fmt: skip
