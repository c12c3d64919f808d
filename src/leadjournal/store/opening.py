"""From a path to a connection on a journal that is known to be one."""

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from leadjournal.base import folders
from leadjournal.base.ending import ENDING
from leadjournal.base.errors import (
    MissingFile,
    NewerJournal,
    NotAJournal,
    UserMistake,
)
from leadjournal.base.files import cannot_write, sync_folder
from leadjournal.base.words import _
from leadjournal.store import faults
from leadjournal.store.check import follows_the_index, is_ours
from leadjournal.store.copies import copy_verified
from leadjournal.store.engine import (
    APPLICATION_ID,
    LOCKING,
    Deadline,
    DriverError,
    RawConnection,
    connect,
    distrust,
    prepare,
)
from leadjournal.store.lock import take_note_away
from leadjournal.store.migrations import MIGRATIONS, SCHEMA
from leadjournal.store.search_index import drop_triggers, install, refill
from leadjournal.store.swap import part_beside

_SMALLEST = 512


def real(path: Path) -> Path:
    """The file behind a name; a link that leads nowhere stays what it is."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path


def examine(path: Path) -> None:
    """Refuse what cannot be a journal by looking at it from outside; nothing is opened."""
    try:
        status = path.stat()
    except FileNotFoundError:
        raise MissingFile(
            _("There is no journal at {file}.").format(file=path),
            way_out=_("Check the name, or open a backup if it was moved or removed."),
        ) from None
    except PermissionError as fault:
        raise faults.out_of_reach(path) from fault
    except (OSError, ValueError) as fault:
        raise _not_a_journal(path, str(getattr(fault, "strerror", "") or fault)) from None
    if stat.S_ISDIR(status.st_mode):
        raise _not_a_journal(path, _("it is a folder"))
    if not stat.S_ISREG(status.st_mode):
        raise _not_a_journal(path, _("it is not a file"))
    if status.st_size == 0:
        raise _not_a_journal(path, _("the file is empty (0 bytes)"))
    if status.st_size < _SMALLEST:
        raise _not_a_journal(path, _("the file is too short to be one"))
    if was_left_open(path) and not os.access(path.parent, os.W_OK):
        raise faults.left_open(path)


def _not_a_journal(path: Path, reason: str) -> NotAJournal:
    return NotAJournal(
        _("{file} is not a journal: {reason}.").format(file=path, reason=reason),
        _("The file was left as it is."),
        _("Open another file or a backup."),
    )


def needs_passphrase(path: Path) -> bool:
    """Whether the file cannot be read without one; True as well for what is no journal at all."""
    path = real(path)
    examine(path)
    with faults.told_in_words(path):
        # The first page alone is looked at, whatever a killed program left beside the file.
        connection = connect(path, "ro&immutable=1", None)
        try:
            distrust(connection)
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except DriverError as fault:
            if "file is not a database" in str(fault):
                return True
            raise
        finally:
            connection.close()
    return False


def open_connection(
    path: Path,
    passphrase: str | None,
    *,
    writing: bool,
    migrations: Sequence[str] = MIGRATIONS,
) -> RawConnection:
    """A prepared connection on the journal at `path`; an older one is brought up to date.

    Before that, a verified copy is made beside it.
    """
    examine(path)
    may_write = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    if writing and not may_write:
        raise faults.read_only(path)
    with faults.told_in_words(path):
        if not writing and may_write and was_left_open(path):
            # Only reading would show older data than a killed program had saved.
            _write_once(path, passphrase, migrations)
        connection, schema = _connected(path, passphrase, migrations, writing=writing)
        if writing or schema == len(migrations):
            return connection
        connection.close()
        if not may_write:
            raise faults.older(path)
        _write_once(path, passphrase, migrations)
        return _connected(path, passphrase, migrations, writing=False)[0]


def _write_once(path: Path, passphrase: str | None, migrations: Sequence[str]) -> None:
    connection, _schema = _connected(path, passphrase, migrations, writing=True)
    try:
        settle(path, connection)
        take_note_away(path)
    finally:
        connection.close()


def _connected(
    path: Path, passphrase: str | None, migrations: Sequence[str], *, writing: bool
) -> tuple[RawConnection, int]:
    has_log = was_left_open(path)
    connection = connect(path, "rw" if writing else _reading_mode(path), passphrase)
    try:
        deadline = distrust(connection)
        if writing:
            # Before the first read: a journal left in WAL mode by a kill is then recovered
            # without a shared-memory file, which would stay behind.
            connection.execute(LOCKING)
        schema = recognise(path, connection, passphrase, migrations, deadline)
        deadline.lift()
        if not has_log and path.stat().st_nlink > 1:
            _refuse_a_second_name(path, connection)
        prepare(connection, writing=writing)
        if writing:
            _bring_up_to_date(path, connection, passphrase, migrations, schema)
    except BaseException:
        connection.close()
        raise
    return connection, schema


def _reading_mode(path: Path) -> str:
    """On a medium that is read-only SQLite could not open a file in WAL mode; nobody writes there.

    A log beside it has been refused before: with it the file alone would show older data.
    """
    read_only = hasattr(os, "statvfs") and os.statvfs(path).f_flag & os.ST_RDONLY
    return "ro&immutable=1" if read_only and not was_left_open(path) else "ro"


def _bring_up_to_date(
    path: Path,
    connection: RawConnection,
    passphrase: str | None,
    migrations: Sequence[str],
    schema: int,
) -> None:
    if schema < len(migrations):
        _upgrade(path, connection, passphrase, migrations)
    elif not follows_the_index(connection):
        # Whatever these triggers say, they have not acted yet: nothing was written so far.
        connection.execute("BEGIN IMMEDIATE")
        refill(connection.execute)
        connection.execute("COMMIT")


def settle(path: Path, connection: RawConnection) -> None:
    """Bring all that was written into the one file and leave WAL mode."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    path.with_name(f"{path.name}-shm").unlink(missing_ok=True)


