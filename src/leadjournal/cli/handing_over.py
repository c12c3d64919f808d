"""What is handed to the window that has the journal, instead of being written by a command."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from leadjournal.base.errors import InvalidValue, MachineFault, Problem, UserMistake
from leadjournal.base.local_door import LONGEST, Message, ask, line_of
from leadjournal.base.words import _
from leadjournal.model.entry import EntryKind

_ROOM_FOR_THE_REST = 100_000


def handed_over(
    journal: Path, text: str, day: date | None, kind: EntryKind, tags: Sequence[str]
) -> tuple[str, str] | None:
    """The id and the day of the entry the window wrote; nothing when no window has it unlocked."""
    wish: Message = {
        "ask": "add",
        "text": text,
        "day": day.isoformat() if day is not None else None,
        "kind": kind.value,
        "tags": list(tags),
    }
    if len(line_of(wish)) > LONGEST - _ROOM_FOR_THE_REST:
        raise InvalidValue(_("The text is too long for one entry."), _("No entry was made."))
    answer = ask(journal, wish)
    if answer is None or "locked" in answer:
        return None
    if "problem" in answer:
        raise _as_told(answer)
    return str(answer.get("added")), str(answer.get("day"))


def _as_told(answer: Message) -> Problem:
    kind = UserMistake if answer.get("mistake") else MachineFault
    sentences = answer["problem"]
    return kind(*map(str, sentences)) if isinstance(sentences, list) else kind(str(sentences))
