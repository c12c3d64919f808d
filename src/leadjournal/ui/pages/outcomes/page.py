"""The Outcomes page: wires the tree, the ledger and the inspector to the journal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from leadjournal.base.errors import NotFound, Problem
from leadjournal.base.words import _
from leadjournal.model.catalogue import Ref
from leadjournal.ui.dialogs.computed import show_computed
from leadjournal.ui.dialogs.versions import show_versions
from leadjournal.ui.page import Page
from leadjournal.ui.pages.outcomes.debt_words import debt_line
from leadjournal.ui.pages.outcomes.deeds import Deed, Deeds, row_of
from leadjournal.ui.pages.outcomes.exit_deeds import ExitDeeds
from leadjournal.ui.pages.outcomes.figures.deeds import DebtSignDeeds
from leadjournal.ui.pages.outcomes.figures.room import FiguresRoom
from leadjournal.ui.pages.outcomes.figures.view import FiguresView
from leadjournal.ui.pages.outcomes.inspector import Inspector
from leadjournal.ui.pages.outcomes.ledger_room import LedgerRoom, debt_of
from leadjournal.ui.pages.outcomes.ledger_view import LedgerView
from leadjournal.ui.pages.outcomes.outcome_deeds import OutcomeDeeds
from leadjournal.ui.pages.outcomes.output_deeds import OutputDeeds
from leadjournal.ui.pages.outcomes.places import heaviest, key_for, row_named, shown_ids
from leadjournal.ui.pages.outcomes.reading_room import ReadingRoom
from leadjournal.ui.pages.outcomes.rows import (
    Filter,
    RowKey,
    TreeRow,
    filtered,
    outcome_rows,
    tree_rows,
)
from leadjournal.ui.pages.outcomes.sign_deeds import SignDeeds
from leadjournal.ui.pages.outcomes.stage import Stage, padded
from leadjournal.ui.pages.outcomes.toolbar import FIGURES, LEDGER, LIST, Toolbar, choices_of
from leadjournal.ui.pages.outcomes.tree_view import INDENT, TreeView
from leadjournal.ui.pages.outcomes.why_deeds import WhyDeeds
from leadjournal.ui.shape import shape_of
from leadjournal.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from leadjournal.services.figures import Figures
    from leadjournal.ui.context import Context

_DEEDS: tuple[type[Deeds], ...] = (
    WhyDeeds, OutcomeDeeds, SignDeeds, OutputDeeds, ExitDeeds, DebtSignDeeds,
)  # fmt: skip


class OutcomesPage(Page):
    """Why, outcome and output as a tree or as a ledger of what is owed."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        looks = context.looks
        self._rows: tuple[TreeRow, ...] = ()
        self._filter = Filter()
        self._key: RowKey | None = None
        self._figures: Figures | None = None
        self._room = ReadingRoom(context.workspace)
        self._ledger_room = LedgerRoom(context.workspace)
        self._figures_room = FiguresRoom(context.workspace)
        self.toolbar = Toolbar(looks)
        self.tree = TreeView(looks)
        self.ledger = LedgerView(looks)
        self.figures = FiguresView(looks)
        self.inspector = Inspector(looks)
        self._empty = EmptyState(
            looks,
            "waypoints",
            _("No outcome yet"),
            _("Write who can do what differently. Outputs and what they owe follow from it."),
            _("New outcome"),
        )
        self._no_match = EmptyState(
            looks, "sliders-horizontal", _("No outcome fits the filter"), "", _("Show all"),
            action_icon="x", main=False,
        )  # fmt: skip
        self._stack = QStackedWidget()
        self.stage = Stage(looks, self._stack, self.inspector)
        self._deeds: dict[str, Deed] = {
            "explain": self._explain,
            "versions": lambda target: self._show_versions(row_of(target)),
        }
        for deeds in _DEEDS:
            self._deeds.update(deeds(context, self, self._show_new, self._begin_from).table())
        self._lay_out()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show what the journal holds now; what is chosen, folded and scrolled stays."""
        workspace = self.context.workspace
        today = workspace.clock.today()
        first = not self._rows
        self._ledger_room.forget()
        self._figures_room.forget()
        self._rows = tree_rows(workspace.outcomes.tree(), today)
        facts = workspace.figures.facts()
        self._figures = workspace.figures.on(facts=facts)
        history = workspace.figures.history(facts=facts)
        if first and self._key is None:
            self._key = heaviest(self._rows)
        self.toolbar.set_writable(not workspace.read_only)
        self.toolbar.show_total(debt_line(self._figures.debt, history))
        self._show()

    def reveal(self, ref: Ref) -> None:
        """Choose a record, in the tree and in the inspector."""
        self.refresh()
        if ref.kind == "team":
            self._show_team(self.context.workspace.shelf.title(ref))
            return
        key = key_for(self._rows, ref)
        if key is None:
            return
        if row_named(filtered(self._rows, self._filter), key) is None:
            self._filter = Filter()
        self._view(LIST)
        self._show()
        self.tree.choose(key)
        self._choose(key)
        self.stage.open_inspector()

    def begin(self, what: str = "") -> None:
        """Start something new here: new-outcome, new-why, new-output; or show ledger or figures."""
        if what in (LEDGER, FIGURES):
            self._view(what)
            if self.stage.alone():
                self.stage.close_inspector()
        if what in self._deeds:
            self.do(what, None)

    def _begin_from(self, kind: str, text: str) -> None:
        self.do(f"new-{kind}", text)

    def place(self) -> Mapping[str, Any]:
        """The record that is chosen, and whether the ledger is shown."""
        chosen = {"kind": self._key.kind, "id": self._key.id} if self._key is not None else {}
        return {"view": str(self.toolbar.views.value()), **chosen}

    def return_to(self, place: Mapping[str, Any]) -> None:
        """Choose the same record in the same view."""
        key = key_for(self._rows, Ref(str(place.get("kind")), str(place.get("id"))))
        if key is not None:
            self._key = key
        view = place.get("view")
        self._view(view if view in (LEDGER, FIGURES) else LIST)

    def _show_team(self, name: str) -> None:
        if any(row.team == name for row in outcome_rows(self._rows)):
            self._view(LIST)
            self._filter_by(Filter(team=name))

    @property
    def rows(self) -> tuple[TreeRow, ...]:
        """The whole tree as it is now."""
        return self._rows

    def record(self) -> Ref | None:
        row = self._row()
        return Ref(row.key.kind, row.key.id) if row is not None and row.key.id else None

    def trail(self) -> Iterable[str]:
        """The record, when it stands alone on the page."""
        row = self._row()
        return (row.title,) if row is not None and self.stage.alone() else ()

    def _row(self) -> TreeRow | None:
        return row_named(self._rows, self._key) if self._key is not None else None

    def _show(self) -> None:
        seen = filtered(self._rows, self._filter)
        self.toolbar.show_choices(choices_of(self._rows), self._filter)
        self.tree.show_rows(seen)
        self._show_ledger(seen)
        if self._key is not None and self._row() is not None:
            self.tree.choose_quietly(self._key)
        self.toolbar.set_empty(not self._rows)
        self._stack.setCurrentWidget(self._front(seen))
        self._inspect()

    def _front(self, seen: tuple[TreeRow, ...]) -> QWidget:
        if not self._rows:
            return self._empty
        if self.toolbar.views.value() == LEDGER:
            return self.ledger
        if self.toolbar.views.value() == FIGURES:
            return self.figures
        return self._tree_page if seen else self._no_match

    def _show_ledger(self, seen: tuple[TreeRow, ...]) -> None:
        if self.toolbar.views.value() == LEDGER:
            shown = shown_ids(seen) if self._filter else None
            self._ledger_room.show(self.ledger, shown)
        if self.toolbar.views.value() == FIGURES and self._rows:
            self._figures_room.show(self.figures)

    def _inspect(self) -> None:
        row = self._row()
        try:
            sheet = self._room.sheet(row, debt_of(self._figures, row)) if row is not None else None
        except NotFound:
            sheet = None
        if sheet is None:
            self.inspector.clear()
        else:
            self.inspector.show_sheet(sheet, can_write=not self.context.workspace.read_only)
        self.stage.set_filled(sheet is not None)
        if self.stage.alone():
            self.context.title_changed()

    def _choose(self, key: RowKey | None) -> None:
        if key != self._key:
            self._key = key
            self._inspect()

    def _open(self, key: RowKey) -> None:
        """Show a record that was asked for in the inspector, the ledger or the tree."""
        row = row_named(self._rows, key)
        if row is None:
            return
        self.tree.choose_quietly(row.key)
        self._choose(row.key)
        self.stage.open_inspector()
        if self.stage.alone():
            self.inspector.take_focus()

    def _show_new(self, key: RowKey) -> None:
        """Show a record that was just made."""
        self._key = key
        self.refresh()
        if row_named(filtered(self._rows, self._filter), key) is None:
            self._filter = Filter()
            self._show()
        self.tree.choose(key)

    def do(self, act: str, target: object) -> None:
        """Do what a button or a menu says, and tell of what went wrong."""
        try:
            self._deeds[act](target)
        except Problem as problem:
            self.context.fail(problem)

    def _explain(self, target: object) -> None:
        id_ = target.key.id if isinstance(target, TreeRow) else None
        how = self.context.workspace.figures.computed_debt(id_)
        show_computed(self.context.looks, self, how)

    def _show_versions(self, row: TreeRow) -> None:
        show_versions(self.context, self, Ref(row.key.kind, row.key.id))

    def _menu(self, row: TreeRow, at: QPoint) -> None:
        self.inspector.menu_for(row, self).popup(at)

    def _ledger_menu(self, key: RowKey, at: QPoint) -> None:
        row = row_named(self._rows, key)
        if row is not None:
            self._menu(row, at)

    def _view(self, view: object) -> None:
        self.toolbar.views.set_value(view)
        self._show()

    def _filter_by(self, wanted: object) -> None:
        self._filter = cast(Filter, wanted)
        self._show()

    def _connect(self) -> None:
        self.toolbar.view_chosen.connect(self._view)
        self.toolbar.filter_chosen.connect(self._filter_by)
        self.toolbar.wished.connect(lambda act: self.do(act, None))
        self.toolbar.panel_toggled.connect(self._toggle)
        self.tree.chosen.connect(self._choose)
        self.tree.opened.connect(self._open)
        self.tree.entered.connect(lambda _key: self.inspector.take_focus())
        self.tree.menu_wished.connect(self._menu)
        self.tree.link_wished.connect(self._drop)
        self.ledger.rows.opened.connect(self._open)
        self.ledger.rows.menu_wished.connect(self._ledger_menu)
        self.ledger.head.explained.connect(lambda: self._explain(None))
        self.figures.wished.connect(self._wish_of_figure)
        self.inspector.wished.connect(self.do)
        self.inspector.opened.connect(self._open)
        self.stage.shown_changed.connect(self._shown_changed)
        self._empty.acted.connect(lambda: self.do("new-outcome", None))
        self._no_match.acted.connect(lambda: self._filter_by(Filter()))

    def _wish_of_figure(self, act: str, target: object) -> None:
        """What a card of the figures asks for: a record, how it came about, or an act."""
        if act == "open":
            self._open(cast(RowKey, target))
        elif act == "show-team":
            self._show_team(str(target))
        elif act == "explain-figure":
            show_computed(self.context.looks, self, self._figures_room.how(str(target)))
        elif isinstance(target, RowKey):
            row = row_named(self._rows, target)
            if row is not None:
                self.do(act, row)
        else:
            self.do(act, target)

    def _drop(self, output_id: str, outcome_id: str) -> None:
        self.do("drop", (output_id, outcome_id))

    def _toggle(self) -> None:
        if self.stage.inspecting():
            self.stage.close_inspector()
        else:
            self.stage.open_inspector()

    def _shown_changed(self) -> None:
        self.toolbar.setVisible(not self.stage.alone())
        self.context.title_changed()

    def _lay_out(self) -> None:
        looks = self.context.looks
        left, right = looks.measure("page_left"), looks.measure("page_right")
        self._tree_page = padded(self.tree, left - INDENT, right // 3)
        for page in (self._tree_page, self.ledger, self.figures, self._empty, self._no_match):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self.stage, 1)

    def _take_shape(self) -> None:
        shape = shape_of(self.window().width(), self.context.looks.factor)
        self.toolbar.set_shape(shape)
        self.stage.set_shape(shape)
        self.figures.set_shape(shape)

    def minimumSizeHint(self) -> QSize:
        # What does not fit is put elsewhere by the shape; it must not widen the window.
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_shape()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take_shape()
