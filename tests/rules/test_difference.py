"""The difference between two texts: exact, by words, and told so that one can read it."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadjournal.rules.difference import Piece, difference


def same(text: str) -> Piece:
    return Piece("same", text)


def added(text: str) -> Piece:
    return Piece("added", text)


def removed(text: str) -> Piece:
    return Piece("removed", text)


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("", "", []),
        ("The same.", "The same.", [same("The same.")]),
        ("", "New.", [added("New.")]),
        ("Gone.", "", [removed("Gone.")]),
        ("We met on Friday.", "We met on Monday.",
         [same("We met on "), removed("Friday"), added("Monday"), same(".")]),
        ("He called back.", "He called.", [same("He called"), removed(" back"), same(".")]),
        ("One.\nTwo.\n", "One.\nAnd a half.\nTwo.\n",
         [same("One.\n"), added("And a half.\n"), same("Two.\n")]),
        ("Only spaces  differ", "Only spaces differ",
         [same("Only spaces"), removed("  "), added(" "), same("differ")]),
        ("The end", "The end\n", [same("The end"), added("\n")]),
        ("会议在星期五。", "会议在星期一。",
         [same("会议在星期"), removed("五"), added("一"), same("。")]),
    ],
)  # fmt: skip
def test_what_went_and_what_came(before: str, after: str, pieces: list[Piece]) -> None:
    assert difference(before, after) == pieces


def test_words_beside_each_other_are_told_as_one_change() -> None:
    pieces = difference(
        "The frost playbook was half done, and nobody in the team had read it.",
        "The frost playbook was quite finished, and nobody in the team had read it.",
    )
    assert pieces[1:3] == [removed("half done"), added("quite finished")]


def test_a_sentence_that_was_written_anew_is_not_cut_into_words() -> None:
    before, after = "The cat sat on the mat", "A dog ran off with my shoe and the ball"
    assert difference(before, after) == [removed(before), added(after)]


def test_a_sentence_before_others_leaves_them_alone() -> None:
    before = "I was late. The team waited. We began at ten."
    after = "I was late. Nobody said a word about it. The team waited. We began at ten."
    assert difference(before, after) == [
        same("I was late. "), added("Nobody said a word about it. "),
        same("The team waited. We began at ten."),
    ]  # fmt: skip


TEXTS = st.text(alphabet="ab .\n界é", max_size=60)


@given(TEXTS, TEXTS)
def test_the_pieces_joined_are_the_two_texts(before: str, after: str) -> None:
    pieces = difference(before, after)
    assert "".join(each.text for each in pieces if each.kind != "added") == before
    assert "".join(each.text for each in pieces if each.kind != "removed") == after
    assert all(each.text for each in pieces)
    assert all(one.kind != other.kind for one, other in pairwise(pieces))


@given(st.text(max_size=40), st.text(max_size=40))
def test_every_sign_is_kept(before: str, after: str) -> None:
    pieces = difference(before, after)
    assert "".join(each.text for each in pieces if each.kind != "added") == before
    assert "".join(each.text for each in pieces if each.kind != "removed") == after


@pytest.mark.parametrize("between", [" ", ". ", "\n"])
def test_words_are_found_in_long_texts_too(between: str) -> None:
    chance = random.Random(7)
    words = [f"word{chance.randrange(4_000)}" for _number in range(12_000)]
    changed = [f"other{at}" if at % 100 == 50 else each for at, each in enumerate(words)]
    before, after = between.join(words), between.join(changed)
    assert len(before) > 90_000
    pieces = difference(before, after)
    came = [each.text.strip() for each in pieces if each.kind == "added"]
    assert [each.rstrip(".") for each in came] == [f"other{at}" for at in range(50, 12_000, 100)]
    assert "".join(each.text for each in pieces if each.kind != "added") == before


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("ab " * 33_000, "ba " * 33_000),
        ("a\n" * 50_000, "b\na\n" * 25_000),
        ("x" * 100_000, "y" * 100_000),
        ("".join(f"{at}\n" for at in range(16_000)),
         "".join(f"{at}\n" for at in range(16_000, 0, -1))),
    ],
)  # fmt: skip
def test_texts_made_to_be_hard_are_exact_all_the_same(before: str, after: str) -> None:
    pieces = difference(before, after)
    assert "".join(each.text for each in pieces if each.kind != "added") == before
    assert "".join(each.text for each in pieces if each.kind != "removed") == after
