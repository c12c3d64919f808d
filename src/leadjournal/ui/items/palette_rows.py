"""The rows of the palette: headings, commands and what was found; as a model and as painted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from leadjournal.ui.theme.looks import Looks

if TYPE_CHECKING:
    from leadjournal.model.catalogue import Ref

_BEGIN, _END = "\x02", "\x03"
_HEADING_MARKS = re.compile(r"(?:^|\s)#{1,6}(?:\s|$)")
_INSET = 12
_ICON = 16
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class PaletteRow:
    """A heading, a command with its keys, or a found record with a few of its words."""

    words: str
    icon: str = ""
    command: str = ""
    keys: str = ""
    ref: Ref | None = None
    snippet: str = ""
    day: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether it only names what follows."""
        return not self.command and self.ref is None

    @property
    def said(self) -> str:
        """The row as it is read out."""
        return ". ".join(part for part in (self.words, self.day, self.keys) if part)


class PaletteModel(QAbstractListModel):
    """The rows shown now."""

    Row: ClassVar[int] = Qt.ItemDataRole.UserRole

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[PaletteRow] = []

    def set_rows(self, rows: Sequence[PaletteRow]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_at(self, number: int) -> PaletteRow:
        """The row at this place."""
        return self._rows[number]

    def next_choice(self, start: int, step: int) -> int:
        """The nearest row that can be chosen, from `start` on, or -1."""
        number = start
        while 0 <= number < len(self._rows):
            if not self._rows[number].is_heading:
                return number
            number += step
        return -1

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == self.Row:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.said
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class PaletteDelegate(QStyledItemDelegate):
    """Paints the rows."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        row: PaletteRow = index.data(PaletteModel.Row)
        looks = self._looks
        if row.is_heading:
            return QSize(100, looks.line("caption-m") + 14)
        if row.snippet:
            return QSize(100, looks.line("body-m") + looks.line("small") + 14)
        return QSize(100, max(36, looks.line("body") + 13))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: PaletteRow = index.data(PaletteModel.Row)
        painter.save()
        painter.setClipRect(option.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if row.is_heading:
            self._paint_heading(painter, rect, row)
        else:
            self._paint_row(painter, rect, row, bool(state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, row: PaletteRow) -> None:
        painter.setFont(self._looks.font("caption-m"))
        painter.setPen(self._looks.colour("text_3"))
        box = rect.adjusted(_INSET, 6, -_INSET, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | _MIDDLE, row.words)

    def _paint_row(self, painter: QPainter, rect: QRect, row: PaletteRow, chosen: bool) -> None:
        looks = self._looks
        ink = "on_nav_selected" if chosen else "text"
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(looks.colour("nav_selected"))
            painter.drawRoundedRect(rect, 7, 7)
        icon = looks.pixmap(row.icon, _ICON, ink if chosen else "text_2")
        size = looks.scaled(_ICON)
        painter.drawPixmap(rect.x() + _INSET, rect.y() + (rect.height() - size) // 2, icon)
        left = _INSET + size + 10
        right = self._paint_right(painter, rect, row, "on_nav_selected" if chosen else "text_3")
        words = QRect(rect.x() + left, rect.y(), right - rect.x() - left - 12, rect.height())
        if row.snippet:
            words = QRect(words.x(), rect.y() + 6, words.width(), looks.line("body-m"))
        painter.setFont(looks.font("body-m" if row.snippet else "body"))
        painter.setPen(looks.colour(ink))
        elided = painter.fontMetrics().elidedText(
            row.words, Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | _MIDDLE, elided)
        if row.snippet:
            below = words.translated(0, words.height())
            self._paint_snippet(painter, below, row.snippet, ink if chosen else "text_3", chosen)

    def _paint_right(self, painter: QPainter, rect: QRect, row: PaletteRow, ink: str) -> int:
        looks, words = self._looks, row.keys or row.day
        if not words:
            return rect.right()
        painter.setFont(looks.font("caption-m" if row.keys else "caption"))
        wide = painter.fontMetrics().horizontalAdvance(words)
        box = QRect(rect.right() - _INSET - wide, rect.y(), wide + 1, rect.height())
        if row.keys:
            cap = box.adjusted(-6, 0, 5, 0)
            cap.setHeight(looks.line("caption") + 4)
            cap.moveCenter(box.center())
            painter.setPen(QPen(looks.colour("line"), 1))
            painter.setBrush(looks.colour("sunken"))
            painter.drawRoundedRect(cap, 4, 4)
            ink = "text_2"
        painter.setPen(looks.colour(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | _MIDDLE, words)
        return box.left() - 6

    def _paint_snippet(
        self, painter: QPainter, rect: QRect, snippet: str, ink: str, chosen: bool
    ) -> None:
        looks = self._looks
        plain, hits = unmarked(snippet)
        painter.setFont(looks.font("small"))
        right = Qt.TextElideMode.ElideRight
        plain = painter.fontMetrics().elidedText(plain, right, rect.width())
        form = QTextCharFormat()
        form.setForeground(looks.colour(ink if chosen else "text"))
        if not chosen:
            form.setBackground(looks.colour("highlight"))
        else:
            form.setFontUnderline(True)
        layout = QTextLayout(plain, looks.font("small"))
        ranges = []
        for start, length in hits:
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = start, length, form
            ranges.append(part)
        layout.setFormats(ranges)
        layout.beginLayout()
        layout.createLine().setLineWidth(100_000)
        layout.endLayout()
        painter.setClipRect(rect)
        painter.setPen(looks.colour(ink))
        layout.draw(painter, rect.topLeft())


def unmarked(snippet: str) -> tuple[str, list[tuple[int, int]]]:
    """The words without marks, and where the hits begin and how long they are."""
    plain, hits, start = "", [], -1
    for letter in _HEADING_MARKS.sub(" ", " ".join(snippet.split())):
        if letter == _BEGIN:
            start = len(plain)
        elif letter == _END and start >= 0:
            hits.append((start, len(plain) - start))
            start = -1
        else:
            plain += letter
    return plain, hits
