"""What the open entry was before: its versions, and forgetting it for good."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from leadjournal.base.words import _
from leadjournal.model.catalogue import Ref
from leadjournal.ui.dialogs.forgetting import ask_to_forget
from leadjournal.ui.dialogs.versions import show_versions
from leadjournal.ui.pages.journal.editor import EntryEditor
from leadjournal.ui.pages.journal.keeper import EntryKeeper

if TYPE_CHECKING:
    from leadjournal.ui.context import Context


class EntryPast(QObject):
    """Opens the dialogs of the past; what they lead to is told by the journal's own events."""

    def __init__(
        self, context: Context, editor: EntryEditor, opened: Callable[[], EntryKeeper | None]
    ) -> None:
        super().__init__(editor)
        self._context = context
        self._editor = editor
        self._opened = opened
        editor.bar.versions_wished.connect(self._show_versions)
        editor.details.forget_wished.connect(self._forget)

    def _show_versions(self) -> None:
        if (ref := self._stored()) is not None:
            show_versions(self._context, self._editor, ref)

    def _forget(self) -> None:
        if (ref := self._stored()) is not None:
            ask_to_forget(self._context, self._editor, ref)

    def _stored(self) -> Ref | None:
        keeper = self._opened()
        if keeper is None:
            return None
        if not keeper.id:
            self._context.say(_("Nothing of this entry is stored yet."))
            return None
        return Ref("entry", keeper.id)
