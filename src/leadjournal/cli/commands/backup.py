"""backup: a verified copy of the journal."""

from pathlib import Path
from typing import Annotated

import typer

from leadjournal.base.words import _
from leadjournal.cli import options
from leadjournal.cli.opening import opened
from leadjournal.cli.output import say


def command(
    context: typer.Context,
    to: Annotated[
        Path | None,
        typer.Option("--to", metavar="FOLDER", help=_("Where to; by default beside the journal.")),
    ] = None,
    journal: options.Journal = None,
    passphrase_file: options.PassphraseFile = None,
) -> None:
    """Make a verified copy that opens with the same passphrase."""
    with opened(context, journal, passphrase_file) as workspace:
        copy = workspace.backups.make(to)
    say(_("Made and checked {file}.").format(file=copy))
