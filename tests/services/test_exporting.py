"""What leaves the journal, in every format, and what never does."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import InvalidValue, UserMistake
from leadjournal.export.blocks import Callout, EntryHeader, Heading, Table
from leadjournal.export.writers.pdf_values import values
from leadjournal.model.action import ActionDraft, BlockerDraft
from leadjournal.model.catalogue import BY_ID, Ref
from leadjournal.model.debt_exit import ExitWay
from leadjournal.model.entry import EntryDraft, EntryKind, Movement, Privacy
from leadjournal.model.indicator import IndicatorDraft, ReadingDraft
from leadjournal.model.journal_card import JournalCardDraft
from leadjournal.model.outcome import OutcomeDraft, ReviewDraft, Verdict
from leadjournal.model.output import OutputDraft
from leadjournal.model.person import PersonDraft
from leadjournal.model.why import WhyDraft
from leadjournal.services.exporting import ExportChoice
from leadjournal.services.journals import create_workspace, open_workspace
from leadjournal.services.samples import create_sample
from leadjournal.services.workspace import Workspace
from tests.export.reading import rendered, typeset
from tests.support.journals import new_workspace
from tests.support.records import ago, an_outcome, an_output

GOLDEN = Path(__file__).parent / "golden" / "sample.md"
TODAY = date(2025, 10, 31)
ALL = ExportChoice()
OWN = ExportChoice(include_private=True)
SECRET = "Zugzwang"


def clock() -> FixedClock:
    return FixedClock(datetime(2025, 10, 31, 17, 30, tzinfo=UTC))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The sample with its own dates; the tests here only read it."""
    path = tmp_path_factory.mktemp("sample") / "sample.leadjournal"
    workspace = create_sample(path, clock(), keep_dates=True)
    yield workspace
    workspace.close()


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    workspace = create_workspace(tmp_path / "small.leadjournal", "A small journal", None, clock())
    yield workspace
    workspace.close()


def note(day: date = TODAY, **more: Any) -> EntryDraft:
    return EntryDraft(day=day, **{"privacy": Privacy.SHAREABLE, **more})


def markdown(space: Workspace, choice: ExportChoice = ALL) -> str:
    return rendered(space.exporting.document(choice), "md").decode()


def everything(space: Workspace, choice: ExportChoice = ALL) -> str:
    """All text of all formats; of the PDF the values it is typeset from."""
    document = space.exporting.document(choice)
    preview = space.exporting.preview(choice)
    return "\n".join(
        [
            rendered(document, "md").decode(),
            rendered(document, "html").decode(),
            json.dumps(values(document), ensure_ascii=False),
            json.dumps(space.exporting.records(choice), ensure_ascii=False),
            *preview.titles,
        ]
    )


def headings(space: Workspace, choice: ExportChoice = ALL, level: int = 1) -> list[str]:
    document = space.exporting.document(choice)
    return [
        block.text
        for block in document.blocks
        if isinstance(block, Heading) and block.level == level
    ]


def test_the_sample_report_is_as_it_was(sample: Workspace) -> None:
    # Nothing in it is volatile: the day it was made on is the clock's.
    assert markdown(sample) == GOLDEN.read_text(encoding="utf-8")


def test_the_report_has_its_parts_in_order(sample: Workspace) -> None:
    assert headings(sample) == [
        "At a glance", "Outcome debt", "The map", "Whys", "Outcomes",
        "Outputs without an outcome", "Milestones", "Objectives", "Closed cycles", "Promises",
            "In the way",
        "Journal", "How the figures were computed",
    ]  # fmt: skip


@pytest.mark.parametrize(("ending", "begins"), [
    ("pdf", b"%PDF-"), ("html", b"<!DOCTYPE html>"), ("md", b"# What our work has changed"),
    ("json", b"{"),
])  # fmt: skip
def test_every_format_opens(sample: Workspace, tmp_path: Path, ending: str, begins: bytes) -> None:
    path = tmp_path / f"report.{ending}"
    sample.exporting.write(ALL, path)
    assert path.read_bytes().startswith(begins)


