"""Entries: written, found, tagged, linked, shared or kept private."""

import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadjournal.base.errors import InvalidValue, NotFound, UserMistake
from leadjournal.model.catalogue import Ref
from leadjournal.model.entry import Entry, EntryDraft, EntryKind, Movement, Privacy
from leadjournal.model.reflection import Reflection
from leadjournal.services.entries import EntryFilter, first_words
from leadjournal.services.workspace import Workspace
from tests.support.journals import TODAY, new_workspace
from tests.support.records import ago, an_outcome


def titles(space: Workspace, **chosen: object) -> list[str]:
    """The titles a filter lets through."""
    return [row.title for row in space.entries.listing(EntryFilter(**chosen))]  # type: ignore[arg-type]


def write(space: Workspace, title: str, day: date = TODAY, **more: Any) -> Entry:
    """An entry of a day."""
    return space.entries.add(EntryDraft(**{"title": title, "day": day, **more}))


def test_entries_are_listed_newest_first(space: Workspace) -> None:
    write(space, "Yesterday", ago(1))
    write(space, "Today")
    write(space, "Long ago", ago(400))
    assert titles(space) == ["Today", "Yesterday", "Long ago"]


def test_a_list_is_read_in_pages_and_counted(space: Workspace) -> None:
    for number in range(7):
        write(space, f"Note {number}", ago(number), kind="note" if number % 2 else "moment")
    notes = EntryFilter(kinds=("note",))
    assert space.entries.count() == 7
    assert space.entries.count(notes) == 3
    assert space.entries.count(EntryFilter(text="…")) == 0
    assert [row.title for row in space.entries.listing(offset=2, limit=3)] == [
        "Note 2", "Note 3", "Note 4",
    ]  # fmt: skip
    assert [row.title for row in space.entries.listing(notes, offset=2, limit=9)] == ["Note 5"]


