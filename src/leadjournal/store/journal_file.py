"""A journal that is open: reading blocks, writing blocks, undo, and a safe close."""

import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar, cast

from sqlalchemy import Connection
from sqlmodel import Session

from leadjournal.base.clock import Clock
from leadjournal.base.errors import Bug, MachineFault
from leadjournal.model.catalogue import Ref
from leadjournal.store import (
    check,
    copies,
    faults,
    forgetting,
    reencrypted,
    search_index,
    steps,
    versions,
)
from leadjournal.store.changes import Image, Recorder, write_back
from leadjournal.store.engine import RawConnection, engine_on
from leadjournal.store.file_format import FileFormat, format_of
from leadjournal.store.identity import identity_of
from leadjournal.store.lock import take_note_away
from leadjournal.store.opening import settle
from leadjournal.store.running_copies import RunningCopies

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Announcement:
    """What a committed step did: its label, the records it touched, and who asked for it."""

    label: str
    refs: tuple[Ref, ...]
    source: str = ""


class Journal:
    """One open journal file. All reading and writing of records goes through its two blocks."""

    def __init__(
        self,
        path: Path,
        connection: RawConnection,
        clock: Clock,
        passphrase: str | None,
        *,
        read_only: bool,
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.clock = clock
        self.announce: Callable[[Announcement], None] = lambda announcement: None
        self._raw = connection
        self._passphrase = passphrase
        self._is_encrypted = passphrase is not None
        self._engine = engine_on(connection)
        self._guard = threading.RLock()
        self._copies = RunningCopies(path, self._guard)
        self._session: Session | None = None
        self._is_writing = False
        self._remembered: dict[str, tuple[int, Any]] = {}
        self._steps = steps.StepLog()
        self._closed = False
        self._lies_at = _place(path)
        self.ended_too_early = False
        """Whether the program that had it open last did not come to close it."""
        self.put_by: tuple[Path, ...] = ()
        """Logs of another journal that lay beside this one when it was opened."""

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that only reads; inside a writing block it is the block's own."""
        with self._guard:
            if self._session is not None:
                yield self._session
                return
            with faults.told_in_words(self.path), self._engine.connect() as connection:
                session = Session(connection, expire_on_commit=False)
                self._session = session
                try:
                    yield session
                finally:
                    self._session = None
                    session.close()

    def remembered(self, name: str, read: Callable[[Session], T]) -> T:
        """What `read` finds, read anew only when something was written since the last time.

        Inside a writing block it is always read, for the block may yet be given up; and where
        this program does not write, for another one may.
        """
        with self.reading() as session:
            if self._is_writing or self.read_only:
                return read(session)
            written = self._raw.total_changes
            known = self._remembered.get(name)
            if known is None or known[0] != written:
                known = self._remembered[name] = (written, read(session))
            return cast(T, known[1])

    @contextmanager
    def writing(
        self, label: str, *, join: str | None = None, source: str = ""
    ) -> Iterator[Session]:
        """The one way to change data: one transaction, kept as one step that can be undone.

        A block inside a block belongs to the outer step. Edits with the same `join` within five
        minutes become one step. `source` lets an editor know the echo of its own change.
        """
        with self._guard:
            if self._session is not None and self._is_writing:
                yield self._session
                self._session.flush()
                return
            with self._block() as connection:
                session = Session(connection, expire_on_commit=False)
                recorder = Recorder(session, self.clock)
                self._session, self._is_writing = session, True
                try:
                    yield session
                    session.flush()
                finally:
                    self._session, self._is_writing = None, False
                    session.expunge_all()
                announcement = self._store_step(connection, recorder, label, join, source)
        if announcement is not None:
            self.announce(announcement)

    @contextmanager
    def _block(self) -> Iterator[Connection]:
        if self.read_only:
            raise faults.read_only(self.path)
        if self._session is not None:
            raise Bug("A writing block inside a reading block.")
        with faults.told_in_words(self.path), self._engine.connect() as plain:
            connection = plain.execution_options(writing=True)
            try:
                with connection.begin():
                    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
                    before = self._raw.total_changes
                    yield connection
                    if self._raw.in_transaction and self._raw.total_changes != before:
                        self._make_ready_to_commit(connection)
            except BaseException:
                # A commit that SQLite refuses leaves its transaction open.
                if self._raw.in_transaction:
                    self._raw.execute("ROLLBACK")
                raise

    def write_images(
        self, label: str, find: Callable[[Connection], list[Image]]
    ) -> Announcement | None:
        """One step made of images of rows, for what comes back or comes in as a whole.

        `find` may look at the journal inside the step's own transaction. It can be undone like
        any other step; None when there is nothing to change.
        """
        with self._guard:
            self.seal()
            with self._block() as connection:
                images = [image for image in find(connection) if image.before != image.after]
                if not images:
                    return None
                refs = write_back(connection, images, forwards=True)
                self._steps.store(connection, label, images, self.clock.now(), join=None, source="")
        announcement = Announcement(label, tuple(refs))
        self.announce(announcement)
        return announcement

    @contextmanager
    def aside(self) -> Iterator[Connection]:
        """A transaction on what is no record and leaves no step: drafts, the history itself."""
        with self._guard, self._block() as connection:
            yield connection

    def forget(self, records: Collection[str]) -> None:
        """Take removed records out of the history for good; not a byte of them stays in the file.

        What is overwritten is wiped at once, and the log beside the file is emptied into it.
        """
        self.seal()
        with self.aside() as connection:
            forgetting.forget(connection, records)
        with self._guard, faults.told_in_words(self.path):
            self._raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def dissolve_old_steps(self) -> None:
        """Turn what is older than thirty days from steps into versions."""
        with self.aside() as connection:
            versions.dissolve(connection, self.clock.now())

    def _store_step(
        self,
        connection: Connection,
        recorder: Recorder,
        label: str,
        join: str | None,
        source: str,
    ) -> Announcement | None:
        images = recorder.images()
        if not images:
            return None
        opened = self._steps.store(
            connection, label, images, self.clock.now(), join=join, source=source
        )
        self._make_ready_to_commit(connection)
        connection.commit()
        self._steps.opened(opened)
        return Announcement(label, tuple(Ref(image.kind, image.id) for image in images), source)

    def _make_ready_to_commit(self, connection: Connection) -> None:
        """What is written into a file that lies nowhere any more must not count as saved."""
        if _place(self.path) != self._lies_at:
            raise faults.moved(self.path)
        # So that the log beside the file always tells whose log it is.
        connection.exec_driver_sql("UPDATE identity SET commits = commits + 1")

    @cached_property
    def identity(self) -> str:
        """What this journal and all its copies have in common; nothing else has it."""
        with self._guard, faults.told_in_words(self.path):
            return identity_of(self._raw)

    def last_changed(self) -> datetime | None:
        """When the newest step was made; None for a journal without any."""
        with self.reading() as session:
            made = session.connection().exec_driver_sql("SELECT max(made) FROM step").scalar()
        return datetime.fromisoformat(made) if made else None

    @property
    def passphrase(self) -> str | None:
        """What the file was opened with; never shown or logged."""
        return self._passphrase

    @property
    def is_encrypted(self) -> bool:
        """Whether the file cannot be read without a passphrase."""
        return self._is_encrypted

    def seal(self) -> None:
        """The next edit of a text begins a step of its own."""
        self._steps.seal()

    def end_undo_list(self) -> None:
        """What was done so far can no longer be taken back; it stays in the history."""
        self.seal()
        with self._guard, self._block() as connection:
            steps.end_list(connection)

    def undo_label(self) -> str | None:
        """The name of the step that undo would take back."""
        with self.reading() as session:
            step = steps.last_done(session.connection(), self.clock.now())
        return step.label if step else None

    def redo_label(self) -> str | None:
        """The name of the step that redo would bring back."""
        with self.reading() as session:
            step = steps.first_undone(session.connection())
        return step.label if step else None

    def undo(self) -> Announcement | None:
        """Take back the last step."""
        return self._move(
            lambda connection: steps.last_done(connection, self.clock.now()), steps.take_back
        )

    def redo(self) -> Announcement | None:
        """Bring back the step that was taken back last."""
        return self._move(steps.first_undone, steps.bring_back)

    def _move(
        self,
        find: Callable[[Connection], steps.Step | None],
        apply: Callable[[Connection, steps.Step], list[Ref]],
    ) -> Announcement | None:
        with self._guard:
            self.seal()
            with self._block() as connection:
                step = find(connection)
                if step is None:
                    return None
                refs = apply(connection, step)
        announcement = Announcement(step.label, tuple(refs))
        self.announce(announcement)
        return announcement

    def copy_to(self, target: Path, say: copies.Say | None = None) -> None:
        """A verified copy of the journal, whole or not at all; it is used meanwhile.

        `say` is told how many of how many pages are done. A journal that is closed meanwhile ends
        the copy.
        """
        with self._copies.one(say) as told, faults.told_in_words(self.path):
            copies.copy_verified(self._raw, target, self._passphrase, guard=self._guard, say=told)

    def reencrypted_copy(self, passphrase: str | None) -> Path:
        """An unfinished file beside the journal that holds all of it under another passphrase."""
        with self._guard, faults.told_in_words(self.path):
            return reencrypted.reencrypted_copy(self._raw, self.path, passphrase)

    def file_format(self) -> FileFormat:
        """What the file is to any other program."""
        with self._guard, faults.told_in_words(self.path):
            return format_of(self._raw, encrypted=self.is_encrypted)

    def check(self) -> list[str]:
        """What is wrong with the file, in words; nothing when all is well."""
        with self._guard, faults.told_in_words(self.path):
            return check.faults_of(self._raw, writing=not self.read_only)

    def check_apart(self, say: copies.Say | None = None) -> list[str]:
        """The same and the search index in any case, on a copy: the journal is used meanwhile.

        Where no copy can be made, the journal itself is looked through.
        """
        try:
            with (
                self._copies.one(say) as told,
                faults.told_in_words(self.path),
                copies.scratch_copy(
                    self._raw, self.path, self._passphrase, guard=self._guard, say=told
                ) as copy,
            ):
                return check.faults_of(copy, writing=True)
        except MachineFault:
            if self._closed:
                raise
            return self.check()

    def mend_index_if_drifted(self) -> None:
        """Fill the full-text index anew when it does not match the records."""
        with self._guard, faults.told_in_words(self.path):
            sound = search_index.agrees(self._raw.execute)
        if not sound:
            self.mend_index()

    def mend_index(self) -> None:
        """Fill the full-text index anew from the records."""
        with self._guard, self._block() as connection:
            search_index.refill(connection.exec_driver_sql)

    def close(self) -> None:
        """Leave exactly one file behind; closing twice is the same as once."""
        with self._guard:
            if self._closed:
                return
            self._closed = True
            self._copies.end()
            try:
                if not self.read_only:
                    # What keeps old steps from dissolving keeps nobody from closing.
                    with suppress(MachineFault):
                        self.dissolve_old_steps()
                    with faults.told_in_words(self.path):
                        settle(self.path, self._raw)
                    take_note_away(self.path)
            finally:
                self._passphrase = None
                self._engine.dispose()
                self._raw.close()


def _place(path: Path) -> tuple[int, int] | None:
    """Which file lies under this name; None when there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return (status.st_dev, status.st_ino)
