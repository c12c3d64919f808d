"""What Today shows: what waits, the day in a sentence, three figures in words."""

from datetime import timedelta

import pytest

from leadjournal.base.clock import FixedClock
from leadjournal.model.outcome import Verdict
from leadjournal.model.output import OutputDraft
from leadjournal.services.workspace import Workspace
from tests.support.journals import TODAY
from tests.support.records import a_review, a_why, ago, an_action, an_outcome, an_output


def test_an_empty_journal_waits_for_nothing_and_says_so(space: Workspace) -> None:
    assert space.today.waiting() == []
    assert space.today.sentence() == "A new journal. One line is enough for a beginning."
    debt, sight, momentum = space.today.cards()
    assert (debt.value, debt.badge, debt.sentence) == (
        "0", "", "Nothing is finished yet, so nothing waits.",
    )  # fmt: skip
    assert (sight.value, sight.sentence) == ("–", "Write down an output to see where it leads.")
    assert (momentum.value, momentum.badge) == ("–", "")


def test_the_oldest_promise_comes_first_and_what_has_no_day_last(space: Workspace) -> None:
    an_action(space, "In a week", due_on=TODAY + timedelta(days=7))
    an_action(space, "Overdue", due_on=ago(8))
    an_action(space, "Some day")
    an_action(space, "In two months", due_on=TODAY + timedelta(days=60))
    space.outputs.add(OutputDraft(title="Checklist", created_on=ago(50), due_on=ago(2)))
    an_outcome(space, "Warm", created_on=ago(5), review_on=TODAY)
    space.guides.start("daily-reflection")
    lines = space.today.waiting()
    assert [(line.title, line.overdue) for line in lines] == [
        ("Overdue", True),
        ("Checklist", True),
        ("Review: Warm", False),
        ("In a week", False),
        ("Continue: Daily check-in", False),
    ]
    assert [line.title for line in space.today.waiting(2)] == ["Overdue", "Checklist"]
    assert lines[0].second == "Nobody named yet"
    assert lines[-1].second == "Begun on 31 October"
    assert lines[-1].ref is not None
    assert lines[-1].ref.kind == "reflection"


def test_a_promise_says_who_for_what_and_how_often_it_was_moved(space: Workspace) -> None:
    omar, outcome = space.people.named("Omar"), an_outcome(space, "Warm", created_on=TODAY)
    action = an_action(space, due_on=ago(1), owner_id=omar.id, outcome_id=outcome.id)
    space.actions.move(action.id, TODAY, "Late")
    assert space.today.waiting()[0].second == "Omar · Warm · moved once"
    space.actions.move(action.id, TODAY + timedelta(days=1), "Later")
    assert space.today.waiting()[0].second == "Omar · Warm · moved 2 times"


def test_a_review_is_due_when_it_says_so_or_after_ninety_days(space: Workspace) -> None:
    never = an_outcome(space, "Never looked at", created_on=ago(91))
    seen = an_outcome(space, "Seen", created_on=ago(300))
    a_review(space, seen, ago(80))
    an_outcome(space, "Young", created_on=ago(3))
    an_outcome(space, "Draft", created_on=ago(300), active_on=None)
    rows = [(line.title, line.second, line.overdue) for line in space.today.waiting()]
    assert rows == [
        ("Review: Never looked at", "Never reviewed", True),
        ("Review: Seen", "Last review on 12 August", False),
    ]
    space.outcomes.retire(never.id, TODAY, "Done with it")
    a_review(space, seen, TODAY, next_on=TODAY + timedelta(days=60))
    assert space.today.waiting() == []


def test_an_outcome_waits_for_its_review_on_the_days_it_is_active_only(space: Workspace) -> None:
    soon, tomorrow = TODAY + timedelta(days=5), TODAY + timedelta(days=1)
    an_outcome(space, "Not yet", active_on=soon)
    an_outcome(space, "Still", retired_on=tomorrow, retired_because="Done with it")
    assert [line.title for line in space.today.waiting()] == ["Review: Still"]


def test_a_day_in_the_coming_four_weeks_waits_and_one_later_does_not(space: Workspace) -> None:
    an_action(space, "Day 28", due_on=TODAY + timedelta(days=28))
    an_action(space, "Day 29", due_on=TODAY + timedelta(days=29))
    assert [line.title for line in space.today.waiting()] == ["Day 28"]


