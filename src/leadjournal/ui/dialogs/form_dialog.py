"""A form in a dialog: it closes when its answers were saved, and never loses one."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from leadjournal.base.errors import Problem
from leadjournal.base.words import _
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import DangerButton, PrimaryButton, SecondaryButton
from leadjournal.ui.widgets.focus_ring import FocusRing
from leadjournal.ui.widgets.form import Form
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.scroll import ScrollPage

_WIDE = 520
_BESIDE = 32
_EDGES = (24, 20, 24, 20)
_SCROLL_BAR = 14

Save = Callable[[Form], None]
"""Writes the answers of the form; raises a `Problem` when they cannot be written."""


class FormWords(NamedTuple):
    """What the dialog says: its title, a sentence below it, and its main button."""

    title: str
    save: str
    sentence: str = ""


class FormDialog(QDialog):
    """Asks, saves, and says at the question what is wrong."""

    saved = Signal()

    def __init__(
        self, looks: Looks, words: FormWords, form: Form, save: Save, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.looks = looks
        self.form = form
        self._save = save
        self.setWindowTitle(words.title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title = Label(looks, words.title, "title", wrap=True)
        self._sentence = Label(looks, words.sentence, "body", "text_2", wrap=True)
        self._sentence.setVisible(bool(words.sentence))
        self._scroll = ScrollPage(looks, edges=False)
        self._ask = Label(looks, _("Leave without saving?"), "small", "text_2", elide=True)
        self.discard_button = DangerButton(looks, _("Discard"))
        self.cancel_button = SecondaryButton(looks, _("Cancel"))
        self.save_button = PrimaryButton(looks, words.save)
        self.save_button.setDefault(True)
        self._lay_out()
        self._ask_to_leave(False)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.reject)
        self.discard_button.clicked.connect(self._leave)
        form.unfolded.connect(self._fit)
        FocusRing(looks, self)

    def begin(self) -> None:
        """Show the dialog over its window; the program goes on."""
        self._fit()
        self.open()
        self.form.focus_first()

    def save(self) -> None:
        """Write the answers; a wrong one is told at its question and everything stays."""
        self._ask_to_leave(False)
        self.form.clear_problem()
        try:
            self._save(self.form)
        except Problem as problem:
            self.form.show_problem(problem)
            return
        self.saved.emit()
        self.accept()

    def asks_to_leave(self) -> bool:
        """Whether it asks if the answers may be lost."""
        return not self._ask.isHidden()

    def _lay_out(self) -> None:
        self._scroll.column.setContentsMargins(2, 2, _SCROLL_BAR, 2)
        self._scroll.column.addWidget(self.form)
        self._scroll.column.addStretch()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._ask, 1)
        buttons.addStretch()
        buttons.addWidget(self.discard_button)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*_EDGES)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addSpacing(4)
        column.addWidget(self._sentence)
        column.addSpacing(12)
        column.addWidget(self._scroll, 1)
        column.addSpacing(16)
        column.addLayout(buttons)

    def _fit(self) -> None:
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else QSize(1280, 690)
        wide = min(self.looks.scaled(_WIDE), room.width() - _BESIDE)
        self.form.adjustSize()
        around = _EDGES[1] + _EDGES[3] + 120 + self.looks.line("title")
        inner = self.form.layout()
        tall = inner.heightForWidth(wide - 64) if inner is not None else 0
        wished = max(tall, self.form.sizeHint().height()) + around
        self.resize(wide, min(wished, room.height() - _BESIDE))

    def _ask_to_leave(self, asked: bool) -> None:
        self._ask.setVisible(asked)
        self.discard_button.setVisible(asked)
        self.cancel_button.setText(_("Keep writing") if asked else _("Cancel"))
        self.save_button.setVisible(not asked)

    def _leave(self) -> None:
        super().reject()

    def reject(self) -> None:
        if self.asks_to_leave():
            self._ask_to_leave(False)
        elif self.form.dirty():
            self._ask_to_leave(True)
            self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.form.dirty() and self.isVisible() and not self.asks_to_leave():
            event.ignore()
            self._ask_to_leave(True)
            return
        super().closeEvent(event)
