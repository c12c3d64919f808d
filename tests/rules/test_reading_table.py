"""Tables of readings: what is understood, and how each fault is named."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadjournal.rules.cells import rows_of
from leadjournal.rules.reading_table import (
    Known,
    Line,
    Understood,
    Wanted,
    days_from,
    understand,
)

TODAY = date(2025, 10, 31)
REPEATS = Known("r", "Repeat contacts", "monthly", {date(2025, 8, 29): 43.0})
LEAVERS = Known("l", "Cancellations", "monthly", {})


def table(text: str, *known: Known, **said: object) -> Understood:
    wanted = Wanted(TODAY, **said)  # type: ignore[arg-type]
    return understand(rows_of(text), known or (REPEATS,), wanted)


def readings(found: Understood) -> list[tuple[str, date | None, float | None]]:
    return [(line.indicator, line.day, line.value) for line in found.taken]


def faults(found: Understood) -> list[str]:
    return [line.fault for line in found.faults]


def line(found: Understood, row: int) -> Line:
    return next(one for one in found.lines if one.row == row)


def test_days_and_values_with_a_head_or_without() -> None:
    wanted = [("r", date(2025, 2, 28), 41.0), ("r", date(2025, 3, 31), 42.5)]
    for text in (
        "Date\tValue\n2025-02-28\t41\n2025-03-31\t42.5",
        "28.02.2025;41\n31.03.2025;42,5",
        "42.5,2025-03-31\n41,2025-02-28",
        "Feb 2025\t41\nMar 2025\t42.5",
    ):
        found = table(text)
        assert sorted(readings(found), key=str) == wanted
        assert not found.faults
        assert not found.asks


def test_values_alone_ask_for_the_first_day_and_follow_the_rhythm() -> None:
    asked = table("41\n42\n\n43,5")
    assert asked.asks == {"start"}
    assert not asked.taken
    found = table("41\n42\n\n43,5", start=date(2025, 2, 28))
    assert readings(found) == [
        ("r", date(2025, 2, 28), 41.0),
        ("r", date(2025, 3, 31), 42.0),
        ("r", date(2025, 5, 30), 43.5),
    ]
    assert line(found, 3).left_out == "hole"
    assert line(found, 3).day == date(2025, 4, 30)


def test_a_column_for_each_indicator_is_found_by_its_name() -> None:
    text = "Month;Repeat contacts;cancellations;Town\nFeb 2025;41;2,6;Ulm\nMar 2025;42;;Bern"
    found = table(text, REPEATS, LEAVERS)
    assert readings(found) == [
        ("r", date(2025, 2, 28), 41.0),
        ("l", date(2025, 2, 28), 2.6),
        ("r", date(2025, 3, 31), 42.0),
    ]
    assert found.unread == ("Town",)
    assert not found.asks


def test_a_long_table_names_the_indicator_of_each_row() -> None:
    found = table(
        "Date,Indicator,Value,Note\n2025-01-31,Repeat contacts,41,by hand\n"
        "2025-01-31,Cancellations,2.6,\n2025-01-31,Foo,3,\n2025-01-31,,3,",
        REPEATS,
        LEAVERS,
    )
    assert readings(found) == [("r", date(2025, 1, 31), 41.0), ("l", date(2025, 1, 31), 2.6)]
    assert line(found, 2).note == "by hand"
    assert faults(found) == [
        "Row 4, column “Indicator”: “Foo” is no indicator of this outcome.",
        "Row 5, column “Indicator”: the indicator is missing.",
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Date\tValue\n2025-03-31\t12,5 x\n2025-04-30\t1",
         "Row 2, column “Value”: “12,5 x” is no number."),
        ("Date\tValue\n2025-03-31\t12.5\n2025-04-30\t13.5\n2025-05-30\t14,5",
         "Row 4, column “Value”: “14,5” has a comma before its decimals where other rows have a "
         "point."),
        ("Date\tValue\nsoon\t12\n2025-04-30\t13\n2025-05-30\t14",
         "Row 2, column “Date”: “soon” is no day."),
        ("Date\tValue\n\t12\n2025-04-30\t13", "Row 2, column “Date”: the day is missing."),
        ("2025-12-31\t12\n2025-04-30\t13", "Row 1, column “A”: 31 December is still to come."),
        ("13/4/2025\t1\n5/16/2025\t2\n6/16/2025\t2",
         "Row 1, column “A”: “13/4/2025” has day and month in another order than other rows."),
        ("2025-04-30\t12\n2025-04-30\t13", "Row 2: 30 April is in row 1 already, with 12."),
        ("Date\tValue\n2025-03-31\t" + "9" * 61 + "\n2025-04-30\t1",
         "Row 2, column “Value”: “" + "9" * 40 + "…” is no number."),
    ],
)  # fmt: skip
def test_a_fault_is_named_by_row_and_column(text: str, fault: str) -> None:
    found = table(text)
    assert faults(found) == [fault]
    assert len(found.taken) == len(found.lines) - 1


def test_mixed_signs_without_a_majority_are_all_named() -> None:
    found = table("2025-03-31\t12.5\n2025-04-30\t13,5")
    assert [fault.split(":")[0] for fault in faults(found)] == [
        "Row 1, column “B”",
        "Row 2, column “B”",
    ]


def test_what_the_table_cannot_tell_is_asked() -> None:
    text = "3/4/2025;1,234\n5/6/2025;2,345"
    assert table(text).asks == {"order", "sign"}
    assert table(text, REPEATS, LEAVERS).asks == {"order", "sign", "indicator"}
    said = table(text, REPEATS, LEAVERS, order="mdy", sign=",", indicator="l")
    assert readings(said) == [("l", date(2025, 3, 4), 1.234), ("l", date(2025, 5, 6), 2.345)]


def test_what_is_recorded_is_replaced_or_left_alone() -> None:
    found = table("2025-08-29\t40\n2025-09-30\t27")
    assert [one.replaces for one in found.lines] == [43.0, None]
    again = table("2025-08-29\t43\n2025-09-30\t27\n2025-09-30\t27")
    assert [one.left_out for one in again.lines] == ["as-recorded", "", "twice"]
    assert readings(again) == [("r", date(2025, 9, 30), 27.0)]


def test_a_table_of_another_shape_is_told_with_its_columns() -> None:
    found = table("Name;Town\nAnna;Ulm\nBo;Bern")
    assert found.problem == "No column of numbers was found. The columns are: “Name”, “Town”."
    assert not found.lines
    assert table("").problem == "Nothing was found to read."
    assert understand(rows_of("1"), (), Wanted(TODAY)).problem.startswith("There is no indicator")


def test_days_follow_each_rhythm() -> None:
    end = date(2025, 1, 31)
    assert days_from(end, "monthly", 3) == [end, date(2025, 2, 28), date(2025, 3, 31)]
    assert days_from(date(2025, 1, 30), "monthly", 2) == [date(2025, 1, 30), date(2025, 2, 28)]
    assert days_from(end, "quarterly", 2) == [end, date(2025, 4, 30)]
    assert days_from(end, "yearly", 2) == [end, date(2026, 1, 30)]
    assert days_from(end, "weekly", 2) == [end, date(2025, 2, 7)]
    assert days_from(end, "fortnightly", 2) == [end, date(2025, 2, 14)]


NUMBERS = st.decimals(-999_999, 999_999, places=2, allow_nan=False)
DAYS = st.dates(date(1990, 1, 1), TODAY)
ROWS = st.lists(st.tuples(DAYS, NUMBERS), min_size=2, max_size=30, unique_by=lambda row: row[0])
STYLES = st.sampled_from(
    [("\t", "%Y-%m-%d", ".", ","), (";", "%d.%m.%Y", ",", "."), ("\t", "%d %b %Y", ",", "\u202f"),
     (";", "%Y-%m-%d", ".", ""), ("\t", "%B %d, %Y", ".", "’")]
)  # fmt: skip


@given(ROWS, STYLES, st.booleans())
def test_a_table_written_in_one_style_comes_back_exactly(
    rows: list[tuple[date, object]], style: tuple[str, str, str, str], with_head: bool
) -> None:
    separator, day_form, sign, thousands = style
    written = [
        (f"{day:{day_form}}", f"{value:,.2f}".replace(",", "T").replace(".", sign))
        for day, value in rows
    ]
    head = [f"Date{separator}Value"] if with_head else []
    body = [separator.join((day, text.replace("T", thousands))) for day, text in written]
    fresh = Known("r", "Repeat contacts", "monthly", {})
    found = table("\n".join([*head, *body]), fresh)
    assert not found.faults
    assert not found.asks
    assert [(one.day, one.value) for one in found.lines] == [
        (day, float(f"{value:.2f}")) for day, value in rows
    ]


@given(st.text(max_size=300))
def test_no_text_is_too_odd(text: str) -> None:
    found = table(text, REPEATS, LEAVERS, start=date(2025, 1, 31))
    assert found.problem or found.lines
    assert all(one.day is not None and one.value is not None for one in found.taken)
