"""Where the user was in each journal: the page, the record, the cursor; never a word of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

from leadjournal.base.preferences import LAST_PLACE, Preferences, Setting

_MOST_JOURNALS = 8


class Place(NamedTuple):
    """A page by its id, and what that page needs to be where it was: ids and positions."""

    page: str
    values: Mapping[str, Any]


class LastPlaces:
    """Remembers one place for each of the journals that were open last."""

    def __init__(self, preferences: Preferences, remember: Callable[[Setting, str], None]) -> None:
        self._preferences = preferences
        self._remember = remember
        self._newest: tuple[str, Place] | None = None
        self._one_at_a_time = Lock()

    def of(self, journal: Path) -> Place | None:
        """Where one was in this journal, if that is known."""
        stored = self._stored().get(str(journal))
        if not isinstance(stored, dict) or not isinstance(stored.get("page"), str):
            return None
        values = stored.get("values")
        return Place(stored["page"], values if isinstance(values, dict) else {})

    def note(self, journal: Path, place: Place) -> bool:
        """Take note of where one is; tells whether that is news which `write` should store."""
        news = (str(journal), place)
        is_news = news != self._newest
        self._newest = news
        return is_news

    def write(self) -> None:
        """Store what was noted last; may be called beside the window."""
        with self._one_at_a_time:
            if self._newest is None:
                return
            journal, place = self._newest
            places = self._stored()
            places.pop(journal, None)
            places[journal] = {"page": place.page, "values": dict(place.values)}
            kept = dict(list(places.items())[-_MOST_JOURNALS:])
            self._remember(LAST_PLACE, json.dumps(kept))

    def _stored(self) -> dict[str, Any]:
        try:
            stored = json.loads(self._preferences.get(LAST_PLACE) or "{}")
        except ValueError:
            return {}
        return stored if isinstance(stored, dict) else {}
