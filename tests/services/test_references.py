"""References: what a record points at, and what points at it."""

from datetime import timedelta

import pytest

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import NotFound, UserMistake
from leadjournal.model.catalogue import KINDS, Ref
from leadjournal.services.workspace import Workspace
from tests.support.records import a_why, an_action


def test_pointing_is_seen_from_both_ends_in_the_order_it_was_done(
    space: Workspace, clock: FixedClock
) -> None:
    entry, why, action = space.entries.capture("One"), a_why(space, "Warm"), an_action(space)
    here = Ref("entry", entry.id)
    space.references.add(here, Ref("why", why.id), passage="so that")
    clock.moment += timedelta(seconds=1)
    space.references.add(here, Ref("action", action.id))
    space.references.add(Ref("action", action.id), here)
    assert [one.title for one in space.references.of(entry.id)] == ["Warm", "Call the warehouse"]
    assert [one.ref.kind for one in space.references.back(entry.id)] == ["action"]
    assert [(one.kind, one.icon) for one in space.references.back(why.id)] == [
        ("Entry", "pen-line")
    ]


def test_a_record_without_a_title_is_called_by_its_kind(space: Workspace) -> None:
    first, second = space.entries.capture("word " * 50), space.entries.capture("Two")
    space.references.add(Ref("entry", second.id), Ref("entry", first.id))
    assert [one.title for one in space.references.of(second.id)] == ["Entry"]


def test_only_pairs_of_the_catalogue_can_be_linked(space: Workspace) -> None:
    entry, why = space.entries.capture("One"), a_why(space)
    with pytest.raises(UserMistake, match="cannot be linked"):
        space.references.add(Ref("why", why.id), Ref("entry", entry.id))
    allowed = {kind.id: kind.refers_to for kind in KINDS if kind.refers_to}
    assert set(allowed) == {"entry", "reflection", "action", "blocker"}


def test_nothing_points_at_what_is_not_there(space: Workspace) -> None:
    entry = space.entries.capture("One")
    with pytest.raises(NotFound, match="not in the journal"):
        space.references.add(Ref("entry", entry.id), Ref("why", "gone"))
    assert space.references.of(entry.id) == []


def test_removing_either_end_takes_the_pointer_and_undo_gives_it_back(space: Workspace) -> None:
    entry, why = space.entries.capture("One"), a_why(space, "Warm")
    space.entries.link(entry.id, Ref("why", why.id))
    space.whys.remove(why.id)
    assert space.references.of(entry.id) == []
    assert space.backups.check().counts["reference"] == 0
    space.history.undo()
    assert [one.title for one in space.references.of(entry.id)] == ["Warm"]
    space.entries.remove(entry.id)
    assert space.references.back(why.id) == []


def test_tags_are_no_links(space: Workspace) -> None:
    entry = space.entries.capture("One", tags=["a"])
    assert space.references.of(entry.id) == []
    assert space.references.tags(entry.id) == ["a"]
