"""How the rungs of the ladder are painted: the objective, how far it is, and its grade."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from leadjournal.ui.items.painting import RowPainter, lines_of
from leadjournal.ui.pages.outcomes.objectives.rungs import Rung
from leadjournal.ui.pages.outcomes.tree_delegate import TreeDelegate
from leadjournal.ui.pages.outcomes.tree_model import ROW

_PAD, _PAD_UP, _GAP = 12, 9, 4
_RIGHT = 4
_METER = 64
_BESIDE = 460
"""The least width at which the meter and the grade stand beside the words."""

_Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag


class LadderDelegate(TreeDelegate):
    """Boxes like those of outcomes, with a meter and a grade at their right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        rung = cast(Rung, index.data(ROW))
        width = self.room - self.indent * _depth(index)
        looks = self._looks
        words = len(self._lines(rung, width)) * looks.line("body-m") + looks.line("small")
        below = 0 if self._is_roomy(width) or not rung.share_words else looks.line("small") + 2
        return QSize(width, words + below + 2 * _PAD_UP + 2 * _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rung = cast(Rung, index.data(ROW))
        painter.save()
        painter.setClipRect(option.rect)
        rows = RowPainter(self._looks, painter)
        state = option.state
        box = QRect(option.rect).adjusted(0, _GAP, -_RIGHT, -_GAP)
        chosen = bool(state & _State.State_Selected)
        hover = bool(state & _State.State_MouseOver)
        ground = "nav_selected" if chosen else ("sunken" if hover else "surface")
        width = 2.0 if chosen else self._looks.theme.measure("border_card")
        rows.box(box, ground, "accent" if chosen else "line_strong", width=width)
        self._fill(rows, rung, box, chosen)
        if self.ring and state & _State.State_HasFocus:
            rows.ring(box)
        painter.restore()

    def _fill(self, rows: RowPainter, rung: Rung, box: QRect, chosen: bool) -> None:
        looks = self._looks
        full = box.width() + _RIGHT
        left, right = box.left() + _PAD, box.right() - _PAD
        top, line, under = box.top() + _PAD_UP, looks.line("body-m"), looks.line("small")
        ink = "on_nav_selected" if chosen else "text"
        lines = self._lines(rung, full)
        for words in lines:
            rows.text(QRect(left, top, right - left, line), words, "body-m", ink)
            top += line
        faint = "on_nav_selected" if chosen else "text_3"
        rows.text(
            QRect(left, top, self._words_wide(rung, full), under), rung.second, "small", faint
        )
        if self._is_roomy(full):
            self._at_right(rows, rung, QRect(left, box.top(), right - left, box.height()), chosen)
        elif rung.share_words:
            self._at_left(rows, rung, QRect(left, top + under + 2, right - left, under), chosen)

    def _at_right(self, rows: RowPainter, rung: Rung, rect: QRect, chosen: bool) -> None:
        right, middle = rect.right() + 1, rect.center().y() + 1
        if rung.badge is not None:
            right = rows.badge(rung.badge, right, middle) - 12
        if rung.share_words:
            wide = rows.width_of("100%", "small")
            ink = "on_nav_selected" if chosen else "text_2"
            place = QRect(right - wide, rect.top(), wide, rect.height())
            rows.text(place, rung.share_words, "small", ink, right=True)
            meter = self._looks.scaled(_METER)
            right -= wide + 8
            self._meter(rows, rung, QRect(right - meter, rect.top(), meter, rect.height()), chosen)

    def _at_left(self, rows: RowPainter, rung: Rung, rect: QRect, chosen: bool) -> None:
        meter = self._looks.scaled(_METER)
        self._meter(rows, rung, QRect(rect.left(), rect.top(), meter, rect.height()), chosen)
        words = [rung.share_words, rung.badge.words if rung.badge else ""]
        place = rect.adjusted(meter + 8, 0, 0, 0)
        ink = "on_nav_selected" if chosen else "text_2"
        rows.text(place, " · ".join(part for part in words if part), "small", ink)

    def _meter(self, rows: RowPainter, rung: Rung, rect: QRect, chosen: bool) -> None:
        # In high contrast a chosen row is filled with a colour on which no other one is read.
        plain = chosen and self._looks.theme.outlined
        rows.meter(rect, rung.shown or 0.0, shown="on_nav_selected" if plain else "accent")

    def _lines(self, rung: Rung, width: int) -> tuple[str, ...]:
        return lines_of(self._looks, "body-m", rung.title, self._words_wide(rung, width))

    def _words_wide(self, rung: Rung, width: int) -> int:
        room = width - 2 * _PAD - _RIGHT
        if not self._is_roomy(width):
            return room
        beside = 0
        if rung.badge is not None:
            beside += self._looks.scaled(92)
        if rung.share_words:
            beside += self._looks.scaled(_METER + 56)
        return room - beside - (12 if beside else 0)

    def _is_roomy(self, width: int) -> bool:
        return width >= self._looks.scaled(_BESIDE)


def _depth(index: _Index) -> int:
    depth, above = 1, index.parent()
    while above.isValid():
        depth, above = depth + 1, above.parent()
    return depth
