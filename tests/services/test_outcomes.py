"""Outcomes: written, given a why, reviewed, retired with a lesson, and drawn as a tree."""

import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import InvalidValue, NotFound
from leadjournal.model.action import ActionDraft
from leadjournal.model.link import LinkDraft
from leadjournal.model.outcome import OutcomeDraft, OutcomeStatus, ReviewDraft, Verdict
from leadjournal.services.workspace import Workspace
from tests.support.journals import TODAY, new_workspace
from tests.support.records import a_review, a_why, ago, an_indicator, an_outcome, an_output


def test_an_outcome_serves_its_why_from_the_day_it_was_written(space: Workspace) -> None:
    why = a_why(space)
    outcome = an_outcome(space, why=why, created_on=ago(30))
    present = space.outcomes.why_of(outcome.id)
    assert present is not None
    assert present.id == why.id
    assert space.outcomes.why_of(outcome.id, ago(31)) is None
    assert space.history.undo_label() == "Add outcome"
    space.history.undo()
    assert space.outcomes.all() == []


def test_another_why_from_today_leaves_the_days_before_as_they_were(space: Workspace) -> None:
    old, new = a_why(space, "Old"), a_why(space, "New")
    outcome = an_outcome(space, why=old)
    space.outcomes.set_why(outcome.id, new.id)
    named = [space.outcomes.why_of(outcome.id, day) for day in (ago(1), TODAY)]
    assert [why.statement for why in named if why] == ["Old", "New"]


def test_an_outcome_may_serve_no_why_from_a_day_on(space: Workspace) -> None:
    outcome = an_outcome(space, why=a_why(space))
    space.outcomes.set_why(outcome.id, None, ago(3))
    assert space.outcomes.why_of(outcome.id, ago(4)) is not None
    assert space.outcomes.why_of(outcome.id, ago(3)) is None


def test_the_same_why_again_is_no_step(space: Workspace) -> None:
    why = a_why(space)
    outcome = an_outcome(space, why=why)
    space.outcomes.set_why(outcome.id, why.id)
    assert space.history.undo_label() == "Add outcome"


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 40), st.sampled_from(["w1", "w2", None])), min_size=1, max_size=8
    )
)
def test_the_why_of_any_day_is_what_a_replay_of_the_changes_gives(
    changes: list[tuple[int, str | None]],
) -> None:
    space = new_workspace(Path(tempfile.mkdtemp()))
    whys = {name: a_why(space, name).id for name in ("w1", "w2")}
    outcome = an_outcome(space)
    said: dict[int, str | None] = {}
    for days, name in changes:
        space.outcomes.set_why(outcome.id, whys[name] if name else None, ago(days))
        # Saying what holds already says nothing new, on that day or later.
        held = [said[day] for day in sorted(said) if day >= days]
        if days in said or not held or held[0] != name:
            said[days] = name
    for days in range(45):
        found = space.outcomes.why_of(outcome.id, ago(days))
        held = [said[day] for day in sorted(said) if day >= days]
        assert (found.statement if found else None) == (held[0] if held else None)
    space.close()


def test_a_draft_counts_from_the_day_it_is_made_active(space: Workspace) -> None:
    outcome = an_outcome(space, active_on=None)
    an_output(space, outcome=outcome)
    assert space.outcomes.get(outcome.id).status is OutcomeStatus.DRAFT
    space.outcomes.activate(outcome.id)
    assert space.outcomes.get(outcome.id).status is OutcomeStatus.ACTIVE
    sights = [space.figures.on(day).line_of_sight for day in (ago(1), TODAY)]
    assert [sight.tiers[0].outputs for sight in sights] == [1, 0]
    assert space.history.undo_label() == "Make outcome active"


def test_a_retired_outcome_writes_off_what_it_owed_and_resuming_brings_it_back(
    space: Workspace,
) -> None:
    outcome = an_outcome(space)
    an_output(space, outcome=outcome, finished_on=ago(40), size=7)
    owed = space.figures.on().debt.total
    assert owed == pytest.approx(7)
    space.outcomes.retire(outcome.id, TODAY, "It did not matter to them")
    debt = space.figures.on().debt
    assert (debt.total, debt.written_off_days) == (0, 7)
    assert space.figures.on(ago(1)).debt.total == pytest.approx(7)
    assert space.outcomes.choices() == []
    assert len(space.outcomes.choices(active=False)) == 1
    space.outcomes.resume(outcome.id)
    assert space.figures.on().debt.total == owed
    assert space.outcomes.get(outcome.id).retired_because == ""


