"""Names every fault of a template in a sentence, before anybody is asked its questions."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from leadjournal.base.words import _
from leadjournal.rules.template import (
    AREAS,
    DESTINATIONS,
    ENTRY_KINDS,
    KINDS,
    LINKED_KINDS,
    NEWEST_FORMAT,
    PRIVACIES,
)

MOST_STEPS = 200

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TEXTS = ("id", "title", "area", "cadence", "purpose")
_OTHER_TEXTS = ("privacy", "entry", "icon", "draws_on", "creates", "coach_question", "when")
_STEP_TEXTS = ("label", "help", "example", "low", "high", "to")
_KNOWN = {"format", "version", "minutes", "audience", "steps", *_TEXTS, *_OTHER_TEXTS}
_KNOWN_IN_STEP = {
    "id", "kind", "prompt", "required", "choices", "many", "when", "into", *_STEP_TEXTS,
}  # fmt: skip

Values = Mapping[str, Any]


def faults(values: Values) -> list[str]:
    """Everything that is wrong with a parsed template file; empty when it can be used."""
    version = values.get("format", 1)
    if not _is_count(version):
        return [_("“format” must be a whole number.")]
    if version > NEWEST_FORMAT:
        return [
            _("The template has format {format}; this version reads up to {newest}.").format(
                format=version, newest=NEWEST_FORMAT
            )
        ]
    return [*_of_head(values), *_of_steps(values.get("steps"))]


def _of_head(values: Values) -> Iterator[str]:
    for name in _TEXTS:
        if not _is_words(values.get(name)):
            yield _("“{name}” is missing.").format(name=name)
    for name in ("version", "minutes"):
        if not _is_count(values.get(name)):
            yield _("“{name}” must be a whole number from 1.").format(name=name)
    yield from _wrong_texts(values, _OTHER_TEXTS, "")
    yield from _wrong_word(values, "area", AREAS)
    yield from _wrong_word(values, "privacy", PRIVACIES)
    yield from _wrong_word(values, "entry", ENTRY_KINDS)
    if _is_words(values.get("id")) and not _ID.fullmatch(values["id"]):
        yield _("The id “{id}” may hold small letters, digits and hyphens only.").format(
            id=values["id"][:60]
        )
    audience = values.get("audience", [])
    if not isinstance(audience, list) or not all(_is_words(each) for each in audience):
        yield _("“audience” must be a list of words.")
    yield from _unknown_names(values, _KNOWN, "")


def _of_steps(steps: object) -> Iterator[str]:
    if not isinstance(steps, list) or not steps:
        yield _("The template has no steps.")
        return
    if len(steps) > MOST_STEPS:
        yield _("The template has {count} steps; at most {most} can be asked.").format(
            count=len(steps), most=MOST_STEPS
        )
        return
    before: dict[str, Values] = {}
    for place, step in enumerate(steps, start=1):
        if not isinstance(step, dict):
            yield _("Step {place} is not a table.").format(place=place)
            continue
        name = _name_of(step, place)
        yield from _of_step(step, name, before)
        if _is_words(step.get("id")):
            if step["id"] in before:
                yield _("{step}: another step before it has the same id.").format(step=name)
            before[step["id"]] = step


def _of_step(step: Values, name: str, before: Mapping[str, Values]) -> Iterator[str]:
    if not _is_words(step.get("id")) or not _ID.fullmatch(step["id"]):
        yield _("{step}: needs an id of small letters, digits and hyphens.").format(step=name)
    if not _is_words(step.get("prompt")):
        yield _("{step}: the prompt is missing.").format(step=name)
    for flag in ("required", "many"):
        if not isinstance(step.get(flag, False), bool):
            yield _("{step}: “{name}” must be true or false.").format(step=name, name=flag)
    yield from _wrong_texts(step, _STEP_TEXTS, name)
    yield from _of_kind(step, name)
    yield from _of_condition(step, name, before)
    yield from _of_into(step, name)
    yield from _unknown_names(step, _KNOWN_IN_STEP, name)


def _of_kind(step: Values, name: str) -> Iterator[str]:
    kind = step.get("kind")
    if kind not in KINDS:
        yield _("{step}: “{kind}” is no kind of answer; there are {kinds}.").format(
            step=name, kind=str(kind)[:60], kinds=", ".join(KINDS)
        )
    elif kind == "scale" and not (_is_words(step.get("low")) and _is_words(step.get("high"))):
        yield _("{step}: a scale needs words for both ends, “low” and “high”.").format(step=name)
    elif kind == "link" and step.get("to") not in LINKED_KINDS:
        yield _("{step}: a link needs “to”, one of {kinds}.").format(
            step=name, kinds=", ".join(LINKED_KINDS)
        )
    elif kind in ("choice", "choices"):
        yield from _of_choices(step.get("choices"), name)


def _of_choices(choices: object, name: str) -> Iterator[str]:
    if not isinstance(choices, list) or len(choices) < 2:
        yield _("{step}: a choice needs at least two answers in “choices”.").format(step=name)
        return
    ids = [each.get("id") if isinstance(each, dict) else each for each in choices]
    if not all(_is_words(each) for each in ids):
        yield _("{step}: every choice needs words, or an id and words.").format(step=name)
    elif len(set(ids)) < len(ids):
        yield _("{step}: two choices are the same.").format(step=name)
    if any(isinstance(each, dict) and not _is_words(each.get("words")) for each in choices):
        yield _("{step}: a choice with an id needs “words” too.").format(step=name)


def _of_condition(step: Values, name: str, before: Mapping[str, Values]) -> Iterator[str]:
    condition = step.get("when")
    if condition is None:
        return
    if not isinstance(condition, dict) or not _is_words(condition.get("step")):
        yield _("{step}: a condition names the step it looks at.").format(step=name)
        return
    asked = before.get(condition["step"])
    if asked is None:
        yield _("{step}: its condition looks at “{other}”, which is not asked before it.").format(
            step=name, other=condition["step"][:60]
        )
        return
    wanted = condition.get("is", [])
    values = wanted if isinstance(wanted, list) else [wanted]
    if not all(isinstance(each, str) for each in values):
        yield _("{step}: “is” in its condition must be words.").format(step=name)
    elif asked.get("kind") in ("choice", "choices") and not set(values) <= _offered(asked):
        yield _("{step}: its condition waits for an answer “{other}” does not offer.").format(
            step=name, other=condition["step"]
        )


def _of_into(step: Values, name: str) -> Iterator[str]:
    destinations = step.get("into", [])
    if not isinstance(destinations, list):
        yield _("{step}: “into” must be a list.").format(step=name)
        return
    for into in destinations:
        if not isinstance(into, dict) or into.get("record") not in DESTINATIONS:
            record = into.get("record") if isinstance(into, dict) else into
            yield _("{step}: “into” names no kind of record that is made: “{record}”.").format(
                step=name, record=str(record)[:60]
            )
            continue
        taken = DESTINATIONS[into["record"]].fields.get(str(into.get("field")))
        if taken is None:
            yield _("{step}: “{record}” takes no answer as “{field}”.").format(
                step=name, record=into["record"], field=str(into.get("field"))[:60]
            )
        elif step.get("kind") in set(KINDS) - set(taken):
            yield _("{step}: “{field}” of “{record}” takes answers of the kind {kinds}.").format(
                step=name, record=into["record"], field=into["field"], kinds=", ".join(taken)
            )


def _wrong_texts(values: Values, names: tuple[str, ...], step: str) -> Iterator[str]:
    for name in names:
        if not isinstance(values.get(name, ""), str):
            sentence = _("“{name}” must be words.").format(name=name)
            yield f"{step}: {sentence}" if step else sentence


def _wrong_word(
    values: Values, name: str, known: Mapping[str, str] | tuple[str, ...]
) -> Iterator[str]:
    value = values.get(name)
    if _is_words(value) and value not in known:
        yield _("“{value}” is no {name}; there are {known}.").format(
            value=str(value)[:60], name=name, known=", ".join(known)
        )


def _unknown_names(values: Values, known: set[str], step: str) -> Iterator[str]:
    for name in sorted(set(values) - known):
        sentence = _("“{name}” is not known here.").format(name=name[:60])
        yield f"{step}: {sentence}" if step else sentence


def _offered(step: Values) -> set[str]:
    choices = step.get("choices")
    if not isinstance(choices, list):
        return set()
    return {str(each.get("id")) if isinstance(each, dict) else str(each) for each in choices}


def _name_of(step: Values, place: int) -> str:
    if _is_words(step.get("id")):
        return _("Step {place} ({id})").format(place=place, id=step["id"][:60])
    return _("Step {place}").format(place=place)


def _is_words(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1
