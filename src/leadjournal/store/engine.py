"""One connection to one file: the driver, the key and the pragmas in their order."""

import time
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, StaticPool, create_engine, event

from leadjournal.store.cipher import key_statement

APPLICATION_ID = 0x6C656A6F
"""Marks the file as a journal of ours: the letters "lejo"."""

LOCKING = "PRAGMA locking_mode = EXCLUSIVE"
_WRITING = (
    LOCKING,
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",
    "PRAGMA checkpoint_fullfsync = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA mmap_size = 0",
)
_UNKNOWN = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
)
_READING = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA query_only = ON",
)

SECONDS_FOR_UNKNOWN = 5.0
_LOOK_EVERY = 10_000
"""Steps of SQLite's machine between two looks at the clock."""

DriverError = driver.Error
DatabaseFault = driver.DatabaseError
RawConnection = Any
"""The driver's connection; it has no types of its own."""


def connect(path: Path, mode: str, passphrase: str | None) -> RawConnection:
    """Open `path` in SQLite's `mode` (rw, ro, rwc, or ro&immutable=1) and give the key."""
    connection = driver.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=0,
    )
    try:
        if passphrase is not None:
            connection.execute(key_statement(passphrase))
        connection.execute("PRAGMA cipher_log_level = NONE")
    except BaseException:
        connection.close()
        raise
    return connection


class Deadline:
    """Stops a statement on a file that is not known yet: its tables may have no end."""

    def __init__(self, connection: RawConnection) -> None:
        self._connection = connection
        self._begun: float | None = None
        connection.set_progress_handler(self._look, _LOOK_EVERY)

    def _look(self) -> int:
        # From the first look on, so that deriving the key does not count.
        now = time.monotonic()
        self._begun = self._begun or now
        return int(now - self._begun > SECONDS_FOR_UNKNOWN)

    def begin(self) -> None:
        """The next statement has its own time."""
        self._begun = None

    def lift(self) -> None:
        """The file is known to be a journal: from here on every statement may take its time."""
        self._connection.set_progress_handler(None, 0)


def distrust(connection: RawConnection) -> Deadline:
    """Before anything is read out of a file: nothing in it may act, and no statement is endless."""
    for pragma in _UNKNOWN:
        connection.execute(pragma)
    return Deadline(connection)


def prepare(connection: RawConnection, *, writing: bool) -> None:
    """Run the pragmas of a writing or a reading connection, in the order they must have."""
    for pragma in _WRITING if writing else _READING:
        connection.execute(pragma)


def engine_on(connection: RawConnection) -> Engine:
    """An engine whose one connection is `connection`, with transactions begun explicitly."""
    engine = create_engine(
        "sqlite://",
        module=driver,
        creator=lambda: connection,
        poolclass=StaticPool,
        query_cache_size=1200,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    # With the driver's own handling a CREATE TABLE would escape the transaction.
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
