"""What can be done with a milestone: plan, move, close with what it left, take up again."""

from __future__ import annotations

from leadjournal.base.words import _
from leadjournal.model.milestone import MilestoneDraft
from leadjournal.ui.dialogs.form_dialog import FormWords
from leadjournal.ui.pages.outcomes.deeds import Answers, Deed, Deeds, row_of, shortened
from leadjournal.ui.pages.outcomes.forms import Asked
from leadjournal.ui.pages.outcomes.milestones.forms import closing_form, milestone_form
from leadjournal.ui.pages.outcomes.rows import RowKey, TreeRow


class MilestoneDeeds(Deeds):
    """Plan, change, close, reopen and remove a milestone."""

    def table(self) -> dict[str, Deed]:
        return {
            "new-milestone": lambda _target: self.plan(None),
            "plan-milestone": lambda target: self.plan(row_of(target).key.id),
            "edit-milestone": lambda target: self.change(row_of(target).key.id),
            "close-milestone": lambda target: self.close(row_of(target)),
            "reopen-milestone": lambda target: self.reopen(row_of(target)),
            "remove-milestone": lambda target: self.drop(row_of(target)),
        }

    def plan(self, outcome_id: str | None) -> None:
        """Plan a milestone, on the way to an outcome where one is given."""

        def write(values: Answers) -> None:
            growth = values.pop("growth", [])
            made = self.workspace.milestones.add(MilestoneDraft(**values), growth)
            self.reveal(RowKey("milestone", made.id))

        why = self.workspace.outcomes.why_of(outcome_id) if outcome_id else None
        values = {
            "outcome_id": outcome_id,
            "why_id": why.id if why else None,
            "created_on": self.today,
        }
        words = FormWords(
            _("Plan a milestone"),
            _("Plan milestone"),
            _("A day on which something is reached, somebody has grown and something stays."),
            outcome_id or "",
        )
        self.add(words, milestone_form(moves=False), values, write)

    def change(self, id_: str) -> None:
        """Change what a milestone says, and who grows on the way."""
        milestones = self.workspace.milestones
        record, growth = milestones.get(id_), milestones.growth(id_)

        def write(changes: Answers) -> None:
            milestones.edit(id_, **changes)

        asked = milestone_form(moves=record.due_on is not None)
        rows = [
            {"id": row.id, "person_id": row.person_id, "skill": row.skill, "how": row.how}
            for row in growth
        ]
        names = [field.name for field in (*asked.first, *asked.more) if field.kind != "rows"]
        values = {**{name: getattr(record, name) for name in names}, "growth": rows}
        self.edit_values(FormWords(_("Edit milestone"), _("Save"), about=id_), asked, values, write)

    def close(self, row: TreeRow) -> None:
        """Close a milestone, reached or not."""
        id_ = row.key.id
        milestones = self.workspace.milestones

        def write(values: Answers) -> None:
            milestones.close(id_, **values)
            title = shortened(row.title)
            self.context.say_undoable(_("Closed “{title}” with its lesson").format(title=title))

        words = FormWords(
            _("Close the milestone"),
            _("Close milestone"),
            row.title,
            id_,
        )
        self.add(words, self._closing(id_), {"closed_on": self.today}, write)

    def reopen(self, row: TreeRow) -> None:
        """A closed milestone is still to come."""
        self.attempt(
            lambda: self.workspace.milestones.reopen(row.key.id),
            _("“{title}” is open again").format(title=shortened(row.title)),
        )

    def drop(self, row: TreeRow) -> None:
        """Remove a milestone with its growth rows."""
        self.attempt(
            lambda: self.workspace.milestones.remove(row.key.id),
            _("Moved the milestone “{title}” to the trash").format(title=shortened(row.title)),
        )

    def _closing(self, id_: str) -> Asked:
        return closing_form(self.workspace.milestones.growth(id_), self.workspace.people.names())
