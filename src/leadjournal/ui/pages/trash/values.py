"""Plain values the views of the trash show."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GoneRow:
    """Something that lies in the trash, in words."""

    key: str
    title: str
    kind: str
    icon: str
    when: str
    left: str
    parts: str = ""


@dataclass(frozen=True, slots=True)
class GoneSheet:
    """What is told of the row that is chosen, and the words it holds."""

    row: GoneRow
    text: str
