"""What a reader of a finished document finds in it."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

import typst

from leadjournal.base.resources import resource
from leadjournal.export import formats
from leadjournal.export.document import Document
from leadjournal.export.writers.pdf_values import values

_VOID = {"meta", "br", "hr", "img", "link", "input"}


def typeset(document: Document, output: Literal["html", "png"]) -> bytes:
    """The PDF's own template and values in another output, which can be read or counted."""
    made: Any = typst.compile(
        resource("export", "report.typ"),
        root=resource("export"),
        font_paths=[resource("fonts")],
        sys_inputs={"document": json.dumps(values(document))},
        format=output,
    )
    return b"".join(made) if isinstance(made, list) else made


def rendered(document: Document, ending: str) -> bytes:
    """The bytes of the file that a document becomes."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"document.{ending}"
        formats.write(document, path)
        return path.read_bytes()


def pdf_text(document: Document) -> str:
    """The words of the PDF, one block a line."""
    reader = PageReader(typeset(document, "html").decode())
    return reader.words().replace("\u200b", "")


class PageReader(HTMLParser):
    """Reads a page: its words, its tags with their attributes, and whether all tags are closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self._words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._words.append("\n")
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] != "style":
            self._words.append(data)

    def words(self) -> str:
        """The text of the page with its lines, empty ones left out."""
        found = re.sub(r"[ \t]+", " ", "".join(self._words))
        return "\n".join(line.strip() for line in found.split("\n") if line.strip()) + "\n"

    def named(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of every tag of a name."""
        return [attributes for found, attributes in self.tags if found == tag]
