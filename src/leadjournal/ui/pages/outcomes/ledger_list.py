"""The ledger as a list: its model and how its rows are painted."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from leadjournal.ui.items.debt_bar import paint_debt_bar
from leadjournal.ui.items.painting import RowPainter
from leadjournal.ui.items.rows_model import ROW, RowsModel
from leadjournal.ui.pages.outcomes.ledger_rows import LedgerRow
from leadjournal.ui.theme.looks import Looks

_INSET = 20
_BAR = 220
_LEAST_BAR = 96
_TITLE = 340
_DAYS = 88
_WAITS = 112
_NARROW = 480
_CHEVRON = 15

_Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag


class LedgerModel(RowsModel[LedgerRow]):
    """The rows of the ledger, headings among them."""

    def flags(self, index: _Index) -> Qt.ItemFlag:
        row = self.row_at(index)
        if row is None or row.key is None:
            return Qt.ItemFlag.NoItemFlags
        leaf = Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | leaf


class LedgerDelegate(QStyledItemDelegate):
    """Title and reason, the bar, the days, how long it waits, and where it leads."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self.ring = False

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        row = cast(LedgerRow, index.data(ROW))
        return QSize(100, self.tall(row))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = cast(LedgerRow, index.data(ROW))
        state = option.state
        rect = QRect(option.rect)
        painter.save()
        painter.setClipRect(option.rect)
        rows = RowPainter(self._looks, painter)
        if row.key is None:
            self._heading(rows, row, rect.adjusted(_INSET, 8, -_INSET, 0))
        else:
            self._row(rows, row, rect, state)
        painter.restore()

    def tall(self, row: LedgerRow) -> int:
        """How tall a row is painted."""
        looks = self._looks
        if row.key is None:
            return looks.line("small-m") + 22
        return max(57, looks.line("body-m") + looks.line("small") + 17)

    def _heading(self, rows: RowPainter, row: LedgerRow, rect: QRect) -> None:
        sum_ = rows.width_of(row.days, "small") if row.days else 0
        rows.text(rect.adjusted(0, 0, -sum_ - 8, 0), row.title, "small-m", "text_2")
        right = rect.right() - self._looks.scaled(_CHEVRON) - 12
        rows.text(QRect(right - sum_, rect.top(), sum_, rect.height()), row.days, "small",
                  "text_3", right=True)  # fmt: skip

    def _row(self, rows: RowPainter, row: LedgerRow, rect: QRect, state: _State) -> None:
        box = rect.adjusted(_INSET // 2, 1, -_INSET // 2, -1)
        chosen = bool(state & _State.State_Selected)
        if chosen or state & _State.State_MouseOver:
            rows.box(box, "nav_selected" if chosen else "sunken")
        else:
            self._divider(rows.painter, rect)
        ink = "on_nav_selected" if chosen else "text_3"
        right = self._chevron(rows, rect, ink)
        if rect.width() >= self._looks.scaled(_NARROW) and row.waits:
            room = self._looks.scaled(_WAITS)
            rows.text(QRect(right - room, rect.top(), room, rect.height()), row.waits, "small",
                      ink, right=True)  # fmt: skip
            right -= room
        right = self._days(rows, row, QRect(rect.left(), rect.top(), right, rect.height()), ink)
        room = right - rect.left() - _INSET - 16 - self._looks.scaled(_TITLE)
        if room >= _LEAST_BAR and not row.gone:
            bar = min(room, self._looks.scaled(_BAR))
            self._bar(rows, row, QRect(right - bar, rect.top(), bar, rect.height()))
            right -= bar + 16
        self._words(rows, row, rect, right, chosen)
        if self.ring and state & _State.State_HasFocus:
            rows.ring(box)

    def _words(
        self, rows: RowPainter, row: LedgerRow, rect: QRect, right: int, chosen: bool
    ) -> None:
        line, under = self._looks.line("body-m"), self._looks.line("small")
        top = rect.top() + (rect.height() - line - under) // 2
        left = rect.left() + _INSET
        width = right - left
        title = "on_nav_selected" if chosen else "text"
        rows.text(QRect(left, top, width, line), row.title, "body-m", title)
        second = "on_nav_selected" if chosen else "text_3"
        rows.text(QRect(left, top + line, width, under), row.reason, "small", second)

    def _days(self, rows: RowPainter, row: LedgerRow, rect: QRect, ink: str) -> int:
        room = self._looks.scaled(_DAYS)
        quiet = row.gone or (ink == "on_nav_selected" and self._looks.theme.outlined)
        tone = ink if quiet else "debt"
        rows.text(QRect(rect.right() - room, rect.top(), room, rect.height()), row.days,
                  "body-m", tone, right=True)  # fmt: skip
        return rect.right() - room - 16

    def _chevron(self, rows: RowPainter, rect: QRect, ink: str) -> int:
        size = self._looks.scaled(_CHEVRON)
        left = rect.right() - _INSET - size
        rows.icon("chevron-right", QPoint(left, rect.center().y() - size // 2), _CHEVRON, ink)
        return left - 12

    def _divider(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(QPen(self._looks.colour("line"), 1))
        painter.drawLine(rect.left() + _INSET, rect.bottom(), rect.right() - _INSET, rect.bottom())

    def _bar(self, rows: RowPainter, row: LedgerRow, rect: QRect) -> None:
        share = rect.width() / max(row.largest, 0.001)
        place = QRectF(rect)
        paint_debt_bar(
            rows.painter, self._looks, place, row.principal * share, row.interest * share
        )
