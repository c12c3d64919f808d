"""Amounts side by side, one bar a line, such as the debt of each outcome."""

from dataclasses import dataclass

from leadjournal.base.formats import fixed
from leadjournal.export.charts.palette import Palette
from leadjournal.export.charts.plot import nothing_yet
from leadjournal.export.charts.svg import Drawing, shortened, text_width

_ROW = 26.0
_BAR = 10.0
_GAP = 1.5
_LABEL_SHARE = 0.48


@dataclass(frozen=True, slots=True)
class Bar:
    """A label and its parts from left to right, none below zero."""

    label: str
    parts: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars in the order they are shown; `parts` are the names of the parts, `fills` their roles."""

    name: str
    bars: tuple[Bar, ...]
    parts: tuple[str, ...]
    fills: tuple[str, ...]
    unit: str = ""
    edge: str = "debt_fill"
    figure: str = "debt"


def bars_height(chart: Bars) -> float:
    """As high as the bars need."""
    return max(1, len(chart.bars)) * _ROW + 4


def draw_bars(chart: Bars, palette: Palette, width: float, height: float) -> str:
    """A label, a bar and its sum on each line."""
    if not chart.bars:
        return nothing_yet(width, height, chart.name, palette)
    drawing = Drawing(width, height, chart.name)
    sums = [_words(chart, bar) for bar in chart.bars]
    words_room = max(text_width(text) for text in sums) + 10
    widest = max(text_width(bar.label) for bar in chart.bars) + 12
    left = min(widest, width * _LABEL_SHARE)
    longest = max(sum(bar.parts) for bar in chart.bars) or 1.0
    scale = (width - left - words_room) / longest
    for place, bar in enumerate(chart.bars):
        middle = place * _ROW + _ROW / 2
        label = shortened(bar.label, left - 10)
        drawing.text((0, middle + 4), label, palette["text"])
        _draw_parts(drawing, chart, bar, palette, (left, middle - _BAR / 2, scale))
        drawing.text((width, middle + 4), sums[place], palette[chart.figure], "end", 500)
    return drawing.svg()


def _draw_parts(
    drawing: Drawing, chart: Bars, bar: Bar, palette: Palette, place: tuple[float, float, float]
) -> None:
    left, top, scale = place
    for part, role in zip(bar.parts, chart.fills, strict=True):
        long = part * scale
        if long < 0.5:
            continue
        light = role == "debt_fill_2"
        inset = 0.5 if light else 0.0
        drawing.rect(
            (left + inset, top + inset), (max(0.5, long - 2 * inset), _BAR - 2 * inset),
            palette[role], palette[chart.edge] if light else "", 1.5,
        )  # fmt: skip
        left += long + _GAP


def _words(chart: Bars, bar: Bar) -> str:
    return f"{fixed(sum(bar.parts))} {chart.unit}".strip()
