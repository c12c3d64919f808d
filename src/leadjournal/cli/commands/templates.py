"""templates: the catalogue, one template, or the faults of a file."""

from pathlib import Path
from typing import Annotated, Any

import typer

from leadjournal.base.errors import UserMistake
from leadjournal.base.words import _, ngettext
from leadjournal.cli import options
from leadjournal.cli.output import Column, heading, say, show_json, show_table
from leadjournal.rules.template import AREAS, Template
from leadjournal.services.templates import Templates


def command(
    what: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID | check FILE]", help=_("A template, or a file to check.")),
    ] = None,
    as_json: options.AsJson = False,
) -> None:
    """List the templates, show one, or name every fault of a template file."""
    match what or []:
        case []:
            _show_all(Templates().all(), as_json)
        case ["check", file]:
            _check(Path(file), as_json)
        case ["check"]:
            raise typer.TyperException(_("The file to check is missing"))
        case [id_]:
            _show_one(Templates().get(id_), as_json)
        case _:
            raise typer.TyperException(_("One template at a time, or “check FILE”"))


def _show_all(templates: list[Template], as_json: bool) -> None:
    if as_json:
        show_json([_values(template) for template in templates])
        return
    columns = [Column(_("Id")), Column(_("Title")), Column(_("Area")), Column(_("Minutes"), True)]
    show_table(
        columns,
        [(each.id, each.title, _(AREAS[each.area]), str(each.minutes)) for each in templates],
    )


def _show_one(template: Template, as_json: bool) -> None:
    if as_json:
        show_json(_values(template))
        return
    heading(template.title)
    say(template.purpose)
    say(
        ngettext("{area}, {count} minute", "{area}, {count} minutes", template.minutes).format(
            area=_(AREAS[template.area]), count=template.minutes
        )
    )
    say()
    show_table(
        [Column(_("Step")), Column(_("Answer")), Column(_("Question"))],
        [(step.id, _answer(step.kind, step.required), step.prompt) for step in template.steps],
    )


def _answer(kind: str, required: bool) -> str:
    return _("{kind}, required").format(kind=kind) if required else kind


def _values(template: Template) -> dict[str, Any]:
    return {
        "id": template.id,
        "version": template.version,
        "title": template.title,
        "area": template.area,
        "minutes": template.minutes,
        "steps": [
            {"id": step.id, "kind": step.kind, "required": step.required} for step in template.steps
        ],
    }


def _check(file: Path, as_json: bool) -> None:
    faults = Templates().check(file)
    if as_json:
        show_json({"faults": faults})
    else:
        for fault in faults:
            say(fault)
    if faults:
        raise UserMistake(
            ngettext("{file} has {count} fault.", "{file} has {count} faults.", len(faults)).format(
                file=file, count=len(faults)
            )
        )
    if not as_json:
        say(_("{file} has no faults.").format(file=file))
