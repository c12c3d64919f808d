"""Verified copies, made by the connection's own backup call in small steps."""

import os
import tempfile
from pathlib import Path

from leadjournal.base.errors import UserMistake
from leadjournal.base.files import cannot_write, sync_folder
from leadjournal.base.words import _
from leadjournal.store.engine import RawConnection, connect
from leadjournal.store.faults import damaged

PAGES_A_STEP = 256


def copy_verified(source: RawConnection, target: Path, passphrase: str | None) -> None:
    """Copy into a hidden file beside `target`, check the copy, then give it its name."""
    if target.exists():
        raise UserMistake(
            _("{file} is already there.").format(file=target), way_out=_("Choose another name.")
        )
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".copy-", suffix=target.suffix, dir=target.parent)
    except OSError as fault:
        raise cannot_write(target, fault) from fault
    os.close(handle)
    temporary = Path(name)
    try:
        _copy(source, temporary, passphrase)
        _verify(temporary, passphrase)
        _sync(temporary)
        temporary.replace(target)
        sync_folder(target.parent)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _copy(source: RawConnection, target: Path, passphrase: str | None) -> None:
    copy = connect(target, "rw", passphrase)
    try:
        source.backup(copy, pages=PAGES_A_STEP)
        copy.execute("PRAGMA journal_mode = DELETE").fetchall()
    finally:
        copy.close()


def _verify(path: Path, passphrase: str | None) -> None:
    copy = connect(path, "ro", passphrase)
    try:
        if copy.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise damaged(path)
    finally:
        copy.close()


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
