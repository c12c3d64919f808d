"""A passphrase that is chosen: how strong it is in words, and typed twice or looked at once."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.rules.passphrase import Strength, strength
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.passphrase import PassphraseField, Said

_SAYS = {
    Strength.WEAK: ("circle-alert", "debt"),
    Strength.FAIR: ("circle-dot", "text_2"),
    Strength.STRONG: ("circle-check", "accent"),
}


class NewPassphrase(QWidget):
    """The second line comes with the first letter, and goes where the first one is shown."""

    entered = Signal()
    """Enter was pressed behind the last line."""
    reshaped = Signal()
    """It needs another height."""

    def __init__(self, looks: Looks, label: str = "", *, optional: bool = False) -> None:
        super().__init__()
        self.first = PassphraseField(looks, label=label, optional=optional)
        # A block that stands for its line would bring Tab back to it after the first eye.
        self.again = PassphraseField(looks, label=_("The same once more"), stands_for_line=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.first)
        column.addWidget(self.again)
        self.again.hide()
        self.setFocusProxy(self.first)
        self._order_keys()
        self.first.editor.textChanged.connect(self._judge)
        self.first.editor.revealed.connect(lambda _shown: self._ask_twice())
        self.again.editor.textChanged.connect(lambda _typed: self.again.say(None))
        self.first.editor.returnPressed.connect(self._go_on)
        self.again.editor.returnPressed.connect(self.entered)

    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not self.first.text()

    def chosen(self, missing: str) -> str | None:
        """The passphrase; nothing when it is missing or not the same twice, which is said."""
        if self.is_empty():
            self._refuse(self.first, missing)
            return None
        if not self._is_seen() and self.again.text() != self.first.text():
            self._refuse(self.again, _("These two are not the same."))
            return None
        return self.first.text()

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.editor.clear()
        self.again.editor.clear()

    def _judge(self) -> None:
        typed = self.first.text()
        if typed:
            verdict = strength(typed)
            self.first.say(Said(verdict.sentence, *_SAYS[verdict.strength]))
        else:
            self.again.editor.clear()
            self.first.say(None)
        self._ask_twice()

    def _ask_twice(self) -> None:
        wanted = bool(self.first.text()) and not self._is_seen()
        if wanted is self.again.isHidden():
            self.again.setVisible(wanted)
            self.reshaped.emit()

    def _is_seen(self) -> bool:
        return self.first.editor.echoMode() is self.first.editor.EchoMode.Normal

    def _order_keys(self) -> None:
        # Typed, Tab, typed again: the eyes come behind both lines.
        first, again = self.first.editor, self.again.editor
        for before, after in pairwise((first, again, first.eye, again.eye)):
            QWidget.setTabOrder(before, after)

    def _go_on(self) -> None:
        if self._is_seen() or self.is_empty() or self.again.text():
            self.entered.emit()
        else:
            self.again.editor.setFocus(Qt.FocusReason.TabFocusReason)

    def _refuse(self, field: PassphraseField, sentence: str) -> None:
        field.say(Said(sentence, "circle-alert", "debt"))
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