def test_an_entry_is_found_in_its_list_without_reading_the_list(space: Workspace) -> None:
    made = [write(space, f"Note {number} words", ago(number // 3)) for number in range(9)]
    other = write(space, "A moment", kind="moment")
    for chosen in (EntryFilter(kinds=("note",)), EntryFilter(text="words")):
        listed = [row.id for row in space.entries.listing(chosen)]
        assert [space.entries.place(entry.id, chosen) for entry in made] == [
            listed.index(entry.id) for entry in made
        ]
        assert space.entries.place(other.id, chosen) is None
    everything = [row.id for row in space.entries.listing()]
    assert space.entries.place(other.id) == everything.index(other.id)
    assert space.entries.place(other.id, EntryFilter(text="…")) is None


def test_a_template_leads_to_what_was_written_with_it(space: Workspace) -> None:
    written = {}
    for template in ("daily-reflection", "another"):
        walked = Reflection(template=template, day=TODAY, title=template)
        with space.entries.journal.writing("Walk") as session:
            session.add(walked)
        written[template] = write(space, template, reflection_id=walked.id)
    write(space, "By hand")
    chosen = EntryFilter(template="daily-reflection")
    assert titles(space, template="daily-reflection") == ["daily-reflection"]
    assert space.entries.count(chosen) == 1
    assert space.entries.place(written["another"].id, chosen) is None


def test_a_list_shows_first_words_without_marks_and_questions(space: Workspace) -> None:
    made = write(
        space, "A day", text="## What moved?\n\n- **Omar** [called](http://x.invalid)\n\n> back",
        direction=Movement.FORWARD,
    )  # fmt: skip
    row = space.entries.row(made.id)
    assert row is not None
    assert (row.first_words, row.direction) == ("Omar called back", Movement.FORWARD)
    assert space.entries.row("gone") is None


def test_first_words_of_odd_text_are_short(space: Workspace) -> None:
    assert first_words("") == first_words("***\n# Only a question") == ""
    assert len(first_words("word " * 1_000)) == 220


def test_one_line_is_kept_as_an_entry_of_today(space: Workspace) -> None:
    made = space.entries.capture("  Omar rang back  ", tags=["calls"])
    assert (made.title, made.text, made.day, made.kind) == (
        "Omar rang back", "", TODAY, EntryKind.NOTE,
    )  # fmt: skip
    assert space.entries.tags(made.id) == ["calls"]
    assert made.privacy is Privacy.PRIVATE
    space.history.undo()
    assert (space.entries.all(), space.entries.all_tags()) == ([], [])


def test_the_first_of_several_lines_is_the_title_and_a_long_one_is_text(space: Workspace) -> None:
    made = space.entries.capture("Title\r\n\r\nBody\r\nmore", ago(1), kind=EntryKind.MOMENT)
    assert (made.title, made.text, made.day) == ("Title", "Body\nmore", ago(1))
    long = space.entries.capture("word " * 60)
    assert (long.title, long.text) == ("", ("word " * 60).strip())


def test_removing_an_entry_removes_the_answers_it_was_made_of(space: Workspace) -> None:
    given_answers = {"direction": "forward", "win": "Secret", "energy": 3, "tomorrow": "Rest"}
    entry = space.guides.finish(space.guides.start("daily-reflection", TODAY, given_answers).id)
    space.entries.remove(entry.id)
    counts = space.backups.check().counts
    assert (counts["entry"], counts["reflection"], counts["reference"]) == (0, 0, 0)
    space.history.undo()
    reflection = space.guides.get(space.entries.get(entry.id).reflection_id or "")
    assert reflection.answers["win"] == "Secret"


def test_filters_by_kind_dates_privacy_and_words(space: Workspace) -> None:
    write(space, "A moment", ago(3), kind=EntryKind.MOMENT)
    write(space, "A note", ago(2), privacy=Privacy.SHAREABLE, text="the résumé of the week")
    write(space, "Another note")
    assert titles(space, kinds=("moment",)) == ["A moment"]
    assert titles(space, kinds=("moment", "note"), until=ago(2)) == ["A note", "A moment"]
    assert titles(space, since=ago(2), until=ago(2)) == ["A note"]
    assert titles(space, privacy="private") == ["Another note", "A moment"]
    assert titles(space, privacy="shareable") == ["A note"]
    assert titles(space, text="resume wee") == ["A note"]
    assert titles(space, text="re\u0301sume\u0301") == ["A note"]
    assert titles(space, since=TODAY, until=ago(1)) == []


@pytest.mark.parametrize("odd", ["!!!", "\x00", "🙂", '"', "_", "\ud800", "AND", "* OR NEAR("])
def test_odd_words_find_nothing_and_are_no_error(space: Workspace, odd: str) -> None:
    write(space, "A note")
    assert titles(space, text=odd) == []


def test_no_words_filter_nothing(space: Workspace) -> None:
    write(space, "A note")
    assert titles(space, text="   ") == ["A note"]


def test_filters_by_tags_person_and_outcome_hold_together(space: Workspace) -> None:
    omar, outcome = space.people.named("Omar"), an_outcome(space)
    refs = [Ref("person", omar.id), Ref("outcome", outcome.id)]
    space.entries.add(EntryDraft(day=TODAY, title="Both"), ["trust", "calls"], refs)
    space.entries.add(EntryDraft(day=TODAY, title="Tagged"), ["trust"])
    assert titles(space, tags=("trust", "calls")) == ["Both"]
    assert sorted(titles(space, tags=("trust",))) == ["Both", "Tagged"]
    assert titles(space, person=omar.id, outcome=outcome.id) == ["Both"]
    assert titles(space, person="gone") == titles(space, tags=("\ud800",)) == []


def test_a_tag_is_one_record_however_often_it_is_given(space: Workspace) -> None:
    first, second = write(space, "First"), write(space, "Second")
    space.entries.set_tags(first.id, ["#trust", " trust ", "a  b", "", "#"])
    space.entries.set_tags(second.id, ["trust"])
    assert space.entries.tags(first.id) == ["trust", "a b"]
    assert space.entries.all_tags() == ["a b", "trust"]
    assert space.backups.check().counts["tag"] == 2


def test_an_accent_in_two_parts_is_the_same_tag(space: Workspace) -> None:
    first, second = write(space, "First"), write(space, "Second")
    space.entries.set_tags(first.id, ["caf\u00e9"])
    space.entries.set_tags(second.id, ["cafe\u0301", "half \ud800"])
    assert space.entries.all_tags() == ["caf\u00e9", "half \ufffd"]
    assert len(titles(space, tags=("cafe\u0301",))) == 2


def test_a_tag_that_nothing_has_any_more_is_gone(space: Workspace) -> None:
    first, second = write(space, "First"), write(space, "Second")
    for entry in (first, second):
        space.entries.set_tags(entry.id, ["shared", entry.title])
    space.entries.set_tags(first.id, [])
    assert space.entries.all_tags() == ["Second", "shared"]
    space.entries.remove(second.id)
    assert space.backups.check().counts["tag"] == 0
    assert space.search.find("shared") == []
    space.history.undo()
    assert space.entries.tags(second.id) == ["shared", "Second"]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.text(max_size=70), max_size=5), min_size=1, max_size=4))
