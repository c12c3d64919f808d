"""One connection to one file: the driver, the key and the pragmas in their order."""

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
_READING = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA query_only = ON",
)

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
    if passphrase is not None:
        connection.execute(key_statement(passphrase))
    connection.execute("PRAGMA cipher_log_level = NONE")
    return connection


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
