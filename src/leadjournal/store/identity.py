"""Whose copy a file is: a journal and all its copies have one word in common."""

from leadjournal.store.engine import RawConnection

_SINCE = 2
"""The schema from which on a journal knows its identity."""


def identity_of(connection: RawConnection) -> str:
    """The identity of the journal in an open file; nothing in one of the first schema."""
    if connection.execute("PRAGMA user_version").fetchone()[0] < _SINCE:
        return ""
    row = connection.execute("SELECT journal FROM identity").fetchone()
    return str(row[0]) if row else ""
