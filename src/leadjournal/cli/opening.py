"""Which journal a command means, and opening it for reading or for writing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from leadjournal.base.errors import UserMistake
from leadjournal.base.preferences import LAST_JOURNAL
from leadjournal.base.words import _
from leadjournal.cli.passphrase import passphrase_for
from leadjournal.cli.terminal import terminal_of
from leadjournal.services.journals import open_workspace, refuse_when_open
from leadjournal.services.workspace import Workspace


@contextmanager
def opened(
    context: typer.Context,
    journal: Path | None,
    passphrase_file: Path | None,
    *,
    writing: bool = False,
) -> Iterator[Workspace]:
    """The journal a command works on; it is closed again whatever happens.

    Reading neither shuts others out nor needs a folder that can be written.
    """
    terminal = terminal_of(context)
    path = journal_meant(context, journal)
    refuse_when_open(path)
    passphrase = passphrase_for(path, passphrase_file)
    workspace = open_workspace(
        path, passphrase, terminal.clock, door="command", read_only=not writing
    )
    try:
        yield workspace
    finally:
        workspace.close()


def journal_meant(context: typer.Context, journal: Path | None) -> Path:
    """The journal that was named, or else the one opened last."""
    if journal is not None:
        return journal
    path = terminal_of(context).preferences.get(LAST_JOURNAL)
    if not path:
        raise UserMistake(
            _("No journal was opened yet."),
            way_out=_("Name one with --journal FILE, or make one with “leadjournal new FILE”."),
        )
    return Path(path)
