"""One sentence at the bottom of a window, over everything else, as long as it holds."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.announce import announce
from leadjournal.ui.widgets.label import Label

_ABOVE_EDGE = 24
_GAP = 8
_BESIDE = 16
_ICON = 16


class Notice(QFrame):
    """Takes no click and no focus; whoever shows it takes it away again."""

    def __init__(
        self, looks: Looks, window: QWidget, sentence: str, icon: str, *, above: int = 0
    ) -> None:
        """`above` pixels of the lower edge are taken up by other messages."""
        super().__init__(window)
        self._edge = max(_ABOVE_EDGE, above + _GAP if above else 0)
        self._looks = looks
        self._window = window
        self._icon_name = icon
        self.setProperty("cls", "overlay")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(sentence)
        self._icon = QLabel()
        self._words = Label(looks, sentence, "body", "text", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        window.installEventFilter(self)
        looks.changed.connect(self._place)
        self.show()
        self.raise_()
        self._place()
        announce(self, sentence)

    def text(self) -> str:
        """The sentence on it."""
        return self._words.text()

    def _place(self) -> None:
        looks, window = self._looks, self._window
        self._icon.setPixmap(looks.pixmap(self._icon_name, _ICON))
        others = looks.scaled(_ICON) + 42
        words = self._words.fontMetrics().horizontalAdvance(self._words.text()) + 4
        wide = min(others + words, window.width() - 2 * _BESIDE)
        tall = self._words.heightForWidth(wide - others) + 21
        left, top = (window.width() - wide) // 2, window.height() - self._edge - tall
        self.setGeometry(left, top, wide, tall)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)
