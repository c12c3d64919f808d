"""Outcome debt: finished work that nobody can yet show has changed anything."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from leadjournal.rules.evidence import (
    BASE,
    NO_LAGGING_READING,
    NO_RECENT_REVIEW,
    NO_WHY,
    Evidence,
    RatePart,
    evidence,
    rate_parts,
)
from leadjournal.rules.exits import standing_exit
from leadjournal.rules.facts import ExitFact, Facts, OutcomeFact, OutputFact
from leadjournal.rules.standing import (
    is_active,
    is_finished,
    is_retired,
    is_stopped,
    main_outcome,
)

MONTH_DAYS = 30
MOST_MONTHS = 24
LOOK_AHEAD_MONTHS = 3
CAPACITY_DAYS = 18
LIGHT_BELOW = 0.5
HEAVY_ABOVE = 1.5

UNPROVEN = Evidence(share=0.0, promised=0.0, voice=0.0, guards=1.0, indicators=())
NO_OUTCOME_RATE = (BASE, NO_LAGGING_READING, NO_WHY, NO_RECENT_REVIEW)

Band = Literal["light", "worth-a-look", "heavy"]


class OutputDebt(NamedTuple):
    """The debt of one finished output: its size, the days it waits, the months that count."""

    id: str
    title: str
    size: float
    waits: int
    months: int
    days: float
    principal: float
    in_three_months: float


@dataclass(frozen=True, slots=True)
class DebtRow:
    """The debt of one outcome, or of one output without an outcome, and how it came about."""

    kind: Literal["outcome", "output"]
    id: str
    title: str
    reasons: tuple[RatePart, ...]
    evidence: Evidence
    outputs: tuple[OutputDebt, ...]

    @property
    def days(self) -> float:
        """The debt in days of work."""
        return sum([output.days for output in self.outputs])

    @property
    def principal(self) -> float:
        """The debt without what the waiting added."""
        return sum([output.principal for output in self.outputs])

    @property
    def interest(self) -> float:
        """What the waiting added."""
        return self.days - self.principal

    @property
    def in_three_months(self) -> float:
        """The debt three months on, should nothing change."""
        return sum([output.in_three_months for output in self.outputs])

    @property
    def waiting_cost(self) -> float:
        """What three more months of waiting add, with all else unchanged."""
        return self.in_three_months - self.days

    @property
    def rate(self) -> float:
        """The growth in a month, as a share."""
        return sum(part.percent for part in self.reasons) / 100

    @property
    def waits(self) -> int:
        """The days the oldest finished output has waited."""
        return max((output.waits for output in self.outputs), default=0)


@dataclass(frozen=True, slots=True)
class WrittenOff:
    """Finished work that was given up with a lesson, with its size in days.

    It was stopped, what was believed of it was rejected, or its outcome was retired.
    """

    id: str
    title: str
    days: float
    on: date
    because: Literal["stopped", "rejected", "retired"]
    lesson: str = ""


@dataclass(frozen=True, slots=True)
class SetAside:
    """Finished work that stays, but is out of the debt, with the days it owed when it left.

    Its outcome has moved, or its debt was accepted knowingly.
    """

    id: str
    title: str
    days: float
    on: date
    way: Literal["moved", "accepted"]
    reason: str


@dataclass(frozen=True, slots=True)
class Debt:
    """Outcome debt on a day, with a row for each active outcome and each output without one.

    Rows of outcomes come first, in the order of the journal.
    """

    rows: tuple[DebtRow, ...]
    finished: float
    written_off: tuple[WrittenOff, ...]
    set_aside: tuple[SetAside, ...]
    total: float
    principal: float
    without_outcome: float
    in_three_months: float

    @property
    def interest(self) -> float:
        """What the waiting added to the principal part."""
        return self.total - self.principal

    @property
    def unproven(self) -> float | None:
        """The share of finished work not yet shown; nothing when nothing is finished."""
        return self.principal / self.finished if self.finished else None

    @property
    def written_off_days(self) -> float:
        """The days of work written off."""
        return sum(row.days for row in self.written_off)

    def owed_for(self, output: str) -> tuple[DebtRow, OutputDebt] | None:
        """What one finished output owes, and in which row; nothing where it owes nothing."""
        for row in self.rows:
            for owed in row.outputs:
                if owed.id == output:
                    return row, owed
        return None

    def set_aside_days(self, way: Literal["moved", "accepted"]) -> float:
        """The days that left the debt by a way because the outcome moved, or were accepted."""
        return sum(row.days for row in self.set_aside if row.way == way)


def debt(facts: Facts, on: date) -> Debt:
    """Outcome debt on a day, from what was true on that day."""
    books = _Books(facts, on)
    for output in facts.outputs:
        if is_finished(output, on):
            books.enter(output)
    return books.closed()


def capacity_months(total: float, people: int) -> float | None:
    """A debt in months of what a team can do; nothing for a team of nobody."""
    return total / (people * CAPACITY_DAYS) if people > 0 else None


def band(months: float) -> Band:
    """The word for a debt measured in months of a team's capacity."""
    if months < LIGHT_BELOW:
        return "light"
    return "heavy" if months > HEAVY_ABOVE else "worth-a-look"


