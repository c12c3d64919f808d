"""What can be done with an output and with its links to outcomes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, cast

from leadjournal.base.errors import InvalidValue
from leadjournal.base.words import _
from leadjournal.model.link import Link, LinkDraft
from leadjournal.model.output import OutputDraft
from leadjournal.ui.dialogs.choosing import RecordAnswer
from leadjournal.ui.dialogs.form_dialog import FormWords
from leadjournal.ui.pages.outcomes.deeds import (
    Answers,
    Deed,
    Deeds,
    Ending,
    begun_with,
    part_of,
    row_of,
    shortened,
)
from leadjournal.ui.pages.outcomes.forms import (
    finish_form,
    link_form,
    link_test_form,
    output_form,
    stop_form,
)
from leadjournal.ui.pages.outcomes.rows import RowKey, TreeRow
from leadjournal.ui.pages.outcomes.sheets import Part
from leadjournal.ui.widgets.answers import ChoiceAnswer
from leadjournal.ui.widgets.form import Form

if TYPE_CHECKING:
    from leadjournal.services.outputs import Outputs
    from leadjournal.services.records import Choice

_LINK_FIELDS = ("so_that", "confidence")


class OutputDeeds(Deeds):
    """Write, finish, stop, reopen, link and remove an output."""

    def table(self) -> dict[str, Deed]:
        return {
            "new-output": lambda target: self.new(None, begun_with(target)),
            "add-output": lambda target: self.new(row_of(target).key.id),
            "edit-output": lambda target: self.change(row_of(target).key.id),
            "finish": lambda target: self.finish(row_of(target)),
            "stop": lambda target: self.stop(row_of(target)),
            "reopen": lambda target: self.reopen(row_of(target)),
            "remove-output": lambda target: self.drop(row_of(target)),
            "link": lambda target: self.link_from(row_of(target).key.id, None),
            "drop": lambda target: self.link_from(*cast("tuple[str, str]", target)),
            "link-here": lambda target: self.link_to(row_of(target)),
            "edit-link": lambda target: self.change_link(_link(target)),
            "test-link": lambda target: self.test(_link(target)),
            "make-main": lambda target: self.make_main(_link(target).id),
            "unlink": lambda target: self.unlink(_link(target).id),
        }

    def new(self, outcome_id: str | None, title: str = "") -> None:
        """Write an output, with where it leads if that is known."""

        def write(values: Answers) -> None:
            leads_to = values.pop("outcome_id", None)
            belief = {name: values.pop(name) for name in _LINK_FIELDS if name in values}
            under = None if leads_to is None else str(leads_to)
            made = self.workspace.outputs.add(OutputDraft(**values), under, **belief)
            self.reveal(RowKey("output", made.id, under or ""))

        words = FormWords(_("New output"), _("Add output"))
        values = {"title": title, "outcome_id": outcome_id, "created_on": self.today}
        stopped = _pairs(self.workspace.outputs.replaceable(outcome_id))
        form = self.add(words, output_form(with_link=True, stopped=stopped), values, write)
        follow_outcome(form, self.workspace.outputs)

    def change(self, id_: str) -> None:
        """Change an output."""

        def write(changes: Answers) -> None:
            self.workspace.outputs.edit(id_, **changes)

        record = self.workspace.outputs.get(id_)
        words = FormWords(_("Edit output"), _("Save"))
        stopped = self._stopped_beside(id_)
        self.edit(words, output_form(with_link=False, stopped=stopped), record, write)

    def _stopped_beside(self, id_: str) -> list[tuple[str, object]]:
        """The stopped outputs of the outcomes that an output leads to."""
        outputs = self.workspace.outputs
        found = {
            choice: None
            for link in outputs.links(id_)
            for choice in outputs.replaceable(link.outcome_id)
            if choice.id != id_
        }
        return _pairs(found)

    def finish(self, row: TreeRow) -> None:
        """It is finished on a day; from then on it has to show what it changed."""

        def write(values: Answers) -> None:
            self.workspace.outputs.finish(row.key.id, cast(date, values["finished_on"]))
            said = _("Finished “{title}”").format(title=shortened(row.title))
            self.context.say_undoable(said)

        words = FormWords(
            _("Finish this output"),
            _("Finish"),
            _("From that day on it has to show what it changed."),
        )
        self.add(words, finish_form(), {"finished_on": self.today}, write)

    def stop(self, row: TreeRow) -> None:
        """It is stopped with a lesson."""
        ending = Ending(
            title=_("Stop this output"),
            verb=_("Stop"),
            said=_("Stopped “{title}” with its lesson"),
            asked=stop_form(_pairs(self.workspace.outputs.replacements(row.key.id))),
            fields="stopped",
        )
        self.give_up(row, ending, self.workspace.outputs.stop)

    def reopen(self, row: TreeRow) -> None:
        """It is running again."""
        self.attempt(
            lambda: self.workspace.outputs.reopen(row.key.id),
            _("“{title}” is open again").format(title=shortened(row.title)),
        )

    def drop(self, row: TreeRow) -> None:
        """Remove an output with its links."""
        self.attempt(
            lambda: self.workspace.outputs.remove(row.key.id),
            _("Moved the output “{title}” to the trash").format(title=shortened(row.title)),
        )

    def link_from(self, output_id: str, outcome_id: str | None) -> None:
        """Link an output to an outcome that is chosen, or was dropped on."""

        def write(values: Answers) -> None:
            self._link(LinkDraft(**{**values, "output_id": output_id}))

        first = not self.workspace.outputs.links(output_id)
        values = {"outcome_id": outcome_id, "since": self.today, "main": first}
        title = self.workspace.outputs.get(output_id).title
        words = FormWords(_("Link to an outcome"), _("Link"), title)
        self.add(words, link_form("outcome_id"), values, write)

    def link_to(self, row: TreeRow) -> None:
        """Link an output that is chosen to an outcome."""

        def write(values: Answers) -> None:
            self._link(LinkDraft(**{**values, "outcome_id": row.key.id}))

        words = FormWords(_("Link an output"), _("Link"), row.title)
        values = {"since": self.today, "main": False}
        self.add(words, link_form("output_id"), values, write)

    def _link(self, draft: LinkDraft) -> None:
        self.workspace.outputs.link(draft)
        self.reveal(RowKey("output", draft.output_id, draft.outcome_id))
        self.context.say_undoable(_("Linked the output"))

    def change_link(self, part: Part) -> None:
        """Change what a link says."""

        def write(changes: Answers) -> None:
            self.workspace.outputs.edit_link(part.id, **changes)

        record = self._one(part)
        words = FormWords(_("Edit the link"), _("Save"))
        self.edit(words, link_form(""), record, write)

    def test(self, part: Part) -> None:
        """Say what the test of a link showed."""
        link = self._one(part)

        def write(values: Answers) -> None:
            verdict = values.get("verdict")
            if verdict is None:
                raise InvalidValue(_("Say what it showed."), field="verdict")
            self.workspace.outputs.test_link(
                part.id, verdict, values["verdict_on"], str(values.get("verdict_because") or "")
            )

        words = FormWords(_("What the test showed"), _("Save"), link.so_that, part.id)
        values = {
            "verdict": link.verdict,
            "verdict_on": link.verdict_on or self.today,
            "verdict_because": link.verdict_because,
        }
        self.add(words, link_test_form(), values, write)

    def _one(self, part: Part) -> Link:
        links = self.workspace.outputs.links(part.of)
        return next(link for link in links if link.id == part.id)

    def make_main(self, id_: str) -> None:
        """From today on the debt of the output belongs to this outcome."""
        self.attempt(
            lambda: self.workspace.outputs.make_main(id_), _("This is its main outcome from today")
        )

    def unlink(self, id_: str) -> None:
        """The output leads there no longer."""
        self.attempt(lambda: self.workspace.outputs.unlink(id_), _("Unlinked from the outcome"))


def _pairs(choices: Iterable[Choice]) -> list[tuple[str, object]]:
    return [(choice.words, choice.id) for choice in choices]


def follow_outcome(form: Form, outputs: Outputs) -> None:
    """Offer the stopped outputs of the outcome that is chosen, and of no other one."""
    outcome, instead = form.editor("outcome_id"), form.editor("replaces_id")
    if not isinstance(outcome, RecordAnswer) or not isinstance(instead, ChoiceAnswer):
        raise TypeError(outcome)

    def offer() -> None:
        chosen = outcome.currentData() if outcome.currentText() else None
        present = instead.value()
        instead.set_choices(_pairs(outputs.replaceable(chosen)))
        instead.set_value(present)
        if instead.currentIndex() < 0:
            instead.set_value(None)

    outcome.currentTextChanged.connect(offer)


def _link(target: object) -> Part:
    if isinstance(target, TreeRow):
        return Part(target.link_id, target.key.id)
    return part_of(target)
