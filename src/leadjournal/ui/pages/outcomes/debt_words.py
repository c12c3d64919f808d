"""The debt of the whole journal in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from leadjournal.base.formats import days, month_name
from leadjournal.base.words import _, ngettext

if TYPE_CHECKING:
    from leadjournal.rules.debt import Debt
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


def three_months(debt: Debt) -> str:
    """What comes of it when nothing changes."""
    if not debt.total:
        return _("Nothing finished waits for its proof.")
    return _("If nothing changes, this will be {days} in three months.").format(
        days=days(debt.in_three_months)
    )


def unit_words(debt: Debt) -> str:
    """What stands beside the total."""
    parts = [_("days of work in debt")]
    if debt.written_off:
        count = len(debt.written_off)
        words = ngettext("{n} output written off, {days}", "{n} outputs written off, {days}", count)
        parts.append(words.format(n=count, days=days(debt.written_off_days)))
    return " · ".join(parts)
