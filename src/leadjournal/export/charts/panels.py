"""The signs of one outcome above each other on one axis of days, with its reviews below them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate, pairwise
from typing import NamedTuple

from leadjournal.base.words import _
from leadjournal.export.charts.days import day_axis, day_words
from leadjournal.export.charts.line_panel import LinePanel, draw_lines, end_words
from leadjournal.export.charts.palette import Palette
from leadjournal.export.charts.plot import Plot, edges, nothing_yet
from leadjournal.export.charts.scale import Axis, value_axis
from leadjournal.export.charts.svg import CAPTION, Drawing, Point, shortened, text_width

_HEAD = 24.0
_HEAD_GAP = 12.0
_TALL = (96.0, 96.0, 96.0, 72.0)
_LOW = 56.0
"""The height of a panel's lines by how many panels there are; lower where there are many."""
_GUARD = 44.0
_AFTER = 12.0
_BEFORE = 14.0
_TITLE = 14
_KIND = 13
_NAMES = 26.0
_FINISHED = 19.0
_REVIEWS = 46.0
_SIGN = 18.0
_TAG = 22.0
_TAG_SIGN = 13.0
_INTER = 0.94
"""Words in the program's own face are this much narrower than they are taken to be elsewhere."""

_TONES = {
    "good": ("accent_soft", "on_accent_soft"),
    "debt": ("debt_soft", "on_debt_soft"),
    "bad": ("danger_soft", "on_danger_soft"),
    "plain": ("sunken", "text_2"),
}
_INKS = {"good": "accent", "debt": "debt", "bad": "danger", "plain": "text_2"}


class Tag(NamedTuple):
    """Words about a state: their tone (good, debt, bad, plain), the words, a sign."""

    tone: str
    words: str
    sign: str


@dataclass(frozen=True, slots=True)
class Panel:
    """One sign: what it is, how far it is, and its line."""

    lines: LinePanel
    kind: str
    tag: Tag | None = None


class ReviewMark(NamedTuple):
    """What a review found on its day."""

    day: date
    tag: Tag


class FinishedMark(NamedTuple):
    """Work that was finished on a day."""

    day: date
    title: str


@dataclass(frozen=True, slots=True)
class Panels:
    """Signs from what we do to what lasts, the work that was finished, and what reviews found.

    `end` keeps so many pixels free at the right of each panel's head.
    """

    name: str
    panels: tuple[Panel, ...]
    reviews: tuple[ReviewMark, ...] = ()
    finished: tuple[FinishedMark, ...] = ()
    end: float = 0.0

    def shown(self) -> tuple[Panel, ...]:
        """The panels that have a line."""
        return tuple(panel for panel in self.panels if panel.lines.known())

    def days(self) -> list[date]:
        """Every day something is shown of, in order."""
        found = {day for panel in self.panels for day, _value in panel.lines.known()}
        found |= {review.day for review in self.reviews}
        return sorted(found | {done.day for done in self.finished})


def panels_height(chart: Panels) -> float:
    """As high as its panels, the names of days and the rows below them need."""
    panels = chart.shown()
    if not panels and not chart.reviews and not chart.finished:
        return _TALL[0]
    return (
        sum(_height(chart, panel) for panel in panels)
        - (_AFTER + _BEFORE if panels else 0)
        + _NAMES
        + (_FINISHED if chart.finished else 0)
        + (_REVIEWS if chart.reviews else 0)
    )


def panel_tops(chart: Panels) -> tuple[float, ...]:
    """Where the head of each shown panel begins."""
    heights = [_height(chart, panel) for panel in chart.shown()]
    return tuple(accumulate(heights[:-1], initial=0.0)) if heights else ()


def draw_panels(chart: Panels, palette: Palette, width: float, height: float) -> str:
    """Each sign with its head and its line; days, finished work and reviews below the last."""
    days = chart.days()
    if not days:
        return nothing_yet(width, height, chart.name, palette)
    return _Panels(chart, palette, width, height, days).svg()


def _height(chart: Panels, panel: Panel) -> float:
    return _HEAD + _HEAD_GAP + _lines_height(chart, panel) + _AFTER + _BEFORE


def _lines_height(chart: Panels, panel: Panel) -> float:
    count = len(chart.shown())
    if count >= len(_TALL):
        return _GUARD if panel.lines.aim != "target" else _LOW
    return _TALL[count]


