"""What a program that was killed left beside a journal: taken in when it is the journal's own."""

import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from leadjournal.base.backups import LOGS
from leadjournal.base.errors import MachineFault
from leadjournal.store import faults
from leadjournal.store.engine import DriverError, RawConnection, connect
from leadjournal.store.identity import identity_of
from leadjournal.store.swap import part_beside

_VERSIONS_AT = 18
_WAL_VERSIONS = b"\x02\x02"
_OF_THE_FILE = ("file is not a database", "malformed")
_CODE = re.compile(r"error code[= ](\d+)")
_IO_ERROR = 10
_PLAIN = b"SQLite format 3\x00"

Files = Mapping[Path, BinaryIO]
"""The journal and the logs beside it, in this order, each open for reading."""


def logs_of(path: Path) -> list[Path]:
    """The logs beside a journal that hold something."""
    beside = [path.with_name(f"{path.name}{ending}") for ending in LOGS]
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
    with ExitStack() as handles:
        # Opened before SQLite opens the file and closed after it: to close one in between would
        # take away the lock that keeps everybody else from the journal meanwhile.
        files = {file: handles.enter_context(file.open("rb")) for file in (path, *logs)}
        with _held(path, passphrase):
            belong = not _never_had_one(path, files) and _belong(path, files, passphrase)
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


def _belong(path: Path, files: Files, passphrase: str | None) -> bool:
    with _opened(path, passphrase, "ro&immutable=1") as alone:
        identity = _identity(alone) if alone is not None else None
    # Twice before it counts as none: a read that fails once may be told as damage, not as such.
    whole = _identity_on_a_copy(path, files, passphrase) or _identity_on_a_copy(
        path, files, passphrase
    )
    if identity is None and whole is None:
        raise faults.cannot_decrypt(path)
    # A first page that was torn by a power cut is whole in the log alone.
    return whole is not None and identity in (None, whole)


def _never_had_one(path: Path, files: Files) -> bool:
    """A plain journal that was closed says in its head that it has no log of this kind."""
    head = files[path].read(_VERSIONS_AT + len(_WAL_VERSIONS))
    is_plain = head.startswith(_PLAIN)
    only_wal = [file.name.removeprefix(path.name) for file in files] == ["", "-wal"]
    return is_plain and only_wal and head[_VERSIONS_AT:] != _WAL_VERSIONS


def _identity_on_a_copy(path: Path, files: Files, passphrase: str | None) -> str | None:
    """Whose journal it is with these logs taken in; None when it is not sound then."""
    try:
        return _identity_on(part_beside(path), path, files, passphrase)
    except (OSError, MachineFault):
        # A full disk: the journal has to open nevertheless, or nothing in it can be removed.
        elsewhere = Path(tempfile.gettempdir()) / path.name
    try:
        return _identity_on(part_beside(elsewhere), path, files, passphrase)
    except OSError as fault:
        raise faults.no_room_to_look(path) from fault


def _identity_on(copy: Path, path: Path, files: Files, passphrase: str | None) -> str | None:
    try:
        for original, content in files.items():
            content.seek(0)
            part = copy.with_name(copy.name + original.name.removeprefix(path.name))
            part.touch(0o600)
            with part.open("wb") as file:
                shutil.copyfileobj(content, file)
        with _opened(copy, passphrase, "rw") as whole:
            return _identity(whole) if whole is not None and _is_sound(whole) else None
    finally:
        for ending in ("", *LOGS, "-shm"):
            copy.with_name(f"{copy.name}{ending}").unlink(missing_ok=True)


@contextmanager
def _opened(path: Path, passphrase: str | None, mode: str) -> Iterator[RawConnection | None]:
    connection = connect(path, mode, passphrase)
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except DriverError as fault:
        connection.close()
        _raise_when_it_is_the_disk(fault)
        yield None
        return
    try:
        yield connection
    finally:
        connection.close()


def _identity(connection: RawConnection) -> str | None:
    """Whose file it is; None where the file does not say."""
    try:
        return identity_of(connection)
    except DriverError as fault:
        _raise_when_it_is_the_disk(fault)
        return None


def _is_sound(connection: RawConnection) -> bool:
    try:
        (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    except DriverError as fault:
        _raise_when_it_is_the_disk(fault)
        return False
    code = _CODE.search(found)
    # The index of words is checked by its own module, which names the error without its code.
    if "I/O error" in found or (code and int(code[1]) % 256 == _IO_ERROR):
        raise DriverError("disk I/O error")
    return bool(found == "ok")


def _raise_when_it_is_the_disk(fault: Exception) -> None:
    """Only what a file holds tells whose it is; an error of the disk must set nothing aside."""
    if not any(sign in str(fault) for sign in _OF_THE_FILE):
        raise fault


def _put_by(logs: list[Path], moment: datetime) -> list[Path]:
    put_by = []
    day_and_time = moment.astimezone().strftime("%Y-%m-%d %H%M%S")
    for log in logs:
        target = log.with_name(f"{log.name} put by {day_and_time}")
        log.replace(target)
        put_by.append(target)
    return put_by
