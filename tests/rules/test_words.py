"""Passphrases, nearness of commands, and spans of days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadjournal.rules import periods
from leadjournal.rules.nearness import nearness
from leadjournal.rules.passphrase import Strength, strength


@pytest.mark.parametrize(
    ("passphrase", "expected"),
    [
        ("", Strength.WEAK),
        ("abc", Strength.WEAK),
        ("password1234", Strength.WEAK),
        ("aaaaaaaaaaaaaaaa", Strength.WEAK),
        ("lantern lantern lantern lantern", Strength.WEAK),
        ("calm river seven", Strength.FAIR),
        ("calm river seven lamp", Strength.STRONG),
        ("vX7#qLp2!mZr9", Strength.STRONG),
    ],
)
def test_a_passphrase_is_judged_in_words(passphrase: str, expected: Strength) -> None:
    verdict = strength(passphrase)
    assert verdict.strength is expected
    assert verdict.sentence.lower().startswith(expected.value)


@given(st.text(max_size=60))
def test_every_passphrase_has_a_verdict(passphrase: str) -> None:
    assert strength(passphrase).sentence


@pytest.mark.parametrize(
    ("typed", "found"),
    [("exp", True), ("new ent", True), ("ne", True), ("drk", True), ("oru", False), ("zzz", False)],
)
def test_near_words_are_found(typed: str, found: bool) -> None:
    words = ["Export…", "New entry", "Dark theme"]
    assert any(nearness(typed, each) is not None for each in words) is found


def test_the_start_of_a_word_is_nearer_than_its_middle() -> None:
    start, middle = nearness("the", "Dark theme"), nearness("the", "Together")
    assert start is not None
    assert middle is not None
    assert start > middle


@given(st.text(max_size=20), st.text(max_size=60))
def test_nearness_never_fails(typed: str, words: str) -> None:
    assert nearness(typed, words) is None or typed is not None


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 1, 1)))
def test_spans_hang_together(today: date) -> None:
    for span in (periods.this_week, periods.this_month, periods.this_quarter, periods.this_year):
        days = span(today)
        assert days.since is not None
        assert days.since <= today == days.until
    for before, now in (
        (periods.last_month, periods.this_month),
        (periods.last_quarter, periods.this_quarter),
    ):
        earlier, later = before(today), now(today)
        assert earlier.until is not None
        assert later.since is not None
        assert (later.since - earlier.until).days == 1
    assert periods.everything(today) == periods.Span(None, None)
