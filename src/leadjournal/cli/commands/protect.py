"""protect: give the journal a passphrase, change it, or take it away."""

import shlex
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from leadjournal.base.errors import UserMistake
from leadjournal.base.words import _, ngettext
from leadjournal.cli import options
from leadjournal.cli.opening import journal_meant
from leadjournal.cli.output import complain, say
from leadjournal.cli.passphrase import chosen_passphrase, passphrase_for
from leadjournal.cli.terminal import terminal_of
from leadjournal.rules.passphrase import strength
from leadjournal.services.journals import open_workspace, refuse_when_open
from leadjournal.services.protection import change_protection, delete_copies, readable_copies


def command(
    context: typer.Context,
    new_file: Annotated[
        Path | None,
        typer.Option(
            "--new-passphrase-file",
            metavar="FILE",
            help=_("Take the new passphrase from FILE's first line; else it is asked for."),
        ),
    ] = None,
    remove: Annotated[
        bool, typer.Option("--remove", help=_("Take the passphrase away: anybody can read it."))
    ] = False,
    delete: Annotated[
        bool,
        typer.Option(
            "--delete-readable-copies",
            help=_("Delete the backups of this journal that anybody can read."),
        ),
    ] = False,
    journal: options.Journal = None,
    passphrase_file: options.PassphraseFile = None,
) -> None:
    """Write the journal anew under the new passphrase, check that, and keep the old file."""
    terminal = terminal_of(context)
    if remove and new_file is not None:
        raise UserMistake(_("--remove and --new-passphrase-file exclude each other."))
    only_delete = delete and not remove and new_file is None
    path = journal_meant(context, journal)
    refuse_when_open(path)
    present = passphrase_for(path, passphrase_file)
    if delete and (remove or (only_delete and present is None)):
        raise UserMistake(
            _("Anybody can read the journal itself, so its readable copies are no secret."),
            _("Nothing was deleted or changed; they may be the only backups there are."),
            _("Give the journal a passphrase with --new-passphrase-file FILE first."),
        )
    with closing(open_workspace(path, present, terminal.clock, read_only=True)) as workspace:
        identity = workspace.identity
    if not only_delete:
        new = None if remove else _chosen(new_file)
        kept = change_protection(path, present, new, terminal.clock)
        present = new
        _say_changed(path, new, kept)
    _tell_readable(
        path, readable_copies(path, identity), delete=delete, encrypted=present is not None
    )


def _chosen(file: Path | None) -> str:
    chosen = chosen_passphrase(file, _("New passphrase: "))
    if chosen is None:
        raise UserMistake(
            _("No new passphrase was given."),
            _("Nothing was changed."),
            _("Give it with --new-passphrase-file FILE, or --remove to have none."),
        )
    return chosen


def _say_changed(path: Path, new: str | None, kept: Path) -> None:
    if new is None:
        words = _("{file} has no passphrase any more: whoever can read it can read the journal.")
        say(words.format(file=path))
    else:
        say(_("{file} opens with the new passphrase only.").format(file=path))
        say(f"{strength(new).sentence}.")
    say(
        _("The file as it was is kept at {file}; older backups open as they did.").format(file=kept)
    )


def _tell_readable(path: Path, copies: Sequence[Path], *, delete: bool, encrypted: bool) -> None:
    if not copies:
        return
    if delete:
        delete_copies(list(copies))
        words = ngettext(
            "Deleted {count} copy that anybody could read.",
            "Deleted {count} copies that anybody could read.",
            len(copies),
        )
        say(words.format(count=len(copies)))
    elif encrypted:
        for file in copies:
            complain(_("Anybody can read this copy: {file}").format(file=file))
        words = _("Delete what anybody can read: leadjournal protect -j {file} {option}")
        complain(words.format(file=shlex.quote(str(path)), option="--delete-readable-copies"))