def test_finished_and_stopped_outputs_wait_for_nothing(space: Workspace) -> None:
    an_output(space, due_on=ago(1), finished_on=ago(2), size=3)
    an_output(space, due_on=ago(1), stopped_on=ago(2))
    assert space.today.waiting() == []


def test_debt_that_grew_past_a_band_waits_too(space: Workspace) -> None:
    an_output(space, size=20, finished_on=ago(2))
    (line,) = space.today.waiting()
    assert (line.title, line.second, line.ref) == (
        "Outcome debt has grown to 20 days", "A month ago it was 0 days", None,
    )  # fmt: skip


def test_the_day_in_a_sentence(space: Workspace) -> None:
    space.entries.capture("Begun", ago(14))
    assert space.today.sentence() == "Week 3."
    an_outcome(space)
    assert space.today.sentence() == "Week 3. 0 of 1 outcome has moved in the last month."


def test_an_entry_dated_in_the_future_does_not_make_a_week_before_the_first(
    space: Workspace, clock: FixedClock
) -> None:
    space.entries.capture("Plan", TODAY + timedelta(days=21))
    clock.moment -= timedelta(days=30)
    assert space.today.sentence() == "Week 1."
    assert len(space.today.cards()) == 3


def test_the_cards_of_the_sample_in_words(larkmoor: Workspace) -> None:
    debt, sight, momentum = larkmoor.today.cards()
    assert (debt.value, debt.unit, debt.badge) == ("36", "days of work", "Light")
    assert debt.sentence == (
        "Falling since July. Most of it: “Customer FAQ page” and “Customers stop having to "
        "chase us…”."
    )
    assert (sight.value, sight.badge) == ("89%", "2 to repair")
    assert (momentum.value, momentum.badge, momentum.unit) == ("81", "Strong", "last full week")
    assert [len(card.points) for card in (debt, sight, momentum)] == [9, 9, 9]


def test_the_sentence_of_the_sample(larkmoor: Workspace) -> None:
    words = "Week 39. 6 of 6 outcomes have moved in the last month."
    assert larkmoor.today.sentence() == words


def test_the_day_is_the_same_as_its_parts(larkmoor: Workspace) -> None:
    day, today = larkmoor.today.day(), larkmoor.today
    assert (day.sentence, list(day.waiting), day.cards) == (
        today.sentence(), today.waiting(), today.cards(),
    )  # fmt: skip
    assert day.waiting


def test_one_day_of_work_is_told_as_one(space: Workspace) -> None:
    an_output(space, size=1, finished_on=TODAY)
    card = space.today.cards()[0]
    assert (card.value, card.unit) == ("1", "day of work")


@pytest.mark.parametrize(
    ("with_why", "sentence"),
    [(True, "Every output leads to a why."), (False, "Some outcomes have no why yet.")],
)
def test_line_of_sight_in_words(space: Workspace, with_why: bool, sentence: str) -> None:
    outcome = an_outcome(space, why=a_why(space) if with_why else None)
    an_output(space, outcome=outcome)
    assert space.today.cards()[1].sentence == sentence


def test_a_belief_waits_for_its_test_once_its_day_has_passed(space: Workspace) -> None:
    outcome = an_outcome(space, "Warm", created_on=TODAY)
    outputs = {
        title: an_output(space, title, outcome, created_on=TODAY)
        for title in ("Script", "Rota", "Board", "Texts", "Pack")
    }
    links = {title: space.outputs.links(output.id)[0] for title, output in outputs.items()}
    days = {"Script": ago(1), "Rota": TODAY, "Board": ago(9), "Texts": ago(3), "Pack": ago(2)}
    for title, link in links.items():
        space.outputs.edit_link(link.id, since=ago(20), test_by=days[title])
    space.outputs.edit_link(links["Texts"].id, verdict=Verdict.PARTLY)
    space.outputs.stop(outputs["Pack"].id, TODAY, "Nobody read it")
    lines = [line for line in space.today.waiting() if line.ref and line.ref.kind == "link"]
    assert [(line.title, line.second, line.due, line.overdue) for line in lines] == [
        ("Test the belief: Board", "Does it lead to “Warm”?", ago(9), True),
        ("Test the belief: Script", "Does it lead to “Warm”?", ago(1), True),
    ]
    assert lines[0].ref is not None
    assert lines[0].ref.id == links["Board"].id
    space.outcomes.retire(outcome.id, TODAY, "Done")
    assert not [line for line in space.today.waiting() if line.icon == "flask-conical"]
