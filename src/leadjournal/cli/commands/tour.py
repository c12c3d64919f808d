"""tour: what the program makes of nine months, without a window."""

import os
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from leadjournal.base.errors import CannotDecrypt, NotAJournal, UserMistake
from leadjournal.base.files import cannot_write
from leadjournal.base.formats import day_short
from leadjournal.base.words import _
from leadjournal.cli.figures import show_figures, show_ledger
from leadjournal.cli.output import Column, heading, say, show_table
from leadjournal.cli.terminal import Grab, terminal_of
from leadjournal.services.exporting import ExportChoice
from leadjournal.services.journals import open_workspace
from leadjournal.services.samples import create_sample
from leadjournal.services.workspace import Workspace

_JOURNAL = "sample.leadjournal"
_REPORTS = ("report.pdf", "report.html", "report.md")
_BESIDE = ("", "-wal", "-shm", "-journal")


def command(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=_("Where everything is put."))],
) -> None:
    """Make the sample journal and show what comes out of it."""
    terminal = terminal_of(context)
    journal = folder / _JOURNAL
    _make_room(context, folder, journal)
    with closing(create_sample(journal, terminal.clock)) as workspace:
        _show(workspace)
        reports = _write_reports(workspace, folder)
    made = [journal, *reports]
    if terminal.grab is not None:
        made += _pictures(terminal.grab, journal, folder)
    say()
    heading(_("Made in {folder}").format(folder=folder))
    for file in made:
        say(file.name)


def _make_room(context: typer.Context, folder: Path, journal: Path) -> None:
    """Replace an earlier tour, and nothing that anybody else put there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as fault:
        known = fault if isinstance(fault, OSError) else OSError(0, str(fault))
        raise cannot_write(folder, known) from fault
    if journal.exists() or journal.is_symlink():
        if not _is_sample(context, journal):
            raise _foreign(journal)
        for ending in _BESIDE:
            journal.with_name(f"{journal.name}{ending}").unlink(missing_ok=True)
        return
    for name in _REPORTS:
        if (folder / name).exists():
            raise _foreign(folder / name)


def _is_sample(context: typer.Context, journal: Path) -> bool:
    if journal.is_symlink():
        return False
    try:
        workspace = open_workspace(journal, None, terminal_of(context).clock, read_only=True)
    except (NotAJournal, CannotDecrypt):
        return False
    with closing(workspace):
        return workspace.card.get().sample


def _foreign(file: Path) -> UserMistake:
    return UserMistake(
        _("{file} is already there, and no earlier tour made it.").format(file=file),
        _("It was left as it is."),
        _("Choose another folder."),
    )


def _show(workspace: Workspace) -> None:
    today = workspace.clock.today()
    heading(_("Today"))
    say(workspace.today.sentence())
    say()
    heading(_("Waiting for you"))
    show_table(
        [Column(_("Due")), Column(_("What")), Column(_("More"))],
        [
            (day_short(line.due, today) if line.due else "", line.title, line.second)
            for line in workspace.today.waiting()
        ],
    )
    figures = workspace.figures.on()
    say()
    show_ledger(figures)
    say()
    show_figures(figures)


def _write_reports(workspace: Workspace, folder: Path) -> list[Path]:
    reports = [folder / name for name in _REPORTS]
    for report in reports:
        workspace.exporting.write(ExportChoice(), report)
    return reports


def _pictures(grab: Grab, journal: Path, folder: Path) -> list[Path]:
    """Take pictures without a screen; Qt reads the wish when it loads, which is now."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return list(grab(journal, folder))
