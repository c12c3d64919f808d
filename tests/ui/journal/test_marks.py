import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadjournal.ui.pages.journal.markdown_marks import Line, line_of, next_mark, spans_of
from leadjournal.ui.pages.journal.plain_text import (
    LONGEST_LINE,
    change_between,
    has_endless_line,
    prepared,
)
from leadjournal.ui.pages.journal.text_history import Change, TextHistory, units


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("### What moved?", Line("heading", 4, 3)),
        ("#no heading", Line("body")),
        ("- a win", Line("bullet", 2)),
        ("-no list", Line("body")),
        ("12. twelfth", Line("number", 4)),
        ("> said", Line("quote", 2)),
        ("   ", Line("blank")),
        ("plain", Line("body")),
    ],
)
def test_a_line_is_known_by_its_mark(text: str, line: Line) -> None:
    assert line_of(text) == line


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("a **bold** word", [("bold", 2, 8)]),
        ("an *italic* one and `code`", [("italic", 3, 8), ("code", 20, 6)]),
        ("2 * 3 * 4", []),
        ("snake_case_name", []),
        ("see [it](https://a.b)", [("link", 4, 17)]),
    ],
)
def test_passages_are_found_between_their_marks(
    text: str, looks: list[tuple[str, int, int]]
) -> None:
    assert [(span.look, span.start, span.length) for span in spans_of(text)] == looks


def test_a_list_goes_on_with_its_own_mark() -> None:
    assert [next_mark(line) for line in ("- a", "3. c", "> q", "text")] == ["- ", "4. ", "> ", ""]


@pytest.mark.parametrize(
    ("given_", "shown"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\u00a0b\u2028c", "a\u00a0b\u2028c"),
        ("a\u2029b", "a\nb"),
        ("nul\x00", "nul\ufffd"),
        ("half\ud800", "half\ufffd"),
        ("\ufdd0\ufdd1", "\ufffd\ufffd"),
    ],
)
def test_every_character_is_kept_or_visibly_replaced(given_: str, shown: str) -> None:
    assert prepared(given_) == shown


def test_an_endless_line_is_broken_at_spaces_and_loses_no_word() -> None:
    text = "word " * 4_000
    shown = prepared(text)
    assert has_endless_line(text)
    assert max(map(len, shown.split("\n"))) <= LONGEST_LINE
    assert shown.split() == text.split()


@given(st.text(st.characters(codec="utf-8"), max_size=40), st.text(max_size=40))
def test_a_change_rebuilds_the_new_text(old: str, new: str) -> None:
    change = change_between(old, new)
    before = old.encode("utf-16-le", "surrogatepass")
    rebuilt = (
        before[: 2 * change.start]
        + change.put.encode("utf-16-le", "surrogatepass")
        + before[2 * (change.start + units(change.gone)) :]
    )
    assert rebuilt.decode("utf-16-le", "surrogatepass") == new


def test_letters_of_a_word_are_one_step_and_words_are_their_own() -> None:
    history = TextHistory()
    for at, letter in enumerate("ab cd"):
        history.record(Change(at, "", letter))
    assert history.undo() == Change(3, "cd", "")
    assert history.undo() == Change(0, "ab ", "")
    assert history.undo() is None
    assert history.redo() == Change(0, "", "ab ")


def test_a_run_of_deletions_is_one_step() -> None:
    history = TextHistory()
    for at, letter in ((4, "e"), (3, "d"), (2, "c")):
        history.record(Change(at, letter, ""))
    assert history.undo() == Change(2, "", "cde")
