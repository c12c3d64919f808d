"""Charts of figures for the window: drawn in its colours, with the same numbers as a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from leadjournal.base.formats import days, month_and_year, percent
from leadjournal.base.words import _
from leadjournal.export.charts.debt import debt_area
from leadjournal.export.charts.drawing import Chart, draw
from leadjournal.export.charts.line_panel import LinePanel
from leadjournal.export.charts.numbers import numbers
from leadjournal.rules.debt_history import DebtPoint
from leadjournal.rules.phrasing import PhrasingPoint

FEWEST_POINTS = 2
"""With fewer there is no line to draw."""


@dataclass(frozen=True, slots=True)
class FigureChart:
    """A chart of a figure; `finding` says in a sentence what is to be seen."""

    chart: Chart
    finding: str

    @property
    def name(self) -> str:
        """What it is a chart of."""
        return self.chart.name

    def svg(self, palette: Mapping[str, str], width: float, height: float) -> str:
        """The chart as SVG text in these colours, in pixels at a text size of 100%."""
        return draw(self.chart, palette, width, height)

    def table(self) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
        """The names of the columns and the rows of its numbers, the newest first."""
        columns, rows = numbers(self.chart)
        return columns, rows[::-1]


def debt_chart(points: Sequence[DebtPoint]) -> FigureChart | None:
    """Outcome debt over time; nothing while there is nothing to draw."""
    if len(points) < FEWEST_POINTS or not any(point.principal for point in points):
        return None
    last, peak = points[-1], max(points, key=lambda point: point.total)
    finding = _("{days} on the last day.").format(days=days(last.total))
    if peak is not last:
        finding += " " + _("The most were {days}, in {month}.").format(
            days=days(peak.total), month=month_and_year(peak.day)
        )
    return FigureChart(debt_area(points), finding)


def phrasing_chart(points: Sequence[PhrasingPoint]) -> FigureChart | None:
    """How new outcomes are phrased, month by month; months without any are gaps."""
    known = [point for point in points if point.share is not None]
    if len(known) < FEWEST_POINTS:
        return None
    since = points[points.index(known[0]) :]
    panel = LinePanel(
        _("New outcomes that name a change"),
        tuple((point.month, None if point.share is None else 100 * point.share) for point in since),
        unit="%",
        holds=(0.0, 100.0),
    )
    words = [
        f"{month_and_year(point.month)}: {percent(point.share or 0.0)}" for point in known[::-1]
    ]
    return FigureChart(panel, ". ".join(words))
