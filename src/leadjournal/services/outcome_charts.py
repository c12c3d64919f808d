"""The signs of an outcome as one chart: what we do, what moves first, what lasts, and reviews."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from leadjournal.base.formats import month_name, number, percent
from leadjournal.base.words import _
from leadjournal.export.charts.drawing import draw, natural_height
from leadjournal.export.charts.line_panel import Aim, LinePanel, Series
from leadjournal.export.charts.panels import (
    FinishedMark,
    Panel,
    Panels,
    ReviewMark,
    Tag,
    panel_tops,
)
from leadjournal.export.cleaning import cleaned
from leadjournal.model.indicator import Direction, Guard, Horizon, Indicator, IndicatorKind
from leadjournal.model.outcome import Review, Verdict
from leadjournal.rules.facts import Changing, IndicatorFact
from leadjournal.rules.standing import beyond_limit, setting
from leadjournal.rules.target_met import target_met_since
from leadjournal.services.indicators import Indicators, IndicatorView
from leadjournal.services.outcomes import Outcomes
from leadjournal.services.outputs import Outputs
from leadjournal.store.journal_file import Journal

_WORK = (IndicatorKind.ACTIVITY, IndicatorKind.OUTPUT)
_ORDER: tuple[Series, ...] = ("activity", "leading", "lagging")


@dataclass(frozen=True, slots=True)
class SignChart:
    """The chart of one outcome: its panels, and the indicator each panel shows."""

    panels: Panels
    ids: tuple[str, ...]
    finding: str

    @property
    def is_empty(self) -> bool:
        """Whether there is no line to draw."""
        return not self.ids


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """An SVG text, how high it is, and where the head of each panel begins."""

    svg: str
    height: float
    tops: tuple[float, ...]


class OutcomeCharts:
    """Draws what is known of an outcome over time."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._indicators = Indicators(journal)
        self._outcomes = Outcomes(journal)
        self._outputs = Outputs(journal)

    def of(self, outcome_id: str) -> SignChart:
        """The signs that have readings, from what we do to what lasts; guards last."""
        today = self._journal.clock.today()
        views = [view for view in self._indicators.of(outcome_id) if view.readings]
        views.sort(key=lambda view: (_is_guard(view), _ORDER.index(_series(view.indicator))))
        panels = tuple(_panel(view, today) for view in views)
        outcome = self._outcomes.get(outcome_id)
        finished = sorted(
            (output.finished_on, output.title)
            for output in self._outputs.under(outcome_id)
            if output.finished_on is not None
        )
        chart = Panels(
            outcome.statement,
            panels,
            tuple(_review(review) for review in reversed(self._outcomes.reviews(outcome_id))),
            tuple(FinishedMark(day, title) for day, title in finished),
        )
        ids = tuple(view.indicator.id for view in views)
        return SignChart(cleaned(chart), ids, _finding(panels))

    def draw(
        self, chart: SignChart, palette: Mapping[str, str], width: float, end: float = 0.0
    ) -> DrawnChart:
        """The chart in these colours; `end` pixels at the right of each head are kept free."""
        panels = replace(chart.panels, end=end)
        svg = draw(panels, palette, width)
        return DrawnChart(svg, natural_height(panels), panel_tops(panels))


def sign_words(indicator: Indicator) -> str:
    """What an indicator tells of: the work, or the effect and when it shows."""
    if indicator.guard is not Guard.NONE:
        return _("guard")
    leading = indicator.horizon is Horizon.LEADING
    words = {
        IndicatorKind.ACTIVITY: _("activity, what we do"),
        IndicatorKind.OUTPUT: _("output, what we make"),
        IndicatorKind.OUTCOME: _("leading outcome sign") if leading else _("lagging outcome sign"),
        IndicatorKind.IMPACT: _("leading impact sign") if leading else _("lagging impact sign"),
    }
    return words[indicator.kind]


def way_tag(view: IndicatorView, on: date) -> Tag | None:
    """How far an indicator has come, or whether a guard is inside its limit."""
    if _is_guard(view):
        return _limit_tag(view, on)
    if view.progress is None:
        return None
    works = view.indicator.kind in _WORK
    if view.progress >= 1:
        since = target_met_since(view.fact, on)
        words = _("Target met")
        if since is not None:
            words = _("Target met since {month}").format(month=month_name(since.month))
        return Tag("plain" if works else "good", words, "check")
    tone = "good" if view.progress > 0 and not works else "plain"
    falls = view.indicator.direction is Direction.DOWN
    words = _("{share} of the way").format(share=percent(view.progress))
    sign = "arrow-down-right" if falls else "trending-up"
    return Tag(tone, words, sign if view.progress > 0 else "minus")


def _limit_tag(view: IndicatorView, on: date) -> Tag | None:
    if view.limit is None or view.latest is None:
        return None
    if beyond_limit(view.fact, on):
        return Tag("bad", _("Beyond its limit"), "circle-x")
    return Tag("plain", _("Inside its limit"), "check")


def _is_guard(view: IndicatorView) -> bool:
    return view.indicator.guard is not Guard.NONE


def _series(indicator: Indicator) -> Series:
    if indicator.kind in _WORK:
        return "activity"
    return "leading" if indicator.horizon is Horizon.LEADING else "lagging"


def _panel(view: IndicatorView, on: date) -> Panel:
    indicator = view.indicator
    aims: dict[Guard, Aim] = {Guard.AT_MOST: "at-most", Guard.AT_LEAST: "at-least"}
    readings = tuple((reading.day, reading.value) for reading in view.readings)
    lines = LinePanel(
        indicator.name,
        readings,
        _dashed(view.fact, "limit" if _is_guard(view) else "target", readings[0][0], on),
        "activity" if _is_guard(view) else _series(indicator),
        indicator.unit,
        aim=aims.get(indicator.guard, "target"),
    )
    return Panel(lines, sign_words(indicator), way_tag(view, on))


def _dashed(
    fact: IndicatorFact, what: Changing, first: date, on: date
) -> tuple[tuple[date, float], ...]:
    days = {first, *(change.valid_from for change in fact.changes if change.what == what)}
    found = [(day, setting(fact, what, day)) for day in sorted(days) if day <= on]
    return tuple((day, value) for day, value in found if value is not None)


def _review(review: Review) -> ReviewMark:
    tags = {
        Verdict.REAL: Tag("good", _("Real"), "circle-check"),
        Verdict.PARTLY: Tag("debt", _("Partly"), "circle-dot"),
        Verdict.NOT_REAL: Tag("bad", _("Not real"), "circle-x"),
    }
    return ReviewMark(review.day, tags[review.verdict])


def _finding(panels: tuple[Panel, ...]) -> str:
    said = []
    for panel in panels:
        value = number(panel.lines.known()[-1][1], 2)
        parts = [f"{panel.lines.title}: {value}", *([panel.tag.words] if panel.tag else [])]
        said.append(", ".join(parts))
    return ". ".join(said)
