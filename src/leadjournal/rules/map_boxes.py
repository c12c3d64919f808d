"""What the map of outcomes is laid out from: boxes in columns, and the lines between them."""

from typing import NamedTuple

OBJECTIVE, WHY, OUTCOME, OUTPUT = range(4)
"""The columns from left to right."""


class Box(NamedTuple):
    """Something on the map: its column, how tall it is, and what it stands under."""

    id: str
    column: int
    height: float
    under: str = ""
    is_tray: bool = False
    """Whether it is the heading of what belongs nowhere; that stands below it in its column."""


class Line(NamedTuple):
    """A line from what is served to what serves it."""

    above: str
    below: str
