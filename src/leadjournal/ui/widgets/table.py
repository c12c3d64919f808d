"""A table that is read: columns with names, rows of words, as many as there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from leadjournal.ui.theme.looks import Looks

_NOWHERE = QModelIndex()
_ROW = 32
_HEADER = 32
_EDGE = 2
_WIDEST, _NUMBER = 520, 150
_PAD = 30
_LOOKED_AT = 200
"""So many rows are looked at for the widths of the columns."""


@dataclass(frozen=True, slots=True)
class Column:
    """The name of a column; numbers stand at its right."""

    name: str
    is_number: bool = False

    @property
    def side(self) -> Qt.AlignmentFlag:
        """Where its words stand."""
        flags = Qt.AlignmentFlag
        return (flags.AlignRight if self.is_number else flags.AlignLeft) | flags.AlignVCenter


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one place of a table; `ink` is a colour role, `about` a record's id."""

    words: str = ""
    ink: str = "text"
    about: str = ""


class TableModel(QAbstractTableModel):
    """Rows of cells."""

    def __init__(self, looks: Looks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._columns: tuple[Column, ...] = ()
        self._rows: Sequence[Sequence[Cell]] = ()

    def show(self, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> None:
        """Hold these columns and rows."""
        self.beginResetModel()
        self._columns, self._rows = tuple(columns), rows
        self.endResetModel()

    def cell(self, index: QModelIndex | QPersistentModelIndex) -> Cell | None:
        """The cell at an index."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        return row[index.column()] if index.column() < len(row) else Cell()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def column(self, place: int) -> Column:
        """A column by its place."""
        return self._columns[place]

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._columns[section].name
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._columns[section].side | Qt.TextFlag.TextWordWrap
        return None

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> object:
        cell = self.cell(index)
        if cell is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._columns[index.column()].name}: {cell.words}"
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(self._looks.colour(cell.ink))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._columns[index.column()].side
        return None


class Table(QTableView):
    """Arrow keys walk its cells; it scrolls by itself where it has less room than it needs."""

    def __init__(self, looks: Looks, name: str, *, most_rows: int = 12) -> None:
        super().__init__()
        self.looks = looks
        self.cells = TableModel(looks, self)
        self._most_rows = most_rows
        self.setModel(self.cells)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        modes = QAbstractItemView.ScrollMode
        self.setVerticalScrollMode(modes.ScrollPerPixel)
        self.setHorizontalScrollMode(modes.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)
        self.restyle()
        looks.changed.connect(self.restyle)

    def show_rows(self, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> None:
        """Show these rows; where one is stays when there are as many as before."""
        present = self.currentIndex()
        place = (present.row(), present.column())
        self.cells.show(columns, rows)
        if present.isValid() and place[0] < len(rows):
            self.setCurrentIndex(self.cells.index(*place))
        self._fit()

    def current_cell(self) -> Cell | None:
        """The cell one is at."""
        return self.cells.cell(self.currentIndex())

    def restyle(self) -> None:
        """Take the fonts and heights of the present text size."""
        self.setFont(self.looks.font("small"))
        header = self.verticalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(1)
        header.setDefaultSectionSize(max(self.looks.line("small") + 9, self.looks.scaled(_ROW)))
        self._fit()

    def tall(self) -> int:
        """The height that shows all rows, as far as there may be so many."""
        rows = min(self.cells.rowCount(), self._most_rows)
        bar = self.horizontalScrollBar().sizeHint().height()
        inner = self.verticalHeader().defaultSectionSize() * max(1, rows)
        return self.horizontalHeader().height() + inner + bar + _EDGE

    def _fit(self) -> None:
        heads = self._heads()
        tallest = 1
        for place in range(self.cells.columnCount()):
            wide = self._wide(place)
            self.setColumnWidth(place, wide)
            box = QRect(0, 0, wide - _PAD, 10_000)
            flags = Qt.TextFlag.TextWordWrap.value
            tallest = max(
                tallest, heads.boundingRect(box, flags, self.cells.column(place).name).height()
            )
        self.horizontalHeader().setFixedHeight(max(self.looks.scaled(_HEADER), tallest + 14))
        self.setFixedHeight(self.tall())

    def _heads(self) -> QFontMetrics:
        # The style sheet sets the font of a header, which its own metrics do not know of.
        return QFontMetrics(self.looks.font("caption-m"))

    def _wide(self, place: int) -> int:
        """As wide as its words, and its name in a line or, of numbers, in several."""
        words, heads = self.fontMetrics(), self._heads()
        column = self.cells.column(place)
        looked_at = range(min(self.cells.rowCount(), _LOOKED_AT))
        cells = (self.cells.cell(self.cells.index(row, place)) for row in looked_at)
        widest = max((words.horizontalAdvance(cell.words) for cell in cells if cell), default=0)
        name = heads.horizontalAdvance(column.name)
        if column.is_number:
            name = min(name, self.looks.scaled(_NUMBER))
        return min(max(name, widest), self.looks.scaled(_WIDEST)) + _PAD
