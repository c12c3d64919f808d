from datetime import timedelta
from typing import Any

import pytest

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import DamagedJournal, NotFound, UserMistake
from leadjournal.model.catalogue import KINDS, Kind, Ref
from leadjournal.model.entry import EntryDraft
from leadjournal.model.why import WhyDraft
from leadjournal.services.journals import open_workspace
from leadjournal.services.workspace import Workspace
from leadjournal.store.changes import Image, row_of
from tests.support.journals import NOW, TODAY, rows


def texts(space: Workspace, id_: str) -> list[str]:
    return [version.values["text"] for version in space.versions.of(Ref("entry", id_))]


def clock_of(space: Workspace) -> FixedClock:
    clock = space.clock
    assert isinstance(clock, FixedClock)
    return clock


def test_every_text_that_was_saved_is_a_version_newest_first(space: Workspace) -> None:
    made = space.entries.add(EntryDraft(day=TODAY, text="one"))
    for words in ("two", "three"):
        space.entries.edit(made.id, text=words)
    assert texts(space, made.id) == ["three", "two", "one"]


def test_a_change_that_leaves_the_texts_is_no_version(space: Workspace) -> None:
    made = space.entries.add(EntryDraft(day=TODAY, text="one"))
    space.entries.edit(made.id, energy=4)
    assert texts(space, made.id) == ["one"]


def test_restoring_adds_a_version_and_loses_none(space: Workspace) -> None:
    made = space.entries.add(EntryDraft(day=TODAY, text="one"))
    space.entries.edit(made.id, text="two")
    oldest = space.versions.of(Ref("entry", made.id))[-1]
    changed = space.versions.restore(Ref("entry", made.id), oldest.key, "text")
    assert changed.label == "Restore a version of entry"
    assert space.entries.get(made.id).text == "one"
    assert texts(space, made.id) == ["one", "two", "one"]
    space.history.undo()
    assert space.entries.get(made.id).text == "two"


def test_the_index_follows_a_restored_version(space: Workspace) -> None:
    made = space.entries.add(EntryDraft(day=TODAY, text="the kraken"))
    space.entries.edit(made.id, text="calm sea")
    oldest = space.versions.of(Ref("entry", made.id))[-1]
    space.versions.restore(Ref("entry", made.id), oldest.key, "text")
    assert [hit.ref.id for hit in space.search.find("kraken")] == [made.id]
    assert space.entries.journal.check() == []


def test_a_list_is_read_as_lines_and_comes_back_as_a_list(space: Workspace) -> None:
    listed = ["ask\nfirst", "listen \u00e9"]
    why = space.whys.add(WhyDraft(statement="So", since=TODAY, behaviours=listed))
    before = rows(space.whys.journal)
    space.whys.edit(why.id, behaviours=["tell"])
    oldest = space.versions.of(Ref("why", why.id))[-1]
    assert oldest.values["behaviours"] == "ask\nfirst\nlisten \u00e9"
    space.versions.restore(Ref("why", why.id), oldest.key, "behaviours")
    assert space.whys.get(why.id).behaviours == listed
    assert rows(space.whys.journal)["why"][0][:-1] == before["why"][0][:-1]
    assert space.entries.journal.check() == []


def test_older_steps_dissolve_into_one_version_a_day(space: Workspace) -> None:
    made = space.entries.add(EntryDraft(day=TODAY, text="day 0, first"))
    space.entries.edit(made.id, text="day 0, last")
    for day in (3, 45):
        clock_of(space).moment = NOW + timedelta(days=day)
        space.entries.edit(made.id, text=f"day {day}")
    space.entries.journal.dissolve_old_steps()
    assert texts(space, made.id) == ["day 45", "day 3", "day 0, last"]
    oldest = space.versions.of(Ref("entry", made.id))[-1]
    assert oldest.made.date() == NOW.date()
    space.versions.restore(Ref("entry", made.id), oldest.key, "text")
    assert space.entries.get(made.id).text == "day 0, last"


def test_a_clock_that_jumped_ahead_takes_no_history(space: Workspace) -> None:
    made = space.entries.add(EntryDraft(day=TODAY, text="one"))
    space.entries.remove(made.id)
    clock_of(space).moment = NOW + timedelta(days=30 * 365)
    space.entries.journal.dissolve_old_steps()
    clock_of(space).moment = NOW
    assert space.trash.count() == 1


def test_an_autosave_under_a_clock_that_leapt_ahead_takes_nothing_either(
    space: Workspace,
) -> None:
    made = space.entries.add(EntryDraft(day=TODAY, text="one"))
    for day in range(1, 5):
        clock_of(space).moment = NOW + timedelta(days=day)
        space.entries.edit(made.id, text=f"day {day}")
    gone = space.entries.add(EntryDraft(day=TODAY, title="gone"))
    space.entries.remove(gone.id)
    clock_of(space).moment = NOW + timedelta(days=30 * 365)
    space.entries.edit(made.id, text="far ahead")
    space.entries.journal.dissolve_old_steps()
    assert space.trash.count() == 1
    clock_of(space).moment = NOW + timedelta(days=5)
    assert len(space.versions.of(Ref("entry", made.id))) == 6
    assert space.trash.count() == 1


