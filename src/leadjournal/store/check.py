"""Is the file sound, are the references whole, does the index match, is the schema ours?"""

import sqlcipher3.dbapi2 as driver

from leadjournal.base.words import _, ngettext
from leadjournal.store.engine import RawConnection
from leadjournal.store.migrations import MIGRATIONS
from leadjournal.store.search_index import agrees, trigger_statements

_SCHEMA = "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name"


def faults_of(connection: RawConnection, *, writing: bool) -> list[str]:
    """What is wrong, in words; nothing when all is well."""
    found = []
    for (line,) in connection.execute("PRAGMA quick_check(20)").fetchall():
        if line != "ok":
            found.append(_("The file is damaged: {detail}.").format(detail=line))
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        words = ngettext(
            "{count} record points at a record that is gone.",
            "{count} records point at records that are gone.",
            len(broken),
        )
        found.append(words.format(count=len(broken)))
    if connection.execute(_SCHEMA).fetchall() != expected_schema():
        found.append(_("The tables are not those this version makes."))
    if writing and not agrees(connection.execute):
        found.append(index_fault())
    return found


def index_fault() -> str:
    """The one fault that filling the index anew mends."""
    return _("The search index does not match the records.")


def expected_schema() -> list[tuple[str, str, str]]:
    """What a new journal's schema looks like."""
    memory = _in_memory()
    try:
        rows: list[tuple[str, str, str]] = memory.execute(_SCHEMA).fetchall()
        return rows
    finally:
        memory.close()


def _in_memory() -> RawConnection:
    memory = driver.connect(":memory:", isolation_level=None)
    for migration in MIGRATIONS:
        memory.executescript(migration)
    for statement in trigger_statements():
        memory.execute(statement)
    return memory
