"""What can be done with an outcome: its life, its why and its reviews."""

from __future__ import annotations

from datetime import date
from typing import cast

from leadjournal.base.words import _
from leadjournal.model.outcome import OutcomeDraft, ReviewDraft
from leadjournal.ui.dialogs.form_dialog import FormDialog, FormWords
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
    outcome_form,
    retire_form,
    review_form,
    why_change_form,
)
from leadjournal.ui.pages.outcomes.review_facts import facts_card, facts_since_review
from leadjournal.ui.pages.outcomes.rows import RowKey, TreeRow
from leadjournal.ui.pages.outcomes.sheets import Part


class OutcomeDeeds(Deeds):
    """Write, edit, activate, retire and remove an outcome; review it; change its why."""

    def table(self) -> dict[str, Deed]:
        return {
            "new-outcome": lambda target: self.new(None, begun_with(target)),
            "add-outcome": lambda target: self.new(_why_id(row_of(target))),
            "edit-outcome": lambda target: self.change(row_of(target).key.id),
            "change-why": lambda target: self.change_why(row_of(target).key.id),
            "drop-why": lambda target: self.change_why(*cast("tuple[str, str]", target)),
            "activate": lambda target: self.activate(row_of(target)),
            "retire": lambda target: self.retire(row_of(target)),
            "resume": lambda target: self.resume(row_of(target)),
            "remove-outcome": lambda target: self.drop(row_of(target)),
            "review": lambda target: self.review(row_of(target)),
            "edit-review": lambda target: self.change_review(part_of(target)),
            "remove-review": lambda target: self.drop_review(part_of(target).id),
        }

    def new(self, why_id: str | None, statement: str = "") -> None:
        """Write an outcome; it counts from today unless it is left a draft."""

        def write(values: Answers) -> None:
            why = values.pop("why_id", None)
            chosen = None if why is None else str(why)
            made = self.workspace.outcomes.add(OutcomeDraft(**values), chosen)
            self.reveal(RowKey("outcome", made.id))

        values = {
            "statement": statement,
            "why_id": why_id,
            "created_on": self.today,
            "active_on": self.today,
        }
        words = FormWords(_("New outcome"), _("Add outcome"))
        self.add(
            words,
            outcome_form(with_why=True, with_objective=self.workspace.objectives.any()),
            values,
            write,
        )

    def change(self, id_: str) -> FormDialog:
        """Change what an outcome says."""

        def write(changes: Answers) -> None:
            self.workspace.outcomes.edit(id_, **changes)

        words = FormWords(_("Edit outcome"), _("Save"))
        record = self.workspace.outcomes.get(id_)
        return self.edit(
            words,
            outcome_form(with_why=False, with_objective=self.workspace.objectives.any()),
            record,
            write,
        )

    def change_why(self, id_: str, why_id: str | None = None) -> None:
        """Another why from a day on, chosen or dropped on; figures of days before stay."""
        present = self.workspace.outcomes.why_of(id_)

        def write(values: Answers) -> None:
            why = values.get("why_id")
            since = cast(date, values["since"])
            self.workspace.outcomes.set_why(id_, None if why is None else str(why), since)

        before = present.id if present else None
        values = {"why_id": why_id or before, "since": self.today}
        words = FormWords(
            _("Change the why"),
            _("Change why"),
            _("From that day on the outcome serves this why; figures of days before stay."),
        )
        self.add(words, why_change_form(), values, write)

    def activate(self, row: TreeRow) -> None:
        """A draft begins to count."""
        self.attempt(
            lambda: self.workspace.outcomes.activate(row.key.id, self.today),
            _("“{title}” is active from today").format(title=shortened(row.title)),
        )

    def retire(self, row: TreeRow) -> None:
        """Give an outcome up, or be done with it."""
        ending = Ending(
            title=_("Retire this outcome"),
            verb=_("Retire"),
            said=_("Retired “{title}” with its lesson"),
            asked=retire_form(),
            fields="retired",
        )
        self.give_up(row, ending, self.workspace.outcomes.retire)

    def resume(self, row: TreeRow) -> None:
        """A retired outcome counts again."""
        self.attempt(
            lambda: self.workspace.outcomes.resume(row.key.id),
            _("“{title}” counts again").format(title=shortened(row.title)),
        )

    def drop(self, row: TreeRow) -> None:
        """Remove an outcome with its signs and reviews; its outputs stay."""
        self.attempt(
            lambda: self.workspace.outcomes.remove(row.key.id),
            _("Moved the outcome “{title}” to the trash").format(title=shortened(row.title)),
        )

    def review(self, row: TreeRow) -> None:
        """Look whether the outcome is real for those it is meant for."""

        def write(values: Answers) -> None:
            draft = ReviewDraft(**{**values, "outcome_id": row.key.id})
            self.workspace.outcomes.review(draft)

        words = FormWords(_("Review outcome"), _("Save review"), row.title)
        title, facts = facts_since_review(self.workspace, row.key.id)
        card = facts_card(self.context.looks, title, facts)
        self.add(words, review_form(), {"day": self.today}, write, lambda one: one.tell(card))

    def change_review(self, part: Part) -> None:
        """Correct a review."""

        def write(changes: Answers) -> None:
            self.workspace.outcomes.edit_review(part.id, **changes)

        reviews = self.workspace.outcomes.reviews(part.of)
        record = next(review for review in reviews if review.id == part.id)
        self.edit(FormWords(_("Edit review"), _("Save")), review_form(), record, write)

    def drop_review(self, id_: str) -> None:
        """Remove a review."""
        self.attempt(
            lambda: self.workspace.outcomes.remove_review(id_), _("Moved the review to the trash")
        )


def _why_id(row: TreeRow) -> str | None:
    return row.key.id if row.key.kind == "why" else None
