"""Journals for tests: small ones with a fixed clock, and the bytes of broken ones."""

import hashlib
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from leadjournal.base.clock import FixedClock
from leadjournal.model.catalogue import KINDS
from leadjournal.services.journals import create_workspace
from leadjournal.services.workspace import Workspace
from leadjournal.store.journal_file import Journal
from leadjournal.store.journals import create_journal

NOW = datetime(2025, 10, 31, 16, 0, tzinfo=UTC)
TODAY = date(2025, 10, 31)
PASSPHRASE = "four calm words here"


def new_journal(
    folder: Path, *, passphrase: str | None = None, name: str = "a.leadjournal"
) -> Journal:
    """An empty journal that is open."""
    return create_journal(folder / name, passphrase, FixedClock(NOW))


def new_workspace(folder: Path, *, passphrase: str | None = None) -> Workspace:
    """An empty journal with everything a user can do in it."""
    return create_workspace(
        folder / "a.leadjournal", "A journal", passphrase, FixedClock(NOW), door="command"
    )


def rows(journal: Journal) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every kind as the file holds it."""
    with journal.reading() as session:
        connection = session.connection()
        return {
            kind.id: [
                tuple(row)
                for row in connection.exec_driver_sql(f'SELECT * FROM "{kind.table}" ORDER BY id')
            ]
            for kind in KINDS
        }


def digest(path: Path) -> str:
    """The bytes of a file in one word."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
