"""backup: a verified copy of the journal, or the list of those there are."""

from pathlib import Path
from typing import Annotated

import typer

from leadjournal.base.words import _
from leadjournal.cli import options
from leadjournal.cli.backup_table import as_values, show_backups
from leadjournal.cli.opening import journal_meant, opened
from leadjournal.cli.output import say, show_json
from leadjournal.cli.passphrase import passphrase_for
from leadjournal.cli.terminal import terminal_of
from leadjournal.services.restoring import backups_of_closed


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
    if only_list:
        _list(context, journal_meant(context, journal), passphrase_file, as_json=as_json)
        return
    with opened(context, journal, passphrase_file) as workspace:
        copy = workspace.backups.make(to)
        if to is None:
            workspace.backups.thin()
    if as_json:
        show_json({"file": str(copy)})
    else:
        say(_("Backup made and verified: {file}").format(file=copy))


def _list(
    context: typer.Context, path: Path, passphrase_file: Path | None, *, as_json: bool
) -> None:
    """The journal itself need not be opened for it; a window may have it."""
    now = terminal_of(context).clock.now()
    listed = backups_of_closed(path, passphrase_for(path, passphrase_file)).listing(now)
    if as_json:
        show_json([as_values(backup) for backup in listed])
    else:
        show_backups(listed, now)
