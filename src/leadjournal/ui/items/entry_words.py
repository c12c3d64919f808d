"""How entries are called and drawn: kinds in full, icons, groups of the journal's switch."""

from typing import NamedTuple

from leadjournal.base.words import _, later
from leadjournal.ui.items.words import words_for


class KindLook(NamedTuple):
    """A kind of entry: its full words and its icon."""

    full: str
    icon: str


KINDS: dict[str, KindLook] = {
    "daily": KindLook(later("Daily check-in"), "sun"),
    "weekly": KindLook(later("Weekly reflection"), "calendar-check"),
    "monthly": KindLook(later("Monthly reflection"), "calendar-days"),
    "quarterly": KindLook(later("Quarterly reflection"), "calendar-range"),
    "moment": KindLook(later("Moment"), "lock-keyhole"),
    "note": KindLook(later("Note"), "pen-line"),
    "opportunity": KindLook(later("Opportunity"), "telescope"),
}

DIRECTION_ICONS = {"forward": "move-right", "none": "minus", "backward": "move-left"}
PRIVACY_ICONS = {"private": "lock-keyhole", "shareable": "eye"}
BEST_HOURS = ("early", "late-morning", "afternoon", "evening", "none")

GROUPS: dict[str, tuple[str, ...]] = {
    "all": (),
    "reflections": ("daily", "weekly", "monthly", "quarterly"),
    "moments": ("moment",),
    "notes": ("note", "opportunity"),
}
"""The parts of the switch above the list, and the kinds each of them shows."""


def kind_full(kind: str) -> str:
    """Weekly reflection."""
    return _(KINDS[kind].full)


def kind_short(kind: str) -> str:
    """Weekly."""
    return words_for("EntryKind", kind)


def direction_words(direction: str) -> str:
    """Forward."""
    return words_for("Movement", direction)


def privacy_words(privacy: str) -> str:
    """Private."""
    return words_for("Privacy", privacy)


def best_hour_words(hour: str) -> str:
    """Late morning."""
    return words_for("BestHour", hour)
