"""Reads what the ledger shows: what is owed, what has left the debt, and how it all went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadjournal.ui.pages.outcomes.debt_words import filtered_total, ledger_total
from leadjournal.ui.pages.outcomes.ledger_rows import ledger_rows
from leadjournal.ui.pages.outcomes.rows import TreeRow

if TYPE_CHECKING:
    from leadjournal.rules.debt import DebtRow
    from leadjournal.services.debt_ledger import DebtLedger
    from leadjournal.services.figures import Figures
    from leadjournal.services.workspace import Workspace
    from leadjournal.ui.pages.outcomes.ledger_view import LedgerView


class LedgerRoom:
    """Between the ledger, which knows no journal, and the journal."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._ledger: DebtLedger | None = None

    def forget(self) -> None:
        """The journal was changed: the ledger is read anew when it is looked at."""
        self._ledger = None

    def show(self, view: LedgerView, shown: frozenset[str] | None) -> None:
        """Fill the ledger; `shown` holds the ids that pass the filter, if there is one."""
        from leadjournal.services.figure_charts import debt_chart

        ledger = self._ledger = self._ledger or self._workspace.ledger.on()
        view.show_rows(ledger_rows(ledger, shown))
        if shown is None:
            view.head.show_total(ledger_total(ledger, debt_chart(ledger.history)))
        else:
            view.head.show_total(filtered_total(ledger, shown))


def debt_of(figures: Figures | None, row: TreeRow | None) -> DebtRow | None:
    """What a record owes, alone or under its outcome."""
    if figures is None or row is None:
        return None
    ids = (row.key.under, row.key.id) if row.key.under else (row.key.id,)
    rows = {one.id: one for one in figures.debt.rows}
    return next((rows[id_] for id_ in ids if id_ in rows), None)
