"""Renaming, removing and forgetting a person or a team where one is chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from leadjournal.base.errors import Problem
from leadjournal.base.formats import number
from leadjournal.base.words import _, isolated, ngettext
from leadjournal.ui.dialogs.forgetting import ask_to_forget
from leadjournal.ui.dialogs.form_dialog import FormDialog, FormWords
from leadjournal.ui.widgets.announce import announce
from leadjournal.ui.widgets.form import Form
from leadjournal.ui.widgets.form_fields import FormField, fields_of

if TYPE_CHECKING:
    from leadjournal.services.people import People, Teams
    from leadjournal.ui.context import Context

NAMED = ("person", "team")
"""The kinds of record that are made by typing a name."""

Then = Callable[[], object]


class Naming:
    """Asks for another name, takes somebody out of the journal and brings them back."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @property
    def allowed(self) -> bool:
        """Whether the journal may be changed."""
        return not self._context.workspace.read_only

    def rename(self, parent: QWidget, kind: str, id_: str, then: Then) -> None:
        """Ask for another name; `then` follows once it is written."""
        service = self._service(kind)
        record = service.get(id_)
        asked = _questions(kind)
        form = Form(self._context.looks, asked)
        form.set_values({each.name: getattr(record, each.name) for each in asked})

        def save(filled: Form) -> None:
            changes = filled.changes()
            if changes:
                service.edit(id_, **changes)
                then()
                self._context.say_undoable(
                    _("Renamed to {name}").format(name=isolated(self._name(kind, id_)))
                )

        title = _("Rename {name}").format(name=isolated(self._name(kind, id_)))
        words = FormWords(title, _("Rename"), about=id_)
        FormDialog(self._context, parent, words, form, save).begin()

    def remove(self, parent: QWidget, kind: str, id_: str, then: Then) -> None:
        """Move a person or a team to the trash; whatever named them lets go."""
        name, count = self._name(kind, id_), self._service(kind).named_by(id_)
        said = _moved(isolated(name), count)
        self._attempt(parent, lambda: self._service(kind).remove(id_), said, then)

    def restore(self, parent: QWidget, kind: str, id_: str, then: Then) -> None:
        """Bring a person or a team back out of the trash, named where they were before."""
        from leadjournal.model.catalogue import Ref

        trash = self._context.workspace.trash
        self._attempt(parent, lambda: trash.restore(Ref(kind, id_)), _("Back from the trash"), then)

    def forget(self, parent: QWidget, kind: str, id_: str, then: Then) -> None:
        """Ask whether nothing at all is to stay of a person or a team."""
        from leadjournal.model.catalogue import Ref

        ask_to_forget(self._context, parent, Ref(kind, id_), then)

    def _attempt(self, parent: QWidget, deed: Callable[[], object], said: str, then: Then) -> None:
        try:
            deed()
        except Problem as problem:
            self._context.fail(problem)
        else:
            then()
            announce(parent, said)
            self._context.say_undoable(said)

    def _name(self, kind: str, id_: str) -> str:
        from leadjournal.model.catalogue import Ref

        return self._context.workspace.shelf.title(Ref(kind, id_))

    def _service(self, kind: str) -> People | Teams:
        workspace = self._context.workspace
        return workspace.people if kind == "person" else workspace.teams


def _questions(kind: str) -> list[FormField]:
    from leadjournal.model.person import PersonDraft, TeamDraft

    if kind == "person":
        return fields_of(PersonDraft, ["first_name", "full_name"])
    return fields_of(TeamDraft, ["name"])


def _moved(name: str, count: int) -> str:
    if not count:
        return _("Moved {name} to the trash").format(name=name)
    words = ngettext(
        "Moved {name} to the trash; {count} record that pointed there stays",
        "Moved {name} to the trash; {count} records that pointed there stay",
        count,
    )
    return words.format(name=name, count=number(count))
