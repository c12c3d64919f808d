from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest
from sqlmodel import Session, delete, select

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import Bug, NotFound
from leadjournal.model.catalogue import Ref
from leadjournal.model.entry import Entry
from leadjournal.model.link import Link
from leadjournal.model.why import Why
from leadjournal.store.journal_file import Announcement, Journal
from leadjournal.store.journals import open_journal
from leadjournal.store.queries import records
from tests.support.journals import NOW, TODAY, new_journal, rows


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    made = new_journal(tmp_path)
    yield made
    made.close()


@pytest.fixture
def told(journal: Journal) -> list[Announcement]:
    heard: list[Announcement] = []
    journal.announce = heard.append
    return heard


def add(journal: Journal, statement: str = "To help") -> Why:
    made = Why(statement=statement, since=TODAY)
    with journal.writing("Add why") as session:
        session.add(made)
    return made


def test_a_block_is_one_step_with_a_name(journal: Journal, told: list[Announcement]) -> None:
    made = add(journal)
    assert journal.undo_label() == "Add why"
    assert told == [Announcement("Add why", (Ref("why", made.id),))]


def test_a_block_that_fails_leaves_nothing(journal: Journal, told: list[Announcement]) -> None:
    before = rows(journal)
    with pytest.raises(RuntimeError, match="on purpose"):
        _add_and_fail(journal)
    assert rows(journal) == before
    assert told == []
    assert journal.undo_label() is None
    add(journal)
    assert journal.undo_label() == "Add why"


def test_a_block_that_changes_nothing_is_no_step(journal: Journal) -> None:
    made = add(journal)
    with journal.writing("Edit why") as session:
        found = session.get(Why, made.id)
        assert found is not None
        found.statement = "To help"
    assert journal.undo_label() == "Add why"


def test_a_block_inside_a_block_belongs_to_the_outer_step(journal: Journal) -> None:
    with journal.writing("Add two"):
        add(journal, "one")
        add(journal, "two")
    assert journal.undo_label() == "Add two"
    journal.undo()
    assert rows(journal)["why"] == []


def test_edits_of_one_text_join_into_one_step_for_five_minutes(journal: Journal) -> None:
    made = add(journal)
    clock = cast("FixedClock", journal.clock)
    for minutes, words in ((0, "a"), (2, "b"), (4, "c"), (6, "d")):
        clock.moment = NOW + timedelta(minutes=minutes)
        _edit(journal, made.id, words, join="text")
    journal.undo()
    assert _statement(journal, made.id) == "c"
    journal.undo()
    assert _statement(journal, made.id) == "To help"


def test_a_sealed_text_begins_a_new_step(journal: Journal) -> None:
    made = add(journal)
    _edit(journal, made.id, "a", join="text")
    journal.seal()
    _edit(journal, made.id, "b", join="text")
    journal.undo()
    assert _statement(journal, made.id) == "a"


def test_undo_and_redo_outlive_a_restart(journal: Journal) -> None:
    made = add(journal)
    _edit(journal, made.id, "Later")
    journal.undo()
    journal.close()
    again = open_journal(journal.path, None, FixedClock(NOW))
    assert (again.undo_label(), again.redo_label()) == ("Add why", "Edit why")
    again.redo()
    assert _statement(again, made.id) == "Later"
    again.close()


def test_a_new_step_ends_what_could_be_redone(journal: Journal) -> None:
    made = add(journal)
    _edit(journal, made.id, "one")
    journal.undo()
    _edit(journal, made.id, "two")
    assert journal.redo_label() is None
    assert journal.redo() is None
    assert _statement(journal, made.id) == "two"


def test_steps_older_than_thirty_days_are_not_undone(journal: Journal) -> None:
    add(journal)
    cast("FixedClock", journal.clock).moment = NOW + timedelta(days=31)
    assert journal.undo_label() is None
    assert journal.undo() is None
    assert len(rows(journal)["why"]) == 1


def test_at_most_a_hundred_steps_are_undone(journal: Journal) -> None:
    made = add(journal)
    for number in range(105):
        _edit(journal, made.id, f"number {number}")
    count = 0
    while journal.undo() is not None:
        count += 1
    assert count == 100
    assert _statement(journal, made.id) == "number 4"


def test_a_bulk_statement_is_refused(journal: Journal) -> None:
    add(journal)
    with pytest.raises(Bug), journal.writing("Remove all") as session:
        session.exec(delete(Why))
    assert len(rows(journal)["why"]) == 1


def test_references_to_nothing_are_refused_at_commit(journal: Journal) -> None:
    with pytest.raises(NotFound), journal.writing("Link") as session:
        session.add(Link(output_id="none", outcome_id="none", since=TODAY))
    assert rows(journal)["link"] == []


def test_reading_inside_writing_sees_what_was_written(journal: Journal) -> None:
    with journal.writing("Add why") as session:
        session.add(Why(statement="To help", since=TODAY))
        session.flush()
        with journal.reading() as inner:
            assert len(inner.exec(select(Why)).all()) == 1


def test_writing_inside_reading_is_a_bug(journal: Journal) -> None:
    with journal.reading(), pytest.raises(Bug), journal.writing("Add"):
        pass


def _add_and_fail(journal: Journal) -> None:
    with journal.writing("Add why") as session:
        session.add(Why(statement="To help", since=TODAY))
        session.flush()
        raise RuntimeError("on purpose")


def _edit(journal: Journal, id_: str, words: str, join: str | None = None) -> None:
    with journal.writing("Edit why", join=join) as session:
        found = session.get(Why, id_)
        assert found is not None
        found.statement = words


def _statement(journal: Journal, id_: str) -> str:
    with journal.reading() as session:
        found = session.get(Why, id_)
    assert found is not None
    return found.statement


def test_what_was_read_is_remembered_until_something_is_written(journal: Journal) -> None:
    read: list[int] = []

    def titles(session: Session) -> int:
        read.append(1)
        return len(records.every(session, Entry))

    assert [journal.remembered("titles", titles) for _n in range(3)] == [0, 0, 0]
    assert len(read) == 1
    with journal.writing("Write") as session:
        session.add(Entry(day=TODAY, title="One"))
    assert journal.remembered("titles", titles) == 1
    journal.undo()
    assert journal.remembered("titles", titles) == 0


def test_what_a_block_gives_up_is_not_remembered(journal: Journal) -> None:
    def titles(session: Session) -> int:
        return len(records.every(session, Entry))

    def write_and_give_up() -> None:
        with journal.writing("Write") as session:
            session.add(Entry(day=TODAY, title="One"))
            session.flush()
            assert journal.remembered("titles", titles) == 1
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_give_up()
    assert journal.remembered("titles", titles) == 0