def test_an_outcome_cannot_be_retired_before_it_was_written(space: Workspace) -> None:
    outcome = an_outcome(space, created_on=ago(5))
    with pytest.raises(InvalidValue) as told:
        space.outcomes.retire(outcome.id, ago(6), "")
    assert told.value.field == "retired_on"
    assert space.outcomes.get(outcome.id).status is OutcomeStatus.ACTIVE


def test_reviews_come_newest_first_and_the_newest_says_when_to_look_next(
    space: Workspace,
) -> None:
    outcome = an_outcome(space)
    a_review(space, outcome, ago(10), next_on=TODAY + timedelta(days=80))
    a_review(space, outcome, ago(100), Verdict.PARTLY, next_on=ago(9))
    assert [review.day for review in space.outcomes.reviews(outcome.id)] == [ago(10), ago(100)]
    assert space.outcomes.get(outcome.id).review_on == TODAY + timedelta(days=80)


def test_of_two_reviews_on_one_day_the_later_one_holds(space: Workspace, clock: FixedClock) -> None:
    outcome = an_outcome(space)
    a_review(space, outcome, TODAY, Verdict.NOT_REAL)
    clock.moment += timedelta(minutes=1)
    a_review(space, outcome, TODAY, Verdict.REAL)
    assert space.outcomes.reviews(outcome.id)[0].verdict is Verdict.REAL
    assert space.outcomes.tree().without_why[0].verdict is Verdict.REAL


def test_correcting_the_date_of_a_review_moves_the_next_look(space: Workspace) -> None:
    outcome = an_outcome(space)
    older = a_review(space, outcome, ago(40), next_on=TODAY + timedelta(days=4))
    newer = a_review(space, outcome, ago(20), next_on=TODAY + timedelta(days=70))
    space.outcomes.edit_review(newer.id, day=ago(60))
    assert space.outcomes.get(outcome.id).review_on == TODAY + timedelta(days=4)
    space.outcomes.edit_review(older.id, next_on=TODAY + timedelta(days=5))
    assert space.outcomes.get(outcome.id).review_on == TODAY + timedelta(days=5)


def test_correcting_the_words_of_a_review_leaves_a_date_set_by_hand(space: Workspace) -> None:
    outcome = an_outcome(space)
    review = a_review(space, outcome, ago(20), next_on=TODAY + timedelta(days=70))
    space.outcomes.edit(outcome.id, review_on=TODAY + timedelta(days=7))
    space.outcomes.edit_review(review.id, voice="“It works now.”")
    assert space.outcomes.get(outcome.id).review_on == TODAY + timedelta(days=7)


def test_removing_the_newest_review_takes_its_next_date_away(space: Workspace) -> None:
    outcome = an_outcome(space)
    a_review(space, outcome, ago(40), next_on=TODAY + timedelta(days=4))
    newest = a_review(space, outcome, ago(20), next_on=TODAY + timedelta(days=70))
    space.outcomes.remove_review(newest.id)
    assert space.outcomes.get(outcome.id).review_on == TODAY + timedelta(days=4)
    assert space.history.undo_label() == "Remove review"
    space.history.undo()
    assert space.outcomes.get(outcome.id).review_on == TODAY + timedelta(days=70)


def test_what_is_not_there_cannot_be_reviewed_or_given_a_why(space: Workspace) -> None:
    why = a_why(space)
    draft = ReviewDraft(outcome_id="gone", day=TODAY, verdict=Verdict.REAL)
    for deed in (
        lambda: space.outcomes.review(draft),
        lambda: space.outcomes.set_why("gone", why.id),
        lambda: space.outcomes.add(OutcomeDraft(statement="x", created_on=TODAY), "gone"),
        lambda: space.outcomes.retire("gone", TODAY, ""),
    ):
        with pytest.raises(NotFound) as told:
            deed()
        assert "undo brings it back" in str(told.value)
    assert space.outcomes.all() == []


def test_removing_an_outcome_takes_its_parts_and_undo_brings_all_of_it_back(
    space: Workspace,
) -> None:
    outcome = an_outcome(space, why=a_why(space))
    an_indicator(space, outcome, (ago(3), 40.0))
    a_review(space, outcome, ago(2))
    output = an_output(space, outcome=outcome)
    action = space.actions.add(ActionDraft(what="Ask", outcome_id=outcome.id))
    before = space.figures.facts()
    space.outcomes.remove(outcome.id)
    after = space.figures.facts()
    assert (after.outcomes, after.indicators, after.links) == ((), (), ())
    assert space.outputs.get(output.id).title == "Checklist"
    assert space.actions.get(action.id).outcome_id is None
    space.history.undo()
    assert space.figures.facts() == before


