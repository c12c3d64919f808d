"""The figures of one outcome and of all outcomes together, each with how it was computed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from leadjournal.base.errors import NotFound
from leadjournal.base.words import _
from leadjournal.rules.days import month_ends
from leadjournal.rules.debt import DebtRow, debt
from leadjournal.rules.debt_signs import DebtSign, debt_signs
from leadjournal.rules.delivery import DeliveredFlat, DriftPoint, delivered_flat, drift
from leadjournal.rules.facts import Facts, OutcomeFact
from leadjournal.rules.focus import Spread, spreads
from leadjournal.rules.lens.looking import look
from leadjournal.rules.lens.record import Subject
from leadjournal.rules.loop import Loop, LoopClosed, loop_closed, loop_of
from leadjournal.rules.outcome_state import OutcomeState, outcome_state
from leadjournal.rules.phrasing import PhrasingPoint, phrasing
from leadjournal.rules.stale_plan import Staleness, staleness
from leadjournal.rules.swaps import Swap, swaps
from leadjournal.rules.target_changes import TargetChanges, target_changes
from leadjournal.services import computed_outcome, computed_whole
from leadjournal.services.computed import HowComputed
from leadjournal.services.computed_state import state_steps
from leadjournal.services.figures import FigureService, history_days
from leadjournal.services.lens import Lens
from leadjournal.services.lens_words import lens_words
from leadjournal.services.people import Teams
from leadjournal.store.journal_file import Journal
from leadjournal.store.queries import facts as queries

DRIFT_MONTHS = 24
PHRASING_MONTHS = 12
OUTPUT_VERB_START = "output-verb-start"


@dataclass(frozen=True, slots=True)
class OutcomeFigures:
    """What is computed of one outcome for a day; `debt` is nothing unless it is active."""

    on: date
    state: OutcomeState
    loop: Loop
    drift: tuple[DriftPoint, ...]
    flat: DeliveredFlat | None
    staleness: Staleness | None
    debt: DebtRow | None

    @property
    def waiting(self) -> str:
        """What three more months of waiting cost, in a sentence."""
        return computed_outcome.waiting_sentence(self.debt) if self.debt else ""

    @property
    def hints(self) -> tuple[str, ...]:
        """What deserves a second look, a sentence each."""
        flat = (computed_outcome.flat_sentence(self.flat),) if self.flat else ()
        stale = self.staleness
        return (*flat, *(computed_outcome.stale_sentences(stale, self.on) if stale else ()))


@dataclass(frozen=True, slots=True)
class WholeFigures:
    """What is computed of all outcomes together for a day; held are the ids of outcomes.

    Stale and flat outcomes come in the order of the journal, what waits by what it costs.
    """

    on: date
    loop_closed: LoopClosed
    held: tuple[str, ...]
    target_changes: TargetChanges
    swaps: tuple[Swap, ...]
    focus: tuple[Spread, ...]
    signs: tuple[DebtSign, ...]
    stale: tuple[tuple[str, Staleness], ...]
    flat: tuple[tuple[str, DeliveredFlat], ...]
    waiting: tuple[DebtRow, ...]

    @property
    def waiting_cost(self) -> float:
        """What three more months of waiting add to all debt, in days of work."""
        return sum(row.waiting_cost for row in self.waiting)


class OutcomeFigureService:
    """Computes the figures that live on outcomes from the journal as it stands."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._figures = FigureService(journal)
        self._teams = Teams(journal)

    def of(self, id_: str, on: date | None = None, facts: Facts | None = None) -> OutcomeFigures:
        """The figures of one outcome on a day, today by default."""
        day, known = self._known(on, facts)
        outcome = _outcome(known, id_)
        rows = debt(known, day).rows
        return OutcomeFigures(
            on=day,
            state=outcome_state(known, outcome, day),
            loop=loop_of(known, outcome, day),
            drift=drift(known, outcome, history_days(day, DRIFT_MONTHS)),
            flat=delivered_flat(known, outcome, day),
            staleness=staleness(known, outcome, day),
            debt=next((row for row in rows if row.id == id_), None),
        )

    def whole(self, on: date | None = None, facts: Facts | None = None) -> WholeFigures:
        """The figures of all outcomes together on a day, today by default."""
        day, known = self._known(on, facts)
        states = [(one.id, outcome_state(known, one, day).word) for one in known.outcomes]
        return WholeFigures(
            on=day,
            loop_closed=loop_closed(known, day),
            held=tuple(id_ for id_, word in states if word == "held"),
            target_changes=target_changes(known, day),
            swaps=swaps(known, day),
            focus=spreads(known, day),
            signs=debt_signs(known, day),
            stale=tuple(_stale(known, day)),
            flat=tuple(
                (one.id, flat)
                for one in known.outcomes
                if (flat := delivered_flat(known, one, day))
            ),
            waiting=_waiting(known, day),
        )

    def phrasing(
        self, months: int = PHRASING_MONTHS, on: date | None = None
    ) -> tuple[PhrasingPoint, ...]:
        """How the outcomes of the last months are phrased, the present month included."""
        day, known = self._known(on, None)
        ends = [end for end in month_ends(day, months) if _month(end) < _month(day)]
        # A hint that is not wanted beside a field still tells how the outcomes are phrased.
        around = replace(Lens(self._journal).surroundings(), muted=frozenset())
        words = lens_words()

        def starts_with_output(outcome: OutcomeFact) -> bool:
            hints = look(outcome.title, "outcome", words, Subject(), around)
            return any(hint.rule == OUTPUT_VERB_START for hint in hints)

        return phrasing(known, [*ends, day][-months:], starts_with_output)

    def computed_state(self, id_: str) -> HowComputed:
        """How the state of an outcome was computed."""
        day, known = self._known(None, None)
        outcome = _outcome(known, id_)
        return state_steps(
            known, outcome, outcome_state(known, outcome, day), self.indicator_names()
        )

    def computed_of(self, id_: str) -> dict[str, HowComputed]:
        """How each figure of an outcome was computed: state, drift, loop, waiting, flat."""
        day, known = self._known(None, None)
        outcome = _outcome(known, id_)
        figures = self.of(id_, day, known)
        title = outcome.title
        found = {
            "state": state_steps(known, outcome, figures.state, self.indicator_names()),
            "drift": computed_outcome.drift_steps(title, figures.drift),
            "loop": computed_outcome.loop_steps(title, figures.loop, day),
        }
        if figures.debt is not None:
            found["waiting"] = computed_outcome.waiting_steps(figures.debt)
        if figures.flat is not None:
            found["flat"] = computed_outcome.flat_steps(title, figures.flat)
        return found

    def computed_whole(self) -> dict[str, HowComputed]:
        """How each figure of all outcomes was computed: loops, held, targets, swaps, focus,
        phrasing, and every debt sign under its name.
        """
        day, known = self._known(None, None)
        figures, names = self.whole(day, known), self.indicator_names()
        teams = {team.id: team.name for team in self._teams.all()}
        return {
            "loops": computed_whole.loops_steps(figures.loop_closed, known),
            "held": computed_whole.held_steps(figures.held, known),
            "targets": computed_whole.targets_steps(figures.target_changes, names),
            "swaps": computed_whole.swaps_steps(figures.swaps, known, day),
            "focus": computed_whole.focus_steps(figures.focus, known, teams),
            "phrasing": computed_whole.phrasing_steps(self.phrasing(on=day)),
            "stale": computed_whole.stales_steps(figures.stale, known, day),
            "flat": computed_whole.flats_steps(figures.flat, known),
            "waiting": computed_whole.waitings_steps(figures.waiting),
            "signs": computed_whole.signs_steps(figures.signs, names),
            **{sign.pair: computed_whole.sign_steps(sign, names) for sign in figures.signs},
        }

    def _known(self, on: date | None, facts: Facts | None) -> tuple[date, Facts]:
        return on or self._journal.clock.today(), facts or self._figures.facts()

    def indicator_names(self) -> dict[str, str]:
        """The names of all indicators by id."""
        with self._journal.reading() as session:
            return queries.indicator_names(session)


def _stale(facts: Facts, on: date) -> Iterator[tuple[str, Staleness]]:
    for outcome in facts.outcomes:
        found = staleness(facts, outcome, on)
        if found is not None and (found.is_stale or found.is_far):
            yield outcome.id, found


def _waiting(facts: Facts, on: date) -> tuple[DebtRow, ...]:
    """What grows while it waits, the dearest first."""
    rows = [row for row in debt(facts, on).rows if row.waiting_cost > 0]
    return tuple(sorted(rows, key=lambda row: -row.waiting_cost))


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _outcome(facts: Facts, id_: str) -> OutcomeFact:
    found = facts.outcome_by_id.get(id_)
    if found is None:
        raise NotFound(_("This outcome is not in the journal."))
    return found