def test_an_unknown_ending_names_those_that_work(sample: Workspace, tmp_path: Path) -> None:
    with pytest.raises(UserMistake, match=r"\.pdf, \.html, \.md, \.json"):
        sample.exporting.write(ALL, tmp_path / "report.odt")


@pytest.mark.parametrize("name", [".", "report", ".pdf", "a/.."])
def test_a_file_without_an_ending_is_told_what_is_missing(sample: Workspace, name: str) -> None:
    with pytest.raises(UserMistake, match="The file name has no ending") as caught:
        sample.exporting.write(ALL, Path(name))
    assert "“”" not in str(caught.value)


def test_the_report_tells_by_which_ways_work_left_the_debt(space: Workspace) -> None:
    outcome = an_outcome(space)
    made = {
        title: an_output(space, title, outcome, finished_on=ago(70)).id
        for title in ("Checklist", "Call script", "Leaflet")
    }
    for title, way, reason in (
        ("Checklist", ExitWay.ACCEPTED, "It costs little to keep"),
        ("Call script", ExitWay.REJECTED, "Shorter is not better"),
    ):
        space.debt_exits.leave(outcome.id, way, ago(3), reason, [made[title]])
    text = markdown(space)
    assert "accepted knowingly | It costs little to keep |" in text
    assert "the hypothesis was rejected | Shorter is not better |" in text
    assert "If nothing changes, it will be" in text


def test_a_journal_with_one_why_is_one_page_about_it(space: Workspace) -> None:
    space.whys.add(WhyDraft(statement="To make careful work easy", since=TODAY))
    assert headings(space) == ["Why"]
    assert markdown(space).startswith("# What our work is for")
    assert typeset(space.exporting.document(ALL), "png").count(b"\x89PNG") == 1


def test_an_empty_journal_says_so(space: Workspace) -> None:
    assert "Nothing in the journal belongs to this choice." in markdown(space)


# ---- what is private


def test_private_entries_are_counted_before_and_left_out(sample: Workspace) -> None:
    preview = sample.exporting.preview(ALL)
    assert (preview.entries, preview.private_left_out) == (196, 2)
    assert not any("I took the case" in title for title in preview.titles)
    assert "In front of everyone" not in everything(sample)


def test_the_owners_copy_holds_them_and_names_the_count(sample: Workspace) -> None:
    preview = sample.exporting.preview(OWN)
    assert (preview.entries, preview.private_left_out, preview.private_included) == (198, 0, 2)
    text = markdown(sample, OWN)
    assert "This is the owner’s own copy: 2 private entries are in it." in text[:400]
    assert "I was good at the wrong job." in text


def test_what_was_noted_in_a_private_entry_stays_with_it(space: Workspace) -> None:
    private = space.entries.add(note(title=SECRET, privacy=Privacy.PRIVATE), tags=[SECRET])
    open_ = space.entries.add(note(title="Open"), refs=[Ref("entry", private.id)])
    promise = space.actions.add(ActionDraft(what=f"Ask about {SECRET}", due_on=TODAY))
    blocker = space.blockers.add(BlockerDraft(text=f"{SECRET} again", opened_on=TODAY))
    for ref in (Ref("action", promise.id), Ref("blocker", blocker.id)):
        space.references.add(ref, Ref("entry", private.id))
    space.people.add(PersonDraft(first_name="Somebody", note=SECRET))
    space.entries.link(open_.id, Ref("action", promise.id))
    assert SECRET not in everything(space)
    assert space.exporting.preview(ALL).kept_with_private == 2
    assert everything(space, OWN).count(SECRET) > 8


def test_a_private_check_in_stays_with_its_answers_and_its_blocker(space: Workspace) -> None:
    helper = space.people.add(PersonDraft(first_name=SECRET))
    answers = {
        "direction": "forward", "win": f"{SECRET} moved", "setback": f"{SECRET} set us back",
        "blocker": f"{SECRET} is in the way", "energy": 3, "helped": helper.id,
        "tomorrow": f"{SECRET} tomorrow",
    }  # fmt: skip
    draft = space.guides.start("daily-reflection", TODAY, answers)
    space.guides.finish(draft.id)
    assert SECRET not in everything(space)
    assert SECRET in everything(space, OWN)


