"""A form in a dialog: it closes when its answers were saved, and never loses one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from leadjournal.base.errors import Problem
from leadjournal.base.words import _
from leadjournal.ui.dialogs.kept_dialog import KeptDialog
from leadjournal.ui.widgets.buttons import DangerButton, PrimaryButton, SecondaryButton
from leadjournal.ui.widgets.form import Form
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.scroll import ScrollPage

if TYPE_CHECKING:
    from leadjournal.ui.context import Context

_WIDE = 520
_MARGIN = 32
_SIDES = 48
_SCROLL_BAR = 14
_FACTS_GAP = 16
_AROUND = 44  # the dialog's own edges and gaps, above and below what it holds

Save = Callable[[Form], None]
"""Writes the answers of the form; raises a `Problem` when they cannot be written."""


class FormWords(NamedTuple):
    """What the dialog says: its title, its main button, and a sentence below the title.

    `about` is the record the form is about, where the words do not tell it from others.
    """

    title: str
    save: str
    sentence: str = ""
    about: str = ""

    @property
    def key(self) -> str:
        """The name under which a half-filled form is kept."""
        return "\n".join(("form", *self))


class FormDialog(KeptDialog):
    """Asks, saves, and says at the question what is wrong."""

    saved = Signal()

    def __init__(
        self, context: Context, parent: QWidget, words: FormWords, form: Form, save: Save
    ) -> None:
        looks = context.looks
        super().__init__(context, parent, words.title, words.key, form, width=_WIDE)
        self.form = form
        self._facts: QWidget | None = None
        self._save = save
        self._resumed = Label(
            looks, _("Picked up where you stopped."), "small", "text_2", wrap=True
        )
        self._resumed.hide()
        self._sentence = Label(looks, words.sentence, "body", "text_2", wrap=True)
        self._sentence.setVisible(bool(words.sentence))
        self._scroll = ScrollPage(looks, edges=False)
        self._scroll.column.setContentsMargins(2, 2, _SCROLL_BAR, 2)
        self._scroll.column.addWidget(form)
        self._ask = Label(looks, _("Leave without saving?"), "small-m", "danger", wrap=True)
        self.discard_button = DangerButton(looks, _("Discard"))
        self.cancel_button = SecondaryButton(looks, _("Cancel"))
        self.save_button = PrimaryButton(looks, words.save)
        for widget in (self._sentence, self._resumed, self._scroll, self._ask):
            self.column.addWidget(widget)
        self.column.setStretchFactor(self._scroll, 1)
        self._ask_to_leave(False)
        self.set_buttons(self.cancel_button, self.save_button, left=self.discard_button)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.reject)
        self.discard_button.clicked.connect(self._leave)
        form.unfolded.connect(self.fit)

    def tell(self, facts: QWidget) -> None:
        """Show what is known above the questions."""
        self._facts = facts
        self._scroll.column.insertWidget(0, facts)
        self._scroll.column.setSpacing(_FACTS_GAP)
        self.fit()

    def begin(self) -> None:
        """Show the dialog over its window, filled as far as it was; the program goes on."""
        self._resumed.setVisible(self.kept.take_up())
        self.open()
        self.form.focus_first()
        self.watch()

    def save(self) -> None:
        """Write the answers; a wrong one is told at its question and everything stays."""
        self.form.clear_problem()
        try:
            self._save(self.form)
        except Problem as problem:
            self.form.show_problem(problem)
            focused = QApplication.focusWidget()
            if focused is not None and self.form.isAncestorOf(focused):
                self._scroll.ensureWidgetVisible(focused)
            return
        self.kept.forget()
        self.saved.emit()
        self.accept()

    def asks_to_leave(self) -> bool:
        """Whether it asks if the answers may be lost."""
        return not self._ask.isHidden()

    def fit(self) -> None:
        """Be as tall as the form, as far as the window has room."""
        parent = self.parentWidget()
        if parent is None:
            return
        wide = max(240, min(self.looks.scaled(_WIDE), parent.width() - _MARGIN))
        self.setFixedWidth(wide)
        inner = wide - _SIDES
        layout = self.form.layout()
        form = layout.totalHeightForWidth(inner - _SCROLL_BAR - 2) if layout is not None else -1
        if form < 0:
            # Without a wrapped line in it, a form has no height for a width.
            form = self.form.sizeHint().height()
        if self._facts is not None:
            room = inner - _SCROLL_BAR - 2
            facts = self._facts.layout()
            form += (facts.totalHeightForWidth(room) if facts is not None else 0) + _FACTS_GAP
        labels = (self._sentence, self._resumed, self._ask)
        shown = [label for label in labels if not label.isHidden()]
        words = sum(label.heightForWidth(inner) + 8 for label in [self.title, *shown])
        tall = form + 8 + words + self.save_button.height() + _AROUND + _SIDES // 2
        self.resize(wide, min(tall, parent.height() - _MARGIN))

    def _ask_to_leave(self, asked: bool) -> None:
        self._ask.setVisible(asked)
        self.discard_button.setVisible(asked)
        self.cancel_button.setText(_("Keep writing") if asked else _("Cancel"))
        self.fit()

    def _leave(self) -> None:
        self.kept.forget()
        super().reject()

    def reject(self) -> None:
        if self.asks_to_leave():
            self._ask_to_leave(False)
            self.form.focus_first()
        elif self.form.dirty():
            self._ask_to_leave(True)
            self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._leave()
