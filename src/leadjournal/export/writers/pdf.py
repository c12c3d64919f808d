"""A document as a PDF, typeset from resources/export/report.typ."""

import json
from datetime import UTC, datetime, time

import typst

from leadjournal.base.resources import resource
from leadjournal.export.document import Document
from leadjournal.export.writers.pdf_values import values


def render(document: Document) -> bytes:
    """The file's bytes."""
    return typst.compile(
        resource("export", "report.typ"),
        root=resource("export"),
        font_paths=[resource("fonts")],
        sys_inputs={"document": json.dumps(values(document))},
        timestamp=datetime.combine(document.made_on, time(), UTC),
        format="pdf",
    )
