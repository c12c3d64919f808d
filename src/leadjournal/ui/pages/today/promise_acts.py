"""What can be done with a row: one table for the buttons, the keys and the context menu."""

from __future__ import annotations

from dataclasses import dataclass

from leadjournal.base.words import later
from leadjournal.ui.pages.today.promise_rows import BLOCKER, PROMISE, SETTLED, Row


@dataclass(frozen=True, slots=True)
class Act:
    """Something that can be done, with which kinds of row, and the key that does it."""

    id: str
    label: str
    icon: str
    kinds: tuple[str, ...]
    key: str = ""


ACTS: tuple[Act, ...] = (
    Act("done", later("Done"), "check", (PROMISE,), later("Space")),
    Act("close", later("Close"), "check", (BLOCKER,), later("Space")),
    Act("reopen", later("Reopen"), "rotate-ccw", (SETTLED,), later("Space")),
    Act("move", later("Move…"), "calendar-clock", (PROMISE,)),
    Act("drop", later("Drop…"), "x", (PROMISE,)),
    Act("edit", later("Edit…"), "pencil", (PROMISE, BLOCKER, SETTLED), later("Enter")),
    Act("remove", later("Remove"), "trash-2", (PROMISE, BLOCKER, SETTLED), later("Del")),
)


def acts_for(row: Row | None) -> list[Act]:
    """What can be done with a row, the likeliest first."""
    return [act for act in ACTS if row is not None and row.kind in act.kinds]
