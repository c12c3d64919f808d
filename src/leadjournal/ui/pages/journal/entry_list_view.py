"""The list of entries as it is seen and scrolled."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QListView

from leadjournal.base.clock import Clock
from leadjournal.base.words import _
from leadjournal.ui.items.entries import EntryListModel
from leadjournal.ui.items.entry_rows import EntryRows
from leadjournal.ui.theme.looks import Looks


class EntryListView(QListView):
    """The entries; it never scrolls sideways and hovers row by row."""

    def __init__(self, looks: Looks, clock: Clock, model: EntryListModel) -> None:
        super().__init__()
        self._rows = EntryRows(looks, clock)
        self.setModel(model)
        self.setItemDelegate(self._rows)
        self.setAccessibleName(_("Entries"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        looks.changed.connect(self.scheduleDelayedItemsLayout)
