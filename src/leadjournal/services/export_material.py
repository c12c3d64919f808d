"""What a report needs besides its records: the figures, how they went and how they came about."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from leadjournal.export.material import (
    Explanation,
    Material,
    ReportFigures,
    ReportRecords,
    ReportScope,
)
from leadjournal.model.action import Action, Blocker, Postponement
from leadjournal.model.cycle import Cycle, CycleScore
from leadjournal.model.entry import Entry
from leadjournal.model.indicator import Indicator, Reading
from leadjournal.model.link import Link
from leadjournal.model.milestone import Growth, Milestone
from leadjournal.model.objective import Confidence, KeyResult, KeyResultReading, Objective
from leadjournal.model.outcome import Outcome, Review
from leadjournal.model.output import Output
from leadjournal.model.why import Why
from leadjournal.rules import days as calendar
from leadjournal.rules.debt import MOST_MONTHS
from leadjournal.rules.debt_history import DebtPoint, debt_history
from leadjournal.rules.facts import Facts
from leadjournal.rules.outcome_map import OutcomeMap, kept
from leadjournal.services import computed
from leadjournal.services.computed import HowComputed
from leadjournal.services.figures import Figures, FigureService
from leadjournal.services.outcome_map import node_id, outcome_map, retitled
from leadjournal.services.outcome_tree import outcome_tree
from leadjournal.services.selection import Selection
from leadjournal.store.journal_file import Journal

_OF_FIGURES = ("outcome", "output")


def material_of(journal: Journal, selection: Selection) -> Material:
    """Everything the sections of a report draw on."""
    service = FigureService(journal)
    facts = _renamed(service.facts(), selection.rename)
    with_figures = all(kind in selection.kinds for kind in _OF_FIGURES)
    with_map = any(kind in selection.kinds for kind in _OF_FIGURES)
    return Material(
        scope=_scope(selection, journal.clock.today()),
        records=_records(selection),
        facts=facts,
        figures=_figures(service, facts, selection) if with_figures else None,
        map=_map(journal, selection) if with_map else None,
        titles={ref.id: title for ref, title in selection.titles.items()},
        tags=selection.tags,
        links={
            id_: tuple((ref.kind, title) for ref, title in found)
            for id_, found in selection.links.items()
        },
    )


def _map(journal: Journal, selection: Selection) -> OutcomeMap:
    """The map of the report's day with what leaves and nothing else."""
    whole = outcome_map(journal, outcome_tree(journal, selection.on))
    leaving = {
        node_id(kind, record.id)
        for kind, found in (
            ("objective", selection.of(Objective)),
            ("why", selection.of(Why)),
            ("outcome", selection.of(Outcome)),
            ("output", selection.of(Output)),
        )
        if kind in selection.kinds
        for record in found
    }
    groups = {node.id for node in whole.nodes if node.kind in ("no-why", "no-outcome")}
    part = kept(whole, leaving | groups)
    empty = {id_ for id_ in groups if not part.members.get(id_)}
    return retitled(kept(part, set(part.node_of) - empty), selection.rename)


def _scope(selection: Selection, today: date) -> ReportScope:
    choice = selection.choice
    hides = choice.names != "keep"
    return ReportScope(
        journal=selection.journal,
        made_on=today,
        on=selection.on,
        since=choice.since,
        kinds=frozenset(selection.kinds),
        writer=selection.writer if hides else "",
        is_own_copy=choice.include_private,
        hides_names=hides,
        private=selection.private if choice.include_private else 0,
    )


def _records(selection: Selection) -> ReportRecords:
    return ReportRecords(
        whys=selection.of(Why),
        outcomes=selection.of(Outcome),
        indicators=selection.of(Indicator),
        readings=selection.of(Reading),
        reviews=selection.of(Review),
        outputs=selection.of(Output),
        links=selection.of(Link),
        milestones=selection.of(Milestone),
        growths=selection.of(Growth),
        objectives=selection.of(Objective),
        key_results=selection.of(KeyResult),
        key_result_readings=selection.of(KeyResultReading),
        confidences=selection.of(Confidence),
        cycles=selection.of(Cycle),
        cycle_scores=selection.of(CycleScore),
        actions=selection.of(Action),
        postponements=selection.of(Postponement),
        blockers=selection.of(Blocker),
        entries=selection.of(Entry),
    )


def _renamed(facts: Facts, rename: Callable[[str], str]) -> Facts:
    return replace(
        facts,
        outcomes=tuple(
            replace(one, title=rename(one.title), retired_because=rename(one.retired_because))
            for one in facts.outcomes
        ),
        outputs=tuple(
            replace(one, title=rename(one.title), stopped_because=rename(one.stopped_because))
            for one in facts.outputs
        ),
        exits=tuple(replace(one, reason=rename(one.reason)) for one in facts.exits),
    )


def _figures(service: FigureService, facts: Facts, selection: Selection) -> ReportFigures:
    figures = service.on(selection.on, facts)
    names = {one.id: one.name for one in selection.of(Indicator)}
    return ReportFigures(
        debt=figures.debt,
        band=figures.band,
        people=figures.people,
        capacity_months=figures.capacity_months,
        momentum=figures.momentum,
        line_of_sight=figures.line_of_sight,
        green_but_red=figures.green_but_red,
        points=_points(facts, selection),
        explanations=_explanations(figures, names, selection.hides_days),
    )


def _points(facts: Facts, selection: Selection) -> tuple[DebtPoint, ...]:
    known = [
        *(one.created_on for one in facts.outcomes),
        *(one.created_on for one in facts.outputs),
    ]
    first = max(min(known, default=selection.on), selection.choice.since or date.min)
    days = [*calendar.month_ends_between(first, selection.on), selection.on]
    return debt_history(facts, sorted(set(days))[-MOST_MONTHS:])


def _explanations(
    figures: Figures, names: dict[str, str], hides_days: bool
) -> tuple[Explanation, ...]:
    found: list[Explanation] = []
    if figures.debt.finished:
        whole = computed.whole_debt(figures.debt, figures.people, figures.capacity_months)
        owed = sorted((row for row in figures.debt.rows if row.days), key=lambda row: -row.days)
        parts = [_explanation(computed.one_debt(row, names), is_part=True) for row in owed]
        # What all parts have in common is said once.
        rest = [replace(part, sentence="") for part in parts[1:]]
        found += [_explanation(whole), *parts[:1], *rest]
    if figures.line_of_sight.share is not None:
        found.append(_explanation(computed.line_of_sight_steps(figures.line_of_sight)))
    if figures.momentum.value is not None:
        weeks = _explanation(computed.momentum_steps(figures.momentum))
        # A week's count of days would tell what was said on private ones; its mean does not.
        found.append(replace(weeks, steps=()) if hides_days else weeks)
    return tuple(found)


def _explanation(how: HowComputed, *, is_part: bool = False) -> Explanation:
    return Explanation(how.title, how.sentence, how.rows, how.steps, is_part)
