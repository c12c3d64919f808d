"""Scores that are counted from answers to one question, instead of being typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Score = Literal["satisfaction", "recommendation", "effort"]
Counts = Mapping[int, int]
"""How many gave each answer."""

SATISFIED_FROM = 4
PROMOTES_FROM = 9
DETRACTS_TO = 6


@dataclass(frozen=True, slots=True)
class Scale:
    """The answers one may give, from the lowest to the highest."""

    lowest: int
    highest: int

    def answers(self) -> range:
        """Every answer."""
        return range(self.lowest, self.highest + 1)


SCALES: dict[Score, Scale] = {
    "satisfaction": Scale(1, 5),
    "recommendation": Scale(0, 10),
    "effort": Scale(1, 5),
}


def score_of(score: Score, counts: Counts) -> float | None:
    """The value of a score; nothing where nobody answered.

    Satisfaction: answers 4 and 5 of all answers, in percent, from 0 to 100.
    Recommendation: the percentage of 9 and 10 minus that of 0 to 6, from -100 to 100.
    Effort: the mean answer, from 1 to 5.
    """
    given = {answer: counts.get(answer, 0) for answer in SCALES[score].answers()}
    all_answers = sum(given.values())
    if not all_answers:
        return None
    if score == "effort":
        return sum(answer * count for answer, count in given.items()) / all_answers
    if score == "satisfaction":
        happy = sum(count for answer, count in given.items() if answer >= SATISFIED_FROM)
        return 100 * happy / all_answers
    promote = sum(count for answer, count in given.items() if answer >= PROMOTES_FROM)
    detract = sum(count for answer, count in given.items() if answer <= DETRACTS_TO)
    return 100 * (promote - detract) / all_answers
