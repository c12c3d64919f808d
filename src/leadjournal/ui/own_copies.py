"""What was copied out of this window: the clipboard is emptied of it when the journal locks."""

from __future__ import annotations

import secrets
from hashlib import blake2b
from typing import cast

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_MARK = "application/x-leadjournal-copy"
_MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)


class OwnCopies(QObject):
    """Remembers what was copied here by a fingerprint only; what others copied is left alone."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._salt = secrets.token_bytes(16)
        self._prints: dict[QClipboard.Mode, bytes] = {}
        self._clipboard = QGuiApplication.clipboard()
        self._clipboard.changed.connect(self._look)

    def clear(self) -> None:
        """Empty the clipboard, and the selection where there is one, of what came from here."""
        for mode in _MODES:
            if self._has(mode) and self._is_ours(mode):
                self._clipboard.clear(mode)
        self._prints.clear()

    def _look(self, mode: QClipboard.Mode) -> None:
        if mode not in _MODES:
            return
        if not self._owns(mode) and QApplication.activeWindow() is None:
            # Another program copied: what that is, is not looked at.
            self._prints.pop(mode, None)
            return
        text = self._clipboard.text(mode)
        # Not every system can say whose it is; while it is copied, it is still selected here.
        copied_here = bool(text) and text == selected_in(QApplication.focusWidget())
        if self._owns(mode) or copied_here or self._is_marked(mode):
            self._prints[mode] = self._print(text)
        else:
            self._prints.pop(mode, None)

    def _is_ours(self, mode: QClipboard.Mode) -> bool:
        known = self._prints.get(mode)
        return self._owns(mode) or (
            known is not None and known == self._print(self._clipboard.text(mode))
        )

    def _is_marked(self, mode: QClipboard.Mode) -> bool:
        # An empty clipboard has nothing, though the library's hints promise something.
        content = cast("QMimeData | None", self._clipboard.mimeData(mode))
        return content is not None and content.hasFormat(_MARK)

    def _has(self, mode: QClipboard.Mode) -> bool:
        return mode is QClipboard.Mode.Clipboard or self._clipboard.supportsSelection()

    def _owns(self, mode: QClipboard.Mode) -> bool:
        if mode is QClipboard.Mode.Clipboard:
            return self._clipboard.ownsClipboard()
        return self._clipboard.supportsSelection() and self._clipboard.ownsSelection()

    def _print(self, text: str) -> bytes:
        return blake2b(text.encode(errors="surrogatepass"), key=self._salt).digest()


def copy_out(text: str) -> None:
    """Copy what is selected nowhere, in a way that tells where it came from."""
    content = QMimeData()
    content.setText(text)
    content.setData(_MARK, b"1")
    QGuiApplication.clipboard().setMimeData(content)


def selected_in(widget: QWidget | None) -> str:
    """The words that are selected in a widget, as they would be copied."""
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return widget.textCursor().selection().toPlainText()
    if isinstance(widget, QLineEdit | QLabel):
        return widget.selectedText()
    return ""
