from datetime import date

from leadjournal.services.outcome_tree import OutcomeTree
from leadjournal.ui.pages.outcomes.actions import acts_for
from leadjournal.ui.pages.outcomes.places import every_row, heaviest, row_named, shown_ids
from leadjournal.ui.pages.outcomes.rows import Filter, RowKey, TreeRow, filtered, tree_rows
from tests.ui.outcomes.made_up import TODAY, outcome, output, state, tree

ROWS = tree_rows(tree(), TODAY)


def named(title: str) -> TreeRow:
    return next(row for row in every_row(ROWS) if row.title.startswith(title))


def test_whys_come_first_and_orphans_stand_at_both_ends() -> None:
    assert [row.key.kind for row in ROWS] == ["why", "why", "no-why", "no-outcome"]
    assert ROWS[1].second == "The Desk · 2 outcomes"
    assert ROWS[3].debt == 13.4


def test_an_outcome_shows_its_evidence_debt_and_verdict() -> None:
    row = named("Customers stop")
    assert (row.shown_words, row.debt_words) == ("80% shown", "11.9 days")
    assert row.badge is not None
    assert row.badge.words == "Not real, 24 October"
    assert "Green but red" in row.spoken


def test_an_outcome_shows_its_computed_state_and_its_broken_guards() -> None:
    made = outcome("o1", "Calm", state=state("reached"), guards_beyond=("Call length",))
    (group,) = tree_rows(OutcomeTree((), (made,), ()), TODAY)
    row = group.children[0]
    assert [mark.words for mark in row.state_marks] == ["Reached", "Guard beyond its limit"]
    assert row.state_marks[0] == ("good", "Reached", "circle-check")
    assert "Reached. Beyond its limit: Call length" in row.spoken
    assert named("Roll out").state_marks == ()
    assert filtered(ROWS, Filter(state="green-but-red"))[0].children[0].key.id == "o2"


def test_good_news_of_long_ago_loses_its_colour() -> None:
    old = outcome("o1", "Old", verdict_on=date(2025, 3, 3), verdict_has_expired=True)
    (group,) = tree_rows(OutcomeTree((), (old,), ()), TODAY)
    assert group.children[0].badge == ("plain", "Real, 3 March", "clock")


def test_a_draft_shows_that_it_is_one() -> None:
    badge = named("Roll out").badge
    assert badge is not None
    assert badge.words == "Draft"


def test_an_output_says_what_it_is_for_and_how_far_it_is() -> None:
    assert named("Call script").second == "so that calls are shorter"
    assert named("Call script").size == "3 d"
    assert "Running" in named("Winter").spoken


def test_work_without_an_outcome_is_marked_unless_it_must_be_done() -> None:
    assert named("Customer FAQ").without_outcome
    assert not named("Safety check").without_outcome
    assert not named("Call script").without_outcome


def test_the_filter_keeps_the_way_to_what_it_lets_through() -> None:
    rows = filtered(ROWS, Filter(owner="Ines"))
    assert [row.title for row in every_row(rows)][1].startswith("People on the Desk")
    assert len(rows) == 1
    assert filtered(ROWS, Filter(state="draft"))[0].key.kind == "no-why"
    assert filtered(ROWS, Filter(team="Nobody")) == ()
    assert filtered(ROWS, Filter()) == ROWS


def test_the_outcome_that_owes_most_is_looked_at_first() -> None:
    assert heaviest(ROWS) == RowKey("outcome", "o2")
    assert heaviest(()) is None


def test_a_record_is_found_with_and_without_what_it_stands_under() -> None:
    there = row_named(ROWS, RowKey("output", "p2", "o2"))
    assert there is not None
    assert row_named(ROWS, RowKey("output", "p2")) == there
    assert row_named(ROWS, RowKey("output", "gone")) is None
    assert {"w1", "o2", "p2", "p16"} <= shown_ids(ROWS)


def test_each_row_offers_what_its_state_allows() -> None:
    acts = {title: {act.id for act in acts_for(named(title))} for title in
            ("Call script", "Winter", "Customer FAQ", "Customers stop", "Roll out")}  # fmt: skip
    assert {"reopen", "unlink", "edit-link"} <= acts["Call script"]
    assert "finish" not in acts["Call script"]
    assert "finish" in acts["Winter"]
    assert "unlink" not in acts["Customer FAQ"]
    assert "link" in acts["Customer FAQ"]
    assert "activate" in acts["Roll out"]
    assert "activate" not in acts["Customers stop"]
    assert "explain" in acts["Customers stop"]


def test_only_a_second_outcome_can_be_made_the_main_one() -> None:
    made = outcome("o9", "Another", output("p9", "Both", main=False))
    row = tree_rows(tree().__class__((), (made,), ()), TODAY)[0].children[0].children[0]
    assert "make-main" in {act.id for act in acts_for(row)}
    assert "make-main" not in {act.id for act in acts_for(named("Call script"))}
