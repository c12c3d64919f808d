"""What is handed to the window that has the journal, instead of being written by a command."""

import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from leadjournal.base.errors import InvalidValue, MachineFault, Problem, UserMistake
from leadjournal.base.local_door import LONGEST, Message, ask, line_of
from leadjournal.base.words import _
from leadjournal.model.entry import EntryKind

_ROOM_FOR_THE_REST = 100_000
_TURNS = 20
_LOOK_AGAIN = 0.25


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
    answer = _answer(journal, wish)
    if answer is None or "locked" in answer:
        return None
    if "problem" in answer:
        raise _as_told(answer)
    return str(answer.get("added")), str(answer.get("day"))


def _answer(journal: Path, wish: Message) -> Message | None:
    """What the window says, once it is not busy opening or locking the journal."""
    for _turn in range(_TURNS):
        answer = ask(journal, wish)
        if answer is None or "busy" not in answer:
            return answer
        time.sleep(_LOOK_AGAIN)
    raise MachineFault(
        _("The window is busy with {file}.").format(file=journal),
        _("No entry was made."),
        _("Try again in a moment."),
    )


def _as_told(answer: Message) -> Problem:
    kind = UserMistake if answer.get("mistake") else MachineFault
    sentences = answer["problem"]
    return kind(*map(str, sentences)) if isinstance(sentences, list) else kind(str(sentences))
