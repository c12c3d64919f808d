"""Several signs on one axis: whole, in order, inside the picture, and the same each time."""

import xml.etree.ElementTree as Tree
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from leadjournal.export.charts.drawing import draw, natural_height
from leadjournal.export.charts.line_panel import LinePanel
from leadjournal.export.charts.numbers import numbers
from leadjournal.export.charts.palette import print_palette
from leadjournal.export.charts.panels import (
    FinishedMark,
    Panel,
    Panels,
    ReviewMark,
    Tag,
    panel_tops,
)
from leadjournal.export.cleaning import cleaned
from tests.export.example import ANSWERED, MONTH_ENDS, REPEATS

PALETTE = print_palette()
GOLDEN = Path(__file__).parent.parent / "golden" / "panels.svg"
LENGTH = LinePanel(
    "Average call length",
    tuple(zip(MONTH_ENDS, (4.9, 4.3, 3.9, 3.7, 4.2, 4.6, 4.8, 4.9, 5.0), strict=True)),
    ((date(2025, 2, 24), 4.0),),
    "activity",
    "minutes",
    aim="at-least",
)
SIGNS = Panels(
    "Customers stop having to chase us",
    (
        Panel(ANSWERED, "activity, what we do", Tag("plain", "Target met since May", "check")),
        Panel(REPEATS, "leading outcome sign", Tag("good", "84% of the way", "arrow-down-right")),
        Panel(LENGTH, "guard", Tag("plain", "Inside its limit", "check")),
    ),
    (
        ReviewMark(date(2025, 5, 30), Tag("bad", "Not real", "circle-x")),
        ReviewMark(date(2025, 10, 24), Tag("good", "Real", "circle-check")),
    ),
    (FinishedMark(date(2025, 6, 20), "Evening call-back promise"),),
)


def texts(svg: str) -> list[Tree.Element]:
    return [one for one in Tree.fromstring(svg).iter() if one.tag.endswith("}text")]


def words(svg: str) -> list[str]:
    return [element.text or "" for element in texts(svg)]


def test_the_picture_is_as_it_was() -> None:
    assert draw(SIGNS, PALETTE) == GOLDEN.read_text(encoding="utf-8")


def test_everything_is_said_once_in_its_order() -> None:
    said = words(draw(SIGNS, PALETTE, 760))
    for each in ("Calls answered within 60 seconds", "Target met since May", "target 90",
                 "at least 4", "Average call length, minutes", "guard", "Finished work",
                 "Reviews", "Not real", "Real"):  # fmt: skip
        assert said.count(each) == 1
    assert said.count("Feb") == 1
    heads = [one for one in said if one in {panel.lines.title for panel in SIGNS.panels}]
    assert heads == [panel.lines.title for panel in SIGNS.panels]


def test_the_newest_review_is_named_where_there_is_no_room_for_all() -> None:
    often = tuple(
        ReviewMark(date(2025, 10, 1) + timedelta(days=day), Tag("bad", f"No {day}", "circle-x"))
        for day in range(24)
    )
    said = words(draw(replace(SIGNS, reviews=often), PALETTE))
    assert "No 23" in said
    assert "No 22" not in said


def test_without_a_line_there_is_a_sentence_and_a_single_review_is_drawn() -> None:
    empty = Panels("Nothing", (Panel(LinePanel("Silent", ()), "guard"),))
    assert words(draw(empty, PALETTE)) == ["No values yet"]
    assert panel_tops(empty) == ()
    assert "Real" in words(draw(replace(empty, reviews=SIGNS.reviews[1:]), PALETTE))


def test_the_numbers_say_what_the_picture_shows() -> None:
    columns, rows = numbers(SIGNS)
    assert columns == ("Day", "Calls answered within 60 seconds",
                       "Repeat contacts within 7 days per 100 jobs",
                       "Average call length, minutes", "What happened")  # fmt: skip
    assert rows[0] == ("28 Feb 2025", "86%", "41", "4.9", "–")
    assert ("20 Jun 2025", "–", "–", "–", "Finished: Evening call-back promise") in rows
    assert ("24 Oct 2025", "–", "–", "–", "Review: Real") in rows


VALUES = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=6)


@given(st.lists(VALUES, min_size=1, max_size=6), st.floats(240, 900), st.text(max_size=90))
def test_nothing_leaves_the_picture(series: list[list[float]], width: float, name: str) -> None:
    panels = tuple(
        Panel(
            LinePanel(
                name,
                tuple((MONTH_ENDS[place], value) for place, value in enumerate(values)),
                ((MONTH_ENDS[0], values[0]),),
            ),
            "leading outcome sign",
            Tag("good", "84% of the way", "check"),
        )
        for values in series
    )
    chart = Panels("Signs", panels, SIGNS.reviews, SIGNS.finished, end=30)
    svg = draw(cleaned(chart), PALETTE, width)
    height = natural_height(chart)
    for element in texts(svg):
        assert 0 <= float(element.attrib["y"]) <= height
        assert -1 <= float(element.attrib["x"]) <= width + 1
    tops = panel_tops(chart)
    assert list(tops) == sorted(tops)
    assert len(tops) == len(panels)
