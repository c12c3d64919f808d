"""Closing a cycle: each outcome is scored, and kept, changed or stopped with its lesson."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from leadjournal.base.errors import InvalidValue
from leadjournal.base.words import _, shortened
from leadjournal.model.cycle import Cycle, CycleChoice, CycleDraft, CycleScore, CycleScoreDraft
from leadjournal.model.outcome import OutcomeStatus, Verdict
from leadjournal.rules.debt import debt
from leadjournal.rules.evidence import evidence
from leadjournal.rules.facts import OutcomeFact
from leadjournal.rules.periods import quarter_of
from leadjournal.rules.standing import is_active, last_review
from leadjournal.services.figures import FigureService
from leadjournal.services.outcomes import Outcomes
from leadjournal.services.records import Records, refuse_future
from leadjournal.store.queries import cycles as queries

NEARLY_OVER = timedelta(days=14)
"""How long before its end the present quarter is the one to close."""

_LESSON_TO_COME = "…"
_LONGEST = 60


class Score(NamedTuple):
    """What an outcome is given at the end of a cycle; the score from 0 to 1."""

    outcome_id: str
    score: float
    choice: CycleChoice
    note: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How an outcome stands on the closing day; `shown` from 0 to 1, `debt` in days of work."""

    outcome_id: str
    statement: str
    shown: float
    debt: float
    verdict: Verdict | None
    verdict_on: date | None
    score: float
    """The score that is proposed: the share that is shown, to one decimal."""
    choice: CycleChoice = CycleChoice.KEEP


@dataclass(frozen=True, slots=True)
class Proposal:
    """The cycle that is closed next, if nothing else is said."""

    name: str
    since: date
    until: date
    closed_on: date
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class ScoredOutcome:
    """One line of a closed cycle: the outcome as it is called now, and what it was given."""

    statement: str
    score: CycleScore


@dataclass(frozen=True, slots=True)
class ClosedCycle:
    """A closed cycle with the scores in it."""

    cycle: Cycle
    scores: tuple[ScoredOutcome, ...]