NOT_WHOLE = [
    ALL,
    ExportChoice(names="persons", include_private=True),
    ExportChoice(names="initials"),
    ExportChoice(since=date(2025, 1, 1), include_private=True),
    ExportChoice(kinds=("entry",), include_private=True),
]


@pytest.mark.parametrize("choice", NOT_WHOLE)
def test_a_draft_of_a_guide_stays_unless_the_owner_takes_everything(
    space: Workspace, choice: ExportChoice
) -> None:
    space.guides.start("daily-reflection", TODAY, {"win": SECRET})
    assert SECRET not in everything(space, choice)


def test_a_document_never_holds_a_draft(space: Workspace) -> None:
    space.guides.start("daily-reflection", TODAY, {"win": SECRET})
    document = space.exporting.document(OWN)
    assert all(SECRET.encode() not in rendered(document, ending) for ending in ("md", "html"))
    assert SECRET not in json.dumps(values(document))


def test_the_owners_whole_copy_holds_every_record(space: Workspace) -> None:
    greta = space.people.add(PersonDraft(first_name="Greta"))
    space.entries.add(note(title="One"), tags=["calm"])
    answers = {"direction": "forward", "win": "It moved", "energy": 3, "tomorrow": "Rest"}
    space.guides.finish(space.guides.start("daily-reflection", TODAY, answers).id)
    space.guides.start("daily-reflection", date(2025, 10, 30), {"win": SECRET})
    found = space.exporting.records(OWN)
    assert set(found) == {"about", *BY_ID}
    finished, draft = sorted(found["reflection"], key=lambda one: one["finished"] is None)
    assert (finished["answers"]["win"], draft["answers"]["win"]) == ("It moved", SECRET)
    assert (finished["finished"] is None, draft["finished"]) == (False, None)
    assert [one["id"] for one in found["person"]] == [greta.id]
    assert [one["name"] for one in found["tag"]] == ["calm"]
    assert found["about"]["counts"]["reflection"] == 2
    assert {tuple(one["tags"]) for one in found["entry"]} == {("calm",), ()}
    json.dumps(found)


