"""The one way to learn of a change."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from leadjournal.base.errors import InvalidValue
from leadjournal.model.catalogue import Ref
from leadjournal.model.outcome import OutcomeDraft
from leadjournal.services.events import Changed, Events
from leadjournal.services.workspace import Workspace
from tests.support.journals import TODAY
from tests.support.records import LONG_AGO, a_why, an_output


def test_a_deed_is_told_once_after_it_is_kept(space: Workspace) -> None:
    told: list[tuple[Changed, int]] = []
    space.events.subscribe(lambda changed: told.append((changed, len(space.outcomes.all()))))
    why = a_why(space)
    outcome = space.outcomes.add(OutcomeDraft(statement="Warm", created_on=LONG_AGO), why.id)
    (_, (changed, count)) = told
    assert (changed.label, changed.kinds) == (
        "Add outcome",
        frozenset({"outcome", "outcome-why"}),
    )
    assert (Ref("outcome", outcome.id) in changed.refs, count) == (True, 1)


def test_an_editor_knows_the_echo_of_its_own_save(space: Workspace) -> None:
    sources: list[str] = []
    entry = space.entries.capture("One")
    space.events.subscribe(lambda changed: sources.append(changed.source))
    space.entries.edit(entry.id, text="x", source="editor")
    space.entries.edit(entry.id, text="y")
    space.entries.remove(entry.id, source="list")
    assert sources == ["editor", "", "list"]


def test_undo_and_redo_are_told_too(space: Workspace) -> None:
    labels: list[str] = []
    output = an_output(space)
    space.events.subscribe(lambda changed: labels.append(changed.label))
    space.outputs.finish(output.id, TODAY)
    space.history.undo()
    space.history.redo()
    assert labels == ["Finish output"] * 3


def test_what_failed_or_changed_nothing_is_not_told(space: Workspace) -> None:
    entry = space.entries.capture("One")
    told: list[Changed] = []
    space.events.subscribe(told.append)
    with pytest.raises(InvalidValue):
        space.entries.edit(entry.id, energy=9)
    space.entries.edit(entry.id, title="One")
    assert told == []


def test_subscribers_are_told_in_their_order_and_may_leave() -> None:
    events, heard = Events(), list[str]()
    leave = events.subscribe(lambda changed: heard.append("first"))
    events.subscribe(lambda changed: heard.append("second"))
    changed = Changed("x", ())
    events.publish(changed)
    leave()
    leave()
    events.publish(changed)
    assert heard == ["first", "second", "second"]


def test_who_leaves_while_a_change_is_told_hears_it_no_more() -> None:
    events, heard = Events(), list[str]()

    def first(changed: Changed) -> None:
        leave()

    events.subscribe(first)
    leave = events.subscribe(lambda changed: heard.append(changed.label))
    events.publish(Changed("x", ()))
    assert heard == []


def test_a_subscriber_may_read_and_write_when_it_is_told(space: Workspace) -> None:
    def answer(changed: Changed) -> None:
        if changed.source != "answer":
            entry = space.entries.all()[0]
            space.entries.edit(entry.id, text="seen", source="answer")

    space.events.subscribe(answer)
    entry = space.entries.capture("One")
    assert space.entries.get(entry.id).text == "seen"


def test_a_job_and_the_window_write_and_read_one_journal(space: Workspace) -> None:
    """Two threads with one connection: nothing is lost, mixed up or seen half done."""
    told: list[Changed] = []
    space.events.subscribe(told.append)

    def work(name: str) -> None:
        for number in range(25):
            draft = OutcomeDraft(statement=f"{name} {number}", created_on=TODAY, active_on=TODAY)
            an_output(space, f"{name} {number}", space.outcomes.add(draft))
            tree = space.outcomes.tree()
            assert all(len(node.outputs) <= 1 for node in tree.without_why)
            space.today.waiting()
            space.search.find(name)

    with ThreadPoolExecutor(max_workers=1) as lane:
        job = lane.submit(work, "job")
        work("window")
        job.result()
    assert len(space.outcomes.all()) == len(space.outputs.all()) == 50
    assert len(told) == 100
    while space.history.undo():
        pass
    assert space.outcomes.all() == []
    assert space.backups.check().ok
