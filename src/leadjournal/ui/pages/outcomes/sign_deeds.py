"""What can be done with the indicators of an outcome and with their readings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import cast

from leadjournal.base.errors import InvalidValue
from leadjournal.base.formats import number
from leadjournal.base.words import _
from leadjournal.model.indicator import IndicatorDraft, Reading, ReadingDraft
from leadjournal.services.indicators import IndicatorView
from leadjournal.ui.dialogs.form_dialog import FormWords
from leadjournal.ui.pages.outcomes.deeds import (
    Answers,
    Deed,
    Deeds,
    part_of,
    row_of,
    shortened,
)
from leadjournal.ui.pages.outcomes.forms import Asked, indicator_form, reading_form, target_form
from leadjournal.ui.pages.outcomes.presets import fill_by_preset
from leadjournal.ui.pages.outcomes.rows import TreeRow
from leadjournal.ui.pages.outcomes.sheets import Part
from leadjournal.ui.widgets.form_fields import FormField, fields_of


class SignDeeds(Deeds):
    """Add, change and remove indicators and readings, several readings in one go."""

    def table(self) -> dict[str, Deed]:
        return {
            "add-indicator": lambda target: self.new(row_of(target)),
            "edit-indicator": lambda target: self.change(part_of(target)),
            "change-target": lambda target: self.change_target(part_of(target)),
            "remove-indicator": lambda target: self.drop(part_of(target)),
            "add-reading": lambda target: self.read(part_of(target)),
            "add-readings": lambda target: self.read_all(row_of(target)),
            "edit-reading": lambda target: self.change_reading(part_of(target)),
            "remove-reading": lambda target: self.drop_reading(part_of(target)),
        }

    def new(self, row: TreeRow) -> None:
        """Something that can be counted or asked."""
        self._new(row.key.id)

    def _new(self, outcome_id: str, name: str = "") -> None:
        def write(values: Answers) -> None:
            self.workspace.indicators.add(IndicatorDraft(**{**values, "outcome_id": outcome_id}))

        statement = self.workspace.outcomes.statement(outcome_id)
        words = FormWords(_("New indicator"), _("Add indicator"), statement)
        form = indicator_form(is_new=True)
        self.add(words, form, {"name": name}, write, lambda one: fill_by_preset(one.form))

    def change(self, part: Part) -> None:
        """Change an indicator; another target counts from today once there are readings."""

        def write(changes: Answers) -> None:
            self.workspace.indicators.edit(part.id, **changes)

        view = self._view(part)
        present = _Present(view)
        words = FormWords(
            _("Edit indicator"),
            _("Save"),
            _("Another target or weight counts from today; figures of days before stay.")
            if view.readings
            else "",
        )
        self.edit(words, indicator_form(is_new=False), present, write, partial(self._new, part.of))

    def change_target(self, part: Part) -> None:
        """Another target from a day on; what was true before stays, with day, reason and cause."""

        def write(values: Answers) -> None:
            reason = str(values.get("reason") or "").strip()
            if not reason:
                raise InvalidValue(
                    _("A reason is needed: it stays beside the old target."), field="reason"
                )
            try:
                self.workspace.indicators.change_target(
                    part.id, values.get("new"), values["valid_from"], reason, values["cause"]
                )
            except InvalidValue as wrong:
                # Whatever contradicts itself is told where another target was written.
                raise InvalidValue(
                    wrong.happened, wrong.safe, wrong.way_out, field="new"
                ) from wrong

        view = self._view(part)
        guards = view.indicator.guard != "none"
        present = view.limit if guards else view.target
        title = _("Change the limit") if guards else _("Change the target")
        words = FormWords(title, _("Change"), view.indicator.name, part.id)
        self.add(words, target_form(), {"new": present, "valid_from": self.today}, write)

    def drop(self, part: Part) -> None:
        """Remove an indicator with its readings."""
        name = shortened(self._view(part).indicator.name)
        self.attempt(
            lambda: self.workspace.indicators.remove(part.id),
            _("Moved the indicator “{title}” to the trash").format(title=name),
        )

    def read(self, part: Part) -> None:
        """One reading."""

        def write(values: Answers) -> None:
            self.workspace.indicators.read(ReadingDraft(**{**values, "indicator_id": part.id}))

        words = FormWords(_("Add reading"), _("Add reading"), self._view(part).indicator.name)
        self.add(words, reading_form(), {"day": self.today}, write)

    def read_all(self, row: TreeRow) -> None:
        """One reading for each indicator, all of one day; those left empty are left out."""
        views = self.workspace.indicators.of(row.key.id)
        if not views:
            self.new(row)
            return

        def write(values: Answers) -> None:
            day = cast(date, values.pop("day"))
            if not values:
                raise InvalidValue(_("Write at least one value."), field=views[0].indicator.id)
            drafts = [_draft(view, values, day) for view in views if view.indicator.id in values]
            self.workspace.indicators.read_all(drafts)

        words = FormWords(_("Add readings"), _("Add readings"), row.title)
        self.add(words, _readings_form(views), {"day": self.today}, write)

    def change_reading(self, part: Part) -> None:
        """Correct a reading."""

        def write(changes: Answers) -> None:
            self.workspace.indicators.edit_reading(part.id, **changes)

        words = FormWords(_("Edit reading"), _("Save"))
        self.edit(words, reading_form(), self._reading(part), write)

    def drop_reading(self, part: Part) -> None:
        """Remove a reading."""
        self.attempt(
            lambda: self.workspace.indicators.remove_reading(part.id),
            _("Moved the reading to the trash"),
        )

    def _view(self, part: Part) -> IndicatorView:
        views = self.workspace.indicators.of(part.of)
        return next(view for view in views if view.indicator.id == part.id)

    def _reading(self, part: Part) -> Reading:
        views = self.workspace.indicators.of(part.of)
        return next(one for view in views for one in view.readings if one.id == part.id)


class _Present:
    """An indicator as it stands today: what was changed meanwhile is taken into account."""

    def __init__(self, view: IndicatorView) -> None:
        for name in IndicatorDraft.model_fields:
            setattr(self, name, getattr(view.indicator, name))
        self.target = view.target
        self.guard_limit = view.limit
        self.weight = int(view.weight)


def _readings_form(views: Sequence[IndicatorView]) -> Asked:
    day = fields_of(ReadingDraft, ["day"])
    values = [
        FormField(
            name=view.indicator.id,
            label=view.indicator.name,
            kind="number",
            hint=_last(view),
        )
        for view in views
    ]
    return Asked([*values, *day], [])


def _last(view: IndicatorView) -> str:
    unit = view.indicator.unit
    if not view.readings:
        return unit
    last = _("Last: {value}").format(value=number(view.readings[-1].value, 2))
    return f"{last} {unit}".strip()


def _draft(view: IndicatorView, values: Answers, day: date) -> ReadingDraft:
    id_ = view.indicator.id
    try:
        return ReadingDraft(indicator_id=id_, value=cast(float, values[id_]), day=day)
    except InvalidValue as wrong:
        field = "day" if wrong.field == "day" else id_
        raise InvalidValue(wrong.happened, wrong.safe, wrong.way_out, field=field) from wrong
