"""The inspector: what is chosen, with everything that can be done about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from leadjournal.base.words import _
from leadjournal.ui.pages.outcomes.panels import Wishes, sections_of
from leadjournal.ui.pages.outcomes.sheets import OutcomeSheet, Sheet, WhySheet
from leadjournal.ui.pages.outcomes.side_panel import SidePanel
from leadjournal.ui.theme.looks import Looks


class Inspector(SidePanel):
    """One sheet at a time: of a why, an outcome or an output."""

    at_foot: ClassVar[Mapping[str, Sequence[str]]] = {
        "outcome": ("open-outcome", "add-output"),
        "output": ("finish", "link", "edit-output"),
        "why": ("edit-why", "add-outcome"),
    }
    main_acts: ClassVar[Sequence[str]] = ("open-outcome", "finish")

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks, _("All outcomes"))
        self._sheet: Sheet | None = None
        self._unfolded: set[str] = set()

    @property
    def sheet(self) -> Sheet | None:
        """What is shown."""
        return self._sheet

    def show_sheet(self, sheet: Sheet, *, can_write: bool = True) -> None:
        """Show a sheet; the place stays when it is the same record as before."""
        if sheet == self._sheet and can_write == self.can_write:
            return
        self._sheet = sheet
        wishes = Wishes(self.wished.emit, self.opened.emit, self._unfolded, can_write)
        sections = sections_of(self.looks, sheet, wishes)
        self.fill(_title(sheet), sheet.row, sections, can_write=can_write)

    def clear(self) -> None:
        self._sheet = None
        super().clear()


def _title(sheet: Sheet) -> str:
    if isinstance(sheet, WhySheet):
        return _("Why")
    return _("Outcome") if isinstance(sheet, OutcomeSheet) else _("Output")
