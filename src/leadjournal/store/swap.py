"""One file takes the place of another under the journal's name, and nothing is lost on the way."""

import filecmp
import os
import re
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from leadjournal.base.backups import LOGS, is_named_after, is_ordinary, owner_of, places
from leadjournal.base.errors import MachineFault, UserMistake
from leadjournal.base.files import cannot_write, files_in, sync_folder
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

    At each moment a whole file lies under `path`: the old one until the very last step. What a
    killed program had not brought into it yet is kept with it. Where there is no file under
    `path`, there is nothing to keep. What fails leaves everything as it was.
    """
    if any(one.exists() for one in (kept, *_logs(kept))):
        raise UserMistake(
            _("{file} is already there.").format(file=kept), way_out=_("Try again in a moment.")
        )
    try:
        try:
            if path.exists():
                _keep(path, kept)
            _keep_logs(path, kept)
            new.replace(path)
        except BaseException:
            if new.exists():
                _leave_as_it_was(path, kept)
            raise
        sync_folder(path.parent)
    except OSError as fault:
        raise cannot_write(path, fault) from fault


def sweep(path: Path, folder: Path) -> None:
    """Clear away what a program that ended too early left unfinished beside this very journal.

    `folder` holds its backups. A second name that was given to keep the old file is taken back.
    """
    stem, name = re.escape(path.stem), re.escape(path.name)
    parts = {
        path.parent: re.compile(rf"\.{name}(-wal|-journal)?-\w+\{PART}(-\w+)?"),
        folder: re.compile(
            rf"\.{stem} (replaced |before version )?\d[\d :.-]*.*-\w+\{PART}(-\w+)?"
        ),
    }
    for place, pattern in parts.items():
        for file in files_in(place):
            if pattern.fullmatch(file.name):
                with suppress(OSError):
                    file.unlink()
    with suppress(OSError):
        if path.stat().st_nlink > 1:
            for place in {folder, *places(path)}:
                _take_second_names_back(path, place)


def give_logs_back(path: Path) -> None:
    """Bring back the log of a journal that was about to be replaced when the program was killed.

    It lies beside the second name or the copy that was to keep the old file. Without it the
    journal would lack what was saved last; so this comes before the journal is opened.
    """
    if any(log.exists() for log in _logs(path)):
        return
    for folder in places(path):
        for log in files_in(folder):
            kept = owner_of(log, LOGS)
            if kept is None or not _was_replaced(kept, path) or not _are_the_same(kept, path):
                continue
            try:
                _copy_log(log, path)
            except OSError as fault:
                raise cannot_write(path, fault) from fault


def _was_replaced(kept: Path, path: Path) -> bool:
    # Any other backup may have been opened for itself; its log is nobody else's.
    return is_named_after(kept, path) and not is_ordinary(kept, path)


def _are_the_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other) or filecmp.cmp(one, other, shallow=False)
    except OSError:
        return False


def _logs(path: Path) -> list[Path]:
    return [path.with_name(f"{path.name}{ending}") for ending in LOGS]


def _take_second_names_back(path: Path, folder: Path) -> None:
    for file in files_in(folder):
        if file != path and is_named_after(file, path) and file.samefile(path):
            file.unlink()
            for log in _logs(file):
                log.unlink(missing_ok=True)


def _keep(path: Path, kept: Path) -> None:
    """A second name for the same file; where the disk has none, a copy."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(path, kept)
    except OSError:
        _copy(path, kept)
    sync_folder(kept.parent)


def _keep_logs(path: Path, kept: Path) -> None:
    """A log belongs to the file it was written for; beside another one it would damage that."""
    there = [log for log in _logs(path) if log.exists()]
    for log in there:
        kept.parent.mkdir(parents=True, exist_ok=True)
        _copy_log(log, kept)
    for log in there:
        log.unlink()
    path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
    if there:
        # Before the new file comes: a power cut must not leave it beside the old one's log.
        sync_folder(path.parent)


def _copy_log(log: Path, path: Path) -> None:
    """The same log beside `path`, whole or not at all."""
    (ending,) = (one for one in LOGS if log.name.endswith(one))
    _copy(log, path.with_name(f"{path.name}{ending}"))
    sync_folder(path.parent)


def _copy(file: Path, target: Path) -> None:
    part = part_beside(target)
    try:
        shutil.copyfile(file, part)
        sync_file(part)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _leave_as_it_was(path: Path, kept: Path) -> None:
    """Give the logs back before what was kept goes; where that fails, it stays for later."""
    with suppress(OSError, MachineFault):
        for log, back in zip(_logs(kept), _logs(path), strict=True):
            if log.exists() and not back.exists():
                _copy_log(log, path)
        for file in (kept, *_logs(kept)):
            file.unlink(missing_ok=True)
