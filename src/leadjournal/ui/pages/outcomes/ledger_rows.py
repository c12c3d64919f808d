"""The rows of the debt ledger, by size, in three groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from leadjournal.base.formats import day_long, days, percent
from leadjournal.base.words import _, ngettext
from leadjournal.ui.pages.outcomes.rows import RowKey

if TYPE_CHECKING:
    from leadjournal.rules.debt import Debt, DebtRow, WrittenOff


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One line of the ledger; a heading leads nowhere."""

    key: RowKey | None
    title: str
    reason: str = ""
    principal: float = 0.0
    interest: float = 0.0
    largest: float = 1.0
    days: str = ""
    waits: str = ""
    written_off: bool = False

    @property
    def spoken(self) -> str:
        """Everything the row shows, in words."""
        return ". ".join(part for part in (self.title, self.reason, self.days, self.waits) if part)


def ledger_rows(
    debt: Debt, lessons: Mapping[str, str], today: date, shown: frozenset[str] | None = None
) -> tuple[LedgerRow, ...]:
    """All rows with their headings; `shown` keeps to some outcomes and outputs."""
    owed = [row for row in debt.rows if row.days > 0 and (shown is None or row.id in shown)]
    owed.sort(key=lambda row: -row.days)
    largest = max((row.days for row in owed), default=1.0)
    orphans = [_owed(row, largest) for row in owed if row.kind == "output"]
    outcomes = [_owed(row, largest) for row in owed if row.kind == "outcome"]
    gone = sorted(debt.written_off, key=lambda row: row.on, reverse=True)
    off = [_gone(row, lessons, today) for row in gone if shown is None or row.id in shown]
    return (
        *_group(_("Without an outcome"), orphans),
        *_group(_("Not shown yet"), outcomes),
        *_group(_("Written off with lessons"), off),
    )


def _group(title: str, rows: Iterable[LedgerRow]) -> list[LedgerRow]:
    found = list(rows)
    return [LedgerRow(None, title), *found] if found else []


def _owed(row: DebtRow, largest: float) -> LedgerRow:
    waits = ngettext("waits {n} day", "waits {n} days", row.waits).format(n=row.waits)
    return LedgerRow(
        RowKey(row.kind, row.id),
        row.title,
        _reason(row),
        row.principal,
        row.interest,
        largest,
        days(row.days),
        waits,
    )


def _reason(row: DebtRow) -> str:
    if row.kind == "output":
        return _("No outcome yet")
    count = len(row.outputs)
    words = ngettext(
        "{n} finished output, {share} shown", "{n} finished outputs, {share} shown", count
    )
    return words.format(n=count, share=percent(row.evidence.share))


def _gone(row: WrittenOff, lessons: Mapping[str, str], today: date) -> LedgerRow:
    when = day_long(row.on, today)
    how = {
        "stopped": _("Stopped on {day}"),
        "rejected": _("Belief rejected on {day}"),
        "retired": _("Outcome retired on {day}"),
    }
    said = [how[row.because].format(day=when), lessons.get(row.id, "") or row.lesson]
    return LedgerRow(
        RowKey("output", row.id),
        row.title,
        ". ".join(part for part in said if part),
        days=days(row.days),
        written_off=True,
    )
