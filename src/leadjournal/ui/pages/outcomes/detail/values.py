"""What the page of one outcome shows: plain values, ready to read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from leadjournal.ui.items.words import Mark
from leadjournal.ui.pages.outcomes.rows import TreeRow
from leadjournal.ui.pages.outcomes.sheets import Fact, OutcomeSheet
from leadjournal.ui.widgets.stepper import StageWords


class Drawn(NamedTuple):
    """An SVG text, how high it is, and where the head of each sign begins, in its own pixels."""

    svg: str
    height: float
    tops: tuple[float, ...]


Draw = Callable[[Mapping[str, str], float, float], Drawn]
"""Draws with the colours by their roles, so wide, with so much room at the end of each head."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The chart of the signs: whose head is where, what is to be seen, and how it is drawn."""

    signs: tuple[str, ...]
    name: str
    finding: str
    content: object
    draw: Draw = field(compare=False)


@dataclass(frozen=True, slots=True)
class ReadingCell:
    """What an indicator said on a day."""

    id: str
    words: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day of the table: what each sign said, and what happened."""

    day: str
    readings: tuple[ReadingCell | None, ...]
    happened: str


@dataclass(frozen=True, slots=True)
class SignSeen:
    """One indicator beside the chart: what it tells, and what was changed about it."""

    id: str
    name: str
    kind: str
    aim: str
    preset: bool
    has_readings: bool
    changes: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class DebtParts:
    """The debt of one outcome and what it is made of."""

    number: str
    unit: str
    way: Mark | None
    share: float
    shown: str
    open: str
    rows: tuple[tuple[str, str], ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class LinkSeen:
    """One output of the outcome, with the belief that ties it here."""

    row: TreeRow
    icon: str
    title: str
    so_that: str
    size: str
    confidence: str
    test: Mark | None


class SegmentSeen(NamedTuple):
    """One of the things that make an outcome ready, and whether it is there."""

    label: str
    met: bool


@dataclass(frozen=True, slots=True)
class DetailSheet:
    """An outcome with all that is known of it."""

    outcome: OutcomeSheet
    picture: Picture | None
    signs: tuple[SignSeen, ...]
    days: tuple[DayRow, ...]
    debt: DebtParts | None
    links: tuple[LinkSeen, ...]
    loop: tuple[StageWords, ...]
    readiness: tuple[SegmentSeen, ...]
    state: str
    """What the computed state means, in a sentence."""
    hints: tuple[str, ...]
