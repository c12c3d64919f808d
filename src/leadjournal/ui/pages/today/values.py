"""What the views of Today show: plain values, no records."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from leadjournal.ui.widgets.figure import FigureWords


class Stage(Enum):
    """How far the day's check-in is."""

    OPEN = "nothing beyond the card was answered"
    BEGUN = "the guide was left on the way"
    DONE = "checked in"
    REOPENED = "checked in, and being changed"


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers to the check-in's question."""

    id: str
    words: str
    icon: str


@dataclass(frozen=True, slots=True)
class Questions:
    """The check-in's first two questions, as its template asks them."""

    question: str
    help: str
    options: tuple[Option, ...]
    line: str


@dataclass(frozen=True, slots=True)
class CheckIn:
    """How far the check-in is: what was said to the first two questions, and what is to come."""

    stage: Stage
    direction: str = ""
    line: str = ""
    more: int = 0
    minutes: int = 0
    time: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One line of what waits; `key` says where it leads."""

    key: str
    icon: str
    title: str
    second: str
    day: str = ""
    is_due: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """One of the three figures."""

    id: str
    words: FigureWords


@dataclass(frozen=True, slots=True)
class ShownWhy:
    """The why that stands beside the day."""

    id: str
    statement: str
