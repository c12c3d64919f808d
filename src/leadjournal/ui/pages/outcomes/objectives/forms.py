"""Which questions an objective is written, read, trusted and graded with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from leadjournal.base.formats import fixed, number
from leadjournal.base.words import _
from leadjournal.model.objective import (
    ConfidenceDraft,
    KeyResultDraft,
    KeyResultReadingDraft,
    ObjectiveDraft,
)
from leadjournal.ui.pages.outcomes.forms import Asked
from leadjournal.ui.widgets.form_fields import FormField, fields_of

if TYPE_CHECKING:
    from leadjournal.services.objectives import KeyResultRow, ObjectiveNode

READING = "reading:"
GRADE = "grade:"
"""The names of questions about one key result begin so; its id follows."""


def objective_form() -> Asked:
    """An objective with its key results."""
    columns = tuple(
        fields_of(
            KeyResultDraft, ["text", "type", "baseline", "target", "unit", "owner_id", "due_on"]
        )
    )
    results = FormField(
        "key_results",
        _("Key results"),
        "rows",
        hint=_("Two to four numbers that would prove it, each from where it stands to a target."),
        optional=True,
        columns=columns,
    )
    return Asked(
        [
            *fields_of(ObjectiveDraft, ["text", "cycle", "level", "parent_id"]),
            results,
            *fields_of(ObjectiveDraft, ["ambition", "owner_id"]),
        ],
        fields_of(ObjectiveDraft, ["team_id", "note", "created_on"]),
        ("text", "objective"),
    )


def readings_form(key_results: Sequence[KeyResultRow]) -> Asked:
    """Where the key results stand; what is left empty is not read."""
    value, day = fields_of(KeyResultReadingDraft, ["value", "day"])
    note = fields_of(KeyResultReadingDraft, ["note"])
    asked = [
        replace(value, name=READING + each.id, label=each.text, hint=_way_hint(each), optional=True)
        for each in key_results
    ]
    return Asked([*asked, day], note)


def confidence_form() -> Asked:
    """How sure one is that the objective will be reached."""
    return Asked(fields_of(ConfidenceDraft, ["confidence", "note", "day"]), [])


def grade_form(objective: ObjectiveNode) -> Asked:
    """The grade at the end of the cycle; it is suggested from the key results."""
    grade, day = fields_of(ObjectiveDraft, ["grade", "graded_on"])
    one = fields_of(KeyResultDraft, ["grade"])[0]
    results = [
        replace(one, name=GRADE + each.id, label=each.text, hint=_share_hint(each), optional=True)
        for each in objective.key_results
    ]
    return Asked(
        [
            grade.asked_as(optional=False, hint=_grade_hint(objective)),
            day.asked_as(optional=False),
        ],
        results,
    )


def _way_hint(result: KeyResultRow) -> str:
    if result.latest is None:
        return _("Not read yet.")
    unit = "" if result.unit == "%" else result.unit
    value = f"{number(result.latest, 2)}{'%' if result.unit == '%' else ''}"
    return _("Last time {value}").format(value=f"{value} {unit}".strip())


def _share_hint(result: KeyResultRow) -> str:
    if result.share is None or result.grade is not None:
        return ""
    return _("From its readings: {grade}").format(grade=fixed(result.share))


def _grade_hint(objective: ObjectiveNode) -> str:
    read = (
        _("Of a stretch, about two thirds is a good result.")
        if objective.ambition == "stretch"
        else _("A commitment is kept whole: anything under 1 is told with its reason.")
    )
    if objective.share is None:
        return read
    suggested = _("From the key results: {grade}.").format(grade=fixed(objective.share))
    return f"{suggested} {read}"
