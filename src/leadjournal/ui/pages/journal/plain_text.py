"""Text on its way into the editor and out of it, so that no character is lost."""

from PySide6.QtGui import QTextDocument

from leadjournal.ui.pages.journal.text_history import Change, units

LONGEST_LINE = 5_000
"""Qt lays a line out as a whole; a longer one is broken so that typing stays quick."""

LONGEST_TEXT = 1_000_000
"""The most characters that can be pasted into an entry."""

_FRAMES = {0xFDD0: "\ufffd", 0xFDD1: "\ufffd", 0: "\ufffd"}
_PARAGRAPH = "\u2029"


def prepared(text: str) -> str:
    """The text as the editor can show it: whole characters, one line end, no endless line."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    whole = whole.replace("\r\n", "\n").replace("\r", "\n").replace(_PARAGRAPH, "\n")
    whole = whole.translate(_FRAMES)
    if len(whole) <= LONGEST_LINE:
        return whole
    return "\n".join(_broken(line) for line in whole.split("\n"))


def has_endless_line(text: str) -> bool:
    """Whether a line of the text has to be broken to be shown."""
    return len(text) > LONGEST_LINE and any(len(line) > LONGEST_LINE for line in text.split("\n"))


def text_of(document: QTextDocument) -> str:
    """What the document holds; `toPlainText` would turn no-break spaces into spaces."""
    return document.toRawText().replace(_PARAGRAPH, "\n")


def _broken(line: str) -> str:
    parts = []
    while len(line) > LONGEST_LINE:
        space = line.rfind(" ", LONGEST_LINE // 2, LONGEST_LINE)
        cut = space if space > 0 else LONGEST_LINE
        parts.append(line[:cut])
        line = line[cut + 1 :] if space > 0 else line[cut:]
    parts.append(line)
    return "\n".join(parts)


def change_between(old: str, new: str) -> Change:
    """The one passage that differs."""
    start = _common(old, new)
    end = _common_end(old, new, min(len(old), len(new)) - start)
    return Change(units(old[:start]), old[start : len(old) - end], new[start : len(new) - end])


def _common(old: str, new: str) -> int:
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _common_end(old: str, new: str, most: int) -> int:
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if old[len(old) - middle : len(old) - low] == new[len(new) - middle : len(new) - low]:
            low = middle
        else:
            high = middle - 1
    return low
