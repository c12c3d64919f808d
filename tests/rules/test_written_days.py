"""Days as they are written: orders, names of months, a month alone."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadjournal.rules.written_days import DayOrder, Order, day_in, orders_of

FEBRUARY = date(2025, 2, 28)


@pytest.mark.parametrize(
    "text",
    ["2025-02-28", "2025/2/28", "2025.02.28", "28.02.2025", "28.2.25", "28. 2. 2025",
     "28/02/2025", "28-02-2025", "28 February 2025", "28 Feb 2025", "28th Feb 2025", "28-Feb-25",
     "Feb 28, 2025", "February 28 2025", "Fri, 28 Feb 2025", "Friday 28 February 2025",
     "2025-02-28 00:00:00", "2025-02-28T12:30", "28/02/2025 2:15 PM", "28.02.2025 14:00",
     "٢٨/٠٢/٢٠٢٥", "Feb 2025", "February 2025", "Feb-25", "Feb ’25", "2025-02", "02/2025"],
)  # fmt: skip
def test_a_day_is_read_and_a_month_is_its_last_working_day(text: str) -> None:
    assert day_in(text, "dmy") == FEBRUARY


def test_day_and_month_change_places_only_where_that_is_open() -> None:
    assert day_in("3/4/2025", "dmy") == date(2025, 4, 3)
    assert day_in("3/4/2025", "mdy") == date(2025, 3, 4)
    assert day_in("3.4.2025", "mdy") == date(2025, 4, 3)
    assert orders_of("13/4/2025") == {"dmy"}
    assert orders_of("4/13/2025") == {"mdy"}
    assert orders_of("4/4/2025") == {"dmy", "mdy"}


@pytest.mark.parametrize(
    "text",
    ["", "41", "12,5", "12.5", "45716", "31.02.2025", "2025-13-01", "Feb 28", "x 2025", "2025",
     "28 Feb", "0-0-0", "1800-01-01", "2300-01-01", "12:30", "28/02-2025", "a" * 200],
)  # fmt: skip
def test_what_is_no_day_is_none(text: str) -> None:
    assert day_in(text, "dmy") is None
    assert day_in(text, "mdy") is None


def test_a_column_tells_its_order_or_is_asked_about() -> None:
    assert DayOrder(["3/4/2025", "13/4/2025"]).order == "dmy"
    assert DayOrder(["3/4/2025", "4/13/2025"]).order == "mdy"
    assert DayOrder(["2025-02-28", "4/4/2025"]).order == "dmy"
    unsure = DayOrder(["3/4/2025", "5/6/2025"])
    assert unsure.is_open
    assert unsure.order is None
    mixed = DayOrder(["13/4/2025", "5/16/2025", "6/16/2025"])
    assert mixed.is_mixed
    assert list(mixed.odd_ones()) == [0]


FORMS: tuple[tuple[str, Order], ...] = (
    ("{0:%Y-%m-%d}", "dmy"), ("{0:%d.%m.%Y}", "dmy"), ("{0:%d/%m/%Y}", "dmy"),
    ("{0:%m/%d/%Y}", "mdy"), ("{0.day} {0:%B} {0:%Y}", "dmy"), ("{0:%b} {0.day}, {0:%Y}", "mdy"),
    ("{0:%Y-%m-%d} 00:00:00", "mdy"),
)  # fmt: skip


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(FORMS))
def test_what_was_written_comes_back_exactly(day: date, form: tuple[str, Order]) -> None:
    written, order = form
    assert day_in(written.format(day), order) == day


@given(st.text(max_size=80))
def test_no_text_is_too_odd(text: str) -> None:
    for order in orders_of(text):
        found = day_in(text, order)
        assert found is None or 1900 <= found.year <= 2199
