"""The lens over records of the journal: what is known of them, what it says, how ready they are."""

from leadjournal.model.indicator import Guard, Indicator
from leadjournal.model.objective import KeyResult, KeyResultType
from leadjournal.model.outcome import Outcome
from leadjournal.rules.lens.looking import Hint, look
from leadjournal.rules.lens.readiness import Segment, readiness
from leadjournal.rules.lens.record import Result, Sign, Subject, Surroundings
from leadjournal.services.lens_words import lens_words
from leadjournal.services.milestones import Milestones
from leadjournal.services.muted_hints import MutedHints
from leadjournal.services.outcomes import Outcomes
from leadjournal.services.outputs import Outputs
from leadjournal.services.people import People
from leadjournal.store.journal_file import Journal
from leadjournal.store.queries import outcomes as queries
from leadjournal.store.queries import records


class Lens:
    """Looks at what is written in the journal."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._muted = MutedHints(journal)

    def surroundings(self, record_id: str = "") -> Surroundings:
        """The names and words of this journal, and the hints it does not want."""
        people = People(self._journal).all()
        names = {name for one in people for name in (one.first_name, one.full_name) if name}
        return Surroundings(frozenset(names), self._muted.our_words(), self._muted.muted(record_id))

    def of_outcome(self, id_: str) -> tuple[Hint, ...]:
        """Every hint for an outcome as it stands, the strongest first."""
        outcome = Outcomes(self._journal).get(id_)
        return look(
            outcome.statement, "outcome", lens_words(), self.outcome(id_), self.surroundings(id_)
        )

    def readiness(self, id_: str) -> tuple[Segment, ...]:
        """The seven things that make an outcome ready to be worked for."""
        outcome = Outcomes(self._journal).get(id_)
        return readiness(outcome.statement, lens_words(), self.outcome(id_), self.surroundings())

    def known(self, kind: str, id_: str) -> Subject:
        """What the journal knows of a record beside its text; nothing of most kinds."""
        find = {
            "outcome": self.outcome,
            "objective": self.objective,
            "output": self.output,
            "milestone": self.milestone,
        }
        return find[kind](id_) if kind in find else Subject()

    def output(self, id_: str) -> Subject:
        """What is known of an output: whether it leads to an outcome."""
        return Subject(has_outcome=bool(Outputs(self._journal).links(id_)))

    def milestone(self, id_: str) -> Subject:
        """What is known of a milestone: who grows on the way, and whether anything stays."""
        milestones = Milestones(self._journal)
        return Subject(
            has_growth=bool(milestones.growth(id_)),
            has_lasting_value=bool(milestones.get(id_).lasting_value),
        )

    def outcome(self, id_: str) -> Subject:
        """What is known of an outcome beside its statement."""
        outcomes = Outcomes(self._journal)
        outcome = outcomes.get(id_)
        with self._journal.reading() as session:
            indicators = queries.indicators_of(session, id_)
        today = self._journal.clock.today()
        return Subject(
            signs=tuple(_sign(one) for one in indicators),
            has_beneficiary=bool(outcome.beneficiary),
            has_due=outcome.due_on is not None,
            has_owner=outcome.owner_id is not None,
            has_why=outcomes.why_of(id_) is not None,
            has_review=outcome.review_on is not None,
            open_goal_days=_open_for(outcome, (today - outcome.created_on).days),
        )

    def objective(self, id_: str) -> Subject:
        """What is known of an objective beside its words: its key results."""
        with self._journal.reading() as session:
            found = records.where(session, KeyResult, objective_id=id_)
        return Subject(results=tuple(_result(one) for one in found))


def _sign(indicator: Indicator) -> Sign:
    return Sign(
        indicator.name,
        measures=indicator.kind.value,
        moves=indicator.horizon.value,
        is_guard=indicator.guard is not Guard.NONE,
        has_baseline=indicator.baseline is not None,
        has_target=indicator.target is not None,
    )


def _result(result: KeyResult) -> Result:
    return Result(
        result.text,
        is_output=result.type is KeyResultType.OUTPUT,
        is_measurable=bool(result.unit)
        or (result.baseline is not None and result.target is not None),
    )


def _open_for(outcome: Outcome, days: int) -> int | None:
    return days if outcome.open_goal else None
