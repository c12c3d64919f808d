"""Long work as plain functions: they are told how to report and may be told to stop."""

from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Progress(Protocol):
    """What a job is given to report with."""

    def say(self, done: int, total: int, words: str = "") -> None:
        """So many of so many parts are done."""


class Silent:
    """For a job nobody watches."""

    def say(self, done: int, total: int, words: str = "") -> None:
        """Nothing is shown."""


Job = Callable[[Progress], T]
