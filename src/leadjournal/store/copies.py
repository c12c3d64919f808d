"""Verified copies, made by the connection's own backup call in small steps.

Between two steps the journal's guard is let go of, so that the window reads and writes meanwhile.
SQLite brings what is written then into the copy: it holds what was committed before its end.
"""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from types import TracebackType
from typing import Protocol

from leadjournal.base.errors import CannotSave, DamagedJournal, Problem, UserMistake
from leadjournal.base.files import cannot_write, sync_folder
from leadjournal.base.words import _
from leadjournal.store.check import is_sound
from leadjournal.store.engine import APPLICATION_ID, DriverError, RawConnection, connect
from leadjournal.store.faults import told_in_words
from leadjournal.store.swap import part_beside, sync_file

PAGES_A_STEP = 64
"""A quarter of a megabyte: a few milliseconds, with encryption too."""
_BREATH = 0.001
"""Seconds between two steps; without them the waiting thread would not get its turn."""
_STEPS_A_SYNC = 16
"""Four megabytes."""
_STEP_ENDED_THE_COPY = 101
_MARKS = ("application_id", "user_version")

Say = Callable[[int, int], None]
"""Told how many of how many pages are done; what it raises ends the copy."""


class Guard(Protocol):
    """A lock that its owner may take again."""

    def __enter__(self) -> bool: ...
    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
        /,
    ) -> None: ...
    def acquire(self) -> bool:
        """Wait for it and take it."""

    def release(self) -> None:
        """Let go of it."""


def copy_verified(
    source: RawConnection,
    target: Path,
    passphrase: str | None,
    *,
    guard: Guard | None = None,
    say: Say | None = None,
) -> None:
    """Copy into a hidden file beside `target`, check the copy, then give it its name.

    `guard` keeps others from `source`; it is held during a step and not between them.
    """
    with appearing(target) as temporary:
        counted = _copy(source, temporary, target, passphrase, guard, say)
        _verify(temporary, target, passphrase, counted)


def copy_unfinished(source: RawConnection, target: Path, passphrase: str | None) -> Path:
    """The same, still under its hidden name beside `target`, for taking the place of a file."""
    temporary = part_beside(target)
    try:
        counted = _copy(source, temporary, target, passphrase, None, None)
        _verify(temporary, target, passphrase, counted)
        with _target_told(target):
            sync_file(temporary)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


@contextmanager
def scratch_copy(
    source: RawConnection,
    path: Path,
    passphrase: str | None,
    *,
    guard: Guard | None = None,
    say: Say | None = None,
) -> Iterator[RawConnection]:
    """A copy beside `path` that nobody keeps, to be looked through while the journal is used."""
    temporary = part_beside(path)
    try:
        _copy(source, temporary, path, passphrase, guard, say)
        connection = connect(temporary, "rw", passphrase)
        try:
            connection.execute("PRAGMA journal_mode = MEMORY").fetchall()
            yield connection
        finally:
            connection.close()
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


@contextmanager
def appearing(target: Path) -> Iterator[Path]:
    """A hidden file to write into; it gets its name when the block ends well, or goes again."""
    if target.exists() or target.is_symlink():
        raise UserMistake(
            _("{file} is already there.").format(file=target), way_out=_("Choose another name.")
        )
    temporary = part_beside(target)
    try:
        yield temporary
        with _target_told(target):
            sync_file(temporary)
            temporary.replace(target)
            sync_folder(target.parent)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _copy(
    source: RawConnection,
    temporary: Path,
    target: Path,
    passphrase: str | None,
    guard: Guard | None,
    say: Say | None,
) -> dict[str, int] | None:
    """Copy all pages; gives how many rows each table had when the copy ended.

    None when it was written to again before they were counted.
    """
    copy = connect(temporary, "rw", passphrase)
    try:
        with temporary.open("rb+", buffering=0) as file, _target_told(target):
            _make_ready(copy)
            between = _Between(file.fileno(), guard, say)
            with guard or nullcontext():
                source.backup(copy, pages=PAGES_A_STEP, progress=between.steps)
                changes = source.total_changes
        counted = _counted_in_turns(source, changes, guard)
        with _target_told(target):
            copy.execute("PRAGMA journal_mode = DELETE").fetchall()
        return counted
    finally:
        copy.close()


