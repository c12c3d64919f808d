"""Plain words and the user's marks survive the way through a Markdown file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadjournal.export.cleaning import clean_text
from leadjournal.export.rich_text import parse, plain_words
from leadjournal.export.writers.markdown_text import escaped, markdown_text

_WORDS = st.text(st.sampled_from("ab 1.)-+*_#>`<&;[]()!|~=\\:/é\"'"), max_size=30)


@given(_WORDS)
def test_plain_words_read_back_as_they_were(text: str) -> None:
    tree = parse(escaped(text))
    expected = " ".join(text.split())
    assert plain_words(tree) == expected
    assert [node["kind"] for node in tree] == (["paragraph"] if expected else [])
    inside = tree[0]["children"] if tree else []
    assert {node["kind"] for node in inside} <= {"text"}


@given(st.text(st.sampled_from("ab \n1.-*_#>`<[]()!|=\\"), max_size=40))
def test_the_users_text_keeps_its_words(text: str) -> None:
    before, after = parse(clean_text(text)), parse(markdown_text(clean_text(text), 4))
    assert plain_words(after).split() == plain_words(before).split()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("# Heading", "##### Heading"),
        ("- a\n  - b\n- d", "- a\n  - b\n- d"),
        ("- a\n  - b\n\n    c\n- d", "- a\n  - b\n\n    c\n- d"),
        ("3. a\n4. b", "3. a\n4. b"),
        ("> a\n>\n> b", "> a\n>\n> b"),
        ("```\n# not a heading\n```", "```\n# not a heading\n```"),
        ("```\nnever closed", "```\nnever closed\n```"),
        ("hard  \nbreak", "hard\\\nbreak"),
        ("a `b` **c** *d*", "a `b` **c** *d*"),
        ("2025. A year", "2025. A year"),
        ("_*1*1_", "*11*"),
        ("<b>bold</b>", "\\<b\\>bold\\</b\\>"),
    ],
)
def test_marks_are_written_anew(text: str, written: str) -> None:
    assert markdown_text(text, 4) == written
