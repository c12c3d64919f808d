"""search: whatever is typed, it finds or finds nothing."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.terminal import Said, lj


def search(sample: Path, *words: str) -> Said:
    said = lj("search", "-j", sample, *words)
    assert (said.code, said.err) == (0, ""), said
    return said


@pytest.mark.parametrize(
    "words",
    [
        ["", ], [" "], ['"'], ['"desk'], ["desk AND"], ["NOT desk"], ["desk OR NEAR(a b)"],
        ["title:desk"], ["desk*"], ["^desk"], ["{a b}: c"], ["(", ")"], ["'; DROP TABLE entry; --"],
        ["🧭"], ["desk 🧭"], ["\x00"], ["de\x00sk"], ["\ud800"], ["a" * 50_000], ["a "] * 500,
        ["--", "-desk"], ["--", "--json"], ["-"], ["Straße"], ["日本"],
    ],
)  # fmt: skip
def test_no_words_are_an_error(sample: Path, words: list[str]) -> None:
    assert search(sample, *words).out.rstrip().endswith("found")
    assert isinstance(search(sample, "--json", *words).json, list)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(words=st.text(max_size=60))
def test_any_text_can_be_searched_for(sample: Path, words: str) -> None:
    assert isinstance(search(sample, "--json", "--", words).json, list)


def test_the_shape_of_a_hit(sample: Path) -> None:
    found = search(sample, "chase", "--kind", "outcome", "--json").json
    assert list(found[0]) == ["kind", "id", "title", "day", "snippet"]
    assert (found[0]["kind"], found[0]["day"]) == ("outcome", "2025-02-24")
    assert "chase" in found[0]["snippet"]
    assert "\x02" not in found[0]["snippet"]
    assert lj("show", found[0]["id"], "-j", sample).code == 0


def test_the_filters(sample: Path) -> None:
    every = search(sample, "desk", "--limit", "1000", "--json").json
    assert len(search(sample, "desk", "--limit", "3", "--json").json) == 3
    some = search(
        sample, "desk", "--kind", "entry", "--since", "2025-03-01", "--until", "2025-04-30",
        "--limit", "1000", "--json",
    ).json  # fmt: skip
    assert some == [
        hit
        for hit in every
        if hit["kind"] == "entry" and "2025-03-01" <= hit["day"] <= "2025-04-30"
    ]
    assert some
    assert search(sample, "desk", "--tag", "no such tag", "--json").json == []


def test_people_and_outcomes_are_named_by_words_or_ids(sample: Path) -> None:
    (outcome,) = [
        one
        for one in lj("list", "outcome", "--json", "-j", sample).json
        if one["statement"].startswith("Customers stop")
    ]
    by_words = search(sample, "the", "--outcome", "customers stop having", "--json").json
    assert by_words
    assert by_words == search(sample, "the", "--outcome", outcome["id"][:8], "--json").json
    by_name = search(sample, "the", "--person", "priya", "--json").json
    assert by_name
    assert len(by_name) < len(search(sample, "the", "--limit", "1000", "--json").json)


def test_hits_in_words(sample: Path) -> None:
    said = search(sample, "chase", "--kind", "outcome")
    assert "Outcome 2025-02-24: Customers stop having to chase us" in said.out
    assert said.out.endswith("1 record found\n")
