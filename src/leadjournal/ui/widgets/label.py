"""Text on the page, in a type role and a colour role, as tall as its words need."""

import html

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.polish import repolish

_LEAST_ELIDED = 24
_UNLIMITED = 16_777_215  # the width Qt allows a widget that was given none


class Label(QLabel):
    """One line or, with `wrap`, a paragraph; `elide` shortens a line that has no room."""

    def __init__(
        self,
        looks: Looks,
        text: str = "",
        role: str = "body",
        colour: str = "text",
        *,
        wrap: bool = False,
        elide: bool = False,
    ) -> None:
        super().__init__()
        self._looks = looks
        self._plain = text
        self._role = role
        self._elide = elide
        self.setProperty("ink", colour)
        self.setWordWrap(wrap)
        self.setTextFormat(Qt.TextFormat.RichText if wrap else Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.restyle()
        looks.changed.connect(self.restyle)

    def text(self) -> str:
        """The words, without markup and never shortened."""
        return self._plain

    def setText(self, text: str) -> None:
        if text != self._plain:
            self._plain = text
            self._show_words()

    def set_colour(self, colour: str) -> None:
        """Take another colour role."""
        if colour != self.property("ink"):
            self.setProperty("ink", colour)
            repolish(self)
            # Polished anew, it would have the font of the text size it was made at.
            self.restyle()

    def restyle(self) -> None:
        """Take the fonts of the present theme and text size."""
        self.setFont(self._looks.font(self._role))
        self._show_words()

    def _show_words(self) -> None:
        self.setAccessibleName(self._plain)
        if self.wordWrap():
            words = html.escape(self._plain).replace("\n", "<br>")
            shown = f'<div style="line-height:{self._line_percent()}%">{words}</div>'
            super().setText(shown if self._plain else "")
        else:
            super().setText(self._shortened() if self._elide else self._plain)
        self.updateGeometry()

    def _line_percent(self) -> int:
        # Under 100 % Qt cuts descenders.
        natural = QFontMetricsF(self.font()).height()
        return max(100, round(100 * self._looks.line(self._role) / natural))

    def _wished_width(self) -> int:
        if self._elide:
            return self.fontMetrics().horizontalAdvance(self._plain) + 1
        if self.wordWrap() and self.maximumWidth() < _UNLIMITED:
            longest = max(self._plain.splitlines(), key=len, default="")
            return min(self.fontMetrics().horizontalAdvance(longest) + 2, self.maximumWidth())
        return super().sizeHint().width()

    def _needed_height(self) -> int:
        # Qt guesses a width for wrapped text; only the real one gives the right height.
        if self.wordWrap():
            return self.heightForWidth(self.width())
        return self._looks.line(self._role)

    def _shortened(self) -> str:
        right = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self._plain, right, self.width())
        self.setToolTip(self._plain if shown != self._plain else "")
        return shown

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(min(width, self.maximumWidth()))

    def sizeHint(self) -> QSize:
        return QSize(self._wished_width(), self._needed_height())

    def minimumSizeHint(self) -> QSize:
        least = _LEAST_ELIDED if self._elide else super().minimumSizeHint().width()
        return QSize(least, self._needed_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() == event.oldSize().width():
            return
        if self.wordWrap():
            self.updateGeometry()
        elif self._elide:
            super().setText(self._shortened())