class Cycles(Records[Cycle, CycleDraft]):
    """The cycles that were closed."""

    record = Cycle

    def proposal(self, today: date | None = None) -> Proposal:
        """The last full quarter; the present one when it is nearly over or the last is closed."""
        day = today or self.journal.clock.today()
        present = quarter_of(day)
        since, until = quarter_of(present[0] - timedelta(days=1))
        if present[1] - day <= NEARLY_OVER or self._closed(since, until):
            since, until = present
        return Proposal(quarter_name(since), since, until, day, self.standings(until, day))

    def standings(self, until: date, closed_on: date) -> tuple[Standing, ...]:
        """The outcomes that were active by the end of a cycle and still are on its closing day."""
        facts = FigureService(self.journal).facts()
        owed = {row.id: row.days for row in debt(facts, closed_on).rows}
        found = []
        for outcome in facts.outcomes:
            if _belongs(outcome, until, closed_on):
                shown = evidence(facts, outcome, closed_on).share
                review = last_review(outcome, closed_on)
                found.append(
                    Standing(
                        outcome.id,
                        outcome.title,
                        shown,
                        owed.get(outcome.id, 0.0),
                        Verdict(review.verdict) if review else None,
                        review.day if review else None,
                        round(shown, 1),
                    )
                )
        return tuple(found)

    def refuse_span(self, values: Mapping[str, Any]) -> None:
        """Say what is wrong with a name, a span and a closing day before the rest is written."""
        self._refuse(CycleDraft(**{"lesson": _LESSON_TO_COME, **values}))

    def refuse_scores(self, scores: Sequence[Score]) -> None:
        """Say which score cannot be given as it is; the field is that of `field_of`."""
        for each in scores:
            self._drafted(each, "", 0.0)
            outcome = Outcomes(self.journal).get(each.outcome_id)
            if outcome.status is not OutcomeStatus.ACTIVE:
                words = _("“{title}” is not active.")
                raise InvalidValue(
                    words.format(title=shortened(outcome.statement, _LONGEST)),
                    way_out=_("Begin the closing again without it."),
                    field=field_of("score", each.outcome_id),
                )
            if each.choice is CycleChoice.STOP and not each.note.strip():
                raise InvalidValue(
                    _("What was learned is needed: it is what stays."),
                    field=field_of("note", each.outcome_id),
                )

    def close(self, draft: CycleDraft, scores: Sequence[Score]) -> Cycle:
        """Close a cycle in one step; stopped outcomes are retired on its day with their notes."""
        with self.journal.writing(_("Close cycle")) as session:
            self._refuse(draft)
            self.refuse_scores(scores)
            self._refuse_gaps(draft, scores)
            facts = FigureService(self.journal).facts()
            made = self.add(draft)
            for each in scores:
                fact = facts.outcome_by_id[each.outcome_id]
                shown = evidence(facts, fact, draft.closed_on).share
                drafted = self._drafted(each, made.id, shown)
                session.add(CycleScore(**drafted.model_dump()))
                if each.choice is CycleChoice.STOP:
                    Outcomes(self.journal).retire(each.outcome_id, draft.closed_on, each.note)
        return made

    def of_outcome(self, id_: str) -> list[tuple[Cycle, CycleScore]]:
        """What an outcome was given in each cycle, the newest first."""
        with self.journal.reading() as session:
            return list(queries.scores_of(session, id_))

    def listing(self) -> list[ClosedCycle]:
        """The closed cycles with their scores, the newest first."""
        statements = {each.id: each.statement for each in Outcomes(self.journal).all()}
        with self.journal.reading() as session:
            return [
                ClosedCycle(
                    cycle,
                    tuple(
                        ScoredOutcome(statements[score.outcome_id], score)
                        for score in queries.scores_in(session, cycle.id)
                    ),
                )
                for cycle in queries.newest_first(session)
            ]

    def _change(self, record: Cycle, changes: dict[str, Any]) -> None:
        super()._change(record, changes)
        self._refuse(record, but=record.id)

    def _refuse(self, draft: CycleDraft, but: str = "") -> None:
        if draft.until < draft.since:
            raise InvalidValue(_("A cycle cannot end before it begins."), field="until")
        refuse_future(draft.closed_on, self.journal.clock.today(), "closed_on")
        if draft.closed_on < draft.since:
            raise InvalidValue(_("A cycle cannot be closed before it begins."), field="closed_on")
        same = (each for each in self._closed(draft.since, draft.until) if each.id != but)
        if any(each.name.casefold() == draft.name.casefold() for each in same):
            raise InvalidValue(
                _("“{name}” with these days is closed already.").format(name=draft.name),
                way_out=_("Give it another name or other days."),
                field="name",
            )

    def _refuse_gaps(self, draft: CycleDraft, scores: Sequence[Score]) -> None:
        scored = {each.outcome_id for each in scores}
        if len(scored) < len(scores):
            raise InvalidValue(_("An outcome is scored once in a cycle."))
        for standing in self.standings(draft.until, draft.closed_on):
            if standing.outcome_id not in scored:
                title = shortened(standing.statement, _LONGEST)
                raise InvalidValue(
                    _("“{title}” has no score yet.").format(title=title),
                    field=field_of("score", standing.outcome_id),
                )

    def _closed(self, since: date, until: date) -> Sequence[Cycle]:
        with self.journal.reading() as session:
            return queries.with_span(session, since, until)

    def _drafted(self, score: Score, cycle_id: str, shown: float) -> CycleScoreDraft:
        try:
            return CycleScoreDraft(cycle_id=cycle_id, shown=shown, **score._asdict())
        except InvalidValue as fault:
            field = field_of(fault.field or "score", score.outcome_id)
            raise InvalidValue(fault.happened, fault.safe, fault.way_out, field=field) from None


def quarter_name(day: date) -> str:
    """2025 Q3 for any day of that quarter."""
    return _("{year} Q{quarter}").format(year=day.year, quarter=(day.month + 2) // 3)


def field_of(name: str, outcome_id: str) -> str:
    """What an error calls a field of the score of one outcome among several."""
    return f"{name} {outcome_id}"


def _belongs(outcome: OutcomeFact, until: date, closed_on: date) -> bool:
    begun = outcome.active_on is not None and outcome.active_on <= until
    return begun and outcome.retired_on is None and is_active(outcome, closed_on)
