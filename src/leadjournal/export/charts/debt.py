"""Outcome debt over time as a chart: the work, and the interest on it."""

from collections.abc import Iterable

from leadjournal.base.words import _
from leadjournal.export.charts.stacked_area import Layer, StackedArea
from leadjournal.rules.debt_history import DebtPoint


def debt_area(points: Iterable[DebtPoint]) -> StackedArea:
    """The debt on some days, oldest first."""
    known = tuple(points)
    return StackedArea(
        _("Outcome debt"),
        tuple(point.day for point in known),
        (
            Layer(_("work"), tuple(point.principal for point in known), "debt_fill_2"),
            Layer(_("interest"), tuple(point.interest for point in known), "debt_fill"),
        ),
        unit=_("days"),
    )
