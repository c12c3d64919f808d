"""Which of the three layouts a window has room for."""

from enum import Enum

_WIDE = 1200
_MIDDLE = 900


class Shape(Enum):
    """How much room there is, counted in words rather than in pixels."""

    WIDE = "wide"
    MIDDLE = "middle"
    NARROW = "narrow"


def shape_of(width: int, factor: float) -> Shape:
    """The layout for a window so wide with text so large."""
    room = width / factor
    if room >= _WIDE:
        return Shape.WIDE
    return Shape.MIDDLE if room >= _MIDDLE else Shape.NARROW
