"""list: the records of a kind."""

from typing import Annotated

import typer

from leadjournal.base.words import _, ngettext
from leadjournal.cli import options
from leadjournal.cli.opening import opened
from leadjournal.cli.output import say, show_json
from leadjournal.cli.records import show_records
from leadjournal.cli.values import period
from leadjournal.cli.words import values_of
from leadjournal.model.catalogue import kind_named


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
        show_records(chosen, records)
        say(
            ngettext("{count} {kind}", "{count} {kinds}", len(records)).format(
                count=len(records), kind=_(chosen.label).lower(), kinds=_(chosen.plural).lower()
            )
        )
