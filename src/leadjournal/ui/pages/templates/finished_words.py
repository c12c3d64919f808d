"""An entry that a guide made, in the words of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadjournal.base import formats
from leadjournal.base.words import _
from leadjournal.model.entry import Movement, Privacy
from leadjournal.ui.pages.templates.finished import FinishedWords

if TYPE_CHECKING:
    from leadjournal.model.entry import Entry
    from leadjournal.model.reflection import Reflection

_MOVES = {
    Movement.FORWARD: ("good", "move-right"),
    Movement.NONE: ("plain", "minus"),
    Movement.BACKWARD: ("plain", "move-left"),
}


def finished_words(entry: Entry, reflection: Reflection) -> FinishedWords:
    """What the last view of a guide says."""
    facts = _("{guide}, {day}").format(guide=reflection.title, day=formats.day_full(entry.day))
    said = [(str(step["prompt"]), str(step["said"])) for step in reflection.asked if "said" in step]
    return FinishedWords(facts, entry.title, said, _badges(entry, reflection))


def _badges(entry: Entry, reflection: Reflection) -> list[tuple[str, str, str]]:
    badges = []
    if entry.direction is not None:
        kind, icon = _MOVES[entry.direction]
        badges.append((kind, _movement(entry.direction), icon))
    into = [each for step in reflection.asked if "said" in step for each in step.get("into", [])]
    if any(each["record"] == "blocker" and each["field"] == "text" for each in into):
        badges.append(("debt", _("Blocker, open"), "octagon-alert"))
    if entry.privacy is Privacy.PRIVATE:
        badges.append(("plain", _("Private"), "lock-keyhole"))
    else:
        badges.append(("plain", _("Shareable"), "eye"))
    return badges


def _movement(direction: Movement) -> str:
    words = {
        Movement.FORWARD: _("Forward"),
        Movement.NONE: _("No movement"),
        Movement.BACKWARD: _("Backward"),
    }
    return words[direction]
