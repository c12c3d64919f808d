"""Objectives: progress, the grade that follows, what it means, and the ladder."""

import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadjournal.rules.objectives import (
    Rung,
    cycles_in_order,
    grade_in_words,
    ladder,
    makes_circle,
    needs_reason,
    progress,
    suggested_grade,
)

NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
IDS = st.sampled_from("abcdefgh")


@pytest.mark.parametrize(
    ("baseline", "target", "latest", "gone"),
    [
        (41, 22, 25, 16 / 19),  # repeat contacts of the sample journal: fewer is better
        (22, 90, 91, 1.0),  # beyond the target is the whole way
        (41, 22, 45, 0.0),  # worse than before is no way at all
        (95, 95, 96, 1.0),  # something to hold
        (95, 95, 94, 0.0),
        (None, 90, 91, None),
        (22, None, 91, None),
        (22, 90, None, None),
        (-sys.float_info.max, sys.float_info.max, 0, 0.5),
    ],
)
def test_progress_is_the_part_of_the_way(
    baseline: float | None, target: float | None, latest: float | None, gone: float | None
) -> None:
    found = progress(baseline, target, latest)
    assert found == (pytest.approx(gone) if gone is not None else None)


@given(NUMBERS, NUMBERS, NUMBERS)
def test_progress_never_leaves_the_way(baseline: float, target: float, latest: float) -> None:
    found = progress(baseline, target, latest)
    assert found is not None
    assert 0 <= found <= 1


def test_the_grade_is_the_mean_of_what_is_known_in_tenths() -> None:
    assert suggested_grade([16 / 19, 1.0]) == 0.9
    assert suggested_grade([0.5, None]) == 0.5
    assert suggested_grade([None]) is None
    assert suggested_grade([]) is None


def test_a_stretch_and_a_commitment_are_read_differently() -> None:
    assert grade_in_words(0.7, "stretch") == "Of a stretch, about two thirds is a good result."
    assert "further" in grade_in_words(1.0, "stretch")
    assert "below" in grade_in_words(0.3, "stretch")
    assert grade_in_words(1.0, "commitment") == "The commitment was kept."
    assert "whole" in grade_in_words(0.7, "commitment")


def test_a_leap_of_confidence_needs_its_reason() -> None:
    assert needs_reason(4, 2)
    assert needs_reason(1, 3)
    assert not needs_reason(3, 4)
    assert not needs_reason(None, 1)


def test_the_ladder_goes_from_top_to_bottom() -> None:
    parents = {"company": None, "other": None, "desk": "company", "winter": "desk"}
    assert ladder(parents) == [
        Rung("company", 0), Rung("desk", 1), Rung("winter", 2), Rung("other", 0),
    ]  # fmt: skip


def test_what_is_above_stays_in_sight() -> None:
    parents = {"company": None, "other": None, "desk": "company", "winter": "desk"}
    assert [rung.id for rung in ladder(parents, ["winter"])] == ["company", "desk", "winter"]
    assert ladder(parents, []) == []


def test_a_circle_is_cut_above_its_first_objective() -> None:
    assert ladder({"a": "b", "b": "c", "c": "a"}) == [Rung("a", 0), Rung("c", 1), Rung("b", 2)]
    assert ladder({"a": "a"}) == [Rung("a", 0)]


def test_a_parent_that_is_gone_leaves_an_objective_at_the_top() -> None:
    assert ladder({"a": "nowhere"}) == [Rung("a", 0)]


@given(st.dictionaries(IDS, st.none() | IDS))
def test_the_ladder_holds_everything_once_whatever_points_where(
    parents: dict[str, str | None],
) -> None:
    found = ladder(parents)
    assert sorted(rung.id for rung in found) == sorted(parents)
    assert all(later.depth <= rung.depth + 1 for rung, later in pairwise(found))


@given(st.dictionaries(IDS, st.none() | IDS), IDS, st.none() | IDS)
def test_a_new_parent_that_makes_no_circle_is_shown_above(
    parents: dict[str, str | None], child: str, parent: str | None
) -> None:
    whole = dict.fromkeys("abcdefgh") | parents
    straight = {rung.id: rung for rung in ladder(whole)}
    assert len(straight) == len(whole)
    if not makes_circle(whole, child, parent) and parent is not None:
        after = [rung.id for rung in ladder({**whole, child: parent})]
        assert after.index(parent) < after.index(child)


def test_the_newest_cycle_comes_first() -> None:
    names = ["2025 Q3", "Q1 2026", "2025 Q4", "", "someday", "2025 Q4"]
    assert cycles_in_order(names) == ["Q1 2026", "2025 Q4", "2025 Q3", "someday"]
