"""Reads what the ledger shows: what is owed, and what was learned where it was written off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from leadjournal.base.words import _
from leadjournal.ui.pages.outcomes.debt_words import three_months, unit_words
from leadjournal.ui.pages.outcomes.ledger_rows import ledger_rows
from leadjournal.ui.pages.outcomes.places import row_named
from leadjournal.ui.pages.outcomes.rows import RowKey, TreeRow

if TYPE_CHECKING:
    from leadjournal.rules.debt import Debt, DebtRow
    from leadjournal.services.figures import Figures
    from leadjournal.services.workspace import Workspace
    from leadjournal.ui.pages.outcomes.ledger_view import LedgerView


class LedgerRoom:
    """Between the ledger, which knows no journal, and the journal."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def show(
        self, ledger: LedgerView, debt: Debt, rows: Sequence[TreeRow], shown: frozenset[str] | None
    ) -> None:
        """Fill the ledger; `shown` holds the ids that pass the filter, if there is one."""
        today = self._workspace.clock.today()
        ledger.rows.show_rows(ledger_rows(debt, self._lessons(debt, rows), today, shown))
        total = sum(row.days for row in debt.rows if shown is None or row.id in shown)
        sentence = three_months(debt) if shown is None else _("Only what passes the filter.")
        ledger.show_total(f"{total:,.1f}", unit_words(debt), sentence)

    def _lessons(self, debt: Debt, rows: Sequence[TreeRow]) -> dict[str, str]:
        workspace, lessons = self._workspace, {}
        for gone in debt.written_off:
            row = row_named(rows, RowKey("output", gone.id))
            if gone.because == "stopped":
                lessons[gone.id] = workspace.outputs.get(gone.id).stopped_because
            elif row is not None and row.key.under:
                lessons[gone.id] = workspace.outcomes.get(row.key.under).retired_because
        return lessons


def debt_of(figures: Figures | None, row: TreeRow | None) -> DebtRow | None:
    """What a record owes, alone or under its outcome."""
    if figures is None or row is None:
        return None
    ids = (row.key.under, row.key.id) if row.key.under else (row.key.id,)
    rows = {one.id: one for one in figures.debt.rows}
    return next((rows[id_] for id_ in ids if id_ in rows), None)
