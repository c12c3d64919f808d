"""Every fault of a template is named in a sentence."""

import copy
import tomllib
from typing import Any

import pytest

from leadjournal.base.resources import resource
from leadjournal.rules.template import read_step, read_template, written_step
from leadjournal.rules.template_check import MOST_STEPS, faults


def shipped() -> dict[str, Any]:
    with resource("templates", "en", "daily-reflection.toml").open("rb") as file:
        return tomllib.load(file)


def with_step(**changes: object) -> dict[str, Any]:
    values = shipped()
    values["steps"].append({"id": "extra", "kind": "short", "prompt": "And?", **changes})
    return values


def test_the_shipped_template_has_no_fault() -> None:
    assert faults(shipped()) == []


def test_a_step_survives_being_kept_in_a_reflection() -> None:
    values = with_step(when={"step": "direction", "is": ["forward", "none"]})
    template = read_template(values)
    assert [read_step(written_step(step)) for step in template.steps] == list(template.steps)


@pytest.mark.parametrize("name", ["id", "title", "area", "cadence", "purpose"])
def test_what_is_missing_in_the_head_is_named(name: str) -> None:
    values = shipped()
    del values[name]
    assert faults(values) == [f"“{name}” is missing."]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"version": 0}, "“version” must be a whole number"),
        ({"minutes": "five"}, "“minutes” must be a whole number"),
        ({"area": "gardening"}, "“gardening” is no area"),
        ({"privacy": "public"}, "“public” is no privacy"),
        ({"entry": "yearly"}, "“yearly” is no entry"),
        ({"icon": 3}, "“icon” must be words"),
        ({"audience": "all"}, "“audience” must be a list"),
        ({"id": "Daily Reflection"}, "small letters, digits and hyphens"),
        ({"colour": "red"}, "“colour” is not known here"),
        ({"format": 2}, "has format 2; this version reads up to 1"),
        ({"format": "one"}, "“format” must be a whole number"),
        ({"steps": []}, "has no steps"),
        ({"steps": ["first"]}, "Step 1 is not a table"),
        ({"steps": [{}] * (MOST_STEPS + 1)}, "at most 200 can be asked"),
    ],
)
def test_a_fault_in_the_head_is_named(changes: dict[str, object], words: str) -> None:
    found = faults({**shipped(), **changes})
    assert len(found) == 1
    assert words in found[0]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"kind": "essay"}, "“essay” is no kind of answer"),
        ({"kind": ["short"]}, "is no kind of answer"),
        ({"id": "win"}, "another step before it has the same id"),
        ({"id": "Extra!"}, "needs an id of small letters"),
        ({"prompt": " "}, "the prompt is missing"),
        ({"kind": "scale", "low": "empty"}, "needs words for both ends"),
        ({"kind": "choice"}, "at least two answers"),
        ({"kind": "choice", "choices": ["one"]}, "at least two answers"),
        ({"kind": "choice", "choices": ["one", "one"]}, "two choices are the same"),
        ({"kind": "choices", "choices": [{"id": "a"}, "b"]}, "needs “words” too"),
        ({"kind": "choice", "choices": [1, 2]}, "every choice needs words"),
        ({"kind": "link"}, "a link needs “to”"),
        ({"kind": "link", "to": "planet"}, "a link needs “to”"),
        ({"required": "yes"}, "“required” must be true or false"),
        ({"help": 4}, "“help” must be words"),
        ({"when": "direction"}, "names the step it looks at"),
        ({"when": {"step": "later"}}, "which is not asked before it"),
        ({"when": {"step": "extra"}}, "which is not asked before it"),
        ({"when": {"step": "direction", "is": "up"}}, "does not offer"),
        ({"when": {"step": "win", "is": 3}}, "must be words"),
        ({"into": "entry"}, "“into” must be a list"),
        ({"into": [{"record": "cake", "field": "x"}]}, "names no kind of record that is made"),
        ({"into": ["entry"]}, "names no kind of record that is made"),
        ({"into": [{"record": "entry", "field": "x"}]}, "takes no answer as “x”"),
        ({"into": [{"record": "entry", "field": "energy"}]}, "takes answers of the kind scale"),
        ({"size": 3}, "“size” is not known here"),
    ],
)
def test_a_fault_in_a_step_is_named_with_the_step(changes: dict[str, object], words: str) -> None:
    found = faults(with_step(**changes))
    assert any(words in each and each.startswith("Step 10") for each in found)


def test_all_faults_are_named_at_once() -> None:
    values = copy.deepcopy(shipped())
    values["steps"][0]["kind"] = "essay"
    values["steps"][5]["low"] = ""
    del values["title"]
    assert len(faults(values)) == 3


@pytest.mark.parametrize("kind", ["short", "long", "list", "number", "date", "board", "rows"])
def test_the_format_knows_the_kinds_that_need_nothing_else(kind: str) -> None:
    assert faults(with_step(kind=kind)) == []
