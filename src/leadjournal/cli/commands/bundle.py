"""bundle: everything in the journal, without loss, in a file that needs no leadjournal."""

from pathlib import Path
from typing import Annotated

import typer

from leadjournal.base.formats import number
from leadjournal.base.words import _, ngettext
from leadjournal.cli import options
from leadjournal.cli.opening import opened
from leadjournal.cli.output import complain, say


def command(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("A zip to write, NAME.zip."))],
    with_history: Annotated[
        bool,
        typer.Option("--with-history", help=_("The trash and earlier versions of texts too.")),
    ] = False,
    journal: options.Journal = None,
    passphrase_file: options.PassphraseFile = None,
) -> None:
    """Write every record into a zip of plain text; import brings it back."""
    with opened(context, journal, passphrase_file) as workspace:
        written = workspace.bundles.write(file, with_history=with_history)
        is_encrypted = workspace.is_encrypted
    words = ngettext(
        "Wrote {count} record into {file}.", "Wrote {count} records into {file}.", written.records
    )
    say(words.format(count=number(written.records), file=written.path))
    if is_encrypted:
        complain(_("The journal is encrypted, the bundle is not: whoever has it can read it."))
