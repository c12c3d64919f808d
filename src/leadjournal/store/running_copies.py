"""Copies that are being made of an open journal: closing ends them and waits until they have."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Condition
from typing import TYPE_CHECKING

from leadjournal.store import faults
from leadjournal.store.copies import Say

if TYPE_CHECKING:
    from threading import RLock


class RunningCopies:
    """Counts the copies of one journal; a copy lets go of the journal's guard between its steps."""

    def __init__(self, path: Path, guard: "RLock") -> None:
        self._path = path
        self._count = 0
        self._one_less = Condition(guard)
        self._ended = False

    @contextmanager
    def one(self, say: Say | None) -> Iterator[Say]:
        """While one is made; it is given what to report to, which ends it when closing began."""
        with self._one_less:
            self._refuse_when_ended()
            self._count += 1

        def told(done: int, total: int) -> None:
            self._refuse_when_ended()
            if say is not None:
                say(done, total)

        try:
            yield told
        finally:
            with self._one_less:
                self._count -= 1
                self._one_less.notify_all()

    def end(self) -> None:
        """Let no other begin, and wait until none runs; the caller holds the guard."""
        self._ended = True
        self._one_less.wait_for(lambda: not self._count)

    def _refuse_when_ended(self) -> None:
        if self._ended:
            raise faults.closed_meanwhile(self._path)
