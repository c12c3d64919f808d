"""Undo and redo, by the names of the steps."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from leadjournal.base.clock import FixedClock
from leadjournal.model.action import BlockerDraft
from leadjournal.model.catalogue import Ref
from leadjournal.model.entry import EntryDraft
from leadjournal.model.indicator import IndicatorDraft, ReadingDraft
from leadjournal.model.journal_card import JournalCardDraft
from leadjournal.services.workspace import Workspace
from tests.support.journals import TODAY, rows
from tests.support.records import a_review, a_why, an_action, an_indicator, an_outcome, an_output


def test_a_new_journal_has_nothing_to_undo(space: Workspace) -> None:
    assert (space.history.undo_label(), space.history.redo_label()) == (None, None)
    assert (space.history.undo(), space.history.redo()) == (None, None)


def test_undo_takes_back_and_redo_brings_back_the_named_step(space: Workspace) -> None:
    entry = space.entries.capture("One")
    taken = space.history.undo()
    assert taken is not None
    assert Ref("entry", entry.id) in taken.refs
    assert (taken.label, space.history.redo_label()) == ("Add entry", "Add entry")
    assert space.history.undo_label() is None
    space.history.redo()
    assert space.entries.get(entry.id).title == "One"


def _indicator_with_reading(space: Workspace) -> str:
    outcome = an_outcome(space)
    made = an_indicator(space, outcome, (TODAY, 1.0))
    return made.id


STEPS: list[tuple[str, Callable[[Workspace], object]]] = [
    ("Add why", a_why),
    ("Add outcome", an_outcome),
    ("Add output", an_output),
    ("Add action", an_action),
    ("Add person", lambda space: space.people.named("Omar")),
    ("Add team", lambda space: space.teams.named("Desk")),
    ("Add blocker", lambda space: space.blockers.add(BlockerDraft(text="x", opened_on=TODAY))),
    ("Add entry", lambda space: space.entries.capture("x", tags=["a", "b"])),
    ("Mark a week away", lambda space: space.away_weeks.mark(TODAY)),
    ("Name the journal", lambda space: space.card.write(JournalCardDraft(name="Other"))),
    ("Review outcome", lambda space: a_review(space, an_outcome(space), TODAY)),
    ("Retire outcome", lambda space: space.outcomes.retire(an_outcome(space).id, TODAY, "")),
    ("Edit outcome", lambda space: space.outcomes.edit(an_outcome(space).id, statement="y")),
    ("Remove outcome", lambda space: space.outcomes.remove(an_outcome(space).id)),
    ("Remove entry", lambda space: space.entries.remove(space.entries.capture("x").id)),
    ("Add indicator", lambda space: space.indicators.add(
        IndicatorDraft(outcome_id=an_outcome(space).id, name="x"))),
    ("Add reading", lambda space: space.indicators.read(
        ReadingDraft(indicator_id=_indicator_with_reading(space), day=TODAY, value=2))),
    ("Edit indicator", lambda space: space.indicators.edit(
        _indicator_with_reading(space), target=5)),
    ("Finish output", lambda space: space.outputs.finish(an_output(space).id)),
    ("Stop output", lambda space: space.outputs.stop(an_output(space).id, TODAY, "")),
    ("Drop an action", lambda space: space.actions.drop(an_action(space).id, "No")),
    ("Move an action", lambda space: space.actions.move(
        an_action(space).id, TODAY + timedelta(days=1), "")),
]  # fmt: skip


@pytest.mark.parametrize(("label", "deed"), STEPS, ids=[label for label, _deed in STEPS])
def test_every_deed_is_one_step_with_its_name_and_can_be_undone(
    space: Workspace, label: str, deed: Callable[[Workspace], object]
) -> None:
    deed(space)
    after = rows(space.entries.journal)
    taken = space.history.undo()
    assert taken is not None
    assert taken.label == label
    assert rows(space.entries.journal) != after
    space.history.redo()
    assert rows(space.entries.journal) == after


def test_a_change_that_changes_nothing_is_no_step(space: Workspace) -> None:
    entry = space.entries.capture("One")
    space.entries.edit(entry.id, title="One")
    space.history.undo()
    assert space.entries.all() == []


def test_a_deed_that_fails_leaves_nothing_behind(space: Workspace) -> None:
    before = rows(space.entries.journal)

    def half_a_deed() -> None:
        with space.entries.journal.writing("Half a deed"):
            space.entries.add(EntryDraft(day=TODAY, title="Half"), ["half"])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        half_a_deed()
    assert rows(space.entries.journal) == before
    assert space.history.undo_label() is None
    assert space.search.find("half") == []


def test_a_new_step_ends_what_could_be_brought_back(space: Workspace) -> None:
    space.entries.capture("One")
    space.history.undo()
    space.entries.capture("Two")
    assert space.history.redo() is None
    space.history.undo()
    assert space.entries.all() == []


def test_steps_older_than_thirty_days_stay(space: Workspace, clock: FixedClock) -> None:
    space.entries.capture("One")
    clock.moment += timedelta(days=31)
    assert space.history.undo_label() is None
    assert space.history.undo() is None
