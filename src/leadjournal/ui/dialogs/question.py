"""A question with verbs for buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from leadjournal.base.words import _
from leadjournal.ui.dialogs.base import Dialog
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import DangerButton, PrimaryButton, SecondaryButton
from leadjournal.ui.widgets.label import Label


class Question(Dialog):
    """A title, the consequence in a sentence, a verb, and a way to leave things as they are."""

    def __init__(
        self, looks: Looks, parent: QWidget, title: str, sentence: str, verb: str,
        *, keep: str = "", danger: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(looks, parent, title)
        self.column.addWidget(Label(looks, sentence, "body", "text_2", wrap=True))
        words = keep or (_("Keep it") if danger else _("Cancel"))
        self.verb: DangerButton | PrimaryButton
        self.keep: SecondaryButton | PrimaryButton
        if danger:
            # What is safe is the default; what destroys has to be looked for.
            self.verb, self.keep = DangerButton(looks, verb), PrimaryButton(looks, words)
            self.set_buttons(self.keep, left=self.verb)
        else:
            self.verb, self.keep = PrimaryButton(looks, verb), SecondaryButton(looks, words)
            self.set_buttons(self.keep, self.verb)
        self.verb.clicked.connect(self.accept)
        self.keep.clicked.connect(self.reject)

    def add_way(self, words: str, go: Callable[[], object]) -> SecondaryButton:
        """Offer something else besides; the question is put away first."""
        way = SecondaryButton(self.looks, words)
        self.add_button(way)
        way.clicked.connect(self.reject)
        way.clicked.connect(go)
        return way
