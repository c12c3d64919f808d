import inspect
from enum import StrEnum
from typing import get_args

import pytest

from leadjournal.base.resources import resource
from leadjournal.model import (
    action,
    cycle,
    entry,
    indicator,
    milestone,
    objective,
    outcome,
    output,
    why,
)
from leadjournal.rules.outcome_state import StateWord
from leadjournal.ui.items.words import (
    WORDS,
    choices_of,
    state_mark,
    verdict_mark,
    words_for,
    words_of,
)
from leadjournal.ui.theme.badges import KINDS

STORED = [
    kind
    for module in (
        action,
        cycle,
        entry,
        indicator,
        milestone,
        objective,
        outcome,
        output,
        why,
    )
    for _name, kind in inspect.getmembers(module, inspect.isclass)
    if issubclass(kind, StrEnum) and kind is not StrEnum and kind.__module__ == module.__name__
]


@pytest.mark.parametrize("kind", STORED, ids=lambda kind: kind.__name__)
def test_every_stored_value_has_words(kind: type[StrEnum]) -> None:
    assert list(WORDS[kind.__name__]) == [value.value for value in kind]
    assert all(words for words, _value in choices_of(kind))


def test_a_value_is_told_in_words() -> None:
    assert words_of(outcome.Verdict.NOT_REAL) == "Not real"
    assert words_for("Horizon", "leading") == "Leading"


def test_a_verdict_has_a_tone_a_word_and_an_icon() -> None:
    assert verdict_mark("real", "24 October") == ("good", "Real, 24 October", "circle-check")
    assert verdict_mark("not-real") == ("bad", "Not real", "circle-x")


@pytest.mark.parametrize("word", get_args(StateWord))
def test_every_computed_state_has_a_tone_a_word_and_an_icon(word: StateWord) -> None:
    mark = state_mark(word)
    assert mark.tone in KINDS
    assert mark.words == WORDS["OutcomeState"][word]
    assert resource("icons", f"{mark.icon}.svg").exists()
