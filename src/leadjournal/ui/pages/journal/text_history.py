"""The undo of one text while it is open: words typed in one go are one step."""

from typing import NamedTuple

_MOST = 1_000


class Change(NamedTuple):
    """At a place, in UTF-16 units, one passage became another."""

    start: int
    gone: str
    put: str

    @property
    def end(self) -> int:
        """Where the new passage ends."""
        return self.start + units(self.put)


class TextHistory:
    """Qt's own undo would also remember looks; this one remembers words only."""

    def __init__(self) -> None:
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._open = False

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is something to bring back."""
        return bool(self._undone)

    def clear(self) -> None:
        """Begin anew."""
        self._done.clear()
        self._undone.clear()
        self._open = False

    def record(self, change: Change) -> None:
        """Remember what was typed, together with the letters typed just before."""
        self._undone.clear()
        last = self._done[-1] if self._open and self._done else None
        joined = _joined(last, change) if last is not None else None
        if joined is not None:
            self._done[-1] = joined
        else:
            self._done.append(change)
            del self._done[:-_MOST]
        self._open = True

    def undo(self) -> Change | None:
        """The change that takes the last one back."""
        self._open = False
        if not self._done:
            return None
        change = self._done.pop()
        self._undone.append(change)
        return Change(change.start, change.put, change.gone)

    def redo(self) -> Change | None:
        """The change that was taken back last."""
        self._open = False
        if not self._undone:
            return None
        change = self._undone.pop()
        self._done.append(change)
        return change


def units(text: str) -> int:
    """How many UTF-16 units a text takes."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _joined(last: Change, change: Change) -> Change | None:
    """The two as one, when they are letters of one word or a run of deletions."""
    typed = len(change.put) == 1 and not change.gone and change.start == last.end
    if typed and last.put and not (last.put[-1].isspace() and not change.put.isspace()):
        return Change(last.start, last.gone, last.put + change.put)
    deleted = not change.put and not last.put and len(change.gone) == 1
    if deleted and change.start + units(change.gone) == last.start:
        return Change(change.start, change.gone + last.gone, "")
    if deleted and change.start == last.start:
        return Change(last.start, last.gone + change.gone, "")
    return None
