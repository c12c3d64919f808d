"""Numbers as they are written: signs, thousands, currencies, digits of other scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadjournal.rules.written_numbers import DecimalSign, Sign, plain, reads_as, signs_of

BOTH, POINT, COMMA = frozenset(".,"), frozenset("."), frozenset(",")


@pytest.mark.parametrize(
    ("text", "with_point", "with_comma"),
    [
        ("12.5", 12.5, None),
        ("12,5", None, 12.5),
        ("1.234,5", None, 1234.5),
        ("1,234.5", 1234.5, None),
        ("1 234,5", None, 1234.5),
        ("1\u00a0234\u202f567.5", 1234567.5, None),
        ("1’234.50", 1234.5, None),
        ("1'234'567", 1234567, 1234567),
        ("1,234", 1234, 1.234),
        ("1.234", 1.234, 1234),
        ("1,234,567", 1234567, None),
        ("43%", 43, 43),
        ("% 43", 43, 43),
        ("€ 12.50", 12.5, None),
        ("12,50 €", None, 12.5),
        ("CHF 3", 3, 3),
        ("\u221212", -12, -12),
        ("\uff0d12", -12, -12),
        ("-€5", -5, -5),
        ("5-", -5, -5),
        ("(1,234.5)", -1234.5, None),
        ("+7", 7, 7),
        ("1.5e3", 1500, None),
        ("٤٣", 43, 43),
        ("٣٫٥", 3.5, None),
        ("４３．５", 43.5, None),
        ("१२", 12, 12),
        (".5", 0.5, None),
        (",5", None, 0.5),
    ],
)
def test_a_number_is_read(text: str, with_point: float | None, with_comma: float | None) -> None:
    assert reads_as(plain(text), ".") == with_point
    assert reads_as(plain(text), ",") == with_comma


@pytest.mark.parametrize(
    "text",
    ["", " ", "12,5 x", "abc", "12 5", "1 23 456", "1.2.3", "1,2,3", "--5", "5%5", "1e400", "nan",
     "inf", ".", ",", "-", "%", "2025-02-28", "28.02.2025", "1" * 100],
)  # fmt: skip
def test_what_is_no_number_is_none(text: str) -> None:
    number = plain(text)
    assert not number or (reads_as(number, ".") is None and reads_as(number, ",") is None)


def test_a_column_tells_its_sign_or_is_asked_about() -> None:
    assert DecimalSign(["1,234", "12.5", "x", ""]).sign == "."
    assert DecimalSign(["1.234", "12,5"]).sign == ","
    assert DecimalSign(["1", "22"]).sign == "."
    unsure = DecimalSign(["1,234", "5"])
    assert unsure.is_open
    assert unsure.sign is None
    mixed = DecimalSign(["12,5", "13.5", "14.5"])
    assert mixed.is_mixed
    assert mixed.sign is None
    assert list(mixed.odd_ones()) == [0]
    assert list(DecimalSign(["12,5", "13.5"]).odd_ones()) == [0, 1]


@given(
    st.decimals(-9_999_999, 9_999_999, places=2, allow_nan=False),
    st.sampled_from([(".", ","), (",", "."), (".", " "), (",", "\u202f"), (".", "’"), (",", "")]),
    st.sampled_from(["{}", "{} %", "€{}", "{} CHF"]),
)
def test_what_was_written_comes_back_exactly(
    number: object, signs: tuple[Sign, str], dress: str
) -> None:
    sign, thousands = signs
    text = f"{number:,.2f}".replace(",", "T").replace(".", sign).replace("T", thousands)
    value = reads_as(plain(dress.format(text)), sign)
    assert value == float(f"{number:.2f}")


@given(st.text(max_size=80))
def test_no_text_is_too_odd(text: str) -> None:
    number = plain(text)
    for sign in signs_of(number):
        value = reads_as(number, sign)
        assert value is not None
        assert abs(value) < float("inf")
