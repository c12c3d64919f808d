"""What the probes use of the machine: strace, root's mounts, another user."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

Need = Callable[[], str]
"""Tells why the machine does not offer something; nothing when it does."""

NOBODY = 65534
ROOT = Path(__file__).resolve().parents[3]


def _works(*command: str) -> bool:
    if shutil.which(command[0]) is None:
        return False
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@cache
def strace() -> str:
    """System calls can be watched, made to fail, and be the moment of a kill."""
    works = _works("strace", "-o", os.devnull, "true")
    return "" if works else "strace is not installed, or this system does not let it watch"


@cache
def mounts() -> str:
    """File systems of any size can be made, and folders be shown read-only."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return "only root can mount file systems"
    with tempfile.TemporaryDirectory() as name:
        try:
            with small_disk(Path(name) / "disk", 1):
                return ""
        except (OSError, subprocess.CalledProcessError):
            return "mounting is not allowed here"


@cache
def other_user() -> str:
    """A child can be somebody who owns nothing."""
    reason = mounts()
    if reason:
        return reason
    python = [*_as_nobody(Path("/")), "test", "-r", str(ROOT / "pyproject.toml")]
    return "" if _works(*python) else "another user cannot be played here, or cannot read the code"


@cache
def unchangeable() -> str:
    """A file can be kept from everybody, root too."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "file"
        file.touch()
        works = _works("chattr", "+i", str(file))
        if works:
            subprocess.run(["chattr", "-i", str(file)], check=True)
    return "" if works else "this file system knows no unchangeable files"


@contextmanager
def small_disk(at: Path, megabytes: float) -> Iterator[Path]:
    """A file system in memory of this size."""
    at.mkdir(parents=True, exist_ok=True)
    _mount("-t", "tmpfs", "-o", f"size={int(megabytes * 1024)}k", "tmpfs", at)
    try:
        yield at
    finally:
        _unmount(at)


@contextmanager
def read_only_view(folder: Path, at: Path) -> Iterator[Path]:
    """The same folder once more, where nothing can be written."""
    at.mkdir(parents=True, exist_ok=True)
    _mount("--bind", folder, at)
    try:
        _mount("-o", "remount,bind,ro", at)
        yield at
    finally:
        _unmount(at)


@contextmanager
def kept_from_everybody(file: Path) -> Iterator[None]:
    """Nobody can change the file, root neither."""
    subprocess.run(["chattr", "+i", str(file)], check=True)
    try:
        yield
    finally:
        subprocess.run(["chattr", "-i", str(file)], check=True)


def _mount(*words: str | Path) -> None:
    subprocess.run(["mount", *map(str, words)], check=True, capture_output=True)


def _unmount(at: Path) -> None:
    subprocess.run(["umount", "-l", str(at)], check=True, capture_output=True)


def _as_nobody(folder: Path) -> list[str]:
    # The folders above may be closed to others: the child sees `folder` under another name.
    view = 'mount --bind "$0" /mnt && exec setpriv --reuid=65534 --regid=65534 --clear-groups "$@"'
    return ["unshare", "-m", "--", "sh", "-c", view, str(folder)]


SEEN_BY_NOBODY = Path("/mnt")
"""Where a child of another user sees the folder it was given."""


def as_nobody(folder: Path, command: list[str]) -> list[str]:
    """The command as uid 65534, who sees `folder` as `SEEN_BY_NOBODY`."""
    return [*_as_nobody(folder), *command]
