"""A passphrase with its label, words about it below, and a word when Caps Lock is on."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.announce import announce
from leadjournal.ui.widgets.editors import PassphraseEdit
from leadjournal.ui.widgets.label import Label

_ICON = 14


class Said(NamedTuple):
    """A sentence below the field, its icon and its colour role."""

    sentence: str
    icon: str
    colour: str


class PassphraseField(QWidget):
    """The label, the secret line, and under it the one thing that is worth saying."""

    def __init__(
        self, looks: Looks, *, label: str = "", optional: bool = False, stands_for_line: bool = True
    ) -> None:
        super().__init__()
        self._name = label or _("Passphrase")
        self._looks = looks
        self._said: Said | None = None
        self._caps = False
        self.editor = PassphraseEdit(looks)
        self.editor.setAccessibleName(self._name)
        self.editor.installEventFilter(self)
        self.editor.textEdited.connect(self._forget_error)
        if stands_for_line:
            self.setFocusProxy(self.editor)
        self._icon = QLabel()
        self._words = Label(looks, "", "small", "text_2", wrap=True)
        self._lay_out(optional)
        looks.changed.connect(self._show)
        self._show()

    def text(self) -> str:
        """What was typed."""
        return self.editor.text()

    def say(self, said: Said | None) -> None:
        """Say something about it, or nothing; Caps Lock is said before everything else."""
        self._said = said
        self._show()

    def _forget_error(self) -> None:
        # What was wrong with another text says nothing about this one.
        if self._said is not None and self._said.colour == "danger":
            self.say(None)

    def _lay_out(self, optional: bool) -> None:
        label = Label(self._looks, self._name, "small-m")
        label.setBuddy(self.editor)
        top = QHBoxLayout()
        top.addWidget(label, 1)
        if optional:
            top.addWidget(Label(self._looks, _("Optional"), "small", "text_3"))
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._words, 1)
        self._icon.setContentsMargins(0, 3, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addSpacing(5)
        column.addWidget(self.editor)
        column.addSpacing(4)
        column.addLayout(below)

    def _show(self) -> None:
        caps = Said(_("Caps Lock is on"), "arrow-big-up", "debt")
        said = caps if self._caps else self._said
        self._words.setVisible(said is not None)
        self._icon.setVisible(said is not None)
        if said is None:
            self.editor.setAccessibleDescription("")
            return
        if said.sentence != self._words.text():
            announce(self, said.sentence)
        self._words.setText(said.sentence)
        self._words.set_colour("text_2" if said.colour == "accent" else said.colour)
        self._icon.setPixmap(self._looks.pixmap(said.icon, _ICON, said.colour))
        self.editor.setAccessibleDescription(said.sentence)

    def _notice_caps(self, event: QKeyEvent) -> None:
        # Qt does not tell the state of Caps Lock; a letter and its Shift key do.
        letter = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            # Pressed while it was on, it is off; the other way round the next letter tells.
            caps = False
        elif len(letter) == 1 and letter.isalpha() and letter.upper() != letter.lower():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            caps = letter.isupper() != shift
        else:
            return
        if caps != self._caps:
            self._caps = caps
            self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._notice_caps(event)
        return super().eventFilter(watched, event)
