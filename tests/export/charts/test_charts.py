"""Charts are plain SVG, hold every value inside their edges and never fail on few values."""

import xml.etree.ElementTree as Tree
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadjournal.export.charts.bars import Bar, Bars
from leadjournal.export.charts.drawing import Chart, draw
from leadjournal.export.charts.line_panel import LinePanel
from leadjournal.export.charts.palette import print_palette, theme_palette, web_palette
from leadjournal.export.charts.stacked_area import Layer, StackedArea
from leadjournal.export.charts.svg import shortened, text_width
from tests.export.example import ANSWERED, DEBT, REPEATS, SHARES

PALETTE = print_palette()
DAY = date(2025, 3, 1)
_ALLOWED = {"svg", "line", "rect", "text", "polyline", "polygon", "circle"}


def shapes(svg: str) -> list[Tree.Element]:
    found = list(Tree.fromstring(svg).iter())
    assert {element.tag.split("}")[1] for element in found} <= _ALLOWED
    assert all("style" not in element.attrib for element in found)
    return found


def words(svg: str) -> list[str]:
    return [element.text or "" for element in shapes(svg) if element.tag.endswith("text")]


def named(svg: str, tag: str) -> list[dict[str, str]]:
    return [element.attrib for element in shapes(svg) if element.tag.endswith(tag)]


def panel(*values: float | None) -> LinePanel:
    days = (DAY + timedelta(days=31 * place) for place in range(len(values)))
    return LinePanel("Readings", tuple(zip(days, values, strict=True)))


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
@pytest.mark.parametrize("chart", [DEBT, REPEATS, ANSWERED, SHARES])
def test_every_theme_has_the_colours_of_every_chart(chart: Chart, theme: str) -> None:
    assert words(draw(chart, theme_palette(theme)))


def test_on_the_web_the_colours_follow_the_page() -> None:
    svg = draw(DEBT, web_palette())
    fills = {element["fill"] for element in named(svg, "polygon")}
    assert fills == {"var(--debt-fill-2, #E3BF86)", "var(--debt-fill, #B87A1E)"}


def test_debt_names_its_peak_and_its_end() -> None:
    found = words(draw(DEBT, PALETTE))
    assert "148.7, 31 Jul" in found
    assert "36.1 days" in found
    assert "5.6 interest" in found
    assert [word for word in found if word in ("0", "50", "100", "150")] == [
        "0",
        "50",
        "100",
        "150",
    ]


def test_the_last_dot_is_filled_and_the_others_are_hollow() -> None:
    dots = named(draw(REPEATS, PALETTE), "circle")
    assert [dot["fill"] for dot in dots] == [PALETTE["surface"]] * 8 + [PALETTE["chart_1"]]


def test_a_changed_target_is_drawn_in_steps_and_named_at_the_end() -> None:
    svg = draw(ANSWERED, PALETTE)
    dashed = [line for line in named(svg, "line") if "stroke-dasharray" in line]
    assert len(dashed) == 2
    assert dashed[0]["x2"] == dashed[1]["x1"]
    assert "target 90" in words(svg)


def test_a_gap_breaks_the_line_and_the_area() -> None:
    assert len(named(draw(ANSWERED, PALETTE), "polyline")) == 2
    days = tuple(DAY + timedelta(days=30 * place) for place in range(5))
    area = StackedArea("x", days, (Layer("a", (1.0, 2.0, None, 3.0, 4.0), "debt_fill"),))
    assert len(named(draw(area, PALETTE), "polygon")) == 2


@pytest.mark.parametrize(
    "chart",
    [
        panel(), panel(None, None), Bars("x", (), ("a",), ("debt_fill",)),
        StackedArea("x", (), (Layer("a", (), "debt_fill"),)),
        StackedArea("x", (DAY,), (Layer("a", (None,), "debt_fill"),)),
    ],
)  # fmt: skip
def test_no_values_are_said_in_words(chart: Chart) -> None:
    assert words(draw(chart, PALETTE)) == ["No values yet"]


@pytest.mark.parametrize(
    "chart",
    [
        panel(5.0), panel(0.0, 0.0), panel(7.0, 7.0, 7.0), panel(-3.0, -3.0), panel(1e-9, 2e-9),
        panel(-1e9, 2.5e12), Bars("x", (Bar("a", (0.0,)),), ("a",), ("debt_fill",)),
        StackedArea("x", (DAY,), (Layer("a", (2.0,), "debt_fill"),)),
    ],
)  # fmt: skip
def test_one_value_and_equal_values_are_drawn(chart: Chart) -> None:
    assert "nan" not in draw(chart, PALETTE)
    assert len(words(draw(chart, PALETTE))) >= 2


@given(
    st.lists(st.one_of(st.none(), st.floats(-1e6, 1e6, allow_nan=False)), min_size=1, max_size=40),
    st.integers(200, 900),
)
def test_every_reading_lies_inside_the_picture(values: list[float | None], width: int) -> None:
    svg = draw(panel(*values), PALETTE, width, 120)
    for line in named(svg, "polyline"):
        for pair in line["points"].split():
            x, y = (float(number) for number in pair.split(","))
            assert 0 <= x <= width
            assert 0 <= y <= 120


def test_many_days_are_named_evenly_and_without_touching() -> None:
    days = tuple(date(2020 + place // 12, place % 12 + 1, 15) for place in range(60))
    svg = draw(LinePanel("x", tuple((day, float(day.month)) for day in days)), PALETTE)
    labels = [label for label in named(svg, "text") if label["text-anchor"] == "middle"]
    places = [float(label["x"]) for label in labels]
    steps = [right - left for left, right in pairwise(places)]
    assert min(steps) > 30
    assert max(steps) - min(steps) < 0.2 * max(steps)


def test_a_few_weeks_are_named_by_their_days() -> None:
    readings = tuple((DAY + timedelta(days=place), 1.0 * place) for place in range(25))
    assert "8 Mar" in words(draw(LinePanel("x", readings), PALETTE))


def test_long_labels_are_cut_and_keep_the_bars_inside() -> None:
    long = replace(SHARES, bars=(Bar("A very long outcome " * 9, (3.0, 1.0)), *SHARES.bars))
    svg = draw(long, PALETTE, 400)
    assert words(svg)[0].endswith("…")
    assert all(float(bar["x"]) + float(bar["width"]) <= 400 for bar in named(svg, "rect"))


def test_a_shortened_text_fits() -> None:
    assert shortened("short", 200) == "short"
    assert text_width(shortened("word " * 50, 120)) <= 120


def test_bars_are_as_long_as_their_values() -> None:
    chart = Bars("x", (Bar("a", (10.0,)), Bar("b", (5.0,))), ("n",), ("chart_1",))
    long, half = (float(bar["width"]) for bar in named(draw(chart, PALETTE), "rect"))
    assert long == pytest.approx(2 * half, rel=0.01)
