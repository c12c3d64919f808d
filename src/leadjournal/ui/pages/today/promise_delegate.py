"""How the rows of all promises are painted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from leadjournal.ui.items.painting import RowPainter
from leadjournal.ui.items.rows_model import ROW
from leadjournal.ui.pages.today.promise_rows import FOLD, HEADING, RECORDS, WORDS, Row
from leadjournal.ui.theme.looks import Looks

_INSET = 12
_ICON = 18
_GAP = 12
_DAY_WIDE = 92
_STROKE = 1.75


class PromiseDelegate(QStyledItemDelegate):
    """Two lines, an icon, a badge and a day, as everywhere on Today."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self.ring = False
        """Whether the keyboard is in use, so that the chosen row shows its ring."""

    def icon_room(self) -> int:
        """How far the icon's part of a row reaches; a click there settles the row."""
        return _INSET + self._looks.scaled(_ICON) + _GAP // 2

    def _paint_row(self, painter: RowPainter, rect: QRect, row: Row, selected: bool) -> None:
        ink = "on_nav_selected" if selected else ""
        icon = self._looks.scaled(_ICON)
        middle = rect.center().y()
        painter.icon(
            row.icon, QPoint(rect.left() + _INSET, middle - icon // 2), _ICON,
            ink or "text_2", stroke=_STROKE,
        )  # fmt: skip
        left = rect.left() + _INSET + icon + _GAP
        right = self._paint_end(painter, rect, row, ink)
        title, second = self._looks.line("body-m"), self._looks.line("small")
        top = middle - (title + second) // 2
        painter.text(QRect(left, top, right - left, title), row.title, "body-m", ink or "text")
        self._paint_second(painter, QRect(left, top + title, right - left, second), row, ink)

    def _paint_second(self, painter: RowPainter, rect: QRect, row: Row, ink: str) -> None:
        words = f"{row.second} · " if row.second and row.warning else row.second
        room = painter.width_of(words, "small") + 2
        # What is to be decided is more urgent than whose it is.
        room = min(room, max(0, rect.width() - painter.width_of(row.warning, "small")))
        painter.text(
            QRect(rect.left(), rect.top(), room or rect.width(), rect.height()),
            words, "small", ink or "text_3",
        )  # fmt: skip
        if row.warning:
            painter.text(rect.adjusted(room, 0, 0, 0), row.warning, "small", ink or "debt")

    def _paint_end(self, painter: RowPainter, rect: QRect, row: Row, ink: str) -> int:
        right = rect.right() - _INSET
        wide = max(self._looks.scaled(_DAY_WIDE), painter.width_of(row.day, "small"))
        day = QRect(right - wide, rect.top(), wide, rect.height())
        painter.text(day, row.day, "small", ink or "text_2", right=True)
        left = day.left() - _GAP
        if row.mark is not None:
            left = painter.badge(row.mark, left, rect.center().y()) - _GAP
        return left

    def _paint_heading(self, painter: RowPainter, rect: QRect, row: Row) -> None:
        line = self._looks.line("small-m")
        words = QRect(rect.left() + _INSET, rect.bottom() - line - 5, rect.width(), line)
        painter.text(words, row.title, "small-m", "text_3")

    def _paint_words(self, painter: RowPainter, rect: QRect, row: Row, selected: bool) -> None:
        ink = "on_nav_selected" if selected else "text_2"
        left = rect.left() + _INSET
        if row.icon:
            size = self._looks.scaled(_ICON)
            at = QPoint(left, rect.center().y() - size // 2)
            painter.icon(row.icon, at, _ICON, ink, stroke=_STROKE)
            left += size + _GAP
        painter.text(rect.adjusted(left - rect.left(), 0, -_INSET, 0), row.title, "body", ink)

    def _paint_line(self, painter: RowPainter, rect: QRect, index: QModelIndex) -> None:
        below = index.sibling(index.row() + 1, 0).data(ROW)
        if isinstance(below, Row) and below.kind in RECORDS:
            line = QRect(rect.left() + _INSET, rect.bottom(), rect.width() - 2 * _INSET, 1)
            painter.painter.fillRect(line, self._looks.colour("line"))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(ROW)
        rect: QRect = option.rect
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(rect)
        drawn = RowPainter(self._looks, painter)
        if row.kind == HEADING:
            self._paint_heading(drawn, rect, row)
        else:
            if row.kind in RECORDS:
                self._paint_line(drawn, rect, index)  # type: ignore[arg-type]
            self._paint_ground(drawn, rect, row, state)
            paint = self._paint_row if row.kind in RECORDS else self._paint_words
            paint(drawn, rect, row, selected)
        painter.restore()

    def _paint_ground(
        self, painter: RowPainter, rect: QRect, row: Row, state: QStyle.StateFlag
    ) -> None:
        ground = rect.adjusted(0, 1, 0, -1)
        if state & QStyle.StateFlag.State_Selected:
            painter.box(ground, "nav_selected")
            if self.ring and state & QStyle.StateFlag.State_HasFocus:
                painter.ring(ground)
        elif state & QStyle.StateFlag.State_MouseOver and row.kind != WORDS:
            painter.box(ground, "sunken")

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        row = index.data(ROW)
        looks = self._looks
        heights = {
            HEADING: looks.line("small-m") + 15,
            WORDS: looks.line("body") + 20,
            FOLD: looks.line("body") + 20,
        }
        records = looks.line("body-m") + looks.line("small") + 14
        return QSize(200, heights.get(row.kind, records))
