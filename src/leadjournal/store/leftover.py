"""What a program that was killed left beside a journal: taken in when it is the journal's own."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from leadjournal.store import faults
from leadjournal.store.engine import DriverError, RawConnection, connect
from leadjournal.store.swap import part_beside

_LOGS = ("-wal", "-journal")
_VERSIONS_AT = 18
_WAL_VERSIONS = b"\x02\x02"
_PLAIN = b"SQLite format 3\x00"


def logs_of(path: Path) -> list[Path]:
    """The logs beside a journal that hold something."""
    beside = [path.with_name(f"{path.name}{ending}") for ending in _LOGS]
    return [log for log in beside if log.exists() and log.stat().st_size > 0]


def set_foreign_logs_aside(path: Path, passphrase: str | None, moment: datetime) -> list[Path]:
    """Put by the logs that do not belong to this journal; gives where they lie now.

    SQLite would take in whatever lies beside the file under the right name. So it is tried on a
    copy first: with its own log the journal stays itself and sound, with another one's it does
    not. Where neither can be read, nothing is touched and the passphrase is asked for again.
    """
    logs = logs_of(path)
    if not logs:
        return []
    with _held(path, passphrase):
        belong = not _never_had_one(path, logs) and _belong(path, logs, passphrase)
    return [] if belong else _put_by(logs, moment)


@contextmanager
def _held(path: Path, passphrase: str | None) -> Iterator[None]:
    """While the logs are looked at nobody may open the journal; nor may anybody have it open."""
    probe = connect(path, "ro", passphrase)
    try:
        try:
            probe.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except DriverError as fault:
            if "locked" in str(fault):
                raise
        yield
    finally:
        probe.close()
        path.with_name(f"{path.name}-shm").unlink(missing_ok=True)


def _belong(path: Path, logs: list[Path], passphrase: str | None) -> bool:
    with _opened(path, passphrase, "ro&immutable=1") as alone:
        identity = _identity(alone) if alone is not None else None
    whole = _identity_on_a_copy(path, logs, passphrase)
    if identity is None and whole is None:
        raise faults.cannot_decrypt(path)
    # A first page that was torn by a power cut is whole in the log alone.
    return whole is not None and identity in (None, whole)


def _never_had_one(path: Path, logs: list[Path]) -> bool:
    """A plain journal that was closed says in its head that it has no log of this kind."""
    with path.open("rb") as file:
        head = file.read(_VERSIONS_AT + len(_WAL_VERSIONS))
    is_plain = head.startswith(_PLAIN)
    only_wal = [log.name.removeprefix(path.name) for log in logs] == ["-wal"]
    return is_plain and only_wal and head[_VERSIONS_AT:] != _WAL_VERSIONS


def _identity_on_a_copy(path: Path, logs: list[Path], passphrase: str | None) -> str | None:
    """Whose journal it is with these logs taken in; None when it is not sound then."""
    copy = part_beside(path)
    try:
        shutil.copyfile(path, copy)
        for log in logs:
            shutil.copyfile(log, copy.with_name(copy.name + log.name.removeprefix(path.name)))
        with _opened(copy, passphrase, "rw") as whole:
            return _identity(whole) if whole is not None and _is_sound(whole) else None
    finally:
        for ending in ("", *_LOGS, "-shm"):
            copy.with_name(f"{copy.name}{ending}").unlink(missing_ok=True)


@contextmanager
def _opened(path: Path, passphrase: str | None, mode: str) -> Iterator[RawConnection | None]:
    connection = connect(path, mode, passphrase)
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except DriverError:
        connection.close()
        yield None
        return
    try:
        yield connection
    finally:
        connection.close()


def _identity(connection: RawConnection) -> str | None:
    """Whose file it is; nothing ("") for a journal of the first version."""
    try:
        if connection.execute("PRAGMA user_version").fetchone() < (2,):
            return ""
        return str(connection.execute("SELECT journal FROM identity").fetchone()[0])
    except (DriverError, TypeError):
        return None


def _is_sound(connection: RawConnection) -> bool:
    try:
        return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except DriverError:
        return False


def _put_by(logs: list[Path], moment: datetime) -> list[Path]:
    put_by = []
    day_and_time = moment.astimezone().strftime("%Y-%m-%d %H%M%S")
    for log in logs:
        target = log.with_name(f"{log.name} put by {day_and_time}")
        log.replace(target)
        put_by.append(target)
    return put_by
