"""A document as the plain values the typesetting template reads; none of them is ever source."""

import re
from collections.abc import Sequence
from dataclasses import asdict
from textwrap import shorten
from typing import Any

from leadjournal.base.formats import day_long
from leadjournal.base.words import _
from leadjournal.export.blocks import Block, ChartBlock, Markdown, Table
from leadjournal.export.charts.drawing import draw, natural_height
from leadjournal.export.charts.palette import print_palette
from leadjournal.export.document import Document, outline
from leadjournal.export.rich_text import Node, parse, plain_words

_PRINT_WIDTH = 640.0
_RUNNING = 72
_LONG_WORD = re.compile(r"\S{29,}")
_PIECE = 12
_BREAK_HERE = "\u200b"
_SHORT_CELL = 16
_LINE_CELLS = 84
_UNBROKEN_CELL = 700
_SHORT_TABLE = 6
_SHORT_TEXT = 600


def values(document: Document) -> dict[str, Any]:
    """Everything the template shows, ready for JSON."""
    made = document.made_on
    return {
        "title": breakable(document.title),
        "subtitle": breakable(document.subtitle),
        "journal": breakable(document.journal),
        "running": shorten(f"{document.journal} · {document.title}", _RUNNING, placeholder="…"),
        "period": shorten(document.period, _RUNNING // 2, placeholder="…"),
        "made": _("Made on {day} {year}").format(day=day_long(made), year=made.year),
        "day": [made.year, made.month, made.day],
        "note": document.note,
        "notice": document.notice,
        "language": document.language.split("-")[0][:3].lower() or "en",
        "contents": bool(outline(document)),
        "words": {"contents": _("Contents")},
        "palette": dict(print_palette()),
        "blocks": [_block(block) for block in document.blocks],
    }


def breakable(text: str) -> str:
    """The text with places to break inside words too long for a line, such as addresses."""
    return _LONG_WORD.sub(lambda word: _with_breaks(word.group()), text)


def _with_breaks(word: str) -> str:
    pieces = (word[at : at + _PIECE] for at in range(0, len(word), _PIECE))
    return _BREAK_HERE.join(pieces)


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Markdown):
        short = len(block.text) <= _SHORT_TEXT
        return {"kind": block.kind, "nodes": _nodes(parse(block.text)), "short": short}
    if isinstance(block, ChartBlock):
        return _chart(block)
    if isinstance(block, Table):
        return _table(block)
    return {"kind": block.kind, **_breakable_all(asdict(block))}


def _breakable_all(value: Any) -> Any:
    if isinstance(value, str):
        return breakable(value)
    if isinstance(value, dict):
        return {name: _breakable_all(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_breakable_all(item) for item in value]
    return value


def _nodes(nodes: Sequence[Node]) -> list[dict[str, Any]]:
    plain: list[dict[str, Any]] = []
    for node in nodes:
        one: dict[str, Any] = dict(node)
        if "text" in one:
            one["text"] = breakable(one["text"])
        if "url" in one:
            one["shown"] = breakable(one["url"])
            one["named"] = plain_words(node["children"]) == one["url"]
        one["children"] = _nodes(node.get("children", []))
        plain.append(one)
    return plain


def _chart(block: ChartBlock) -> dict[str, Any]:
    return {
        "kind": block.kind,
        "title": breakable(block.title),
        "sentence": breakable(block.sentence),
        "svg": draw(block.chart, print_palette(), _PRINT_WIDTH),
        "height": natural_height(block.chart, _PRINT_WIDTH) / _PRINT_WIDTH,
    }


def _table(table: Table) -> dict[str, Any]:
    return {
        "kind": table.kind,
        "caption": breakable(table.caption),
        "columns": [breakable(name) for name in table.columns],
        "rows": [[breakable(cell) for cell in row] for row in table.rows],
        "ends": [table.alignment(place) == "end" for place in range(len(table.columns))],
        "widths": column_widths(table),
        "short": len(table.rows) <= _SHORT_TABLE,
        "breaks": any(len(cell) > _UNBROKEN_CELL for row in table.rows for cell in row),
    }


def column_widths(table: Table) -> list[float]:
    """A share of the line for each column of long texts; 0 lets a narrow column size itself."""
    lengths = [
        [len(table.columns[place]), *(len(row[place]) for row in table.rows)]
        for place in range(len(table.columns))
    ]
    longest = [max(column) for column in lengths]
    narrow = [wide <= _SHORT_CELL for wide in longest]
    if sum(wide + 3 for wide, short in zip(longest, narrow, strict=True) if short) > _LINE_CELLS:
        narrow = [False] * len(narrow)
    return [
        0.0 if short else round(max(6.0, sum(column) / len(column)) ** 0.5, 2)
        for column, short in zip(lengths, narrow, strict=True)
    ]
