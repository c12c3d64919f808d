"""What no test may do, whatever it is about: reach the network, write elsewhere, leave things."""

import gc
import logging
import os
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_INTERNET = (socket.AF_INET, socket.AF_INET6)
_CHANGES = ("os.mkdir", "os.remove", "os.rmdir", "os.rename")
_NO_FOLDER = -1
_CACHES = (
    "__pycache__", ".pytest_cache", ".hypothesis", ".mypy_cache", ".ruff_cache",
    ".import_linter_cache",
)  # fmt: skip


class Fences:
    """Two fences of the whole process: no internet socket, no file outside the test's folder."""

    def __init__(self) -> None:
        self.allowed: Path | None = None
        self.breaches: list[str] = []
        sys.addaudithook(self._look)

    @contextmanager
    def around(self, folder: Path) -> Iterator[None]:
        """While this lasts, files are written below `folder` only."""
        self.allowed, self.breaches = folder.resolve(), []
        try:
            yield
        finally:
            self.allowed = None

    def _look(self, event: str, arguments: tuple[object, ...]) -> None:
        if event == "socket.__new__" and arguments[1] in _INTERNET:
            self._refuse("an internet socket was made")
        elif event == "open" and _writes(arguments):
            self._check(arguments[0])
        elif event in _CHANGES and arguments[-1] == _NO_FOLDER:
            # With a folder's handle beside it the path was reached through an allowed folder.
            self._check(arguments[0])

    def _check(self, path: object) -> None:
        if self.allowed is None or isinstance(path, int) or path is None:
            return
        written = Path(os.fsdecode(path))  # type: ignore[arg-type]  # the hook's paths are untyped
        if written == Path(os.devnull) or any(part in _CACHES for part in written.parts):
            return
        if not written.resolve().is_relative_to(self.allowed):
            self._refuse(f"{written} was written to, outside the test's folder")

    def _refuse(self, breach: str) -> None:
        self.breaches.append(breach)
        raise PermissionError(breach)


def _writes(arguments: tuple[object, ...]) -> bool:
    _, mode, flags = arguments
    if isinstance(mode, str):
        return any(letter in mode for letter in "wax+")
    return isinstance(flags, int) and bool(flags & _WRITING)


class LogLines(logging.Handler):
    """Warnings and errors of the program; a test that expects some takes them out of `lines`."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def take(self) -> list[str]:
        """What was logged so far; it is then taken as expected."""
        lines, self.lines = self.lines, []
        return lines


def leftover_threads(before: set[threading.Thread]) -> list[str]:
    """The threads a test started and did not end."""
    # A thread of a pool has no end of its own; it is seen by what it still runs.
    pooled = threading._DummyThread
    new = [each for each in threading.enumerate() if each not in before]
    return [each.name for each in new if each.is_alive() and not isinstance(each, pooled)]


def leftovers_of_qt() -> list[str]:
    """Windows that nobody closed or answered, and timers that still run."""
    from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool, QTimer
    from PySide6.QtWidgets import QApplication
    from shiboken6 import isValid

    if not isinstance(QApplication.instance(), QApplication):
        return []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    windows = [
        f"{type(each).__name__} “{each.windowTitle()}” is still there"
        for each in QApplication.topLevelWidgets()
        if each.parent() is None and type(each).__name__ != "QDesktopWidget"
    ]
    timers = [
        f"a timer of {each.interval()} ms still runs"
        for each in gc.get_objects()
        if type(each) is QTimer and isValid(each) and each.isActive()
    ]
    busy = QThreadPool.globalInstance().activeThreadCount()
    return windows + timers + [f"{busy} jobs still run"] * bool(busy)