def _make_ready(copy: RawConnection) -> None:
    # The file is synced as a whole at the end, and is removed when the copy fails: waiting for
    # the disk inside the last step would only keep others from the journal.
    copy.execute("PRAGMA synchronous = OFF")
    copy.execute("PRAGMA journal_mode = MEMORY").fetchall()
    # What is still in memory is encrypted and written inside the last step.
    copy.execute("PRAGMA cache_size = 64")
    # The first write derives the key, which takes longer than a step may.
    copy.execute("PRAGMA user_version = 0")


class _Between:
    """Between two steps others get their turn, and now and then the disk gets what is written.

    Given to it all at once at the end, it would keep the disk busy while somebody saves a text.
    """

    def __init__(self, file: int, guard: Guard | None, say: Say | None) -> None:
        self._file = file
        self._guard = guard
        self._say = say
        self._steps = 0

    def steps(self, status: int, remaining: int, total: int) -> None:
        """Called by SQLite after each step."""
        # What is written after the last step would not be in the copy.
        if self._guard is not None and status != _STEP_ENDED_THE_COPY:
            self._guard.release()
            try:
                self._breathe()
            finally:
                self._guard.acquire()
        if self._say is not None:
            self._say(total - remaining, total)

    def _breathe(self) -> None:
        self._steps += 1
        if self._steps % _STEPS_A_SYNC:
            time.sleep(_BREATH)
        else:
            os.fsync(self._file)


def _counted_in_turns(
    source: RawConnection, changes: int, guard: Guard | None
) -> dict[str, int] | None:
    """Count a table at a time, so that others get their turn between two of them."""
    counted: dict[str, int] = {}
    with guard or nullcontext():
        questions = _questions(source)
    for name, question in questions:
        with guard or nullcontext():
            if source.total_changes != changes:
                return None
            counted[name] = _number(source, question)
    return counted


def _counted(connection: RawConnection) -> dict[str, int]:
    return {name: _number(connection, question) for name, question in _questions(connection)}


def _questions(connection: RawConnection) -> list[tuple[str, str]]:
    """How many rows the tables with an index have (the others would have to be read whole)."""
    tables = connection.execute(
        "SELECT DISTINCT tbl_name FROM sqlite_schema WHERE type = 'index' ORDER BY tbl_name"
    ).fetchall()
    rows = [(str(name), f'SELECT count(*) FROM "{name}"') for (name,) in tables]
    return [*rows, *((mark, f"PRAGMA {mark}") for mark in _MARKS)]


def _number(connection: RawConnection, question: str) -> int:
    return int(connection.execute(question).fetchone()[0])


def _verify(
    path: Path, target: Path, passphrase: str | None, counted: dict[str, int] | None
) -> None:
    """The copy opens, is sound, is ours, and has as many rows as what it was made of."""
    copy = connect(path, "ro", passphrase)
    try:
        with told_in_words(target):
            found = _counted(copy)
            passes = (
                (counted is None or found == counted)
                and found["application_id"] == APPLICATION_ID
                and is_sound(copy)
            )
    finally:
        copy.close()
    if not passes:
        raise DamagedJournal(
            _("The copy was not kept: it does not pass its check, so that something may be wrong "
              "with the journal itself."),
            _("Your journal was left as it is."),
            _("Check the journal, and keep your earlier backups."),
        )  # fmt: skip


@contextmanager
def _target_told(target: Path) -> Iterator[None]:
    """What the place of the copy refuses is told as such; other faults go on as they are."""
    try:
        yield
    except OSError as fault:
        raise cannot_write(target, fault) from fault
    except DriverError as fault:
        refused = _refused(target, str(fault))
        if refused is None:
            raise
        raise refused from fault


def _refused(target: Path, message: str) -> Problem | None:
    if "is full" in message:
        happened = _("The copy was not made: there is no room for it in {folder}.")
        way_out = _("Make room there, or choose another folder.")
    elif "disk I/O error" in message or "readonly" in message or "unable to open" in message:
        happened = _("The copy was not made: {folder} cannot be written to.")
        way_out = _("Check the disk, or choose another folder.")
    else:
        return None
    return CannotSave(
        happened.format(folder=target.parent), _("Your journal is unchanged."), way_out
    )
