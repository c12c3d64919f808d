from datetime import date

import pytest

from leadjournal.base import formats
from leadjournal.base.errors import InvalidValue

DAY = date(2025, 10, 31)


def test_days_read_as_people_write_them() -> None:
    assert formats.day_long(DAY) == "31 October"
    assert formats.day_short(DAY) == "31 Oct"
    assert formats.day_with_weekday(DAY) == "Friday, 31 October"
    assert formats.day_full(DAY) == "Friday, 31 October 2025"
    assert formats.month_and_year(DAY) == "October 2025"


def test_the_year_is_told_only_when_it_is_another_one() -> None:
    assert formats.day_long(DAY, date(2025, 1, 1)) == "31 October"
    assert formats.day_long(DAY, date(2026, 1, 1)) == "31 October 2025"
    assert formats.day_short(DAY, date(2026, 1, 1)) == "31 Oct 2025"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (36.14, "36.1"),
        (82.0, "82"),
        (2000, "2,000"),
        (0, "0"),
        (-0.5, "-0.5"),
        (1234.56, "1,234.6"),
    ],
)
def test_numbers_have_no_needless_zeros(value: float, words: str) -> None:
    assert formats.number(value) == words


def test_shares_and_days_of_work() -> None:
    assert formats.percent(17 / 19) == "89%"
    assert formats.fixed(53) == "53.0"
    assert formats.days_of_work(11.9) == "11.9 days of work"
    assert formats.days_of_work(1) == "1 day of work"


def test_a_written_day_is_read() -> None:
    assert formats.read_day(" 2025-10-31 ") == DAY


@pytest.mark.parametrize(
    "text", ["", "tomorrow", "2025-02-30", "0000-01-01", "31.10.2025", "x" * 500]
)
def test_what_is_no_day_is_told_in_words(text: str) -> None:
    with pytest.raises(InvalidValue, match="is not a day") as told:
        formats.read_day(text)
    assert len(str(told.value)) < 200


@pytest.mark.parametrize(
    ("amount", "words"),
    [(0, "0 days"), (1, "1 day"), (1.04, "1 day"), (0.5, "0.5 days"), (1.1, "1.1 days"),
     (11.9, "11.9 days"), (53.0, "53 days")],
)  # fmt: skip
def test_days_are_counted_as_they_are_written(amount: float, words: str) -> None:
    assert formats.days(amount) == words
    assert formats.days_of_work(amount) == f"{words} of work"
