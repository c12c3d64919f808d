"""What a closed journal file holds, looked at from outside: for the list of backups."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from leadjournal.model.catalogue import KINDS
from leadjournal.store import faults
from leadjournal.store.check import is_sound
from leadjournal.store.engine import RawConnection, connect, distrust, prepare
from leadjournal.store.identity import identity_of
from leadjournal.store.migrations import MIGRATIONS
from leadjournal.store.opening import examine, recognise

_PLAIN = b"SQLite format 3\x00"
_NEWEST = "SELECT day, title, text FROM entry ORDER BY day DESC, created DESC LIMIT ?"


@dataclass(frozen=True, slots=True)
class Contents:
    """Whose copy it is (nothing in files of the first schema), and how many of each kind."""

    identity: str
    counts: dict[str, int]

    @property
    def entries(self) -> int:
        """How many entries it holds."""
        return self.counts.get("entry", 0)


@dataclass(frozen=True, slots=True)
class Glimpse:
    """A look into a copy: the ids of its entries, and the newest ones as day and first words."""

    entries: frozenset[str]
    newest: tuple[tuple[date, str], ...]


def looks_plain(path: Path) -> bool:
    """Whether the file says it needs no passphrase; it must not be open in this program."""
    with path.open("rb") as file:
        return file.read(len(_PLAIN)) == _PLAIN


def contents_of(path: Path, passphrase: str | None, *, thoroughly: bool) -> Contents:
    """Open a copy for reading and count; every reason why it cannot be told is a Problem.

    Thoroughly is with the check of every page and reference.
    """
    with opened_apart(path, passphrase) as connection:
        found = Contents(identity_of(connection), _counts(connection))
        if thoroughly and not is_sound(connection):
            raise faults.damaged(path)
        return found


def glimpse(path: Path, passphrase: str | None, newest: int) -> Glimpse:
    """The entries of a copy, to be set beside those of the present journal."""
    with opened_apart(path, passphrase) as connection:
        ids = frozenset(id_ for (id_,) in connection.execute("SELECT id FROM entry"))
        rows = connection.execute(_NEWEST, (newest,)).fetchall()
    return Glimpse(
        ids,
        tuple(
            (date.fromisoformat(day), title or text.strip().partition("\n")[0])
            for day, title, text in rows
        ),
    )


@contextmanager
def opened_apart(path: Path, passphrase: str | None) -> Iterator[RawConnection]:
    """A connection that only reads a closed copy; nothing is written beside it or into it.

    The passphrase is left out where the copy needs none. What is in it is compared with what a
    journal holds before anything else is read.
    """
    examine(path)
    key = None if passphrase is None or looks_plain(path) else passphrase
    with faults.told_in_words(path):
        connection = connect(path, "ro", key)
        try:
            deadline = distrust(connection)
            # With a passphrase or none, garbage is told alike here: the list asks for one then.
            recognise(path, connection, key or "", MIGRATIONS, deadline)
            deadline.lift()
            prepare(connection, writing=False)
            yield connection
        finally:
            connection.close()


def _counts(connection: RawConnection) -> dict[str, int]:
    tables = _tables(connection)
    return {
        kind.id: _number(connection, f'SELECT count(*) FROM "{kind.table}"')
        for kind in KINDS
        if kind.table in tables
    }


def _tables(connection: RawConnection) -> frozenset[str]:
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    return frozenset(str(name) for (name,) in rows)


def _number(connection: RawConnection, question: str) -> int:
    return int(connection.execute(question).fetchone()[0])
