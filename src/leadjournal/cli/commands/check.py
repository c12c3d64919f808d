"""check: is the journal whole?"""

import typer

from leadjournal.base.errors import DamagedJournal
from leadjournal.base.words import _
from leadjournal.cli import options
from leadjournal.cli.opening import opened
from leadjournal.cli.output import say, show_json


def command(
    context: typer.Context,
    as_json: options.AsJson = False,
    journal: options.Journal = None,
    passphrase_file: options.PassphraseFile = None,
) -> None:
    """Read the whole file and tell what was found; nothing is changed."""
    with opened(context, journal, passphrase_file) as workspace:
        report = workspace.backups.check()
        path = workspace.path
    if as_json:
        show_json({"ok": report.ok, "faults": list(report.faults), "counts": report.counts})
    else:
        for line in report.lines:
            say(line)
    if not report.ok:
        raise DamagedJournal(
            _("{file} has faults.").format(file=path),
            _("The file was left as it is."),
            _("Open your newest backup, and keep this file until you have checked it."),
        )
