"""Renaming and removing a person or a team where one is chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from leadjournal.base.errors import Problem
from leadjournal.base.words import _, ngettext
from leadjournal.ui.dialogs.form_dialog import FormDialog, FormWords
from leadjournal.ui.dialogs.question import Question
from leadjournal.ui.widgets.form import Form
from leadjournal.ui.widgets.form_fields import FormField, fields_of

if TYPE_CHECKING:
    from leadjournal.services.people import People, Teams
    from leadjournal.ui.context import Context

NAMED = ("person", "team")
"""The kinds of record that are made by typing a name."""

Then = Callable[[], object]


class Naming:
    """Asks for another name, or whether somebody is to be taken out of the journal."""

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
                    _("Renamed to {name}").format(name=self._name(kind, id_))
                )

        title = _("Rename {name}").format(name=self._name(kind, id_))
        words = FormWords(title, _("Rename"))
        FormDialog(self._context.looks, parent, words, form, save).begin()

    def remove(self, parent: QWidget, kind: str, id_: str, then: Then) -> None:
        """Ask whether a person or a team is to go; whatever named them lets go."""
        name, count = self._name(kind, id_), self._service(kind).named_by(id_)
        question = Question(
            self._context.looks,
            parent,
            _("Remove {name}?").format(name=name),
            _consequence(count),
            _("Remove"),
            keep=_("Keep {name}").format(name=name),
            danger=True,
        )
        question.accepted.connect(lambda: self._take_out(kind, id_, name, then))
        question.open()

    def _take_out(self, kind: str, id_: str, name: str, then: Then) -> None:
        try:
            self._service(kind).remove(id_)
        except Problem as problem:
            self._context.fail(problem)
        else:
            then()
            self._context.say_undoable(_("Removed {name}").format(name=name))

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


def _consequence(count: int) -> str:
    if not count:
        return _("Nothing in the journal points there. Undo brings it back.")
    words = ngettext(
        "{count} record points there and lets go; it stays itself. Undo brings all of it back.",
        "{count} records point there and let go; they stay themselves. Undo brings all of it back.",
        count,
    )
    return words.format(count=count)