words = st.text("abcdefghij *_#\n<>&\"'“”é", max_size=30)
privates: st.SearchStrategy[list[dict[str, Any]]] = st.lists(
    st.builds(
        dict,
        title=words.map(lambda text: " ".join(f"{SECRET} {text}".split())),
        text=words.map(lambda text: f"{text}{SECRET}"),
        kind=st.sampled_from(EntryKind),
        energy=st.one_of(st.none(), st.integers(1, 5)),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(privates, st.sampled_from(["keep", "initials", "persons"]))
def test_private_entries_change_nothing_in_any_document(
    tmp_path_factory: pytest.TempPathFactory, found: list[dict[str, Any]], names: str
) -> None:
    path = tmp_path_factory.mktemp("private") / "small.leadjournal"
    space = create_workspace(path, "A small journal", None, clock())
    choice = ExportChoice(names=names)
    try:
        space.entries.add(note(date(2025, 3, 3), title="Open", direction=Movement.FORWARD))
        before = everything(space, choice)
        for one in found:
            space.entries.add(note(privacy=Privacy.PRIVATE, **one), tags=[SECRET])
        assert everything(space, choice) == before
        assert SECRET not in before
        assert space.exporting.preview(choice).private_left_out == len(found)
    finally:
        space.close()


# ---- names


@pytest.mark.parametrize("style", ["initials", "persons"])
@pytest.mark.parametrize("own", [False, True])
def test_hidden_names_are_nowhere(sample: Workspace, style: str, own: bool) -> None:
    text = everything(sample, ExportChoice(names=style, include_private=own))
    spoken = {word.strip("_*") for word in text.replace("’", " ").replace("'", " ").split()}
    names = {person.first_name for person in sample.people.all()}
    assert len(names) == 14
    assert {name for name in names if any(name in word for word in spoken)} == set()


def test_the_writer_is_the_first_person_and_the_reader_is_told(sample: Workspace) -> None:
    text = markdown(sample, ExportChoice(names="persons"))
    assert "Person 1’s journal" in text
    assert "The names of people are hidden. Person 1 wrote this journal." in text
    assert "N.’s journal" in markdown(sample, ExportChoice(names="initials"))


def test_hidden_people_leave_nothing_that_gives_them_away(space: Workspace) -> None:
    owner = space.people.add(PersonDraft(first_name="Anna", full_name="Anna Berg", role="Director"))
    space.card.write(JournalCardDraft(name="Anna’s journal", owner_id=owner.id))
    space.entries.add(note(text="Ms Berg and **Anna**\nBerg"))
    found = space.exporting.records(ExportChoice(names="persons"))
    (person,) = found["person"]
    kept = (person["first_name"], person["full_name"], person["role"])
    assert kept == ("Person 1", "", "")
    assert "Berg" not in everything(space, ExportChoice(names="persons"))


def test_months_and_the_words_of_the_program_keep_their_letters(space: Workspace) -> None:
    space.people.add(PersonDraft(first_name="May"))
    space.entries.add(note(date(2025, 5, 2), title="May came late"))
    found = ExportChoice(names="persons")
    assert headings(space, found, 2) == ["May 2025"]
    assert space.exporting.preview(found).titles == ["Friday, 2 May 2025, Person 1 came late"]


def test_a_name_in_a_tag_in_capitals_or_in_an_address_is_hidden(space: Workspace) -> None:
    greta = space.people.add(PersonDraft(first_name="Greta"))
    space.people.add(PersonDraft(first_name="明", full_name="李明"))
    draft = note(title="GRETA 和李明说", text="Ask greta@x.org, @greta and #talk-greta")
    space.entries.add(draft, tags=["greta", "one-to-one-greta"], refs=[Ref("person", greta.id)])
    hidden = ExportChoice(names="persons")
    text = everything(space, hidden)
    assert not any(name in text.lower() for name in ("greta", "李明", "明"))
    assert "#person-1 #one-to-one-person-1" in markdown(space, hidden)
    (title,) = space.exporting.preview(hidden).titles
    assert title == "Friday, 31 October 2025, Person 1 和Person 2说"


# ---- filters


def test_a_period_takes_what_has_its_day_in_it(sample: Workspace) -> None:
    choice = ExportChoice(since=date(2025, 7, 1), until=date(2025, 7, 31))
    assert headings(sample, choice, 2)[-1] == "July 2025"
    document = sample.exporting.document(choice)
    assert document.period == "1 July to 31 July 2025"
    assert "148.7 days of work" in markdown(sample, choice)
    days = [one["day"] for one in sample.exporting.records(choice)["reading"]]
    assert set(days) == {"2025-07-31"}


def test_an_outcome_is_in_every_period_in_which_it_was_alive(space: Workspace) -> None:
    draft = OutcomeDraft(statement="A change", created_on=date(2025, 2, 1), active_on=TODAY)
    outcome = space.outcomes.add(draft)
    space.outcomes.retire(outcome.id, date(2025, 5, 1), "Learned")
    assert "A change" in markdown(space, ExportChoice(until=date(2025, 3, 1)))
    assert "A change" in markdown(space, ExportChoice(since=date(2025, 5, 1)))
    assert "A change" not in markdown(space, ExportChoice(since=date(2025, 5, 2)))
    assert "A change" not in markdown(space, ExportChoice(until=date(2025, 1, 31)))


def test_a_kind_brings_its_parts_and_nothing_else(sample: Workspace) -> None:
    assert headings(sample, ExportChoice(kinds=("why",))) == ["Whys"]
    assert headings(sample, ExportChoice(kinds=("entry",))) == ["Journal"]
    assert headings(sample, ExportChoice(kinds=("outcome",))) == ["Outcomes"]
    records = sample.exporting.records(ExportChoice(kinds=("outcome",)))
    assert set(records) == {
        "about", "outcome", "outcome-why", "indicator", "indicator-change", "reading", "review",
        "link", "cycle-score", "debt-sign",
    }  # fmt: skip


def test_reviews_alone_stand_under_their_outcomes(sample: Workspace) -> None:
    choice = ExportChoice(kinds=("review",))
    assert len(headings(sample, choice, 2)) == 6
    blocks = sample.exporting.document(choice).blocks
    assert not any(isinstance(block, Table) for block in blocks)


def test_kinds_of_entry_can_be_chosen_too(sample: Workspace) -> None:
    preview = sample.exporting.preview(ExportChoice(kinds=("weekly", "monthly")))
    assert preview.counts == [("Entries", preview.entries)]
    assert 0 < preview.entries < 49
    assert sample.exporting.preview(ExportChoice(kinds=("moment",))).private_left_out == 2


def test_a_tag_takes_its_entries_and_other_kinds_only_when_chosen(sample: Workspace) -> None:
    tagged = ExportChoice(tags=("#Review", "coach"))
    blocks = sample.exporting.document(tagged).blocks
    assert headings(sample, tagged) == ["Journal"]
    titles = [block.title for block in blocks if isinstance(block, EntryHeader)]
    assert "Session with Ruth" in titles
    assert len(titles) == sample.exporting.preview(tagged).entries
    both = ExportChoice(tags=("coach",), kinds=("entry", "why"))
    assert headings(sample, both) == ["Whys", "Journal"]


@pytest.mark.parametrize(
    ("choice", "field"),
    [
        (ExportChoice(kinds=("teapot",)), "kinds"),
        (ExportChoice(kinds=("reflection",)), "kinds"),
        (ExportChoice(names="masks"), "names"),
        (ExportChoice(since=date(2025, 2, 1), until=date(2025, 1, 1)), "until"),
    ],
)
def test_a_choice_that_cannot_be_is_told_in_a_sentence(
    space: Workspace, choice: ExportChoice, field: str
) -> None:
    with pytest.raises(InvalidValue) as caught:
        space.exporting.preview(choice)
    assert caught.value.field == field


def test_the_kinds_to_choose_from_are_in_words(space: Workspace) -> None:
    assert [choice.words for choice in space.exporting.kinds()] == [
        "Whys", "Outcomes", "Outputs", "Milestones", "Objectives", "Cycles", "Actions", "Blockers",
        "Entries",
    ]  # fmt: skip


# ---- records


def test_json_names_what_it_holds_and_its_records_are_whole(
    sample: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "records.json"
    choice = ExportChoice(since=date(2025, 2, 1), until=TODAY)
    sample.exporting.write(choice, path)
    found = json.loads(path.read_bytes())
    about = found.pop("about")
    assert (about["since"], about["until"], about["names"]) == ("2025-02-01", "2025-10-31", "keep")
    assert about["counts"] == {kind: len(records) for kind, records in found.items()}
    for kind, records in found.items():
        fields = set(BY_ID[kind].record.model_fields)
        more = {"tags", "links"} if kind == "entry" else set()
        assert all(set(record) == fields | more for record in records)
    for record in found["outcome"]:
        assert sample.outcomes.get(record["id"]).model_dump(mode="json") == record


def test_json_entries_carry_their_tags_and_links(space: Workspace) -> None:
    outcome = space.outcomes.add(OutcomeDraft(statement="A change", created_on=TODAY))
    space.entries.add(note(title="One"), tags=["calm"], refs=[Ref("outcome", outcome.id)])
    (entry,) = space.exporting.records(ExportChoice(kinds=("entry",)))["entry"]
    assert entry["tags"] == ["calm"]
    assert entry["links"] == [{"kind": "outcome", "id": outcome.id, "title": "A change"}]


def test_people_nobody_speaks_of_stay_behind(space: Workspace) -> None:
    greta, ines = (space.people.add(PersonDraft(first_name=name)) for name in ("Greta", "Ines"))
    space.entries.add(note(title="One"), refs=[Ref("person", greta.id)])
    people = space.exporting.records(ALL)["person"]
    assert [one["id"] for one in people] == [greta.id]
    assert ines.id not in everything(space)


# ---- how things are shown


def test_an_outcome_tells_where_it_stands(space: Workspace) -> None:
    outcome = space.outcomes.add(
        OutcomeDraft(statement="A change", created_on=date(2025, 2, 1), active_on=date(2025, 2, 1))
    )
    draft = IndicatorDraft(
        outcome_id=outcome.id, name="Calls", unit="calls", baseline=10, target=20
    )
    indicator = space.indicators.add(draft)
    for month, value in ((3, 10), (9, 15)):
        reading = ReadingDraft(indicator_id=indicator.id, day=date(2025, month, 1), value=value)
        space.indicators.read(reading)
    assert "Active, and not reviewed yet. 40% of the promised change is shown." in markdown(space)
    review = ReviewDraft(
        outcome_id=outcome.id, day=date(2025, 10, 1), verdict=Verdict.NOT_REAL, voice="We wait."
    )
    space.outcomes.review(review)
    space.outputs.add(OutputDraft(title="A board", created_on=date(2025, 3, 1)), outcome.id, "x")
    text = markdown(space)
    assert "Not real, said the review of 1 October. 0% of the promised change is shown." in text
    assert "> We wait." in text
    assert "| Calls, calls | effect, leading | 10 | 15 | 20 | 50% |" in text
    assert "| A board | x | 10 days | running |" in text


@pytest.mark.parametrize(
    ("day", "told", "tone"),
    [
        (date(2025, 8, 2), "Real, said the review of 2 August.", "good"),
        (date(2025, 8, 1), "Real on 1 August, more than 90 days ago.", "plain"),
    ],
)
def test_good_news_of_long_ago_is_not_green(
    space: Workspace, day: date, told: str, tone: str
) -> None:
    since = date(2025, 2, 1)
    draft = OutcomeDraft(statement="A change", created_on=since, active_on=since)
    outcome = space.outcomes.add(draft)
    space.outcomes.review(ReviewDraft(outcome_id=outcome.id, day=day, verdict=Verdict.REAL))
    blocks = space.exporting.document(ALL).blocks
    (said,) = [block for block in blocks if isinstance(block, Callout) and "Real" in block.text]
    assert (said.text.startswith(told), said.tone) == (True, tone)
    node = space.outcomes.tree().without_why[0]
    assert node.verdict_has_expired == (tone == "plain")


def test_what_an_entry_points_at_is_written_whole(space: Workspace) -> None:
    statement = "A customer without heat is warm again after one visit, whatever the day"
    outcome = space.outcomes.add(OutcomeDraft(statement=statement, created_on=TODAY))
    space.entries.add(note(title="One"), refs=[Ref("outcome", outcome.id)])
    headers = [b for b in space.exporting.document(ALL).blocks if isinstance(b, EntryHeader)]
    assert headers[0].facts[-1] == statement


def test_promises_are_told_by_what_became_of_them(space: Workspace) -> None:
    kept = space.actions.add(ActionDraft(what="Keep", due_on=date(2025, 10, 1)))
    moved = space.actions.add(ActionDraft(what="Move", due_on=date(2025, 10, 2)))
    dropped = space.actions.add(ActionDraft(what="Drop", due_on=date(2025, 10, 3)))
    space.actions.done(kept.id, date(2025, 10, 1))
    space.actions.move(moved.id, date(2025, 11, 9), "Too early")
    space.actions.drop(dropped.id, "Not ours")
    text = markdown(space)
    assert "1 open, 1 kept by their day, 1 dropped with a reason." in text
    assert "| Move | 2 Oct to 9 Nov | Too early |" in text
    assert "| Drop | 31 Oct | Not ours |" in text


def test_a_check_in_is_a_line_and_a_long_one_an_entry(space: Workspace) -> None:
    day = date(2025, 10, 6)
    guided = "### What moved?\n\nThe board"
    space.entries.add(note(day, kind=EntryKind.DAILY, title="The board", text=guided, energy=4))
    space.entries.add(note(day, kind=EntryKind.DAILY, title="A long one", text="Words " * 50))
    text = markdown(space)
    assert "| 6 Oct | Mon 6 | – | 4 | The board |" in text
    assert "#### A long one" in text
    assert "What moved?" not in text.replace("| What moved |", "")


@pytest.mark.parametrize("ending", ["json", "md", "html", "pdf"])
def test_a_document_never_replaces_the_journal(tmp_path: Path, ending: str) -> None:
    space = new_workspace(tmp_path)
    space.entries.capture("precious words")
    space.close()
    other = tmp_path / f"journal.{ending}"
    space.path.rename(other)
    again = open_workspace(other, None, clock())
    with pytest.raises(UserMistake, match="is the journal itself"):
        again.exporting.write(ExportChoice(), other)
    assert [row.title for row in again.entries.listing()] == ["precious words"]
    again.close()


def test_removing_a_private_check_in_does_not_make_its_blocker_public(tmp_path: Path) -> None:
    space = new_workspace(tmp_path)
    given = {"direction": "forward", "win": "w", "blocker": SECRET, "energy": 3, "tomorrow": "t"}
    entry = space.guides.finish(space.guides.start("daily-reflection", TODAY, given).id)
    target = tmp_path / "out.md"
    space.exporting.write(ALL, target)
    assert SECRET not in target.read_text(encoding="utf-8")
    space.entries.remove(entry.id)
    space.exporting.write(ALL, target)
    assert SECRET not in target.read_text(encoding="utf-8")
    space.history.undo()
    assert [blocker.text for blocker in space.blockers.open_ones()] == [SECRET]
    space.close()


def test_only_what_leaves_is_on_the_map(sample: Workspace) -> None:
    kinds = {node.kind for node in sample.exporting.map(ExportChoice(kinds=("outcome",))).nodes}
    assert kinds == {"outcome"}
    assert sample.exporting.map(ExportChoice(kinds=("entry",))).nodes == ()
    hidden = sample.exporting.map(ExportChoice(names="persons"))
    assert {node.kind for node in hidden.nodes} == {
        "objective",
        "why",
        "outcome",
        "output",
        "no-outcome",
    }
    assert not any("Nadia" in f"{node.title} {node.second}" for node in hidden.nodes)


def test_the_map_is_not_written_over_the_journal(sample: Workspace, tmp_path: Path) -> None:
    whole = sample.exporting.map(ALL)
    with pytest.raises(UserMistake, match="is the journal itself"):
        sample.exporting.write_map(whole, sample.path)
    sample.exporting.write_map(whole, tmp_path / "map.svg")
    assert (tmp_path / "map.svg").read_bytes().startswith(b"<?xml")


def test_what_left_the_debt_is_told_with_its_reason_and_without_hidden_names(
    space: Workspace,
) -> None:
    space.people.add(PersonDraft(first_name="Ruth"))
    for title in ("FAQ page", "Old rota"):
        space.outputs.add(
            OutputDraft(title=title, created_on=date(2025, 8, 1), finished_on=date(2025, 9, 1))
        )
    faq, rota = space.outputs.all()
    space.debt_exits.leave(None, ExitWay.ACCEPTED, TODAY, "Ruth asked for it", [faq.id])
    space.outputs.stop(rota.id, TODAY, "Ruth did not need it")
    text = markdown(space)
    assert headings(space, level=2)[-2:] == ["Written off, with lessons", "Out of the debt"]
    assert "accepted knowingly" in text
    assert "Ruth asked for it" in text
    assert "Ruth did not need it" in text
    hidden = everything(space, ExportChoice(names="persons"))
    assert "Person 1 asked for it" in hidden
    assert "Person 1 did not need it" in hidden
    assert "Ruth" not in hidden
