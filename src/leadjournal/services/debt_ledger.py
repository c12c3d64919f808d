"""Everything the ledger of outcome debt shows, of one reading of the journal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from leadjournal.base.formats import day_long, days, percent
from leadjournal.base.words import _
from leadjournal.rules.course import LOST_BELOW
from leadjournal.rules.debt import Band, DebtRow, SetAside, WrittenOff
from leadjournal.rules.debt_history import DebtPoint, debt_history
from leadjournal.rules.exits import Ended, ended
from leadjournal.rules.facts import ExitFact, ExitWay, Facts
from leadjournal.services.computed import rate_reasons
from leadjournal.services.figures import Figures, FigureService, history_days
from leadjournal.store.journal_file import Journal

HISTORY_MONTHS = 36


@dataclass(frozen=True, slots=True)
class OwedLine:
    """What an outcome, or an output without one, owes; `causes` say why it grows as it does."""

    row: DebtRow
    causes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExitLine:
    """One exit as it is kept: its days are what the output owed when it left.

    `note` says in a sentence from when on it counts no more, if it does not.
    """

    id: str
    output_id: str
    output: str
    outcome_id: str | None
    outcome: str
    way: ExitWay
    on: date
    days: float
    reason: str
    counts: bool
    note: str


@dataclass(frozen=True, slots=True)
class DebtLedger:
    """Outcome debt on a day: what is owed, what left it by which way, and how it went."""

    on: date
    total: float
    principal: float
    interest: float
    unproven: float | None
    band: Band
    people: int
    capacity_months: float | None
    sentence: str
    owed: tuple[OwedLine, ...]
    written_off: tuple[WrittenOff, ...]
    moved: tuple[SetAside, ...]
    accepted: tuple[SetAside, ...]
    exits: tuple[ExitLine, ...]
    history: tuple[DebtPoint, ...]


class LedgerService:
    """Puts the ledger together from the journal as it stands."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._figures = FigureService(journal)

    def on(
        self, day: date | None = None, facts: Facts | None = None, months: int = HISTORY_MONTHS
    ) -> DebtLedger:
        """The ledger of a day, today by default; largest debt and newest exit come first."""
        known = facts or self._figures.facts()
        figures = self._figures.on(day, known)
        debt = figures.debt
        return DebtLedger(
            on=figures.on,
            total=debt.total,
            principal=debt.principal,
            interest=debt.interest,
            unproven=debt.unproven,
            band=figures.band,
            people=figures.people,
            capacity_months=figures.capacity_months,
            sentence=outlook(figures),
            owed=_owed(debt.rows),
            written_off=tuple(sorted(debt.written_off, key=lambda row: row.on, reverse=True)),
            moved=tuple(row for row in debt.set_aside if row.way == "moved"),
            accepted=tuple(row for row in debt.set_aside if row.way == "accepted"),
            exits=_exits(known, figures.on),
            history=debt_history(known, _since_the_beginning(known, figures.on, months)),
        )

    def of_output(self, output_id: str) -> tuple[ExitLine, ...]:
        """By which ways an output has left the debt, the newest first."""
        known, on = self._figures.facts(), self._journal.clock.today()
        found = [_exit(known, one, on) for one in known.exits_of.get(output_id, ())]
        return tuple(sorted(found, key=lambda line: line.on, reverse=True))


def _since_the_beginning(facts: Facts, on: date, months: int) -> list[date]:
    begins = min(facts.begins or on, on)
    return [day for day in history_days(on, months) if day >= begins]


def outlook(figures: Figures) -> str:
    """What comes of the debt when nothing changes."""
    if not figures.debt.total:
        return _("Nothing finished waits for its proof.")
    return _("If nothing changes, this will be {days} in three months.").format(
        days=days(figures.debt.in_three_months)
    )


def _owed(rows: Sequence[DebtRow]) -> tuple[OwedLine, ...]:
    owing = sorted((row for row in rows if row.days > 0), key=lambda row: -row.days)
    return tuple(OwedLine(row, rate_reasons(row)) for row in owing)


def _exits(facts: Facts, on: date) -> tuple[ExitLine, ...]:
    past = [exit_ for exit_ in facts.exits if exit_.on <= on]
    lines = [_exit(facts, exit_, on) for exit_ in past]
    return tuple(sorted(lines, key=lambda line: line.on, reverse=True))


def _exit(facts: Facts, exit_: ExitFact, on: date) -> ExitLine:
    output = facts.output_by_id.get(exit_.output)
    outcome = facts.outcome_by_id.get(exit_.outcome or "")
    end = ended(facts, exit_)
    over = end is not None and end.on <= on
    return ExitLine(
        id=exit_.id,
        output_id=exit_.output,
        output=output.title if output else "",
        outcome_id=exit_.outcome,
        outcome=outcome.title if outcome else "",
        way=exit_.way,
        on=exit_.on,
        days=exit_.days,
        reason=exit_.reason,
        counts=not over,
        note=_end_words(end, on) if end is not None and over else "",
    )


def _end_words(end: Ended, on: date) -> str:
    day = day_long(end.on, on)
    if end.by is None:
        return _("Its outcome is no longer in the journal, so the work counts again.")
    if end.by == "review":
        return _("A review of {day} said not real, so the work counts again.").format(day=day)
    return _("Less than {share} of the way was left on {day}, so the work counts again.").format(
        share=percent(LOST_BELOW), day=day
    )
