"""What can be done with cycles: close one, look at the closed ones, correct their words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from leadjournal.base.words import _, ngettext, shortened
from leadjournal.model.catalogue import Ref
from leadjournal.model.cycle import CycleDraft
from leadjournal.ui.dialogs.form_dialog import FormWords
from leadjournal.ui.dialogs.question import Question
from leadjournal.ui.pages.outcomes.cycles.closing import ClosingDialog
from leadjournal.ui.pages.outcomes.cycles.listing import ClosedCyclesDialog
from leadjournal.ui.pages.outcomes.deeds import Deed, Deeds
from leadjournal.ui.pages.outcomes.forms import Asked
from leadjournal.ui.pages.outcomes.outcome_deeds import OutcomeDeeds
from leadjournal.ui.widgets.form_fields import fields_of

_LONGEST, _WHOLE = 60, 160


class CycleDeeds(Deeds):
    """Close a cycle; show, correct and remove the closed ones."""

    def table(self) -> dict[str, Deed]:
        return {
            "close-cycle": lambda _target: self.close(),
            "closed-cycles": self.show,
        }

    def close(self) -> None:
        """Score each outcome, and keep, change or stop it."""
        dialog = ClosingDialog(self.context, self.parent)
        dialog.closed.connect(self._tell)
        dialog.begin()

    def show(self, target: object = None) -> None:
        """The closed cycles, at one of them if it is asked for."""
        workspace = self.context.workspace
        dialog = ClosedCyclesDialog(
            self.context.looks,
            self.parent,
            workspace.cycles.listing(),
            self.today,
            can_write=not workspace.read_only,
        )
        # One dialog at a time: the next one opens when this one is put away.
        for wished, deed in ((dialog.edit_wished, self.change), (dialog.remove_wished, self.drop)):
            wished.connect(dialog.accept)
            wished.connect(deed)
        dialog.open()
        if isinstance(target, Ref):
            dialog.bring(target.id)

    def change(self, id_: str) -> None:
        """Correct what a closed cycle is called, its days and its lesson."""
        cycles = self.workspace.cycles

        def write(changes: dict[str, Any]) -> None:
            cycles.edit(id_, **changes)

        asked = Asked(fields_of(CycleDraft, ["name", "lesson", "since", "until"]), [])
        self.edit(FormWords(_("Edit cycle"), _("Save")), asked, cycles.get(id_), write)

    def drop(self, id_: str) -> None:
        """Remove a closed cycle with its scores; outcomes it stopped stay retired."""
        name = shortened(self.workspace.cycles.get(id_).name, _LONGEST)
        self.attempt(
            lambda: self.workspace.cycles.remove(id_),
            _("Moved the cycle “{title}” to the trash").format(title=name),
        )

    def _tell(self, said: str, changed: list[str]) -> None:
        self.context.say_undoable(said)
        if changed:
            self._offer(changed)

    def _offer(self, changed: Sequence[str]) -> None:
        count = len(changed)
        outcomes = self.workspace.outcomes
        titles = "\n".join(f"“{shortened(outcomes.statement(id_), _WHOLE)}”" for id_ in changed)
        question = Question(
            self.context.looks,
            self.parent,
            ngettext("Change it now?", "Change them now?", count),
            titles,
            ngettext("Change it now", "Change them now", count),
            keep=_("Later"),
        )
        question.accepted.connect(lambda: self._change_next(list(changed)))
        question.open()

    def _change_next(self, left: list[str]) -> None:
        """One form after another; the first that is given up ends the row."""
        if not left:
            return
        deeds = OutcomeDeeds(self.context, self.parent, self.reveal, self.begin)
        form = deeds.change(left[0])
        form.accepted.connect(lambda: self._change_next(left[1:]))
