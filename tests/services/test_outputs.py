"""Outputs: linked, finished, stopped; one main outcome a day."""

import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadjournal.base.errors import InvalidValue, NotFound, UserMistake
from leadjournal.model.link import LinkDraft
from leadjournal.model.outcome import Outcome, Verdict
from leadjournal.model.output import Output, OutputDraft, OutputStatus, Stage
from leadjournal.rules.standing import links_on
from leadjournal.services.workspace import Workspace
from tests.support.journals import TODAY, new_workspace
from tests.support.records import ago, an_outcome, an_output


def link(
    space: Workspace, output: Output, outcome: Outcome, since: date = TODAY, *, main: bool = True
) -> str:
    """Link an output; gives the link's id."""
    draft = LinkDraft(output_id=output.id, outcome_id=outcome.id, since=since, main=main)
    return space.outputs.link(draft).id


def mains(space: Workspace, output: Output, on: date) -> list[str]:
    """The statements of the main outcomes of a day; there should be one at most."""
    facts = space.figures.facts()
    found = [link for link in links_on(facts, output.id, on) if link.main]
    return [facts.outcome_by_id[link.outcome].title for link in found]


def test_the_first_link_is_the_main_one_whatever_is_said(space: Workspace) -> None:
    output = an_output(space)
    link(space, output, an_outcome(space, "A"), main=False)
    assert mains(space, output, TODAY) == ["A"]


def test_a_second_link_beside_the_main_one_changes_nothing_about_the_debt(
    space: Workspace,
) -> None:
    output = an_output(space, outcome=an_outcome(space, "A"))
    link(space, output, an_outcome(space, "B"), main=False)
    assert mains(space, output, TODAY) == ["A"]
    assert [one.main for one in space.outputs.links(output.id)] == [True, False]


def test_a_new_main_link_replaces_the_old_one_from_its_day_on(space: Workspace) -> None:
    output = an_output(space, outcome=an_outcome(space, "A"), finished_on=ago(40))
    past = space.figures.on(ago(11)).debt
    link(space, output, an_outcome(space, "B"), ago(10))
    assert [mains(space, output, ago(days)) for days in (11, 10, 0)] == [["A"], ["B"], ["B"]]
    assert len(space.outputs.links(output.id)) == 2
    after = space.figures.on(ago(11)).debt
    assert (after.total, after.rows[0].title) == (past.total, "A")


def test_a_link_that_begins_later_leaves_today_as_it_is(space: Workspace) -> None:
    output = an_output(space, outcome=an_outcome(space, "A"), finished_on=ago(40), size=5)
    link(space, output, an_outcome(space, "B"), TODAY + timedelta(days=7))
    assert [one.main for one in space.outputs.links(output.id)] == [True]
    nodes = space.outcomes.tree().without_why
    assert [[node.debt for node in one.outputs] for one in nodes] == [[5.0], []]
    assert mains(space, output, TODAY + timedelta(days=7)) == ["B"]


def test_making_a_link_the_main_one_counts_from_today(space: Workspace) -> None:
    output = an_output(space, outcome=an_outcome(space, "A"))
    other = link(space, output, an_outcome(space, "B"), ago(20), main=False)
    space.outputs.make_main(other)
    assert [mains(space, output, day) for day in (ago(1), TODAY)] == [["A"], ["B"]]
    space.outputs.make_main(space.outputs.links(output.id)[0].id)
    assert space.history.undo_label() == "Change the main outcome"
    space.history.undo()
    assert mains(space, output, TODAY) == ["A"]


def test_a_link_of_today_is_taken_away_without_a_trace(space: Workspace) -> None:
    output = an_output(space)
    space.outputs.unlink(link(space, output, an_outcome(space)))
    assert space.figures.facts().links == ()


def test_an_older_link_ends_today_and_the_past_stays(space: Workspace) -> None:
    output = an_output(space, outcome=an_outcome(space, "A"), finished_on=ago(40))
    past = space.figures.on(ago(1))
    space.outputs.unlink(space.outputs.links(output.id)[0].id)
    assert space.outputs.links(output.id) == []
    assert space.figures.on(ago(1)) == past
    assert space.figures.on().debt.without_outcome > 0


def test_where_the_main_link_ends_another_becomes_the_main_one(space: Workspace) -> None:
    output = an_output(space, outcome=an_outcome(space, "A"))
    link(space, output, an_outcome(space, "B"), ago(20), main=False)
    space.outputs.unlink(space.outputs.links(output.id)[0].id)
    assert [mains(space, output, day) for day in (ago(1), TODAY)] == [["A"], ["B"]]


def test_a_main_link_replaced_and_taken_away_on_one_day_gives_the_old_one_back(
    space: Workspace,
) -> None:
    output = an_output(space, outcome=an_outcome(space, "A"))
    space.outputs.unlink(link(space, output, an_outcome(space, "B")))
    assert [mains(space, output, day) for day in (ago(1), TODAY)] == [["A"], ["A"]]


