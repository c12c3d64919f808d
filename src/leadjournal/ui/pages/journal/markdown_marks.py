"""Where the marks of Markdown stand in a line; the text itself is never changed for the look."""

import re
from collections.abc import Iterator
from typing import NamedTuple

BODY, HEADING, BULLET, NUMBER, QUOTE, BLANK = (
    "body",
    "heading",
    "bullet",
    "number",
    "quote",
    "blank",
)

_HEADING = re.compile(r"(#{1,6})[ \t]+(?=\S)")
_BULLET = re.compile(r"([ \t]{0,8})[-*+][ \t]+")
_NUMBER = re.compile(r"([ \t]{0,8})(\d{1,4})([.)])[ \t]+")
_QUOTE = re.compile(r"[ \t]{0,3}>[ \t]?")
_SPANS = re.compile(
    r"(?P<code>`[^`]+`)"
    r"|(?P<bold>\*\*(?=\S)[^*]+(?<=\S)\*\*|__(?=\S)[^_]+(?<=\S)__)"
    r"|(?P<italic>\*(?=\S)[^*]+(?<=\S)\*|(?<!\w)_(?=\S)[^_]+(?<=\S)_(?!\w))"
    r"|(?P<link>\[[^\]\[]+\]\([^()\s]+\))"
)
_MARKS = {"code": 1, "bold": 2, "italic": 1}


class Line(NamedTuple):
    """What a line is, how many characters its mark takes, and a heading's level."""

    kind: str
    mark: int = 0
    level: int = 0


class Span(NamedTuple):
    """A passage inside a line: its look, where it starts, how long it is, its marks' lengths."""

    look: str
    start: int
    length: int
    before: int
    after: int


def line_of(text: str) -> Line:
    """What a line is, from its first characters."""
    if not text.strip():
        return Line(BLANK)
    if found := _HEADING.match(text):
        return Line(HEADING, found.end(), len(found[1]))
    if found := _BULLET.match(text):
        return Line(BULLET, found.end())
    if found := _NUMBER.match(text):
        return Line(NUMBER, found.end())
    if found := _QUOTE.match(text):
        return Line(QUOTE, found.end())
    return Line(BODY)


def spans_of(text: str) -> Iterator[Span]:
    """The bold, italic, code and link passages of a line."""
    for found in _SPANS.finditer(text):
        look = str(found.lastgroup)
        start, length = found.start(), found.end() - found.start()
        if look == "link":
            words = found[0].index("](")
            yield Span(look, start, length, 1, length - words)
        else:
            yield Span(look, start, length, _MARKS[look], _MARKS[look])


def next_mark(text: str) -> str:
    """The mark a new line after this one starts with: the list or the quote goes on."""
    if found := _NUMBER.match(text):
        return f"{found[1]}{int(found[2]) + 1}{found[3]} "
    if found := _BULLET.match(text) or _QUOTE.match(text):
        return found[0]
    return ""
