"""Reads a milestone and what belongs to it out of the journal, for the panel."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from leadjournal.base.formats import day_long
from leadjournal.base.words import _
from leadjournal.ui.items.words import Mark
from leadjournal.ui.pages.outcomes.milestones.lines import mark_of, milestone_row
from leadjournal.ui.pages.outcomes.milestones.panel import Grown, MilestoneSheet, Rating
from leadjournal.ui.pages.outcomes.rows import RowKey
from leadjournal.ui.pages.outcomes.sheets import Fact, Way

if TYPE_CHECKING:
    from leadjournal.model.milestone import Growth, Milestone
    from leadjournal.services.milestones import MilestoneRow
    from leadjournal.services.workspace import Workspace

_OVERWHELMING = 5
_LEARNING = (3, 4)


class MilestoneReading:
    """Makes the sheets of milestones."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._today = workspace.clock.today()

    def sheet(self, line: MilestoneRow) -> MilestoneSheet:
        """Everything that is shown of a milestone."""
        from leadjournal.services.milestones import QUALITIES, needs_rewrite

        workspace = self._workspace
        record = workspace.milestones.get(line.id)
        growth = workspace.milestones.growth(line.id)
        mark = mark_of(line, self._today)
        why = workspace.whys.get(record.why_id) if record.why_id else None
        rated = [(name, getattr(record, name)) for name in QUALITIES]
        return MilestoneSheet(
            milestone_row(line),
            marks=(mark,) if mark else (Mark("plain", _("To come"), "circle-dashed"),),
            due=self._due(record),
            moved=_("Moved: {reason}").format(reason=record.moved_because)
            if record.moved_because
            else "",
            hints=_hints(record, bool(growth)),
            why=Way(RowKey("why", why.id), why.statement, icon="compass") if why else None,
            outcome=Way(RowKey("outcome", line.outcome_id), line.outcome, icon="waypoints")
            if line.outcome_id
            else None,
            edge=record.edge,
            stretch=_stretch(record.stretch),
            growth=tuple(self._grown(row) for row in growth),
            lasting_value=record.lasting_value,
            ratings=tuple(Rating(_label(name), value) for name, value in rated if value),
            rewrite=_("Rated under 3: it needs a rewrite before you announce it.")
            if needs_rewrite(record)
            else "",
            facts=self._facts(record),
            ending=self._ending(record),
            lesson=record.lesson,
        )

    def _due(self, record: Milestone) -> str:
        if record.due_on is None:
            return _("No day is set yet.")
        return _("Due {day}").format(day=day_long(record.due_on, self._today))

    def _grown(self, row: Growth) -> Grown:
        who = self._workspace.people.names().get(row.person_id or "", "")
        able = day_long(row.able_on, self._today) if row.able_on else ""
        words = _("Can do it since {day}").format(day=able) if able else ""
        return Grown(who, row.skill, row.how, words)

    def _facts(self, record: Milestone) -> tuple[Fact, ...]:
        people, workspace = self._workspace.people.names(), self._workspace
        team = workspace.teams.get(record.team_id).name if record.team_id else ""
        return _answered(
            Fact(_("The team decides without asking"), record.freedom),
            Fact(_("Two weeks ahead one would see"), record.early_warning),
            Fact(_("How it will be marked"), record.recognition),
            Fact(_("Owner"), people.get(record.owner_id or "", "")),
            Fact(_("Team"), team),
        )

    def _ending(self, record: Milestone) -> tuple[Fact, ...]:
        return _answered(
            Fact(_("Closed on"), _day(record.closed_on, self._today)),
            Fact(_("What was delivered"), _of_five(record.deliverable)),
            Fact(_("Satisfaction of those it was for"), _of_five(record.satisfaction)),
            Fact(_("What stays"), record.kept),
            Fact(_("What nobody expected"), record.surprise),
        )


def _answered(*facts: Fact) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact.answer)


def _day(day: date | None, today: date) -> str:
    return day_long(day, today) if day else ""


def _of_five(value: int | None) -> str:
    return _("{n} of 5").format(n=value) if value else ""


def _stretch(value: int | None) -> str:
    if value is None:
        return ""
    words = _("Stretch {n} of 5").format(n=value)
    if value in _LEARNING:
        return _("{stretch}: the learning zone.").format(stretch=words)
    if value == _OVERWHELMING:
        return _("{stretch}: it needs support or a smaller step.").format(stretch=words)
    return _("{stretch}: comfortable.").format(stretch=words)


def _hints(record: Milestone, grows: bool) -> tuple[str, ...]:
    if record.closed_on is not None or (grows and record.lasting_value):
        return ()
    so_far = _("So far this is a date with a tick box.")
    learns = _("Who will learn what on the way?")
    keeps = _("What will the organisation keep besides the deliverable?")
    asked = [learns] if not grows else []
    asked += [keeps] if not record.lasting_value else []
    return (" ".join([so_far, *asked]),)


def _label(name: str) -> str:
    return {
        "purpose": _("Purpose"),
        "relevance": _("Relevance"),
        "realism": _("Realism"),
        "clarity": _("Clarity"),
    }[name]
