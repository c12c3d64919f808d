"""How a problem is told: a card above the page, or one dialog for what nobody expected."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Sequence
from types import TracebackType

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from leadjournal.base.errors import Problem
from leadjournal.base.logs import without_text
from leadjournal.base.words import _
from leadjournal.ui.job_runner import unexpected
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.announce import announce
from leadjournal.ui.widgets.buttons import IconButton, LinkButton
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.way import Way

_LOG = logging.getLogger(__name__)
_WIDEST = 560
_ABOVE_EDGE = 24
_BESIDE = 16
_ICON = 18
_TOP = Qt.AlignmentFlag.AlignTop


class ProblemCard(QFrame):
    """What happened, what is safe and what to do; it stays until it is closed."""

    def __init__(self, looks: Looks, page: QWidget) -> None:
        super().__init__(page)
        self._looks = looks
        self._page = page
        self.setProperty("cls", "overlay")
        self._icon = QLabel()
        self._happened = Label(looks, "", "body-m", "text", wrap=True)
        self._rest = Label(looks, "", "small", "text_2", wrap=True)
        self._close = IconButton(looks, "x", _("Close this message"), box=28)
        self._close.clicked.connect(self.dismiss)
        self._go = LinkButton(looks)
        self._go.clicked.connect(self._take_way)
        self._way: Way | None = None
        self._look = ("circle-alert", "danger")
        self._lay_out()
        page.installEventFilter(self)
        looks.changed.connect(self._place)
        self.hide()

    def tell(self, problem: Problem, way: Way | None = None) -> None:
        """Show a problem in its sentences, with a way out as a button."""
        self._look = ("circle-alert", "danger")
        self._show(problem.happened, [problem.safe, problem.way_out], way)

    def note(self, happened: str, rest: str = "") -> None:
        """Show what the user should know once, though nothing is wrong now."""
        self._look = ("info", "note")
        self._show(happened, [rest], None)

    def _show(self, happened: str, others: Sequence[str], way: Way | None) -> None:
        rest = " ".join(part for part in others if part)
        self._happened.setText(happened)
        self._rest.setText(rest)
        self._rest.setVisible(bool(rest))
        self._way = way
        self._go.setVisible(way is not None)
        if way is not None:
            self._go.setText(way.words)
        words = f"{happened} {rest}".rstrip()
        self.setAccessibleName(words)
        self.show()
        self.raise_()
        self._place()
        announce(self, words)

    def text(self) -> str:
        """All sentences on it."""
        return self.accessibleName()

    def take_focus(self) -> None:
        """Bring the keyboard here, as F6 does."""
        first = self._go if self._way is not None else self._close
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self) -> None:
        """Put it away."""
        self.hide()

    def forget(self) -> None:
        """Put it away and keep no word of it: the journal it spoke of is closed."""
        self.dismiss()
        self._happened.setText("")
        self._rest.setText("")
        self.setAccessibleName("")

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._happened)
        words.addWidget(self._rest)
        words.addWidget(self._go, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 13, 10, 13)
        row.setSpacing(12)
        row.addWidget(self._icon, 0, _TOP)
        row.addLayout(words, 1)
        row.addWidget(self._close, 0, _TOP)

    def _take_way(self) -> None:
        if self._way is not None:
            self._way.go()

    def _place(self) -> None:
        if not self.isVisible():
            return
        name, colour = self._look
        self._icon.setPixmap(self._looks.pixmap(name, _ICON, colour))
        wide = min(self._looks.scaled(_WIDEST), self._page.width() - 2 * _BESIDE)
        layout = self.layout()
        tall = layout.heightForWidth(wide) if layout is not None else self.height()
        left, top = (self._page.width() - wide) // 2, self._page.height() - _ABOVE_EDGE - tall
        self.setGeometry(left, top, wide, tall)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)


class Safeguard:
    """Catches what nobody expected inside a signal or an event: a sentence, never a traceback."""

    def __init__(self, tell: Callable[[Problem], None]) -> None:
        self._tell = tell
        self._telling = False
        self._before = sys.excepthook

    def install(self) -> None:
        """Take over from Python's own way of telling."""
        sys.excepthook = self.caught

    def remove(self) -> None:
        """Give it back."""
        sys.excepthook = self._before

    def caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log the place without the words, then tell the user once."""
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, error, trace)
            return
        where = without_text(kind, error, trace)
        if not isinstance(error, Problem):
            _LOG.error("Unexpected: %s", where)
        if self._telling:
            return
        self._telling = True
        try:
            self._tell(error if isinstance(error, Problem) else unexpected(where))
        finally:
            self._telling = False