class _Panels:
    """One drawing, and where its parts stand."""

    def __init__(
        self, chart: Panels, palette: Palette, width: float, height: float, days: Sequence[date]
    ) -> None:
        self.chart, self.palette, self.width = chart, palette, width
        self.drawing = Drawing(width, height, chart.name)
        self.values = [_values(chart, panel) for panel in chart.shown()]
        left, right = self._edges()
        self.days = day_axis(days, left, right)

    def svg(self) -> str:
        """Draw everything."""
        below = 0.0
        for place, (panel, top) in enumerate(
            zip(self.chart.shown(), panel_tops(self.chart), strict=True)
        ):
            if place:
                self._divide(top - _BEFORE)
            self._head(panel, top)
            below = self._lines(panel, self.values[place], top + _HEAD + _HEAD_GAP)
        self._names(below + _NAMES - 8)
        below += _NAMES
        if self.chart.finished:
            self._finished(below + _FINISHED / 2)
            below += _FINISHED
        if self.chart.reviews:
            self._reviews(below + _SIGN / 2 + 2)
        return self.drawing.svg()

    def _edges(self) -> tuple[float, float]:
        rows = [_("Reviews")] if self.chart.reviews else []
        rows += [_("Finished work")] if self.chart.finished else []
        found = [edges(value_axis((0, 1), 0, 1), rows, self.width)]
        for panel, axis in zip(self.chart.shown(), self.values, strict=True):
            found.append(edges(axis, end_words(panel.lines), self.width))
        return max(left for left, _right in found), min(right for _left, right in found)

    def _divide(self, height: float) -> None:
        self.drawing.line((0, height), (self.width, height), self.palette["line"])

    def _head(self, panel: Panel, top: float) -> None:
        baseline = top + _HEAD / 2 + _TITLE * 0.36
        room = self.width - self.chart.end
        if panel.tag is not None:
            room -= self._tag(panel.tag, (room, top + (_HEAD - _TAG) / 2)) + 12
        name = panel.lines.title
        title = shortened(name, room, _TITLE)
        self.drawing.text((0, baseline), title, self.palette["text"], weight=600, size=_TITLE)
        left = text_width(title, _TITLE) * _INTER + 12
        if title == name and left + text_width(panel.kind, _KIND) <= room:
            place = (left, baseline)
            self.drawing.text(place, panel.kind, self.palette["text_3"], size=_KIND)

    def _tag(self, tag: Tag, corner: Point) -> float:
        ground, ink = (self.palette[role] for role in _TONES[tag.tone])
        wide = text_width(tag.words) * _INTER + _TAG_SIGN + 22
        left, top = corner[0] - wide, corner[1]
        self.drawing.rect((left, top), (wide, _TAG), ground, radius=6)
        corner = (left + 8, top + (_TAG - _TAG_SIGN) / 2)
        self.drawing.icon(tag.sign, corner, _TAG_SIGN, ink)
        place = (left + 8 + _TAG_SIGN + 5, top + _TAG / 2 + CAPTION * 0.36)
        self.drawing.text(place, tag.words, ink, weight=500)
        return wide

    def _lines(self, panel: Panel, axis: Axis, top: float) -> float:
        bottom = top + _lines_height(self.chart, panel)
        values = replace(axis, start=bottom, end=top)
        plot = Plot(self.drawing, self.days, values, self.palette)
        plot.grid()
        self._steps(plot, panel.lines.targets)
        draw_lines(plot, panel.lines, bottom + _AFTER)
        return bottom

    def _steps(self, plot: Plot, targets: Sequence[tuple[date, float]]) -> None:
        """Where a target changed, the old line leads to the new one."""
        for (_since, before), (day, after) in pairwise(targets):
            place = self.days.at(day.toordinal())
            if self.days.start < place <= self.days.end:
                start, end = (place, plot.values.at(before)), (place, plot.values.at(after))
                self.drawing.line(start, end, self.palette["chart_target"], 1, "1 2")

    def _names(self, baseline: float) -> None:
        read = {day for panel in self.chart.shown() for day, _value in panel.lines.known()}
        for place, words in day_words(sorted(read) or self.chart.days(), self.days):
            half = text_width(words) / 2
            middle = min(max(place, half), self.width - half)
            axis = self.palette["chart_axis"]
            self.drawing.text((middle, baseline), words, axis, "middle")

    def _row(self, height: float, words: str) -> None:
        start, end = (self.days.start, height), (self.days.end, height)
        self.drawing.line(start, end, self.palette["line_strong"])
        place = (self.days.end + 9, height + CAPTION * 0.36)
        self.drawing.text(place, words, self.palette["chart_axis"])

    def _finished(self, height: float) -> None:
        self._row(height, _("Finished work"))
        for done in self.chart.finished:
            place = self.days.at(done.day.toordinal())
            corner, size = (place - 3, height - 4), (6, 8)
            self.drawing.rect(corner, size, self.palette["text_3"], radius=1.5)

    def _reviews(self, height: float) -> None:
        self._row(height, _("Reviews"))
        free = 0.0
        for review in sorted(self.chart.reviews, key=lambda one: -one.day.toordinal()):
            centre = (self.days.at(review.day.toordinal()), height)
            ink = self.palette[_INKS[review.tag.tone]]
            surface = self.palette["surface"]
            self.drawing.dot(centre, _SIGN / 2, surface, surface)
            corner = (centre[0] - _SIGN / 2, centre[1] - _SIGN / 2)
            self.drawing.icon(review.tag.sign, corner, _SIGN, ink)
            half = text_width(review.tag.words) / 2
            if not free or centre[0] + half + 6 <= free:
                # The newest review is named first; an older one where there is room left.
                free = max(0.0, centre[0] - half)
                below = (max(half, centre[0]), height + _SIGN / 2 + CAPTION + 4)
                self.drawing.text(below, review.tag.words, ink, "middle", 500)


def _values(chart: Panels, panel: Panel) -> Axis:
    low = _lines_height(chart, panel) < _TALL[-1]
    return value_axis(panel.lines.heights(), 1, 0, 3 if low else 4)
