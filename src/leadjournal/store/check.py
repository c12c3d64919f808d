"""Is the file sound, are the references whole, does the index match, is the schema ours?"""

from collections.abc import Sequence

import sqlcipher3.dbapi2 as driver

from leadjournal.base.errors import DamagedJournal
from leadjournal.base.words import _, ngettext
from leadjournal.model.catalogue import KINDS
from leadjournal.store.changes import unpacked, unpacked_row
from leadjournal.store.engine import RawConnection
from leadjournal.store.migrations import MIGRATIONS
from leadjournal.store.search_index import agrees, trigger_statements

_MOST_TRIGGERS = 400
_SCHEMA = "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name"


def faults_of(connection: RawConnection, *, writing: bool) -> list[str]:
    """What is wrong, in words; nothing when all is well."""
    found = []
    for (line,) in connection.execute("PRAGMA quick_check(20)").fetchall():
        if line != "ok":
            found.append(_("The file is damaged: {detail}.").format(detail=line))
    broken = len(connection.execute("PRAGMA foreign_key_check").fetchall())
    broken += sum(_without_an_end(connection, end) for end in ("from", "to"))
    if broken:
        words = ngettext(
            "{count} record points at a record that is gone.",
            "{count} records point at records that are gone.",
            broken,
        )
        found.append(words.format(count=broken))
    if not _history_can_be_read(connection):
        found.append(_("A part of the journal’s history cannot be read."))
    if connection.execute(_SCHEMA).fetchall() != expected_schema():
        found.append(_("The tables are not those this version makes."))
    if writing and not agrees(connection.execute):
        found.append(index_fault())
    return found


def _without_an_end(connection: RawConnection, end: str) -> int:
    """References that lead to or from nothing: no foreign key can watch over them."""
    missing = 0
    for kind in KINDS:
        (count,) = connection.execute(
            f"SELECT count(*) FROM reference WHERE {end}_kind = ? "
            f'AND {end}_id NOT IN (SELECT id FROM "{kind.table}")',
            (kind.id,),
        ).fetchone()
        missing += int(count)
    return missing


def _history_can_be_read(connection: RawConnection) -> bool:
    try:
        for (content,) in connection.execute("SELECT images FROM step"):
            unpacked(content)
        for (content,) in connection.execute("SELECT image FROM version"):
            unpacked_row(content)
    except DamagedJournal:
        return False
    return True


def index_fault() -> str:
    """The one fault that filling the index anew mends."""
    return _("The search index does not match the records.")


def is_sound(connection: RawConnection) -> bool:
    """Whether every page and every reference of the file is whole."""
    return (
        connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        and connection.execute("PRAGMA foreign_key_check").fetchone() is None
    )


def is_ours(connection: RawConnection, migrations: Sequence[str]) -> bool:
    """Whether the file holds exactly the tables that these migrations make, and nothing that acts.

    The triggers of the search index are left out: whatever they say, they are made anew before
    the file is written to.
    """
    expected = _schema_of(migrations)
    found = connection.execute(_SCHEMA).fetchmany(len(expected) + _MOST_TRIGGERS)
    return [row for row in found if not _follows_the_index(row)] == expected


def follows_the_index(connection: RawConnection) -> bool:
    """Whether the triggers of the search index are those that this version makes."""
    return [row for row in connection.execute(_SCHEMA).fetchall() if _follows_the_index(row)] == [
        row for row in expected_schema() if _follows_the_index(row)
    ]


def _follows_the_index(row: tuple[str, str, str]) -> bool:
    return row[0] == "trigger" and row[1].startswith("search_")


def expected_schema() -> list[tuple[str, str, str]]:
    """What the schema of a journal looks like, with the triggers of the search index."""
    return _schema_of(MIGRATIONS, trigger_statements())


def _schema_of(
    migrations: Sequence[str], triggers: Sequence[str] = ()
) -> list[tuple[str, str, str]]:
    memory = driver.connect(":memory:", isolation_level=None)
    try:
        for migration in migrations:
            memory.executescript(migration)
        for statement in triggers:
            memory.execute(statement)
        rows: list[tuple[str, str, str]] = memory.execute(_SCHEMA).fetchall()
        return rows
    finally:
        memory.close()
