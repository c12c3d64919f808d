"""The lock: whose journal, why it is closed, and one field."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from leadjournal.base.errors import Problem, UserMistake
from leadjournal.base.words import _, ngettext
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import PrimaryButton, QuietButton
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.middle_column import CENTRE, MiddleColumn
from leadjournal.ui.widgets.passphrase import PassphraseField, Said

_COLUMN = 340
_MARK = 56
_FREE_TRIES = 2
_LONGEST = 30


def pause_after(failures: int) -> int:
    """How many seconds to wait after so many wrong passphrases: none at first, then ever more."""
    if failures <= _FREE_TRIES:
        return 0
    return int(min(2 ** (failures - _FREE_TRIES), _LONGEST))


class UnlockScreen(QWidget):
    """Wishes: to try a passphrase, another journal or a backup. Nothing of the content is shown."""

    tried = Signal(str)
    open_other = Signal()
    open_backup = Signal()

    def __init__(self, looks: Looks, name: str, why: str, foot: str = "") -> None:
        super().__init__()
        self._looks = looks
        self._failures = 0
        self._left = 0
        self._timer = QTimer(self)
        self._timer.setInterval(1_000)
        self._timer.timeout.connect(self._count_down)
        self._mark = QLabel()
        self._passphrase = PassphraseField(looks)
        self._unlock = PrimaryButton(looks, _("Unlock"), "lock-open", height=40)
        self._unlock.setSizePolicy(self._passphrase.sizePolicy())
        self._other = QuietButton(looks, _("Open another journal"))
        self._backup = QuietButton(looks, _("Open a backup"))
        self._lay_out(name, why, foot)
        self._unlock.clicked.connect(self._try)
        self._passphrase.editor.returnPressed.connect(self._try)
        self._other.clicked.connect(self.open_other)
        self._backup.clicked.connect(self.open_backup)
        looks.changed.connect(self._restyle)
        self._restyle()

    def take_focus(self) -> None:
        """Bring the keyboard to the field."""
        self._passphrase.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, problem: Problem) -> None:
        """It was not the passphrase; after a few tries the next one has to wait.

        What can be no passphrase at all is no try.
        """
        if not isinstance(problem, UserMistake):
            self._failures += 1
        self._left = pause_after(self._failures)
        self._passphrase.say(Said(str(problem), "circle-alert", "danger"))
        self._passphrase.editor.selectAll()
        if self._left:
            self._show_pause()
            self._timer.start()
        else:
            self._allow(True)

    def _try(self) -> None:
        if not self._unlock.isEnabled():
            return
        if not self._passphrase.text():
            self._passphrase.say(Said(_("Type your passphrase."), "circle-alert", "danger"))
            self.take_focus()
            return
        self._allow(False)
        self._passphrase.say(None)
        self._unlock.setText(_("Opening…"))
        self.tried.emit(self._passphrase.text())

    def _allow(self, allowed: bool) -> None:
        self._unlock.setEnabled(allowed)
        self._passphrase.editor.setReadOnly(not allowed)
        if allowed:
            self._unlock.setText(_("Unlock"))
            self.take_focus()

    def _count_down(self) -> None:
        self._left -= 1
        if self._left > 0:
            self._show_pause()
            return
        self._timer.stop()
        self._allow(True)

    def _show_pause(self) -> None:
        words = ngettext("Try again in {n} second", "Try again in {n} seconds", self._left)
        self._unlock.setText(words.format(n=self._left))

    def _lay_out(self, name: str, why: str, foot: str) -> None:
        looks = self._looks
        middle = MiddleColumn(looks, _COLUMN)
        title = Label(looks, name, "display", wrap=True)
        reason = Label(looks, why, "body", "text_2", wrap=True)
        last = Label(looks, foot, "caption", "text_3")
        for label in (title, reason, last):
            label.setAlignment(CENTRE)
        form = middle.middle
        form.addWidget(self._mark, 0, CENTRE)
        form.addSpacing(22)
        form.addWidget(title)
        form.addWidget(reason)
        form.addSpacing(30)
        form.addWidget(self._passphrase)
        form.addSpacing(18)
        form.addWidget(self._unlock)
        form.addSpacing(10)
        for button in (self._other, self._backup):
            form.addWidget(button, 0, CENTRE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 20)
        column.addWidget(middle, 1)
        column.addWidget(last)

    def _restyle(self) -> None:
        self._mark.setPixmap(self._looks.mark(_MARK))
