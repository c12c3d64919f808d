"""What is changed around the words of the open entry: facts, tags, links, who may see it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from leadjournal.base.errors import Problem
from leadjournal.model.catalogue import Ref
from leadjournal.ui.pages.journal import reading
from leadjournal.ui.pages.journal.editor import EntryEditor
from leadjournal.ui.pages.journal.keeper import EntryKeeper
from leadjournal.ui.pages.journal.record_popup import RecordPopup

if TYPE_CHECKING:
    from leadjournal.ui.context import Context


class EntryChanges(QObject):
    """Brings the editor's wishes to the journal, one step each."""

    def __init__(
        self, context: Context, editor: EntryEditor, opened: Callable[[], EntryKeeper | None]
    ) -> None:
        super().__init__(editor)
        self._context = context
        self._entries = context.workspace.entries
        self._editor = editor
        self._opened = opened
        self.records = RecordPopup(context.looks, editor)
        editor.fact_changed.connect(self._change_fact)
        editor.tags.share_wished.connect(self._share)
        editor.tags.tags_changed.connect(self._set_tags)
        editor.tags.unlink_wished.connect(self._unlink)
        editor.bar.link_wished.connect(self._offer_records)
        self.records.chosen.connect(self._link)

    def _change_fact(self, field: str, value: object) -> None:
        keeper = self._opened()
        if keeper is None:
            return
        self._try(lambda: keeper.change(field, value))
        if not keeper.id:
            self._editor.take_entry(keeper.draft(), words=False)

    def _share(self, yes: bool) -> None:
        keeper = self._opened()
        if keeper is not None and keeper.id:
            entry_id = keeper.id
            self._try(lambda: self._entries.share(entry_id, yes))
        else:
            self._change_fact("privacy", "shareable" if yes else "private")

    def _set_tags(self, tags: list[str]) -> None:
        before = self._editor.tags.names()
        done = self._in_stored(lambda entry_id: self._entries.set_tags(entry_id, tags))
        if not done and len(tags) > len(before):
            self._editor.tags.take_up(tags[-1])

    def _link(self, kind: str, id_: str) -> None:
        self._in_stored(lambda entry_id: self._entries.link(entry_id, Ref(kind, id_)))

    def _unlink(self, kind: str, id_: str) -> None:
        self._in_stored(lambda entry_id: self._entries.unlink(entry_id, Ref(kind, id_)))

    def _offer_records(self) -> None:
        self.records.offer(reading.linkable(self._context.workspace))
        self.records.open_below(self._editor.bar.link)

    def _in_stored(self, change: Callable[[str], object]) -> bool:
        """Change an entry that is stored; a new one is stored for it, even without words."""
        keeper = self._opened()
        if keeper is None:
            return False
        words = self._editor.title_and_text()
        return self._try(lambda: change(keeper.store(*words)))

    def _try(self, change: Callable[[], object]) -> bool:
        try:
            change()
        except Problem as problem:
            self._context.fail(problem)
            return False
        return True
