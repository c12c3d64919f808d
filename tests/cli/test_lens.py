"""lens: what a text leaves out."""

import pytest

from leadjournal.rules.lens.table import KINDS
from tests.cli.terminal import lj
from tests.rules.lens.looking import Example, examples, looked_at


def first_kinds() -> list[Example]:
    """Each example once, for the first kind of its rule."""
    seen: dict[tuple[str, str], Example] = {}
    for example in examples():
        seen.setdefault((example.rule, example.text), example)
    return list(seen.values())


@pytest.mark.parametrize("example", first_kinds(), ids=lambda each: each.rule)
def test_examples_at_the_terminal(example: Example) -> None:
    said = lj("lens", example.text, "--kind", example.kind, "--json")
    assert (said.code, said.err) == (0, "")
    assert (example.rule in [hint["rule"] for hint in said.json]) is example.fires


def test_json_has_rule_level_and_message_and_nothing_else() -> None:
    found = lj("lens", "Launch the portal", "--kind", "outcome", "--json").json
    assert found == [
        {"rule": hint.rule, "level": hint.level, "message": hint.message}
        for hint in looked_at("Launch the portal", "outcome")
    ]
    assert [hint["level"] for hint in found] == ["strong", "nudge", "hint", "hint"]
    assert lj("lens", "Obi calls Ines on Monday", "--kind", "action", "--json").json == []


def test_hints_in_words() -> None:
    said = lj("lens", "Weekly performance pack", "--kind", "Output")
    assert said.code == 0
    assert said.out.startswith("nudge: output-without-so-that\n  So that what changes, for whom?")
    assert "  Who would miss it?\n" in said.out
    assert lj("lens", "Call Ines on Monday", "--kind", "action").out == "Nothing to ask.\n"


def test_a_text_from_standard_input() -> None:
    said = lj("lens", "-", "--kind", "charter-values", "--json", stdin=b"Trust\nRespect\n")
    assert [hint["rule"] for hint in said.json] == ["charter-values-only-words"]
    lj("lens", "-", "--kind", "outcome", stdin=b"\xff").told(1, "UTF-8")
    lj("lens", "-", "--kind", "outcome", stdin=b"x" * 100_001).told(1, "too long", "100000")


def test_what_cannot_be_looked_at() -> None:
    lj("lens", "Trust", "--kind", "wish").told(1, "“wish”", *KINDS)
    lj("lens", " \n", "--kind", "outcome").told(1, "nothing to look at")
    lj("lens", "", "--kind", "why", "--json").told(1, "nothing to look at")
    lj("lens", "Trust").told(2, "--kind")
    lj("lens", "--kind", "outcome").told(2)


def test_an_empty_decision_right_has_no_decider() -> None:
    said = lj("lens", "", "--kind", "decision-right", "--json")
    assert [hint["rule"] for hint in said.json] == ["charter-unclear-decider"]


@pytest.mark.parametrize(
    "text", ["顧客は待たない", "Ёлки 🎄 и люди", "a\x00b", "\udcff odd", "x" * 9_999]
)
def test_any_text_is_looked_at(text: str) -> None:
    for kind in KINDS:
        assert lj("lens", text, "--kind", kind, "--json").code == 0


def test_the_notation_is_in_the_help() -> None:
    shown = " ".join(lj("lens", "--help").out.split())
    for words in ("Indicators: A; B — guard: C", "Key results: A; B", "growth:", *KINDS):
        assert words in shown
