"""The rows of the debt ledger, by size: what is owed, then what has left the debt and how."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from leadjournal.base.formats import day_long, days, percent
from leadjournal.base.words import _, ngettext
from leadjournal.ui.pages.outcomes.rows import RowKey

if TYPE_CHECKING:
    from leadjournal.rules.debt import DebtRow, WrittenOff
    from leadjournal.services.debt_ledger import DebtLedger, ExitLine, OwedLine

_WRITTEN_OFF = ("stopped", "rejected")


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One line of the ledger; a heading leads nowhere, and has left nothing."""

    key: RowKey | None
    title: str
    reason: str = ""
    causes: str = ""
    principal: float = 0.0
    interest: float = 0.0
    largest: float = 1.0
    days: str = ""
    waits: str = ""
    gone: bool = False

    @property
    def spoken(self) -> str:
        """Everything the row shows, and why it grows as it does, in words."""
        parts = (self.title, self.reason, self.days, self.waits, self.causes)
        return ". ".join(part for part in parts if part)


def ledger_rows(ledger: DebtLedger, shown: frozenset[str] | None = None) -> tuple[LedgerRow, ...]:
    """All rows with their headings; `shown` keeps to some outcomes and outputs."""
    owed = [line for line in ledger.owed if shown is None or line.row.id in shown]
    largest = max((line.row.days for line in owed), default=1.0)
    orphans = [_owed(line, largest) for line in owed if line.row.kind == "output"]
    outcomes = [_owed(line, largest) for line in owed if line.row.kind == "outcome"]
    return (
        *_group(_("Without an outcome"), orphans),
        *_group(_("Not shown yet"), outcomes),
        *_left(ledger, shown),
    )


def _left(ledger: DebtLedger, shown: frozenset[str] | None) -> list[LedgerRow]:
    """What left the debt, by its way, each group with its days."""
    exits = [line for line in ledger.exits if shown is None or line.output_id in shown]
    off = [row for row in ledger.written_off if shown is None or row.id in shown]
    written = [_written_off(row, ledger) for row in off]
    moved = [_exit(line, ledger) for line in exits if line.way == "moved"]
    accepted = [_exit(line, ledger) for line in exits if line.way == "accepted"]
    counting = {row.id: row.days for row in (*ledger.moved, *ledger.accepted)}
    return [
        *_group(_("Written off with lessons"), written, sum(row.days for row in off)),
        *_group(_("Out of the debt: it has moved"), moved, _sum(exits, counting, "moved")),
        *_group(_("Out of the debt: accepted"), accepted, _sum(exits, counting, "accepted")),
    ]


def _sum(exits: Iterable[ExitLine], counting: dict[str, float], way: str) -> float:
    return sum(
        line.days
        for line in exits
        if line.way == way and line.counts and line.output_id in counting
    )


def _group(title: str, rows: Sequence[LedgerRow], left: float = 0.0) -> list[LedgerRow]:
    return [LedgerRow(None, title, days=days(left) if left else ""), *rows] if rows else []


def _owed(line: OwedLine, largest: float) -> LedgerRow:
    row = line.row
    waits = ngettext("waits {n} day", "waits {n} days", row.waits).format(n=row.waits)
    return LedgerRow(
        RowKey(row.kind, row.id),
        row.title,
        _reason(row),
        _causes(line),
        row.principal,
        row.interest,
        largest,
        days(row.days),
        waits,
    )


def _reason(row: DebtRow) -> str:
    grows = _("grows {rate} a month").format(rate=percent(row.rate))
    if row.kind == "output":
        return _("No outcome yet") + f" · {grows}"
    count = len(row.outputs)
    words = ngettext(
        "{n} finished output, {share} shown", "{n} finished outputs, {share} shown", count
    )
    shown = words.format(n=count, share=percent(row.evidence.share))
    return f"{shown} · {grows}"


def _causes(line: OwedLine) -> str:
    return "\n" + "\n".join(line.causes) if line.causes else ""


def _written_off(row: WrittenOff, ledger: DebtLedger) -> LedgerRow:
    how = {
        "stopped": _("Stopped on {day}"),
        "rejected": _("Hypothesis rejected on {day}"),
        "retired": _("Outcome retired on {day}"),
    }
    said = how[row.because].format(day=day_long(row.on, ledger.on))
    return _gone(row.id, row.title, [said, row.lesson], row.days)


def _exit(line: ExitLine, ledger: DebtLedger) -> LedgerRow:
    how = {"moved": _("Moved on {day}"), "accepted": _("Accepted on {day}")}
    said = how[line.way].format(day=day_long(line.on, ledger.on))
    return _gone(line.output_id, line.output, [said, line.note, line.reason], line.days)


def _gone(id_: str, title: str, said: Iterable[str], amount: float) -> LedgerRow:
    return LedgerRow(RowKey("output", id_), title, _one_line(said), days=days(amount), gone=True)


def _one_line(said: Iterable[str]) -> str:
    """Sentences after one another; what a user wrote may have no full stop at its end."""
    *before, last = [part for part in said if part]
    return " ".join([*(part if part[-1] in ".!?…" else f"{part}." for part in before), last])
