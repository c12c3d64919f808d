"""The state of an outcome, computed and never typed: the first word that applies on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

from leadjournal.rules.course import Turn, latest_turn
from leadjournal.rules.evidence import guards_beyond, promised_share
from leadjournal.rules.facts import Facts, OutcomeFact
from leadjournal.rules.first_move import FirstMove, first_move
from leadjournal.rules.health import is_green_but_red
from leadjournal.rules.standing import is_active, is_retired, latest_reading

ROSE_BY = 0.05
RHYTHMS_BACK = 2
USUAL_RHYTHM = 30
_TINY = 1e-9

StateWord = Literal[
    "draft",
    "too-early",
    "falling-back",
    "held",
    "reached",
    "green-but-red",
    "moving",
    "flat",
    "retired",
]


class Rise(NamedTuple):
    """The promised share of a change on a day, and two rhythms before it."""

    before_on: date
    before: float
    now: float

    @property
    def is_moving(self) -> bool:
        """Whether the share rose by enough to say so."""
        return self.now - self.before > ROSE_BY - _TINY


class Signs(NamedTuple):
    """By what the word of an outcome is chosen; the turn is nothing if it was never reached."""

    first_move: FirstMove
    rise: Rise
    guards_beyond: tuple[str, ...]
    turn: Turn | None


@dataclass(frozen=True, slots=True)
class OutcomeState:
    """What an outcome is on a day; a draft and a retired outcome are judged no further.

    `since` is known for the words that begin on a certain day.
    """

    word: StateWord
    on: date
    since: date | None
    signs: Signs | None = None

    @property
    def guards_beyond(self) -> tuple[str, ...]:
        """The guards beyond their limits, by id; they are told beside the word."""
        return self.signs.guards_beyond if self.signs else ()

    @property
    def possible_on(self) -> date | None:
        """The day on which the outcome could first move, while it is too early to judge."""
        return self.signs.first_move.possible_on if self.signs and self._is_early else None

    @property
    def _is_early(self) -> bool:
        return self.word == "too-early"


def outcome_state(facts: Facts, outcome: OutcomeFact, on: date) -> OutcomeState:
    """The state of an outcome on a day: the first word that applies.

    Too early: its effect delay is not over.
    Falling back: it was reached, and since then less than 70% of the way is left, or a review
    says not real. Held and reached: see the course. Green but red. Moving: at least 5 points
    more of the way than two rhythms ago. Else flat. While a guard is beyond its limit, an
    outcome is neither reached nor held, and the next word that applies is said.
    """
    if is_retired(outcome, on):
        return OutcomeState("retired", on, outcome.retired_on)
    if not is_active(outcome, on):
        return OutcomeState("draft", on, outcome.created_on)
    signs = Signs(
        first_move(facts, outcome, on),
        rise(facts, outcome, on),
        guards_beyond(facts, outcome, on),
        latest_turn(facts, outcome, on),
    )
    word = _word(facts, outcome, on, signs)
    return OutcomeState(word, on, _since(word, signs), signs)


def rise(facts: Facts, outcome: OutcomeFact, on: date) -> Rise:
    """How far an outcome has come, and how far it had come two rhythms before.

    The longest rhythm of its effects with a reading counts: by then each could be read anew.
    """
    effects = facts.effects_of.get(outcome.id, ())
    rhythms = [one.rhythm_days for one in effects if latest_reading(one, on) is not None]
    before_on = on - timedelta(days=RHYTHMS_BACK * max(rhythms, default=USUAL_RHYTHM))
    before = promised_share(facts, outcome, before_on)
    return Rise(before_on, before, promised_share(facts, outcome, on))


def _word(facts: Facts, outcome: OutcomeFact, on: date, signs: Signs) -> StateWord:
    if signs.first_move.possible_on > on:
        return "too-early"
    stage = signs.turn.stage if signs.turn else "open"
    if stage == "lost":
        return "falling-back"
    if stage in ("held", "reached") and not signs.guards_beyond:
        return "held" if stage == "held" else "reached"
    if is_green_but_red(facts, outcome, on):
        return "green-but-red"
    return "moving" if signs.rise.is_moving else "flat"


def _since(word: StateWord, signs: Signs) -> date | None:
    if word in ("falling-back", "held", "reached") and signs.turn is not None:
        return signs.turn.since
    return signs.first_move.counted_from if word == "too-early" else None
