"""The heights and margins of the lines of an entry, after the Markdown that stands in them."""

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument

from leadjournal.ui.pages.journal.markdown_look import block_format, hanging, is_plain
from leadjournal.ui.theme.looks import Looks

STYLED_UP_TO = 300_000
"""A text as long as a book is shown without looks, so that it opens at once."""


class BodyFormats:
    """Formats all lines of a text, or those around what was typed."""

    def __init__(self, looks: Looks, document: QTextDocument) -> None:
        self._looks = looks
        self._document = document

    def format_all(self) -> None:
        """Give every line its format."""
        plain = QTextBlockFormat()
        plain.setLineHeight(
            self._looks.line("reading"), QTextBlockFormat.LineHeightTypes.MinimumHeight.value
        )
        plain.setLeftMargin(hanging(self._looks))
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(plain)
        if self._document.characterCount() <= STYLED_UP_TO:
            block = self._document.firstBlock()
            while block.isValid():
                if not is_plain(block):
                    QTextCursor(block).setBlockFormat(block_format(self._looks, block))
                block = block.next()
        cursor.endEditBlock()

    def fix(self, first: int, last: int) -> None:
        """Give the lines from one place to another, and their neighbours, their formats."""
        if self._document.characterCount() > STYLED_UP_TO:
            return
        for block in self._blocks_around(first, last):
            wanted = block_format(self._looks, block)
            if wanted != block.blockFormat():
                QTextCursor(block).setBlockFormat(wanted)

    def _blocks_around(self, first: int, last: int) -> list[QTextBlock]:
        block = self._document.findBlock(first)
        for _step in range(2):
            if block.previous().isValid():
                block = block.previous()
        end = self._document.findBlock(min(last, self._document.characterCount() - 1))
        stop = end.blockNumber() + 2
        found = []
        while block.isValid() and block.blockNumber() <= stop:
            found.append(block)
            block = block.next()
        return found
