"""The word, the icon and the tone of each state of an outcome, for the window and for pictures."""

from typing import NamedTuple

from leadjournal.base.words import _, later


class Mark(NamedTuple):
    """How a state is shown on a badge: its tone, its words and its icon."""

    tone: str
    words: str
    icon: str


_STATES = {
    "draft": Mark("plain", later("Draft"), "circle-dashed"),
    "too-early": Mark("plain", later("Too early"), "clock"),
    "falling-back": Mark("debt", later("Falling back"), "arrow-down-right"),
    "held": Mark("good", later("Held"), "anchor"),
    "reached": Mark("good", later("Reached"), "circle-check"),
    "green-but-red": Mark("bad", later("Green but red"), "triangle-alert"),
    "moving": Mark("good", later("Moving"), "trending-up"),
    "flat": Mark("plain", later("Flat"), "minus"),
    "retired": Mark("plain", later("Retired"), "square"),
}

STATE_WORDS = {state: mark.words for state, mark in _STATES.items()}
"""The words of every state, to be translated where they are shown."""


def state_mark(state: str) -> Mark:
    """The badge of the computed state of an outcome."""
    mark = _STATES[state]
    return mark._replace(words=_(mark.words))


def guard_mark() -> Mark:
    """The badge beside the state of an outcome of which a guard is beyond its limit."""
    return Mark("debt", _("Guard beyond its limit"), "shield")
