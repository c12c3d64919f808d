"""list: the records of a kind."""

from collections.abc import Sequence
from typing import Annotated

import typer

from leadjournal.base.words import _, ngettext
from leadjournal.cli import options
from leadjournal.cli.opening import opened
from leadjournal.cli.output import Column, say, show_json, show_table
from leadjournal.cli.values import period
from leadjournal.cli.words import day_in, state_of, title_of, values_of
from leadjournal.model.catalogue import Kind, kind_named
from leadjournal.model.record import Record


def command(
    context: typer.Context,
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help=_("A kind of record, such as outcome."))
    ],
    since: options.Since = None,
    until: options.Until = None,
    as_json: options.AsJson = False,
    journal: options.Journal = None,
    passphrase_file: options.PassphraseFile = None,
) -> None:
    """List records by their day, oldest first."""
    chosen = kind_named(kind)
    first, last = period(since, until)
    with opened(context, journal, passphrase_file) as workspace:
        records = workspace.shelf.listing(chosen, first, last)
    if as_json:
        show_json([values_of(record) for record in records])
    else:
        _show(chosen, records)


def _show(kind: Kind, records: Sequence[Record]) -> None:
    if records:
        columns = [Column(_("Id")), Column(_("Date")), Column(_("State")), Column(_(kind.label))]
        rows = [
            (record.id[:8], day_in(kind, record), state_of(record), title_of(kind, record))
            for record in records
        ]
        used = [i for i in range(len(columns)) if any(row[i] for row in rows)]
        show_table([columns[i] for i in used], [[row[i] for i in used] for row in rows])
    say(
        ngettext("{count} {kind}", "{count} {kinds}", len(records)).format(
            count=len(records), kind=_(kind.label).lower(), kinds=_(kind.plural).lower()
        )
    )
