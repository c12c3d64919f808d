"""Records with only what a test is about; the rest is given."""

from datetime import date, timedelta
from typing import Any

from leadjournal.model.action import Action, ActionDraft
from leadjournal.model.indicator import Indicator, IndicatorDraft, ReadingDraft
from leadjournal.model.outcome import Outcome, OutcomeDraft, Review, ReviewDraft, Verdict
from leadjournal.model.output import Output, OutputDraft
from leadjournal.model.why import Why, WhyDraft
from leadjournal.services.workspace import Workspace
from tests.support.journals import TODAY

LONG_AGO = date(2025, 1, 6)


def ago(days: int) -> date:
    """So many days before today."""
    return TODAY - timedelta(days=days)


def a_why(space: Workspace, statement: str = "So that nobody is cold", **more: Any) -> Why:
    """A why."""
    return space.whys.add(WhyDraft(**{"statement": statement, "since": LONG_AGO, **more}))


def an_outcome(
    space: Workspace, statement: str = "Warm after one visit", why: Why | None = None, **more: Any
) -> Outcome:
    """An outcome that is active."""
    given = {"statement": statement, "created_on": LONG_AGO, "active_on": LONG_AGO, **more}
    return space.outcomes.add(OutcomeDraft(**given), why.id if why else None)


def an_output(
    space: Workspace, title: str = "Checklist", outcome: Outcome | None = None, **more: Any
) -> Output:
    """An output, linked if there is an outcome for it."""
    given = {"title": title, "created_on": LONG_AGO, **more}
    return space.outputs.add(OutputDraft(**given), outcome.id if outcome else None)


def an_indicator(
    space: Workspace, outcome: Outcome, *readings: tuple[date, float], **more: Any
) -> Indicator:
    """An indicator from 0 to 100 with its readings."""
    given = {"name": "First-visit fixes", "unit": "%", "baseline": 0.0, "target": 100.0, **more}
    made = space.indicators.add(IndicatorDraft(outcome_id=outcome.id, **given))
    for day, value in readings:
        space.indicators.read(ReadingDraft(indicator_id=made.id, day=day, value=value))
    return made


def a_review(
    space: Workspace, outcome: Outcome, day: date, verdict: Verdict = Verdict.REAL, **more: Any
) -> Review:
    """A review of an outcome."""
    return space.outcomes.review(
        ReviewDraft(outcome_id=outcome.id, day=day, verdict=verdict, **more)
    )


def an_action(space: Workspace, what: str = "Call the warehouse", **more: Any) -> Action:
    """A promise."""
    return space.actions.add(ActionDraft(what=what, **more))
