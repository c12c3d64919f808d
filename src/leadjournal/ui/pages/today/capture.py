"""One line, kept with Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.editors import LineEdit


class CaptureLine(QWidget):
    """Says what was written; the words stay until they are told to go."""

    kept = Signal(str)

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self.editor = LineEdit(looks, placeholder=_("Write a line… Enter keeps it as a note."))
        self.editor.setAccessibleName(_("Write a line"))
        self.editor.setAccessibleDescription(_("Enter keeps it as a note of today."))
        self.editor.returnPressed.connect(self._keep)
        self.setFocusProxy(self.editor)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.editor)

    def text(self) -> str:
        """What stands there, without spaces around it."""
        return self.editor.text().strip()

    def show_line(self, words: str) -> None:
        """Show a line that was begun before."""
        self.editor.setText(words)

    def clear(self) -> None:
        """It is kept: make room for the next line."""
        self.editor.clear()

    def take_focus(self) -> None:
        """Put the cursor there."""
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_read_only(self, sentence: str) -> None:
        """Nothing can be written; the sentence says why."""
        self.editor.setEnabled(False)
        self.editor.setPlaceholderText(sentence)

    def _keep(self) -> None:
        if self.text():
            self.kept.emit(self.text())
