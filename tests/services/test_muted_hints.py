from pathlib import Path

import pytest

from leadjournal.services.workspace import Workspace
from tests.support.journals import new_workspace
from tests.support.records import an_outcome


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return new_workspace(tmp_path)


def test_a_hint_is_muted_for_one_record_or_everywhere(space: Workspace) -> None:
    outcome, other = an_outcome(space), an_outcome(space, "Heard the same day")
    space.muted_hints.mute("too-short", outcome.id)
    space.muted_hints.mute("weasel-words")
    assert space.muted_hints.muted(outcome.id) == {"too-short", "weasel-words"}
    assert space.muted_hints.muted(other.id) == {"weasel-words"}
    assert [one.rule for one in space.muted_hints.everywhere()] == ["weasel-words"]
    space.close()


def test_muting_twice_is_once_and_can_be_taken_back(space: Workspace) -> None:
    space.muted_hints.mute("too-short")
    space.muted_hints.mute("too-short")
    (muted,) = space.muted_hints.everywhere()
    space.muted_hints.hear_again(muted.id)
    assert space.muted_hints.muted() == frozenset()
    space.history.undo()
    assert space.muted_hints.muted() == {"too-short"}
    space.close()


def test_words_of_the_house_are_understood(space: Workspace) -> None:
    space.muted_hints.use_words("North Star")
    assert space.muted_hints.our_words() == {"north star"}
    assert space.muted_hints.muted() == frozenset()
    space.close()
