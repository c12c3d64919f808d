"""A view of the page that has a list and a side panel of its own: milestones, for example."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from leadjournal.model.catalogue import Ref
from leadjournal.ui.pages.outcomes.rows import RowKey, TreeRow
from leadjournal.ui.pages.outcomes.side_panel import SidePanel
from leadjournal.ui.pages.outcomes.stage import Stage
from leadjournal.ui.shape import Shape

if TYPE_CHECKING:
    from leadjournal.ui.context import Context

Do = Callable[[str, object], None]
"""Does an act of the page with what it is for."""


class Room(QWidget):
    """Knows its rows and which of them is chosen; what is wished is done by the page."""

    shown_changed = Signal()
    """The panel now stands alone, or no longer."""

    def __init__(self, context: Context, do: Do, panel: SidePanel) -> None:
        super().__init__()
        self.context = context
        self.do = do
        self.panel = panel
        self.tools = QWidget()
        self.front = QStackedWidget()
        self.stage = Stage(context.looks, self.front, panel)
        self.key: RowKey | None = None
        panel.wished.connect(do)
        self.stage.shown_changed.connect(self.shown_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stage)

    def refresh(self) -> None:
        """Show what the journal holds now."""

    def sentence(self) -> str:
        """What is said beside the switch of views."""
        return ""

    def row_of(self, key: RowKey) -> TreeRow | None:
        """The row that stands for a record here."""
        raise NotImplementedError

    def show_chosen(self) -> None:
        """Show the chosen record in the list and in the panel."""

    def reveal(self, ref: Ref) -> None:
        """Choose a record and open it."""
        self.refresh()
        key = RowKey(ref.kind, ref.id)  # type: ignore[arg-type]
        if self.row_of(key) is not None:
            self.open(key)

    def choose(self, key: RowKey | None) -> None:
        """Another row was chosen in the list."""
        if key != self.key:
            self.key = key
            self.show_chosen()

    def open(self, key: RowKey) -> None:
        """Show a record that was asked for."""
        self.key = key
        self.show_chosen()
        self.stage.open_inspector()
        if self.stage.alone():
            self.panel.take_focus()

    def record(self) -> Ref | None:
        """The record one is at."""
        return Ref(self.key.kind, self.key.id) if self.key is not None else None

    def trail(self) -> tuple[str, ...]:
        """The record, when it stands alone on the page."""
        row = self.row_of(self.key) if self.key is not None else None
        return (row.title,) if row is not None and self.stage.alone() else ()

    def return_to(self, ref: Ref) -> None:
        """Choose what was chosen, if it is still there, without opening it."""
        key = RowKey(ref.kind, ref.id)  # type: ignore[arg-type]
        if self.row_of(key) is not None:
            self.key = key
            self.show_chosen()

    def set_shape(self, shape: Shape) -> None:
        """Arrange for another shape of the window."""
        self.stage.set_shape(shape)

    def toggle_panel(self) -> None:
        """Open or close the panel."""
        if self.stage.inspecting():
            self.stage.close_inspector()
        else:
            self.stage.open_inspector()

    def menu(self, key: RowKey, at: QPoint) -> None:
        """Unfold what can be done with a row."""
        row = self.row_of(key)
        if row is not None:
            self.panel.menu_for(row, self).popup(at)
