"""What is known of the record a text belongs to, and of the journal around it."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from leadjournal.rules.lens.wording import Wording

OPEN_GOAL_DAYS = 42
"""For six weeks after a goal was left open on purpose nobody asks for its measure."""

Measures = Literal["activity", "output", "outcome", "impact"]
Moves = Literal["leading", "lagging"]


@dataclass(frozen=True, slots=True)
class Sign:
    """An indicator of an outcome; what was chosen for it counts more than its words."""

    name: str
    measures: Measures | None = None
    moves: Moves | None = None
    is_guard: bool = False
    has_baseline: bool = False
    has_target: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """A key result of an objective; None where nobody chose whether it is an output."""

    text: str
    is_output: bool | None = None
    is_measurable: bool = False
    """Whether it has a unit, or a baseline with a target; numbers in its text count too."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The record beside the text. None is “not known”: what is not known is not missed."""

    signs: tuple[Sign, ...] | None = None
    results: tuple[Result, ...] | None = None
    has_beneficiary: bool = False
    has_baseline: bool = False
    has_due: bool = False
    has_owner: bool = False
    has_unit: bool = False
    has_why: bool = False
    has_outcome: bool = False
    """Whether an output is linked to an outcome."""
    is_must_do: bool = False
    has_review: bool | None = None
    has_growth: bool | None = None
    has_lasting_value: bool | None = None
    note: str = ""
    open_goal_days: int | None = None
    """For how many days the goal has been left open on purpose; None if it is not."""

    @property
    def effect_signs(self) -> tuple[Sign, ...]:
        """Its indicators without the guards, which only watch that nothing else suffers."""
        return tuple(sign for sign in self.signs or () if not sign.is_guard)


@dataclass(frozen=True)
class Surroundings:
    """What the journal adds: names that are people, words everybody here knows, muted rules.

    One serves for many looks: what is read from the names is kept.
    """

    names: frozenset[str] = field(default=frozenset())
    glossary: frozenset[str] = field(default=frozenset())
    muted: frozenset[str] = field(default=frozenset())

    @cached_property
    def names_in_tokens(self) -> frozenset[tuple[str, ...]]:
        """Each name as it would stand in a text."""
        return frozenset(filter(None, (Wording(name).tokens for name in self.names)))

    @cached_property
    def known_phrases(self) -> frozenset[str]:
        """The phrases of the glossary as they would stand in a text."""
        return frozenset(" ".join(Wording(phrase).tokens) for phrase in self.glossary)
