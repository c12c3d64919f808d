"""A text from a spreadsheet or a file as rows of cells; bytes of a file as a text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leadjournal.base.errors import UserMistake
from leadjournal.base.words import _
from leadjournal.rules.written_numbers import plain

MOST_BYTES = 40_000_000
"""Larger files are no table that somebody typed."""

_LOOKED_AT = 50
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_NO_COLUMN = "\x1f"
_CELL_LIMIT = 100_000


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, without blanks around them; `number` counts from 1 as it was written."""

    number: int
    cells: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(self.cells)

    def cell(self, place: int) -> str:
        """A cell by its place; nothing where the row ends before it."""
        return self.cells[place] if place < len(self.cells) else ""


def text_of(content: bytes) -> str:
    """The text of a file: UTF-8, UTF-16 or, as a last resort, as old Windows programs write it."""
    if len(content) > MOST_BYTES:
        raise UserMistake(_("This file is too large for a table."), _("Nothing was taken in."))
    if content.startswith(_WORKBOOKS):
        raise UserMistake(
            _("This is a workbook of a spreadsheet program, not a table of text."),
            _("Nothing was taken in."),
            _("Save it there as CSV, or copy the cells and paste them."),
        )
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    if encoding := _wide(content):
        return content.decode(encoding, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def rows_of(text: str, separator: str = "") -> tuple[Row, ...]:
    """The rows of a text, parted by tabs, semicolons or commas, whatever parts it evenly."""
    clean = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    separator = separator or _separator(clean)
    rows = [
        Row(number, tuple(" ".join(cell.split()) for cell in cells))
        for number, cells in enumerate(_records(clean, separator), start=1)
    ]
    while rows and rows[-1].is_empty:
        rows.pop()
    return tuple(rows)


def _wide(content: bytes) -> str:
    """UTF-16 without a mark: every other byte of plain text is nothing."""
    head = content[:400]
    if len(head) < 4 or head.count(0) < len(head) // 4:
        return ""
    return "utf-16-le" if head[1::2].count(0) >= head[::2].count(0) else "utf-16-be"


def _records(text: str, separator: str) -> Iterator[Sequence[str]]:
    csv.field_size_limit(max(csv.field_size_limit(), _CELL_LIMIT))
    # A single quotation mark is one, such as that of inches, and opens no cell.
    paired = text.count('"') % 2 == 0
    lines = csv.reader(
        io.StringIO(text),
        delimiter=separator,
        quoting=csv.QUOTE_MINIMAL if paired else csv.QUOTE_NONE,
        skipinitialspace=True,
    )
    try:
        yield from lines
    except csv.Error:
        raise UserMistake(
            _("Row {row} cannot be read as a row of a table.").format(row=lines.line_num),
            _("Nothing was taken in."),
        ) from None


def _separator(text: str) -> str:
    lines = [line for line in text.split("\n")[: 4 * _LOOKED_AT] if line.strip()][:_LOOKED_AT]
    if any("\t" in line for line in lines):
        return "\t"
    if lines and sum(";" in line for line in lines) * 2 > len(lines):
        return ";"
    if len(lines) > 1 and _is_head(lines[0]) and len({line.count(",") for line in lines}) == 1:
        return ","
    # 12,5 in a single column is a number, and no two cells.
    numbers = sum(bool(plain(line)) for line in lines)
    parted = sum("," in line and not plain(line) for line in lines)
    return "," if parted > numbers else _NO_COLUMN


def _is_head(line: str) -> bool:
    # In a sentence a space follows a comma; between two names of columns there is none.
    return "," in line and ", " not in line and not plain(line)
