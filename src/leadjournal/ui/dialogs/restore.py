"""One backup: what is in it, and the question whether it takes the place of the journal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from leadjournal.base.errors import Problem
from leadjournal.base.words import _
from leadjournal.ui.dialogs.sheet import SheetDialog
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.announce import announce
from leadjournal.ui.widgets.buttons import DangerButton, PrimaryButton, SecondaryButton
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.passphrase import PassphraseField, Said

_WIDE = 520


class RestoreDialog(SheetDialog):
    """What is safe is the default; Restore works once it is known what is in the backup."""

    restore_wished = Signal(object)
    """The passphrase that opened the backup, or None."""
    delete_wished = Signal()
    look_wished = Signal(object)
    """A passphrase to look into it with, or None."""

    def __init__(self, looks: Looks, parent: QWidget, title: str, file: Path, *, keep: str) -> None:
        super().__init__(looks, parent, title, width=_WIDE)
        self._passphrase: str | None = None
        self._typed = False
        self._lines = Label(looks, _("Looking into it…"), "body", "text", wrap=True)
        self._consequence = Label(looks, "", "body", "text_2", wrap=True)
        self._place = Label(looks, str(file), "small", "text_3", wrap=True)
        self.field = PassphraseField(looks)
        self.look = SecondaryButton(looks, _("Look into it"), "key-round")
        self.verb = DangerButton(looks, _("Restore it"))
        self.delete = SecondaryButton(looks, _("Delete it…"), "trash-2")
        self.keep = PrimaryButton(looks, keep)
        for widget in (self._lines, self.field, self.look, self._consequence, self._place):
            self.sheet.addWidget(widget)
        self.sheet.setAlignment(self.look, Qt.AlignmentFlag.AlignLeft)
        self._consequence.hide()
        self._ask(False)
        self.verb.setEnabled(False)
        self.finish(self.delete, self.keep, left=self.verb)
        self.keep.clicked.connect(self.reject)
        self.verb.clicked.connect(self._restore)
        self.delete.clicked.connect(self.delete_wished)
        self.look.clicked.connect(self._look)
        self.field.editor.returnPressed.connect(self._look)

    def show_content(self, lines: Sequence[str], passphrase: str | None) -> None:
        """What is in it, opened with this passphrase."""
        self._passphrase = passphrase
        self._ask(False)
        self._tell("\n".join(lines))
        consequence = _(
            "The journal becomes what it was then. The file that is there now is kept among the "
            "backups; restoring that one takes this back."
        )
        if self._typed:
            consequence += " " + _("From then on the journal opens with this backup’s passphrase.")
        self._consequence.setText(consequence)
        self._consequence.show()
        self.verb.setEnabled(True)
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fit()

    def ask_passphrase(self, refused: Problem | None = None) -> None:
        """It needs a passphrase, or another one than was given."""
        self._ask(True)
        self.look.setEnabled(True)
        if self._typed and refused is not None:
            self.field.say(Said(refused.happened, "circle-alert", "danger"))
        self._tell(_("It opens with the passphrase it had when it was made, or it is damaged."))
        self.field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fit()

    def refuse(self, problem: Problem) -> None:
        """It cannot be restored, and why."""
        self._ask(False)
        self._tell(str(problem))
        self.fit()

    def _tell(self, words: str) -> None:
        self._lines.setText(words)
        announce(self, words)

    def _ask(self, asked: bool) -> None:
        self.field.setVisible(asked)
        self.look.setVisible(asked)
        # While a passphrase is typed, Enter looks; what was typed is not put away by it.
        (self.look if asked else self.keep).setDefault(True)

    def _look(self) -> None:
        if self.look.isEnabled() and self.field.text():
            self._typed = True
            self.look.setEnabled(False)
            self.field.say(None)
            self.look_wished.emit(self.field.text())

    def _restore(self) -> None:
        self.accept()
        self.restore_wished.emit(self._passphrase)
