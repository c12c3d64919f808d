"""What just happened, at the bottom of the page, with a way to take it back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QWidget

from leadjournal.base.words import _
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.announce import announce
from leadjournal.ui.widgets.buttons import IconButton, LinkButton
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.way import Way

STAYS = 10_000  # milliseconds

_ABOVE_EDGE = 24
_ABOVE_FOOT = 8
_BESIDE = 16
_TALL = 42


class Toast(QFrame):
    """One sentence for ten seconds; it waits while the mouse or the focus is on it.

    It waits behind a dialog as well: what cannot be reached yet must not run out.
    """

    undone = Signal()
    closed = Signal()

    def __init__(self, looks: Looks, page: QWidget) -> None:
        super().__init__(page)
        self._looks = looks
        self._page = page
        self._icon_name = ""
        self._stays = False
        self._is_new = False
        self.foot: Callable[[], int] = lambda: 0
        """How much of the page's lower edge is not to be covered, in pixels."""
        self.setProperty("cls", "overlay")
        self._icon = QLabel()
        self._words = Label(looks, "", "body", "text", wrap=True)
        self._undo = LinkButton(looks, _("Undo"))
        self._link = LinkButton(looks)
        self._way: Way | None = None
        self._link.hide()
        self._close = IconButton(looks, "x", _("Close"), box=28)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS)
        self._timer.timeout.connect(self.dismiss)
        self._undo.clicked.connect(self._take_back)
        self._link.clicked.connect(self._take_way)
        self._close.clicked.connect(self.dismiss)
        self._lay_out()
        for watched in (page, self._undo, self._link, self._close):
            watched.installEventFilter(self)
        looks.changed.connect(self._restyle)
        self.hide()

    def say(
        self,
        sentence: str,
        *,
        icon: str = "check",
        undo: bool = False,
        way: Way | None = None,
        stays: bool = False,
    ) -> None:
        """Show a sentence; with `undo` it can be taken back from here.

        `way` is a link and where it leads. What `stays` is there until it is closed, or another
        page is opened.
        """
        self._stays = stays
        self._way = way
        self._link.setVisible(way is not None)
        if way is not None:
            self._link.setText(way.words)
        self._icon_name = icon
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self._undo.setVisible(undo)
        self.show()
        self.raise_()
        self._restyle()
        self._timer.stop() if stays or self._is_behind() else self._timer.start()
        self._is_new = True
        QTimer.singleShot(0, self, self._grow_old)
        announce(self, sentence)

    def text(self) -> str:
        """The sentence on it."""
        return self._words.text()

    def take_focus(self) -> None:
        """Bring the keyboard here, as F6 does."""
        if self.isVisible():
            parts = (self._undo, self._link, self._close)
            first = next(each for each in parts if each.isVisible())
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self) -> None:
        """Put it away."""
        self._timer.stop()
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def leave(self) -> None:
        """Another page came to the front: what was said before goes; only an undo is kept."""
        if self.isVisible() and self._undo.isHidden() and not self._is_new:
            self.dismiss()
        self._place()

    def forget(self) -> None:
        """Put it away and keep no word of it: the journal it spoke of is closed."""
        self.dismiss()
        self._words.setText("")
        self.setAccessibleName("")

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(0)
        row.addWidget(self._icon)
        row.addSpacing(10)
        row.addWidget(self._words, 1)
        row.addSpacing(24)
        row.addWidget(self._undo)
        row.addWidget(self._link)
        row.addSpacing(8)
        row.addWidget(self._close)

    def _restyle(self) -> None:
        if self._icon_name and self.isVisible():
            self._icon.setPixmap(self._looks.pixmap(self._icon_name, 16))
            self._place()

    def _place(self) -> None:
        page = self._page
        metrics, room = self._words.fontMetrics(), page.width() - 2 * _BESIDE
        others = self.sizeHint().width() - self._words.sizeHint().width()
        wide = min(others + metrics.horizontalAdvance(self._words.text()) + 4, room)
        tall = max(_TALL, self._words.heightForWidth(wide - others) + 21)
        free = page.height() - max(_ABOVE_EDGE, self.foot() + _ABOVE_FOOT)
        left, top = (page.width() - wide) // 2, free - tall
        self.setGeometry(left, top, wide, tall)

    def _grow_old(self) -> None:
        # What is said while one is taken to another page belongs to that page.
        self._is_new = False

    def _take_back(self) -> None:
        self.dismiss()
        self.undone.emit()

    def _take_way(self) -> None:
        way = self._way
        self.dismiss()
        if way is not None:
            way.go()

    def _wait_or_go(self) -> None:
        if self.isVisible():
            parts = (self._undo, self._link, self._close)
            busy = self._stays or self.underMouse() or any(each.hasFocus() for each in parts)
            self._timer.stop() if busy or self._is_behind() else self._timer.start()

    def _is_behind(self) -> bool:
        above = QApplication.activeModalWidget()
        return above is not None and above is not self.window()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            QTimer.singleShot(0, self, self._wait_or_go)
        elif event.type() == QEvent.Type.Resize and watched is self._page:
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowUnblocked:
            QTimer.singleShot(0, self, self._wait_or_go)
        elif event.type() == QEvent.Type.WindowBlocked:
            self._timer.stop()
        return super().event(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._wait_or_go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)
