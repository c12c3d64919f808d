"""A few sentences and one button to say they were read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from leadjournal.base.words import _
from leadjournal.ui.dialogs.base import Dialog
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import PrimaryButton
from leadjournal.ui.widgets.label import Label


class Sentences(Dialog):
    """What a check found, or what went wrong inside the program."""

    def __init__(self, looks: Looks, parent: QWidget, title: str, sentences: Sequence[str]) -> None:
        super().__init__(looks, parent, title)
        for number, sentence in enumerate(sentences):
            colour = "text_2" if number else "text"
            self.column.addWidget(Label(looks, sentence, "body", colour, wrap=True))
        close = PrimaryButton(looks, _("Close"))
        close.clicked.connect(self.accept)
        self.set_buttons(close)


def tell(looks: Looks, parent: QWidget, title: str, sentences: Sequence[str]) -> Sentences:
    """Show the sentences; the caller goes on meanwhile."""
    dialog = Sentences(looks, parent, title, sentences)
    dialog.open()
    return dialog
