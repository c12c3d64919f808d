"""A sheet that opens below a button and closes with Escape or a click beside it."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from leadjournal.ui.theme.looks import Looks


class Popup(QFrame):
    """The ground of every small panel of the page; `column` is its layout."""

    def __init__(self, looks: Looks, name: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.looks = looks
        self._opener: QWidget | None = None
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 12, 12, 12)
        self.column.setSpacing(8)

    def open_below(self, opener: QWidget) -> None:
        """Show the sheet under a widget, inside the screen."""
        self._opener = opener
        self.adjustSize()
        at = opener.mapToGlobal(QPoint(0, opener.height() + 4))
        room = opener.screen().availableGeometry()
        left = max(room.left() + 8, min(at.x(), room.right() - self.width() - 8))
        top = max(room.top() + 8, min(at.y(), room.bottom() - self.height() - 8))
        self.move(left, top)
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        # The style sheet does not reach the ground of a window whose corners are see-through.
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.looks.colour("line_strong"), 1))
        painter.setBrush(self.looks.colour("overlay"))
        radius = self.looks.measure("radius_card")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._opener is not None and self._opener.isVisible():
            self._opener.setFocus(Qt.FocusReason.PopupFocusReason)
