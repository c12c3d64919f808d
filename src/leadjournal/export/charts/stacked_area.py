"""Amounts that lie on each other over time, such as the debt's work and interest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from leadjournal.base.formats import day_short, fixed
from leadjournal.base.words import _
from leadjournal.export.charts.days import day_axis
from leadjournal.export.charts.palette import Palette
from leadjournal.export.charts.plot import (
    BELOW,
    Label,
    Plot,
    draw_labels,
    edges,
    nothing_yet,
)
from leadjournal.export.charts.scale import value_axis
from leadjournal.export.charts.svg import Drawing, text_width

_TOP = 36.0
_LEGEND = 12.0


@dataclass(frozen=True, slots=True)
class Layer:
    """One amount: its name, a value a day (None where nothing is known), the role of its fill."""

    name: str
    values: tuple[float | None, ...]
    fill: str


@dataclass(frozen=True, slots=True)
class StackedArea:
    """Layers from the ground up, the days they share, the unit of their sum, its edge's role."""

    name: str
    days: tuple[date, ...]
    layers: tuple[Layer, ...]
    unit: str = ""
    edge: str = "debt"


@dataclass(frozen=True, slots=True)
class _Stack:
    """A day and the running sums of its layers, from the ground up."""

    place: int
    day: date
    sums: tuple[float, ...]

    @property
    def total(self) -> float:
        return self.sums[-1]


def draw_stacked_area(chart: StackedArea, palette: Palette, width: float, height: float) -> str:
    """The areas, the edge of their sum, its peak and its end."""
    stacks = _stacks(chart)
    if not stacks:
        return nothing_yet(width, height, chart.name, palette)
    words = _end_words(chart, stacks[-1])
    values = value_axis([0.0, *(stack.total for stack in stacks)], height - BELOW, _TOP)
    days = day_axis(chart.days, *edges(values, words, width))
    plot = Plot(Drawing(width, height, chart.name), days, values, palette)
    plot.grid()
    for _gap, group in groupby(enumerate(stacks), key=lambda pair: pair[1].place - pair[0]):
        _draw_stretch(plot, chart, [stack for _order, stack in group])
    _draw_peak(plot, chart, stacks)
    _draw_end(plot, chart, stacks[-1], words)
    plot.day_names(chart.days)
    _draw_legend(plot, chart)
    return plot.drawing.svg()


def _stacks(chart: StackedArea) -> list[_Stack]:
    stacks = []
    for place, day in enumerate(chart.days):
        sums = [0.0]
        for layer in chart.layers:
            value = layer.values[place]
            if value is None:
                break
            sums.append(sums[-1] + value)
        else:
            stacks.append(_Stack(place, day, tuple(sums)))
    return stacks


def _draw_stretch(plot: Plot, chart: StackedArea, stretch: Sequence[_Stack]) -> None:
    for level, layer in enumerate(chart.layers):
        ground = [plot.spot(stack.day, stack.sums[level]) for stack in stretch]
        top = [plot.spot(stack.day, stack.sums[level + 1]) for stack in stretch]
        if len(stretch) > 1:
            plot.drawing.polygon([*ground, *reversed(top)], plot.palette[layer.fill])
    edge = [plot.spot(stack.day, stack.total) for stack in stretch]
    if len(edge) > 1:
        plot.drawing.polyline(edge, plot.palette[chart.edge], 2)
    else:
        plot.drawing.dot(edge[0], 3, plot.palette[chart.edge], plot.palette["surface"], 1)


def _draw_peak(plot: Plot, chart: StackedArea, stacks: Sequence[_Stack]) -> None:
    peak = max(stacks, key=lambda stack: stack.total)
    if peak in (stacks[0], stacks[-1]):
        return
    spot = plot.spot(peak.day, peak.total)
    colour = plot.palette[chart.edge]
    plot.drawing.dot(spot, 4, colour, plot.palette["surface"], 1.5)
    words = _("{value}, {day}").format(value=fixed(peak.total), day=day_short(peak.day))
    fits = spot[0] + 9 + text_width(words) <= plot.drawing.width
    place = (spot[0] + 9, spot[1] - 6) if fits else (spot[0] - 9, spot[1] - 6)
    plot.drawing.text(place, words, colour, "start" if fits else "end", 500)


def _draw_end(plot: Plot, chart: StackedArea, last: _Stack, words: Sequence[str]) -> None:
    spot = plot.spot(last.day, last.total)
    colour = plot.palette[chart.edge]
    plot.drawing.dot(spot, 4, colour, plot.palette["surface"], 1.5)
    labels = [Label(spot[1], words[0], colour, 500)]
    labels += [Label(spot[1] + 1, text, plot.palette["text_2"]) for text in words[1:]]
    draw_labels(plot.drawing, labels, spot[0])


def _end_words(chart: StackedArea, last: _Stack) -> list[str]:
    total = f"{fixed(last.total)} {chart.unit}".strip()
    if len(chart.layers) == 1:
        return [total]
    top = fixed(last.total - last.sums[-2])
    return [total, _("{value} {name}").format(value=top, name=chart.layers[-1].name)]


def _draw_legend(plot: Plot, chart: StackedArea) -> None:
    left = plot.drawing.width
    for layer in reversed(chart.layers):
        left -= text_width(layer.name)
        plot.drawing.text((left, _LEGEND), layer.name, plot.palette["text_2"])
        left -= 16
        edge = plot.palette["debt_fill"] if layer.fill == "debt_fill_2" else ""
        plot.drawing.rect((left, _LEGEND - 9), (10, 10), plot.palette[layer.fill], edge, 2)
        left -= 16
