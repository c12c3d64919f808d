"""How a figure was computed: its sentence, the values it is made of, and the steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.ui.dialogs.sheet import SheetDialog
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.card import Divider
from leadjournal.ui.widgets.label import Label

if TYPE_CHECKING:
    from leadjournal.services.computed import HowComputed

_WIDE = 560
_TOP = Qt.AlignmentFlag.AlignTop


class ComputedDialog(SheetDialog):
    """Rows of values, then the steps from them to the figure."""

    def __init__(self, looks: Looks, parent: QWidget, how: HowComputed) -> None:
        super().__init__(looks, parent, how.title, width=_WIDE)
        column = self.sheet
        column.addWidget(Label(looks, how.sentence, "body", "text_2", wrap=True))
        column.addSpacing(6)
        for number, (label, value) in enumerate(how.rows):
            if number:
                column.addWidget(Divider(looks))
            column.addLayout(self._row(label, value))
        if how.steps:
            column.addSpacing(8)
            column.addWidget(Label(looks, _("Step by step"), "small-m", "text_2"))
        for number, step in enumerate(how.steps, start=1):
            column.addLayout(self._step(number, step))
        self.finish()

    def _row(self, label: str, value: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(Label(self.looks, label, "body", wrap=True), 1, _TOP)
        row.addWidget(Label(self.looks, value, "body-m"), 0, _TOP)
        return row

    def _step(self, number: int, step: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(self.looks, f"{number}.", "small", "text_3"), 0, _TOP)
        row.addWidget(Label(self.looks, step, "small", "text_2", wrap=True), 1)
        return row


def show_computed(looks: Looks, parent: QWidget, how: HowComputed) -> ComputedDialog:
    """Show how a figure was computed; the caller goes on meanwhile."""
    dialog = ComputedDialog(looks, parent, how)
    dialog.open()
    return dialog
