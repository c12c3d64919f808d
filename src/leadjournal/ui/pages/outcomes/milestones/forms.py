"""Which questions a milestone is planned, moved and closed with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from leadjournal.base.words import _
from leadjournal.model.milestone import GrowthDraft, MilestoneDraft
from leadjournal.ui.pages.outcomes.forms import Asked
from leadjournal.ui.widgets.form_fields import FormField, fields_of

if TYPE_CHECKING:
    from leadjournal.model.milestone import Growth


def milestone_form(*, moves: bool) -> Asked:
    """A milestone; where its day was set before, the form asks why it moves."""
    moved = fields_of(MilestoneDraft, ["moved_because"]) if moves else []
    if moved:
        hint = _("Needed when the day changes; otherwise it stays as it is.")
        moved = [moved[0].asked_as(optional=True, hint=hint)]
    return Asked(
        [
            *fields_of(MilestoneDraft, ["what", "due_on"]),
            *moved,
            *fields_of(MilestoneDraft, ["outcome_id", "why_id"]),
            growth_rows(
                _("Who learns what on the way"), _("A person, a skill and how they get it.")
            ),
            *fields_of(MilestoneDraft, ["lasting_value", "stretch", "owner_id"]),
        ],
        [
            *fields_of(MilestoneDraft, ["edge", "freedom", "early_warning", "recognition"]),
            *_ratings(),
            *fields_of(MilestoneDraft, ["team_id", "created_on"]),
        ],
        ("what", "milestone"),
    )


def closing_form(growth: Sequence[Growth], people: dict[str, str]) -> Asked:
    """Where a milestone ended, what it was worth, and what stays."""
    result, deliverable, satisfaction, kept, lesson, surprise, day = fields_of(
        MilestoneDraft,
        ["result", "deliverable", "satisfaction", "kept", "lesson", "surprise", "closed_on"],
    )
    able = FormField(
        "able",
        _("Who can do it now"),
        "ticks",
        choices=tuple((_grown(row, people), row.id) for row in growth),
    )
    surprises = growth_rows(_("Who learned something else"), "", name="growth")
    return Asked(
        [
            result.asked_as(optional=False),
            deliverable.asked_as(optional=False),
            satisfaction.asked_as(optional=False),
            *([able] if growth else []),
            kept,
            lesson.asked_as(optional=False),
            day.asked_as(optional=False),
        ],
        [surprise, surprises],
    )


def growth_rows(label: str, hint: str, *, name: str = "growth") -> FormField:
    """Rows of a person, a skill and how they get it."""
    columns = tuple(fields_of(GrowthDraft, ["person_id", "skill", "how"]))
    return FormField(name, label, "rows", hint=hint, optional=True, columns=columns)


def _ratings() -> list[FormField]:
    hint = _("From 1 to 5; anything under 3 needs a rewrite before it is announced.")
    asked = fields_of(MilestoneDraft, ["purpose", "relevance", "realism", "clarity"])
    return [asked[0].asked_as(optional=True, hint=hint), *asked[1:]]


def _grown(row: Growth, people: dict[str, str]) -> str:
    name = people.get(row.person_id or "", "")
    return f"{name}: {row.skill}" if name else row.skill
