from pathlib import Path

import pytest

from leadjournal.model.entry import EntryDraft
from leadjournal.store.engine import DatabaseFault, RawConnection, connect
from leadjournal.store.migrations import MIGRATIONS, SCHEMA
from leadjournal.store.opening import migrate, open_connection, statements
from tests.support.journals import PASSPHRASE, TODAY, new_workspace

NEXT = (
    "CREATE TABLE later (id TEXT);\n"
    "CREATE TRIGGER t AFTER INSERT ON later BEGIN\n SELECT 1;\nEND;\n"
)
BROKEN = "CREATE TABLE later (id TEXT);\nCREATE TABLE later (id TEXT);\n"


def version(connection: RawConnection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def tables(connection: RawConnection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_schema").fetchall()}


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_an_older_journal_is_brought_up_to_date_after_a_verified_copy(
    tmp_path: Path, passphrase: str | None
) -> None:
    space = new_workspace(tmp_path, passphrase=passphrase)
    space.entries.add(EntryDraft(day=TODAY, title="Kept"))
    space.close()
    connection = open_connection(
        space.path, passphrase, writing=True, migrations=(*MIGRATIONS, NEXT)
    )
    assert version(connection) == SCHEMA + 1
    assert "later" in tables(connection)
    assert connection.execute("SELECT title FROM entry").fetchall() == [("Kept",)]
    connection.close()
    (copy,) = (tmp_path / "backups").iterdir()
    before = connect(copy, "ro", passphrase)
    assert version(before) == SCHEMA
    assert before.execute("SELECT title FROM entry").fetchall() == [("Kept",)]
    before.close()


def test_a_migration_that_fails_leaves_the_schema_as_it_was(tmp_path: Path) -> None:
    space = new_workspace(tmp_path)
    space.close()
    connection = connect(space.path, "rw", None)
    with pytest.raises(DatabaseFault):
        migrate(connection, SCHEMA, (*MIGRATIONS, BROKEN))
    assert version(connection) == SCHEMA
    assert "later" not in tables(connection)
    connection.close()


def test_a_script_is_cut_between_its_statements() -> None:
    assert list(statements(NEXT)) == [
        "CREATE TABLE later (id TEXT);",
        "CREATE TRIGGER t AFTER INSERT ON later BEGIN\n SELECT 1;\nEND;",
    ]
