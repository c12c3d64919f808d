"""What can be done with a why."""

from __future__ import annotations

from leadjournal.base.words import _
from leadjournal.model.why import WhyDraft
from leadjournal.ui.dialogs.form_dialog import FormWords
from leadjournal.ui.pages.outcomes.deeds import Answers, Deed, Deeds, row_of, shortened
from leadjournal.ui.pages.outcomes.forms import why_form
from leadjournal.ui.pages.outcomes.rows import RowKey


class WhyDeeds(Deeds):
    """Write, edit and remove a why."""

    def table(self) -> dict[str, Deed]:
        return {
            "new-why": lambda _target: self.new(),
            "edit-why": lambda target: self.change(row_of(target).key.id),
            "remove-why": lambda target: self.drop(row_of(target).key.id),
        }

    def new(self) -> None:
        """Write a why."""

        def write(values: Answers) -> None:
            why = self.workspace.whys.add(WhyDraft(**values))
            self.reveal(RowKey("why", why.id))

        words = FormWords(_("New why"), _("Add why"))
        self.add(words, why_form(), {"since": self.today}, write)

    def change(self, id_: str) -> None:
        """Change what a why says."""

        def write(changes: Answers) -> None:
            self.workspace.whys.edit(id_, **changes)

        words = FormWords(_("Edit why"), _("Save"))
        self.edit(words, why_form(), self.workspace.whys.get(id_), write)

    def drop(self, id_: str) -> None:
        """Remove a why; its outcomes stay."""
        title = shortened(self.workspace.whys.get(id_).statement)
        self.attempt(
            lambda: self.workspace.whys.remove(id_),
            _("Moved the why “{title}” to the trash").format(title=title),
        )
