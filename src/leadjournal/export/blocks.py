"""What a document is made of: sections build these, writers show them, neither knows the other.

Every text is plain text and is shown as it stands, except in `Markdown`, which holds what the
user wrote with the editor's marks.
"""

from dataclasses import dataclass
from typing import ClassVar, Literal

from leadjournal.export.charts.drawing import Chart
from leadjournal.export.charts.numbers import numbers

Align = Literal["start", "end"]
Tone = Literal["plain", "good", "debt", "bad", "why", "note"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 opens a part of the document, levels 1 and 2 are in the contents."""

    kind: ClassVar[str] = "heading"
    level: int
    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in the program's own voice."""

    kind: ClassVar[str] = "paragraph"
    text: str


@dataclass(frozen=True, slots=True)
class Markdown:
    """What the user wrote, with emphasis, lists and quotes; links are shown, nothing is loaded."""

    kind: ClassVar[str] = "markdown"
    text: str


@dataclass(frozen=True, slots=True)
class BulletList:
    """Short points, one a line."""

    kind: ClassVar[str] = "bullets"
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under column names; a column is aligned at its start unless `alignments` says end."""

    kind: ClassVar[str] = "table"
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    alignments: tuple[Align, ...] = ()
    caption: str = ""

    def alignment(self, column: int) -> Align:
        """Where the words of a column begin."""
        return self.alignments[column] if column < len(self.alignments) else "start"


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words: a why, a lesson, what a customer said."""

    kind: ClassVar[str] = "quote"
    text: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values in two columns."""

    kind: ClassVar[str] = "facts"
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One large number with what it counts and what it means."""

    label: str
    value: str
    unit: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """Up to four large numbers side by side."""

    kind: ClassVar[str] = "figures"
    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """A chart: the title says what, the sentence says so what, the numbers are for reading."""

    kind: ClassVar[str] = "chart"
    title: str
    sentence: str
    chart: Chart
    numbers: Table


@dataclass(frozen=True, slots=True)
class Callout:
    """One remark on a tinted ground."""

    kind: ClassVar[str] = "callout"
    text: str
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page where there are pages."""

    kind: ClassVar[str] = "page_break"


@dataclass(frozen=True, slots=True)
class EntryHeader:
    """The head of one entry: its title and a line of facts such as day, kind and tags."""

    kind: ClassVar[str] = "entry"
    title: str
    facts: tuple[str, ...] = ()


Block = (
    Heading
    | Paragraph
    | Markdown
    | BulletList
    | Table
    | Quote
    | Facts
    | KeyFigures
    | ChartBlock
    | Callout
    | PageBreak
    | EntryHeader
)


def chart_with_numbers(title: str, sentence: str, chart: Chart) -> ChartBlock:
    """A chart with the table of its own numbers."""
    columns, rows = numbers(chart)
    ends: list[Align] = ["end"] * len(columns[1:])
    return ChartBlock(title, sentence, chart, Table(columns, rows, ("start", *ends)))
