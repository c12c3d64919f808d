"""restore: a backup takes the place of the journal; the file that was there is kept."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from leadjournal.base import backups as places
from leadjournal.base.errors import CannotDecrypt, Problem, UserMistake
from leadjournal.base.words import _
from leadjournal.cli import options
from leadjournal.cli.backup_table import as_values, show_backups
from leadjournal.cli.opening import journal_meant
from leadjournal.cli.output import say, show_json
from leadjournal.cli.passphrase import passphrase_for, read_passphrase
from leadjournal.cli.terminal import terminal_of
from leadjournal.services.backup_list import Backup
from leadjournal.services.backup_preview import preview
from leadjournal.services.restoring import (
    backups_of_closed,
    entries_of_closed,
    identity_of_closed,
    restore,
)


def command(
    context: typer.Context,
    backup: Annotated[
        Path | None,
        typer.Argument(metavar="BACKUP", help=_("Its file or number; without it they are listed.")),
    ] = None,
    only_list: Annotated[
        bool, typer.Option("--list", help=_("Restore none; list those there are."))
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help=_("Do it without asking."))] = False,
    as_json: options.AsJson = False,
    journal: options.Journal = None,
    passphrase_file: options.PassphraseFile = None,
) -> None:
    """Show what a backup holds, then put it in the journal's place; the present file is kept."""
    now = terminal_of(context).clock.now()
    path = journal_meant(context, journal)
    if backup is None or only_list:
        listed = backups_of_closed(path, _present(path, passphrase_file)).listing(now)
        if as_json:
            show_json([as_values(each) for each in listed])
            return
        show_backups(listed, now)
        if only_list or not listed or not sys.stdin.isatty():
            return
        backup = _asked(listed)
    elif str(backup).isdecimal() and not _found(path, backup).exists():
        listed = backups_of_closed(path, _present(path, passphrase_file)).listing(now)
        backup = _numbered(listed, str(backup))
    _restore(context, path, _found(path, backup), passphrase_file, yes=yes, as_json=as_json)


def _present(path: Path, file: Path | None) -> str | None:
    """What the journal opens with, as far as that can be known: it may be damaged or gone."""
    try:
        return passphrase_for(path, file)
    except (CannotDecrypt, UserMistake):
        raise
    except Problem:
        return read_passphrase(file) if file is not None else None


def _asked(listed: Sequence[Backup]) -> Path:
    question = _("Restore which number? (Enter for none)")
    answer = str(typer.prompt(question, default="", show_default=False)).strip()
    if not answer:
        raise typer.Exit
    return _numbered(listed, answer)


def _numbered(listed: Sequence[Backup], number: str) -> Path:
    if not number.isdecimal() or not 1 <= int(number[:6]) <= len(listed):
        raise UserMistake(
            _("There is no number {number} in the list.").format(number=number[:20]),
            _("Nothing was changed."),
            _("“leadjournal restore --list” shows the numbers."),
        )
    return listed[int(number) - 1].path


def _found(path: Path, backup: Path) -> Path:
    """A backup may be named without its folder."""
    if not backup.exists() and backup.name == str(backup):
        for folder in places.places(path):
            if (folder / backup).exists():
                return folder / backup
    return backup


def _restore(
    context: typer.Context,
    path: Path,
    backup: Path,
    passphrase_file: Path | None,
    *,
    yes: bool,
    as_json: bool,
) -> None:
    clock = terminal_of(context).clock
    passphrase = passphrase_for(backup, passphrase_file)
    seen = preview(backup, passphrase, entries_of_closed(path, passphrase))
    if not as_json:
        for line in seen.lines(clock.today(), with_titles=True):
            say(line)
    if not yes:
        _ask(path)
    identity = identity_of_closed(path, passphrase)
    restored, kept = restore(path, backup, passphrase, clock, identity=identity)
    restored.close()
    if as_json:
        show_json(
            {
                "journal": str(restored.path),
                "backup": str(backup),
                "kept": str(kept) if kept is not None else None,
                "counts": seen.counts,
            }
        )
        return
    say(_("Restored {backup} as {file}.").format(backup=backup, file=restored.path))
    if kept is not None:
        say(_("The file that was there is kept as {file}.").format(file=kept))


def _ask(path: Path) -> None:
    if not sys.stdin.isatty():
        raise UserMistake(
            _("Nothing was restored."),
            way_out=_("Add --yes to put the backup in the place of {file}.").format(file=path),
        )
    question = _("Put it in the place of {file}, which is kept?").format(file=path.name)
    if not typer.confirm(question, default=False):
        raise typer.Exit
