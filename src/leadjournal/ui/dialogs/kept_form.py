"""A half-filled form: kept in the journal when it has to go, and taken up again the next time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from leadjournal.base.errors import Problem

if TYPE_CHECKING:
    from leadjournal.services.unsaved import Unsaved
    from leadjournal.services.workspace import Workspace
    from leadjournal.ui.widgets.form import Form


class KeptForm:
    """What was typed into one form, under the name of that form."""

    def __init__(self, workspace: Workspace, key: str, form: Form) -> None:
        self._drafts = workspace.drafts
        self._can_keep = not workspace.read_only
        self._key = key
        self._form = form
        self._last: dict[str, Any] = {}

    def take_up(self) -> bool:
        """Show what was kept; tells whether there was anything."""
        values = self._drafts.peek(self._key) if self._can_keep else None
        if values:
            self._form.show_typed(values)
            self._last = values
        return bool(values)

    def keep(self) -> None:
        """Keep what was typed since the form was filled; nothing is written where that is known."""
        typed = self._form.typed()
        if not self._can_keep or typed == self._last:
            return
        if typed:
            self._drafts.keep(self._key, typed)
        else:
            self._drafts.forget(self._key)
        self._last = typed

    def forget(self) -> None:
        """The form was saved or given up."""
        if not self._can_keep:
            return
        try:
            self._drafts.forget(self._key)
        except Problem:
            # A disk that refuses to forget a draft offers it once more, which harms nobody.
            return

    def unsaved(self) -> Sequence[Unsaved]:
        """The same for another place than this journal."""
        typed = self._form.typed()
        if not typed:
            return ()
        from leadjournal.services.unsaved import Unsaved

        return (Unsaved.of_draft(self._key, typed, _words_of(typed)),)


def _words_of(typed: dict[str, Any]) -> str:
    return "\n".join(value for value in typed.values() if isinstance(value, str))
