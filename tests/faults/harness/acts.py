"""What a child does: the program's own services, as the window and the commands use them."""

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from random import Random
from typing import Any
from uuid import uuid4

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import Problem
from leadjournal.services.journals import create_workspace, open_workspace
from leadjournal.services.workspace import Workspace
from leadjournal.store.migrations import MIGRATIONS, SCHEMA
from leadjournal.store.opening import statements
from tests.faults.harness.driving import connection
from tests.faults.harness.secret_acts import SECRET_ACTS
from tests.faults.harness.session_acts import SESSION_ACTS, say
from tests.faults.harness.writing import draft
from tests.support.journals import NOW

_TRIES_ON_A_FULL_DISK = 3
Values = dict[str, Any]


def opened(values: Values) -> Workspace:
    """The journal the act is about."""
    return open_workspace(Path(values["path"]), values["passphrase"], FixedClock(NOW))


def save(space: Workspace, number: int, size: int) -> None:
    """Save an entry, and say so only then."""
    say(f"saved {space.entries.add(draft(number, size)).id}")


def write(values: Values) -> None:
    """Save entries without end."""
    space = opened(values)
    say("ready")
    for number in count(values["begin"]):
        save(space, number, 600)


def sessions(values: Values) -> None:
    """Open, save and close a few times; small and large entries."""
    chance, numbers = Random(values["seed"]), count()
    for _session in range(values["sessions"]):
        space = opened(values)
        for _save in range(values["saves"]):
            save(space, next(numbers), chance.choice((200, 4_000, 30_000)))
        space.close()


def attempts(values: Values) -> None:
    """Save entries, a backup between them; what fails is told, and the next is tried."""
    try:
        space = opened(values)
    except Problem as problem:
        _tell(problem)
        return
    for number in range(values["saves"]):
        try:
            save(space, number, 3_000)
        except Problem as problem:
            _tell(problem)
    try:
        space.close()
        say("closed")
    except Problem as problem:
        _tell(problem)


def fill(values: Values) -> None:
    """Save until the disk is full, try a removal, make room, and save again."""
    space = opened(values)
    failed, number = 0, 0
    made: list[str] = []
    while failed < _TRIES_ON_A_FULL_DISK:
        number += 1
        try:
            made.append(space.entries.add(draft(number, values["size"])).id)
            say(f"saved {made[-1]}")
        except Problem as problem:
            failed += 1
            _tell(problem)
    try:
        space.entries.remove(made[0])
        say(f"removed {made[0]}")
    except Problem as problem:
        _tell(problem)
    if values["room"]:
        Path(values["ballast"]).unlink()
        save(space, number + 1, 200)
        space.close()
        say("closed")
    else:
        os.kill(os.getpid(), signal.SIGKILL)


def write_into_the_log(values: Values) -> None:
    """Save entries that stay in the log, and end without closing."""
    space = opened(values)
    space.entries.journal._raw.execute("PRAGMA wal_autocheckpoint = 0")
    for number in range(values["saves"]):
        save(space, number, 400)
    os.kill(os.getpid(), signal.SIGKILL)


def open_and_close(values: Values) -> None:
    """Open for writing, which brings an older journal up to date."""
    _told(lambda: opened(values))


def migrate_carelessly(values: Values) -> None:
    """The same by the driver with its own handling of transactions."""
    raw = connection(Path(values["path"]), values["passphrase"])
    (version,) = raw.execute("PRAGMA user_version").fetchone()
    for migration in MIGRATIONS[version:]:
        for statement in statements(migration):
            raw.execute(statement)
    raw.execute(f"PRAGMA user_version = {SCHEMA}")
    raw.commit()
    raw.close()


def peek(values: Values) -> None:
    """Look into the journal with Python's own SQLite, as a tool of somebody else would."""
    import sqlite3

    raw = sqlite3.connect(values["path"])
    with suppress(sqlite3.DatabaseError):
        raw.execute("SELECT count(*) FROM entry").fetchone()
    raw.close()


def try_writing(values: Values) -> None:
    """Open for writing, and do not look for another place when that is refused."""
    _told(lambda: opened(values))


def try_reading(values: Values) -> None:
    """Open for looking only."""
    place = Path(values["path"])
    _told(lambda: open_workspace(place, values["passphrase"], FixedClock(NOW), read_only=True))


def try_making(values: Values) -> None:
    """Make a new journal."""
    place, secret = Path(values["path"]), values["passphrase"]
    _told(lambda: create_workspace(place, "New", secret, FixedClock(NOW)))


def _told(what: Callable[[], Workspace]) -> None:
    try:
        what().close()
        say("done")
    except Problem as problem:
        _tell(problem)


def _tell(problem: Problem) -> None:
    parts = (problem.happened, problem.safe, problem.way_out)
    say(("refused " if all(parts) else "broken ") + str(problem))


def raw_sessions(values: Values) -> None:
    """The same as `sessions` by the driver alone, which can be told to sync less."""
    chance, numbers = Random(values["seed"]), count()
    for _session in range(values["sessions"]):
        raw = connection(Path(values["path"]), values["passphrase"], isolation_level=None)
        for pragma in ("locking_mode = EXCLUSIVE", "journal_mode = WAL", "foreign_keys = ON"):
            raw.execute(f"PRAGMA {pragma}")
        raw.execute(f"PRAGMA synchronous = {values['mode']}")
        for _save in range(values["saves"]):
            say(f"saved {insert(raw, next(numbers), chance.choice((200, 4_000, 30_000)))}")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        raw.execute("PRAGMA journal_mode = DELETE").fetchall()
        raw.close()


def insert(raw: Any, number: int, size: int) -> str:
    """An entry put into its table by hand, in a transaction of its own; gives its id."""
    id_, made = uuid4().hex, "2025-10-31 16:00:00.000000"
    given = draft(number, size)
    raw.execute(
        "INSERT INTO entry (id, created, changed, day, kind, title, text, privacy) "
        "VALUES (?, ?, ?, ?, 'note', ?, ?, 'private')",
        (id_, made, made, str(given.day), given.title, given.text),
    )
    return id_


ACTS: dict[str, Callable[[Values], None]] = {
    "write": write, "sessions": sessions, "attempts": attempts,
    **SESSION_ACTS, **SECRET_ACTS, "fill": fill, "open_and_close": open_and_close,
    "migrate_carelessly": migrate_carelessly,
    "write_into_the_log": write_into_the_log, "peek": peek, "try_writing": try_writing,
    "try_reading": try_reading, "try_making": try_making, "raw_sessions": raw_sessions,
}  # fmt: skip
