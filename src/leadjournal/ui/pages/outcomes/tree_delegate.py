"""Paints the rows of the tree: whys in plum, outcomes as boxes, outputs as lines."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from leadjournal.ui.items.painting import (
    RowPainter,
    badge_height,
    badge_width,
    lines_of,
)
from leadjournal.ui.items.words import OUTPUT_ICONS
from leadjournal.ui.pages.outcomes.rows import HOURGLASS_FROM, OPEN_WORK, TreeRow
from leadjournal.ui.pages.outcomes.tree_model import ROW
from leadjournal.ui.theme.looks import Looks

_PAD = 12
_PAD_UP = 9
_GAP = 4
_ABOVE_GROUP = 12
_ICON = 16
_METER = 64
_NARROW = 420
_RIGHT = 4

_Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag


class TreeDelegate(QStyledItemDelegate):
    """Heights and pictures of the rows; `ring` tells whether the keyboard is in the tree."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self.ring = False
        self.drop_on: QPersistentModelIndex | None = None
        self.room = 0
        self.indent = 0

    def title_width(self, row: TreeRow, width: int) -> int:
        """The room of a title in a row of a width."""
        if row.key.kind in ("why", "no-why"):
            return width - 2 * _PAD - self._looks.scaled(_ICON) - 8
        beside = 0
        if row.badge is not None and self._badge_beside(row, width):
            beside = badge_width(self._looks, row.badge) + 12
        return width - 2 * _PAD - beside - _RIGHT

    def height_of(self, row: TreeRow, width: int) -> int:
        """How tall a row of a width is."""
        looks = self._looks
        kind = row.key.kind
        if kind == "output":
            return max(32, looks.line("body") + 11)
        if kind == "no-outcome":
            return looks.line("small-m") + 12 + _ABOVE_GROUP
        lines = len(lines_of(looks, "body-m", row.title, self.title_width(row, width)))
        words = lines * looks.line("body-m")
        if kind == "outcome":
            second = max(looks.line("small"), badge_height(looks))
            below = 0 if self._badge_beside(row, width) or not row.badge else second + 2
            return words + second + below + 2 * _PAD_UP + 2 + 2 * _GAP
        return words + looks.line("caption") + 2 * _PAD_UP + _ABOVE_GROUP

    def _badge_beside(self, row: TreeRow, width: int) -> bool:
        return row.badge is not None and width >= self._looks.scaled(_NARROW)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        row = cast(TreeRow, index.data(ROW))
        width = self.room - self.indent * _depth(index)
        return QSize(width, self.height_of(row, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = cast(TreeRow, index.data(ROW))
        painter.save()
        painter.setClipRect(option.rect)
        rows = RowPainter(self._looks, painter)
        state = option.state
        rect = QRect(option.rect)
        painters = {
            "why": self._group,
            "no-why": self._group,
            "no-outcome": self._orphans,
            "outcome": self._outcome,
            "output": self._output,
        }
        box = self._box(row, rect)
        painters[row.key.kind](rows, row, box, state)
        if self.ring and state & _State.State_HasFocus:
            rows.ring(box)
        if self.drop_on is not None and self.drop_on == index:
            rows.ring(box)
        painter.restore()

    def _box(self, row: TreeRow, rect: QRect) -> QRect:
        right = -_RIGHT
        if row.key.kind in ("why", "no-why", "no-outcome"):
            return rect.adjusted(0, _ABOVE_GROUP, right, 0)
        if row.key.kind == "outcome":
            return rect.adjusted(0, _GAP, right, -_GAP)
        return rect.adjusted(0, 1, right, -1)

    def _group(self, rows: RowPainter, row: TreeRow, box: QRect, state: QStyle.StateFlag) -> None:
        plum = row.key.kind == "why"
        chosen = bool(state & _State.State_Selected)
        ground = "why_soft" if plum else "sunken"
        ink = "on_why_soft" if plum else "text_2"
        edge = "why" if chosen and plum else ("line_strong" if chosen else "")
        if self._looks.theme.outlined:
            edge = edge or ink
        rows.box(box, ground, edge, width=2.0 if chosen else 1.0)
        icon = self._looks.scaled(_ICON)
        line = self._looks.line("body-m")
        top = box.top() + _PAD_UP
        at = QPoint(box.left() + _PAD, top + (line - icon) // 2)
        rows.icon("compass" if plum else "circle-help", at, _ICON, ink, stroke=1.75)
        left = box.left() + _PAD + icon + 8
        width = box.right() - _PAD - left
        for words in lines_of(
            self._looks, "body-m", row.title, self.title_width(row, box.width() + _RIGHT)
        ):
            rows.text(QRect(left, top, width + _PAD, line), words, "body-m", ink)
            top += line
        under = QRect(left, top, width, self._looks.line("caption"))
        rows.text(under, row.second, "caption", ink)

    def _orphans(self, rows: RowPainter, row: TreeRow, box: QRect, state: QStyle.StateFlag) -> None:
        if state & _State.State_Selected:
            rows.box(box, "nav_selected")
        words = row.title if not row.debt else f"{row.title} · {row.debt_words}"
        rows.text(box.adjusted(_PAD if state & _State.State_Selected else 0, 0, 0, 0),
                  words, "small-m", "debt")  # fmt: skip

    def _outcome(self, rows: RowPainter, row: TreeRow, box: QRect, state: QStyle.StateFlag) -> None:
        looks = self._looks
        chosen = bool(state & _State.State_Selected)
        hover = bool(state & _State.State_MouseOver)
        ground = "nav_selected" if chosen else ("sunken" if hover else "surface")
        width = 2.0 if chosen else looks.theme.measure("border_card")
        rows.box(box, ground, "accent" if chosen else "line_strong", width=width)
        ink = "on_nav_selected" if chosen else "text"
        full = box.width() + _RIGHT
        line, top = looks.line("body-m"), box.top() + _PAD_UP
        left, right = box.left() + _PAD, box.right() - _PAD
        beside = self._badge_beside(row, full)
        if row.badge is not None and beside:
            rows.badge(row.badge, right + 1, top + line // 2)
        for words in lines_of(looks, "body-m", row.title, self.title_width(row, full)):
            rows.text(QRect(left, top, right - left, line), words, "body-m", ink)
            top += line
        second = max(looks.line("small"), badge_height(looks))
        self._facts(rows, row, QRect(left, top + 2, right - left, second), chosen)
        if row.badge is not None and not beside:
            middle = top + 4 + second + second // 2
            rows.badge(row.badge, left + badge_width(looks, row.badge), middle)

    def _facts(self, rows: RowPainter, row: TreeRow, rect: QRect, chosen: bool) -> None:
        ink = "on_nav_selected" if chosen else "text_2"
        if row.status != "active":
            return
        meter = self._looks.scaled(_METER)
        # In high contrast a chosen row is filled with a colour on which no other one is read.
        plain = chosen and self._looks.theme.outlined
        start = self._debt(rows, row, rect, ink, ink if plain else "debt")
        x, shown = rect.left(), row.shown_words
        wide = rows.width_of(shown, "small") + 2
        marks = row.state_marks
        state = badge_width(self._looks, marks[0]) + 12 if marks else 0
        if x + meter + 8 + wide + 8 + state < start:
            place = QRect(x, rect.top(), meter, rect.height())
            rest = "debt_fill" if row.debt and not plain else ""
            rows.meter(place, row.shown or 0.0, rest, shown=ink if plain else "accent")
            x += meter + 8
        place = QRect(x, rect.top(), min(wide, start - 4 - x), rect.height())
        rows.text(place, shown, "small", ink)
        x += wide + 12
        for mark in marks:
            room = badge_width(self._looks, mark)
            if x + room < start:
                rows.badge(mark, x + room, rect.center().y() + 1)
                x += room + 6

    def _debt(self, rows: RowPainter, row: TreeRow, rect: QRect, ink: str, loud: str) -> int:
        heavy = row.debt >= HOURGLASS_FROM
        role = "small-m" if heavy else "small"
        wide = rows.width_of(row.debt_words, role) + 2
        rows.text(rect, row.debt_words, role, loud if heavy else ink, right=True)
        start = rect.right() - wide
        if heavy:
            icon = self._looks.scaled(13)
            start -= icon + 6
            rows.icon("hourglass", QPoint(start, rect.center().y() - icon // 2), 13, loud)
        return start

    def _output(self, rows: RowPainter, row: TreeRow, box: QRect, state: QStyle.StateFlag) -> None:
        looks = self._looks
        chosen = bool(state & _State.State_Selected)
        ink = self._output_ground(rows, row, box, state)
        icon = looks.scaled(15)
        middle = box.center().y()
        left, right = box.left() + 10, box.right() - _PAD
        rows.icon(OUTPUT_ICONS[row.status], QPoint(left, middle - icon // 2), 15, ink)
        left += icon + 8
        size = rows.width_of(row.size, "small") + 8
        rows.text(QRect(right - size, box.top(), size, box.height()), row.size, "small",
                  ink if row.without_outcome or chosen else "text_2", right=True)  # fmt: skip
        right -= size + 8
        if row.badge is not None and right - left > looks.scaled(280):
            right = rows.badge(row.badge, right, middle + 1) - 8
        title = min(rows.width_of(row.title, "body") + 2, right - left)
        rows.text(QRect(left, box.top(), title, box.height()), row.title, "body", ink)
        left += title + 12
        if row.second and right - left > looks.scaled(80):
            faint = ink if chosen else "text_3"
            rows.text(QRect(left, box.top(), right - left, box.height()), row.second,
                      "caption", faint)  # fmt: skip

    def _output_ground(
        self, rows: RowPainter, row: TreeRow, box: QRect, state: QStyle.StateFlag
    ) -> str:
        if state & _State.State_Selected:
            rows.box(box, "nav_selected")
            return "on_nav_selected"
        if row.without_outcome:
            rows.box(box, "debt_soft", "debt" if self._looks.theme.outlined else "")
            return "on_debt_soft"
        if state & _State.State_MouseOver:
            rows.box(box, "sunken")
        return "text_2" if row.status in OPEN_WORK else "text"


def _depth(index: _Index) -> int:
    depth, above = 1, index.parent()
    while above.isValid():
        depth, above = depth + 1, above.parent()
    return depth
