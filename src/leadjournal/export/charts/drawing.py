"""One door to all charts: values and colours in, plain SVG out."""

from leadjournal.export.charts.bars import Bars, bars_height, draw_bars
from leadjournal.export.charts.line_panel import LinePanel, draw_line_panel
from leadjournal.export.charts.outcome_map import (
    OutcomeChart,
    draw_outcome_map,
    outcome_map_height,
)
from leadjournal.export.charts.palette import Palette
from leadjournal.export.charts.panels import Panels, draw_panels, panels_height
from leadjournal.export.charts.stacked_area import StackedArea, draw_stacked_area

Chart = StackedArea | LinePanel | Bars | OutcomeChart | Panels

WIDTH = 640.0
_AREA_HEIGHT = 190.0
_PANEL_HEIGHT = 120.0


def draw(chart: Chart, palette: Palette, width: float = WIDTH, height: float | None = None) -> str:
    """The chart as SVG text; without a height it takes the one that suits its form."""
    high = height or natural_height(chart, width)
    if isinstance(chart, StackedArea):
        return draw_stacked_area(chart, palette, width, high)
    if isinstance(chart, LinePanel):
        return draw_line_panel(chart, palette, width, high)
    if isinstance(chart, Panels):
        return draw_panels(chart, palette, width, high)
    if isinstance(chart, OutcomeChart):
        return draw_outcome_map(chart, palette, width, high)
    return draw_bars(chart, palette, width, high)


def natural_height(chart: Chart, width: float = WIDTH) -> float:
    """The height that suits the form of a chart at a width."""
    if isinstance(chart, OutcomeChart):
        return outcome_map_height(chart, width)
    if isinstance(chart, Bars):
        return bars_height(chart)
    if isinstance(chart, Panels):
        return panels_height(chart)
    return _AREA_HEIGHT if isinstance(chart, StackedArea) else _PANEL_HEIGHT