def test_what_a_link_says_is_kept_when_it_stops_being_the_main_one(space: Workspace) -> None:
    output = an_output(space, outcome=an_outcome(space, "A"))
    first = space.outputs.links(output.id)[0].id
    space.outputs.edit_link(first, so_that="they need no second visit", confidence=5)
    link(space, output, an_outcome(space, "B"))
    side = next(one for one in space.outputs.links(output.id) if not one.main)
    assert (side.so_that, side.confidence) == ("they need no second visit", 5)


def test_an_output_leads_to_an_outcome_once(space: Workspace) -> None:
    outcome = an_outcome(space)
    output = an_output(space, outcome=outcome)
    with pytest.raises(UserMistake, match="already leads to this outcome"):
        link(space, output, outcome)
    assert len(space.outputs.links(output.id)) == 1


def test_only_what_is_in_the_journal_can_be_linked(space: Workspace) -> None:
    output, outcome = an_output(space), an_outcome(space)
    for pair in (("gone", outcome.id), (output.id, "gone")):
        with pytest.raises(NotFound):
            space.outputs.link(LinkDraft(output_id=pair[0], outcome_id=pair[1], since=TODAY))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["link", "main", "unlink", "remove"]),
            st.integers(0, 3),
            st.integers(0, 30),
            st.booleans(),
        ),
        min_size=1,
        max_size=9,
    )
)
def test_an_output_has_one_main_outcome_a_day_at_most(
    deeds: list[tuple[str, int, int, bool]],
) -> None:
    space = new_workspace(Path(tempfile.mkdtemp()))
    output = an_output(space)
    outcomes = [an_outcome(space, name) for name in "ABCD"]
    for deed, pick, days, flag in deeds:
        links = space.outputs.links(output.id)
        one = links[pick % len(links)] if links else None
        if deed == "link":
            with suppress(UserMistake):
                link(space, output, outcomes[pick % len(outcomes)], ago(days), main=flag)
        elif deed == "remove" and len(outcomes) > 1:
            space.outcomes.remove(outcomes.pop(pick % len(outcomes)).id)
        elif one is not None and deed == "main":
            space.outputs.make_main(one.id)
        elif one is not None and deed == "unlink":
            space.outputs.unlink(one.id, ago(days) if flag else None)
        facts = space.figures.facts()
        for day in range(32):
            found = [one for one in links_on(facts, output.id, ago(day)) if one.main]
            assert len(found) <= 1
        left = space.outputs.links(output.id)
        assert [one.main for one in left] == [True, *[False] * (len(left) - 1)][: len(left)]
        ways = [one.outcome_id for one in left]
        assert len(ways) == len(set(ways))
    space.close()


def test_an_output_is_running_until_it_is_finished_or_stopped(space: Workspace) -> None:
    output = an_output(space, stage=Stage.STARTED)
    assert space.outputs.get(output.id).status is OutputStatus.STARTED
    space.outputs.finish(output.id)
    assert space.outputs.get(output.id).status is OutputStatus.FINISHED
    space.outputs.stop(output.id, TODAY, "Nobody used it")
    assert space.outputs.get(output.id).status is OutputStatus.STOPPED
    assert space.outputs.choices() == []
    space.outputs.reopen(output.id)
    reopened = space.outputs.get(output.id)
    assert (reopened.status, reopened.stopped_because) == (OutputStatus.STARTED, "")


def test_finished_work_owes_its_size_and_stopped_work_is_written_off(space: Workspace) -> None:
    output = an_output(space, size=8)
    assert space.figures.on().debt.total == 0
    space.outputs.finish(output.id, ago(3))
    assert space.figures.on().debt.total == pytest.approx(8)
    space.outputs.stop(output.id, TODAY, "Nobody used it")
    assert (space.figures.on().debt.total, space.figures.on().debt.written_off_days) == (0, 8)
    assert space.figures.on(ago(1)).debt.total == pytest.approx(8)


def test_work_that_must_be_done_owes_nothing(space: Workspace) -> None:
    an_output(space, must_do=True, finished_on=ago(50))
    assert space.figures.on().debt.total == 0
    assert space.figures.on().line_of_sight.share is None


def test_nothing_is_finished_or_stopped_before_it_was_known(space: Workspace) -> None:
    output = an_output(space, created_on=ago(5))
    deeds: list[tuple[Callable[[], object], str]] = [
        (lambda: space.outputs.finish(output.id, ago(6)), "finished_on"),
        (lambda: space.outputs.stop(output.id, ago(6), ""), "stopped_on"),
        (lambda: an_output(space, created_on=ago(5), finished_on=ago(6)), "finished_on"),
    ]
    for deed, field in deeds:
        with pytest.raises(InvalidValue) as told:
            deed()
        assert told.value.field == field
        assert "before it was known" in str(told.value)
    space.outputs.finish(output.id, ago(5))
    with pytest.raises(InvalidValue):
        space.outputs.edit(output.id, created_on=ago(4))
    assert [one.status for one in space.outputs.all()] == [OutputStatus.FINISHED]


