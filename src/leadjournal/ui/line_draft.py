"""A line that is being typed: it survives a kill, until it is finished or given up."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from leadjournal.base.errors import Problem
from leadjournal.ui.autosave import Autosave

if TYPE_CHECKING:
    from leadjournal.services.unsaved import Unsaved
    from leadjournal.ui.context import Context

_LINE = "line"


class LineDraft:
    """Keeps what stands in a line in the journal's drafts; it is no record and leaves no step."""

    def __init__(self, parent: QObject, context: Context, key: str, line: QLineEdit) -> None:
        self._drafts = context.workspace.drafts
        self._save_state = context.save_state
        self._can_read = not context.workspace.read_only
        self._key = key
        self._line = line
        self._autosave = Autosave(parent, context.jobs, context.save_state, line.text, self._keep)
        self._autosave.watch(line)
        line.textEdited.connect(self._autosave.touched)

    def kept(self) -> str:
        """What was typed before the program ended, and never finished."""
        values = self._drafts.peek(self._key) if self._can_read else None
        return str(values.get(_LINE, "")) if values else ""

    def flush(self) -> bool:
        """Save what stands there now; tells whether it is on the disk."""
        return self._autosave.flush()

    def done(self) -> None:
        """The line was finished, or is no longer wanted; one that still has words stays."""
        if self._line.text().strip():
            return
        self._autosave.forget()
        # A disk that refuses to forget a draft offers it once more, which harms nobody.
        if self._can_read:
            with suppress(Problem):
                self._drafts.forget(self._key)

    def refused(self, problem: Problem) -> None:
        """The line could not be taken: it stays where it is, and on the disk as a draft."""
        self._autosave.touched()
        self._save_state.failed(problem, self._autosave)

    def unsaved(self) -> Sequence[Unsaved]:
        """The line, when it stands on the screen only."""
        if not self._autosave.is_waiting or not self._line.text().strip():
            return ()
        from leadjournal.services.unsaved import Unsaved

        words = self._line.text()
        return (Unsaved.of_draft(self._key, {_LINE: words}, words),)

    def let_go(self) -> None:
        """It is safe elsewhere."""
        self._autosave.forget()

    def _keep(self, text: str) -> None:
        if text.strip():
            self._drafts.keep(self._key, {_LINE: text})
        else:
            self._drafts.forget(self._key)
