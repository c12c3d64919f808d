"""How a row of the list of entries is painted."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from leadjournal.base.clock import Clock
from leadjournal.base.formats import day_short
from leadjournal.ui.items.entries import ITEM_ROLE, ListedEntry, MonthHeading, shown_title
from leadjournal.ui.items.entry_words import (
    DIRECTION_ICONS,
    KINDS,
    direction_words,
    kind_short,
)
from leadjournal.ui.theme.looks import Looks

ROW_HEIGHT = 84
MONTH_HEIGHT = 32

_LEFT = 28
_PILL = (16, 1, 13, 2)
_RIGHT = 25
_ICON = 12
_ICON_GAP = 5
_DIRECTION_AT = 82
_RADIUS = 8
_VCENTRE = Qt.AlignmentFlag.AlignVCenter


class EntryRows(QStyledItemDelegate):
    """Paints months as headings and entries as title, day, two lines of words and marks."""

    def __init__(self, looks: Looks, clock: Clock) -> None:
        super().__init__()
        self._looks = looks
        self._clock = clock

    def _paint_month(self, painter: QPainter, rect: QRect, heading: MonthHeading) -> None:
        painter.setFont(self._looks.font("caption-m"))
        painter.setPen(self._looks.colour("text_3"))
        words = rect.adjusted(_LEFT, 0, -_RIGHT, -self._looks.scaled(4))
        painter.drawText(words, _VCENTRE, heading.words)

    def _paint_entry(self, painter: QPainter, rect: QRect, entry: ListedEntry, look: str) -> None:
        selected = look == "selected"
        ink = "on_nav_selected" if selected else "text"
        soft = "on_nav_selected" if selected else "text_2"
        inner = rect.adjusted(_LEFT, self._looks.scaled(7), -_RIGHT, 0)
        inner = self._paint_title(painter, inner, entry, (ink, soft))
        inner = self._paint_words(painter, inner, entry.first_words, soft)
        self._paint_marks(painter, inner, entry, soft)

    def _paint_title(
        self, painter: QPainter, rect: QRect, entry: ListedEntry, inks: tuple[str, str]
    ) -> QRect:
        line = self._looks.line("body")
        row = QRect(rect.left(), rect.top(), rect.width(), line)
        day = day_short(entry.day, self._clock.today())
        painter.setFont(self._looks.font("caption"))
        painter.setPen(self._looks.colour(inks[1]))
        painter.drawText(row, _VCENTRE | Qt.AlignmentFlag.AlignRight, day)
        room = row.width() - painter.fontMetrics().horizontalAdvance(day) - 12
        painter.setFont(self._looks.font("body-m"))
        painter.setPen(self._looks.colour(inks[0]))
        title = _elided(painter.fontMetrics(), shown_title(entry.title), room)
        painter.drawText(row, _VCENTRE, title)
        return rect.adjusted(0, line, 0, 0)

    def _paint_words(self, painter: QPainter, rect: QRect, words: str, ink: str) -> QRect:
        font = self._looks.font("caption")
        line = self._looks.line("caption")
        painter.setFont(font)
        painter.setPen(self._looks.colour(ink))
        layout = QTextLayout(words, font)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        first = layout.createLine()
        if first.isValid():
            first.setLineWidth(rect.width())
            first.draw(painter, QPointF(rect.left(), rect.top()))
            rest = words[first.textStart() + first.textLength() :]
            below = QRect(rect.left(), rect.top() + line, rect.width(), line)
            second = _elided(painter.fontMetrics(), rest, rect.width())
            painter.drawText(below, _VCENTRE, second)
        layout.endLayout()
        return rect.adjusted(0, 2 * line, 0, 0)

    def _paint_marks(self, painter: QPainter, rect: QRect, entry: ListedEntry, ink: str) -> None:
        painter.setFont(self._looks.font("caption"))
        painter.setPen(self._looks.colour(ink))
        row = QRect(rect.left(), rect.top(), rect.width(), self._looks.scaled(18))
        after = self._paint_mark(painter, row, KINDS[entry.kind].icon, kind_short(entry.kind), ink)
        if entry.direction:
            after = max(self._looks.scaled(_DIRECTION_AT), after + 12)
            beside = row.adjusted(after, 0, 0, 0)
            words = direction_words(entry.direction)
            self._paint_mark(painter, beside, DIRECTION_ICONS[entry.direction], words, ink)

    def _paint_mark(self, painter: QPainter, row: QRect, icon: str, words: str, ink: str) -> int:
        size = self._looks.scaled(_ICON)
        top = row.top() + (row.height() - size) // 2
        painter.drawPixmap(QPoint(row.left(), top), self._looks.pixmap(icon, _ICON, ink))
        left = size + self._looks.scaled(_ICON_GAP)
        painter.drawText(row.adjusted(left, 0, 0, 0), _VCENTRE, words)
        return left + painter.fontMetrics().horizontalAdvance(words)

    def _paint_ground(self, painter: QPainter, rect: QRect, look: str, focused: bool) -> None:
        left, top, right, bottom = _PILL
        pill = rect.adjusted(left, top, -right, -bottom)
        painter.setPen(Qt.PenStyle.NoPen)
        if look != "plain":
            role = "nav_selected" if look == "selected" else "sunken"
            painter.setBrush(self._looks.colour(role))
            painter.drawRoundedRect(pill, _RADIUS, _RADIUS)
        if focused:
            width = self._looks.measure("focus_width")
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._looks.colour("focus"), width))
            painter.drawRoundedRect(pill.adjusted(1, 1, -1, -1), _RADIUS - 1, _RADIUS - 1)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        item = index.data(ITEM_ROLE)
        state = option.state
        rect = QRect(option.rect)
        if isinstance(option.widget, QWidget):
            # With a scroll bar or without, the rows end at the same place.
            rect.setRight(option.widget.width() - 1)
        painter.save()
        painter.setClipRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(item, MonthHeading):
            self._paint_month(painter, rect, item)
        else:
            look = _look(state)
            focused = bool(state & QStyle.StateFlag.State_KeyboardFocusChange) and bool(
                state & QStyle.StateFlag.State_HasFocus
            )
            self._paint_ground(painter, rect, look, focused)
            self._paint_entry(painter, rect, item, look)
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        model: QAbstractItemModel = index.model()
        month = isinstance(model.data(index, ITEM_ROLE), MonthHeading)
        return QSize(120, self._looks.scaled(MONTH_HEIGHT if month else ROW_HEIGHT))


def _look(state: QStyle.StateFlag) -> str:
    if state & QStyle.StateFlag.State_Selected:
        return "selected"
    return "hovered" if state & QStyle.StateFlag.State_MouseOver else "plain"


def _elided(metrics: QFontMetrics, words: str, room: int) -> str:
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(room, 0))