@pytest.mark.parametrize(
    ("size", "sentence"),
    [
        (0, "Size in days of work must be more than 0."),
        (-1, "Size in days of work must be more than 0."),
        (2_001, "Size in days of work must be at most 2000."),
        (float("inf"), "Size in days of work must be at most 2000."),
        ("big", "Size in days of work is out of range or of the wrong form."),
    ],
)
def test_a_size_is_some_days_of_work(space: Workspace, size: float, sentence: str) -> None:
    with pytest.raises(InvalidValue) as told:
        an_output(space, size=size)
    assert (told.value.field, str(told.value)) == ("size", sentence)


def test_removing_an_output_takes_its_links(space: Workspace) -> None:
    output = an_output(space, outcome=an_outcome(space))
    space.outputs.remove(output.id)
    assert space.figures.facts().links == ()
    space.history.undo()
    assert len(space.outputs.links(output.id)) == 1


def test_outputs_are_offered_newest_first(space: Workspace) -> None:
    an_output(space, "First")
    an_output(space, "Second")
    assert [choice.words for choice in space.outputs.choices()] == ["Second", "First"]


def test_an_output_with_its_link_and_confidence_is_one_step(space: Workspace) -> None:
    outcome = an_outcome(space)
    draft = OutputDraft(title="Evening calls", created_on=TODAY)
    made = space.outputs.add(draft, outcome.id, "they hear from us", confidence=5)
    (link_made,) = space.outputs.links(made.id)
    assert (link_made.so_that, link_made.confidence) == ("they hear from us", 5)
    space.history.undo()
    assert space.outputs.all() == []


@pytest.mark.parametrize("field", ["finished_on", "stopped_on"])
def test_an_output_is_not_finished_or_stopped_on_a_day_to_come(
    space: Workspace, field: str
) -> None:
    output = an_output(space)
    tomorrow = TODAY + timedelta(days=1)
    changes: dict[str, Any] = {field: tomorrow}
    with pytest.raises(InvalidValue, match="1 November is still to come") as refused:
        space.outputs.edit(output.id, **changes)
    assert refused.value.field == field
    with pytest.raises(InvalidValue):
        space.outputs.finish(output.id, tomorrow)
    with pytest.raises(InvalidValue):
        space.outputs.stop(output.id, tomorrow, "A lesson")
    assert space.outputs.get(output.id).finished_on is None


def test_what_a_test_showed_is_kept_on_the_link(space: Workspace) -> None:
    outcome = an_outcome(space)
    output = an_output(space, "Checklist", outcome)
    (link,) = space.outputs.links(output.id)
    space.outputs.test_link(link.id, Verdict.PARTLY, ago(1), "Two of five used it")
    (tested,) = space.outputs.links_under(outcome.id)
    assert (tested.verdict, tested.verdict_on) == (Verdict.PARTLY, ago(1))
    assert tested.verdict_because == "Two of five used it"
    assert space.history.undo_label() == "Say what a test showed"
    with pytest.raises(InvalidValue) as told:
        space.outputs.test_link(link.id, Verdict.REAL, ago(-1))
    assert told.value.field == "verdict_on"
    space.history.undo()
    assert space.outputs.links(output.id)[0].verdict is None


def test_only_what_leads_to_an_outcome_today_is_under_it(space: Workspace) -> None:
    outcome = an_outcome(space)
    first, second = (an_output(space, title, outcome) for title in ("First", "Second"))
    space.outputs.unlink(space.outputs.links(first.id)[0].id)
    assert [output.title for output in space.outputs.under(outcome.id)] == [second.title]


def test_another_output_takes_the_place_of_a_stopped_one(space: Workspace) -> None:
    outcome, other = an_outcome(space), an_outcome(space, "Nobody chases us")
    script = an_output(space, "Call script", outcome)
    calls = an_output(space, "Evening calls", outcome)
    an_output(space, "Leaflet", other)
    assert [choice.words for choice in space.outputs.replacements(script.id)] == ["Evening calls"]
    assert space.outputs.replaceable(outcome.id) == []
    space.outputs.stop(script.id, TODAY, "Shorter is not better", calls.id)
    assert space.outputs.get(calls.id).replaces_id == script.id
    assert [choice.words for choice in space.outputs.replaceable(outcome.id)] == ["Call script"]
    assert space.outputs.replaceable(other.id) == []
    assert space.outputs.replaceable(None) == []
    space.history.undo()
    assert space.outputs.get(calls.id).replaces_id is None


def test_an_output_cannot_take_its_own_place(space: Workspace) -> None:
    output = an_output(space)
    with pytest.raises(InvalidValue) as refused:
        space.outputs.edit(output.id, replaces_id=output.id)
    assert refused.value.field == "replaces_id"
