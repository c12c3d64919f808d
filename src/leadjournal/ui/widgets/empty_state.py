"""What a page shows before there is anything on it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import PrimaryButton, SecondaryButton
from leadjournal.ui.widgets.label import Label

_CIRCLE = 96
_ICON = 40
_WIDEST = 420
_ABOVE_MIDDLE = 35
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class _Emblem(QWidget):
    def __init__(self, looks: Looks, icon: str) -> None:
        super().__init__()
        self._looks = looks
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        looks.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._looks.scaled(_CIRCLE), self._looks.scaled(_CIRCLE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._looks.colour("accent_soft"))
        painter.drawEllipse(QRectF(self.rect()))
        at = (self.width() - self._looks.scaled(_ICON)) // 2
        painter.drawPixmap(at, at, self._looks.pixmap(self._icon, _ICON, "on_accent_soft", 1.5))
        painter.end()


class EmptyState(QWidget):
    """An icon, a title, one sentence and at most one button; `main` where the page has no other."""

    acted = Signal()

    def __init__(
        self,
        looks: Looks,
        icon: str,
        title: str,
        sentence: str,
        action: str = "",
        *,
        action_icon: str = "plus",
        main: bool = True,
    ) -> None:
        super().__init__()
        self._title = Label(looks, title, "title")
        self._sentence = Label(looks, sentence, "body", "text_2", wrap=True)
        self._sentence.setAlignment(_CENTRE)
        self._looks = looks
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 2 * _ABOVE_MIDDLE)
        column.setSpacing(0)
        column.addStretch()
        column.addWidget(_Emblem(looks, icon), 0, _CENTRE)
        column.addSpacing(22)
        column.addWidget(self._title, 0, _CENTRE)
        column.addSpacing(8)
        column.addWidget(self._sentence, 0, _CENTRE)
        if action:
            made = PrimaryButton if main else SecondaryButton
            button = made(looks, action, action_icon, height=36)
            button.clicked.connect(self.acted)
            column.addSpacing(22)
            column.addWidget(button, 0, _CENTRE)
        column.addStretch()
        self._restyle()
        looks.changed.connect(self._restyle)

    def set_words(self, title: str, sentence: str) -> None:
        """Say something else, for example the query that found nothing."""
        self._title.setText(title)
        self._sentence.setText(sentence)

    def _restyle(self) -> None:
        self._sentence.setMaximumWidth(self._looks.scaled(_WIDEST))
