"""export: a document of the journal, or its records."""

from pathlib import Path
from typing import Annotated

import typer

from leadjournal.base.words import _, ngettext
from leadjournal.cli import options
from leadjournal.cli.opening import opened
from leadjournal.cli.output import say
from leadjournal.cli.values import period
from leadjournal.services.exporting import ExportChoice, ExportPreview


def command(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("Its ending chooses the format."))],
    since: options.Since = None,
    until: options.Until = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind", metavar="KIND", help=_("Only this kind of record or entry; repeatable.")
        ),
    ] = None,
    tag: Annotated[
        list[str] | None,
        typer.Option("--tag", metavar="TAG", help=_("Only entries with this tag; repeatable.")),
    ] = None,
    include_private: Annotated[
        bool, typer.Option("--include-private", help=_("Your own copy, private entries too."))
    ] = False,
    names: Annotated[
        str, typer.Option("--names", metavar="HOW", help=_("keep, initials or persons."))
    ] = "keep",
    journal: options.Journal = None,
    passphrase_file: options.PassphraseFile = None,
) -> None:
    """Write what was chosen; private entries are left out unless asked for."""
    first, last = period(since, until)
    choice = ExportChoice(
        since=first,
        until=last,
        kinds=tuple(kind or ()),
        tags=tuple(tag or ()),
        include_private=include_private,
        names=names,
    )
    with opened(context, journal, passphrase_file) as workspace:
        preview = workspace.exporting.preview(choice)
        workspace.exporting.write(choice, file)
        is_map = workspace.exporting.is_map(file)
    say(_("Wrote {file}.").format(file=file))
    # No entry is on the map, private or not.
    if not is_map:
        say(_contents(preview, include_private))


def _contents(preview: ExportPreview, include_private: bool) -> str:
    words = ngettext("It holds {count} entry", "It holds {count} entries", preview.entries).format(
        count=preview.entries
    )
    if include_private:
        return ngettext(
            "{words}, {count} private one among them: keep it to yourself.",
            "{words}, {count} private ones among them: keep it to yourself.",
            preview.private_included,
        ).format(words=words, count=preview.private_included)
    return ngettext(
        "{words}; {count} private one was left out.",
        "{words}; {count} private ones were left out.",
        preview.private_left_out,
    ).format(words=words, count=preview.private_left_out)
