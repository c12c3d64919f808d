"""The rows of all promises as an item model."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from leadjournal.ui.items.rows_model import RowsModel
from leadjournal.ui.pages.today.promise_rows import Row


class PromiseModel(RowsModel[Row]):
    """Headings and words cannot be chosen; the arrow keys pass over them."""

    def place_of(self, id_: str) -> int:
        """Where a record stands, or -1."""
        places = (place for place, row in enumerate(self._rows) if id_ and row.id == id_)
        return next(places, -1)

    def nearest(self, place: int) -> int:
        """The place nearest to this one where something can be chosen, or -1."""
        places = [each for each, row in enumerate(self._rows) if row.is_chosen_from]
        return min(places, key=lambda each: abs(each - place), default=-1)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        row = self.row_at(index)
        if row is None or not row.is_chosen_from:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
