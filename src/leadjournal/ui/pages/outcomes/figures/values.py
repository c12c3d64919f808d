"""What the cards of the figures show: plain values, ready to read."""

from __future__ import annotations

from dataclasses import dataclass, field

from leadjournal.ui.items.words import Mark
from leadjournal.ui.pages.outcomes.rows import RowKey
from leadjournal.ui.widgets.chart_with_table import Drawing


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One line of a card: it leads to a record or to a team; `act` can be done with the record."""

    title: str
    second: str = ""
    key: RowKey | None = None
    team: str = ""
    icon: str = ""
    right: str = ""
    act: str = ""


@dataclass(frozen=True, slots=True)
class LampSeen:
    """One debt sign: the state of its lamp, its words, and whether it was set up by hand."""

    pair: str
    lamp: str
    title: str
    second: str
    mark: Mark
    can_choose: bool
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class FigureSeen:
    """One card: its sentence is the finding; a number, a list, lamps or a chart follow."""

    id: str
    title: str
    sentence: str
    number: str = ""
    unit: str = ""
    lines: tuple[FigureLine, ...] = ()
    lamps: tuple[LampSeen, ...] = ()
    drawing: Drawing | None = field(default=None, compare=False)
