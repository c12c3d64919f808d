"""Every key that does something."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.ui.commands import GROUPS, Command
from leadjournal.ui.dialogs.base import Dialog
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import PrimaryButton
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.scroll import ScrollPage
from leadjournal.ui.widgets.search_button import KeyCap

_TALL = 420


class ShortcutsDialog(Dialog):
    """The commands that have keys, by group."""

    def __init__(self, looks: Looks, parent: QWidget, commands: Sequence[Command]) -> None:
        super().__init__(looks, parent, _("Keyboard shortcuts"))
        sheet = ScrollPage(looks, spacing=6, edges=False)
        sheet.column.setContentsMargins(0, 0, 14, 0)
        for group in GROUPS:
            with_keys = [each for each in commands if each.group == group and each.shortcut]
            if with_keys:
                sheet.column.addSpacing(6)
                sheet.column.addWidget(Label(looks, _(group), "caption-m", "text_3"))
            for command in with_keys:
                sheet.column.addLayout(self._row(command))
        sheet.column.addStretch()
        sheet.setMinimumHeight(min(looks.scaled(_TALL), parent.height() // 2))
        self.column.addWidget(sheet, 1)
        close = PrimaryButton(looks, _("Close"))
        close.clicked.connect(self.accept)
        self.set_buttons(close)

    def _row(self, command: Command) -> QHBoxLayout:
        keys = QKeySequence(command.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        row = QHBoxLayout()
        row.addWidget(Label(self.looks, _(command.words), "body", elide=True), 1)
        row.addWidget(KeyCap(self.looks, keys))
        return row
