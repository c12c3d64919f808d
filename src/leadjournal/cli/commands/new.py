"""new: a new journal, or the sample journal."""

from pathlib import Path
from typing import Annotated

import typer

from leadjournal.base.errors import MachineFault, UserMistake
from leadjournal.base.preferences import LAST_JOURNAL, Preferences
from leadjournal.base.words import _
from leadjournal.cli.options import PassphraseFile
from leadjournal.cli.output import complain, say
from leadjournal.cli.passphrase import chosen_passphrase, read_passphrase
from leadjournal.cli.terminal import terminal_of
from leadjournal.services.journals import create_workspace
from leadjournal.services.samples import create_sample


def command(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("Where the journal is to lie."))],
    sample: Annotated[
        bool, typer.Option("--sample", help=_("The sample journal, shifted to end this week."))
    ] = False,
    keep_dates: Annotated[
        bool, typer.Option("--keep-dates", help=_("The sample with its own dates."))
    ] = False,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Make a journal; it becomes the one that is meant when none is named."""
    terminal = terminal_of(context)
    if keep_dates and not sample:
        raise UserMistake(_("--keep-dates goes with --sample only."))
    if file.exists() or file.is_symlink():
        raise UserMistake(
            _("{file} is already there.").format(file=file),
            _("It was left as it is."),
            _("Choose another name."),
        )
    if sample:
        secret = read_passphrase(passphrase_file) if passphrase_file else None
        workspace = create_sample(file, terminal.clock, keep_dates=keep_dates, passphrase=secret)
    else:
        secret = chosen_passphrase(passphrase_file)
        workspace = create_workspace(file, _name(file), secret, terminal.clock)
    workspace.close()
    _remember(terminal.preferences, file)
    say(_("Made {file}.").format(file=file))
    if secret is None and not sample:
        say(_("It has no passphrase: whoever can read the file can read the journal."))


def _name(file: Path) -> str:
    return file.stem.strip()[:120] or _("Journal")


def _remember(preferences: Preferences, file: Path) -> None:
    try:
        preferences.choose(LAST_JOURNAL, str(file.absolute()))
    except MachineFault:
        complain(_("It could not be remembered as the journal opened last."))
