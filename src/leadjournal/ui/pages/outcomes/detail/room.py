"""Reads one outcome with all that is known of it out of the journal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from leadjournal.base.formats import day_long, days, fixed, number, percent
from leadjournal.base.words import _
from leadjournal.ui.items.words import OUTPUT_ICONS, Mark, words_of
from leadjournal.ui.pages.outcomes.detail.values import (
    DayRow,
    DebtParts,
    DetailSheet,
    Drawn,
    LinkSeen,
    Picture,
    ReadingCell,
    SegmentSeen,
    SignSeen,
)
from leadjournal.ui.pages.outcomes.link_words import confidence_words, mark_of_test
from leadjournal.ui.pages.outcomes.rows import TreeRow
from leadjournal.ui.pages.outcomes.sheets import Fact, OutcomeSheet, Sign
from leadjournal.ui.widgets.stepper import StageState, StageWords

if TYPE_CHECKING:
    from leadjournal.model.indicator import IndicatorChange
    from leadjournal.rules.debt import DebtRow
    from leadjournal.rules.loop import Loop
    from leadjournal.services.indicators import IndicatorView
    from leadjournal.services.outcome_charts import SignChart
    from leadjournal.services.workspace import Workspace

_STILL = 0.05


class DetailRoom:
    """Makes the page of one outcome of the sheet the inspector has of it."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def sheet(
        self, outcome: OutcomeSheet, debt: DebtRow | None, before: DebtRow | None
    ) -> DetailSheet:
        """The page; `before` is what the outcome owed at the end of the last month."""
        from leadjournal.services.computed_state import state_sentence

        id_ = outcome.row.key.id
        views = self._workspace.indicators.of(id_)
        chart = self._workspace.outcome_charts.of(id_)
        figures = self._workspace.outcome_figures.of(id_)
        return DetailSheet(
            outcome,
            picture=None if chart.is_empty else self._picture(chart),
            signs=tuple(
                self._sign(view, sign)
                for view in views
                for sign in outcome.signs
                if sign.id == view.indicator.id
            ),
            days=self._days(views, chart),
            debt=_parts(debt, before, figures.waiting) if debt and debt.outputs else None,
            links=self._links(outcome.row),
            loop=self._loop(figures.loop, outcome),
            readiness=self._readiness(id_),
            state=state_sentence(figures.state),
            hints=figures.hints,
        )

    def _picture(self, chart: SignChart) -> Picture:
        charts = self._workspace.outcome_charts

        def draw(palette: Mapping[str, str], width: float, end: float) -> Drawn:
            drawn = charts.draw(chart, palette, width, end)
            return Drawn(drawn.svg, drawn.height, drawn.tops)

        return Picture(chart.ids, _("Signs over time"), chart.finding, chart.panels, draw)

    def _sign(self, view: IndicatorView, sign: Sign) -> SignSeen:
        from leadjournal.services.outcome_charts import sign_words

        indicator = view.indicator
        return SignSeen(
            indicator.id,
            indicator.name,
            sign_words(indicator),
            sign.target,
            preset=indicator.preset != "none",
            has_readings=bool(view.readings),
            changes=tuple(self._change(change, view) for change in reversed(view.changes)),
        )

    def _change(self, change: IndicatorChange, view: IndicatorView) -> Fact:
        unit = "%" if view.indicator.unit == "%" and change.what != "weight" else ""
        old, new = (
            f"{number(value, 2)}{unit}" if value is not None else _("none")
            for value in (change.old, change.new)
        )
        from_on = _("{what} {old} → {new} from {day}").format(
            what=words_of(change.what), old=old, new=new, day=self._day(change.valid_from)
        )
        because = [change.reason] if change.reason else []
        cause = _("{cause}, recorded on {day}").format(
            cause=words_of(change.cause), day=self._day(change.recorded_on)
        )
        return Fact(from_on, ". ".join([*because, cause]))

    def _days(self, views: Sequence[IndicatorView], chart: SignChart) -> tuple[DayRow, ...]:
        shown = [view for id_ in chart.ids for view in views if view.indicator.id == id_]
        read = [{one.day: one for one in view.readings} for view in shown]
        happened: dict[date, list[str]] = {}
        for done in chart.panels.finished:
            words = _("Finished: {title}").format(title=done.title)
            happened.setdefault(done.day, []).append(words)
        for review in chart.panels.reviews:
            words = _("Review: {verdict}").format(verdict=review.tag.words)
            happened.setdefault(review.day, []).append(words)
        rows = []
        for day in sorted({day for known in read for day in known} | set(happened), reverse=True):
            cells = []
            for view, known in zip(shown, read, strict=True):
                one = known.get(day)
                unit = "%" if view.indicator.unit == "%" else ""
                cells.append(
                    None if one is None
                    else ReadingCell(one.id, f"{number(one.value, 2)}{unit}", one.note)
                )  # fmt: skip
            rows.append(DayRow(self._day(day), tuple(cells), "; ".join(happened.get(day, ()))))
        return tuple(rows)

    def _links(self, row: TreeRow) -> tuple[LinkSeen, ...]:
        links = {link.id: link for link in self._workspace.outputs.links_under(row.key.id)}
        today = self._today
        return tuple(
            LinkSeen(
                child,
                OUTPUT_ICONS[child.status],
                child.title,
                links[child.link_id].so_that,
                child.size,
                confidence_words(links[child.link_id]),
                mark_of_test(links[child.link_id], today),
            )
            for child in row.children
            if child.link_id in links
        )

    def _loop(self, loop: Loop, outcome: OutcomeSheet) -> tuple[StageWords, ...]:
        """Defined, translated into signs, reviewed: each with its day."""
        known = [
            (_("Defined"), loop.defined_on),
            (_("Translated into signs"), loop.translated_on),
            (_("Reviewed"), loop.reviewed_on),
        ]
        missing = next((place for place, (_n, day) in enumerate(known) if day is None), len(known))
        coming = [_("not yet")] * 2
        coming.append(_("on {day}").format(day=outcome.next_review) if outcome.next_review
                      else _("not yet"))  # fmt: skip
        return tuple(
            StageWords(
                name, self._day(day) if day is not None else coming[place], _stage(place, missing)
            )
            for place, (name, day) in enumerate(known)
        )

    def _readiness(self, id_: str) -> tuple[SegmentSeen, ...]:
        found = self._workspace.lens.readiness(id_)
        return tuple(SegmentSeen(segment.words, segment.is_there) for segment in found)

    @property
    def _today(self) -> date:
        return self._workspace.clock.today()

    def _day(self, day: date) -> str:
        return day_long(day, self._today)


