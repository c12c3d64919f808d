"""F2: a kill while one types: the next start is at the same place, with one notice."""

from __future__ import annotations

from pathlib import Path

from leadjournal.base.clock import SystemClock
from leadjournal.services.journals import create_workspace, open_workspace
from tests.support.far_windows import Begin
from tests.support.journals import PASSPHRASE

ENDED = "leadjournal ended unexpectedly the last time."
OLDER = "It was a long evening at the works."
YOUNGER = " And then the light went out in the middle of a"


def test_older_words_are_there_and_the_same_entry_is_open(begin: Begin, journal: Path) -> None:
    far = begin(journal)
    far.do("page", "Journal")
    far.do("press", "New entry")
    far.do("write", "Title of the entry", "The evening")
    far.do("write", "Text of the entry", OLDER)
    assert far.do("until_saved")
    far.begin("type_in", YOUNGER)
    far.kill()

    again = begin(journal, ENDED)
    assert again.do("sees", "Everything up to ")
    assert not again.do("sees", "already running")
    assert again.do("sees", "The evening")
    assert again.do("sees", OLDER)
    name, place = again.do("cursor")
    assert name == "Text of the entry"
    assert place >= len(OLDER)
    # One notice and no question: what is typed next arrives in the text.
    assert not again.do("is_asked")
    again.do("press", "Close this message")
    assert not again.do("sees", ENDED)
    again.do("close")
    assert again.end() == 0
    third = begin(journal, OLDER)
    assert not third.do("sees", ENDED)


def test_a_guide_goes_on_at_the_same_question(begin: Begin, journal: Path) -> None:
    far = begin(journal)
    far.do("do", "Start the daily reflection")
    far.do("until_seen", "Step 1 of ")
    far.do("press", "Forward")
    far.do("press", "Next question")
    far.do("until_seen", "Step 2 of ")
    far.do("until_saved")
    far.kill()
    again = begin(journal, ENDED)
    again.do("until_seen", "Step 2 of ")


def test_half_a_line_on_today_is_there_again(begin: Begin, journal: Path) -> None:
    far = begin(journal)
    far.do("write", "Write a line", "Half a thou")
    far.do("until_saved")
    far.kill()
    again = begin(journal, ENDED)
    again.do("until_seen", "Half a thou")
    assert again.do("cursor")[0] == "Write a line"


def test_a_half_filled_form_is_picked_up(begin: Begin, journal: Path) -> None:
    far = begin(journal)
    far.do("do", "New outcome")
    far.do("type_in", "Nobody chases us")
    far.do("until_put_by", "Nobody chases us")
    far.kill()
    again = begin(journal, ENDED)
    again.do("do", "New outcome")
    again.do("until_seen", "Nobody chases us")
    assert again.do("sees", "Picked up where you stopped.")


def test_a_locked_journal_asks_for_its_passphrase_and_nothing_else(
    begin: Begin, tmp_path: Path
) -> None:
    path = tmp_path / "two" / "locked.leadjournal"
    path.parent.mkdir()
    create_workspace(path, "Nadia’s journal", PASSPHRASE, SystemClock()).close()
    far = begin(path, "Only your passphrase opens it.")
    far.do("type_in", PASSPHRASE)
    far.do("press", "Unlock")
    far.do("until_seen", "Today")
    far.do("page", "Journal")
    far.do("press", "New entry")
    far.do("write", "Title of the entry", "The evening")
    far.do("until_saved")
    far.kill()
    again = begin(path, "Only your passphrase opens it.")
    again.do("type_in", PASSPHRASE)
    again.do("press", "Unlock")
    again.do("until_seen", ENDED)
    assert again.do("sees", "The evening")


def test_a_long_entry_is_scrolled_where_it_was(begin: Begin, journal: Path) -> None:
    space = open_workspace(journal, None, SystemClock())
    entry = space.entries.capture("A long one")
    space.entries.edit(entry.id, text="\n\n".join(f"Line {n}." for n in range(200)))
    space.close()
    far = begin(journal)
    far.do("page", "Journal")
    far.do("row", "Entries", "A long one")
    far.do("go_to_end", "Text of the entry")
    far.do("type_in", " The end.")
    far.do("until_saved")
    before = far.do("scrolled")
    assert before > 0
    far.kill()
    again = begin(journal, ENDED)
    again.do("until_scrolled", before)
