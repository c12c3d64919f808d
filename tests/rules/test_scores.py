"""Scores counted from answers: the formulas on known answers, and what always holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadjournal.rules.scores import SCALES, Score, score_of

SCORES: tuple[Score, ...] = ("satisfaction", "recommendation", "effort")
BOUNDS: dict[Score, tuple[float, float]] = {
    "satisfaction": (0, 100),
    "recommendation": (-100, 100),
    "effort": (1, 5),
}


@pytest.mark.parametrize(
    ("score", "counts", "value"),
    [
        ("satisfaction", {1: 1, 2: 1, 3: 2, 4: 3, 5: 3}, 60),
        ("satisfaction", {3: 4}, 0),
        ("satisfaction", {4: 1, 5: 1}, 100),
        ("recommendation", {0: 1, 6: 1, 7: 2, 8: 2, 9: 2, 10: 2}, 20),
        ("recommendation", {6: 5}, -100),
        ("recommendation", {9: 1, 10: 1}, 100),
        ("recommendation", {7: 3, 8: 3}, 0),
        ("effort", {1: 1, 5: 3}, 4),
        ("effort", {2: 2}, 2),
    ],
)
def test_a_score_of_known_answers(score: Score, counts: dict[int, int], value: float) -> None:
    assert score_of(score, counts) == pytest.approx(value)


@pytest.mark.parametrize("score", SCORES)
def test_nobody_answered_is_no_score(score: Score) -> None:
    assert score_of(score, {}) is None
    assert score_of(score, dict.fromkeys(SCALES[score].answers(), 0)) is None


@given(st.sampled_from(SCORES), st.dictionaries(st.integers(0, 10), st.integers(0, 10_000)))
def test_a_score_stays_within_its_bounds(score: Score, counts: dict[int, int]) -> None:
    value = score_of(score, counts)
    low, high = BOUNDS[score]
    assert value is None or low <= value <= high


@given(
    st.sampled_from(SCORES),
    st.dictionaries(st.integers(1, 5), st.integers(1, 100), min_size=1),
    st.integers(2, 9),
)
def test_more_of_the_same_answers_change_nothing(
    score: Score, counts: dict[int, int], times: int
) -> None:
    often = {answer: count * times for answer, count in counts.items()}
    assert score_of(score, often) == pytest.approx(score_of(score, counts))
