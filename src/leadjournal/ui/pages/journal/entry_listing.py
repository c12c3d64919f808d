"""The list of entries and what narrows it: a group, words and filters."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from leadjournal.base.errors import Problem
from leadjournal.base.words import _
from leadjournal.ui.items.entry_words import GROUPS
from leadjournal.ui.pages.journal import reading
from leadjournal.ui.pages.journal.list_panel import ListPanel
from leadjournal.ui.pages.journal.toolbar import JournalToolbar
from leadjournal.ui.pages.journal.values import Chosen, FilterChoices

if TYPE_CHECKING:
    from leadjournal.services.entries import EntryFilter, EntryRow
    from leadjournal.ui.context import Context


class EntryListing(QObject):
    """Reads what the panel shows, from the choices made above it."""

    narrowed = Signal()
    """The user chose something else; the list is read and shows it."""

    def __init__(self, context: Context, toolbar: JournalToolbar, panel: ListPanel) -> None:
        super().__init__(panel)
        self._context = context
        self._toolbar = toolbar
        self._panel = panel
        self._group, self._text, self._chosen = "all", "", Chosen()
        toolbar.group_chosen.connect(self._choose_group)
        panel.text_changed.connect(self._choose_text)
        panel.filters_changed.connect(self.choose)
        panel.cleared.connect(self.clear)
        panel.day_wished.connect(panel.go_to_day)
        panel.month_shown.connect(self._mark_days)

    @property
    def group(self) -> str:
        """The group of kinds that is chosen."""
        return self._group

    def is_narrowed(self) -> bool:
        """Whether some entries may be hidden."""
        return self._group != "all" or bool(self._text.strip()) or self._chosen != Chosen()

    def is_empty(self) -> bool:
        """Whether there is no entry at all."""
        return self._panel.model.rowCount() == 0 and not self.is_narrowed()

    def read(self, *, keep: bool) -> None:
        """Read the rows; with `keep` what is still there keeps its place."""
        entries = self._context.workspace.entries
        wanted = reading.entry_filter(self._group, self._text, self._chosen)

        def read(start: int, count: int) -> Sequence[EntryRow]:
            if wanted is None:
                return ()
            try:
                return entries.listing(wanted, offset=start, limit=count)
            except Problem as problem:
                self._context.fail(problem)
                return ()

        def find(entry_id: str) -> int | None:
            return None if wanted is None else entries.place(entry_id, wanted)

        self._panel.show_rows(read, find, keep=keep)
        self._panel.show_count(self._count(wanted), self.query() if self.is_narrowed() else "")

    def look_back(self) -> None:
        """Offer what was written a while ago, as long as nothing narrows the list."""
        workspace = self._context.workspace
        found = reading.looked_back(workspace, workspace.clock.today())
        self._panel.look_back.show_days([] if self.is_narrowed() else found)

    def offer(self, choices: FilterChoices) -> None:
        """What the filters can be set to now."""
        self._panel.offer(choices)
        self._panel.show_filters(self._chosen)

    def choose(self, chosen: Chosen) -> None:
        """Show only what passes these filters."""
        self._chosen = chosen
        self._panel.show_filters(chosen)
        self._narrow()

    def clear(self) -> None:
        """Show every entry again."""
        self._group, self._text, self._chosen = "all", "", Chosen()
        self._toolbar.groups.set_value("all")
        self._panel.clear_text()
        self._panel.show_filters(self._chosen)
        self._narrow()

    def query(self) -> str:
        """What is looked for, as it stands in a sentence."""
        text = " ".join(self._text.split())
        return _("“{words}”").format(words=text[:60]) if text else _("these filters")

    def _choose_group(self, group: str) -> None:
        self._group = group if group in GROUPS else "all"
        self._narrow()

    def _choose_text(self, text: str) -> None:
        self._text = text
        self._narrow()

    def _narrow(self) -> None:
        self.read(keep=False)
        self.look_back()
        self.narrowed.emit()

    def _count(self, wanted: EntryFilter | None) -> int:
        if wanted is None:
            return 0
        try:
            return self._context.workspace.entries.count(wanted)
        except Problem as problem:
            self._context.fail(problem)
            return 0

    def _mark_days(self, month: date) -> None:
        self._panel.days.mark(reading.days_of_month(self._context.workspace, month))
