"""The readings of one indicator over time, with its target."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

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
    runs,
)
from leadjournal.export.charts.scale import value_axis, value_words
from leadjournal.export.charts.svg import Drawing

Series = Literal["leading", "lagging", "activity"]
Aim = Literal["target", "at-most", "at-least"]

_COLOURS: dict[Series, str] = {"leading": "chart_1", "lagging": "chart_4", "activity": "text_3"}
_TOP = 12.0
_DOT_ROOM = 11.0


@dataclass(frozen=True, slots=True)
class LinePanel:
    """Readings in order of days (None is a gap), and targets, each valid from its day on.

    `span` gives panels that stand over each other one axis; `shows_days` names the days under it.
    The dashed line of a guard is its limit: `aim` says which side of it is allowed.
    """

    name: str
    readings: tuple[tuple[date, float | None], ...]
    targets: tuple[tuple[date, float], ...] = ()
    series: Series = "leading"
    unit: str = ""
    span: tuple[date, date] | None = None
    shows_days: bool = True
    aim: Aim = "target"
    holds: tuple[float, ...] = ()
    """Values that are on the axis whether or not there is such a reading, as 0 and 100."""

    @property
    def title(self) -> str:
        """The name, with the unit where neither the name nor the values say it."""
        known = self.unit in ("", "%") or self.unit.casefold() in self.name.casefold()
        return self.name if known else f"{self.name}, {self.unit}"

    def known(self) -> tuple[tuple[date, float], ...]:
        """The readings that have a value."""
        return tuple((day, value) for day, value in self.readings if value is not None)

    def heights(self) -> list[float]:
        """Every value the panel has to hold."""
        return [*(value for _day, value in (*self.known(), *self.targets)), *self.holds]

    def words(self, value: float) -> str:
        """A value as the panel writes it."""
        return value_words(value) + ("%" if self.unit == "%" else "")

    def aim_words(self, value: float) -> str:
        """The words at the end of the dashed line."""
        words = {
            "target": _("target {value}"),
            "at-most": _("at most {value}"),
            "at-least": _("at least {value}"),
        }
        return words[self.aim].format(value=value_words(value))


def draw_line_panel(chart: LinePanel, palette: Palette, width: float, height: float) -> str:
    """The line with hollow dots, the last one filled, the target dashed."""
    if not chart.known():
        return nothing_yet(width, height, chart.name, palette)
    below = BELOW if chart.shows_days else 8.0
    readings = [day for day, _value in chart.readings]
    values = value_axis(chart.heights(), height - below, _TOP)
    ends = edges(values, end_words(chart), width)
    days = day_axis([*readings, *(chart.span or ())], *ends)
    plot = Plot(Drawing(width, height, chart.name), days, values, palette)
    plot.grid()
    draw_lines(plot, chart, height)
    if chart.shows_days:
        plot.day_names(readings)
    return plot.drawing.svg()


def draw_lines(plot: Plot, chart: LinePanel, bottom: float) -> None:
    """The dashed target, the readings, and both in words at the end; nothing below `bottom`."""
    _draw_targets(plot, chart)
    _draw_readings(plot, chart)
    _draw_ends(plot, chart, bottom)


def end_words(chart: LinePanel) -> list[str]:
    """What stands at the end of the lines: the last reading, and the target."""
    last = chart.words(chart.known()[-1][1])
    return [last, *(chart.aim_words(target) for _since, target in chart.targets[-1:])]


def _draw_targets(plot: Plot, chart: LinePanel) -> None:
    edges = [plot.days.at(day.toordinal()) for day, _value in chart.targets]
    for place, (_day, value) in enumerate(chart.targets):
        left = max(edges[place], plot.days.start)
        right = edges[place + 1] if place + 1 < len(edges) else plot.days.end
        height = plot.values.at(value)
        if left < right:
            plot.drawing.line(
                (left, height), (min(right, plot.days.end), height),
                plot.palette["chart_target"], 1.5, "4 3",
            )  # fmt: skip


def _draw_readings(plot: Plot, chart: LinePanel) -> None:
    colour, ground = plot.palette[_COLOURS[chart.series]], plot.palette["surface"]
    spots = [None if value is None else plot.spot(day, value) for day, value in chart.readings]
    for stretch in runs(spots):
        if len(stretch) > 1:
            plot.drawing.polyline(stretch, colour, 2.25)
    known = [spot for spot in spots if spot is not None]
    roomy = len(known) * _DOT_ROOM <= plot.days.end - plot.days.start
    for spot in known[:-1] if roomy else ():
        plot.drawing.dot(spot, 3.2, ground, colour, 1.75)
    plot.drawing.dot(known[-1], 3.6, colour, colour, 1.75)


def _draw_ends(plot: Plot, chart: LinePanel, bottom: float) -> None:
    words = end_words(chart)
    day, value = chart.known()[-1]
    colour = plot.palette[_COLOURS[chart.series]]
    spot = plot.spot(day, value)
    reading = Label(spot[1], words[0], colour, 500)
    targets = [
        Label(plot.values.at(target), words[1], plot.palette["text_2"])
        for _since, target in chart.targets[-1:]
    ]
    if plot.days.end - spot[0] > _DOT_ROOM:
        draw_labels(plot.drawing, [reading], spot[0], bottom)
        draw_labels(plot.drawing, targets, plot.days.end, bottom)
    else:
        draw_labels(plot.drawing, [reading, *targets], plot.days.end, bottom)
