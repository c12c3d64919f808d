"""Brings the journal's changes to the thread of the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from leadjournal.services.events import Changed, Events


class Bridge(QObject):
    """Subscribed to one journal's events; `changed` comes on the thread it lives in."""

    changed = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._leave: Callable[[], None] | None = None
        # From a job's thread this waits for the window's turn, from the window's it is immediate.
        self._arrived.connect(self._pass_on)

    def follow(self, events: Events) -> None:
        """Pass on every change of these events, and no longer those of others."""
        self.let_go()
        self._leave = events.subscribe(self._arrived.emit)

    def let_go(self) -> None:
        """Pass on nothing."""
        if self._leave is not None:
            self._leave()
            self._leave = None

    def _pass_on(self, changed: Changed) -> None:
        if self._leave is not None:
            self.changed.emit(changed)
