"""Which questions are asked about a promise or a blocker."""

from __future__ import annotations

from dataclasses import replace

from leadjournal.base.words import _
from leadjournal.model.action import ActionDraft, BlockerDraft
from leadjournal.ui.widgets.form_fields import FormField, fields_of


def promise_form(*, with_day: bool) -> list[FormField]:
    """A promise; an open one that has a day gets another by moving it, so that this is known."""
    names = ["what", "owner_id", "due_on", "type", "outcome_id"]
    hints = {
        "what": _("One thing somebody can be seen doing."),
        "type": _(
            "Push: more effort. Design: make the right thing easier. Remove: take something away."
        ),
    }
    asked = fields_of(ActionDraft, [name for name in names if with_day or name != "due_on"])
    return [replace(each, hint=hints.get(each.name, each.hint)) for each in asked]


def move_form() -> list[FormField]:
    """The new day of a promise, and why it moves."""
    return [
        FormField("to_due", _("New day"), "day"),
        FormField("reason", _("Why it moves"), "line", optional=True),
    ]


def drop_form() -> list[FormField]:
    """Why a promise is dropped."""
    hint = _("One sentence you could say to the person it was promised to.")
    return [FormField("reason", _("Why you drop it"), "line", hint=hint)]


def blocker_form() -> list[FormField]:
    """What is in the way, of whom, and since when."""
    return fields_of(BlockerDraft, ["text", "who", "opened_on", "outcome_id"])
