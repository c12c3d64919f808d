"""A document before it has a format."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from leadjournal.export.blocks import Block, Heading

CONTENTS_DEPTH = 2
CONTENTS_FROM = 4
"""A document with fewer headings is read at a glance and needs no contents."""


@dataclass(frozen=True, slots=True)
class Document:
    """A title, what it covers, when it was made, and its blocks in order."""

    title: str
    subtitle: str
    journal: str
    period: str
    made_on: date
    blocks: tuple[Block, ...]
    note: str = ""
    """Stands at the foot of every page."""
    notice: str = ""
    """Stands on the first page, before everything else."""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """One line of the contents."""

    level: int
    text: str
    anchor: str


def anchored(document: Document) -> Iterator[tuple[Block, str]]:
    """Every block with the name links find it by; empty for all but headings."""
    taken: set[str] = set()
    for block in document.blocks:
        yield block, _anchor(block, taken) if isinstance(block, Heading) else ""


def outline(document: Document) -> tuple[OutlineLine, ...]:
    """The lines of the contents; none when the document is short."""
    lines = tuple(
        OutlineLine(block.level, block.text, anchor)
        for block, anchor in anchored(document)
        if isinstance(block, Heading) and block.level <= CONTENTS_DEPTH
    )
    return lines if len(lines) >= CONTENTS_FROM else ()


def _anchor(heading: Heading, taken: set[str]) -> str:
    name = re.sub(r"[^\w]+", "-", (heading.anchor or heading.text).lower()).strip("-") or "part"
    free, count = name[:60], 1
    while free in taken:
        count += 1
        free = f"{name[:60]}-{count}"
    taken.add(free)
    return free
