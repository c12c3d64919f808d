"""What all dialogs share: a width, a title, room for words, buttons at the foot, a scrim behind."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.focus_ring import FocusRing
from leadjournal.ui.widgets.label import Label

WIDE = 430
_SIDE, _TOP = 24, 20
MARGIN = 32


class Scrim(QWidget):
    """Dims the window while a dialog is open."""

    def __init__(self, looks: Looks, window: QWidget) -> None:
        super().__init__(window)
        self._looks = looks
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(window.rect())
        window.installEventFilter(self)
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._looks.colour("scrim"))
        painter.end()


class Dialog(QDialog):
    """Shown by `open`, never by `exec`: what it leads to is connected to its signals."""

    def __init__(self, looks: Looks, parent: QWidget, title: str, *, width: int = WIDE) -> None:
        super().__init__(parent.window())
        self.looks = looks
        self._wide = width
        self._scrim: Scrim | None = None
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_SIDE, _TOP, _SIDE, _TOP)
        outer.setSpacing(0)
        self.title = Label(looks, title, "title", wrap=True)
        outer.addWidget(self.title)
        outer.addSpacing(10)
        self.column = QVBoxLayout()
        self.column.setSpacing(8)
        outer.addLayout(self.column, 1)
        outer.addSpacing(20)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        outer.addLayout(self._buttons)
        self._ring = FocusRing(looks, self)
        looks.changed.connect(self.fit)

    def set_buttons(self, *right: QPushButton, left: QPushButton | None = None) -> None:
        """The safe and main one is the last at the right; what destroys stands at the left."""
        if left is not None:
            self._buttons.addWidget(left)
        self._buttons.addStretch()
        for button in right:
            self._buttons.addWidget(button)
        if right:
            right[-1].setAutoDefault(True)
            right[-1].setDefault(True)
        self.fit()

    def add_button(self, button: QPushButton) -> None:
        """One more, before the last at the right."""
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        self.fit()

    def fit(self) -> None:
        """Take the width the dialog asks for, and no more than the window has."""
        parent = self.parentWidget()
        room = parent.width() - MARGIN if parent is not None else self._wide
        wide = max(240, min(self.looks.scaled(self._wide), room))
        self.setFixedWidth(wide)
        layout = self.layout()
        if layout is not None:
            self._stack_buttons(wide - 2 * _SIDE)
            layout.activate()
            tall = layout.heightForWidth(wide) if layout.hasHeightForWidth() else 0
            tall = max(tall, 0) or self.sizeHint().height()
            most = parent.height() - MARGIN if parent is not None else tall
            middle = self.geometry().center()
            self.resize(wide, min(tall, most))
            if parent is not None and self.isVisible():
                self._stay_in(parent.geometry(), middle)

    def _stay_in(self, room: QRect, middle: QPoint) -> None:
        # A dialog that is filled later grows to both sides, and never out of its window.
        place = self.geometry()
        place.moveCenter(middle)
        left = max(room.left(), min(place.left(), room.right() - place.width()))
        top = max(room.top(), min(place.top(), room.bottom() - place.height()))
        place.moveTo(left, top)
        self.setGeometry(place)

    def _stack_buttons(self, room: int) -> None:
        beside = QBoxLayout.Direction.LeftToRight
        self._buttons.setDirection(beside)
        if self._buttons.sizeHint().width() > room:
            self._buttons.setDirection(QBoxLayout.Direction.BottomToTop)

    def open(self) -> None:
        """Show it above its window; this does not wait."""
        parent = self.parentWidget()
        if parent is not None and self._scrim is None:
            self._scrim = Scrim(self.looks, parent)
            # A dialog takes all keys; what works everywhere has to know it too.
            self.addActions([each for each in parent.actions() if each.property("anywhere")])
        self.fit()
        super().open()

    def done(self, result: int) -> None:
        if self._scrim is not None:
            self._scrim.hide()
            self._scrim.deleteLater()
            self._scrim = None
        super().done(result)
