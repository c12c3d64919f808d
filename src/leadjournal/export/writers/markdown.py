"""A document as a Markdown file that reads well as plain text too."""

from collections.abc import Callable
from typing import Any

from leadjournal.base.formats import day_long
from leadjournal.base.words import _
from leadjournal.export.blocks import (
    Block,
    BulletList,
    Callout,
    ChartBlock,
    EntryHeader,
    Facts,
    Heading,
    KeyFigures,
    Markdown,
    PageBreak,
    Paragraph,
    Quote,
    Table,
)
from leadjournal.export.document import Document
from leadjournal.export.writers.markdown_text import escaped, lines, markdown_text

_ENTRY_LEVEL = 4


def render(document: Document) -> bytes:
    """The file's bytes."""
    parts = [_head(document), *(_shown(block) for block in document.blocks)]
    if document.note:
        parts.append(f"---\n\n{lines(document.note)}")
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def _head(document: Document) -> str:
    made = _("Made on {day} {year}").format(
        day=day_long(document.made_on), year=document.made_on.year
    )
    facts = " · ".join(escaped(fact) for fact in (document.journal, document.period, made) if fact)
    subtitle = f"*{escaped(document.subtitle)}*" if document.subtitle.strip() else ""
    title = f"# {escaped(document.title)}"
    notice = _callout(Callout(document.notice)) if document.notice else ""
    return "\n\n".join(part for part in (title, subtitle, facts, notice) if part)


def _shown(block: Block) -> str:
    return _WRITERS[type(block)](block)


def _heading(block: Heading) -> str:
    return f"{'#' * (block.level + 1)} {escaped(block.text)}"


def _paragraph(block: Paragraph) -> str:
    return lines(block.text)


def _markdown(block: Markdown) -> str:
    return markdown_text(block.text, _ENTRY_LEVEL)


def _bullets(block: BulletList) -> str:
    return "\n".join(f"- {escaped(item)}" for item in block.items)


def _table(block: Table) -> str:
    marks = ["---:" if block.alignment(i) == "end" else "---" for i in range(len(block.columns))]
    rows = [_row(block.columns), f"| {' | '.join(marks)} |", *(_row(row) for row in block.rows)]
    caption = [f"{escaped(block.caption)}\n"] if block.caption else []
    return "\n".join([*caption, *rows])


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(escaped(cell) for cell in cells)} |"


def _quote(block: Quote) -> str:
    words = [*lines(block.text).split("\n"), *(["", f"— {escaped(block.by)}"] if block.by else [])]
    return "\n".join(f"> {line}".rstrip() for line in words)


def _facts(block: Facts) -> str:
    return "\n".join(f"- **{escaped(label)}:** {escaped(value)}" for label, value in block.pairs)


def _figures(block: KeyFigures) -> str:
    return "\n".join(
        f"- **{escaped(figure.label)}:** {escaped(f'{figure.value} {figure.unit}')}"
        + (f" – {escaped(figure.note)}" if figure.note else "")
        for figure in block.figures
    )


def _chart(block: ChartBlock) -> str:
    head = f"**{escaped(block.title)}**"
    return "\n\n".join(
        part for part in (head, escaped(block.sentence), _table(block.numbers)) if part
    )


def _callout(block: Callout) -> str:
    return "\n".join(f"> {line}" for line in lines(block.text).split("\n"))


def _page_break(_block: PageBreak) -> str:
    return ""


def _entry(block: EntryHeader) -> str:
    facts = " · ".join(escaped(fact) for fact in block.facts)
    return "\n\n".join(part for part in (f"#### {escaped(block.title)}", facts) if part)


_WRITERS: dict[type, Callable[[Any], str]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Markdown: _markdown,
    BulletList: _bullets,
    Table: _table,
    Quote: _quote,
    Facts: _facts,
    KeyFigures: _figures,
    ChartBlock: _chart,
    Callout: _callout,
    PageBreak: _page_break,
    EntryHeader: _entry,
}
