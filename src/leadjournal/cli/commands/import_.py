"""import: a bundle comes back into a journal, or a table of objectives into it."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from leadjournal.base.words import _
from leadjournal.cli import options
from leadjournal.cli.objectives import TABLES, import_objectives
from leadjournal.cli.opening import opened
from leadjournal.cli.output import Column, say, show_json, show_table
from leadjournal.services.bundle_preview import BundlePreview, TakenIn


def command(
    context: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE_OR_FOLDER",
            help=_("A bundle, or the folder with its files; or objectives as a table (.csv)."),
        ),
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=_("Only tell what would come in."))
    ] = False,
    as_json: options.AsJson = False,
    journal: options.Journal = None,
    passphrase_file: options.PassphraseFile = None,
) -> None:
    """Take in what the journal does not have yet, all of it or nothing."""
    with opened(context, journal, passphrase_file, writing=not dry_run) as workspace:
        if file.suffix.lower() in TABLES and not file.is_dir():
            import_objectives(workspace, file, dry_run=dry_run, as_json=as_json)
            return
        taken = None if dry_run else workspace.bundles.take_in(file)
        preview = taken.preview if taken else workspace.bundles.preview(file)
    if as_json:
        show_json(_plain(preview, taken))
    else:
        _tell(preview, taken)


def _tell(preview: BundlePreview, taken: TakenIn | None) -> None:
    say(preview.origin)
    if preview.rows:
        show_table((Column(_("Kind")), Column(_("In the bundle"))), preview.rows)
    for note in preview.notes:
        say(note)
    if taken is None:
        say(_("Nothing was changed: this was a dry run."))
        return
    if taken.backup is not None:
        say(_("Made and checked {file} before.").format(file=taken.backup))
    say(taken.sentence)


def _plain(preview: BundlePreview, taken: TakenIn | None) -> dict[str, Any]:
    return {
        "taken_in": preview.new if taken else 0,
        "dry_run": taken is None,
        "journal": preview.journal,
        "made": preview.made.isoformat(),
        "program": preview.program,
        "history": preview.history.value,
        "kinds": {kind: asdict(share) for kind, share in preview.kinds.items()},
        "backup": str(taken.backup) if taken and taken.backup else None,
    }
