"""Rows of two lines with words at the right: for the trash and for versions; model and paint."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from leadjournal.ui.items.painting import RowPainter
from leadjournal.ui.items.rows_model import ROW, RowsModel
from leadjournal.ui.theme.looks import Looks

_INSET = 12
_ICON = 18
_GAP = 12
_STROKE = 1.75


class HistoryRow(NamedTuple):
    """What a row says, and the key it is known by."""

    key: str
    title: str
    second: str
    icon: str = ""
    end: str = ""

    @property
    def spoken(self) -> str:
        """Everything the row shows, in words."""
        return ". ".join(part for part in (self.title, self.second, self.end) if part)


class HistoryModel(RowsModel[HistoryRow]):
    """The rows that are shown now."""

    def place_of(self, key: str) -> int:
        """Where a row stands, or -1."""
        places = (place for place, row in enumerate(self._rows) if row.key == key)
        return next(places, -1)


class HistoryDelegate(QStyledItemDelegate):
    """Icon, title and second line, and what is said at the right."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self.ring = False
        """Whether the keyboard is in use, so that the chosen row shows its ring."""

    def _paint_row(self, painter: RowPainter, rect: QRect, row: HistoryRow, ink: str) -> None:
        left, middle = rect.left() + _INSET, rect.center().y()
        if row.icon:
            icon = self._looks.scaled(_ICON)
            at = QPoint(left, middle - icon // 2)
            painter.icon(row.icon, at, _ICON, ink or "text_2", stroke=_STROKE)
            left += icon + _GAP
        title, second = self._looks.line("body-m"), self._looks.line("small")
        top = middle - (title + second) // 2
        right = rect.right() - _INSET
        end = painter.width_of(row.end, "small") if row.end else 0
        if row.end:
            box = QRect(right - end, top, end, title)
            painter.text(box, row.end, "small", ink or "text_2", right=True)
        room = right - left - (end + _GAP if row.end else 0)
        painter.text(QRect(left, top, room, title), row.title, "body-m", ink or "text")
        below = QRect(left, top + title, right - left, second)
        painter.text(below, row.second, "small", ink or "text_3")

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(ROW)
        state: QStyle.StateFlag = option.state
        ground: QRect = option.rect.adjusted(0, 1, 0, -1)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(option.rect)
        drawn = RowPainter(self._looks, painter)
        if selected:
            drawn.box(ground, "nav_selected")
            if self.ring and state & QStyle.StateFlag.State_HasFocus:
                drawn.ring(ground)
        elif state & QStyle.StateFlag.State_MouseOver:
            drawn.box(ground, "sunken")
        self._paint_row(drawn, option.rect, row, "on_nav_selected" if selected else "")
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(160, self._looks.line("body-m") + self._looks.line("small") + 16)
