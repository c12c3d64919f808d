from pathlib import Path

from sqlmodel import SQLModel

from leadjournal.base.clock import FixedClock
from leadjournal.model.catalogue import KINDS
from leadjournal.services.journals import open_workspace
from leadjournal.store.check import expected_schema
from leadjournal.store.engine import APPLICATION_ID, connect
from leadjournal.store.migrations import SCHEMA
from leadjournal.store.search_index import trigger_statements
from tests.support.journals import NOW, new_journal

FOSSILS = Path(__file__).parent.parent / "fossils"


def columns_of(path: Path, table: str) -> set[tuple[str, str, bool, bool]]:
    connection = connect(path, "ro", None)
    try:
        found = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    finally:
        connection.close()
    return {
        (name, kind, bool(needed), bool(key)) for _n, name, kind, needed, _default, key in found
    }


def test_the_migrations_make_the_tables_of_the_model(tmp_path: Path) -> None:
    journal = new_journal(tmp_path)
    journal.close()
    for table in SQLModel.metadata.sorted_tables:
        wanted = {
            (column.name, str(column.type), not column.nullable, column.primary_key)
            for column in table.columns
        }
        assert columns_of(journal.path, table.name) == wanted, table.name


def test_every_foreign_key_and_index_of_the_model_is_made(tmp_path: Path) -> None:
    journal = new_journal(tmp_path)
    journal.close()
    connection = connect(journal.path, "ro", None)
    for table in SQLModel.metadata.sorted_tables:
        keys = {
            (row[3], row[2])
            for row in connection.execute(f'PRAGMA foreign_key_list("{table.name}")').fetchall()
        }
        assert keys == {
            (column.name, key.column.table.name)
            for column in table.columns
            for key in column.foreign_keys
        }
        made = {row[1] for row in connection.execute(f'PRAGMA index_list("{table.name}")')}
        assert {str(index.name) for index in table.indexes} <= made
    connection.close()


def test_every_table_of_the_model_is_in_the_catalogue() -> None:
    assert {kind.table for kind in KINDS} == set(SQLModel.metadata.tables)


def test_a_journal_is_marked_as_ours(tmp_path: Path) -> None:
    journal = new_journal(tmp_path)
    journal.close()
    connection = connect(journal.path, "ro", None)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
    connection.close()


def test_a_new_journal_is_what_the_check_expects(tmp_path: Path) -> None:
    journal = new_journal(tmp_path)
    assert journal.check() == []
    assert len(expected_schema()) > len(trigger_statements())
    journal.close()


def test_every_schema_that_was_ever_released_opens_with_all_it_holds(tmp_path: Path) -> None:
    fossils = sorted(FOSSILS.glob("*.leadjournal"))
    assert [path.stem for path in fossils] == [f"schema-{n}" for n in range(1, SCHEMA + 1)]
    for fossil in fossils:
        copy = tmp_path / fossil.name
        copy.write_bytes(fossil.read_bytes())
        workspace = open_workspace(copy, None, FixedClock(NOW))
        report = workspace.backups.check()
        assert report.ok
        assert report.counts["entry"] == 198
        assert round(workspace.figures.on().debt.total, 1) == 36.1
        workspace.close()
