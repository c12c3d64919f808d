"""The tree of whys, outcomes and outputs as an item model over plain rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import (
    QAbstractItemModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from leadjournal.ui.pages.outcomes.rows import RowKey, TreeRow

ROW = Qt.ItemDataRole.UserRole
MIME = "application/x-leadjournal-output"

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = -1


@dataclass(slots=True)
class _Node:
    row: TreeRow
    parent: int
    place: int
    children: list[int] = field(default_factory=list)


class TreeModel(QAbstractItemModel):
    """Rows with the rows under them; `dropped` is called with an output and an outcome."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes: list[_Node] = []
        self._top: list[int] = []
        self._places: dict[RowKey, int] = {}

    def set_rows(self, rows: Sequence[TreeRow]) -> bool:
        """Show these rows; answers whether the tree kept its shape, so that indexes still hold."""
        nodes, top = _flat(rows)
        if [node.row.key for node in nodes] == [node.row.key for node in self._nodes]:
            self._take_values(nodes)
            return True
        self.beginResetModel()
        self._nodes, self._top = nodes, top
        self._places = {node.row.key: place for place, node in enumerate(nodes)}
        self.endResetModel()
        return False

    def index_of(self, key: RowKey) -> QModelIndex:
        """Where a row is; an output without its outcome is found at its first place."""
        place = self._places.get(key)
        if place is None and not key.under:
            found = (p for k, p in self._places.items() if k.kind == key.kind and k.id == key.id)
            place = next(found, None)
        return QModelIndex() if place is None else self._index(place)

    def row_at(self, index: _Index) -> TreeRow | None:
        """The row at an index."""
        return self._nodes[index.internalId()].row if index.isValid() else None

    def keys(self) -> list[RowKey]:
        """Every row, from top to bottom."""
        return [node.row.key for node in self._nodes]

    def _take_values(self, nodes: list[_Node]) -> None:
        for place, (old, new) in enumerate(zip(self._nodes, nodes, strict=True)):
            changed = old.row != new.row
            old.row = new.row
            if changed:
                index = self._index(place)
                self.dataChanged.emit(index, index)

    def _index(self, place: int) -> QModelIndex:
        return self.createIndex(self._nodes[place].place, 0, place)

    def index(self, row: int, column: int, parent: _Index | None = None) -> QModelIndex:
        above = parent if parent is not None else QModelIndex()
        if not self.hasIndex(row, column, above):
            return QModelIndex()
        return self._index(self._under(above)[row])

    def parent(self, index: _Index) -> QModelIndex:  # type: ignore[override]
        if not index.isValid():
            return QModelIndex()
        above = self._nodes[index.internalId()].parent
        return QModelIndex() if above == _NO_PARENT else self._index(above)

    def rowCount(self, parent: _Index | None = None) -> int:
        above = parent if parent is not None else QModelIndex()
        return 0 if above.column() > 0 else len(self._under(above))

    def columnCount(self, parent: _Index | None = None) -> int:
        return 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row.spoken
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        row = self.row_at(index)
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if row.key.kind == "output":
            return flags | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemNeverHasChildren
        if row.key.kind == "outcome":
            return flags | Qt.ItemFlag.ItemIsDropEnabled
        return flags

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        rows = [self.row_at(index) for index in indexes]
        ids = [row.key.id for row in rows if row is not None and row.key.kind == "output"]
        data.setData(MIME, QByteArray("\n".join(ids).encode()))
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.LinkAction

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.LinkAction

    def _under(self, index: _Index) -> list[int]:
        return self._nodes[index.internalId()].children if index.isValid() else self._top


def _flat(rows: Sequence[TreeRow]) -> tuple[list[_Node], list[int]]:
    nodes: list[_Node] = []

    def take(row: TreeRow, parent: int, place: int) -> int:
        mine = len(nodes)
        node = _Node(row, parent, place)
        nodes.append(node)
        node.children = [take(child, mine, n) for n, child in enumerate(row.children)]
        return mine

    return nodes, [take(row, _NO_PARENT, place) for place, row in enumerate(rows)]
