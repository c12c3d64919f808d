"""Why, outcome and output as one tree, with what each owes and shows."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from leadjournal.model.outcome import OutcomeStatus, Verdict
from leadjournal.model.outcome import status_of as outcome_status
from leadjournal.model.output import OutputStatus
from leadjournal.model.output import status_of as output_status
from leadjournal.model.why import WhyScope
from leadjournal.rules.debt import OutputDebt
from leadjournal.rules.evidence import has_expired
from leadjournal.rules.exits import way_out
from leadjournal.rules.facts import ExitFact, Facts, OutcomeFact, OutputFact
from leadjournal.rules.outcome_state import OutcomeState, outcome_state
from leadjournal.rules.standing import last_review, why_of
from leadjournal.services.figures import Figures, FigureService
from leadjournal.store.journal_file import Journal
from leadjournal.store.queries import outcome_tree as queries
from leadjournal.store.queries.outcome_tree import LinkRow


@dataclass(frozen=True, slots=True)
class OutputNode:
    """An output under an outcome, or without one; `way_out` is how it left the debt."""

    id: str
    title: str
    size: float
    status: OutputStatus
    must_do: bool
    finished_on: date | None
    due_on: date | None
    owner: str
    team: str
    link_id: str | None
    so_that: str
    confidence: int
    main: bool
    debt: float
    waits: int
    way_out: ExitFact | None


@dataclass(frozen=True, slots=True)
class OutcomeNode:
    """An outcome with its outputs; `guards_beyond` are the names of guards beyond their limits."""

    id: str
    statement: str
    status: OutcomeStatus
    beneficiary: str
    owner: str
    team: str
    evidence: float
    debt: float
    finished_days: float
    rate: float
    verdict: Verdict | None
    verdict_on: date | None
    verdict_has_expired: bool
    green_but_red: bool
    state: OutcomeState
    guards_beyond: tuple[str, ...]
    review_on: date | None
    outputs: tuple[OutputNode, ...]


@dataclass(frozen=True, slots=True)
class WhyNode:
    """A why with the outcomes that serve it."""

    id: str
    statement: str
    scope: WhyScope
    team: str
    outcomes: tuple[OutcomeNode, ...]


@dataclass(frozen=True, slots=True)
class OutcomeTree:
    """Everything the Outcomes page draws."""

    whys: tuple[WhyNode, ...]
    without_why: tuple[OutcomeNode, ...]
    orphans: tuple[OutputNode, ...]


def outcome_tree(
    journal: Journal, on: date | None = None, facts: Facts | None = None
) -> OutcomeTree:
    """The tree of a day, today by default."""
    figures = FigureService(journal)
    with journal.reading() as session:
        known = facts or figures.facts()
        today = figures.on(on, known)
        columns = queries.columns(session, today.on)
    return _Builder(known, today, columns).tree()


class _Builder:
    """Puts the facts of a day and the words beside them together."""

    def __init__(self, facts: Facts, figures: Figures, columns: queries.TreeColumns) -> None:
        self._facts = facts
        self._on = figures.on
        self._columns = columns
        self._outputs = {output.id: output for output in facts.outputs}
        self._rows = {row.id: row for row in figures.debt.rows}
        self._owed = {(row.id, owed.id): owed for row in figures.debt.rows for owed in row.outputs}
        self._red = frozenset(found.id for found in figures.green_but_red)

    def tree(self) -> OutcomeTree:
        """Everything in its place."""
        links: dict[str, list[LinkRow]] = defaultdict(list)
        for link in self._columns.links:
            links[link.outcome].append(link)
        by_why: dict[str | None, list[OutcomeNode]] = defaultdict(list)
        for outcome in self._facts.outcomes:
            why = why_of(outcome, self._on)
            by_why[why].append(self._outcome(outcome, links[outcome.id]))
        linked = {link.output for link in self._columns.links}
        return OutcomeTree(
            tuple(
                WhyNode(id_, statement, WhyScope(scope), self._team(team), tuple(by_why[id_]))
                for id_, statement, scope, team in self._columns.whys
            ),
            tuple(by_why[None]),
            tuple(
                self._output(output, None)
                for output in self._facts.outputs
                if output.id not in linked
            ),
        )

    def _outcome(self, outcome: OutcomeFact, links: Sequence[LinkRow]) -> OutcomeNode:
        row = self._rows.get(outcome.id)
        review = last_review(outcome, self._on)
        state = outcome_state(self._facts, outcome, self._on)
        return OutcomeNode(
            id=outcome.id,
            statement=outcome.title,
            status=outcome_status(outcome.active_on, outcome.retired_on),
            beneficiary=self._columns.beneficiaries[outcome.id],
            owner=self._owner(outcome.owner),
            team=self._team(outcome.team),
            evidence=row.evidence.share if row else 0.0,
            debt=row.days if row else 0.0,
            finished_days=sum(output.size for output in row.outputs) if row else 0.0,
            rate=row.rate if row else 0.0,
            verdict=Verdict(review.verdict) if review else None,
            verdict_on=review.day if review else None,
            verdict_has_expired=review is not None and has_expired(review, self._on),
            green_but_red=outcome.id in self._red,
            state=state,
            guards_beyond=tuple(self._columns.indicators[id_] for id_ in state.guards_beyond),
            review_on=self._columns.reviews[outcome.id],
            outputs=tuple(self._output(self._outputs[link.output], link) for link in links),
        )

    def _output(self, output: OutputFact, link: LinkRow | None) -> OutputNode:
        owed = self._debt(output.id, link) if link is None or link.main else None
        stage = self._columns.stages[output.id]
        return OutputNode(
            id=output.id,
            title=output.title,
            size=output.size,
            status=output_status(stage, output.finished_on, output.stopped_on),
            must_do=output.must_do,
            finished_on=output.finished_on,
            due_on=self._columns.dues[output.id],
            owner=self._owner(output.owner),
            team=self._team(output.team),
            link_id=link.id if link else None,
            so_that=link.so_that if link else "",
            confidence=link.confidence if link else 0,
            main=link.main if link else False,
            debt=owed.days if owed else 0.0,
            waits=owed.waits if owed else 0,
            way_out=way_out(self._facts, output, self._on),
        )

    def _debt(self, output: str, link: LinkRow | None) -> OutputDebt | None:
        """What an output owes: under its outcome, or by itself while that is a draft."""
        under = self._owed.get((link.outcome, output)) if link else None
        return under or self._owed.get((output, output))

    def _owner(self, id_: str | None) -> str:
        return self._columns.people.get(id_ or "", "")

    def _team(self, id_: str | None) -> str:
        return self._columns.teams.get(id_ or "", "")
