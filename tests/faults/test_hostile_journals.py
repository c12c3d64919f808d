"""F16 and F17: an index that drifted, and a journal that somebody made to do harm."""

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import DamagedJournal, MachineFault
from leadjournal.model.entry import EntryDraft
from leadjournal.services.journals import open_workspace
from leadjournal.services.workspace import Workspace
from leadjournal.store import engine
from leadjournal.store.engine import RawConnection, connect
from leadjournal.store.search_index import agrees
from tests.support.journals import NOW, TODAY, digest, new_workspace

CLOCK = FixedClock(NOW)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    space = new_workspace(tmp_path / "j")
    for title in ("the kraken", "calm sea", "harbour"):
        space.entries.add(EntryDraft(day=TODAY, title=title, text=f"{title} seen"))
    space.close()
    return space.path


def changed(path: Path, act: Callable[[RawConnection], object]) -> None:
    """Do something to the file by hand, as no version of ours would."""
    connection = connect(path, "rw", None)
    act(connection)
    connection.close()


def pretend_it_was_killed(path: Path) -> None:
    path.with_name(f"{path.name}-wal").touch()


def found(space: Workspace, word: str) -> set[str]:
    return {hit.title for hit in space.search.find(word)}


# F16: the index drifts


def without_trigger(connection: RawConnection) -> None:
    for name in ("search_entry_added", "search_entry_changed", "search_entry_removed"):
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(
        "UPDATE entry SET title = 'the leviathan', text = '' WHERE title = 'the kraken'"
    )
    connection.execute("DELETE FROM entry WHERE title = 'harbour'")
    connection.execute(
        "INSERT INTO entry SELECT day, kind, 'an island', text, direction, energy, best_hour, "
        "privacy, reflection_id, 'abc', created, changed FROM entry WHERE title = 'calm sea'"
    )


def drifted_with_triggers(connection: RawConnection) -> None:
    triggers = [
        sql
        for (sql,) in connection.execute(
            "SELECT sql FROM sqlite_schema WHERE name LIKE 'search_entry_%' AND type = 'trigger'"
        )
    ]
    without_trigger(connection)
    for trigger in triggers:
        connection.execute(trigger)


@pytest.mark.parametrize("harm", [without_trigger, drifted_with_triggers])
def test_f16_an_index_that_no_longer_follows_is_mended_silently(
    path: Path, harm: Callable[[RawConnection], object]
) -> None:
    changed(path, harm)
    plain = connect(path, "ro", None)
    assert plain.execute("PRAGMA quick_check").fetchone() == ("ok",)
    plain.close()
    pretend_it_was_killed(path)
    space = open_workspace(path, None, CLOCK)
    assert found(space, "leviathan") == {"the leviathan"}
    assert found(space, "kraken") == set()
    assert found(space, "harbour") == set()
    assert found(space, "island") == {"an island"}
    assert space.backups.check().ok
    space.close()


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM search_index_data WHERE id > 10",
        "DELETE FROM search_index_data",
        "DELETE FROM search_index_docsize",
        "DELETE FROM search_index_idx",
        "DELETE FROM search_text",
    ],
)
def test_f16_a_destroyed_index_is_made_anew(path: Path, harm: str) -> None:
    changed(path, lambda connection: connection.execute(harm))
    pretend_it_was_killed(path)
    space = open_workspace(path, None, CLOCK)
    assert found(space, "kraken") == {"the kraken"}
    assert agrees(space.entries.journal._raw.execute)
    assert space.backups.check().ok
    space.close()


def test_f16_the_check_on_demand_finds_and_mends_it_too(path: Path) -> None:
    space = open_workspace(path, None, CLOCK)
    space.entries.journal._raw.execute("DELETE FROM search_text WHERE title = 'calm sea'")
    assert space.entries.journal.check() != []
    assert space.backups.check().ok
    assert found(space, "calm") == {"calm sea"}
    space.close()


# F17: made to do harm


def extra_trigger(connection: RawConnection) -> None:
    connection.execute("CREATE TRIGGER harm AFTER INSERT ON entry BEGIN DELETE FROM entry; END")


def view_for_table(connection: RawConnection) -> None:
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("ALTER TABLE tag RENAME TO tag_before")
    connection.execute("CREATE VIEW tag AS SELECT * FROM tag_before")


def endless_view(connection: RawConnection) -> None:
    connection.execute("DROP TABLE draft")
    connection.execute(
        "CREATE VIEW draft AS WITH RECURSIVE n(key) AS (SELECT 1 UNION ALL SELECT key + 1 FROM n) "
        "SELECT key, '' AS made, '' AS content FROM n"
    )


