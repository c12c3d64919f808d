"""F24: a migration is killed before each of its steps, or the disk has no room for it."""

import shutil
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import Problem
from leadjournal.model.catalogue import KINDS
from leadjournal.services.journals import open_workspace
from leadjournal.store.check import is_ours
from leadjournal.store.engine import connect
from leadjournal.store.migrations import MIGRATIONS, SCHEMA
from tests.faults.harness.driving import connection, copy_with_logs, driver_error, unsound
from tests.faults.harness.judging import broken, leftovers
from tests.faults.harness.machine import ROOT, mounts, small_disk, strace
from tests.faults.harness.moments import killed_at_moments
from tests.faults.harness.outcome import Control, Outcome, Probe, Scene
from tests.support.journals import NOW, PASSPHRASE

_NAME = "a.leadjournal"
_SCHEMA_ROWS = "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name"
_OWN_TABLES = (
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_%' "
    "AND name NOT LIKE 'sqlite_%'"
)


@dataclass(frozen=True, slots=True)
class State:
    """What a file is: the number of its schema, its tables, and how many rows they have."""

    version: int
    tables: tuple[tuple[Any, ...], ...]
    counts: dict[str, int]


def state_of(path: Path, passphrase: str | None) -> State:
    """The state of a file as it and its log lie there, seen on a copy."""
    with (
        TemporaryDirectory() as name,
        closing(connection(copy_with_logs(path, Path(name)), passphrase)) as raw,
    ):
        (version,) = raw.execute("PRAGMA user_version").fetchone()
        tables = [table for (table,) in raw.execute(_OWN_TABLES).fetchall()]
        counts = {
            table: raw.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0] for table in tables
        }
        return State(version, tuple(raw.execute(_SCHEMA_ROWS).fetchall()), counts)


def older_fossils() -> list[Path]:
    """The journals of earlier versions."""
    found = sorted((ROOT / "tests" / "fossils").glob("schema-*.leadjournal"))
    return [one for one in found if int(one.stem.removeprefix("schema-")) < SCHEMA]


def under(passphrase: str, plain: Path, path: Path) -> Path:
    """The same journal with a passphrase."""
    with closing(connection(plain, None, isolation_level=None)) as raw:
        (mark,) = raw.execute("PRAGMA application_id").fetchone()
        (version,) = raw.execute("PRAGMA user_version").fetchone()
        raw.execute("ATTACH ? AS closed KEY ?", (str(path), passphrase))
        raw.execute("SELECT sqlcipher_export('closed')").fetchall()
        raw.execute(f"PRAGMA closed.application_id = {mark}")
        raw.execute(f"PRAGMA closed.user_version = {version}")
    return path


def _older(scene: Scene, passphrase: str | None) -> list[Path]:
    """Each fossil, under the passphrase if there is one."""
    made = []
    for fossil in older_fossils():
        plain = Path(shutil.copy(fossil, scene.folder))
        secret = scene.folder / f"secret {fossil.name}"
        made.append(plain if passphrase is None else under(passphrase, plain, secret))
    return made


def _sub(scene: Scene, name: str) -> Scene:
    folder = scene.folder / name
    folder.mkdir()
    return Scene(folder, scene.children)


def _put(fossil: Path, passphrase: str | None, folder: Path) -> dict[str, Any]:
    return {"path": Path(shutil.copy(fossil, folder / _NAME)), "passphrase": passphrase}


def kill_migrations(passphrase: str | None, scene: Scene, times: int) -> Outcome:
    """Both the number and the tables are the old or both the new ones, and the next start ends."""
    outcome = Outcome()
    for fossil in _older(scene, passphrase):
        sub, before = _sub(scene, fossil.stem), state_of(fossil, passphrase)
        for killed in killed_at_moments(
            sub, "open_and_close", partial(_put, fossil, passphrase), times
        ):
            outcome.provoked += 1
            outcome.faults += broken(killed.said)
            _compare(killed.folder, passphrase, before, sub.folder / "whole", outcome)
    return outcome


def _compare(
    folder: Path, passphrase: str | None, before: State, whole: Path, outcome: Outcome
) -> None:
    path = folder / _NAME
    try:
        found = state_of(path, passphrase)
    except driver_error as fault:
        outcome.corrupt += 1
        outcome.faults.append(f"{folder.name}: {fault}")
        return
    after = state_of(whole / _NAME, passphrase)
    # Each migration is a transaction of its own: after a kill the file may be between two.
    between = before.version < found.version < after.version and _is_of_its_version(
        path, passphrase, found.version
    )
    if not between and (found.version, found.tables) not in (
        (before.version, before.tables), (after.version, after.tables),
    ):  # fmt: skip
        outcome.corrupt += 1
        outcome.faults.append(f"{folder.name}: number and tables are not of one version")
    outcome.faults += _wrong_backups(folder, passphrase, before, needed=found.version == SCHEMA)
    _next_start(path, passphrase, before, outcome)


