"""The debt of the whole journal in sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from leadjournal.base.formats import days, fixed, month_name, percent
from leadjournal.base.words import _, ngettext
from leadjournal.rules.debt import CAPACITY_DAYS
from leadjournal.ui.items.words import Mark
from leadjournal.ui.pages.outcomes.ledger_head import LedgerTotal
from leadjournal.ui.widgets.chart_with_table import Drawing

if TYPE_CHECKING:
    from leadjournal.rules.debt import Debt
    from leadjournal.services.debt_ledger import DebtLedger
    from leadjournal.services.figures import FigurePoint

_STILL = 0.05


def debt_line(debt: Debt, history: Sequence[FigurePoint]) -> str:
    """Outcome debt 36.1 days, falling since July."""
    words = _("Outcome debt {days}").format(days=days(debt.total))
    way = _way(history)
    return f"{words}, {way}" if way else words


def _way(history: Sequence[FigurePoint]) -> str:
    if len(history) < 2:
        return ""
    change = history[-1].debt - history[-2].debt
    if abs(change) < _STILL:
        return _("unchanged for a month")
    falling = change < 0
    turn = len(history) - 2
    while turn > 0 and (history[turn].debt < history[turn - 1].debt - _STILL) == falling \
            and abs(history[turn].debt - history[turn - 1].debt) >= _STILL:  # fmt: skip
        turn -= 1
    words = _("falling since {month}") if falling else _("rising since {month}")
    return words.format(month=month_name(history[turn].day.month))


def ledger_total(ledger: DebtLedger, history: Drawing | None) -> LedgerTotal:
    """The debt of the whole journal, as the head of the ledger says it."""
    share = 0.0 if ledger.unproven is None else 1 - ledger.unproven
    return LedgerTotal(
        f"{ledger.total:,.1f}",
        _("days of work in debt"),
        ledger.sentence,
        band=_BANDS[ledger.band]() if ledger.unproven is not None else None,
        capacity=_capacity(ledger) if ledger.total else "",
        shown=_("{share} shown").format(share=percent(share)) if ledger.total else "",
        open=_("{share} of finished work unproven").format(share=percent(1 - share)),
        share=share,
        principal=ledger.principal,
        interest=ledger.interest,
        work=_("{days} of work").format(days=days(ledger.principal)),
        waiting=_("{days} added by waiting").format(days=days(ledger.interest)),
        history=history,
    )


def filtered_total(ledger: DebtLedger, shown: frozenset[str]) -> LedgerTotal:
    """The debt of what passes a filter."""
    total = sum(line.row.days for line in ledger.owed if line.row.id in shown)
    sentence = _("Only what passes the filter.")
    return LedgerTotal(f"{total:,.1f}", _("days of work in debt"), sentence)


def _capacity(ledger: DebtLedger) -> str:
    """How long the team would work for nothing else; one person where no team is known."""
    people = max(1, ledger.people)
    months = ledger.total / (people * CAPACITY_DAYS)
    words = ngettext(
        "{months} months of work for {n} person", "{months} months of work for {n} people", people
    )
    return words.format(months=fixed(months, 2), n=people)


_BANDS: dict[str, Callable[[], Mark]] = {
    "light": lambda: Mark("good", _("Light"), "circle-check"),
    "worth-a-look": lambda: Mark("debt", _("Worth a look"), "hourglass"),
    "heavy": lambda: Mark("debt", _("Heavy"), "hourglass"),
}