def many_tables(connection: RawConnection) -> None:
    connection.execute("BEGIN")
    for number in range(5_000):
        connection.execute(f"CREATE TABLE t{number} (a)")
    connection.execute("COMMIT")


def computed_column(connection: RawConnection) -> None:
    connection.execute("ALTER TABLE tag ADD COLUMN more AS (zeroblob(1000000)) VIRTUAL")


def a_check_of_its_own(connection: RawConnection) -> None:
    connection.execute("DROP TABLE draft")
    connection.execute(
        "CREATE TABLE draft (key TEXT NOT NULL PRIMARY KEY, made TEXT NOT NULL, "
        "content TEXT NOT NULL CHECK (abs(length(content)) > -1)) WITHOUT ROWID"
    )


def an_index_that_computes(connection: RawConnection) -> None:
    connection.execute("CREATE INDEX harm ON entry (length(text) * 2)")


@pytest.mark.parametrize(
    "harm",
    [
        extra_trigger,
        view_for_table,
        endless_view,
        many_tables,
        computed_column,
        a_check_of_its_own,
        an_index_that_computes,
    ],
)
@pytest.mark.parametrize("read_only", [True, False])
def test_f17_tables_and_rules_that_are_not_ours_are_refused_before_use(
    path: Path, harm: Callable[[RawConnection], object], read_only: bool
) -> None:
    changed(path, harm)
    before = digest(path)
    with pytest.raises(DamagedJournal) as told:
        open_workspace(path, None, CLOCK, read_only=read_only)
    assert "nothing in it was run" in told.value.safe
    assert "backup" in told.value.way_out
    assert digest(path) == before


def test_f17_a_trigger_that_calls_itself_one_of_ours_never_acts(path: Path) -> None:
    def harm(connection: RawConnection) -> None:
        connection.execute("DROP TRIGGER search_entry_added")
        connection.execute(
            "CREATE TRIGGER search_entry_added AFTER INSERT ON entry BEGIN DELETE FROM entry; END"
        )

    changed(path, harm)
    space = open_workspace(path, None, CLOCK)
    space.entries.add(EntryDraft(day=TODAY, title="one more"))
    assert len(space.entries.all()) == 4
    assert found(space, "more") == {"one more"}
    assert space.backups.check().ok
    space.close()


def test_f17_a_statement_on_an_unknown_file_is_stopped(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "SECONDS_FOR_UNKNOWN", 0.2)
    connection = connect(path, "ro", None)
    deadline = engine.distrust(connection)
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    for _again in range(2):
        deadline.begin()
        with pytest.raises(engine.DriverError, match="interrupted"):
            connection.execute(endless).fetchone()
    deadline.lift()
    begun = time.monotonic()
    connection.execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000) "
        "SELECT max(i) FROM n"
    ).fetchone()
    assert time.monotonic() - begun > 0.2
    connection.close()


def test_f17_a_cell_of_a_hundred_megabytes_stops_nobody(path: Path) -> None:
    changed(
        path,
        lambda connection: connection.execute(
            "UPDATE entry SET text = replace(hex(zeroblob(25000000)), '00', 'ab ') "
            "WHERE title = 'harbour'"
        ),
    )
    space = open_workspace(path, None, CLOCK)
    assert found(space, "kraken") == {"the kraken"}
    assert len(space.entries.listing()) == 3
    space.close()


def test_f17_what_comes_of_it_is_always_a_sentence(path: Path) -> None:
    """Whatever the schema says: never anything but a problem that is told."""
    for number, statement in enumerate(
        (
            "CREATE TABLE x (a DEFAULT (load_extension('x')))",
            "CREATE TABLE 'sqlit\x1be' (a)",
            "CREATE VIEW v AS SELECT * FROM v2",
            "CREATE VIRTUAL TABLE v USING fts5(a)",
            "CREATE TRIGGER search_zz AFTER INSERT ON entry BEGIN SELECT 1; END",
        )
    ):
        copy = path.with_name(f"copy {number}.leadjournal")
        copy.write_bytes(path.read_bytes())
        changed(copy, lambda connection, sql=statement: connection.execute(sql))  # type: ignore[misc]
        with suppress(MachineFault):
            open_workspace(copy, None, CLOCK).close()
        assert not copy.with_name(f"{copy.name}-wal").exists()
