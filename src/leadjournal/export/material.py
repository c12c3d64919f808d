"""What a report is made of: records and figures as plain values, ready for the sections."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from leadjournal.base.formats import day_long, day_short
from leadjournal.model.action import Action, Blocker, Postponement
from leadjournal.model.cycle import Cycle, CycleScore
from leadjournal.model.entry import Entry
from leadjournal.model.indicator import Indicator, Reading
from leadjournal.model.link import Link
from leadjournal.model.milestone import Growth, Milestone
from leadjournal.model.objective import Confidence, KeyResult, KeyResultReading, Objective
from leadjournal.model.outcome import Outcome, Review
from leadjournal.model.output import Output
from leadjournal.model.why import Why
from leadjournal.rules.debt import Band, Debt, DebtRow
from leadjournal.rules.debt_history import DebtPoint
from leadjournal.rules.facts import Facts, IndicatorFact, OutcomeFact
from leadjournal.rules.health import GreenButRed
from leadjournal.rules.line_of_sight import LineOfSight
from leadjournal.rules.momentum import Momentum
from leadjournal.rules.outcome_map import OutcomeMap

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a figure was computed, in words."""

    title: str
    sentence: str
    rows: tuple[tuple[str, str], ...] = ()
    steps: tuple[str, ...] = ()
    is_part: bool = False
    """Whether it explains a part of the figure before it."""


@dataclass(frozen=True, slots=True)
class ReportFigures:
    """The figures of the report's last day, where they come from and how they went."""

    debt: Debt
    band: Band
    people: int
    capacity_months: float | None
    momentum: Momentum
    line_of_sight: LineOfSight
    green_but_red: tuple[GreenButRed, ...]
    points: tuple[DebtPoint, ...]
    explanations: tuple[Explanation, ...]


@dataclass(frozen=True, slots=True)
class ReportRecords:
    """The records that are shown, each in the order of the journal."""

    whys: Sequence[Why] = ()
    outcomes: Sequence[Outcome] = ()
    indicators: Sequence[Indicator] = ()
    readings: Sequence[Reading] = ()
    reviews: Sequence[Review] = ()
    outputs: Sequence[Output] = ()
    links: Sequence[Link] = ()
    milestones: Sequence[Milestone] = ()
    growths: Sequence[Growth] = ()
    objectives: Sequence[Objective] = ()
    key_results: Sequence[KeyResult] = ()
    key_result_readings: Sequence[KeyResultReading] = ()
    confidences: Sequence[Confidence] = ()
    cycles: Sequence[Cycle] = ()
    cycle_scores: Sequence[CycleScore] = ()
    actions: Sequence[Action] = ()
    postponements: Sequence[Postponement] = ()
    blockers: Sequence[Blocker] = ()
    entries: Sequence[Entry] = ()


@dataclass(frozen=True, slots=True)
class ReportScope:
    """What the report covers, and what a reader has to know before reading it."""

    journal: str
    made_on: date
    on: date
    since: date | None = None
    kinds: frozenset[str] = frozenset()
    writer: str = ""
    is_own_copy: bool = False
    hides_names: bool = False
    private: int = 0
    """How many private entries are in the owner's own copy."""


@dataclass(frozen=True)
class Material:
    """Everything the sections may draw on; without slots for the groupings made once."""

    scope: ReportScope
    records: ReportRecords
    facts: Facts
    figures: ReportFigures | None = None
    map: OutcomeMap | None = None
    """Which work leads where, on the report's day."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """The words of people, teams, whys, outcomes and outputs, by id."""
    tags: Mapping[str, Sequence[str]] = field(default_factory=dict)
    links: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    """For each entry the kind and the words of what it points at."""

    @property
    def on(self) -> date:
        """The day as of which everything is told."""
        return self.scope.on

    def shows(self, kind: str) -> bool:
        """Whether records of a kind were asked for."""
        return kind in self.scope.kinds

    def titled(self, id_: str | None) -> str:
        """The words of a record that may be none."""
        return self.titles.get(id_ or "", "")

    def day(self, day: date | None) -> str:
        """A day in short, with its year where that is not the report's."""
        return day_short(day, self.on) if day is not None else ""

    def day_in_words(self, day: date | None) -> str:
        """A day as sentences name it, with its year where that is not the report's."""
        return day_long(day, self.on) if day is not None else ""

    def fact_of(self, outcome: str) -> OutcomeFact | None:
        """What the figures know about an outcome."""
        return self.facts.outcome_by_id.get(outcome)

    @cached_property
    def debt_of(self) -> dict[str, DebtRow]:
        """The debt by outcome, or by output where there is no outcome."""
        return {row.id: row for row in self.figures.debt.rows} if self.figures else {}

    @cached_property
    def debt_of_output(self) -> dict[str, float]:
        """What each finished output owes, in days."""
        return {part.id: part.days for row in self.debt_of.values() for part in row.outputs}

    @cached_property
    def indicator_facts(self) -> dict[str, IndicatorFact]:
        """What the figures know about each indicator."""
        return {fact.id: fact for fact in self.facts.indicators}

    @cached_property
    def indicators_of(self) -> dict[str, list[Indicator]]:
        """The indicators of each outcome, guards last."""
        ordered = sorted(self.records.indicators, key=lambda one: one.guard.value != "none")
        return grouped(ordered, lambda one: one.outcome_id)

    @cached_property
    def readings_of(self) -> dict[str, list[Reading]]:
        """The readings of each indicator, oldest first."""
        ordered = sorted(self.records.readings, key=lambda one: one.day)
        return grouped(ordered, lambda one: one.indicator_id)

    @cached_property
    def reviews_of(self) -> dict[str, list[Review]]:
        """The reviews of each outcome, newest first."""
        ordered = sorted(self.records.reviews, key=lambda one: (one.day, one.created))
        return grouped(reversed(ordered), lambda one: one.outcome_id)

    @cached_property
    def moves_of(self) -> dict[str, list[Postponement]]:
        """The moves of each action, oldest first."""
        ordered = sorted(self.records.postponements, key=lambda one: (one.moved_on, one.created))
        return grouped(ordered, lambda one: one.action_id)

    @cached_property
    def links_of_outcome(self) -> dict[str, list[Link]]:
        """The links to each outcome that hold on the report's day, the main ones first."""
        return grouped(self._links_that_hold(), lambda one: one.outcome_id)

    @cached_property
    def linked_outputs(self) -> frozenset[str]:
        """The outputs that serve an outcome on the report's day."""
        return frozenset(link.output_id for link in self._links_that_hold())

    @cached_property
    def output_of(self) -> dict[str, Output]:
        """The outputs by id."""
        return {output.id: output for output in self.records.outputs}

    def _links_that_hold(self) -> list[Link]:
        holding = [
            link
            for link in self.records.links
            if link.since <= self.on and (link.until is None or link.until > self.on)
        ]
        return sorted(holding, key=lambda link: (not link.main, link.since))


def grouped(items: Iterable[T], key: Callable[[T], str]) -> dict[str, list[T]]:
    """The items under their keys, in their order."""
    groups: dict[str, list[T]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups
