"""Reads the figures of all outcomes, and how each was computed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadjournal.ui.pages.outcomes.figures import words
from leadjournal.ui.pages.outcomes.figures.values import FigureSeen

if TYPE_CHECKING:
    from leadjournal.services.computed import HowComputed
    from leadjournal.services.workspace import Workspace
    from leadjournal.ui.pages.outcomes.figures.view import FiguresView


class FiguresRoom:
    """Between the cards, which know no journal, and the journal."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._seen: tuple[FigureSeen, ...] | None = None

    def forget(self) -> None:
        """The journal was changed: the figures are computed anew when they are looked at."""
        self._seen = None

    def show(self, view: FiguresView) -> None:
        """Fill the cards."""
        if self._seen is None:
            self._seen = self._read()
        view.show_figures(self._seen, can_write=not self._workspace.read_only)

    def how(self, id_: str) -> HowComputed:
        """How a figure, or a debt sign, was computed."""
        return self._workspace.outcome_figures.computed_whole()[id_]

    def _read(self) -> tuple[FigureSeen, ...]:
        from leadjournal.services.figure_charts import phrasing_chart

        space = self._workspace
        facts = space.figures.facts()
        whole = space.outcome_figures.whole(facts=facts)
        names = space.outcome_figures.indicator_names()
        teams = {team.id: team.name for team in space.teams.all()}
        points = space.outcome_figures.phrasing()
        return (
            words.loops_figure(whole, facts),
            words.held_figure(whole, facts),
            words.signs_figure(whole, names),
            words.waiting_figure(whole),
            words.flat_figure(whole, facts),
            words.stale_figure(whole, facts),
            words.targets_figure(whole, names),
            words.swaps_figure(whole, facts),
            words.focus_figure(whole, facts, teams),
            words.phrasing_figure(points, phrasing_chart(points)),
        )
