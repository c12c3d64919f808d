"""A guide asks, keeps, and leaves real records behind."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import InvalidValue, NotFound, UserMistake
from leadjournal.model.entry import BestHour, EntryDraft, EntryKind, Movement, Privacy
from leadjournal.model.outcome import OutcomeDraft
from leadjournal.rules.template import Step, Template
from leadjournal.services.actions import Blockers
from leadjournal.services.entries import Entries
from leadjournal.services.guides import Guides
from leadjournal.services.history import History
from leadjournal.services.outcomes import Outcomes
from leadjournal.services.people import People
from leadjournal.services.templates import Templates
from leadjournal.store.journal_file import Journal
from leadjournal.store.journals import create_journal

GUIDE = "daily-reflection"
TODAY = date(2025, 10, 31)
ANSWERS = {
    "direction": "forward",
    "win": "Greta closed the oldest case",
    "energy": 4,
    "best-hour": "late-morning",
    "tomorrow": "Ten minutes with Ines",
}


class OtherTemplates(Templates):
    """Templates whose file was changed or taken away since."""

    def __init__(self, template: Template | None) -> None:
        super().__init__()
        self._other = template

    def get(self, id_: str) -> Template:
        if self._other is None:
            raise NotFound("gone")
        return self._other


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2025, 10, 31, 17, 30, tzinfo=UTC))


@pytest.fixture
def journal(tmp_path: Path, clock: FixedClock) -> Iterator[Journal]:
    journal = create_journal(tmp_path / "j.leadjournal", None, clock)
    yield journal
    journal.close()


@pytest.fixture
def guides(journal: Journal) -> Guides:
    return Guides(journal)


def outcome(journal: Journal, statement: str = "Warm after one visit") -> str:
    return Outcomes(journal).add(OutcomeDraft(statement=statement, created_on=TODAY)).id


def test_a_finished_check_in_becomes_an_entry(journal: Journal, guides: Guides) -> None:
    served = outcome(journal)
    draft = guides.start(GUIDE, given={**ANSWERS, "outcome": served})
    helped = guides.make(draft.id, "helped", "Callum")
    guides.answer(draft.id, "blocker", "Obi waits for the reason codes")
    entry = guides.finish(draft.id)

    assert (entry.kind, entry.day, entry.privacy) == (EntryKind.DAILY, TODAY, Privacy.PRIVATE)
    assert entry.title == "Greta closed the oldest case"
    assert (entry.direction, entry.energy) == (Movement.FORWARD, 4)
    assert entry.best_hour is BestHour.LATE_MORNING
    assert "### Which outcome did it serve?\n\nWarm after one visit" in entry.text
    assert "### How is your own energy?\n\n4 of 5, from empty to fresh" in entry.text
    assert "What set us back" not in entry.text
    linked = {each.ref.id for each in Entries(journal).links(entry.id)}
    assert linked == {served, helped.id}
    (blocker,) = Blockers(journal).all()
    assert (blocker.opened_on, blocker.outcome_id) == (TODAY, served)
    assert guides.checked_in(TODAY) == entry
    assert guides.last_used() == {GUIDE: TODAY}


def test_finishing_is_one_step_that_can_be_undone(journal: Journal, guides: Guides) -> None:
    draft = guides.start(GUIDE, given={**ANSWERS, "blocker": "The lift"})
    guides.finish(draft.id)
    History(journal).undo()
    assert guides.checked_in(TODAY) is None
    assert Blockers(journal).all() == []
    (again,) = guides.drafts()
    assert again.answers["win"] == ANSWERS["win"]


def test_a_whole_guide_is_one_step_before_it_is_finished(journal: Journal, guides: Guides) -> None:
    draft = guides.start(GUIDE)
    for step, value in ANSWERS.items():
        guides.answer(draft.id, step, value)
    guides.make(draft.id, "helped", "Callum")
    guides.move(draft.id, "tomorrow")
    history = History(journal)
    assert history.undo_label() == "Daily check-in"
    history.undo()
    assert guides.drafts() == []
    assert People(journal).all() == []
    assert history.undo_label() is None


def test_the_draft_of_the_day_is_resumed(guides: Guides) -> None:
    first = guides.start(GUIDE)
    guides.answer(first.id, "setback", "Board down", position="blocker")
    second = guides.start(GUIDE)
    assert second.id == first.id
    assert second.answers == {"setback": "Board down"}
    assert second.position == "blocker"


def test_given_answers_are_filled_in_and_the_walk_goes_on_behind_them(guides: Guides) -> None:
    draft = guides.start(GUIDE, given={"direction": "forward", "win": "He renewed"})
    assert draft.answers == {"direction": "forward", "win": "He renewed"}
    assert draft.position == "outcome"


def test_an_answer_can_be_taken_back(guides: Guides) -> None:
    draft = guides.start(GUIDE, given={"win": "He renewed"})
    assert "win" not in guides.answer(draft.id, "win", " ").answers


def test_answers_that_do_not_fit_are_refused_and_nothing_is_lost(guides: Guides) -> None:
    draft = guides.start(GUIDE, given={"energy": 3})
    with pytest.raises(InvalidValue, match="from 1 to 5"):
        guides.answer(draft.id, "energy", 7)
    with pytest.raises(InvalidValue, match="no question"):
        guides.answer(draft.id, "mood", 3)
    assert guides.get(draft.id).answers == {"energy": 3}


def test_required_questions_are_named_before_finishing(guides: Guides) -> None:
    draft = guides.start(GUIDE, given={"direction": "none", "win": "Nothing", "energy": 2})
    with pytest.raises(InvalidValue, match="What one thing will matter tomorrow") as refusal:
        guides.finish(draft.id)
    assert refusal.value.field == "tomorrow"
    assert guides.get(draft.id).finished is None


def test_a_finished_guide_takes_no_more_answers(guides: Guides) -> None:
    draft = guides.start(GUIDE, given=ANSWERS)
    guides.finish(draft.id)
    with pytest.raises(UserMistake, match="is finished"):
        guides.answer(draft.id, "win", "Else")
    with pytest.raises(UserMistake, match="is finished"):
        guides.discard(draft.id)


def test_a_discarded_draft_comes_back_with_undo(journal: Journal, guides: Guides) -> None:
    draft = guides.start(GUIDE, given=ANSWERS)
    guides.discard(draft.id)
    assert guides.drafts() == []
    History(journal).undo()
    assert guides.drafts()[0].answers == ANSWERS


def test_a_record_removed_meanwhile_is_left_out(journal: Journal, guides: Guides) -> None:
    served = outcome(journal)
    draft = guides.start(GUIDE, given={**ANSWERS, "outcome": served, "blocker": "The lift"})
    Outcomes(journal).remove(served)
    entry = guides.finish(draft.id)
    assert "Which outcome" not in entry.text
    assert Blockers(journal).all()[0].outcome_id is None


def test_an_outcome_is_made_in_place(journal: Journal, guides: Guides) -> None:
    draft = guides.start(GUIDE)
    made = guides.make(draft.id, "outcome", "People finish on time")
    assert guides.get(draft.id).answers == {"outcome": made.id}
    assert made in guides.choices("outcome")


def test_a_person_of_that_name_is_not_doubled(journal: Journal, guides: Guides) -> None:
    present = People(journal).named("Callum")
    draft = guides.start(GUIDE)
    assert guides.make(draft.id, "helped", "callum").id == present.id


def test_the_check_in_of_the_day_is_reopened_and_the_first_stays(
    journal: Journal, guides: Guides
) -> None:
    served = outcome(journal)
    first = guides.start(GUIDE, given={**ANSWERS, "outcome": served, "blocker": "The lift"})
    entry = guides.finish(first.id)
    second = guides.start(GUIDE, given={"win": "He renewed"})
    assert second.id != first.id
    assert guides.rewrites(second.id) == entry
    assert guides.again(entry.id).id == second.id
    guides.answer(second.id, "outcome", None)
    guides.answer(second.id, "blocker", None)
    changed = guides.finish(second.id)

    assert changed.id == entry.id
    assert (changed.title, changed.reflection_id) == ("He renewed", second.id)
    assert "Greta" not in changed.text
    assert Entries(journal).links(entry.id) == []
    assert Blockers(journal).all() == []
    assert guides.get(first.id).answers["win"] == "Greta closed the oldest case"
    assert "Greta" in str(guides.get(first.id).asked)
    assert len(Entries(journal).on_day(TODAY)) == 1


def test_words_added_by_hand_survive_a_reopened_check_in(journal: Journal, guides: Guides) -> None:
    entry = guides.finish(guides.start(GUIDE, given=ANSWERS).id)
    Entries(journal).edit(entry.id, text=entry.text + "\n\nWinter can come.", title="My title")
    changed = guides.finish(guides.start(GUIDE, given={"energy": 1}).id)
    assert changed.title == "My title"
    assert changed.text.endswith("Winter can come.")
    assert "1 of 5" in changed.text
    assert "4 of 5" not in changed.text


def test_a_check_in_written_without_a_guide_can_be_reopened(
    journal: Journal, guides: Guides
) -> None:
    person = People(journal).named("Priya")
    entry = Entries(journal).add(
        EntryDraft(day=TODAY, kind=EntryKind.DAILY, title="Won", direction=Movement.BACKWARD)
    )
    draft = guides.again(entry.id)
    assert draft.answers == {"direction": "backward", "win": "Won"}
    given = {"energy": 2, "tomorrow": "Rest", "helped": person.id, "blocker": "Ice"}
    assert guides.finish(guides.start(GUIDE, given=given).id).id == entry.id
    note = Entries(journal).add(EntryDraft(day=TODAY, title="A note"))
    with pytest.raises(UserMistake, match="not made with a guide"):
        guides.again(note.id)
    with pytest.raises(NotFound):
        guides.again("nobody")


def test_another_day_begins_another_check_in(guides: Guides, clock: FixedClock) -> None:
    guides.finish(guides.start(GUIDE, given=ANSWERS).id)
    clock.moment += timedelta(days=1)
    draft = guides.start(GUIDE)
    assert draft.day == TODAY + timedelta(days=1)
    assert draft.answers == {}


def test_a_changed_template_touches_neither_drafts_nor_finished_reflections(
    journal: Journal, guides: Guides
) -> None:
    done = guides.start(GUIDE, date(2025, 10, 30), ANSWERS)
    guides.finish(done.id)
    draft = guides.start(GUIDE, given={**ANSWERS, "setback": "Board down"})
    present = Templates().get(GUIDE)
    new = Template(GUIDE, 2, "New", "reflections", 1, "daily", "p", (Step("a", "short", "A?"),))
    before = guides.get(done.id)
    for later in (new, None):
        changed = Guides(journal, OtherTemplates(later))
        template = changed.template_of(changed.get(draft.id))
        assert template.steps == present.steps
        assert template.version == 1
    entry = Guides(journal, OtherTemplates(None)).finish(draft.id)
    assert "Board down" in entry.text
    assert guides.get(done.id) == before


@pytest.mark.parametrize(
    "step", [Step("cards", "board", "Cards?"), Step("goal", "link", "Which?", to="objective")]
)
def test_kinds_of_later_versions_are_refused_by_name(journal: Journal, step: Step) -> None:
    template = Template("later", 1, "Later", "reflections", 1, "once", "p", (step,))
    with pytest.raises(UserMistake, match=step.to or step.kind):
        Guides(journal, OtherTemplates(template)).start("later")


def test_a_draft_without_an_answer_is_let_go_without_a_trace(
    journal: Journal, guides: Guides
) -> None:
    draft = guides.start(GUIDE)
    guides.move(draft.id, guides.template_of(draft).steps[1].id)
    assert guides.let_go(draft.id)
    assert guides.drafts() == []
    assert journal.undo_label() is None
    kept = guides.start(GUIDE, given=ANSWERS)
    assert not guides.let_go(kept.id)
    assert [each.id for each in guides.drafts()] == [kept.id]