def test_what_stood_is_kept_before_what_was_taken_back(space: Workspace) -> None:
    made = space.entries.add(EntryDraft(day=TODAY, text="start"))
    space.entries.edit(made.id, text="good")
    space.entries.edit(made.id, text="oops")
    space.history.undo()
    clock_of(space).moment = NOW + timedelta(days=10)
    space.entries.edit(made.id, text="later")
    clock_of(space).moment = NOW + timedelta(days=45)
    space.entries.edit(made.id, text="now")
    space.entries.journal.dissolve_old_steps()
    assert texts(space, made.id) == ["now", "later", "good"]


def test_versions_outlive_a_time_in_the_trash(space: Workspace) -> None:
    made = space.entries.add(EntryDraft(day=TODAY, text="day 0"))
    for day in range(1, 10):
        clock_of(space).moment = NOW + timedelta(days=day)
        space.entries.edit(made.id, text=f"day {day}")
    space.entries.remove(made.id)
    clock_of(space).moment = NOW + timedelta(days=35)
    space.entries.add(EntryDraft(day=TODAY, title="Meanwhile"))
    space.entries.journal.dissolve_old_steps()
    space.trash.restore(Ref("entry", made.id))
    assert texts(space, made.id) == [f"day {day}" for day in range(9, -1, -1)]


def test_a_name_that_is_taken_is_told_in_a_sentence(space: Workspace) -> None:
    entry = space.entries.add(EntryDraft(day=TODAY), tags=["alpha"])
    tag = next(hit.ref for hit in space.search.find("alpha") if hit.ref.kind == "tag")
    space.entries.journal.write_images(
        "Rename tag",
        lambda connection: [
            Image("tag", tag.id, row, {**row, "name": "beta"})
            for row in [row_of(connection, "tag", tag.id)]
            if row
        ],
    )
    other = space.entries.add(EntryDraft(day=TODAY), tags=["alpha"])
    oldest = space.versions.of(tag)[-1]
    with pytest.raises(UserMistake, match="this name"):
        space.versions.restore(tag, oldest.key, "name")
    assert space.references.tags(entry.id) == ["beta"]
    assert space.references.tags(other.id) == ["alpha"]


def test_a_history_that_cannot_be_read_is_told_and_stops_no_closing(space: Workspace) -> None:
    made = space.entries.add(EntryDraft(day=TODAY, text="one"))
    journal = space.entries.journal
    journal._raw.execute("UPDATE step SET images = x'00ff', made = '2020-01-01T00:00:00+00:00'")
    with pytest.raises(DamagedJournal, match="history"):
        space.versions.of(Ref("entry", made.id))
    assert any("history" in fault for fault in space.backups.check().faults)
    space.close()
    again = open_workspace(space.path, None, FixedClock(NOW))
    assert again.entries.get(made.id).text == "one"
    again.close()


def test_a_version_that_is_not_kept_is_told(space: Workspace) -> None:
    made = space.entries.add(EntryDraft(day=TODAY, text="one"))
    with pytest.raises(NotFound, match="no longer kept"):
        space.versions.restore(Ref("entry", made.id), "step:999", "text")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_every_text_a_user_writes_has_versions_under_its_label(
    space: Workspace, kind: Kind
) -> None:
    fields = kind.draft.model_fields
    written = {
        name
        for name, field in fields.items()
        if field.title and field.annotation in (str, str | None, list[str], dict[str, Any])
    }
    # An id of a template and the other end of a foreign key are no words.
    no_words = {"template"} | {name for name in written if name.endswith("_id")}
    found = space.versions.fields(Ref(kind.id, "any"))
    assert {field.name for field in found} == written - no_words
    assert all(field.label == fields[field.name].title for field in found)


def test_answers_of_a_guide_have_versions_below_their_questions(space: Workspace) -> None:
    given = {"direction": "forward", "win": "Greta closed a case", "energy": 4}
    draft = space.guides.start("daily-reflection", TODAY, given)
    space.history.seal()
    space.guides.answer(draft.id, "win", "Written over by mistake")
    ref = Ref("reflection", draft.id)
    newest, *_between, oldest = space.versions.of(ref)
    assert "Written over by mistake" in newest.values["answers"]
    assert oldest.values["answers"] == "What is one small thing that moved?\nGreta closed a case"
    space.versions.restore(ref, oldest.key, "answers")
    assert space.guides.get(draft.id).answers["win"] == "Greta closed a case"
    space.history.undo()
    assert space.guides.get(draft.id).answers["win"] == "Written over by mistake"