def was_left_open(path: Path) -> bool:
    """Whether a program that was killed left its log beside the journal."""
    try:
        return path.with_name(f"{path.name}-wal").exists()
    except PermissionError:
        return False


def _refuse_a_second_name(path: Path, connection: RawConnection) -> None:
    # The log of a program that was killed lies beside the name it used. Written by another name
    # of the same file, the journal would be damaged when that log is taken in later.
    if connection.execute("PRAGMA journal_mode").fetchone() == ("wal",):
        raise faults.second_name(path)


def recognise(
    path: Path,
    connection: RawConnection,
    passphrase: str | None,
    migrations: Sequence[str],
    deadline: Deadline,
) -> int:
    """Refuse what is not ours, newer, cut or strange; gives the schema the file has."""
    try:
        (mark,) = connection.execute("PRAGMA application_id").fetchone()
        (schema,) = connection.execute("PRAGMA user_version").fetchone()
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except DriverError as fault:
        if passphrase is None and "file is not a database" in str(fault):
            raise _closed_or_foreign(path) from fault
        raise
    if mark != APPLICATION_ID:
        raise _not_a_journal(path, _("another program made it"))
    if schema > SCHEMA:
        raise NewerJournal(
            _("{file} was made by a newer version of leadjournal.").format(file=path),
            _("The file was left as it is."),
            _("Open it with that version, or install the newer one here."),
        )
    (page,) = connection.execute("PRAGMA page_size").fetchone()
    if schema < 1 or (path.stat().st_size % int(page) and not _leftover(path)):
        raise faults.damaged(path)
    deadline.begin()
    if not is_ours(connection, migrations[:schema]):
        raise faults.strange(path)
    return int(schema)


def _leftover(path: Path) -> bool:
    """Whether a crash left changes beside the file that the next opening brings in."""
    beside = path.with_name(f"{path.name}-wal")
    return beside.exists() and beside.stat().st_size > 0


def _closed_or_foreign(path: Path) -> NotAJournal:
    return NotAJournal(
        _("{file} needs a passphrase, or it is not a journal.").format(file=path),
        _("The file was left as it is."),
        _("Give the passphrase, or open another file."),
    )


def create_file(path: Path, passphrase: str | None) -> None:
    """Make a new, empty journal at `path`, whole or not at all; an existing file is refused."""
    if path.suffix != ENDING:
        raise UserMistake(
            _("The name of a journal ends in {ending}.").format(ending=ENDING),
            _("Nothing was made."),
            _("Choose such a name, for example {name}.").format(name=f"{path.stem}{ENDING}"),
        )
    if path.exists() or path.is_symlink():
        raise UserMistake(
            _("{file} is already there.").format(file=path),
            _("It was left as it is."),
            _("Choose another name."),
        )
    try:
        temporary = part_beside(path)
    except ValueError as fault:
        raise cannot_write(path, OSError(0, str(fault))) from fault
    try:
        with faults.told_in_words(path):
            _fill(temporary, passphrase)
        temporary.replace(path)
        sync_folder(path.parent)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _fill(path: Path, passphrase: str | None) -> None:
    connection = connect(path, "rw", passphrase)
    try:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        migrate(connection, 0)
    finally:
        connection.close()


def _upgrade(
    path: Path, connection: RawConnection, passphrase: str | None, migrations: Sequence[str]
) -> None:
    (schema,) = connection.execute("PRAGMA user_version").fetchone()
    kept = folders.backups(path) / f"{path.stem} before version {len(migrations)}{path.suffix}"
    if not kept.exists():
        copy_verified(connection, kept, passphrase)
    migrate(connection, schema, migrations)


def migrate(connection: RawConnection, schema: int, migrations: Sequence[str] = MIGRATIONS) -> None:
    """Bring the file from `schema` to the present one, each step in one transaction."""
    for number in range(schema, len(migrations)):
        connection.execute("BEGIN IMMEDIATE")
        try:
            if number == schema:
                # What an older file calls a trigger of ours was never compared with anything.
                drop_triggers(connection.execute)
            for statement in statements(migrations[number]):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number + 1}")
            if number + 1 == len(migrations):
                install(connection.execute)
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise


def statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: a script as a whole would end the transaction."""
    begun = ""
    for line in script.splitlines(keepends=True):
        begun += line
        if driver.complete_statement(begun):
            yield begun.strip()
            begun = ""
