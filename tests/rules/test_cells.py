"""Files and pasted text as rows of cells."""

import pytest

from leadjournal.base.errors import UserMistake
from leadjournal.rules.cells import MOST_BYTES, rows_of, text_of


def cells(text: str) -> list[tuple[str, ...]]:
    return [row.cells for row in rows_of(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a\tb\n1\t2", [("a", "b"), ("1", "2")]),
        ("a;b\n1,5;2", [("a", "b"), ("1,5", "2")]),
        ("a,b\n1,2", [("a", "b"), ("1", "2")]),
        ("12,5\n13,5", [("12,5",), ("13,5",)]),
        ("Calls, weekly\n12,5\n13,5", [("Calls, weekly",), ("12,5",), ("13,5",)]),
        ("Value\n12,5\n13,5", [("Value",), ("12,5",), ("13,5",)]),
        ('"2025-02-28","1,234.5"', [("2025-02-28", "1,234.5")]),
        ('"a\tb"\t2\n"two\nlines"\t3', [("a b", "2"), ("two lines", "3")]),
        ('5"\t1', [('5"', "1")]),
        ("\ufeffa\tb\r\n1\t2\r3\t4", [("a", "b"), ("1", "2"), ("3", "4")]),
        ("1\n\n2\n\n\n", [("1",), (), ("2",)]),
        ("  a  \t b\u00a0c ", [("a", "b c")]),
        ("a\x00b\t1", [("ab", "1")]),
        ("", []),
    ],
)
def test_a_text_is_parted_by_what_parts_it_evenly(text: str, found: list[tuple[str, ...]]) -> None:
    assert cells(text) == found


def test_rows_keep_the_numbers_they_were_written_with() -> None:
    assert [row.number for row in rows_of("1\n\n2")] == [1, 2, 3]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_a_file_is_read_in_every_usual_encoding(encoding: str) -> None:
    text = "Größe;Wert\n2025-02-28;1,5\n"
    assert text_of(text.encode(encoding)).lstrip("\ufeff") == text


def test_a_workbook_and_a_flood_are_refused_in_a_sentence() -> None:
    with pytest.raises(UserMistake, match="workbook"):
        text_of(b"PK\x03\x04rest")
    with pytest.raises(UserMistake, match="too large"):
        text_of(bytes(MOST_BYTES + 1))
    assert text_of(bytes(range(256)))


def test_a_cell_without_end_is_told_with_its_row() -> None:
    with pytest.raises(UserMistake, match="Row 1"):
        rows_of('"' + "x" * 300_000 + '"\t1')
