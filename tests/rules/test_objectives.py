"""How far key results are, what grade follows, and a ladder that never goes round in a circle."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadjournal.rules.objectives import (
    closes_circle,
    ladder,
    needs_note,
    progress,
    reading_of,
    suggested_grade,
)

NUMBERS = st.floats(-1e6, 1e6)


@pytest.mark.parametrize(
    ("baseline", "target", "latest", "share"),
    [
        (41, 22, 25, 16 / 19),
        (22, 90, 91, 1.0),
        (22, 90, 10, 0.0),
        (22, 90, None, 0.0),
        (None, 90, 50, None),
        (22, None, 50, None),
        (5, 5, 5, None),
    ],
)
def test_progress_is_the_share_of_the_way(
    baseline: float | None, target: float | None, latest: float | None, share: float | None
) -> None:
    assert progress(baseline, target, latest) == pytest.approx(share)


@given(NUMBERS, NUMBERS, NUMBERS)
def test_progress_stays_between_nothing_and_everything(
    baseline: float, target: float, latest: float
) -> None:
    found = progress(baseline, target, latest)
    assert found is None or 0.0 <= found <= 1.0


def test_the_grade_is_the_mean_of_what_can_be_measured() -> None:
    assert suggested_grade([0.5, None, 1.0]) == 0.75
    assert suggested_grade([None]) is None
    assert suggested_grade([]) is None


@pytest.mark.parametrize(
    ("grade", "stretch", "said"),
    [
        (1.0, False, "whole"), (0.99, False, "open"), (0.7, False, "open"),
        (0.7, True, "good"), (0.6, True, "good"), (0.59, True, "open"), (0.95, True, "easy"),
    ],
)  # fmt: skip
def test_a_commitment_is_kept_whole_and_a_stretch_about_two_thirds(
    grade: float, stretch: bool, said: str
) -> None:
    assert reading_of(grade, stretch=stretch) == said


def test_a_confidence_that_moved_by_two_needs_a_note() -> None:
    assert [needs_note(before, 3) for before in (None, 3, 2, 4, 1, 5)] == [
        False, False, False, False, True, True,
    ]  # fmt: skip


def test_a_circle_is_seen_over_several_parents() -> None:
    parents = {"a": "b", "b": "c", "c": None}
    assert closes_circle(parents, "c", "a")
    assert closes_circle(parents, "a", "a")
    assert not closes_circle(parents, "a", "c")
    assert not closes_circle({"x": "y", "y": "x"}, "a", "x")


IDS = st.sampled_from("abcdef")


@given(st.dictionaries(IDS, st.one_of(st.none(), IDS)))
def test_on_the_ladder_everyone_stands_once_and_hangs_on_the_top(
    parents: dict[str, str | None],
) -> None:
    found = ladder(parents)
    assert sorted(id_ for under in found.values() for id_ in under) == sorted(parents)
    reached: list[str] = []
    above: list[str | None] = [None]
    while above:
        reached += (under := found.get(above.pop(), []))
        above += under
    assert sorted(reached) == sorted(parents)
