"""What the charts over time share: the plot's edges, grid, axis words and labels at the end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from leadjournal.base.words import _
from leadjournal.export.charts.palette import Palette
from leadjournal.export.charts.scale import Axis, day_labels, tick_words
from leadjournal.export.charts.svg import CAPTION, Drawing, Point, text_width

LEFT = 38.0
BELOW = 24.0
LABEL_GAP = 9.0
LINE_HEIGHT = 16.0


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawing with its two axes and its colours."""

    drawing: Drawing
    days: Axis
    values: Axis
    palette: Palette

    def spot(self, day: date, value: float) -> Point:
        """The pixel of a value on a day."""
        return self.days.at(day.toordinal()), self.values.at(value)

    def grid(self) -> None:
        """A quiet line and a word at each tick."""
        for tick, words in zip(self.values.ticks, tick_words(self.values.ticks), strict=True):
            height = self.values.at(tick)
            edge = (self.days.end, height)
            self.drawing.line((LEFT, height), edge, self.palette["chart_grid"])
            self.drawing.text((LEFT - 8, height + 4), words, self.palette["chart_axis"], "end")

    def day_words(self, days: Sequence[date]) -> None:
        """The names of days or months under the plot, as many as fit."""
        baseline = self.drawing.height - 6
        free_from = 0.0
        for day, words in day_labels(days):
            half = text_width(words) / 2
            middle = min(max(self.days.at(day.toordinal()), half), self.drawing.width - half)
            if middle - half >= free_from:
                self.drawing.text((middle, baseline), words, self.palette["chart_axis"], "middle")
                free_from = middle + half + 6


@dataclass(frozen=True, slots=True)
class Label:
    """Words at the right of the plot, at the height of what they name."""

    height: float
    words: str
    colour: str
    weight: int = 400


def label_room(words: Sequence[str], width: float) -> float:
    """How wide the column of labels is: as wide as its words, at most a third of the chart."""
    widest = max((text_width(text) for text in words), default=0.0)
    return min(widest + LABEL_GAP + 4, width / 3)


def draw_labels(drawing: Drawing, labels: Sequence[Label], left: float) -> None:
    """The labels at the ends of their lines, moved apart where they would touch."""
    placed = sorted(labels, key=lambda label: label.height)
    heights = [label.height + 4 for label in placed]
    for place in range(1, len(heights)):
        heights[place] = max(heights[place], heights[place - 1] + LINE_HEIGHT)
    over = heights[-1] - (drawing.height - 4) if heights else 0.0
    for label, height in zip(placed, heights, strict=True):
        at = (left + LABEL_GAP, height - max(0.0, over))
        drawing.text(at, label.words, label.colour, weight=label.weight)


def runs(points: Sequence[Point | None]) -> list[list[Point]]:
    """The stretches between gaps."""
    stretches: list[list[Point]] = [[]]
    for point in points:
        if point is not None:
            stretches[-1].append(point)
        elif stretches[-1]:
            stretches.append([])
    return [stretch for stretch in stretches if stretch]


def nothing_yet(width: float, height: float, label: str, palette: Palette) -> str:
    """The chart of no values: one quiet sentence."""
    drawing = Drawing(width, height, label)
    middle = (width / 2, height / 2 + CAPTION / 3)
    drawing.text(middle, _("No values yet"), palette["text_3"], "middle")
    return drawing.svg()
