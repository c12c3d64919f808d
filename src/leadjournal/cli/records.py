"""Records of one kind as a table."""

from collections.abc import Sequence

from leadjournal.base.words import _
from leadjournal.cli.output import Column, show_table
from leadjournal.cli.words import day_in, state_of, title_of
from leadjournal.model.catalogue import Kind
from leadjournal.model.record import Record


def show_records(kind: Kind, records: Sequence[Record]) -> None:
    """A line for each record; columns in which nothing would stand are left out."""
    columns = [Column(_("Id")), Column(_("Date")), Column(_("State")), Column(_(kind.label))]
    rows = [
        (record.id[:8], day_in(kind, record), state_of(record), title_of(kind, record))
        for record in records
    ]
    used = [index for index in range(len(columns)) if any(row[index] for row in rows)]
    if used:
        show_table([columns[index] for index in used], [[row[i] for i in used] for row in rows])
