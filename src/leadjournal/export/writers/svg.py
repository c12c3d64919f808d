"""The map of outcomes as a picture in a file of its own, on the ground of paper."""

from leadjournal.export.charts.drawing import draw
from leadjournal.export.charts.outcome_map import OutcomeChart
from leadjournal.export.charts.palette import print_palette


def render(chart: OutcomeChart) -> bytes:
    """The file's bytes; it is as large as what is on it."""
    width, height = chart.size
    picture = draw(chart, print_palette(), width, height)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{picture}'.encode()
