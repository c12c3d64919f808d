"""tour: what the program makes of nine months, without a window."""

import os
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from leadjournal.base.formats import day_short
from leadjournal.base.words import _
from leadjournal.cli.figures import show_figures, show_ledger
from leadjournal.cli.output import Column, heading, say, show_table
from leadjournal.cli.terminal import Grab, terminal_of
from leadjournal.cli.tour_folder import TourFolder
from leadjournal.services.exporting import ExportChoice
from leadjournal.services.samples import create_sample
from leadjournal.services.workspace import Workspace

_JOURNAL = "sample.leadjournal"
_REPORTS = ("report.pdf", "report.html", "report.md")


def command(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=_("Where everything is put."))],
) -> None:
    """Make the sample journal and show what comes out of it."""
    terminal = terminal_of(context)
    journal = folder / _JOURNAL
    room = TourFolder(folder)
    room.make_room(journal, _REPORTS, terminal.clock)
    with closing(create_sample(journal, terminal.clock)) as workspace:
        _show(workspace)
        reports = _write_reports(workspace, folder)
    made = [journal, *reports]
    room.remember(made)
    if terminal.grab is not None:
        made += _pictures(terminal.grab, journal, room, folder)
    room.remember(made)
    say()
    heading(_("Made in {folder}").format(folder=folder))
    for file in made:
        say(file.name)


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


def _pictures(grab: Grab, journal: Path, room: TourFolder, folder: Path) -> list[Path]:
    """Take pictures without a screen; Qt reads the wish when it loads, which is now."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory(prefix=".pictures-", dir=folder) as aside:
        taken = grab(journal, Path(aside))
        room.refuse_foreign(picture.name for picture in taken)
        return [picture.replace(folder / picture.name) for picture in taken]
