"""Answers: whether there is one, whether it fits its question, and how it reads."""

import math
from collections.abc import Mapping
from datetime import date
from typing import Any

from leadjournal.base import formats
from leadjournal.base.words import _
from leadjournal.rules.template import SCALE_LIMITS, SHORT_LIMIT, Step

LONG_LIMIT = 100_000
LIST_LIMIT = 200

Answers = Mapping[str, Any]
Words = Mapping[str, str]


def is_answered(value: object) -> bool:
    """Whether somebody answered; blank text and empty lists are no answers."""
    if isinstance(value, str):
        return bool(value.strip())
    if isinstance(value, list | tuple):
        return any(is_answered(each) for each in value)
    return value is not None


def fault_of(step: Step, value: object) -> str:
    """What is wrong with an answer, in a sentence; an empty text when it fits or is missing."""
    if not is_answered(value):
        return ""
    match step.kind:
        case "short" | "long":
            return _fault_of_text(value, SHORT_LIMIT if step.kind == "short" else LONG_LIMIT)
        case "list":
            return _fault_of_list(value)
        case "number":
            return "" if _is_number(value) else _("Write a number.")
        case "scale":
            return _fault_of_scale(value)
        case "date":
            return _fault_of_day(value)
        case "choice" | "choices":
            return _fault_of_choice(step, value)
        case "link":
            return _fault_of_link(step, value)
    return _("Questions of the kind “{kind}” cannot be answered yet.").format(kind=step.kind)


def words_of(step: Step, value: object, links: Words) -> str:
    """An answer as a person reads it; `links` holds the words of linked records by id."""
    match step.kind:
        case "choice" | "choices":
            chosen = {each.id: each.words for each in step.choices}
            return ", ".join(chosen.get(each, each) for each in _texts(value))
        case "link":
            return ", ".join(links.get(each, _("a removed record")) for each in _texts(value))
        case "scale":
            return _("{value} of {most}, from {low} to {high}").format(
                value=value, most=SCALE_LIMITS[1], low=step.low, high=step.high
            )
        case "date":
            return formats.day_full(date.fromisoformat(str(value)))
        case "number":
            return formats.number(float(str(value)), 3)
        case "list":
            return "\n".join(f"- {each}" for each in _texts(value) if is_answered(each))
    return str(value).strip()


def _texts(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list | tuple) else [str(value)]


def _fault_of_text(value: object, limit: int) -> str:
    if not isinstance(value, str):
        return _("Write words.")
    if len(value) > limit:
        return _("An answer here may have at most {count} characters.").format(count=limit)
    return ""


def _fault_of_list(value: object) -> str:
    if not isinstance(value, list) or len(value) > LIST_LIMIT:
        return _("Write at most {count} lines.").format(count=LIST_LIMIT)
    return next(
        (fault for fault in (_fault_of_text(each, LONG_LIMIT) for each in value) if fault), ""
    )


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _fault_of_scale(value: object) -> str:
    low, high = SCALE_LIMITS
    if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
        return ""
    return _("Choose a number from {low} to {high}.").format(low=low, high=high)


def _fault_of_day(value: object) -> str:
    try:
        date.fromisoformat(str(value))
    except ValueError:
        return _("Write a day as year-month-day, for example 2025-10-31.")
    return ""


def _fault_of_choice(step: Step, value: object) -> str:
    offered = {each.id for each in step.choices}
    several = isinstance(value, list | tuple)
    if several != (step.kind == "choices") or not offered.issuperset(_texts(value)):
        words = ", ".join(each.words for each in step.choices)
        return _("Choose from these answers: {choices}.").format(choices=words)
    return ""


def _fault_of_link(step: Step, value: object) -> str:
    if isinstance(value, list | tuple) != step.many:
        return _("Choose one record.") if not step.many else _("Choose records from the list.")
    return ""
