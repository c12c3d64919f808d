"""The search box of the page header: a button that opens the palette, with its key."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel

from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import Button
from leadjournal.ui.widgets.label import Label

_WIDE = 264
_TALL = 34


class KeyCap(Label):
    """The name of a key or a shortcut, drawn as a key."""

    def __init__(self, looks: Looks, keys: str) -> None:
        super().__init__(looks, keys, "caption-m", "text_2")
        self.setProperty("cls", "keycap")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)


class SearchButton(Button):
    """Looks like a field and opens the palette."""

    kind = "search"

    def __init__(self, looks: Looks, words: str, keys: str) -> None:
        self._glass = QLabel()
        self._words = Label(looks, words, "small", "text_3", elide=True)
        self._keys = KeyCap(looks, keys)
        super().__init__(looks, height=_TALL)
        self.setAccessibleName(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 7, 0)
        row.setSpacing(8)
        row.addWidget(self._glass)
        row.addWidget(self._words, 1)
        row.addWidget(self._keys)
        for part in (self._glass, self._words, self._keys):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def restyle(self) -> None:
        super().restyle()
        self._glass.setPixmap(self.looks.pixmap("search", 16))
        self.setFixedWidth(self.looks.scaled(_WIDE))
