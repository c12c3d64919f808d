"""One file takes the place of another under the journal's name, and nothing is lost on the way."""

import os
import re
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from leadjournal.base.errors import UserMistake
from leadjournal.base.files import cannot_write, sync_folder
from leadjournal.base.words import _

PART = ".part"
"""The ending of files that are not finished; the next opening for writing clears them away."""


def part_beside(path: Path) -> Path:
    """A new, empty file beside `path`, readable by the user only, in which it may grow."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}-", suffix=PART, dir=path.parent)
    except OSError as fault:
        raise cannot_write(path, fault) from fault
    os.close(handle)
    return Path(name)


def sync_file(path: Path) -> None:
    """What was written into `path` survives a power cut from here on."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def put_in_place(new: Path, path: Path, kept: Path) -> None:
    """Keep the file under `path` as `kept`, then give its name to `new`, both closed.

    At each moment a whole file lies under `path`: the old one until the very last step. Where
    there is no file under `path`, there is nothing to keep.
    """
    if kept.exists():
        raise UserMistake(
            _("{file} is already there.").format(file=kept), way_out=_("Try again in a moment.")
        )
    try:
        if path.exists():
            _keep(path, kept)
        new.replace(path)
        sync_folder(path.parent)
    except OSError as fault:
        raise cannot_write(path, fault) from fault


def sweep(path: Path, folder: Path) -> None:
    """Clear away what a program that ended too early left unfinished beside this very journal.

    `folder` holds its backups. A second name that was given to keep the old file is taken back.
    """
    stem, name = re.escape(path.stem), re.escape(path.name)
    parts = {
        path.parent: re.compile(rf"\.{name}-\w+\{PART}(-\w+)?"),
        folder: re.compile(
            rf"\.{stem} (replaced |before version )?\d[\d :.-]*.*-\w+\{PART}(-\w+)?"
        ),
    }
    for place, pattern in parts.items():
        for file in _files_in(place):
            if pattern.fullmatch(file.name):
                with suppress(OSError):
                    file.unlink()
    with suppress(OSError):
        if path.stat().st_nlink > 1:
            _take_second_names_back(path, folder)


def _files_in(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _take_second_names_back(path: Path, folder: Path) -> None:
    for file in _files_in(folder):
        if file.suffix == path.suffix and file.samefile(path):
            file.unlink()


def _keep(path: Path, kept: Path) -> None:
    """A second name for the same file; where the disk has none, a copy."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(path, kept)
    except OSError:
        part = part_beside(kept)
        try:
            shutil.copyfile(path, part)
            sync_file(part)
            part.replace(kept)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    sync_folder(kept.parent)
