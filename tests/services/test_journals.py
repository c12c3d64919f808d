"""Making and opening journals, and finding a name for one."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leadjournal.base.clock import FixedClock
from leadjournal.base.ending import ENDING
from leadjournal.base.errors import (
    CannotDecrypt,
    InvalidValue,
    MissingFile,
    NotAJournal,
    NotFound,
    Problem,
    ReadOnlyJournal,
    UserMistake,
)
from leadjournal.model.journal_card import JournalCardDraft
from leadjournal.services.journals import (
    create_workspace,
    needs_passphrase,
    open_workspace,
    suggested_path,
)
from leadjournal.store.journals import create_journal, whole_or_not_at_all
from tests.support.journals import NOW, PASSPHRASE

CLOCK = FixedClock(NOW)


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("Notes", "Notes"),
        ("  My   year  ", "My year"),
        ("a/b\\c:d*e?f", "a b c d e f"),
        ("../../etc/passwd", "etc passwd"),
        ("...", "Journal"),
        ("", "Journal"),
        ("\x00\n\t", "Journal"),
        (".hidden. ", "hidden"),
        ("Zoe\u0308’s journal", "Zo\u00eb’s journal"),
        ("half \ud83d sign", "half \ufffd sign"),
        ("x" * 300, "x" * 80),
        ("🙂" * 300, "🙂" * 50),
    ],
)
def test_a_name_becomes_a_file_name_that_can_be(name: str, stem: str) -> None:
    assert suggested_path(name).name == f"{stem}{ENDING}"


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=120))
def test_any_name_gives_a_file_that_can_be_made(tmp_path: Path, name: str) -> None:
    path = suggested_path(name)
    assert path.parent == suggested_path("x").parent
    made = tmp_path / path.name
    made.write_bytes(b"")
    made.unlink()


def test_a_taken_name_gets_a_number() -> None:
    for name in ("Notes.leadjournal", "Notes 2.leadjournal"):
        path = suggested_path("Notes")
        assert path.name == name
        create_workspace(path, "Notes", None, CLOCK).close()


def test_a_new_journal_has_its_name_and_nothing_to_undo(tmp_path: Path) -> None:
    space = create_workspace(tmp_path / "a.leadjournal", " My  year ", None, CLOCK)
    assert (space.card.name, space.history.undo_label()) == ("My year", None)
    assert (space.read_only, space.is_encrypted) == (False, False)
    space.close()
    assert [path.name for path in tmp_path.glob("*a.leadjournal*")] == ["a.leadjournal"]


def test_the_card_says_whose_journal_it_is(tmp_path: Path) -> None:
    space = create_workspace(tmp_path / "a.leadjournal", "Mine", None, CLOCK)
    nadia = space.people.named("Nadia")
    space.card.write(JournalCardDraft(name="Ours", owner_id=nadia.id))
    space.card.write(JournalCardDraft(name="Ours again"))
    card = space.card.get()
    assert (card.name, card.owner_id, card.sample) == ("Ours again", nadia.id, False)
    with pytest.raises(NotFound):
        space.card.write(JournalCardDraft(name="Ours", owner_id="gone"))
    space.close()


def test_a_journal_without_a_card_is_called_by_its_file(tmp_path: Path) -> None:
    create_journal(tmp_path / "plain.leadjournal", None, CLOCK).close()
    space = open_workspace(tmp_path / "plain.leadjournal", None, CLOCK)
    assert space.card.name == "plain"
    space.close()


def test_a_journal_needs_a_name_before_a_file_is_made(tmp_path: Path) -> None:
    for name in ("", "   ", "x" * 121):
        with pytest.raises(InvalidValue) as told:
            create_workspace(tmp_path / "a.leadjournal", name, None, CLOCK)
        assert told.value.field == "name"
    assert list(tmp_path.glob("*.leadjournal")) == []


def test_an_encrypted_journal_opens_with_its_passphrase_only(tmp_path: Path) -> None:
    path = tmp_path / "a.leadjournal"
    space = create_workspace(path, "Mine", PASSPHRASE, CLOCK)
    space.entries.capture("Secret words")
    assert space.is_encrypted
    space.close()
    assert needs_passphrase(path)
    assert b"Secret" not in path.read_bytes()
    for passphrase, fault in (("another one here", CannotDecrypt), (None, NotAJournal)):
        with pytest.raises(fault):
            open_workspace(path, passphrase, CLOCK)
    again = open_workspace(path, PASSPHRASE, CLOCK)
    assert [entry.title for entry in again.entries.all()] == ["Secret words"]
    again.close()


def test_a_journal_opened_for_reading_shows_everything_and_changes_nothing(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.leadjournal"
    space = create_workspace(path, "Mine", None, CLOCK)
    space.entries.capture("One")
    space.close()
    before = path.read_bytes()
    reading = open_workspace(path, None, CLOCK, read_only=True)
    assert (reading.read_only, reading.entries.listing()[0].title) == (True, "One")
    assert reading.today.cards()
    assert reading.backups.check().ok
    for deed in (
        lambda: reading.entries.capture("Two"),
        reading.history.undo,
        lambda: reading.card.write(JournalCardDraft(name="x")),
    ):
        with pytest.raises(ReadOnlyJournal):
            deed()
    reading.close()
    assert path.read_bytes() == before


def test_a_name_that_is_taken_or_missing_is_told_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.leadjournal"
    with pytest.raises(MissingFile):
        open_workspace(path, None, CLOCK)
    create_workspace(path, "Mine", None, CLOCK).close()
    before = path.read_bytes()
    with pytest.raises(UserMistake):
        create_workspace(path, "Mine", None, CLOCK)
    assert path.read_bytes() == before


def test_what_was_undone_and_kept_is_there_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "a.leadjournal"
    space = create_workspace(path, "Mine", None, CLOCK)
    space.entries.capture("One")
    space.entries.capture("Two")
    space.history.undo()
    space.close()
    again = open_workspace(path, None, CLOCK)
    assert (again.history.undo_label(), again.history.redo_label()) == ("Add entry", "Add entry")
    again.history.redo()
    assert [entry.title for entry in again.entries.all()] == ["One", "Two"]
    again.close()


def test_a_journal_whose_first_records_fail_does_not_stay_half_made(tmp_path: Path) -> None:
    path = tmp_path / "a.leadjournal"
    journal = create_journal(path, None, CLOCK)
    with pytest.raises(KeyboardInterrupt), whole_or_not_at_all(journal):
        raise KeyboardInterrupt
    assert list(tmp_path.glob("*a.leadjournal*")) == []
    assert list(tmp_path.glob(".*")) == []


def test_a_closed_journal_says_so_in_a_sentence(tmp_path: Path) -> None:
    space = create_workspace(tmp_path / "a.leadjournal", "Mine", None, CLOCK)
    space.close()
    space.close()
    with pytest.raises(Problem):
        space.entries.all()
    with pytest.raises(Problem):
        space.entries.capture("Too late")