class _Books:
    """Puts every finished output where it belongs on a day."""

    def __init__(self, facts: Facts, on: date) -> None:
        self._facts = facts
        self._on = on
        self._active = {one.id: one for one in facts.outcomes if is_active(one, on)}
        self._of_outcome: dict[str, list[OutputFact]] = {}
        self._orphans: list[DebtRow] = []
        self._written_off: list[WrittenOff] = []
        self._set_aside: list[SetAside] = []
        self._finished = 0.0

    def enter(self, output: OutputFact) -> None:
        """A finished output is written off, set aside, or owes under its outcome or by itself."""
        outcome = main_outcome(self._facts, output.id, self._on)
        way_out = None if output.must_do else standing_exit(self._facts, output, self._on)
        gone = _written_off(output, outcome, way_out, self._on)
        if gone is not None:
            self._written_off.append(gone)
            return
        self._finished += output.size
        if output.must_do:
            return
        if way_out is not None:
            self._set_aside.append(_set_aside(output, way_out))
        elif outcome is not None and outcome.id in self._active:
            self._of_outcome.setdefault(outcome.id, []).append(output)
        else:
            self._orphans.append(_orphan_row(output, self._on))

    def closed(self) -> Debt:
        """The debt of the day."""
        rows = tuple(
            _outcome_row(self._facts, outcome, self._of_outcome.get(outcome.id, ()), self._on)
            for outcome in self._active.values()
        )
        every = (*rows, *self._orphans)
        return Debt(
            rows=every,
            finished=self._finished,
            written_off=tuple(self._written_off),
            set_aside=tuple(self._set_aside),
            total=sum(row.days for row in every),
            principal=sum(row.principal for row in every),
            without_outcome=sum(row.days for row in self._orphans),
            in_three_months=sum(row.in_three_months for row in every),
        )


def _written_off(
    output: OutputFact, outcome: OutcomeFact | None, way_out: ExitFact | None, on: date
) -> WrittenOff | None:
    known = (output.id, output.title, output.size)
    if way_out is not None and way_out.way == "rejected":
        return WrittenOff(*known, way_out.on, "rejected", way_out.reason)
    if output.stopped_on is not None and is_stopped(output, on):
        return WrittenOff(*known, output.stopped_on, "stopped", output.stopped_because)
    if way_out is not None or outcome is None or outcome.retired_on is None:
        return None
    if not is_retired(outcome, on):
        return None
    return WrittenOff(*known, outcome.retired_on, "retired", outcome.retired_because)


def _set_aside(output: OutputFact, way_out: ExitFact) -> SetAside:
    way: Literal["moved", "accepted"] = "moved" if way_out.way == "moved" else "accepted"
    return SetAside(output.id, output.title, way_out.days, way_out.on, way, way_out.reason)


def _outcome_row(
    facts: Facts, outcome: OutcomeFact, outputs: Iterable[OutputFact], on: date
) -> DebtRow:
    shown = evidence(facts, outcome, on)
    reasons = rate_parts(facts, outcome, on)
    growth = Growth(monthly_growth(reasons), outcome.effect_delay_months)
    parts = tuple([_output_debt(output, shown.share, growth, on) for output in outputs])
    return DebtRow("outcome", outcome.id, outcome.title, reasons, shown, parts)


def _orphan_row(output: OutputFact, on: date) -> DebtRow:
    part = _output_debt(output, 0.0, Growth(monthly_growth(NO_OUTCOME_RATE), 0), on)
    return DebtRow("output", output.id, output.title, NO_OUTCOME_RATE, UNPROVEN, (part,))


def monthly_growth(reasons: Iterable[RatePart]) -> float:
    """By what a debt is multiplied in every month that counts."""
    return 1 + sum([part.percent for part in reasons]) / 100


class Growth(NamedTuple):
    """How a debt grows: the factor of a month, and the months that cost nothing."""

    factor: float
    grace: int

    def months(self, waits: int) -> int:
        """The months that count of so many days of waiting."""
        return min(MOST_MONTHS, max(0, waits // MONTH_DAYS - self.grace))

    def after(self, waits: int) -> float:
        """By what a debt has been multiplied after so many days of waiting."""
        return float(self.factor ** self.months(waits))


def _output_debt(output: OutputFact, shown: float, growth: Growth, on: date) -> OutputDebt:
    waits = (on - (output.finished_on or on)).days
    principal = output.size * (1 - shown)
    later = waits + LOOK_AHEAD_MONTHS * MONTH_DAYS
    return OutputDebt(
        id=output.id,
        title=output.title,
        size=output.size,
        waits=waits,
        months=growth.months(waits),
        days=principal * growth.after(waits),
        principal=principal,
        in_three_months=principal * growth.after(later),
    )
