from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadjournal.model.entry import EntryDraft
from leadjournal.services.workspace import Workspace
from leadjournal.store import search_index
from tests.support.journals import TODAY, new_journal, new_workspace

OPERATORS = ['"', "AND", "OR", "NOT", "NEAR(", "a*", "^a", "col:x", "(", ")", "-", "+", "\x00"]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    workspace = new_workspace(tmp_path_factory.mktemp("filled"))
    for title, text in (
        ("First frost", "Thirty-one calls, all assigned at 17:40"),
        ("Café d'été", "Łódź is far; naïve plans thaw"),
        ("Quiet", "nothing here but \U0001f33b and 100%"),
    ):
        workspace.entries.add(EntryDraft(day=TODAY, title=title, text=text))
    return workspace


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("frost", ["First frost"]),
        ("fro", ["First frost"]),
        ("FROST calls", ["First frost"]),
        ("cafe ete", ["Café d'été"]),
        ("naive", ["Café d'été"]),
        ("17:40", ["First frost"]),
        ("frost naive", []),
        ("", []),
        ("\U0001f33b", []),
    ],
)
def test_words_are_found_whatever_their_case_and_accents(
    filled: Workspace, words: str, titles: list[str]
) -> None:
    assert [hit.title for hit in filled.search.find(words)] == titles


@given(st.lists(st.one_of(st.text(max_size=20), st.sampled_from(OPERATORS)), max_size=6))
@settings(max_examples=300, deadline=None)
def test_nothing_typed_is_ever_an_error(filled: Workspace, parts: list[str]) -> None:
    found = filled.search.find(" ".join(parts))
    assert all(hit.title for hit in found)


def test_the_index_follows_adding_changing_removing_and_undoing(tmp_path: Path) -> None:
    space = new_workspace(tmp_path)
    entry = space.entries.add(EntryDraft(day=TODAY, title="marmalade", text="on toast"))
    assert [hit.ref.id for hit in space.search.find("toast")] == [entry.id]
    space.entries.edit(entry.id, text="on bread")
    assert space.search.find("toast") == []
    space.entries.remove(entry.id)
    assert space.search.find("bread") == []
    space.history.undo()
    assert [hit.ref.id for hit in space.search.find("bread")] == [entry.id]
    space.history.undo()
    assert [hit.ref.id for hit in space.search.find("toast")] == [entry.id]
    space.close()


def test_a_drifted_index_is_seen_and_mended(tmp_path: Path) -> None:
    space = new_workspace(tmp_path)
    space.entries.add(EntryDraft(day=TODAY, title="marmalade", text="on toast"))
    journal = space.entries.journal
    with journal.writing("Break") as session:
        session.connection().exec_driver_sql("DROP TRIGGER search_text_removed")
        session.connection().exec_driver_sql("DELETE FROM search_text")
        for statement in search_index.trigger_statements():
            if "search_text_removed" in statement:
                session.connection().exec_driver_sql(statement)
    assert journal.check() == ["The search index does not match the records."]
    assert space.backups.check().ok
    assert [hit.title for hit in space.search.find("toast")] == ["marmalade"]
    space.close()


def test_refilling_gives_what_the_triggers_gave(tmp_path: Path) -> None:
    space = new_workspace(tmp_path)
    space.entries.add(EntryDraft(day=TODAY, title="marmalade", text="on toast"))
    journal = space.entries.journal
    query = "SELECT kind, record, day, title, body FROM search_text ORDER BY record"
    with journal.reading() as session:
        before = session.connection().exec_driver_sql(query).fetchall()
    journal.mend_index()
    with journal.reading() as session:
        assert session.connection().exec_driver_sql(query).fetchall() == before
    assert len(before) == 1
    space.close()


def test_an_empty_journal_has_a_sound_index(tmp_path: Path) -> None:
    journal = new_journal(tmp_path)
    assert journal.check() == []
    journal.close()
