"""Words to read and to copy from, as long as they may be."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit

from leadjournal.ui.theme.looks import Looks

_WIDE = 240
_FEWEST_LINES = 4
_MINIMUM_HEIGHT = QTextBlockFormat.LineHeightTypes.MinimumHeight.value


class ReadingText(QTextEdit):
    """A text that is read only; it scrolls by itself and is reached by Tab."""

    def __init__(self, looks: Looks, name: str, *, role: str = "quote") -> None:
        super().__init__()
        self.looks = looks
        self._role = role
        self.setProperty("cls", "page")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.document().setDocumentMargin(2)
        self.restyle()
        looks.changed.connect(self.restyle)

    def show_text(self, text: str) -> None:
        """Show a text from its beginning."""
        self.setPlainText(text)
        self.set_line_height()
        self.verticalScrollBar().setValue(0)

    def restyle(self) -> None:
        """Take the font and the line height of the present text size."""
        font = self.looks.font(self._role)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self.set_line_height()

    def set_line_height(self) -> None:
        """Give every line the height of its type role."""
        # MinimumHeight, because a fixed one would cut tall letters of other scripts.
        block = QTextBlockFormat()
        block.setLineHeight(self.looks.line(self._role), _MINIMUM_HEIGHT)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(block)

    def sizeHint(self) -> QSize:
        # It takes what there is; only a few lines of it must be seen before all around scrolls.
        return QSize(_WIDE, _FEWEST_LINES * self.looks.line(self._role))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())
