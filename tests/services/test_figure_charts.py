"""Charts of figures for the window, with the same numbers as a table."""

from datetime import date

from leadjournal.export.charts.palette import theme_palette
from leadjournal.rules.debt_history import DebtPoint
from leadjournal.rules.phrasing import PhrasingPoint
from leadjournal.services.figure_charts import debt_chart, phrasing_chart

COLOURS = theme_palette("light")


def test_the_debt_over_time_names_its_peak() -> None:
    chart = debt_chart(
        [
            DebtPoint(date(2025, 7, 31), 148.7, 140.8),
            DebtPoint(date(2025, 8, 29), 135.4, 126.1),
        ]
    )
    assert chart is not None
    assert chart.finding == "135.4 days on the last day. The most were 148.7 days, in July 2025."
    assert chart.table()[1][0] == ("29 Aug 2025", "126.1", "9.3", "135.4")
    assert COLOURS["debt_fill_2"] in chart.svg(COLOURS, 400, 160)


def test_there_is_no_chart_of_nothing() -> None:
    assert debt_chart([]) is None
    nothing = DebtPoint(date(2025, 7, 31), 0.0, 0.0)
    assert debt_chart([nothing, nothing]) is None
    assert phrasing_chart([PhrasingPoint(date(2025, 7, 31), 0, 0)]) is None


def test_phrasing_begins_with_the_first_outcome_and_leaves_gaps() -> None:
    chart = phrasing_chart(
        [
            PhrasingPoint(date(2025, 5, 31), 0, 0),
            PhrasingPoint(date(2025, 6, 30), 2, 1),
            PhrasingPoint(date(2025, 7, 31), 0, 0),
            PhrasingPoint(date(2025, 8, 31), 1, 1),
        ]
    )
    assert chart is not None
    assert chart.finding == "August 2025: 100%. June 2025: 50%"
    assert chart.table()[1] == (
        ("31 Aug 2025", "100%"),
        ("31 Jul 2025", "–"),
        ("30 Jun 2025", "50%"),
    )
    svg = chart.svg(COLOURS, 400, 140)
    assert ">0<" in svg
    assert ">100<" in svg
