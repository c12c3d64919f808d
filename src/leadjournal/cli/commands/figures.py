"""figures: outcome debt, line of sight, momentum, and what is green but red."""

from typing import Annotated

import typer

from leadjournal.base.words import _
from leadjournal.cli import options
from leadjournal.cli.figures import figures_document, show_figures, show_ledger
from leadjournal.cli.opening import opened
from leadjournal.cli.output import say, show_json
from leadjournal.cli.values import day_of


def command(
    context: typer.Context,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DAY", help=_("As they stood on this day."))
    ] = None,
    as_json: options.AsJson = False,
    journal: options.Journal = None,
    passphrase_file: options.PassphraseFile = None,
) -> None:
    """Compute the figures of a day, by default of today."""
    day = day_of(on)
    with opened(context, journal, passphrase_file) as workspace:
        figures = workspace.figures.on(day)
    if as_json:
        show_json(figures_document(figures))
        return
    show_figures(figures)
    say()
    show_ledger(figures)
