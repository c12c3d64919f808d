"""Small words that can be pressed: facts above the title, tags below it, filters in use."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy

from leadjournal.base.words import _, isolated
from leadjournal.ui.theme.badges import KINDS
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import is_enter

_FACT_ICON = 14
_TAG_ICON = 13
_CLOSE = 12
_WIDEST = 206
_VCENTRE = Qt.AlignmentFlag.AlignVCenter


class FactButton(QAbstractButton):
    """A fact of an entry, for example its day; pressing it changes the fact."""

    def __init__(self, looks: Looks, purpose: str) -> None:
        super().__init__()
        self._looks = looks
        self._purpose = purpose
        self._icon = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(purpose)
        self.setAccessibleName(purpose)
        self._restyle()
        looks.changed.connect(self._restyle)

    def show_fact(self, words: str, icon: str) -> None:
        """Say the fact as it is now."""
        self._icon = icon
        self.setText(isolated(words))
        self.setAccessibleName(_("{purpose}: {fact}").format(purpose=self._purpose, fact=words))
        self.updateGeometry()
        self.update()

    def _restyle(self) -> None:
        self.setFont(self._looks.font("small"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        tall = max(self._looks.measure("h_target_min"), self._looks.line("small") + 4)
        return QSize(self._looks.scaled(_FACT_ICON + 7) + words + 2, tall)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        hovered = self.underMouse() and self.isEnabled()
        ink = "text" if hovered else "text_2"
        painter = QPainter(self)
        size = self._looks.scaled(_FACT_ICON)
        top = (self.height() - size) // 2
        painter.drawPixmap(QPoint(0, top), self._looks.pixmap(self._icon, _FACT_ICON, ink, 1.75))
        painter.setPen(self._looks.colour(ink))
        font = self.font()
        font.setUnderline(hovered)
        painter.setFont(font)
        left = self._looks.scaled(_FACT_ICON + 7)
        painter.drawText(self.rect().adjusted(left, 0, 0, 0), _VCENTRE, self.text())
        painter.end()


class Chip(QAbstractButton):
    """A tag, a linked record or a filter in use; Backspace, Delete or its menu removes it."""

    removed = Signal()

    def __init__(
        self, looks: Looks, tone: str, words: str, icon: str = "", *, closable: bool = False
    ) -> None:
        super().__init__()
        self._looks = looks
        self._tone = tone
        self._icon = icon
        self._closable = closable
        self._removal = ""
        self.setText(isolated(words))
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._restyle()
        looks.changed.connect(self._restyle)

    def make_removable(self, words: str) -> None:
        """Offer to remove it, in these words."""
        self._removal = words
        self.setAccessibleDescription(words)

    def _restyle(self) -> None:
        self.setFont(self._looks.font("caption-m"))
        self.updateGeometry()
        self.update()

    def _words_left(self) -> int:
        return 7 + self._looks.scaled(_TAG_ICON + 4) if self._icon else 8

    def _close_room(self) -> int:
        return self._looks.scaled(_CLOSE + 4) if self._closable else 0

    def _shown(self) -> str:
        room = self._looks.scaled(_WIDEST)
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self._shown())
        tall = max(self._looks.measure("h_target_min"), self._looks.line("caption-m") + 6)
        return QSize(self._words_left() + words + self._close_room() + 9, tall)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        ground, ink = KINDS[self._tone]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edged = self._looks.theme.outlined or self.underMouse()
        painter.setPen(QPen(self._looks.colour(ink), 1) if edged else Qt.PenStyle.NoPen)
        painter.setBrush(self._looks.colour(ground))
        radius = self._looks.measure("radius_tag")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if self._icon:
            self._paint_icon(painter, self._icon, _TAG_ICON, 7, ink)
        painter.setPen(self._looks.colour(ink))
        painter.drawText(self.rect().adjusted(self._words_left(), 0, 0, 0), _VCENTRE, self._shown())
        if self._closable:
            left = self.width() - self._looks.scaled(_CLOSE) - 6
            self._paint_icon(painter, "x", _CLOSE, left, ink)
        painter.end()

    def _paint_icon(self, painter: QPainter, icon: str, size: int, left: int, ink: str) -> None:
        pixels = self._looks.scaled(size)
        box = QRect(left, (self.height() - pixels) // 2, pixels, pixels)
        painter.drawPixmap(box.topLeft(), self._looks.pixmap(icon, size, ink))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
        if self._removal and event.key() in wanted:
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self._removal:
            return
        menu = QMenu(self)
        menu.addAction(self._looks.icon("x"), self._removal, self.removed.emit)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())
