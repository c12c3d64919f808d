"""Several of many: rows with a tick, a title and a word at the right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from leadjournal.ui.items.painted_list import paint_rows
from leadjournal.ui.items.painting import RowPainter
from leadjournal.ui.items.rows_model import ROW, RowsModel
from leadjournal.ui.theme.looks import Looks

_BOX, _CHECK = 18, 13
_EDGE, _GAP = 10, 10
_AIR = 13
_MOST_ROWS = 6

_Index = QModelIndex | QPersistentModelIndex
_CHECK_ROLE = Qt.ItemDataRole.CheckStateRole


@dataclass(frozen=True, slots=True)
class TickRow:
    """One row: what it stands for, its title, the word at its right, and whether it is ticked."""

    value: str
    title: str
    right: str = ""
    ticked: bool = False

    @property
    def spoken(self) -> str:
        """Everything the row shows but its tick, in words."""
        return ", ".join(part for part in (self.title, self.right) if part)


class TickModel(RowsModel[TickRow]):
    """The rows with their ticks."""

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag
        if not index.isValid():
            return flags.NoItemFlags
        return flags.ItemIsEnabled | flags.ItemIsSelectable | flags.ItemIsUserCheckable

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        row = self.row_at(index)
        if row is not None and role == _CHECK_ROLE:
            return Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
        return super().data(index, role)

    def tick(self, index: _Index) -> None:
        """Tick a row, or take its tick back."""
        row = self.row_at(index)
        if row is not None:
            self._rows[index.row()] = replace(row, ticked=not row.ticked)
            at = self.index(index.row())
            self.dataChanged.emit(at, at)


class TickDelegate(QStyledItemDelegate):
    """Paints a row; a click anywhere on it, or Space, ticks it."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self.ring = False

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(100, self.tall())

    def tall(self) -> int:
        """The height of every row."""
        return self._looks.line("body") + _AIR

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = cast(TickRow, index.data(ROW))
        rows, rect = RowPainter(self._looks, painter), QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_MouseOver:
            rows.box(rect, "sunken")
        self._paint_box(rows, rect, ticked=row.ticked)
        left = rect.left() + _EDGE + self._looks.scaled(_BOX) + _GAP
        wide = rows.width_of(row.right, "small-m") if row.right else 0
        right = rect.right() - _EDGE - wide
        rows.text(QRect(left, rect.top(), right - left - _GAP, rect.height()), row.title, "body",
                  "text" if row.ticked else "text_2")  # fmt: skip
        rows.text(QRect(right, rect.top(), wide, rect.height()), row.right, "small-m",
                  "debt" if row.ticked else "text_3", right=True)  # fmt: skip
        if self.ring and option.state & QStyle.StateFlag.State_HasFocus:
            rows.ring(rect)
        painter.restore()

    def _paint_box(self, rows: RowPainter, rect: QRect, *, ticked: bool) -> None:
        side = self._looks.scaled(_BOX)
        box = QRect(rect.left() + _EDGE, rect.center().y() - side // 2, side, side)
        ground, edge = ("accent", "accent") if ticked else ("surface", "line_strong")
        rows.box(box, ground, edge, radius=4)
        if ticked:
            check = self._looks.scaled(_CHECK)
            at = box.center() - QPoint(check // 2, check // 2)
            rows.icon("check", at, _CHECK, "on_accent", stroke=2.5)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        clicked = isinstance(event, QMouseEvent) and (
            event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
        )
        if isinstance(model, TickModel) and (pressed or clicked):
            model.tick(index)
            return True
        return False


class TickList(QListView):
    """An answer of a form: the values of the rows that are ticked."""

    ticked = Signal()

    def __init__(self, looks: Looks, name: str, rows: Sequence[TickRow]) -> None:
        super().__init__()
        self._looks = looks
        self._model = TickModel(self)
        self._painted = TickDelegate(looks)
        self.setModel(self._model)
        self.setItemDelegate(self._painted)
        self.setTabKeyNavigation(False)
        paint_rows(self, self._painted, name)
        self._model.dataChanged.connect(lambda *_cells: self.ticked.emit())
        self.show_rows(rows)
        self.restyle()
        looks.changed.connect(self.restyle)

    def show_rows(self, rows: Sequence[TickRow]) -> None:
        """Offer these rows; where one is stays as far as it can."""
        at = self.currentIndex().row()
        self._model.set_rows(rows)
        if 0 <= at < len(rows):
            self.setCurrentIndex(self._model.index(at))
        self.restyle()

    def rows(self) -> tuple[TickRow, ...]:
        """What is offered, with its ticks."""
        return self._model.rows()

    def value(self) -> tuple[str, ...]:
        """The values of the ticked rows."""
        return tuple(row.value for row in self.rows() if row.ticked)

    def set_value(self, value: object) -> None:
        """Tick exactly the rows with these values."""
        wanted = set(cast("Iterable[str]", value or ()))
        rows = [replace(row, ticked=row.value in wanted) for row in self.rows()]
        if self._model.set_rows(rows):
            self.ticked.emit()

    def restyle(self) -> None:
        """Take the height of the rows at the present text size, as far as there may be so many."""
        count = min(max(1, self._model.rowCount()), _MOST_ROWS)
        half = self._painted.tall() // 2 if self._model.rowCount() > _MOST_ROWS else 0
        self.setFixedHeight(count * self._painted.tall() + half + 2)
        self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0))
