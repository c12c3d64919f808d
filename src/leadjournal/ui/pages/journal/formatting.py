"""What the buttons of the editor's bar do to the text: they put or take Markdown's marks."""

from collections.abc import Callable

from PySide6.QtGui import QTextBlock, QTextCursor

from leadjournal.ui.pages.journal.markdown_marks import BULLET, QUOTE, line_of

_ADDRESS = "https://"


def bold(cursor: QTextCursor) -> None:
    """Make the selected words, or the word under the cursor, bold, or no longer."""
    _surround(cursor, "**")


def italic(cursor: QTextCursor) -> None:
    """Make the selected words italic, or no longer."""
    _surround(cursor, "*")


def bullets(cursor: QTextCursor) -> None:
    """Make a list of the selected lines, or lines of a list."""
    _mark_lines(cursor, BULLET, "- ")


def quote(cursor: QTextCursor) -> None:
    """Make a quote of the selected lines, or lines of a quote."""
    _mark_lines(cursor, QUOTE, "> ")


def link(cursor: QTextCursor) -> None:
    """Make a link of the selected words and select the place of its address."""
    _take_word(cursor)
    words = cursor.selectedText().replace("\u2029", " ")
    start = cursor.selectionStart()
    before = _length(f"[{words}](")
    cursor.insertText(f"[{words}]({_ADDRESS})")
    if not words:
        cursor.setPosition(start + 1)
        return
    cursor.setPosition(start + before)
    cursor.setPosition(start + before + len(_ADDRESS), QTextCursor.MoveMode.KeepAnchor)


ACTIONS: dict[str, Callable[[QTextCursor], None]] = {
    "bold": bold,
    "italic": italic,
    "list": bullets,
    "quote": quote,
    "link": link,
}


def _surround(cursor: QTextCursor, mark: str) -> None:
    _take_word(cursor)
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    text = cursor.selectedText()
    cursor.beginEditBlock()
    if _is_between(cursor, start, end, mark):
        _replace(cursor, end, end + len(mark), "")
        _replace(cursor, start - len(mark), start, "")
        start, end = start - len(mark), end - len(mark)
    elif "\u2029" not in text:
        _replace(cursor, end, end, mark)
        _replace(cursor, start, start, mark)
        start, end = start + len(mark), end + len(mark)
    cursor.endEditBlock()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)


def _is_between(cursor: QTextCursor, start: int, end: int, mark: str) -> bool:
    before = _passage(cursor, start - len(mark), start)
    after = _passage(cursor, end, end + len(mark))
    if (before, after) != (mark, mark):
        return False
    # One star beside another belongs to bold.
    doubled = _passage(cursor, start - 2, start) == "**" and len(mark) == 1
    tripled = _passage(cursor, start - 3, start) == "***"
    return tripled or not doubled


def _mark_lines(cursor: QTextCursor, kind: str, mark: str) -> None:
    blocks = _blocks(cursor)
    marked = all(line_of(block.text()).kind == kind for block in blocks if block.text().strip())
    single = len(blocks) == 1
    whole, tail = cursor.hasSelection(), _end_of(blocks[-1]) - cursor.position()
    cursor.beginEditBlock()
    for block in blocks:
        present = line_of(block.text())
        if present.kind == kind and marked and block.text().strip():
            _replace(cursor, block.position(), block.position() + present.mark, "")
        elif present.kind != kind and (block.text().strip() or single):
            _replace(cursor, block.position(), block.position(), mark)
    cursor.endEditBlock()
    if whole:
        cursor.setPosition(blocks[0].position())
        cursor.setPosition(_end_of(blocks[-1]), QTextCursor.MoveMode.KeepAnchor)
    else:
        cursor.setPosition(max(_end_of(blocks[-1]) - tail, blocks[-1].position()))


def _end_of(block: QTextBlock) -> int:
    return block.position() + block.length() - 1


def _blocks(cursor: QTextCursor) -> list[QTextBlock]:
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    last = document.findBlock(cursor.selectionEnd()).blockNumber()
    found = []
    while block.isValid() and block.blockNumber() <= last:
        found.append(block)
        block = block.next()
    return found


def _take_word(cursor: QTextCursor) -> None:
    if not cursor.hasSelection():
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)


def _passage(cursor: QTextCursor, start: int, end: int) -> str:
    if start < 0 or end >= cursor.document().characterCount():
        return ""
    probe = QTextCursor(cursor.document())
    probe.setPosition(start)
    probe.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return probe.selectedText()


def _replace(cursor: QTextCursor, start: int, end: int, text: str) -> None:
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(text)


def _length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
