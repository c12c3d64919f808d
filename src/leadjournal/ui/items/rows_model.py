"""A list of rows as Qt wants it: what kind of row it is, the page knows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

ROW = int(Qt.ItemDataRole.UserRole)
"""The role under which a delegate finds the whole row."""

_NOWHERE = QModelIndex()
_SPOKEN = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


class Spoken(Protocol):
    """What every row has: its title, and all it shows in words."""

    @property
    def title(self) -> str:
        """The words it is known by."""

    @property
    def spoken(self) -> str:
        """Everything it shows, in words."""


R = TypeVar("R", bound=Spoken)


class RowsModel(QAbstractListModel, Generic[R]):
    """Holds rows and gives them to who paints them, reads them aloud or rests on them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[R] = []

    def set_rows(self, rows: Sequence[R]) -> bool:
        """Hold these rows; answers whether anything is different."""
        if list(rows) == self._rows:
            return False
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()
        return True

    def rows(self) -> tuple[R, ...]:
        """The rows as they are shown."""
        return tuple(self._rows)

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
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        return row.spoken if role in _SPOKEN else None
