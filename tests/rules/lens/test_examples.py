"""Rules fire on their examples and stay quiet on the others; sound sentences are left alone."""

import pytest

from leadjournal.rules.lens.looking import look
from leadjournal.rules.lens.record import Sign, Subject
from leadjournal.rules.lens.table import KINDS, RULES
from tests.rules.lens.looking import WORDS, Example, examples, fired, sound_sentences

COMPLETE = Subject(
    signs=(
        Sign("What they do", "outcome", "leading", has_baseline=True, has_target=True),
        Sign("What lasts", "impact", "lagging", has_baseline=True, has_target=True),
    ),
    has_baseline=True,
    has_due=True,
    has_owner=True,
    has_review=True,
    has_growth=True,
    has_lasting_value=True,
)
"""A record as it is after its form was filled in; the text has to stand for itself."""


@pytest.mark.parametrize("example", examples(), ids=lambda each: f"{each.rule}-{each.kind}")
def test_examples(example: Example) -> None:
    assert (example.rule in fired(example.text, example.kind)) is example.fires


def test_every_rule_has_examples_of_both_sorts_for_every_kind_it_checks() -> None:
    shown = {(each.rule, each.kind, each.fires) for each in examples()}
    kinds = [(rule.id, kind) for rule in RULES for kind in rule.kinds]
    assert shown == {(*each, fires) for each in kinds for fires in (True, False)}


def test_there_are_forty_two_rules_of_known_kinds() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES) == 42
    assert {kind for rule in RULES for kind in rule.kinds} == set(KINDS)


def test_at_most_one_sound_sentence_in_ten_is_questioned() -> None:
    sentences = sound_sentences()
    questioned = [
        each["text"]
        for each in sentences
        if any(hint.level != "hint" for hint in look(each["text"], each["kind"], WORDS, COMPLETE))
    ]
    assert len(sentences) == 60
    assert len({each["trade"] for each in sentences}) >= 10
    assert len(questioned) <= 6, questioned
