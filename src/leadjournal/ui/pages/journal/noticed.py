"""Which records have changed since the page last looked."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadjournal.model.catalogue import Ref
    from leadjournal.services.events import Changed


class Noticed:
    """Filled from whatever thread writes, emptied by the page; it knows no widget."""

    def __init__(self) -> None:
        self._refs: set[Ref] = set()
        self._lock = Lock()

    def note(self, changed: Changed) -> None:
        """Remember what a change touched."""
        with self._lock:
            self._refs.update(changed.refs)

    def take(self) -> frozenset[Ref]:
        """What was touched since the last time."""
        with self._lock:
            refs = frozenset(self._refs)
            self._refs.clear()
        return refs
