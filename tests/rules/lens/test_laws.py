"""What holds for any text: the lens never fails, never loses a word, never goes astray."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadjournal.rules.lens.looking import first_two, look
from leadjournal.rules.lens.notation import told
from leadjournal.rules.lens.record import Surroundings
from leadjournal.rules.lens.table import KINDS, LEVELS, RULES
from leadjournal.rules.lens.wording import Wording
from tests.rules.lens.looking import WORDS, examples, looked_at, sound_sentences

_SAID = [each.text for each in examples()] + [each["text"] for each in sound_sentences()]
_PIECES = st.sampled_from(
    sorted({word for text in _SAID for word in text.split()} | {"and", "so that", ";", ". ", ","})
)
KIND = st.sampled_from(KINDS)
TEXT = st.one_of(
    st.text(max_size=300), st.sampled_from(_SAID), st.lists(_PIECES, max_size=40).map(" ".join)
)

HOSTILE = [
    "and ", "(", "keep and x y ", "keep, ", "from 1 ", "held ( ", "'", "- ", "% ", "number of ",
    "with a ", "will be x ", "so that ", "to 1 ", "is so very ", "you ", "Indicators: ",
    "— guard: ",
    '"', 'Outcome "', '", ', "; ", "by ", "get improved by ", "\N{COMBINING ACUTE ACCENT}", "İ",
    "\U0001d538", " ", "\n", "between a and ", "we will ", ". ", "a.", "客户", "1. ", "\0", "x/",
    "& ", "!", "a", "review date ", "to be the ", "$ ", "the the ", "using a new ",
]  # fmt: skip
LONG = 10_000


@given(TEXT, KIND)
def test_the_same_text_gives_the_same_hints(text: str, kind: str) -> None:
    assert looked_at(text, kind) == looked_at(text, kind)


@given(TEXT, KIND)
def test_hints_are_of_the_kind_and_in_order(text: str, kind: str) -> None:
    hints = looked_at(text, kind)
    order = [rule.id for rule in RULES if kind in rule.kinds]
    places = [(LEVELS.index(hint.level), order.index(hint.rule)) for hint in hints]
    assert places == sorted(set(places))
    shown = first_two(hints)
    assert len(shown) <= 2
    assert shown == hints[: len(shown)]


@given(TEXT, KIND, st.frozensets(st.sampled_from([rule.id for rule in RULES])))
def test_muting_takes_away_the_muted_rules_and_nothing_else(
    text: str, kind: str, muted: frozenset[str]
) -> None:
    every = look(text, kind, WORDS)
    heard = look(text, kind, WORDS, surroundings=Surroundings(muted=muted))
    assert heard == tuple(hint for hint in every if hint.rule not in muted)


@given(TEXT)
def test_a_fix_keeps_every_word_but_what_joins(text: str) -> None:
    joining = {"so", "that", "in", "order", "to", "which", "means", "because", "and", "plus"}
    joining |= {"as", "well", "while", "also"}
    for kind in ("outcome", "objective", "output"):
        for hint in look(text, kind, WORDS):
            if hint.fix and hint.fix.kind in ("move-to-outputs", "split", "make-two"):
                left = Wording("x " + " ".join(hint.fix.parts)).tokens
                lead_ins = {word for each in WORDS["lead_ins"].entries for word in each.split()}
                lost = set(Wording(text).tokens) - set(left) - joining - lead_ins
                assert lost == set()
                assert all(hint.fix.parts)


@given(TEXT)
def test_a_letter_in_lower_case_stands_for_each_letter(text: str) -> None:
    wording = Wording(text)
    assert len(wording.lower) == len(wording.tidy)


@given(st.text(max_size=200))
def test_notes_are_read_from_any_text(text: str) -> None:
    statement, _subject = told(text)
    assert set(statement.split()) <= set(text.split())


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
@pytest.mark.parametrize("ending", ["", 'x)"'])
def test_long_hostile_texts_come_to_an_end(piece: str, ending: str) -> None:
    text = (piece * LONG)[:LONG] + ending
    for kind in KINDS:
        looked_at(text, kind)
        look(text, kind, WORDS)


@given(st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=5), KIND)
def test_long_texts_of_anything_come_to_an_end(pieces: list[str], kind: str) -> None:
    text = ("".join(pieces) * LONG)[:LONG]
    looked_at(text, kind)


@pytest.mark.parametrize("name", sorted(WORDS._lists))
def test_lists_hold_what_texts_in_lower_case_can_hold(name: str) -> None:
    entries = WORDS[name].entries
    assert len(set(entries)) == len(entries)
    for entry in entries:
        assert entry == entry.lower().strip()
        assert re.search(r"[’“”]|\s\s", entry) is None


@pytest.mark.parametrize("name", sorted(WORDS._written))
def test_patterns_match_nothing_in_nothing(name: str) -> None:
    assert WORDS.pattern(name).search("") is None
