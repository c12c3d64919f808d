"""Why, outcome and output as one tree, with what each owes and shows."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from leadjournal.model.link import Link
from leadjournal.model.outcome import Outcome, OutcomeStatus, Verdict
from leadjournal.model.output import Output, OutputStatus
from leadjournal.model.person import Person, Team
from leadjournal.model.why import Why, WhyScope
from leadjournal.rules.debt import DebtRow, OutputDebt
from leadjournal.rules.facts import Facts
from leadjournal.rules.standing import last_review, why_of
from leadjournal.services.figures import FigureService
from leadjournal.store.journal_file import Journal
from leadjournal.store.queries import outputs as queries
from leadjournal.store.queries import records


@dataclass(frozen=True, slots=True)
class OutputNode:
    """An output under an outcome, or without one."""

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


@dataclass(frozen=True, slots=True)
class OutcomeNode:
    """An outcome with its outputs."""

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
    green_but_red: bool
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


def outcome_tree(journal: Journal, on: date | None = None) -> OutcomeTree:
    """The tree of a day, today by default."""
    figures = FigureService(journal)
    with journal.reading() as session:
        facts = figures.facts()
        today = figures.on(on, facts)
        build = _Builder(
            names={person.id: person.first_name for person in records.every(session, Person)},
            teams={team.id: team.name for team in records.every(session, Team)},
            links=queries.all_links(session, today.on),
            outputs={output.id: output for output in records.every(session, Output)},
            rows={row.id: row for row in today.debt.rows},
            facts=facts,
            red=frozenset(found.id for found in today.green_but_red),
            on=today.on,
        )
        whys = records.every(session, Why)
        outcomes = records.every(session, Outcome)
    return build.tree(whys, outcomes)


@dataclass(frozen=True, slots=True)
class _Builder:
    names: dict[str, str]
    teams: dict[str, str]
    links: Sequence[Link]
    outputs: dict[str, Output]
    rows: dict[str, DebtRow]
    facts: Facts
    red: frozenset[str]
    on: date

    def tree(self, whys: Sequence[Why], outcomes: Sequence[Outcome]) -> OutcomeTree:
        links: dict[str, list[Link]] = defaultdict(list)
        for link in self.links:
            links[link.outcome_id].append(link)
        by_why: dict[str | None, list[OutcomeNode]] = defaultdict(list)
        for outcome in outcomes:
            why = why_of(self.facts.outcome_by_id[outcome.id], self.on)
            by_why[why].append(self._outcome(outcome, links[outcome.id]))
        linked = {link.output_id for link in self.links}
        orphans = [output for output in self.outputs.values() if output.id not in linked]
        return OutcomeTree(
            tuple(
                WhyNode(
                    why.id,
                    why.statement,
                    why.scope,
                    self.teams.get(why.team_id or "", ""),
                    tuple(by_why[why.id]),
                )
                for why in whys
            ),
            tuple(by_why[None]),
            tuple(self._output(output, None) for output in orphans),
        )

    def _outcome(self, outcome: Outcome, links: Sequence[Link]) -> OutcomeNode:
        row = self.rows.get(outcome.id)
        review = last_review(self.facts.outcome_by_id[outcome.id], self.on)
        return OutcomeNode(
            id=outcome.id,
            statement=outcome.statement,
            status=outcome.status,
            beneficiary=outcome.beneficiary,
            owner=self.names.get(outcome.owner_id or "", ""),
            team=self.teams.get(outcome.team_id or "", ""),
            evidence=row.evidence.share if row else 0.0,
            debt=row.days if row else 0.0,
            finished_days=sum(output.size for output in row.outputs) if row else 0.0,
            rate=row.rate if row else 0.0,
            verdict=Verdict(review.verdict) if review else None,
            verdict_on=review.day if review else None,
            green_but_red=outcome.id in self.red,
            review_on=outcome.review_on,
            outputs=tuple(
                self._output(self.outputs[link.output_id], link)
                for link in links
                if link.output_id in self.outputs
            ),
        )

    def _output(self, output: Output, link: Link | None) -> OutputNode:
        owed = self._owed(output, link) if link is None or link.main else None
        return OutputNode(
            id=output.id,
            title=output.title,
            size=output.size,
            status=output.status,
            must_do=output.must_do,
            finished_on=output.finished_on,
            due_on=output.due_on,
            owner=self.names.get(output.owner_id or "", ""),
            team=self.teams.get(output.team_id or "", ""),
            link_id=link.id if link else None,
            so_that=link.so_that if link else "",
            confidence=link.confidence if link else 0,
            main=link.main if link else False,
            debt=owed.days if owed else 0.0,
            waits=owed.waits if owed else 0,
        )

    def _owed(self, output: Output, link: Link | None) -> OutputDebt | None:
        """What an output owes: under its outcome, or by itself while that is a draft."""
        under = _of(self.rows.get(link.outcome_id), output.id) if link else None
        return under or _of(self.rows.get(output.id), output.id)


def _of(row: DebtRow | None, output: str) -> OutputDebt | None:
    return next((owed for owed in row.outputs if owed.id == output), None) if row else None