def test_an_entry_has_the_tags_it_was_given_last(given_tags: list[list[str]]) -> None:
    space = new_workspace(Path(tempfile.mkdtemp()))
    entry = write(space, "One")
    for tags in given_tags:
        space.entries.set_tags(entry.id, tags)
        kept = space.entries.tags(entry.id)
        assert all(0 < len(tag) <= 60 and "#" not in tag for tag in kept)
        assert sorted(space.entries.all_tags()) == sorted(kept)
        space.entries.set_tags(entry.id, kept)
        assert space.entries.tags(entry.id) == kept
    space.close()


def test_an_entry_links_to_records_and_lets_go_of_them(space: Workspace) -> None:
    entry, outcome = write(space, "One"), an_outcome(space, "Warm")
    target = Ref("outcome", outcome.id)
    space.entries.link(entry.id, target)
    space.entries.link(entry.id, target)
    assert [(one.ref, one.title, one.kind) for one in space.entries.links(entry.id)] == [
        (target, "Warm", "Outcome")
    ]
    assert [one.title for one in space.references.back(outcome.id)] == ["One"]
    space.entries.unlink(entry.id, target)
    assert space.entries.links(entry.id) == []
    assert space.history.undo_label() == "Unlink a record"


def test_an_entry_links_to_what_is_there_only(space: Workspace) -> None:
    entry = write(space, "One")
    with pytest.raises(NotFound):
        space.entries.link(entry.id, Ref("outcome", "gone"))
    with pytest.raises(NotFound):
        space.entries.link("gone", Ref("entry", entry.id))
    with pytest.raises(UserMistake):
        space.entries.link(entry.id, Ref("reading", entry.id))
    with pytest.raises(NotFound):
        space.entries.add(EntryDraft(day=TODAY, title="Two"), ["t"], [Ref("why", "gone")])
    assert titles(space) == ["One"]
    assert space.entries.all_tags() == []


def test_an_entry_is_private_until_it_is_shared(space: Workspace) -> None:
    entry = write(space, "One")
    space.entries.share(entry.id, True)
    assert space.entries.get(entry.id).privacy is Privacy.SHAREABLE
    assert space.history.undo_label() == "Mark as shareable"
    space.entries.share(entry.id, False)
    assert space.entries.get(entry.id).privacy is Privacy.PRIVATE
    assert space.history.undo_label() == "Mark as private"


def test_looking_back_shows_a_week_a_month_a_quarter_and_a_year_ago(space: Workspace) -> None:
    for days in (7, 8, 28, 91, 364):
        write(space, f"{days} days", ago(days))
    found = [(label, row.title) for label, row in space.entries.look_back(TODAY)]
    assert found == [("A week ago", "7 days"), ("A month ago", "28 days"),
                     ("A quarter ago", "91 days"), ("A year ago", "364 days")]  # fmt: skip


def test_the_calendar_knows_the_days_with_entries(space: Workspace) -> None:
    for days in (0, 0, 3, 40):
        write(space, "x", ago(days))
    assert space.entries.days_with_entries(ago(30), TODAY) == [ago(3), TODAY]
    assert len(space.entries.on_day(TODAY)) == 2
    assert space.entries.on_day(TODAY, EntryKind.DAILY) == []


def test_edits_of_one_text_become_one_step_until_it_loses_the_focus(space: Workspace) -> None:
    entry = write(space, "One")
    for text in ("H", "He", "Hello"):
        space.entries.edit(entry.id, text=text, join=f"text {entry.id}", source="editor")
    space.history.seal()
    space.entries.edit(entry.id, text="Hello you", join=f"text {entry.id}")
    space.history.undo()
    assert space.entries.get(entry.id).text == "Hello"
    space.history.undo()
    assert space.entries.get(entry.id).text == ""


def test_a_week_away_is_marked_once_and_counts_again(space: Workspace) -> None:
    wednesday = date(2025, 8, 13)
    week = space.away_weeks.mark(wednesday, "Lake")
    assert space.away_weeks.mark(wednesday + timedelta(days=4), "Lake again").id == week.id
    assert [(one.monday, one.note) for one in space.away_weeks.all()] == [
        (date(2025, 8, 11), "Lake again")
    ]
    space.away_weeks.clear(wednesday)
    assert space.away_weeks.all() == []


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"day": "2025-02-30"}, "day"),
        ({"day": date(1899, 12, 31)}, "day"),
        ({"day": date(2200, 1, 1)}, "day"),
        ({"energy": 6}, "energy"),
        ({"kind": "diary"}, "kind"),
        ({"title": "x" * 301}, "title"),
        ({"text": "x" * 2_000_001}, "text"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_an_entry_that_cannot_be_is_refused_and_nothing_is_changed(
    space: Workspace, values: dict[str, Any], field: str
) -> None:
    entry = write(space, "One")
    with pytest.raises(InvalidValue) as told:
        space.entries.edit(entry.id, **values)
    assert told.value.field == field
    assert space.entries.get(entry.id) == entry
