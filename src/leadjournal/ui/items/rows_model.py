"""A list of rows as Qt wants it: what kind of row it is, the page knows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

ROW = int(Qt.ItemDataRole.UserRole)
"""The role under which a delegate finds the whole row."""

_NOWHERE = QModelIndex()
R = TypeVar("R")


class RowsModel(QAbstractListModel, Generic[R]):
    """Holds rows; what they are called and what is read aloud says the model made from it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[R] = []

    def title_of(self, row: R) -> str:
        """The words a row is known by on the screen."""
        raise NotImplementedError

    def said_of(self, row: R, role: int) -> str | None:
        """What a row says under a further role: read aloud, or shown when one rests on it."""
        raise NotImplementedError

    def set_rows(self, rows: Sequence[R]) -> bool:
        """Hold these rows; answers whether anything is different."""
        if list(rows) == self._rows:
            return False
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()
        return True

    def row_at(self, index: QModelIndex | QPersistentModelIndex) -> R | None:
        """The row at an index."""
        return self._rows[index.row()] if index.isValid() else None

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
        return (
            self.title_of(row) if role == Qt.ItemDataRole.DisplayRole else self.said_of(row, role)
        )