def _stage(place: int, missing: int) -> StageState:
    if place < missing:
        return "done"
    return "current" if place == missing else "coming"


def _parts(row: DebtRow, before: DebtRow | None, sentence: str) -> DebtParts:
    finished = sum(output.size for output in row.outputs)
    grown = sum(output.size * (1 + row.rate) ** output.months for output in row.outputs)
    share = row.evidence.share
    waiting = _("Waiting adds {rate} a month").format(rate=percent(row.rate))
    return DebtParts(
        fixed(row.days),
        _("days of work"),
        _way(row.days, before.days if before is not None else None),
        share,
        _("{share} shown").format(share=percent(share)),
        _("{days} open").format(days=days(row.days)),
        (
            (_("Finished work"), days(finished)),
            (waiting, days(grown - finished)),
        ),
        sentence,
    )


def _way(now: float, before: float | None) -> Mark | None:
    if before is None or abs(now - before) < _STILL:
        return None
    if now < before:
        return Mark("good", _("Falling"), "arrow-down-right")
    return Mark("debt", _("Rising"), "trending-up")


def marks_of(outcome: OutcomeSheet) -> tuple[Mark, ...]:
    """The state, the last verdict and the why, as they stand under the statement."""
    why = (Mark("why", outcome.why.title, "compass"),) if outcome.why is not None else ()
    return (*outcome.marks, *why)
