"""What is known since the last review, beside the question what it comes to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from leadjournal.base.formats import day_long, number, percent
from leadjournal.base.words import _
from leadjournal.ui.pages.outcomes.sheets import Fact
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.card import Well
from leadjournal.ui.widgets.label import Label

if TYPE_CHECKING:
    from leadjournal.model.output import Output
    from leadjournal.services.indicators import IndicatorView
    from leadjournal.services.workspace import Workspace


def facts_since_review(workspace: Workspace, outcome_id: str) -> tuple[str, tuple[Fact, ...]]:
    """Since when, and each sign and all finished work since then."""
    today = workspace.clock.today()
    reviews = workspace.outcomes.reviews(outcome_id)
    since = reviews[0].day if reviews else workspace.outcomes.get(outcome_id).created_on
    words = _("Since the last review on {day}") if reviews else _("Since it was written on {day}")
    facts = [_sign(view, since) for view in workspace.indicators.of(outcome_id)]
    facts.append(_finished(workspace.outputs.under(outcome_id), since))
    return words.format(day=day_long(since, today)), tuple(fact for fact in facts if fact.answer)


def facts_card(looks: Looks, title: str, facts: Iterable[Fact]) -> Well:
    """The facts as they stand above the questions."""
    card = Well(looks, spacing=4)
    card.column.addWidget(Label(looks, title, "small-m", "text", wrap=True))
    for fact in facts:
        words = _("{label}: {answer}").format(label=fact.label, answer=fact.answer)
        card.column.addWidget(Label(looks, words, "small", "text_2", wrap=True))
    return card


def _sign(view: IndicatorView, since: date) -> Fact:
    unit = "%" if view.indicator.unit == "%" else ""
    values = [number(one.value, 2) + unit for one in view.readings if one.day > since]
    before = [one for one in view.readings if one.day <= since]
    if not values:
        return Fact(view.indicator.name, _("no reading since then"))
    if before:
        values.insert(0, number(before[-1].value, 2) + unit)
    parts = [" → ".join(values if len(values) < 4 else [values[0], "…", *values[-2:]])]
    if view.target is not None and view.indicator.guard == "none":
        parts.append(_("target {n}").format(n=number(view.target, 2) + unit))
    if view.limit is not None and view.indicator.guard != "none":
        words = _("at most {n}") if view.indicator.guard == "at-most" else _("at least {n}")
        parts.append(words.format(n=number(view.limit, 2) + unit))
    if view.progress is not None:
        parts.append(_("{share} of the way").format(share=percent(view.progress)))
    return Fact(view.indicator.name, ", ".join(parts))


def _finished(outputs: Iterable[Output], since: date) -> Fact:
    titles = [
        output.title
        for output in outputs
        if output.finished_on is not None and output.finished_on > since
    ]
    return Fact(_("Finished"), ", ".join(titles) or _("nothing since then"))
