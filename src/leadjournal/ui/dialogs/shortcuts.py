"""Every key that does something."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.ui.commands import GROUPS, Command
from leadjournal.ui.dialogs.sheet import SheetDialog
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.search_button import KeyCap


class ShortcutsDialog(SheetDialog):
    """The commands that have keys, by group."""

    def __init__(self, looks: Looks, parent: QWidget, commands: Sequence[Command]) -> None:
        super().__init__(looks, parent, _("Keyboard shortcuts"))
        self.sheet.setSpacing(6)
        for group in GROUPS:
            with_keys = [each for each in commands if each.group == group and each.shortcut]
            if with_keys:
                self.sheet.addSpacing(6)
                self.sheet.addWidget(Label(looks, _(group), "caption-m", "text_3"))
            for command in with_keys:
                self.sheet.addLayout(self._row(command))
        self.finish()

    def _row(self, command: Command) -> QHBoxLayout:
        keys = QKeySequence(command.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        row = QHBoxLayout()
        row.addWidget(Label(self.looks, _(command.words), "body", elide=True), 1)
        row.addWidget(KeyCap(self.looks, keys))
        return row
