"""How a figure was computed: its sentence, the values it is made of, and the steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.ui.dialogs.base import Dialog
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import PrimaryButton
from leadjournal.ui.widgets.card import Divider
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.scroll import ScrollPage

if TYPE_CHECKING:
    from leadjournal.services.computed import HowComputed

_WIDE = 560
_MOST_TALL = 440
_TOP = Qt.AlignmentFlag.AlignTop


class ComputedDialog(Dialog):
    """Rows of values, then the steps from them to the figure."""

    def __init__(self, looks: Looks, parent: QWidget, how: HowComputed) -> None:
        super().__init__(looks, parent, how.title, width=_WIDE)
        self._sheet = ScrollPage(looks, spacing=8, edges=False)
        column = self._sheet.column
        column.setContentsMargins(0, 0, 14, 0)
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
        column.addStretch()
        self.column.addWidget(self._sheet, 1)
        close = PrimaryButton(looks, _("Close"))
        close.clicked.connect(self.accept)
        self.set_buttons(close)

    def fit(self) -> None:
        parent = self.parentWidget()
        room = parent.height() - 200 if parent is not None else _MOST_TALL
        wide = min(self.looks.scaled(_WIDE), parent.width() - 32 if parent is not None else _WIDE)
        needed = self._sheet.column.heightForWidth(wide - 62)
        most = min(self.looks.scaled(_MOST_TALL), room)
        self._sheet.setFixedHeight(max(80, min(needed + 4, most)))
        super().fit()

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
