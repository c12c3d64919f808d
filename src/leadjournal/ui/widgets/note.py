"""A hint on the ground of the coach; it can always be sent away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from leadjournal.base.words import _
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import QuietButton
from leadjournal.ui.widgets.card import TintedCard
from leadjournal.ui.widgets.label import Label

_ICON = 16
_TOP = Qt.AlignmentFlag.AlignTop


class Note(TintedCard):
    """A title, a sentence, or both, with "Not now" at the right when it may be sent away."""

    dismissed = Signal()

    def __init__(
        self,
        looks: Looks,
        sentence: str,
        title: str = "",
        *,
        icon: str = "lightbulb",
        dismissable: bool = True,
    ) -> None:
        super().__init__(looks, "note", spacing=2)
        self._icon_name = icon
        self._icon = QLabel()
        self._title = Label(looks, title, "small-m", self.ink, wrap=True)
        self._sentence = Label(looks, sentence, "small", self.ink, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._sentence)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._icon, 0, _TOP)
        row.addLayout(words, 1)
        if dismissable:
            button = QuietButton(looks, _("Not now"))
            button.clicked.connect(self.dismissed)
            row.addWidget(button)
        self.column.addLayout(row)
        self.set_words(sentence, title)
        self._restyle()
        looks.changed.connect(self._restyle)

    def set_words(self, sentence: str, title: str = "") -> None:
        """Say something else."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.setAccessibleName(" ".join(each for each in (title, sentence) if each))

    def _restyle(self) -> None:
        self._icon.setPixmap(self.looks.pixmap(self._icon_name, _ICON, self.ink))
