"""Plain values the views of the journal show and send."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple


class Named(NamedTuple):
    """Something to choose: its id and its words."""

    id: str
    words: str


class Linked(NamedTuple):
    """A record an entry is linked to, as its tags show it."""

    kind: str
    id: str
    words: str
    icon: str


class LookedBack(NamedTuple):
    """An entry of a week, a month, a quarter or a year ago."""

    id: str
    title: str
    when: str
    short: str


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """An entry as the editor shows it; `id` is empty until it is stored."""

    id: str
    day: date
    kind: str
    title: str = ""
    text: str = ""
    direction: str | None = None
    energy: int | None = None
    best_hour: str | None = None
    privacy: str = "private"
    tags: tuple[str, ...] = ()
    links: tuple[Linked, ...] = ()
    created: datetime | None = None
    changed: datetime | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the filters let through; empty values let everything through."""

    kind: str = ""
    tag: str = ""
    person: str = ""
    outcome: str = ""
    template: str = ""
    privacy: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """What the filters offer, as the journal holds it now."""

    tags: tuple[str, ...] = ()
    people: tuple[Named, ...] = ()
    outcomes: tuple[Named, ...] = ()
    templates: tuple[Named, ...] = ()
