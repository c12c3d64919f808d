"""What the inspector shows of a why, an outcome or an output: plain values, ready to read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from leadjournal.ui.items.words import Mark
from leadjournal.ui.pages.outcomes.rows import RowKey, TreeRow


class Part(NamedTuple):
    """A part of a record, as acts are told of it: its own id and the id of the whole."""

    id: str
    of: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A small question and its answer."""

    label: str
    answer: str


@dataclass(frozen=True, slots=True)
class Way:
    """A line that leads to another record."""

    key: RowKey
    title: str
    second: str = ""
    icon: str = ""
    size: str = ""


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """One reading."""

    id: str
    day: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sign:
    """One indicator with its readings, oldest first."""

    id: str
    name: str
    latest: str
    target: str
    second: str
    share: float | None
    values: tuple[float, ...]
    colour: str
    readings: tuple[ReadingLine, ...]
    warning: str = ""
    is_counted: bool = False


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One review."""

    id: str
    mark: Mark
    day: str
    voice: str
    rest: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkLine:
    """One link of an output."""

    id: str
    outcome: RowKey
    title: str
    so_that: str
    confidence: str
    main: bool
    test: Mark | None = None
    showed: str = ""


@dataclass(frozen=True, slots=True)
class WhySheet:
    """A why with what it carries."""

    row: TreeRow
    statement: str
    facts: tuple[Fact, ...]
    behaviours: tuple[str, ...]
    outcomes: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class OutcomeSheet:
    """An outcome with its debt, signs, outputs and reviews."""

    row: TreeRow
    statement: str
    marks: tuple[Mark, ...]
    why: Way | None
    due: str
    debt: str
    sentence: str
    facts: tuple[Fact, ...]
    signs: tuple[Sign, ...]
    outputs: tuple[Way, ...]
    reviews: tuple[ReviewLine, ...]
    next_review: str
    lesson: str = ""
    warning: str = ""
    milestones: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True)
class OutputSheet:
    """An output with its links."""

    row: TreeRow
    title: str
    marks: tuple[Mark, ...]
    debt: str
    sentence: str
    facts: tuple[Fact, ...]
    links: tuple[LinkLine, ...]
    exits: tuple[Fact, ...] = ()
    lesson: str = ""
    note: str = ""


Sheet = WhySheet | OutcomeSheet | OutputSheet
