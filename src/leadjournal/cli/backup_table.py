"""The backups of a journal as a table, or as JSON."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from leadjournal.base.backups import moment_words
from leadjournal.base.formats import number, size_words
from leadjournal.base.words import _
from leadjournal.cli.output import Column, say, show_table
from leadjournal.services.backup_list import Backup, offered_first


def show_backups(backups: Sequence[Backup], now: datetime) -> None:
    """A numbered row each, newest first, and which one would be offered."""
    if not backups:
        say(_("There is no backup yet."))
        return
    show_table(
        (
            Column("", number=True),
            Column(_("Made")),
            Column(_("Entries"), number=True),
            Column(_("Size"), number=True),
            Column(_("State")),
            Column(_("File")),
        ),
        [
            (
                str(at),
                moment_words(backup.made, now),
                "" if backup.entries is None else number(backup.entries),
                size_words(backup.size),
                " · ".join([backup.words, *backup.remarks]),
                str(backup.path),
            )
            for at, backup in enumerate(backups, start=1)
        ],
    )
    offered = offered_first(backups)
    say(
        _("None of them opens.")
        if offered is None
        else _("The newest that opens is number {number}.").format(
            number=backups.index(offered) + 1
        )
    )


def as_values(backup: Backup) -> dict[str, Any]:
    """A backup for programs."""
    return {
        "file": str(backup.path),
        "made": backup.made.isoformat(),
        "entries": backup.entries,
        "size": backup.size,
        "state": backup.state.name.lower(),
        "opens": backup.opens,
        "in_future": backup.is_ahead,
    }
