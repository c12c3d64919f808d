"""add: one entry."""

from typing import Annotated

import typer

from leadjournal.base.errors import InvalidValue
from leadjournal.base.words import _
from leadjournal.cli import options
from leadjournal.cli.handing_over import handed_over
from leadjournal.cli.opening import journal_meant, opened
from leadjournal.cli.output import say
from leadjournal.cli.standard_input import text_or_input
from leadjournal.cli.values import day_of, entry_kind_of


def command(
    context: typer.Context,
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help=_("What to write; - reads standard input."))
    ],
    date: Annotated[
        str | None, typer.Option("--date", metavar="DAY", help=_("Its day; by default today."))
    ] = None,
    tag: Annotated[
        list[str] | None, typer.Option("--tag", metavar="TAG", help=_("A tag; may be repeated."))
    ] = None,
    kind: Annotated[
        str, typer.Option("--kind", metavar="KIND", help=_("What the entry is, such as moment."))
    ] = "note",
    journal: options.Journal = None,
    passphrase_file: options.PassphraseFile = None,
) -> None:
    """Write an entry: its first line becomes the title when it is short."""
    day, chosen = day_of(date), entry_kind_of(kind)
    safe = _("No entry was made.")
    words = text_or_input(text, _("The text is too long for one entry."), safe)
    if not words.replace("\x00", "").strip():
        raise InvalidValue(_("There is nothing to write."), safe)
    path = journal_meant(context, journal)
    added = handed_over(path, words, day, chosen, tag or [])
    if added is None:
        with opened(context, path, passphrase_file, writing=True) as workspace:
            entry = workspace.entries.capture(words, day, kind=chosen, tags=tag or ())
        added = (entry.id[:8], entry.day.isoformat())
    say(_("Added {id} on {day}.").format(id=added[0], day=added[1]))
