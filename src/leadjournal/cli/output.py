"""What a command says: sentences and tables for people, one JSON document for programs."""

import json
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TextIO

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

_GAP = "  "


class NobodyReads(Exception):
    """The program that read the output has gone; there is nobody left to tell."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, and whether it holds numbers."""

    heading: str
    number: bool = False


def say(text: str = "") -> None:
    """Tell something to the user."""
    _write(sys.stdout, f"{plain(text)}\n")


def heading(text: str) -> None:
    """Begin a part of the output."""
    if sys.stdout.isatty():
        _console().print(Text(plain(text), style="bold"))
    else:
        say(text)


def complain(sentence: str) -> None:
    """Tell of a problem on standard error, on one line."""
    _write(sys.stderr, f"{one_line(sentence)}\n")


def show_json(value: Any) -> None:
    """Print one JSON document and nothing else."""
    is_utf8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    _write(sys.stdout, json.dumps(value, ensure_ascii=not is_utf8, indent=2) + "\n")


def show_table(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> None:
    """A table, fitted to the terminal; aligned plain lines where the output goes elsewhere."""
    cells = [[one_line(cell) for cell in row] for row in rows]
    if sys.stdout.isatty():
        _console().print(_fitted(columns, cells))
        return
    headings = [column.heading for column in columns]
    for line in _aligned(columns, [headings, *cells]):
        say(line)


def show_marked(text: str, begins: str, ends: str) -> None:
    """A text with words to stand out, which they do on a terminal only."""
    shown = Text("  ")
    for index, part in enumerate(plain(text, keep=begins + ends).split(begins)):
        marked, _end, rest = part.partition(ends) if index else ("", "", part)
        shown.append(marked, style="bold")
        shown.append(rest)
    if sys.stdout.isatty():
        _console().print(shown)
    else:
        say(shown.plain)


def plain(text: str, keep: str = "") -> str:
    """Text without what would steer a terminal; lines and tabs stay."""
    return "".join(
        letter
        if letter in "\n\t" or letter in keep or unicodedata.category(letter) != "Cc"
        else "\N{REPLACEMENT CHARACTER}"
        for letter in text
    )


def one_line(text: str) -> str:
    """The same on one line."""
    return " ".join(plain(text).split())


def _fitted(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in columns:
        table.add_column(Text(column.heading), justify="right" if column.number else "left")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    return table


def _aligned(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(cell_len(row[index]) for row in rows) for index in range(len(columns))]
    lines = []
    for row in rows:
        padded = []
        for column, cell, width in zip(columns, row, widths, strict=True):
            space = " " * (width - cell_len(cell))
            padded.append(space + cell if column.number else cell + space)
        lines.append(_GAP.join(padded).rstrip())
    return lines


def _console() -> Console:
    return Console(file=sys.stdout, markup=False, highlight=False, emoji=False)


def _write(stream: TextIO, text: str) -> None:
    """Write what the stream's encoding can say; the rest becomes question marks."""
    encoding = stream.encoding or "utf-8"
    try:
        stream.write(text.encode(encoding, "replace").decode(encoding))
        stream.flush()
    except BrokenPipeError:
        raise NobodyReads from None
