"""Focus: too many active outcomes for a team, or too many indicators for an outcome."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Literal

from leadjournal.rules.facts import Facts
from leadjournal.rules.standing import is_active

MOST_OUTCOMES = 3
MOST_INDICATORS = 4


@dataclass(frozen=True, slots=True)
class Spread:
    """A team with more outcomes, or an outcome with more indicators, than can be looked after.

    The id is that of the team or the outcome; outcomes without a team have no id.
    """

    of: Literal["team", "outcome"]
    id: str | None
    count: int


def spreads(facts: Facts, on: date) -> tuple[Spread, ...]:
    """Teams with over three active outcomes, and active outcomes with over four indicators.

    Guards are not counted: they watch, nobody works towards them.
    """
    active = [outcome for outcome in facts.outcomes if is_active(outcome, on)]
    teams = Counter(outcome.team for outcome in active)
    found = [Spread("team", id_, n) for id_, n in teams.items() if n > MOST_OUTCOMES]
    for outcome in active:
        known = facts.indicators_of.get(outcome.id, ())
        count = sum(1 for indicator in known if indicator.guard == "none")
        if count > MOST_INDICATORS:
            found.append(Spread("outcome", outcome.id, count))
    return tuple(found)
