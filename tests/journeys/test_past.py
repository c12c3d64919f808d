"""What was written is not lost: removed and found again, changed and restored, or forgotten."""

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from leadjournal.base.clock import FixedClock
from leadjournal.model.catalogue import Ref
from leadjournal.model.entry import EntryDraft
from leadjournal.model.outcome import OutcomeDraft
from leadjournal.model.person import PersonDraft
from leadjournal.services.journals import create_workspace
from tests.journeys.conftest import Start
from tests.journeys.hands import CTRL, Hands

SHIFT = Qt.KeyboardModifier.ShiftModifier
SECRET = "Quillonbert"


@pytest.fixture
def journal(tmp_path: Path, clock: FixedClock) -> Path:
    """A journal with an outcome, a person and an entry about both."""
    path = tmp_path / "mine.leadjournal"
    space = create_workspace(path, "Nadia’s journal", None, clock)
    day = clock.today()
    outcome = space.outcomes.add(OutcomeDraft(statement="Nobody chases us", created_on=day))
    person = space.people.add(PersonDraft(first_name=SECRET))
    space.entries.add(
        EntryDraft(day=day, title="Board talk", text="The warehouse called back."),
        tags=["board"],
        refs=[Ref("outcome", outcome.id), Ref("person", person.id)],
    )
    space.close()
    return path


def in_the_journal(start: Start, path: Path) -> Hands:
    user = start(path)
    user.until_seen("Waiting for you")
    user.page("Journal")
    user.until_seen("Board talk")
    return user


def test_an_entry_is_removed_found_by_a_word_and_restored_with_its_links(
    start: Start, journal: Path
) -> None:
    user = in_the_journal(start, journal)
    user.press("New entry")
    user.write("Title of the entry", "Frost")
    user.until_saved()
    user.row("Entries", "Board talk")
    user.press("Move this entry to the trash")
    user.until_seen("“Board talk” moved to the trash")
    assert user.rows("Entries")[1:] == ["Frost"]
    user.press("Trash")
    user.until_seen("1 record, kept for 30 days")
    user.write("Search the trash", "nothing of the kind")
    user.until_seen("Nothing in the trash matches")
    user.write("Search the trash", "warehouse")
    user.wait(lambda: user.sees("1 found"))
    assert user.sees("The warehouse called back.")
    user.press("Restore")
    user.until_seen("“Board talk” is back.")
    user.page("Journal")
    user.row("Entries", "Board talk")
    user.until_seen("Nobody chases us")
    assert user.sees(SECRET)
    assert user.sees("board")


def test_an_earlier_version_is_read_and_restored(
    start: Start, journal: Path, clock: FixedClock
) -> None:
    user = in_the_journal(start, journal)
    user.row("Entries", "Board talk")
    for text in ("They called twice.", "They called three times.", "They came by."):
        user.write("Text of the entry", text)
        user.until_saved()
        user.click(user.editor("Title of the entry"))
    user.key(Qt.Key.Key_H, CTRL | SHIFT)
    user.until_seen("Versions of “Board talk”")
    assert len(user.rows("Versions")) == 4
    user.until_seen("Since this version: 2 words added, 3 words removed.")
    user.key(Qt.Key.Key_Down)
    user.key(Qt.Key.Key_Down)
    user.press("Whole text")
    user.until_seen("The warehouse called back.")
    user.press("Restore this version")
    user.until_seen("The earlier version is back; the newer one is kept")
    user.wait(lambda: user.sees("The warehouse called back."))
    assert user.undo() == "Undo Restore a version of entry"
    user.wait(lambda: user.sees("They came by."))


def test_an_entry_that_is_forgotten_is_nowhere(start: Start, journal: Path) -> None:
    user = in_the_journal(start, journal)
    user.press("New entry")
    user.write("Title of the entry", f"About {SECRET}zia")
    user.until_saved()
    user.press("Details")
    user.press("Forget this entry for good…")
    user.until_seen("Nothing brings it back")
    user.press("Forget for good")
    user.until_seen("is forgotten for good")
    user.press("Trash")
    user.until_seen("The trash is empty")
    user.key(Qt.Key.Key_K, CTRL)
    user.type_in(f"{SECRET}zia")
    user.until_seen("Nothing found for")
    user.key(Qt.Key.Key_Escape)
    user.close()
    user.wait(lambda: not user.window.isVisible())
    assert f"{SECRET}zia".encode() not in journal.read_bytes()
    assert SECRET.encode() in journal.read_bytes()
    with sqlite3.connect(f"file:{journal}?immutable=1", uri=True) as plain:
        assert plain.execute("SELECT count(*) FROM entry").fetchone() == (1,)