def test_where_the_main_outcome_is_removed_another_link_takes_its_place(space: Workspace) -> None:
    gone, stays = an_outcome(space, "Gone"), an_outcome(space, "Stays")
    output = an_output(space, outcome=gone)
    space.outputs.link(
        LinkDraft(output_id=output.id, outcome_id=stays.id, main=False, since=ago(9))
    )
    space.outcomes.remove(gone.id)
    (link,) = space.outputs.links(output.id)
    assert (link.outcome_id, link.main) == (stays.id, True)


def test_the_tree_hangs_outputs_under_outcomes_and_outcomes_under_whys(space: Workspace) -> None:
    why = a_why(space)
    served, unserved = an_outcome(space, "Served", why=why), an_outcome(space, "Unserved")
    an_output(space, "Under it", outcome=served)
    an_output(space, "Alone")
    tree = space.outcomes.tree()
    assert [node.statement for node in tree.whys[0].outcomes] == ["Served"]
    assert [node.title for node in tree.whys[0].outcomes[0].outputs] == ["Under it"]
    assert [node.id for node in tree.without_why] == [unserved.id]
    assert [node.title for node in tree.orphans] == ["Alone"]


def test_the_tree_of_a_past_day_shows_the_links_of_that_day(space: Workspace) -> None:
    outcome = an_outcome(space)
    output = an_output(space, outcome=outcome)
    (link,) = space.outputs.links(output.id)
    space.outputs.unlink(link.id)
    assert [node.id for node in space.outcomes.tree().orphans] == [output.id]
    past = space.outcomes.tree(ago(1))
    assert [node.id for node in past.without_why[0].outputs] == [output.id]
    assert past.orphans == ()


def test_the_debt_in_the_tree_adds_up_to_the_figure(space: Workspace) -> None:
    active, draft = an_outcome(space, "Active"), an_outcome(space, "Draft", active_on=None)
    an_output(space, "Under an active one", active, finished_on=ago(100), size=10)
    an_output(space, "Under a draft", draft, finished_on=ago(70), size=5)
    an_output(space, "Alone", finished_on=ago(40), size=3)
    tree = space.outcomes.tree()
    outputs = [*tree.orphans, *(node for one in tree.without_why for node in one.outputs)]
    assert all(node.debt > 0 for node in outputs)
    total = space.figures.on().debt.total
    assert sum(node.debt for node in outputs) == pytest.approx(total)


def test_the_tree_of_the_sample_shows_what_each_outcome_owes(larkmoor: Workspace) -> None:
    tree = larkmoor.outcomes.tree()
    nodes = [node for why in tree.whys for node in why.outcomes] + list(tree.without_why)
    debt = larkmoor.figures.on().debt
    assert len(nodes) == 6
    assert sum(node.debt for node in nodes) + sum(
        node.debt for node in tree.orphans
    ) == pytest.approx(debt.total)
    assert {node.title for node in tree.orphans} >= {"Customer FAQ page"}


def test_a_statement_may_be_asked_of_an_outcome_that_is_gone(space: Workspace) -> None:
    outcome = an_outcome(space, "Warm")
    words = [space.outcomes.statement(id_) for id_ in (outcome.id, None, "gone")]
    assert words == ["Warm", "", ""]


def test_an_outcome_is_not_retired_or_reviewed_on_a_day_to_come(space: Workspace) -> None:
    outcome = an_outcome(space)
    a_review(space, outcome, TODAY)
    tomorrow = TODAY + timedelta(days=1)
    with pytest.raises(InvalidValue, match="1 November is still to come") as refused:
        space.outcomes.retire(outcome.id, tomorrow, "A lesson")
    assert refused.value.field == "retired_on"
    with pytest.raises(InvalidValue, match="still to come"):
        a_review(space, outcome, tomorrow)
    (review,) = space.outcomes.reviews(outcome.id)
    with pytest.raises(InvalidValue, match="still to come"):
        space.outcomes.edit_review(review.id, day=tomorrow)
    assert space.outcomes.get(outcome.id).status is OutcomeStatus.ACTIVE
    assert [one.day for one in space.outcomes.reviews(outcome.id)] == [TODAY]


def test_the_tree_of_facts_that_are_known_already_is_the_same(larkmoor: Workspace) -> None:
    day = date(2025, 7, 31)
    assert larkmoor.outcomes.tree(day, larkmoor.figures.facts()) == larkmoor.outcomes.tree(day)
