"""The formats a document, the records or the map are written in, chosen by the file's ending."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

from leadjournal.base.errors import Bug, UserMistake
from leadjournal.base.files import write_atomically
from leadjournal.base.words import _
from leadjournal.export.charts.outcome_map import OutcomeChart
from leadjournal.export.cleaning import cleaned
from leadjournal.export.document import Document
from leadjournal.export.writers.json import Records


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its ending, its name for a person, the module that writes it, what that takes."""

    ending: str
    label: Callable[[], str]
    writer: str
    takes: Literal["document", "records", "map"] = "document"


FORMATS: tuple[Format, ...] = (
    Format("pdf", lambda: _("PDF for reading and printing"), "pdf"),
    Format("html", lambda: _("Web page in one file"), "html"),
    Format("md", lambda: _("Markdown text"), "markdown"),
    Format("json", lambda: _("JSON of the records"), "json", "records"),
    Format("svg", lambda: _("Picture of the map of outcomes"), "svg", "map"),
)


def format_of(path: Path) -> Format:
    """The format a file's ending asks for, or the user's mistake with those that work."""
    ending = path.suffix.lower().lstrip(".")
    for found in FORMATS:
        if found.ending == ending:
            return found
    known = ", ".join(f".{known.ending}" for known in FORMATS)
    if not ending:
        happened = _("The file name has no ending that tells the format.")
    else:
        happened = _("“{file}” does not end in a format that is known.").format(file=path.name)
    raise UserMistake(happened, way_out=_("These work: {endings}.").format(endings=known))


def write(document: Document, path: Path) -> None:
    """Write a document; the ending of `path` chooses the format."""
    write_atomically(path, _render(format_of(path), document))


def write_records(records: Records, path: Path) -> None:
    """Write plain records, a list of mappings for each kind."""
    write_atomically(path, _render(format_of(path), records))


def write_map(chart: OutcomeChart, path: Path) -> None:
    """Write the map of outcomes as a picture."""
    write_atomically(path, _render(format_of(path), chart))


def _render(chosen: Format, content: Document | Records | OutcomeChart) -> bytes:
    if chosen.takes != _kind_of(content):
        raise Bug(f"the {chosen.ending} writer was given {type(content).__name__}")
    writer: Any = import_module(f"leadjournal.export.writers.{chosen.writer}")
    result: bytes = writer.render(cleaned(content))
    return result


def _kind_of(content: Document | Records | OutcomeChart) -> str:
    if isinstance(content, Document):
        return "document"
    return "map" if isinstance(content, OutcomeChart) else "records"
