"""The title of an entry: one line of words without an edge, as many rows as it needs."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor

from leadjournal.base.words import _
from leadjournal.ui.pages.journal.plain_text import prepared, text_of
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.editors import TextArea

LONGEST = 300
_DOWN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class TitleEdit(TextArea):
    """Enter and Down go on to the text; a title holds at most 300 characters."""

    edited = Signal()
    left = Signal()
    done = Signal()

    def __init__(self, looks: Looks) -> None:
        self._quiet = False
        super().__init__(looks, role="entry", lines=1, most_lines=6, look="page")
        self.document().setDocumentMargin(0)
        self.setAccessibleName(_("Title of the entry"))
        self.setPlaceholderText(_("Title"))
        self.textChanged.connect(self._tell)

    def text(self) -> str:
        return text_of(self.document()).replace("\n", " ")

    def set_text(self, text: str) -> None:
        self._quiet = True
        super().set_text(_one_line(text))
        self._quiet = False
        self.document().setModified(False)

    def _tell(self) -> None:
        if self._quiet or not self.document().isModified():
            return
        if len(self.text()) > LONGEST:
            self._shorten()
        self.document().setModified(False)
        self.edited.emit()

    def _shorten(self) -> None:
        self._quiet = True
        at = self.textCursor().position()
        self.setPlainText(self.text()[:LONGEST])
        cursor = self.textCursor()
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self._set_line_height()
        self._quiet = False

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        room = LONGEST - len(self.text()) + len(self.textCursor().selectedText())
        self.textCursor().insertText(_one_line(source.text()[: 4 * LONGEST])[: max(room, 0)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _DOWN and (plain or event.key() != Qt.Key.Key_Down):
            cursor = self.textCursor()
            below = cursor.movePosition(QTextCursor.MoveOperation.Down)
            if event.key() != Qt.Key.Key_Down or not below:
                self.done.emit()
                return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


def _one_line(text: str) -> str:
    return prepared(text).replace("\n", " ").replace("\u2028", " ")
