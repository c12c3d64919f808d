"""The signs of an outcome on one axis, drawn from the journal."""

import pytest

from leadjournal.export.charts.palette import theme_palette
from leadjournal.model.indicator import Direction, Guard, Horizon, IndicatorKind
from leadjournal.model.outcome import Verdict
from leadjournal.services.workspace import Workspace
from tests.support.records import a_review, ago, an_indicator, an_outcome, an_output


def test_work_stands_above_effects_and_guards_come_last(space: Workspace) -> None:
    outcome = an_outcome(space)
    limit = {"guard": Guard.AT_MOST, "guard_limit": 5.0}
    an_indicator(space, outcome, (ago(3), 6.0), name="Guard", **limit)
    an_indicator(space, outcome, (ago(3), 50.0), name="Slow", horizon=Horizon.LAGGING)
    an_indicator(space, outcome, (ago(3), 50.0), name="Fast")
    an_indicator(space, outcome, (ago(3), 100.0), name="Work", kind=IndicatorKind.ACTIVITY)
    an_indicator(space, outcome, name="Silent")
    chart = space.outcome_charts.of(outcome.id)
    assert [panel.lines.name for panel in chart.panels.panels] == ["Work", "Fast", "Slow", "Guard"]
    tags = [panel.tag.words for panel in chart.panels.panels if panel.tag]
    assert tags == ["Target met since October", "50% of the way", "50% of the way",
                    "Beyond its limit"]  # fmt: skip
    assert "Guard, %" not in chart.finding
    assert chart.finding.startswith("Work: 100, Target met since October. Fast: 50")


def test_a_changed_target_is_a_step_and_one_to_come_is_not_drawn(space: Workspace) -> None:
    outcome = an_outcome(space)
    made = an_indicator(space, outcome, (ago(90), 10.0), (ago(3), 50.0))
    space.indicators.change_target(made.id, 80.0, ago(30), "Fewer people")
    space.indicators.change_target(made.id, 70.0, ago(-30), "Winter")
    (panel,) = space.outcome_charts.of(outcome.id).panels.panels
    assert panel.lines.targets == ((ago(90), 100.0), (ago(30), 80.0))


def test_finished_work_and_reviews_share_the_axis(space: Workspace) -> None:
    outcome = an_outcome(space)
    an_indicator(space, outcome, (ago(60), 10.0), (ago(3), 50.0), direction=Direction.UP)
    an_output(space, "Checklist", outcome, finished_on=ago(50))
    an_output(space, "Open work", outcome)
    a_review(space, outcome, ago(20), Verdict.PARTLY)
    chart = space.outcome_charts.of(outcome.id)
    assert [(one.day, one.title) for one in chart.panels.finished] == [(ago(50), "Checklist")]
    assert [one.tag.words for one in chart.panels.reviews] == ["Partly"]
    assert chart.panels.days() == [ago(60), ago(50), ago(20), ago(3)]


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
def test_it_is_drawn_in_every_theme_at_every_width(larkmoor: Workspace, theme: str) -> None:
    for outcome in larkmoor.outcomes.all():
        chart = larkmoor.outcome_charts.of(outcome.id)
        for width in (240.0, 694.0):
            drawn = larkmoor.outcome_charts.draw(chart, theme_palette(theme), width, 30)
            assert drawn.svg.startswith("<svg")
            assert len(drawn.tops) == len(chart.ids)
            assert drawn.height > max(drawn.tops, default=0)
