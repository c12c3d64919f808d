"""The rows of all promises as an item model."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from leadjournal.ui.pages.today.promise_rows import Row

ROW = int(Qt.ItemDataRole.UserRole)
_NOWHERE = QModelIndex()


class PromiseModel(QAbstractListModel):
    """Headings and words cannot be chosen; the arrow keys pass over them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def set_rows(self, rows: Sequence[Row]) -> bool:
        """Hold these rows; answers whether anything is different."""
        if list(rows) == self._rows:
            return False
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()
        return True

    def row_at(self, index: QModelIndex | QPersistentModelIndex) -> Row | None:
        """The row at an index."""
        return self._rows[index.row()] if index.isValid() else None

    def place_of(self, id_: str) -> int:
        """Where a record stands, or -1."""
        places = (place for place, row in enumerate(self._rows) if id_ and row.id == id_)
        return next(places, -1)

    def nearest(self, place: int) -> int:
        """The place nearest to this one where something can be chosen, or -1."""
        places = [each for each, row in enumerate(self._rows) if row.is_chosen_from]
        return min(places, key=lambda each: abs(each - place), default=-1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> object:
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        spoken = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        return row.said if role in spoken else None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        row = self.row_at(index)
        if row is None or not row.is_chosen_from:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
