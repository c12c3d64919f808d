"""The milestones: a timeline, one of them beside it, and what was kept of those that are over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from leadjournal.base.words import _
from leadjournal.model.catalogue import Ref
from leadjournal.ui.pages.outcomes.milestones.kept import KeptList
from leadjournal.ui.pages.outcomes.milestones.lines import (
    MilestoneLine,
    counted,
    milestone_lines,
    milestone_row,
)
from leadjournal.ui.pages.outcomes.milestones.panel import MilestonePanel
from leadjournal.ui.pages.outcomes.milestones.reading import MilestoneReading
from leadjournal.ui.pages.outcomes.milestones.timeline import TimelineDelegate
from leadjournal.ui.pages.outcomes.pick_list import PickList
from leadjournal.ui.pages.outcomes.room import Do, Room
from leadjournal.ui.pages.outcomes.rows import RowKey, TreeRow
from leadjournal.ui.pages.outcomes.stage import padded
from leadjournal.ui.shape import Shape
from leadjournal.ui.widgets.buttons import IconButton, PrimaryButton, QuietButton
from leadjournal.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from leadjournal.services.milestones import MilestoneRow
    from leadjournal.ui.context import Context

_INSET = 10


class MilestoneRoom(Room):
    """The timeline of milestones, or the library of what stays."""

    panel: MilestonePanel

    def __init__(self, context: Context, do: Do) -> None:
        looks = context.looks
        super().__init__(context, do, MilestonePanel(looks))
        self._rows: list[MilestoneRow] = []
        self.list: PickList[MilestoneLine] = PickList(
            looks, TimelineDelegate(looks), _("Milestones")
        )
        self.kept = KeptList(looks)
        self.kept_button = QuietButton(looks, _("What we kept"), "layers")
        self.new_button = PrimaryButton(looks, _("Plan a milestone"), "plus")
        self.panel_button = IconButton(looks, "panel-right", _("Show details"))
        self._empty = EmptyState(
            looks,
            "target",
            _("No milestone yet"),
            _("A milestone is a day on which something is reached, somebody has grown and "
              "something stays."),
            _("Plan a milestone"),
            main=False,
        )  # fmt: skip
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        workspace = self.context.workspace
        self._rows = workspace.milestones.listing()
        if self.key is None or self._found(self.key) is None:
            self.key = RowKey("milestone", self._rows[0].id) if self._rows else None
        self.list.show_rows(milestone_lines(self._rows, workspace.clock.today()))
        self.kept.show_kept(workspace.milestones.library(), workspace.clock.today())
        self.new_button.setEnabled(not workspace.read_only)
        self.kept_button.setVisible(bool(self._rows))
        self._bring_forward()
        self.show_chosen()

    def sentence(self) -> str:
        if not self._rows:
            return ""
        return counted(self._rows, self.context.workspace.clock.today())

    def row_of(self, key: RowKey) -> TreeRow | None:
        found = self._found(key)
        return milestone_row(found) if found is not None else None

    def show_chosen(self) -> None:
        found = self._found(self.key) if self.key is not None else None
        self.list.choose(self.key)
        if found is None:
            self.panel.clear()
        else:
            sheet = MilestoneReading(self.context.workspace).sheet(found)
            self.panel.show_sheet(sheet, can_write=not self.context.workspace.read_only)
        self.stage.set_filled(found is not None)
        self.context.title_changed()

    def reveal(self, ref: Ref) -> None:
        self.show_library(False)
        super().reveal(ref)

    def show_library(self, shown: bool) -> None:
        """Show what was kept of closed milestones, or the timeline."""
        self._library = shown
        self.kept_button.setText(_("All milestones") if shown else _("What we kept"))
        self.kept_button.set_icon("target" if shown else "layers")
        self._bring_forward()

    def set_shape(self, shape: Shape) -> None:
        super().set_shape(shape)
        self.panel_button.setVisible(shape is Shape.MIDDLE)

    def _bring_forward(self) -> None:
        shown = self._kept_page if self._library else self._list_page
        self.front.setCurrentWidget(shown if self._rows else self._empty)

    def _found(self, key: RowKey) -> MilestoneRow | None:
        return next((row for row in self._rows if row.id == key.id), None)

    def _connect(self) -> None:
        self.list.chosen.connect(self.choose)
        self.list.opened.connect(self.open)
        self.list.menu_wished.connect(self.menu)
        self.kept.opened.connect(self.open)
        self.new_button.clicked.connect(lambda: self.do("new-milestone", None))
        self._empty.acted.connect(lambda: self.do("new-milestone", None))
        self.kept_button.clicked.connect(lambda: self.show_library(not self._library))
        self.panel_button.clicked.connect(self.toggle_panel)

    def _lay_out(self) -> None:
        looks = self.context.looks
        left, right = looks.measure("page_left"), looks.measure("page_right")
        self._library = False
        self._list_page = padded(self.list, left - _INSET, right // 3)
        self._kept_page = padded(self.kept, left, right // 3)
        for page in (self._list_page, self._kept_page, self._empty):
            self.front.addWidget(page)
        row = QHBoxLayout(self.tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in (self.kept_button, self.panel_button, self.new_button):
            row.addWidget(button)
