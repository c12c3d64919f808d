"""What the charts over time share: the plot's edges, grid, axis words and labels at the end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from leadjournal.base.words import _
from leadjournal.export.charts.days import day_words
from leadjournal.export.charts.palette import Palette
from leadjournal.export.charts.scale import Axis, tick_words
from leadjournal.export.charts.svg import CAPTION, Drawing, Point, text_width

BELOW = 28.0
_LEFT = 38.0
_RIGHT = 84.0
_LABEL_GAP = 9.0
_LINE_HEIGHT = 16.0


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
            self.drawing.line((self.days.start, height), edge, self.palette["chart_grid"])
            self.drawing.text(
                (self.days.start - 8, height + 4), words, self.palette["chart_axis"], "end"
            )

    def day_names(self, days: Sequence[date]) -> None:
        """The names of days or months under the plot."""
        baseline = self.drawing.height - 6
        for place, words in day_words(days, self.days):
            half = text_width(words) / 2
            middle = min(max(place, half), self.drawing.width - half)
            self.drawing.text((middle, baseline), words, self.palette["chart_axis"], "middle")


@dataclass(frozen=True, slots=True)
class Label:
    """Words at the right of the plot, at the height of what they name."""

    height: float
    words: str
    colour: str
    weight: int = 400


def edges(values: Axis, labels: Sequence[str], width: float) -> tuple[float, float]:
    """Where the plot begins and ends: the same for all charts unless their words need more."""
    ticks = max(text_width(words) for words in tick_words(values.ticks))
    widest = max((text_width(words) for words in labels), default=0.0)
    room = min(max(_RIGHT, widest + _LABEL_GAP + 4), width / 3)
    return max(_LEFT, ticks + 10), width - room


def draw_labels(
    drawing: Drawing, labels: Sequence[Label], left: float, bottom: float | None = None
) -> None:
    """The labels at the ends of their lines, moved apart where they would touch.

    None goes below `bottom`, which is the lower edge of the drawing unless it is said.
    """
    if not labels:
        return
    placed = sorted(labels, key=lambda label: label.height)
    heights = [label.height + 4 for label in placed]
    for place in range(1, len(heights)):
        heights[place] = max(heights[place], heights[place - 1] + _LINE_HEIGHT)
    moved = heights[-1] - placed[-1].height - 4
    lowest = drawing.height if bottom is None else bottom
    lift = max(moved / 2, heights[-1] - lowest + 4)
    # The first line of a label must not be cut by the upper edge of the picture.
    lift = min(lift, heights[0] - CAPTION)
    for label, height in zip(placed, heights, strict=True):
        at = (left + _LABEL_GAP, height - lift)
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
