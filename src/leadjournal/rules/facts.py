"""The dated values from which the figures are computed."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import Any, Literal, TypeVar

IndicatorKind = Literal["activity", "output", "outcome", "impact"]
Horizon = Literal["leading", "lagging"]
Way = Literal["up", "down"]
Guard = Literal["none", "at_most", "at_least"]
Changing = Literal["target", "weight", "limit"]
Verdict = Literal["real", "partly", "not-real"]
Direction = Literal["forward", "none", "backward"]
Cause = Literal["inside", "outside"]
ExitWay = Literal["moved", "stopped", "rejected", "accepted"]
SignPair = Literal[
    "growth-and-profit", "efficiency-and-loss", "engagement-and-leavers", "revenue-and-cash"
]


@dataclass(frozen=True, slots=True)
class IndicatorChange:
    """A new target, weight or limit of an indicator, and the day from which it counts."""

    valid_from: date
    what: Changing
    old: float | None
    new: float | None
    cause: Cause = "inside"
    reason: str = ""
    recorded_on: date | None = None


@dataclass(frozen=True)
class IndicatorFact:
    """One sign of an outcome with its readings; readings and changes are sorted by day.

    Without slots, because its days are listed once, at the first question.
    """

    id: str
    outcome: str
    kind: IndicatorKind
    horizon: Horizon
    direction: Way
    baseline: float | None
    target: float | None
    weight: float = 1.0
    rhythm_days: int = 30
    guard: Guard = "none"
    limit: float | None = None
    readings: tuple[tuple[date, float], ...] = ()
    changes: tuple[IndicatorChange, ...] = ()

    @cached_property
    def reading_days(self) -> list[date]:
        """The days of its readings, to look one up by."""
        return [day for day, _value in self.readings]


@dataclass(frozen=True, slots=True)
class ReviewFact:
    """What a review of an outcome found on its day."""

    day: date
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class OutcomeFact:
    """An outcome with the days on which its state, its why and its reviews changed.

    It is a draft before `active_on`. Whys (day since when, why or nothing) and reviews are
    sorted by day. `objective` is the id of the objective it carries, where there are any.
    """

    id: str
    title: str
    created_on: date
    active_on: date | None
    retired_on: date | None = None
    effect_delay_months: int = 1
    team: str | None = None
    owner: str | None = None
    whys: tuple[tuple[date, str | None], ...] = ()
    reviews: tuple[ReviewFact, ...] = ()
    due_on: date | None = None
    objective: str | None = None
    retired_because: str = ""


@dataclass(frozen=True, slots=True)
class OutputFact:
    """A piece of work with its size in days and the days on which its state changed."""

    id: str
    title: str
    size: float
    created_on: date
    finished_on: date | None = None
    stopped_on: date | None = None
    must_do: bool = False
    team: str | None = None
    owner: str | None = None
    replaces: str | None = None
    stopped_because: str = ""


@dataclass(frozen=True, slots=True)
class LinkFact:
    """The belief that an output serves an outcome; it holds from `since` until before `until`."""

    output: str
    outcome: str
    main: bool
    since: date
    until: date | None = None
    confidence: int = 3
    id: str = ""
    test_by: date | None = None
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class ExitFact:
    """The day on which a finished output was taken out of the debt, by which way and why.

    `days` is what it owed that day, in days of work.
    """

    id: str
    output: str
    outcome: str | None
    way: ExitWay
    on: date
    days: float
    reason: str


@dataclass(frozen=True, slots=True)
class DebtSignFact:
    """Two indicators by their ids: one that is fast and pleases, one that is slow and tells."""

    pair: SignPair
    fast: str
    slow: str
    delay_weeks: int = 0


@dataclass(frozen=True, slots=True)
class CheckIn:
    """The direction somebody gave a day."""

    day: date
    direction: Direction
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """A promise given another due day on day `on`."""

    on: date
    from_due: date
    to_due: date


@dataclass(frozen=True, slots=True)
class Promise:
    """Something to be done by a day; `due_on` is the day after all moves, moves are sorted."""

    id: str
    due_on: date | None
    done_on: date | None = None
    dropped_on: date | None = None
    moves: tuple[Move, ...] = ()
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class BlockerFact:
    """Something that stands in the way, from its opening to its closing."""

    opened_on: date
    closed_on: date | None = None
    outcome: str | None = None


T = TypeVar("T")


@dataclass(frozen=True)
class Facts:
    """Everything the figures need to know about a journal, for any day.

    Without slots, because the groupings below are made once, at the first question.
    `begins` is the day on which the journal began: what is dated earlier (a blocker brought
    along, old readings) is history and starts no week. `away_weeks` are Mondays.
    """

    outcomes: tuple[OutcomeFact, ...] = ()
    indicators: tuple[IndicatorFact, ...] = ()
    outputs: tuple[OutputFact, ...] = ()
    links: tuple[LinkFact, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    promises: tuple[Promise, ...] = ()
    blockers: tuple[BlockerFact, ...] = ()
    away_weeks: frozenset[date] = field(default_factory=frozenset)
    begins: date | None = None
    exits: tuple[ExitFact, ...] = ()
    signs: tuple[DebtSignFact, ...] = ()

    @cached_property
    def outcome_by_id(self) -> dict[str, OutcomeFact]:
        """Every outcome under its id."""
        return {outcome.id: outcome for outcome in self.outcomes}

    @cached_property
    def output_by_id(self) -> dict[str, OutputFact]:
        """Every output under its id."""
        return {output.id: output for output in self.outputs}

    @cached_property
    def finished_outputs(self) -> list[OutputFact]:
        """The outputs that were ever finished and are in question, in that order; no must-do."""
        found = [one for one in self.outputs if one.finished_on is not None and not one.must_do]
        return sorted(found, key=attrgetter("finished_on", "id"))

    @cached_property
    def indicator_by_id(self) -> dict[str, IndicatorFact]:
        """Every indicator under its id."""
        return {indicator.id: indicator for indicator in self.indicators}

    @cached_property
    def indicators_of(self) -> dict[str, list[IndicatorFact]]:
        """The indicators of each outcome."""
        return _by(attrgetter("outcome"), self.indicators)

    @cached_property
    def effects_of(self) -> dict[str, list[IndicatorFact]]:
        """The indicators of each outcome that measure a change and not the work; no guards."""
        return _by(attrgetter("outcome"), filter(shows_effect, self.indicators))

    @cached_property
    def work_of(self) -> dict[str, list[IndicatorFact]]:
        """The indicators of each outcome that measure the work; no guards."""
        work = [one for one in self.indicators if one.guard == "none" and not shows_effect(one)]
        return _by(attrgetter("outcome"), work)

    @cached_property
    def guards_of(self) -> dict[str, list[IndicatorFact]]:
        """The indicators of each outcome that only watch that nothing else breaks."""
        guards = [indicator for indicator in self.indicators if indicator.guard != "none"]
        return _by(attrgetter("outcome"), guards)

    @cached_property
    def links_of(self) -> dict[str, list[LinkFact]]:
        """The links of each output, oldest first."""
        return _by(attrgetter("output"), sorted(self.links, key=attrgetter("since", "outcome")))

    @cached_property
    def links_to(self) -> dict[str, list[LinkFact]]:
        """The links that lead to each outcome, oldest first."""
        return _by(attrgetter("outcome"), sorted(self.links, key=attrgetter("since", "output")))

    @cached_property
    def exits_of(self) -> dict[str, list[ExitFact]]:
        """The exits of each output, oldest first."""
        return _by(attrgetter("output"), sorted(self.exits, key=attrgetter("on", "way", "id")))

    @cached_property
    def memory(self) -> dict[Hashable, Any]:
        """What a rule has worked out of these facts once, under a key of its own."""
        return {}


def shows_effect(indicator: IndicatorFact) -> bool:
    """Whether an indicator measures a change and not the work; guards measure neither."""
    return indicator.guard == "none" and indicator.kind in ("outcome", "impact")


def _by(key: Callable[[T], str], items: Iterable[T]) -> dict[str, list[T]]:
    groups: dict[str, list[T]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups
