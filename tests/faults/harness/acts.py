"""What a child does: the program's own services, as the window and the commands use them."""

import os
from collections.abc import Callable
from itertools import count
from pathlib import Path
from random import Random
from typing import Any
from uuid import uuid4

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import Problem
from leadjournal.services.journals import open_workspace
from leadjournal.services.workspace import Workspace
from tests.faults.harness.driving import connection
from tests.faults.harness.writing import draft
from tests.support.journals import NOW

Values = dict[str, Any]


def say(line: str) -> None:
    """Tell the parent, in one write: strace then shows it between the others."""
    os.write(1, f"{line}\n".encode())


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
    "raw_sessions": raw_sessions,
}  # fmt: skip
