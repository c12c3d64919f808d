"""backup: a verified copy of the journal, or the list of those there are."""

from pathlib import Path
from typing import Annotated

import typer

from leadjournal.base.words import _
from leadjournal.cli import options
from leadjournal.cli.backup_table import as_values, show_backups
from leadjournal.cli.opening import opened
from leadjournal.cli.output import say, show_json


def command(
    context: typer.Context,
    to: Annotated[
        Path | None,
        typer.Option("--to", metavar="FOLDER", help=_("Where to; by default beside the journal.")),
    ] = None,
    only_list: Annotated[
        bool, typer.Option("--list", help=_("Make none; list those there are."))
    ] = False,
    as_json: options.AsJson = False,
    journal: options.Journal = None,
    passphrase_file: options.PassphraseFile = None,
) -> None:
    """Make a verified copy that opens with the same passphrase."""
    with opened(context, journal, passphrase_file) as workspace:
        now = workspace.clock.now()
        if only_list:
            listed = workspace.backups.listing()
        else:
            copy = workspace.backups.make(to)
            if to is None:
                workspace.backups.thin()
    if only_list and as_json:
        show_json([as_values(backup) for backup in listed])
    elif only_list:
        show_backups(listed, now)
    elif as_json:
        show_json({"file": str(copy)})
    else:
        say(_("Backup made and verified: {file}").format(file=copy))
