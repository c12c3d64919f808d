"""Readings from a table, and readings that are counted from answers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from leadjournal.base.errors import InvalidValue, UserMistake
from leadjournal.base.formats import number
from leadjournal.base.words import _, ngettext
from leadjournal.model.indicator import ReadingDraft
from leadjournal.rules.scores import SCALES, Score, score_of
from leadjournal.ui.dialogs.form_dialog import FormWords
from leadjournal.ui.pages.outcomes.deeds import Answers, Deed, Deeds, part_of
from leadjournal.ui.pages.outcomes.forms import Asked
from leadjournal.ui.pages.outcomes.presets import answer_fields
from leadjournal.ui.pages.outcomes.readings_dialog import ReadingsDialog
from leadjournal.ui.pages.outcomes.rows import TreeRow
from leadjournal.ui.pages.outcomes.sheets import Part
from leadjournal.ui.pages.outcomes.tables import choose_table
from leadjournal.ui.widgets.form_fields import fields_of

if TYPE_CHECKING:
    from leadjournal.services.reading_import import TakenReadings


class ReadingDeeds(Deeds):
    """Paste readings, read them from a file, count them from answers."""

    def table(self) -> dict[str, Deed]:
        return {
            "paste-readings": self.paste,
            "readings-file": self.from_file,
            "count-answers": lambda target: self.count(part_of(target)),
        }

    def paste(self, target: object) -> None:
        """Readings copied from a spreadsheet."""
        self._preview(target, _("Paste readings"), None)

    def from_file(self, target: object) -> None:
        """Readings in a file of another program."""
        self._refuse_without_indicators(target)
        choose_table(
            self.parent,
            self.context.preferences,
            _("Choose a table of readings"),
            lambda path: self._preview(target, _("Readings from a file"), path),
        )

    def _preview(self, target: object, title: str, path: Path | None) -> None:
        self._refuse_without_indicators(target)
        outcome, indicator = _of(target)
        dialog = ReadingsDialog(self.context, self.parent, title, outcome, indicator, path)
        dialog.taken.connect(self._say)
        dialog.open()
        if path is None:
            dialog.text.setFocus()

    def _refuse_without_indicators(self, target: object) -> None:
        if not self.workspace.indicators.of(_of(target)[0]):
            raise UserMistake(
                _("There is no indicator yet that a reading could be of."),
                way_out=_("Add an indicator first."),
            )

    def _say(self, taken: TakenReadings) -> None:
        words = ngettext("{n} reading added", "{n} readings added", taken.added)
        said = words.format(n=number(taken.added, 0))
        if taken.replaced:
            words = ngettext("{n} replaced", "{n} replaced", taken.replaced)
            said += ", " + words.format(n=number(taken.replaced, 0))
        self.context.say_undoable(said)

    def count(self, part: Part) -> None:
        """A reading of a score, counted from how many gave each answer."""
        view = next(
            view for view in self.workspace.indicators.of(part.of) if view.indicator.id == part.id
        )
        score = cast("Score", view.indicator.preset.value)

        def write(values: Answers) -> None:
            counts = _counts(values, score)
            value = score_of(score, counts)
            if value is None:
                raise InvalidValue(
                    _("Write how many gave at least one of the answers."),
                    field=f"answer_{SCALES[score].highest}",
                )
            draft = ReadingDraft(
                indicator_id=part.id,
                value=round(value, 2),
                day=values["day"],
                note=_counts_in_words(counts),
            )
            self.workspace.indicators.read(draft)
            unit = "%" if view.indicator.unit == "%" else ""
            said = _("{indicator}: {value}").format(
                indicator=view.indicator.name, value=number(value, 1) + unit
            )
            self.context.say_undoable(said)

        words = FormWords(_("Count answers"), _("Add reading"), view.indicator.source, part.id)
        asked = Asked([*answer_fields(score), *fields_of(ReadingDraft, ["day"])], [])
        self.add(words, asked, {"day": self.today}, write)


def _of(target: object) -> tuple[str, str]:
    """The outcome, and the indicator if one was pointed at."""
    if isinstance(target, TreeRow):
        return target.key.id, ""
    part = part_of(target)
    return part.of, part.id


def _counts(values: Answers, score: Score) -> dict[int, int]:
    found = {}
    for answer in SCALES[score].answers():
        name = f"answer_{answer}"
        count = int(values.get(name) or 0)
        if count < 0:
            raise InvalidValue(_("Nobody can answer fewer than no times."), field=name)
        found[answer] = count
    return found


def _counts_in_words(counts: dict[int, int]) -> str:
    given = ", ".join(f"{answer}: {count}" for answer, count in counts.items())
    total = sum(counts.values())
    words = ngettext("{n} answer ({given})", "{n} answers ({given})", total)
    return words.format(n=total, given=given)
