"""F25: backup, documents, bundle, import, restore and a new passphrase, killed at each moment."""

import json
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from leadjournal.base.clock import FixedClock
from leadjournal.services.journals import open_workspace
from tests.faults.harness.driving import connection, unsound
from tests.faults.harness.judging import broken, judge
from tests.faults.harness.machine import strace
from tests.faults.harness.moments import Killed, killed_at_moments
from tests.faults.harness.outcome import Outcome, Probe, Scene
from tests.faults.harness.writing import draft
from tests.support.journals import NOW, PASSPHRASE

_NAME = "a.leadjournal"
_FEWER, _ALL = 12, 17
_OTHER = "another four calm words"


@dataclass(frozen=True, slots=True)
class Source:
    """What every try starts from: a journal, an earlier copy of it with fewer entries, a bundle."""

    journal: Path
    backup: Path
    bundle: Path
    fewer: frozenset[str]
    all: frozenset[str]


def source(scene: Scene, passphrase: str | None) -> Source:
    """A closed journal, a backup from before its last entries, and a bundle of it all."""
    folder = scene.folder / "source"
    path = scene.journal(folder, passphrase)
    space = open_workspace(path, passphrase, FixedClock(NOW))
    fewer = frozenset(space.entries.add(draft(number, 6_000)).id for number in range(_FEWER))
    backup = space.backups.make(folder / "kept")
    more = {space.entries.add(draft(number, 6_000)).id for number in range(_FEWER, _ALL)}
    bundle = space.bundles.write(folder / "all.zip", with_history=True).path
    space.close()
    return Source(path, backup, bundle, fewer, fewer | more)


def kill_long_work(
    act: str, changes: bool, passphrase: str | None, scene: Scene, times: int
) -> Outcome:
    """The journal is as before or as after, nothing half-written has a final name.

    `changes` tells that the work takes entries away or brings them in, all of them or none.
    """
    outcome = Outcome()
    given = source(scene, passphrase)
    start = given.backup if act == "take_in" else given.journal
    sure = given.fewer if changes else given.all

    def put(folder: Path) -> dict[str, Any]:
        for name in ("mine", "out"):
            (folder / name).mkdir()
        path = shutil.copyfile(start, folder / "mine" / _NAME)
        return {
            "path": path, "passphrase": passphrase, "out": folder / "out", "other": _OTHER,
            "backup": given.backup, "bundle": given.bundle,
        }  # fmt: skip

    unfinished = 0
    for killed in killed_at_moments(scene, act, put, times):
        unfinished += any(file.name[0] == "." for file in (killed.folder / "out").iterdir())
        outcome.faults += broken(killed.said)
        outcome.faults += _half_written(killed.folder, passphrase)
        _look_at(killed, passphrase, sure, outcome)
    if unfinished:
        outcome.notes.append(f"{unfinished} times a hidden part of a document stayed beside it")
    return outcome


def _look_at(
    killed: Killed, passphrase: str | None, sure: frozenset[str], outcome: Outcome
) -> None:
    path = killed.folder / "mine" / _NAME
    opener = _opener(path, passphrase)
    outcome.take_in(judge(path, opener, sure, in_flight=_ALL - len(sure)))
    with closing(connection(path, opener)) as raw:
        (count,) = raw.execute("SELECT count(*) FROM entry").fetchone()
    if count not in (len(sure), _ALL):
        outcome.faults.append(f"{killed.moment}: half of the entries came or went")


def _opener(path: Path, passphrase: str | None) -> str | None:
    """The one passphrase of the two that opens the file."""
    return passphrase if not unsound(path, passphrase) else _OTHER


def _half_written(folder: Path, passphrase: str | None) -> Iterator[str]:
    for file in [*folder.glob("out/*"), *folder.glob("mine/backups/*")]:
        if not file.name.startswith(".") and not _is_whole(file, passphrase):
            yield f"{folder.name}: {file.name} is not whole"


def _is_whole(file: Path, passphrase: str | None) -> bool:
    content = file.read_bytes()
    if file.suffix == ".leadjournal":
        return not unsound(file, passphrase)
    if file.suffix == ".zip":
        with zipfile.ZipFile(file) as archive:
            return archive.testzip() is None
    if file.suffix == ".json":
        return bool(json.loads(content))
    last = {".pdf": b"%%EOF", ".html": b"</html>", ".md": b""}[file.suffix]
    return len(content) > 0 and content.rstrip().endswith(last)


_WORKS = (
    ("a backup", "back_up", False, None, 3),
    ("a backup", "back_up", False, PASSPHRASE, 0),
    ("documents", "write_documents", False, None, 2),
    ("documents", "write_documents", False, PASSPHRASE, 0),
    ("a bundle", "write_bundle", False, None, 2),
    ("a bundle", "write_bundle", False, PASSPHRASE, 0),
    ("an import", "take_in", True, None, 3),
    ("an import", "take_in", True, PASSPHRASE, 0),
    ("a restore", "restore_backup", True, None, 4),
    ("a restore", "restore_backup", True, PASSPHRASE, 0),
    ("a new passphrase", "change_passphrase", False, PASSPHRASE, 3),
)

PROBES = tuple(
    Probe(
        "F25", f"kill {name}, {'encrypted' if secret else 'plain'}",
        partial(kill_long_work, act, changes, secret), short, 30, (strace,),
    )
    for name, act, changes, secret, short in _WORKS
)  # fmt: skip
