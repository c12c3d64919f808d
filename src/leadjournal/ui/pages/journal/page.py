"""The journal: entries by date, filters, and one entry to read and write."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from leadjournal.base.errors import NotFound, Problem
from leadjournal.base.words import _, isolated
from leadjournal.model.catalogue import Ref
from leadjournal.ui.autosave import Autosave
from leadjournal.ui.items.entries import shown_title
from leadjournal.ui.line_draft import LineDraft
from leadjournal.ui.page import Page
from leadjournal.ui.pages.journal import reading
from leadjournal.ui.pages.journal.editor import EntryEditor
from leadjournal.ui.pages.journal.entry_changes import EntryChanges
from leadjournal.ui.pages.journal.entry_listing import EntryListing
from leadjournal.ui.pages.journal.entry_past import EntryPast
from leadjournal.ui.pages.journal.keeper import SOURCE, EntryKeeper
from leadjournal.ui.pages.journal.list_panel import ListPanel
from leadjournal.ui.pages.journal.noticed import Noticed
from leadjournal.ui.pages.journal.room import JournalRoom
from leadjournal.ui.pages.journal.toolbar import JournalToolbar
from leadjournal.ui.pages.journal.values import Chosen, ShownEntry
from leadjournal.ui.shape import Shape, shape_of

if TYPE_CHECKING:
    from leadjournal.services.unsaved import Unsaved
    from leadjournal.ui.context import Context

_Result = TypeVar("_Result")

_TAG = "journal:tag"
"""The name of the draft of a tag that is being typed."""
_NEW_KIND = {"moments": "moment"}


class JournalPage(Page):
    """Wires the list and the editor to the journal."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        looks, clock = context.looks, context.workspace.clock
        self._keeper: EntryKeeper | None = None
        self._noticed = Noticed()
        self._stop = context.workspace.events.subscribe(self._noticed.note)
        self.destroyed.connect(self._stop)
        self.toolbar = JournalToolbar(looks)
        self.panel = ListPanel(looks, clock)
        self.listing = EntryListing(context, self.toolbar, self.panel)
        self.editor = EntryEditor(looks, clock)
        self.room = JournalRoom(looks, self.toolbar, self.panel, self.editor)
        self.changes = EntryChanges(context, self.editor, self._opened)
        self.past = EntryPast(context, self.editor, self._opened)
        self._autosave = Autosave(
            self, context.jobs, context.save_state, self._words, self._save_words
        )
        self._tag = LineDraft(self, context, _TAG, self.editor.tags.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.room)
        self._connect()
        if context.workspace.read_only:
            self.editor.set_read_only(True)
            self.toolbar.setEnabled(False)
        looks.changed.connect(self._take_shape)

    def refresh(self) -> None:
        refs = self._noticed.take()
        if not self._is_own_echo(refs):
            self._read_rows()
            self._read_choices()
            self.listing.look_back()
        self._read_open_entry()

    def reveal(self, ref: Ref) -> None:
        if ref.kind == "entry":
            self.context.workspace.entries.get(ref.id)
            self.open_entry(ref.id)
        elif ref.kind == "person":
            self._choose_filters(Chosen(person=ref.id))
        elif ref.kind == "tag" and (name := self.context.workspace.shelf.title(ref)):
            self._choose_filters(Chosen(tag=name))

    def begin(self, what: str = "") -> None:
        if what == "new-entry":
            self.new_entry()

    def record(self) -> Ref | None:
        keeper = self._keeper
        return Ref("entry", keeper.id) if keeper is not None and keeper.id else None

    def leave(self) -> None:
        self._autosave.flush()
        self._tag.flush()
        self.context.workspace.history.seal()

    def place(self) -> Mapping[str, Any]:
        if self._keeper is None or not self._keeper.id:
            return {}
        return {"entry": self._keeper.id, **self.editor.place()}

    def return_to(self, place: Mapping[str, Any]) -> None:
        entry_id = place.get("entry")
        if not isinstance(entry_id, str):
            return
        with suppress(NotFound):
            self.reveal(Ref("entry", entry_id))
            self.editor.return_to(place)
            if words := self._tag.kept():
                self.editor.tags.take_up(words)

    def unsaved(self) -> Sequence[Unsaved]:
        tag = self._tag.unsaved()
        if self._keeper is None or not self._autosave.is_waiting:
            return tag
        return (self._keeper.unsaved(*self.editor.title_and_text()), *tag)

    def let_unsaved_go(self) -> None:
        self._autosave.forget()
        self._tag.let_go()

    def new_entry(self) -> None:
        """Open an empty entry of today; it is stored once it has words."""
        if self.context.workspace.read_only or not self._let_go():
            return
        kind = _NEW_KIND.get(self.listing.group, "note")
        self._show(ShownEntry("", self.context.workspace.clock.today(), kind))
        self.panel.select("")
        self.room.go_to_editor(True)
        self.editor.begin()

    def open_entry(self, entry_id: str) -> None:
        """Save the entry that is open and show another."""
        if self._keeper is not None and self._keeper.id == entry_id:
            self._stand_on(entry_id)
            self.room.go_to_editor(True)
            return
        if not self._let_go():
            self.panel.select(self._keeper.id if self._keeper else "")
            return
        record = self._try(lambda: self.context.workspace.entries.get(entry_id))
        if record is not None:
            self._show(reading.shown(self.context.workspace, record))
            self._stand_on(entry_id)
            self.room.go_to_editor(True)

    def _connect(self) -> None:
        self.listing.narrowed.connect(self._rows_read)
        self.toolbar.entry_wished.connect(self.new_entry)
        self.toolbar.template_wished.connect(lambda: self.context.open_page("templates"))
        self.room.none_yet.acted.connect(self.new_entry)
        panel = self.panel
        panel.entry_chosen.connect(self.open_entry)
        panel.filters_changed.connect(lambda _chosen: self.room.go_to_editor(False))
        panel.choices_wished.connect(self._read_choices)
        panel.trash_wished.connect(lambda: self.context.open_page("trash"))
        self.room.trash_wished.connect(lambda: self.context.open_page("trash"))
        editor = self.editor
        editor.edited.connect(self._autosave.touched)
        editor.left.connect(self.leave)
        editor.body.refused.connect(self.context.say)
        editor.bar.back_wished.connect(self._go_back)
        editor.bar.remove_wished.connect(self.remove_entry)
        editor.tags.field.left.connect(self._tag.done)
        editor.tags.field.added.connect(self._tag.done)
        editor.tags.record_wished.connect(self._go_to_record)
        editor.tags.tag_wished.connect(lambda tag: self._choose_filters(Chosen(tag=tag)))

    def _is_own_echo(self, refs: frozenset[Ref]) -> bool:
        # While one writes, only the row of that entry is read again, however long the list is.
        if self._keeper is None or refs != {Ref("entry", self._keeper.id)}:
            return False
        row = self.context.workspace.entries.row(self._keeper.id)
        return row is not None and self.panel.model.update(row)

    def _read_rows(self) -> None:
        self.listing.read(keep=True)
        self._rows_read()

    def _rows_read(self) -> None:
        self._show_whether_empty()
        if self._keeper is not None:
            self.panel.select(self._keeper.id)

    def _read_choices(self) -> None:
        choices = reading.filter_choices(self.context.workspace)
        self.listing.offer(choices)
        self.editor.tags.offer_tags(choices.tags)

    def _read_open_entry(self) -> None:
        keeper = self._keeper
        if keeper is None:
            self._open_first()
            return
        if not keeper.id:
            return
        try:
            record = self.context.workspace.entries.get(keeper.id)
        except NotFound:
            self._autosave.forget()
            self._close()
            self._open_first()
            return
        other = keeper.has_other_words(record) and not self._autosave.is_waiting
        self.editor.take_entry(reading.shown(self.context.workspace, record), words=other)
        self.panel.select(keeper.id)

    def _open_first(self) -> None:
        entry = self.panel.model.entry(self.panel.model.first())
        if entry is None or self._shape() is Shape.NARROW:
            self.room.show_entry(False)
            self._show_whether_empty()
        else:
            self.open_entry(entry.id)

    def _show_whether_empty(self) -> None:
        self.room.show_empty(self.listing.is_empty() and self._keeper is None)

    def _show(self, entry: ShownEntry) -> None:
        self._keeper = EntryKeeper(self.context.workspace.entries, entry)
        self.editor.show_entry(entry)
        self.room.show_empty(False)
        self.room.show_entry(True)

    def _close(self) -> None:
        self._keeper = None
        self.room.show_entry(False)

    def _stand_on(self, entry_id: str) -> None:
        if not self.panel.select(entry_id) and self.listing.is_narrowed():
            self.listing.clear()
            self.panel.select(entry_id)

    def _let_go(self) -> bool:
        """Store what is open; what cannot be stored stays on the screen."""
        saved = self._autosave.flush()
        self.context.workspace.history.seal()
        return saved

    def _opened(self) -> EntryKeeper | None:
        """The keeper of the open entry, once what is typed is stored."""
        return self._keeper if self._keeper is not None and self._let_go() else None

    def _words(self) -> str:
        return "\n".join(self.editor.title_and_text())

    def _save_words(self, words: str) -> None:
        if self._keeper is not None:
            self._keeper.save(words)

    def _go_to_record(self, kind: str, id_: str) -> None:
        if kind == "person":
            self._choose_filters(Chosen(person=id_))
        else:
            self.context.go(Ref(kind, id_))

    def remove_entry(self) -> None:
        """Take the open entry out of the journal; the toast offers to bring it back."""
        keeper = self._keeper
        if keeper is None or (keeper.id and not self._let_go()):
            return
        self._autosave.forget()
        title = isolated(shown_title(self.editor.title_and_text()[0]))
        near = self.panel.model.neighbour(keeper.id)
        self._close()
        sentence = _("“{title}” moved to the trash").format(title=title)
        if keeper.id and not self._remove(keeper.id, sentence):
            near = keeper.id
        if near is not None:
            self.open_entry(near)
        else:
            self._read_open_entry()
        if self._shape() is Shape.NARROW:
            self.room.go_to_editor(False)

    def _remove(self, entry_id: str, sentence: str) -> bool:
        try:
            self.context.workspace.entries.remove(entry_id, source=SOURCE)
        except Problem as problem:
            self.context.fail(problem)
            return False
        self.context.say_undoable(sentence)
        return True

    def _choose_filters(self, chosen: Chosen) -> None:
        self.listing.choose(chosen)
        self.room.go_to_editor(False)

    def _go_back(self) -> None:
        self._let_go()
        self.room.go_to_editor(False)

    def _try(self, change: Callable[[], _Result]) -> _Result | None:
        try:
            return change()
        except Problem as problem:
            self.context.fail(problem)
            return None

    def _shape(self) -> Shape:
        return shape_of(self.window().width(), self.context.looks.factor)

    def _take_shape(self) -> None:
        self.room.set_shape(self._shape())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_shape()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take_shape()
