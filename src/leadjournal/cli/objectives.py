"""A table of objectives on its way into a journal, for programs and for people."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from leadjournal.base.errors import UserMistake
from leadjournal.base.words import _
from leadjournal.cli.output import Column, say, show_json, show_table
from leadjournal.rules.objective_table import Line, Understood
from leadjournal.services.workspace import Workspace

TABLES = (".csv", ".tsv", ".txt")
"""How the names of files end that are read as tables."""


def import_objectives(workspace: Workspace, file: Path, *, dry_run: bool, as_json: bool) -> None:
    """Take a table of objectives in, all of it or nothing, or tell what would come in."""
    service = workspace.objective_import
    understood = service.understand(service.file(file))
    if understood.problem:
        raise UserMistake(understood.problem, _("Nothing was taken in."), understood.needed)
    if as_json:
        _take_in(workspace, understood, dry_run=dry_run)
        show_json(_plain(understood, dry_run=dry_run))
        return
    _show(understood)
    say(_take_in(workspace, understood, dry_run=dry_run))


def _take_in(workspace: Workspace, understood: Understood, *, dry_run: bool) -> str:
    """Write it unless this is a dry run; what happened, in a sentence."""
    if understood.faults:
        told = " ".join(line.fault for line in understood.faults)
        raise UserMistake(
            told, _("Nothing was taken in."), _("Mend the table and import it again.")
        )
    if dry_run:
        return _("Nothing was changed: this was a dry run.")
    if not understood.taken:
        return _("Everything in the table is here already.")
    return workspace.objective_import.take_in(understood).sentence + "."


def _show(understood: Understood) -> None:
    columns = (Column(_("Row"), number=True), Column(_("Objective")), Column(_("Key result")),
               Column(_("What comes of it")))  # fmt: skip
    rows = [
        (str(line.row), line.objective, line.key_result, _comes(line))
        for line in understood.lines
        if not line.fault
    ]
    if rows:
        show_table(columns, rows)
    if "sign" in understood.asks:
        say(_("A number such as 1,234 was read as above a thousand."))
    if "order" in understood.asks:
        say(_("A day such as 3/4 was read as 3 April."))
    if understood.unread:
        say(_("Not read: {columns}.").format(columns=", ".join(understood.unread)))
    if understood.unknown:
        names = ", ".join(understood.unknown)
        say(_("Not found in the journal, left empty: {names}.").format(names=names))


def _comes(line: Line) -> str:
    return {"": _("New"), "here": _("Already here"), "twice": _("There twice, left out")}[
        line.left_out
    ]


def _plain(understood: Understood, *, dry_run: bool) -> dict[str, Any]:
    return {
        "dry_run": dry_run,
        "objectives": 0 if dry_run else len(understood.coming),
        "key_results": 0 if dry_run else understood.results,
        "rows": [{**_row(line), "comes": line.left_out or "new"} for line in understood.lines],
        "not_read": list(understood.unread),
        "not_found": list(understood.unknown),
    }


def _row(line: Line) -> dict[str, Any]:
    values = asdict(line)
    for name in ("key", "fault", "left_out", "owner"):
        del values[name]
    return {**values, "due": line.due.isoformat() if line.due else None}
