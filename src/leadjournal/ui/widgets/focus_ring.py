"""The ring around what the keyboard is on; a click does not draw it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QWidget,
)
from shiboken6 import isValid

from leadjournal.ui.theme.looks import Looks

# These show the focus on their own edge or in their rows.
_SELF_SHOWING = (QLineEdit, QComboBox, QAbstractSpinBox, QAbstractScrollArea)
_BY_KEYBOARD = Qt.WidgetAttribute.WA_KeyboardFocusChange
_FOLLOWED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class FocusRing(QWidget):
    """One overlay for a window; a widget with the property `ring` = "inside" gets it inside."""

    def __init__(self, looks: Looks, window: QWidget) -> None:
        super().__init__(window)
        self._looks = looks
        self._window = window
        self._target: QWidget | None = None
        self._followed: list[QWidget] = []
        self._seen = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)
        looks.changed.connect(self._place)

    def target(self) -> QWidget | None:
        """What the ring is drawn around."""
        return self._target if self.isVisible() else None

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._let_go()
        window = self._window
        if new is None or new.window() is not window:
            return
        # Qt sets this mark for Tab, Backtab and shortcuts, and leaves it set after a click.
        by_keyboard = window.testAttribute(_BY_KEYBOARD)
        window.setAttribute(_BY_KEYBOARD, False)
        if by_keyboard and not isinstance(new, _SELF_SHOWING):
            self._follow(new)

    def _follow(self, target: QWidget) -> None:
        self._target = target
        widget: QWidget | None = target
        while widget is not None and widget is not self._window:
            self._followed.append(widget)
            widget.installEventFilter(self)
            widget = widget.parentWidget()
        self._place()

    def _let_go(self) -> None:
        for widget in self._followed:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._followed = []
        self._target = None
        self.hide()

    def _place(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not target.isVisible():
            self.hide()
            return
        reach = 0 if self._inside() else self._reach()
        at = target.mapTo(self._window, QPoint(0, 0))
        box = QRect(at, target.size()).adjusted(-reach, -reach, reach, reach)
        self.setGeometry(box)
        self._seen = self._seen_part(box, reach).translated(-box.topLeft())
        self.setVisible(not self._seen.isEmpty())
        self.raise_()
        self.update()

    def _seen_part(self, box: QRect, reach: int) -> QRect:
        # What is scrolled out of sight must not be drawn over the header.
        seen = box
        for widget in self._followed:
            area = widget.parentWidget()
            if isinstance(area, QAbstractScrollArea) and widget is area.viewport():
                at = widget.mapTo(self._window, QPoint(0, 0))
                seen &= QRect(at, widget.size()).adjusted(-reach, -reach, reach, reach)
        return seen

    def _inside(self) -> bool:
        return self._target is not None and self._target.property("ring") == "inside"

    def _reach(self) -> int:
        return self._looks.measure("focus_width") + self._looks.measure("focus_gap")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOLLOWED:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        width = self._looks.measure("focus_width")
        radius = self._looks.measure("radius_control")
        if not self._inside():
            radius += self._reach() - width // 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self._seen)
        painter.setPen(QPen(self._looks.colour("focus"), width))
        half = width / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, radius, radius)
        painter.end()
