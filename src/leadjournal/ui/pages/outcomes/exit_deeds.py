"""The ways out of the debt: moved, output stopped, hypothesis rejected, accepted; and back."""

from __future__ import annotations

from datetime import date
from typing import cast

from leadjournal.base.errors import InvalidValue, UserMistake
from leadjournal.base.formats import days
from leadjournal.base.words import _
from leadjournal.model.debt_exit import DebtExit
from leadjournal.ui.dialogs.form_dialog import FormWords
from leadjournal.ui.pages.outcomes.deeds import Answers, Deed, Deeds, row_of, shortened
from leadjournal.ui.pages.outcomes.exit_form import ExitForm, waiting_choices
from leadjournal.ui.pages.outcomes.forms import exit_form, reject_form
from leadjournal.ui.pages.outcomes.rows import TreeRow
from leadjournal.ui.widgets.form import Form


class ExitDeeds(Deeds):
    """Take finished work out of the debt, count it again, and reject what was believed."""

    def table(self) -> dict[str, Deed]:
        return {
            "leave-debt": lambda target: self.leave(row_of(target)),
            "count-again": lambda target: self.count_again(row_of(target)),
            "reject": lambda target: self.reject(row_of(target)),
        }

    def leave(self, row: TreeRow) -> None:
        """Ask which way which finished outputs go; those of a row are ticked."""
        outcome_id = self._outcome_of(row)
        waiting = self.workspace.debt_exits.waiting(outcome_id, self.today)
        if not waiting.outputs:
            raise UserMistake(_("Nothing finished waits here for its proof."))
        alone = row.key.kind == "output"
        ticked = [row.key.id] if alone else [one.id for one in waiting.outputs]

        def save(_form: Form) -> None:
            self._save(asking, outcome_id)

        words = FormWords(
            _("Take finished work out of the debt"),
            _("Take out of the debt"),
            row.title if row.key.kind == "outcome" else "",
            row.key.id,
        )
        values = {"outputs": ticked, "day": self.today}
        dialog = self.dialog(words, exit_form(waiting_choices(waiting)), values, save)
        asking = ExitForm(self.context.looks, dialog.form, self.workspace.debt_exits, outcome_id)
        dialog.begin()

    def count_again(self, row: TreeRow) -> None:
        """An output that has left the debt is counted as if it had stayed."""
        self.attempt(
            lambda: self.workspace.debt_exits.take_back(row.exit_id),
            _("“{title}” counts again").format(title=shortened(row.title)),
        )

    def reject(self, row: TreeRow) -> None:
        """What was believed of an outcome was wrong: its work is written off, and it is retired."""

        def write(values: Answers) -> None:
            day, reason = cast(date, values["day"]), _reason_in(values)
            self.workspace.debt_exits.reject(row.key.id, day, reason)
            self.context.say_undoable(
                _("Rejected and retired “{title}” with its lesson").format(
                    title=shortened(row.title)
                )
            )

        words = FormWords(
            _("Reject the hypothesis and retire"),
            _("Reject and retire"),
            self._what_rejecting_does(row),
            row.key.id,
        )
        self.add(words, reject_form(), {"day": self.today}, write)

    def _save(self, asking: ExitForm, outcome_id: str | None) -> None:
        way, outputs, day = asking.answers()
        if way is None:
            raise InvalidValue(_("Choose the way it leaves the debt."), field="way")
        if not outputs:
            raise InvalidValue(_("Tick at least one output."), field="outputs")
        reason = _reason_in(asking.form.values())
        made = self.workspace.debt_exits.leave(outcome_id, way, day or self.today, reason, outputs)
        self.context.say_undoable(_left_words(made))

    def _outcome_of(self, row: TreeRow) -> str | None:
        """The outcome under which what a row stands for owes."""
        if row.key.kind == "outcome":
            return row.key.id
        if row.key.kind == "no-outcome":
            return None
        owed = self.workspace.figures.on().debt.owed_for(row.key.id)
        return owed[0].id if owed is not None and owed[0].kind == "outcome" else None

    def _what_rejecting_does(self, row: TreeRow) -> str:
        retires = _("It did not come about as we believed. The outcome is retired.")
        if row.debt <= 0:
            return retires
        return f"{retires} " + _(
            "{days} leave the debt and are written off; the links of its finished work say not "
            "real."
        ).format(days=days(row.debt))


def _left_words(made: list[DebtExit]) -> str:
    gone = sum(one.days for one in made)
    return _("{days} left the debt").format(days=days(gone))


def _reason_in(values: Answers) -> str:
    reason = str(values.get("reason") or "").strip()
    if not reason:
        raise InvalidValue(_("The reason is needed: it is what stays."), field="reason")
    return reason
