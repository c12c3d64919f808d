"""The lock: whose journal, why it is closed, and one field."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from leadjournal.base.errors import CannotDecrypt, Problem, UserMistake
from leadjournal.base.words import _, isolated, ngettext
from leadjournal.ui.pages.unlock.tries import Tries
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.middle_column import CENTRE, MiddleColumn
from leadjournal.ui.widgets.passphrase import PassphraseField, Said

_COLUMN = 340
_MARK = 56
_EXPLAINED_FROM = 3


class LockWords(NamedTuple):
    """What the lock says: whose journal, why it is closed, what is not saved, the last backup."""

    name: str
    why: str
    unsaved: str = ""
    foot: str = ""
    by_itself: bool = False
    """Whether nobody asked for it; then the way to the setting is shown."""


class UnlockScreen(QWidget):
    """Wishes: to try a passphrase, another journal or a backup. Nothing of the content is shown."""

    tried = Signal(str)
    open_other = Signal()
    open_backup = Signal()

    def __init__(self, looks: Looks, words: LockWords, tries: Tries) -> None:
        super().__init__()
        self._looks = looks
        self._tries = tries
        self._timer = QTimer(self)
        self._timer.setInterval(1_000)
        self._timer.timeout.connect(self._wait)
        self._mark = QLabel()
        self._passphrase = PassphraseField(looks)
        self._unlock = PrimaryButton(looks, _("Unlock"), "lock-open", height=40)
        self._unlock.setSizePolicy(self._passphrase.sizePolicy())
        self._other = QuietButton(looks, _("Open another journal"))
        self._backup = QuietButton(looks, _("Restore a backup"))
        self._setting = LinkButton(looks, _("Change when it locks"))
        self._setting.setCheckable(True)
        self._setting.setVisible(words.by_itself)
        self._lay_out(words)
        self._unlock.clicked.connect(self._try)
        self._passphrase.editor.returnPressed.connect(self._try)
        self._other.clicked.connect(self.open_other)
        self._backup.clicked.connect(self.open_backup)
        self._setting.toggled.connect(self._say_setting)
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
            self._tries.failed()
        self._passphrase.say(Said(self._words_on(problem), "circle-alert", "danger"))
        self._passphrase.editor.selectAll()
        self._allow(True)
        self._wait()

    @property
    def wants_setting(self) -> bool:
        """Whether the setting is to be shown once it is open."""
        return self._setting.isChecked()

    def _words_on(self, problem: Problem) -> str:
        # Mostly it is a slip of the finger; what else it may be helps who tried again and again.
        if isinstance(problem, CannotDecrypt) and self._tries.failures < _EXPLAINED_FROM:
            return _("That passphrase does not open it.")
        return str(problem)

    def _try(self) -> None:
        if not self._unlock.isEnabled() or self._wait():
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

    def _wait(self) -> bool:
        """Whether the next try has to wait; then the button says how long."""
        left = self._tries.seconds_left()
        if left > 0:
            self._allow(False)
            words = ngettext("Try again in {n} second", "Try again in {n} seconds", left)
            self._unlock.setText(words.format(n=left))
            self._timer.start()
        elif self._timer.isActive():
            self._timer.stop()
            self._allow(True)
        return left > 0

    def _say_setting(self, wanted: bool) -> None:
        words = _("Change when it locks")
        self._setting.setText(_("The setting opens after you unlock") if wanted else words)

    def _lay_out(self, words: LockWords) -> None:
        looks = self._looks
        middle = MiddleColumn(looks, _COLUMN)
        title = Label(looks, isolated(words.name), "display", wrap=True)
        reason = Label(looks, words.why, "body", "text_2", wrap=True)
        unsaved = Label(looks, words.unsaved, "small", "debt", wrap=True)
        last = Label(looks, words.foot, "caption", "text_3", wrap=True)
        for label in (title, reason, unsaved, last):
            label.setAlignment(CENTRE)
        form = middle.middle
        form.addWidget(self._mark, 0, CENTRE)
        form.addSpacing(22)
        form.addWidget(title)
        form.addWidget(reason)
        if words.unsaved:
            form.addSpacing(8)
            form.addWidget(unsaved)
        form.addWidget(self._setting, 0, CENTRE)
        form.addSpacing(26)
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
