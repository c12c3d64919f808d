"""A link beside a sentence: where one can go from what it tells."""

from collections.abc import Callable
from typing import NamedTuple


class Way(NamedTuple):
    """What the link says, and what it does."""

    words: str
    go: Callable[[], object]
