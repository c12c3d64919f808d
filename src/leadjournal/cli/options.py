"""The options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from leadjournal.base.words import _

Journal = Annotated[
    Path | None,
    typer.Option(
        "--journal", "-j", metavar="FILE", help=_("The journal; by default the one opened last.")
    ),
]
PassphraseFile = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file", metavar="FILE", help=_("Take the passphrase from FILE's first line.")
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help=_("Print one JSON document."))]
Since = Annotated[
    str | None, typer.Option("--since", metavar="DAY", help=_("From this day on: 2025-10-31."))
]
Until = Annotated[
    str | None, typer.Option("--until", metavar="DAY", help=_("Up to and with this day."))
]
