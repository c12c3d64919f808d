"""Files that appear whole or not at all."""

import os
import re
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from leadjournal.base.errors import MachineFault
from leadjournal.base.words import _

_SURELY_LEFT = 3_600
"""Seconds after which nobody writes into an unfinished file any more."""


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` survive a power cut, where the system offers it."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def erase(path: Path) -> None:
    """Remove a file for good: what lies on the disk is overwritten before, as far as it can be.

    A disk may still keep the old blocks elsewhere, so this helps but promises nothing. A file
    with a second name only loses this one.
    """
    with suppress(OSError):
        _overwrite(path)
    try:
        path.unlink(missing_ok=True)
        sync_folder(path.parent)
    except OSError as fault:
        raise cannot_write(path, fault) from fault


def _overwrite(path: Path) -> None:
    if path.stat().st_nlink > 1:
        return
    left = path.stat().st_size
    with path.open("rb+", buffering=0) as file:
        while left > 0:
            left -= file.write(bytes(min(left, 1 << 20)))
        # Or the system forgets what waits to be written as soon as the file is gone.
        os.fsync(file.fileno())


def write_atomically(path: Path, content: bytes) -> None:
    """Write `content` beside `path`, sync it and move it into place; readable by the user only."""
    with appearing_whole(path) as file:
        file.write(content)


def _clear_unfinished(path: Path) -> None:
    pattern = re.compile(rf"\.{re.escape(path.name)}-\w{{8}}\.part")
    for file in files_in(path.parent):
        if pattern.fullmatch(file.name):
            with suppress(OSError):
                # A younger one may be in the hands of another program.
                if time.time() - file.stat().st_mtime > _SURELY_LEFT:
                    file.unlink()


@contextmanager
def appearing_whole(path: Path) -> Iterator[BinaryIO]:
    """A file to write into that gets the name `path` when the block ends well, or is gone.

    It is readable by the user only. What an earlier try under this name had to leave unfinished,
    because its program was killed, goes before.
    """
    _clear_unfinished(path)
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}-", suffix=".part", dir=path.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)
    except OSError as fault:
        raise cannot_write(path, fault) from fault


def files_in(folder: Path) -> list[Path]:
    """What lies in a folder; nothing where it cannot be looked into."""
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def cannot_write(path: Path, fault: OSError) -> MachineFault:
    """The sentence for a file that could not be written."""
    return MachineFault(
        _("{file} could not be written: {reason}.").format(
            file=path, reason=fault.strerror or _("the system gave no reason")
        ),
        _("Your journal is unchanged."),
        _("Choose another place or make room, then try again."),
    )