def _is_of_its_version(path: Path, passphrase: str | None, version: int) -> bool:
    connection = connect(path, "ro", passphrase)
    try:
        return is_ours(connection, MIGRATIONS[:version])
    finally:
        connection.close()


def _wrong_backups(
    folder: Path, passphrase: str | None, before: State, *, needed: bool
) -> list[str]:
    backups = [one for one in folder.glob("backups/*") if not one.name.startswith(".")]
    if not backups:
        return ["migrated without a backup"] if needed else []
    found = []
    for backup in backups:
        wrong = unsound(backup, passphrase)
        found += [f"{backup.name}: {one}" for one in wrong]
        if not wrong and state_of(backup, passphrase) != before:
            found.append(f"{backup.name} is not what was there before")
    return found


def _next_start(path: Path, passphrase: str | None, before: State, outcome: Outcome) -> None:
    try:
        space = open_workspace(path, passphrase, FixedClock(NOW))
    except (Problem, OSError) as problem:
        outcome.faults.append(f"the next start: {problem}")
        return
    outcome.faults += space.entries.journal.check()
    space.close()
    now = state_of(path, passphrase)
    # Steps older than a month dissolve when the journal is closed; records never do.
    of_records = {kind.table for kind in KINDS} & before.counts.keys()
    outcome.lost += sum(before.counts[table] != now.counts[table] for table in of_records)
    if now.version != SCHEMA:
        outcome.faults.append("the next start did not bring it up to date")
    outcome.faults += leftovers(path.parent)


def no_room(passphrase: str | None, scene: Scene, times: int) -> Outcome:
    """Disks that have no room for the copy, or for the migration, or just enough for both."""
    outcome = Outcome()
    refusals = 0
    for fossil in _older(scene, passphrase):
        before = state_of(fossil, passphrase)
        sub = _sub(scene, fossil.stem)
        whole = _sub(sub, "whole").folder
        child = scene.children.start(
            "open_and_close", _put(fossil, passphrase, whole), home=scene.folder
        )
        outcome.faults += broken(child.rest())
        megabytes = fossil.stat().st_size / 2**20
        for number in range(times):
            share = 1.02 + 1.4 * number / times
            kept = sub.folder / f"kept {number}"
            with small_disk(sub.folder / f"disk {number}", megabytes * share) as disk:
                values = _put(fossil, passphrase, disk)
                child = scene.children.start("open_and_close", values, home=scene.folder)
                lines = child.rest()
                shutil.copytree(disk, kept)
            outcome.provoked += 1
            outcome.faults += broken(lines)
            refusals += any(line.startswith("refused ") for line in lines)
            _compare(kept, passphrase, before, whole, outcome)
    outcome.controls.append(Control("disks without room, told", refusals, outcome.provoked))
    return outcome


def kill_careless_migrations(scene: Scene, times: int) -> Outcome:
    """The driver's own handling of transactions: the harness has to find half-done files."""
    outcome, mixed = Outcome(), 0
    for fossil in _older(scene, None):
        sub, before = _sub(scene, fossil.stem), state_of(fossil, None)
        for killed in killed_at_moments(
            sub, "migrate_carelessly", partial(_put, fossil, None), times
        ):
            outcome.provoked += 1
            found = state_of(killed.folder / _NAME, None)
            after = state_of(sub.folder / "whole" / _NAME, None)
            mixed += (found.version, found.tables) not in (
                (before.version, before.tables), (after.version, after.tables),
            )  # fmt: skip
    outcome.controls.append(Control("half-done files", mixed, outcome.provoked))
    return outcome


PROBES = (
    Probe("F24", "kill a migration, plain", partial(kill_migrations, None), 5, 50, (strace,)),
    Probe(
        "F24", "kill a migration, encrypted", partial(kill_migrations, PASSPHRASE), 0, 50, (strace,)
    ),
    Probe("F24", "no room to migrate, plain", partial(no_room, None), 3, 20, (mounts,)),
    Probe("F24", "no room to migrate, encrypted", partial(no_room, PASSPHRASE), 0, 20, (mounts,)),
    Probe("F24", "kill a careless migration, control", kill_careless_migrations, 6, 25, (strace,)),
)
