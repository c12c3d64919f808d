"""What can be done with an objective: write, read, say how sure one is, grade."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

from leadjournal.base.words import _
from leadjournal.model.objective import ConfidenceDraft, KeyResultReadingDraft, ObjectiveDraft
from leadjournal.services.objectives import ObjectiveNode
from leadjournal.ui.dialogs.form_dialog import FormWords
from leadjournal.ui.pages.outcomes.deeds import Answers, Deed, Deeds, part_of, row_of, shortened
from leadjournal.ui.pages.outcomes.objectives.forms import (
    GRADE,
    READING,
    confidence_form,
    grade_form,
    objective_form,
    readings_form,
)
from leadjournal.ui.pages.outcomes.objectives.import_dialog import ImportDialog
from leadjournal.ui.pages.outcomes.objectives.rungs import every_node
from leadjournal.ui.pages.outcomes.rows import RowKey, TreeRow
from leadjournal.ui.pages.outcomes.tables import choose_table

if TYPE_CHECKING:
    from leadjournal.services.objective_import import TakenObjectives


class ObjectiveDeeds(Deeds):
    """Write, edit, read, grade and remove an objective; say how sure one is of it."""

    def table(self) -> dict[str, Deed]:
        return {
            "new-objective": lambda _target: self.new(None),
            "import-objectives": lambda _target: self.import_table(),
            "add-objective": lambda target: self.new(row_of(target).key.id),
            "edit-objective": lambda target: self.change(row_of(target).key.id),
            "read-key-results": lambda target: self.read(row_of(target)),
            "say-confidence": lambda target: self.say_confidence(row_of(target)),
            "grade-objective": lambda target: self.grade(row_of(target)),
            "ungrade-objective": lambda target: self.ungrade(row_of(target)),
            "remove-objective": lambda target: self.drop(row_of(target)),
            "remove-confidence": lambda target: self.drop_confidence(part_of(target).id),
            "remove-key-reading": lambda target: self.drop_reading(part_of(target).id),
        }

    def new(self, parent_id: str | None) -> None:
        """Write an objective, under the one it carries where that is given."""

        def write(values: Answers) -> None:
            results = values.pop("key_results", [])
            made = self.workspace.objectives.add(ObjectiveDraft(**values), results)
            self.reveal(RowKey("objective", made.id))

        cycles = self.workspace.objectives.cycles()
        values = {
            "parent_id": parent_id,
            "cycle": cycles[0] if cycles else "",
            "created_on": self.today,
        }
        words = FormWords(
            _("New objective"),
            _("Add objective"),
            _("For those who report in objectives; outcomes carry them."),
            parent_id or "",
        )
        self.add(words, objective_form(), values, write)

    def import_table(self) -> None:
        """Take objectives in out of a file of another program, once they were looked at."""

        def told(taken: TakenObjectives) -> None:
            self.reveal(RowKey("objective", taken.first))
            self.context.say_undoable(taken.sentence)

        def preview(path: Path) -> None:
            dialog = ImportDialog(self.context, self.parent, path)
            dialog.taken.connect(told)
            dialog.open()

        title = _("Choose a table of objectives")
        choose_table(self.parent, self.context.preferences, title, preview)

    def change(self, id_: str) -> None:
        """Change what an objective says, and its key results."""
        objectives = self.workspace.objectives
        record = objectives.get(id_)
        asked = objective_form()
        (table,) = [field for field in asked.first if field.kind == "rows"]
        rows = [
            {"id": each.id, **{column.name: getattr(each, column.name) for column in table.columns}}
            for each in objectives.key_results(id_)
        ]
        names = [field.name for field in (*asked.first, *asked.more) if field.kind != "rows"]
        values = {**{name: getattr(record, name) for name in names}, "key_results": rows}

        def write(changes: Answers) -> None:
            objectives.edit(id_, **changes)

        words = FormWords(_("Edit objective"), _("Save"), about=id_)
        self.edit_values(words, asked, values, write)

    def read(self, row: TreeRow) -> None:
        """Write down where the key results stand, all of them at once."""
        node = self._node(row)

        def write(values: Answers) -> None:
            day, note = cast(date, values["day"]), str(values.get("note") or "")
            with self.workspace.history.one_step(_("Read key results")):
                for name, value in values.items():
                    if name.startswith(READING) and value is not None:
                        self.workspace.objectives.read(
                            KeyResultReadingDraft(
                                key_result_id=name.removeprefix(READING),
                                day=day,
                                value=value,
                                note=note,
                            )
                        )

        words = FormWords(_("Read key results"), _("Save readings"), row.title, row.key.id)
        self.add(words, readings_form(node.key_results), {"day": self.today}, write)

    def say_confidence(self, row: TreeRow) -> None:
        """Say how sure one is today."""

        def write(values: Answers) -> None:
            draft = ConfidenceDraft(**{**values, "objective_id": row.key.id})
            self.workspace.objectives.say_confidence(draft)

        words = FormWords(_("How sure are you?"), _("Save"), row.title, row.key.id)
        self.add(words, confidence_form(), {"day": self.today}, write)

    def grade(self, row: TreeRow) -> None:
        """Grade the objective at the end of its cycle."""
        node = self._node(row)

        def write(values: Answers) -> None:
            objectives = self.workspace.objectives
            with self.workspace.history.one_step(_("Grade an objective")):
                for name, value in values.items():
                    if name.startswith(GRADE):
                        objectives.edit_key_result(name.removeprefix(GRADE), grade=value)
                objectives.grade(row.key.id, values["grade"], values["graded_on"])

        values: dict[str, object] = {f"{GRADE}{each.id}": each.grade for each in node.key_results}
        suggested = node.share if node.grade is None else node.grade
        values["grade"] = None if suggested is None else round(suggested, 2)
        values["graded_on"] = self.today
        words = FormWords(_("Grade the objective"), _("Save grade"), row.title, row.key.id)
        self.add(words, grade_form(node), values, write)

    def ungrade(self, row: TreeRow) -> None:
        """Take the grade back."""
        self.attempt(
            lambda: self.workspace.objectives.grade(row.key.id, None),
            _("“{title}” has no grade any more").format(title=shortened(row.title)),
        )

    def drop(self, row: TreeRow) -> None:
        """Remove an objective with its key results; the outcomes that carry it stay."""
        self.attempt(
            lambda: self.workspace.objectives.remove(row.key.id),
            _("Moved the objective “{title}” to the trash").format(title=shortened(row.title)),
        )

    def drop_confidence(self, id_: str) -> None:
        """Take back how sure one was."""
        self.attempt(
            lambda: self.workspace.objectives.remove_confidence(id_),
            _("Moved what was said to the trash"),
        )

    def drop_reading(self, id_: str) -> None:
        """Remove a reading of a key result."""
        self.attempt(
            lambda: self.workspace.objectives.remove_reading(id_),
            _("Moved the reading to the trash"),
        )

    def _node(self, row: TreeRow) -> ObjectiveNode:
        nodes = every_node(self.workspace.objectives.ladder())
        return next(node for node in nodes if node.id == row.key.id)
