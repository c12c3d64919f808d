"""A half-filled form: kept in the journal while it is filled, and taken up again the next time."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject

from leadjournal.base.errors import Problem
from leadjournal.ui.autosave import Autosave

if TYPE_CHECKING:
    from leadjournal.services.unsaved import Unsaved
    from leadjournal.ui.context import Context


class Typed(Protocol):
    """Questions whose answers can be taken down as they were typed, and typed again."""

    def typed(self) -> dict[str, Any]:
        """What was typed, as plain values; nothing where nothing was."""

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """Type the same again."""


class KeptForm:
    """What was typed into one form, under the name of that form."""

    def __init__(self, parent: QObject, context: Context, key: str, form: Typed) -> None:
        self._drafts = context.workspace.drafts
        self._can_keep = not context.workspace.read_only
        self._key = key
        self._form = form
        self._seen: dict[str, Any] = {}
        self._autosave = Autosave(parent, context.jobs, context.save_state, self._text, self._keep)

    def take_up(self) -> bool:
        """Show what was kept; tells whether there was anything."""
        values = self._drafts.peek(self._key) if self._can_keep else None
        if values:
            self._form.show_typed(values)
        self._seen = self._form.typed()
        return bool(values)

    def look(self) -> None:
        """Save soon what was typed since the last look."""
        typed = self._form.typed()
        if self._can_keep and typed != self._seen:
            self._seen = typed
            self._autosave.touched()

    def flush(self) -> bool:
        """Save now what was typed; tells whether all of it is on the disk."""
        self.look()
        return self._autosave.flush()

    def let_go(self) -> None:
        """The form is closed: it waits for nothing any more."""
        self._autosave.forget()

    def forget(self) -> None:
        """The form was saved or given up."""
        self._autosave.forget()
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

    def _text(self) -> str:
        return json.dumps(self._form.typed(), ensure_ascii=False)

    def _keep(self, text: str) -> None:
        if typed := json.loads(text):
            self._drafts.keep(self._key, typed)
        else:
            self._drafts.forget(self._key)


def _words_of(typed: dict[str, Any]) -> str:
    return "\n".join(value for value in typed.values() if isinstance(value, str))
