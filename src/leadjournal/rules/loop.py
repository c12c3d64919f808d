"""The loop of an outcome: the change is defined, translated into signs, and reviewed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from leadjournal.rules.evidence import REVIEW_HOLDS_DAYS
from leadjournal.rules.facts import Facts, OutcomeFact
from leadjournal.rules.standing import is_active, last_review

LoopStage = Literal["defined", "translated", "reviewed"]


@dataclass(frozen=True, slots=True)
class Loop:
    """How far an outcome has come in its loop, each step with its day.

    Translated is the day of the first reading of an effect, reviewed that of the latest review.
    """

    defined_on: date
    translated_on: date | None
    reviewed_on: date | None
    is_closed: bool

    @property
    def stage(self) -> LoopStage:
        """The last step that is done; each needs the one before."""
        if self.translated_on is None:
            return "defined"
        return "translated" if self.reviewed_on is None else "reviewed"


@dataclass(frozen=True, slots=True)
class LoopClosed:
    """How many of the active outcomes were reviewed in the last 90 days; the others by id."""

    closed: int
    active: int
    open: tuple[str, ...]

    @property
    def share(self) -> float | None:
        """The share that was reviewed; nothing without active outcomes."""
        return self.closed / self.active if self.active else None


def loop_of(facts: Facts, outcome: OutcomeFact, on: date) -> Loop:
    """The loop of an outcome on a day; closed means reviewed in the last 90 days."""
    firsts = [
        effect.readings[0][0] for effect in facts.effects_of.get(outcome.id, ()) if effect.readings
    ]
    translated = min((day for day in firsts if day <= on), default=None)
    review = last_review(outcome, on)
    reviewed = review.day if review else None
    fresh = reviewed is not None and (on - reviewed).days <= REVIEW_HOLDS_DAYS
    return Loop(outcome.created_on, translated, reviewed, fresh)


def loop_closed(facts: Facts, on: date) -> LoopClosed:
    """The share of active outcomes whose loop was closed by a review in the last 90 days."""
    active = [outcome for outcome in facts.outcomes if is_active(outcome, on)]
    waiting = tuple(one.id for one in active if not loop_of(facts, one, on).is_closed)
    return LoopClosed(len(active) - len(waiting), len(active), waiting)
