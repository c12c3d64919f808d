"""How the lines of the timeline are painted: a thread of days with a knot for each milestone."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from leadjournal.ui.items.painting import RowPainter
from leadjournal.ui.items.rows_model import ROW
from leadjournal.ui.pages.outcomes.milestones.lines import (
    GROWTH_ICON,
    VALUE_ICON,
    MilestoneLine,
)
from leadjournal.ui.pages.outcomes.pick_list import RingedDelegate
from leadjournal.ui.theme.looks import Looks

_INSET = 10
_THREAD = 22
"""How far the thread of days is from the left edge."""
_WORDS = 44
_KNOT = 5.5
_DAY = 104
_ICON = 16
_BESIDE = 560
"""The least width at which the badge stands beside the words."""

_Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag


class TimelineDelegate(RingedDelegate):
    """Title and outcome, what grows and stays, where it ended, and the day."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        line = cast(MilestoneLine, index.data(ROW))
        looks = self._looks
        if line.key is None:
            return QSize(100, looks.line("small-m") + 22)
        return QSize(100, max(57, looks.line("body-m") + looks.line("small") + 17))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line = cast(MilestoneLine, index.data(ROW))
        rect, state = QRect(option.rect), option.state
        painter.save()
        painter.setClipRect(option.rect)
        rows = RowPainter(self._looks, painter)
        if line.key is None:
            rows.text(rect.adjusted(_INSET, 8, -_INSET, 0), line.title, "small-m", "text_2")
        else:
            self._line(rows, line, rect, state)
        painter.restore()

    def _line(
        self, rows: RowPainter, line: MilestoneLine, rect: QRect, state: QStyle.StateFlag
    ) -> None:
        box = rect.adjusted(1, 1, -1, -1)
        chosen = bool(state & _State.State_Selected)
        if chosen or state & _State.State_MouseOver:
            rows.box(box, "nav_selected" if chosen else "sunken")
        self._knot(rows.painter, line, rect, chosen)
        ink = "on_nav_selected" if chosen else "text_2"
        right = self._day(rows, line, rect, chosen)
        for name, shown in ((VALUE_ICON, line.lasts), (GROWTH_ICON, line.grows)):
            right -= self._looks.scaled(_ICON) + 8
            if shown:
                top = rect.center().y() - self._looks.scaled(_ICON) // 2
                rows.icon(name, QPoint(right, top), _ICON, ink, stroke=1.75)
        if line.mark is not None and rect.width() >= self._looks.scaled(_BESIDE):
            middle = rect.center().y() + 1
            right = rows.badge(line.mark, right - 12, middle)
        self._words(rows, line, rect, right - 12, chosen)
        if self.ring and state & _State.State_HasFocus:
            rows.ring(box)

    def _knot(self, painter: QPainter, line: MilestoneLine, rect: QRect, chosen: bool) -> None:
        looks = self._looks
        x = rect.left() + _THREAD + 0.5
        middle = QPointF(x, rect.center().y() + 0.5)
        painter.setPen(QPen(looks.colour("line_strong" if chosen else "line"), 1))
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom() + 1))
        tone = "debt_fill" if line.overdue else "accent"
        if chosen and looks.theme.outlined:
            tone = "on_nav_selected"
        ground = "nav_selected" if chosen else "surface"
        painter.setPen(QPen(looks.colour(tone), 2))
        painter.setBrush(looks.colour(ground if line.is_open else tone))
        painter.drawEllipse(middle, _KNOT, _KNOT)

    def _day(self, rows: RowPainter, line: MilestoneLine, rect: QRect, chosen: bool) -> int:
        wide = max(self._looks.scaled(_DAY), rows.width_of(line.day, "small"))
        wide = min(wide, rect.width() // 3)
        right = rect.right() - _INSET - 2
        ink = "debt" if line.overdue else "text_2"
        if chosen:
            ink = "on_nav_selected"
        role = "small-m" if line.overdue else "small"
        rows.text(QRect(right - wide, rect.top(), wide, rect.height()), line.day, role, ink,
                  right=True)  # fmt: skip
        return right - wide - 12

    def _words(
        self, rows: RowPainter, line: MilestoneLine, rect: QRect, right: int, chosen: bool
    ) -> None:
        tall, under = self._looks.line("body-m"), self._looks.line("small")
        top = rect.top() + (rect.height() - tall - under) // 2
        left = rect.left() + _WORDS
        title = "on_nav_selected" if chosen else "text"
        rows.text(QRect(left, top, right - left, tall), line.title, "body-m", title)
        second = "on_nav_selected" if chosen else "text_3"
        place = QRect(left, top + tall, right - left, under)
        if line.mark is not None and rect.width() < self._looks.scaled(_BESIDE):
            words = f"{line.mark.words} · {line.second}"
            rows.text(place, words, "small", second)
        else:
            rows.text(place, line.second, "small", second)
