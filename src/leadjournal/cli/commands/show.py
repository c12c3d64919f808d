"""show: one record with its tags, links and parts."""

from typing import Annotated, Any

import typer

from leadjournal.base.words import _
from leadjournal.cli import options
from leadjournal.cli.opening import opened
from leadjournal.cli.output import Column, heading, say, show_json, show_table
from leadjournal.cli.records import show_records
from leadjournal.cli.words import fields_of, texts_of, title_of, values_of
from leadjournal.model.catalogue import BY_ID, Kind, Ref
from leadjournal.model.record import Record
from leadjournal.services.references import LinkedRecord
from leadjournal.services.workspace import Workspace


def command(
    context: typer.Context,
    id_: Annotated[str, typer.Argument(metavar="ID", help=_("The record's id, or how it begins."))],
    as_json: options.AsJson = False,
    journal: options.Journal = None,
    passphrase_file: options.PassphraseFile = None,
) -> None:
    """Show everything that is stored in one record."""
    with opened(context, journal, passphrase_file) as workspace:
        ref, record = workspace.shelf.find(id_)
        if as_json:
            show_json(_document(workspace, ref, record))
        else:
            _show(workspace, ref, record)


def _document(workspace: Workspace, ref: Ref, record: Record) -> dict[str, Any]:
    return {
        "kind": ref.kind,
        "record": values_of(record),
        "tags": workspace.references.tags(ref.id),
        "links": [_link(linked) for linked in workspace.references.of(ref.id)],
        "linked_from": [_link(linked) for linked in workspace.references.back(ref.id)],
        "parts": {
            kind.id: [values_of(part) for part in parts] for kind, parts in _parts(workspace, ref)
        },
    }


def _parts(workspace: Workspace, ref: Ref) -> list[tuple[Kind, list[Record]]]:
    """What belongs to a record and goes with it, such as the reviews of an outcome."""
    return [
        (
            BY_ID[part],
            [
                record
                for record in workspace.shelf.listing(BY_ID[part])
                if getattr(record, column) == ref.id
            ],
        )
        for part, column in BY_ID[ref.kind].parts
    ]


def _link(linked: LinkedRecord) -> dict[str, str]:
    return {"kind": linked.ref.kind, "id": linked.ref.id, "title": linked.title}


def _show(workspace: Workspace, ref: Ref, record: Record) -> None:
    kind = BY_ID[ref.kind]
    heading(f"{_(kind.label)}: {title_of(kind, record)}")
    rows = [(_("Id"), ref.id), *fields_of(kind, record, workspace.shelf.title)]
    if tags := workspace.references.tags(ref.id):
        rows.append((_("Tags"), ", ".join(tags)))
    for linked in workspace.references.of(ref.id):
        rows.append((_("Links to"), f"{linked.title} ({linked.kind}, {linked.ref.id[:8]})"))
    for linked in workspace.references.back(ref.id):
        rows.append((_("Linked from"), f"{linked.title} ({linked.kind}, {linked.ref.id[:8]})"))
    show_table([Column(_("Field")), Column(_("Value"))], rows)
    for part, records in _parts(workspace, ref):
        if records and part.listed:
            say()
            show_records(part, records)
    for text in texts_of(kind, record):
        say()
        say(text)
