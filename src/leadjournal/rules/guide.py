"""The walk through a template: which question comes next, what is missing, what is made of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from leadjournal.rules.answers import Answers, Words, is_answered, words_of
from leadjournal.rules.template import DESTINATIONS, Condition, Step, Template, written_step


@dataclass(frozen=True, slots=True)
class Making:
    """A record that the answers become, with the values of its fields."""

    record: str
    values: Mapping[str, Any]
    references: tuple[tuple[str, str], ...] = ()
    """Records it points at, as kind and id."""


def steps_of(template: Template, answers: Answers, short: bool = False) -> tuple[Step, ...]:
    """The questions that are asked, given the answers so far; `short` keeps the required ones."""
    shown: dict[str, Step] = {}
    for step in template.steps:
        if step.when is None or (step.when.step in shown and _holds(step.when, answers)):
            shown[step.id] = step
    return tuple(step for step in shown.values() if step.required or not short)


def step_at(template: Template, answers: Answers, position: str, short: bool = False) -> Step:
    """The question at a position; where that is not asked, the next one that is."""
    shown = steps_of(template, answers, short) or steps_of(template, answers)
    places = _places(template)
    here = places.get(position, 0)
    return next((step for step in shown if places[step.id] >= here), shown[-1])


def next_step(
    template: Template, answers: Answers, position: str, short: bool = False
) -> Step | None:
    """The question after this one; None after the last."""
    places = _places(template)
    here = places.get(position, -1)
    shown = steps_of(template, answers, short)
    return next((step for step in shown if places[step.id] > here), None)


def previous_step(
    template: Template, answers: Answers, position: str, short: bool = False
) -> Step | None:
    """The question before this one; None before the first."""
    places = _places(template)
    here = places.get(position, 0)
    shown = steps_of(template, answers, short)
    return next((step for step in reversed(shown) if places[step.id] < here), None)


def missing(template: Template, answers: Answers) -> tuple[Step, ...]:
    """The required questions that have no answer yet."""
    return tuple(
        step
        for step in steps_of(template, answers)
        if step.required and not is_answered(answers.get(step.id))
    )


def answered(template: Template, answers: Answers) -> tuple[Step, ...]:
    """The questions that are asked and have an answer."""
    shown = steps_of(template, answers)
    return tuple(step for step in shown if is_answered(answers.get(step.id)))


def first_open(template: Template, answers: Answers, short: bool = False) -> Step:
    """Where to go on: the first question without an answer, else the last one."""
    shown = steps_of(template, answers, short) or steps_of(template, answers)
    return next((step for step in shown if not is_answered(answers.get(step.id))), shown[-1])


def minutes_left(template: Template, coming: int) -> int:
    """About how many minutes the coming questions take, at least one."""
    return max(1, template.minutes * coming // max(1, len(template.steps)))


def asked_and_said(template: Template, answers: Answers, links: Words) -> list[dict[str, Any]]:
    """What a finished reflection keeps: every question as it was asked, with what was said."""
    kept = {step.id: written_step(step) for step in template.steps}
    for step in answered(template, answers):
        kept[step.id]["said"] = words_of(step, answers[step.id], links)
    return list(kept.values())


def text_of(asked: Sequence[Mapping[str, Any]]) -> str:
    """What a reflection kept, as text: every question a small heading, its answer under it."""
    parts = [f"### {step['prompt']}\n\n{step['said']}" for step in asked if step.get("said")]
    return "\n\n".join(parts)


def rewritten_text(present: str, before: str, after: str) -> str:
    """The text of an entry whose answers changed; what was added to it by hand stays."""
    if not present.strip() or present.strip() == before.strip():
        return after
    if before.strip() and before.strip() in present:
        return present.replace(before.strip(), after, 1)
    return f"{after}\n\n{present}"


def records_to_make(template: Template, answers: Answers) -> tuple[Making, ...]:
    """The records the answers become; one that lacks what it needs is not made."""
    made = []
    for record, destination in DESTINATIONS.items():
        making = _making(record, template, answers)
        if not destination.needs or is_answered(making.values.get(destination.needs)):
            made.append(making)
    return tuple(made)


def _making(record: str, template: Template, answers: Answers) -> Making:
    values: dict[str, Any] = {}
    references: list[tuple[str, str]] = []
    for step in answered(template, answers):
        for into in step.into:
            if into.record == record and into.field == "reference":
                value = answers[step.id]
                ids = value if isinstance(value, list) else [value]
                references.extend((step.to, each) for each in ids)
            elif into.record == record:
                values[into.field] = answers[step.id]
    return Making(record, values, tuple(dict.fromkeys(references)))


def _places(template: Template) -> dict[str, int]:
    return {step.id: place for place, step in enumerate(template.steps)}


def _holds(condition: Condition, answers: Answers) -> bool:
    value = answers.get(condition.step)
    if not is_answered(value):
        return False
    given = value if isinstance(value, list) else [value]
    return not condition.values or any(str(each) in condition.values for each in given)
