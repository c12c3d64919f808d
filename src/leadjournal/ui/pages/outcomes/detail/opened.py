"""The outcome whose page is open, read anew whenever the journal has changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from leadjournal.rules.days import DAY, month_ends
from leadjournal.ui.pages.outcomes.detail.room import DetailRoom
from leadjournal.ui.pages.outcomes.detail.view import MenuFor, OutcomeDetail
from leadjournal.ui.pages.outcomes.ledger_room import debt_of
from leadjournal.ui.pages.outcomes.places import row_named
from leadjournal.ui.pages.outcomes.reading_room import ReadingRoom
from leadjournal.ui.pages.outcomes.rows import RowKey, TreeRow
from leadjournal.ui.pages.outcomes.sheets import OutcomeSheet

if TYPE_CHECKING:
    from leadjournal.services.figures import Figures
    from leadjournal.ui.context import Context


class OpenedOutcome:
    """Which outcome it is, and the view that shows it."""

    def __init__(self, context: Context, sheets: ReadingRoom, menu_for: MenuFor) -> None:
        self._workspace = context.workspace
        self._sheets = sheets
        self._room = DetailRoom(context.workspace)
        self.key: RowKey | None = None
        self.view = OutcomeDetail(context.looks, menu_for)
        self.view.hide()

    def shows(self, key: RowKey) -> bool:
        """Whether a record is that outcome or one of its outputs."""
        return self.key is not None and self.key.id in (key.id, key.under)

    def show(self, rows: Sequence[TreeRow], figures: Figures | None) -> bool:
        """Show the outcome as it is now; tells whether one is open and still there."""
        row = row_named(rows, self.key) if self.key is not None else None
        if row is None:
            self.key = None
        else:
            self._fill(row, figures)
        self.view.setVisible(row is not None)
        return row is not None

    def _fill(self, row: TreeRow, figures: Figures | None) -> None:
        owed = debt_of(figures, row)
        outcome = self._sheets.sheet(row, owed)
        if isinstance(outcome, OutcomeSheet):
            last_month = month_ends(self._workspace.clock.today() - DAY, 1)[0]
            before = debt_of(self._workspace.figures.on(last_month), row)
            sheet = self._room.sheet(outcome, owed, before)
            self.view.show_sheet(sheet, can_write=not self._workspace.read_only)
