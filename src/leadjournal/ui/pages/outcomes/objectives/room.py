"""The objectives: the ladder of who carries whom, one of them beside it, and their grades."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu

from leadjournal.base.words import _, ngettext
from leadjournal.model.catalogue import Ref
from leadjournal.ui.pages.outcomes.objectives.grades import GradesList
from leadjournal.ui.pages.outcomes.objectives.ladder_delegate import LadderDelegate
from leadjournal.ui.pages.outcomes.objectives.panel import ObjectivePanel
from leadjournal.ui.pages.outcomes.objectives.reading import ObjectiveReading
from leadjournal.ui.pages.outcomes.objectives.rungs import every_node, rung, rungs
from leadjournal.ui.pages.outcomes.room import Do, Room
from leadjournal.ui.pages.outcomes.rows import RowKey, TreeRow
from leadjournal.ui.pages.outcomes.stage import padded
from leadjournal.ui.pages.outcomes.tree_view import INDENT, TreeView
from leadjournal.ui.shape import Shape
from leadjournal.ui.widgets.buttons import IconButton, PrimaryButton, QuietButton
from leadjournal.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from leadjournal.services.objectives import ObjectiveNode
    from leadjournal.ui.context import Context


class ObjectiveRoom(Room):
    """The ladder of objectives, or their grades over the cycles."""

    panel: ObjectivePanel

    def __init__(self, context: Context, do: Do) -> None:
        looks = context.looks
        super().__init__(context, do, ObjectivePanel(looks))
        self._nodes: dict[str, ObjectiveNode] = {}
        self._cycles: list[str] = []
        self._cycle = ""
        self._shows_grades = False
        self.ladder = TreeView(looks, LadderDelegate(looks), _("Objectives"))
        self.grades = GradesList(looks)
        self.cycle_button = QuietButton(looks, "", "calendar-range")
        self.grades_button = QuietButton(looks, _("Grades"), "flag")
        self.new_button = PrimaryButton(looks, _("New objective"), "plus")
        self.panel_button = IconButton(looks, "panel-right", _("Show details"))
        self._empty = EmptyState(
            looks,
            "flag",
            _("No objective"),
            _("Only those who report in objectives need one; outcomes carry them."),
            _("New objective"),
            main=False,
        )
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        objectives = self.context.workspace.objectives
        self._cycles = objectives.cycles()
        if self._cycle not in self._cycles:
            self._cycle = ""
        everything = objectives.ladder()
        self._nodes = {node.id: node for node in every_node(everything)}
        shown = objectives.ladder(self._cycle) if self._cycle else everything
        self.ladder.show_rows(rungs(shown))
        self.grades.show_grades(list(self._nodes.values()))
        if self.key is None or self.key.id not in self._nodes:
            self.key = RowKey("objective", shown[0].id) if shown else None
        self._dress_tools()
        self.show_chosen()

    def sentence(self) -> str:
        count = len(self._nodes)
        words = ngettext("{n} objective", "{n} objectives", count).format(n=count)
        return words if count else ""

    def row_of(self, key: RowKey) -> TreeRow | None:
        node = self._nodes.get(key.id)
        return rung(node) if node is not None else None

    def show_chosen(self) -> None:
        node = self._nodes.get(self.key.id) if self.key is not None else None
        if self.key is not None:
            self.ladder.choose_quietly(self.key)
        if node is None:
            self.panel.clear()
        else:
            workspace = self.context.workspace
            sheet = ObjectiveReading(workspace, self._nodes).sheet(node)
            self.panel.show_sheet(sheet, can_write=not workspace.read_only)
        self.stage.set_filled(node is not None)
        self.context.title_changed()

    def reveal(self, ref: Ref) -> None:
        self._shows_grades = False
        self.refresh()
        node = self._nodes.get(ref.id)
        if node is not None and self._cycle not in ("", node.cycle):
            self._cycle = ""
        super().reveal(ref)

    def show_cycle(self, cycle: str) -> None:
        """Show only what belongs to a cycle, or everything."""
        self._cycle = cycle
        self.refresh()

    def show_grades(self, shown: bool) -> None:
        """Show the grades over the cycles, or the ladder."""
        self._shows_grades = shown
        self._dress_tools()

    def set_shape(self, shape: Shape) -> None:
        super().set_shape(shape)
        self.panel_button.setVisible(shape is Shape.MIDDLE)

    def cycle_menu(self) -> QMenu:
        """Every cycle, with all of them first."""
        menu = QMenu(self.cycle_button)
        group = QActionGroup(menu)
        for words, cycle in [(_("Every cycle"), ""), *((each, each) for each in self._cycles)]:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(cycle == self._cycle)
            group.addAction(action)
            action.triggered.connect(lambda _checked=False, cycle=cycle: self.show_cycle(cycle))
        return menu

    def _dress_tools(self) -> None:
        cycle = self._cycle or _("Every cycle")
        self.cycle_button.setText(cycle)
        self.cycle_button.restyle()
        self.cycle_button.setVisible(len(self._cycles) > 1 and not self._shows_grades)
        self.grades_button.setText(_("Ladder") if self._shows_grades else _("Grades"))
        graded = any(node.grade is not None for node in self._nodes.values())
        self.grades_button.setVisible(graded or self._shows_grades)
        self.new_button.setEnabled(not self.context.workspace.read_only)
        page = self._grades_page if self._shows_grades else self._ladder_page
        self.front.setCurrentWidget(page if self._nodes else self._empty)

    def _unfold_cycles(self) -> None:
        below = self.cycle_button.mapToGlobal(QPoint(0, self.cycle_button.height()))
        self.cycle_menu().popup(below)

    def _connect(self) -> None:
        self.ladder.chosen.connect(self.choose)
        self.ladder.opened.connect(self.open)
        self.ladder.entered.connect(lambda _key: self.panel.take_focus())
        self.ladder.menu_wished.connect(lambda row, at: self.menu(row.key, at))
        self.grades.opened.connect(self.open)
        self.cycle_button.clicked.connect(self._unfold_cycles)
        self.grades_button.clicked.connect(lambda: self.show_grades(not self._shows_grades))
        self.new_button.clicked.connect(lambda: self.do("new-objective", None))
        self._empty.acted.connect(lambda: self.do("new-objective", None))
        self.panel_button.clicked.connect(self.toggle_panel)

    def _lay_out(self) -> None:
        looks = self.context.looks
        left, right = looks.measure("page_left"), looks.measure("page_right")
        self._ladder_page = padded(self.ladder, left - INDENT, right // 3)
        self._grades_page = padded(self.grades, left, right // 3)
        for page in (self._ladder_page, self._grades_page, self._empty):
            self.front.addWidget(page)
        row = QHBoxLayout(self.tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        buttons = (self.cycle_button, self.grades_button, self.panel_button, self.new_button)
        for button in buttons:
            row.addWidget(button)
