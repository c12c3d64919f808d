"""The figures of a day, their history, and how each was computed."""

from dataclasses import dataclass
from datetime import date

from leadjournal.rules import days as calendar
from leadjournal.rules.debt import CAPACITY_DAYS, Band, Debt, DebtRow, band, capacity_months, debt
from leadjournal.rules.debt_history import DebtPoint, debt_history
from leadjournal.rules.facts import Facts
from leadjournal.rules.health import GreenButRed, green_but_red
from leadjournal.rules.line_of_sight import LineOfSight, line_of_sight
from leadjournal.rules.momentum import Momentum, momentum
from leadjournal.services import computed
from leadjournal.services.card import Card
from leadjournal.services.computed import HowComputed
from leadjournal.services.people import People
from leadjournal.store.journal_file import Journal
from leadjournal.store.queries import facts as queries

HISTORY_MONTHS = 9


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything that is computed of a journal for one day."""

    on: date
    debt: Debt
    momentum: Momentum
    line_of_sight: LineOfSight
    green_but_red: tuple[GreenButRed, ...]
    people: int
    capacity_months: float | None

    @property
    def band(self) -> Band:
        """How heavy the debt is for a team of this size; one person where no team is known."""
        months = self.capacity_months
        return band(self.debt.total / CAPACITY_DAYS if months is None else months)


@dataclass(frozen=True, slots=True)
class FigurePoint:
    """The three figures at a month end, for the small lines on Today."""

    day: date
    debt: float
    principal: float
    momentum: float | None
    line_of_sight: float | None


class FigureService:
    """Computes the figures from the journal as it stands."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._people = People(journal)
        self._card = Card(journal)

    def facts(self) -> Facts:
        """The dated values the figures are computed from."""
        return self._journal.remembered("facts", queries.facts)

    def on(self, day: date | None = None, facts: Facts | None = None) -> Figures:
        """The figures of a day, today by default."""
        on = day or self._journal.clock.today()
        known = facts or self.facts()
        people = self._people.with_capacity(on, self._card.get().owner_id)
        key = ("figures", on, people)
        if key not in known.memory:
            known.memory[key] = _figures(known, on, people)
        found: Figures = known.memory[key]
        return found

    def history(
        self, months: int = HISTORY_MONTHS, on: date | None = None, facts: Facts | None = None
    ) -> list[FigurePoint]:
        """The figures at the last month ends and today, oldest first; from the first day on."""
        today = on or self._journal.clock.today()
        known = facts or self.facts()
        begins = min(known.begins or today, today)
        days = [day for day in history_days(today, months) if day >= begins]
        key = ("history", *days)
        if key not in known.memory:
            known.memory[key] = [_point(known, owed) for owed in debt_history(known, days)]
        return list(known.memory[key])

    def computed_debt(self, id_: str | None = None) -> HowComputed:
        """How the debt of the journal, or of one outcome or output, was computed."""
        figures = self.on()
        if id_ is None:
            return computed.whole_debt(figures.debt, figures.people, figures.capacity_months)
        row = next((row for row in figures.debt.rows if id_ in _named(row)), None)
        return computed.nothing_owed() if row is None else computed.one_debt(row, self._names())

    def computed_momentum(self) -> HowComputed:
        """How momentum was computed."""
        return computed.momentum_steps(self.on().momentum)

    def computed_line_of_sight(self) -> HowComputed:
        """How line of sight was computed."""
        return computed.line_of_sight_steps(self.on().line_of_sight)

    def _names(self) -> dict[str, str]:
        with self._journal.reading() as session:
            return queries.indicator_names(session)


def _figures(facts: Facts, on: date, people: int) -> Figures:
    owed = debt(facts, on)
    return Figures(
        on=on,
        debt=owed,
        momentum=momentum(facts, on),
        line_of_sight=line_of_sight(facts, on),
        green_but_red=green_but_red(facts, on),
        people=people,
        capacity_months=capacity_months(owed.total, people),
    )


def _named(row: DebtRow) -> set[str]:
    return {row.id, *(output.id for output in row.outputs)}


def history_days(today: date, months: int) -> list[date]:
    """The last month ends before today, and today."""
    ends = [day for day in calendar.month_ends(today, months) if day < today]
    return [*ends, today]


def _point(facts: Facts, owed: DebtPoint) -> FigurePoint:
    sight = line_of_sight(facts, owed.day)
    moved = momentum(facts, owed.day)
    return FigurePoint(owed.day, owed.total, owed.principal, moved.raw, sight.share)
