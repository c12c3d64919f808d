"""Forgotten for good: not a byte of it in file, log, index, history, versions or drafts."""

import contextlib
import zlib
from datetime import timedelta
from pathlib import Path

import pytest

from leadjournal.base.clock import FixedClock
from leadjournal.model.catalogue import Ref
from leadjournal.model.entry import EntryDraft
from leadjournal.model.person import PersonDraft
from leadjournal.services.journals import open_workspace
from leadjournal.services.workspace import Workspace
from leadjournal.store.engine import connect
from tests.support.journals import NOW, PASSPHRASE, TODAY, new_workspace

CANARY = "Xanthippe"
OTHER = "Thelonious"


@pytest.fixture(params=[None, PASSPHRASE], ids=["plain", "encrypted"])
def space(request: pytest.FixtureRequest, tmp_path: Path) -> Workspace:
    return new_workspace(tmp_path, passphrase=request.param)


def raw_hits(path: Path, word: str) -> list[str]:
    """The files beside the journal, and the journal, that hold the word as it is written."""
    return [
        file.name
        for file in sorted(path.parent.iterdir())
        if file.is_file() and word.casefold().encode() in file.read_bytes().lower()
    ]


def hits_inside(path: Path, passphrase: str | None, word: str) -> list[str]:
    """Where the word occurs in any cell of any table, unpacked where it is packed."""
    connection = connect(path, "ro", passphrase)
    found = []
    names = [
        name
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'search_index'"
        )
    ]
    for name in names:
        for row in connection.execute(f'SELECT * FROM "{name}"').fetchall():
            if any(word.casefold() in _readable(cell).casefold() for cell in row):
                found.append(name)
    connection.close()
    return found


def _readable(cell: object) -> str:
    if not isinstance(cell, bytes):
        return str(cell)
    with contextlib.suppress(zlib.error):
        cell = zlib.decompress(cell)
    return cell.decode("utf-8", "replace")


def written_in_many_places(space: Workspace) -> tuple[Ref, Ref]:
    journal = space.entries.journal
    clock = journal.clock
    assert isinstance(clock, FixedClock)
    person = space.people.add(PersonDraft(first_name=CANARY, note=f"{CANARY} likes numbers"))
    entry = space.entries.add(
        EntryDraft(day=TODAY, title=f"Talk with {CANARY}", text=f"{OTHER} was there"),
        tags=[CANARY, "kept"],
        refs=[Ref("person", person.id)],
    )
    for number in range(3):
        clock.moment += timedelta(days=12)
        space.entries.edit(entry.id, text=f"{CANARY} said {number}")
        space.people.edit(person.id, role=f"{CANARY} the {number}th")
    journal.dissolve_old_steps()
    space.drafts.keep(f"entry:{entry.id}", {"text": f"{CANARY} half a sentence"})
    space.history.undo()
    space.entries.edit(entry.id, title=f"Another talk with {CANARY}")
    return Ref("person", person.id), Ref("entry", entry.id)


def test_nothing_of_a_forgotten_person_and_entry_stays(space: Workspace) -> None:
    passphrase = space.passphrase
    person, entry = written_in_many_places(space)
    kept = space.entries.add(EntryDraft(day=TODAY, title="Stays", text=f"{OTHER} stays"))
    journal = space.entries.journal
    journal.copy_to(space.path.with_name("before.leadjournal"))
    assert hits_inside(space.path.with_name("before.leadjournal"), passphrase, CANARY)
    for ref in (entry, person):
        space.forgetting.forget(ref)
    # The log beside the file was emptied into it: also while the journal is open nothing is left.
    space.path.with_name("before.leadjournal").unlink()
    assert raw_hits(space.path, CANARY) == []
    assert space.search.find(CANARY) == []
    space.close()
    assert raw_hits(space.path, CANARY) == []
    assert hits_inside(space.path, passphrase, CANARY) == []
    again = open_workspace(space.path, passphrase, FixedClock(NOW))
    assert again.entries.get(kept.id).text == f"{OTHER} stays"
    assert again.backups.check().ok
    assert again.trash.listing() == []
    assert again.history.undo_label() is None
    again.close()


def test_a_plain_removal_leaves_it_and_the_scan_sees_that(tmp_path: Path) -> None:
    space = new_workspace(tmp_path)
    _person, entry = written_in_many_places(space)
    space.entries.remove(entry.id)
    space.close()
    assert set(hits_inside(space.path, None, CANARY)) >= {"step", "version", "draft"}


def test_emptying_the_trash_forgets_what_lies_there_and_nothing_else(space: Workspace) -> None:
    passphrase = space.passphrase
    person, entry = written_in_many_places(space)
    space.entries.remove(entry.id)
    space.people.remove(person.id)
    kept = space.entries.add(EntryDraft(day=TODAY, text="first"))
    space.entries.edit(kept.id, text="second")
    assert space.trash.empty() == 2
    assert space.trash.empty() == 0
    assert len(space.versions.of(Ref("entry", kept.id))) == 2
    space.close()
    assert raw_hits(space.path, CANARY) == []
    assert hits_inside(space.path, passphrase, CANARY) == []


def test_before_forgetting_one_is_told_what_goes_and_what_stays(space: Workspace) -> None:
    person, entry = written_in_many_places(space)
    space.backups.make()
    told = space.forgetting.preview(person)
    assert told.title == CANARY
    assert entry in told.mentions
    assert told.versions >= 3
    assert len(told.backups) == 1
    space.close()


def test_a_part_that_was_removed_before_goes_with_its_owner(tmp_path: Path) -> None:
    from leadjournal.model.indicator import IndicatorDraft, ReadingDraft
    from leadjournal.model.outcome import OutcomeDraft

    space = new_workspace(tmp_path)
    outcome = space.outcomes.add(OutcomeDraft(statement="Better", created_on=TODAY))
    sign = space.indicators.add(
        IndicatorDraft(outcome_id=outcome.id, name="n", unit="u", baseline=1, target=2)
    )
    reading = space.indicators.read(
        ReadingDraft(indicator_id=sign.id, value=1, day=TODAY, note=CANARY)
    )
    space.indicators.remove_reading(reading.id)
    space.forgetting.forget(Ref("outcome", outcome.id))
    space.close()
    assert hits_inside(space.path, None, CANARY) == []
    assert raw_hits(space.path, CANARY) == []
