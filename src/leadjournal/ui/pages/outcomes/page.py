"""The Outcomes page: wires the map, the tree, the ledger and the inspector to the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
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
from leadjournal.ui.pages.outcomes.cycles.deeds import CycleDeeds
from leadjournal.ui.pages.outcomes.debt_words import debt_line
from leadjournal.ui.pages.outcomes.deeds import Deed, Deeds, row_of
from leadjournal.ui.pages.outcomes.detail.opened import OpenedOutcome
from leadjournal.ui.pages.outcomes.exit_deeds import ExitDeeds
from leadjournal.ui.pages.outcomes.figures.deeds import DebtSignDeeds
from leadjournal.ui.pages.outcomes.figures.room import FiguresRoom
from leadjournal.ui.pages.outcomes.figures.view import FiguresView
from leadjournal.ui.pages.outcomes.inspector import Inspector
from leadjournal.ui.pages.outcomes.ledger_room import LedgerRoom, debt_of
from leadjournal.ui.pages.outcomes.ledger_view import LedgerView
from leadjournal.ui.pages.outcomes.map.scene import EDGE
from leadjournal.ui.pages.outcomes.map_room import MapRoom, passing_menu
from leadjournal.ui.pages.outcomes.milestones.deeds import MilestoneDeeds
from leadjournal.ui.pages.outcomes.objectives.deeds import ObjectiveDeeds
from leadjournal.ui.pages.outcomes.outcome_deeds import OutcomeDeeds
from leadjournal.ui.pages.outcomes.output_deeds import OutputDeeds
from leadjournal.ui.pages.outcomes.places import heaviest, key_for, row_named, shown_ids
from leadjournal.ui.pages.outcomes.reading_deeds import ReadingDeeds
from leadjournal.ui.pages.outcomes.reading_room import ReadingRoom
from leadjournal.ui.pages.outcomes.room import Do, Room
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
from leadjournal.ui.pages.outcomes.toolbar import (
    FIGURES,
    LEDGER,
    LIST,
    MAP,
    MILESTONES,
    OBJECTIVES,
    VIEWS,
    Toolbar,
    choices_of,
)
from leadjournal.ui.pages.outcomes.tree_view import INDENT, TreeView
from leadjournal.ui.pages.outcomes.why_deeds import WhyDeeds
from leadjournal.ui.shape import shape_of
from leadjournal.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from leadjournal.services.figures import Figures
    from leadjournal.ui.context import Context

_DEEDS: tuple[type[Deeds], ...] = (
    WhyDeeds,
    OutcomeDeeds,
    SignDeeds,
    ReadingDeeds,
    OutputDeeds,
    CycleDeeds,
    MilestoneDeeds,
    ObjectiveDeeds,
    ExitDeeds,
    DebtSignDeeds,
)


def _milestones(context: Context, do: Do) -> Room:
    from leadjournal.ui.pages.outcomes.milestones.room import MilestoneRoom

    return MilestoneRoom(context, do)


def _objectives(context: Context, do: Do) -> Room:
    from leadjournal.ui.pages.outcomes.objectives.room import ObjectiveRoom

    return ObjectiveRoom(context, do)


_ROOMS: dict[str, Callable[[Context, Do], Room]] = {
    MILESTONES: _milestones,
    OBJECTIVES: _objectives,
}
"""The views with a list of their own; what they are made of is loaded when they are wanted."""
_ROOM_OF = {"milestone": MILESTONES, "objective": OBJECTIVES}
"""In which view of its own a record is shown."""


class OutcomesPage(Page):
    """Why, outcome and output as a map, as a tree, or as a ledger of what is owed."""

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
        self.map_room = MapRoom(context)
        self.map = self.map_room.view
        self.toolbar.map_wishes = self.map_room.wishes
        self.tree = TreeView(looks)
        self.ledger = LedgerView(looks)
        self.figures = FiguresView(looks)
        self.inspector = Inspector(looks)
        self.opened = OpenedOutcome(context, self._room, self.inspector.menu_for)
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
        self._rooms: dict[str, Room] = {}
        self._views = QStackedWidget()
        self.stage = Stage(looks, self._stack, self.inspector)
        self._deeds: dict[str, Deed] = {
            "explain": self._explain,
            "explain-state": self._explain_state,
            "open-outcome": lambda target: self.open_outcome(row_of(target).key),
            "versions": lambda target: self._show_versions(row_of(target)),
        }
        for deeds in _DEEDS:
            self._deeds.update(deeds(context, self, self._show_new, self._begin_from).table())
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Show what the journal holds now; what is chosen, folded and scrolled stays."""
        workspace = self.context.workspace
        today = workspace.clock.today()
        first = not self._rows
        self._ledger_room.forget()
        self._figures_room.forget()
        tree = workspace.outcomes.tree()
        self._rows = tree_rows(tree, today)
        self.map_room.take(tree)
        facts = workspace.figures.facts()
        self._figures = workspace.figures.on(facts=facts)
        history = workspace.figures.history(facts=facts)
        if first and self._key is None:
            self._key = heaviest(self._rows)
        self.toolbar.set_writable(not workspace.read_only)
        self.toolbar.show_total(debt_line(self._figures.debt, history))
        self._show()

    def reveal(self, ref: Ref) -> None:
        """Choose a record, in the map or in the tree and in the inspector."""
        if ref.kind in _ROOM_OF:
            self.close_outcome()
            self._view(_ROOM_OF[ref.kind])
            self._rooms[_ROOM_OF[ref.kind]].reveal(ref)
            return
        self.refresh()
        if ref.kind == "team":
            self._show_team(self.context.workspace.shelf.title(ref))
            return
        if ref.kind == "cycle":
            self.do("closed-cycles", ref)
            return
        key = key_for(self._rows, ref)
        if key is None or self.opened.shows(key):
            return
        self.close_outcome()
        if row_named(filtered(self._rows, self._filter), key) is None:
            self._filter = Filter()
        self._view(self._pictured())
        self._bring(key)
        self._choose(key)
        self.stage.open_inspector()

    def _pictured(self) -> str:
        """The map where that is looked at, else the list."""
        return MAP if self.toolbar.views.value() == MAP else LIST

    def _bring(self, key: RowKey) -> None:
        """Bring a record into view; what is not on the map is in the list."""
        if self.toolbar.views.value() == MAP and not self.map_room.choose(key):
            self._view(LIST)
        self.tree.choose(key)

    def begin(self, what: str = "") -> None:
        """Start something new here: new-outcome, new-why or new-output; or show a view.

        With close-cycle, closed-cycles or import-objectives a dialog opens; with export-map the
        map is shown, and saved as a picture.
        """
        if what == "export-map":
            self._view(MAP)
            self.map_room.do("export")
        if what == "outcome" and self._key is not None:
            self.open_outcome(self._key)
        if what in VIEWS:
            self.close_outcome()
            self._view(what)
            if self.stage.alone():
                self.stage.close_inspector()
        if what in self._deeds:
            self.do(what, None)

    def _begin_from(self, kind: str, text: str) -> None:
        self.do(f"new-{kind}", text)

    def place(self) -> Mapping[str, Any]:
        """The record that is chosen, and the view it is looked at in."""
        room = self._room_shown()
        key = room.key if room is not None else self._key
        chosen = {"kind": key.kind, "id": key.id} if key is not None else {}
        opened = {"opened": self.opened.key.id} if self.opened.key is not None else {}
        return {"view": str(self.toolbar.views.value()), **chosen, **opened}

    def return_to(self, place: Mapping[str, Any]) -> None:
        """Choose the same record in the same view."""
        key = key_for(self._rows, Ref(str(place.get("kind")), str(place.get("id"))))
        if key is not None:
            self._key = key
        view = str(place.get("view"))
        self._view(view if view in VIEWS else MAP)
        if view in self._rooms and place.get("id"):
            self._rooms[view].return_to(Ref(str(place.get("kind")), str(place.get("id"))))
        if (opened := place.get("opened")) is not None:
            self.open_outcome(RowKey("outcome", str(opened)))

    def open_outcome(self, key: RowKey) -> None:
        """Show the page of an outcome in the place of the map or the list."""
        row = row_named(self._rows, key)
        if row is not None and row.key.kind == "outcome":
            self.opened.key = row.key
            self.tree.choose_quietly(row.key)
            self.map_room.follow(row.key)
            self._choose(row.key)
            self._show_opened()
            self.opened.view.take_focus()

    def close_outcome(self) -> None:
        """Lead back from the page of an outcome to where it was opened."""
        if self.opened.key is not None:
            self.opened.key = None
            self._show_opened()
            if (front := self._stack.currentWidget()) is not None:
                front.setFocus()

    def _show_opened(self) -> None:
        self._views.setVisible(not self.opened.show(self._rows, self._figures))
        self._shown_changed()

    def _show_team(self, name: str) -> None:
        if any(row.team == name for row in outcome_rows(self._rows)):
            self._view(self._pictured())
            self._filter_by(Filter(team=name))

    @property
    def rows(self) -> tuple[TreeRow, ...]:
        """The whole tree as it is now."""
        return self._rows

    def record(self) -> Ref | None:
        if (room := self._room_shown()) is not None:
            return room.record()
        row = self._row()
        return Ref(row.key.kind, row.key.id) if row is not None and row.key.id else None

    def trail(self) -> Iterable[str]:
        """The record, when it stands alone on the page."""
        if self.opened.key is not None:
            return (_("Outcome"),)
        if (room := self._room_shown()) is not None:
            return room.trail()
        row = self._row()
        return (row.title,) if row is not None and self.stage.alone() else ()

    def _row(self) -> TreeRow | None:
        return row_named(self._rows, self._key) if self._key is not None else None

    def _show(self) -> None:
        seen = filtered(self._rows, self._filter)
        self.toolbar.show_choices(choices_of(self._rows), self._filter)
        self._show_ledger(seen)
        if self.toolbar.views.value() == MAP:
            self.map_room.show(seen, self._key, all_rows=not self._filter)
        if self.toolbar.views.value() == LIST:
            # Some thousand rows are laid out only where they are looked at; what was chosen
            # elsewhere meanwhile is still chosen then.
            key = self._key
            self.tree.show_rows(seen)
            self._key = key
            if self._key is not None and self._row() is not None:
                self.tree.choose_quietly(self._key)
        room = self._room_shown()
        self.toolbar.offer_objectives(self.context.workspace.objectives.any())
        self.toolbar.set_empty(not self._rows and room is None and not self._has_plans())
        self._stack.setCurrentWidget(self._front(seen))
        self._inspect()
        if room is not None:
            room.refresh()
        self.toolbar.enter(room)
        self._views.setCurrentWidget(room or self.stage)
        self._show_opened()

    def _has_plans(self) -> bool:
        """Whether there is something to look at although there is no outcome yet."""
        workspace = self.context.workspace
        return workspace.objectives.any() or bool(workspace.milestones.listing())

    def _room_shown(self) -> Room | None:
        """The view with a list of its own that is in front, built when it is first wanted."""
        view = str(self.toolbar.views.value())
        if view in _ROOMS and view not in self._rooms:
            room = self._rooms[view] = _ROOMS[view](self.context, self.do)
            room.set_shape(self.stage.shape)
            room.panel.opened.connect(self._open)
            room.shown_changed.connect(self._shown_changed)
            self._views.addWidget(room)
        return self._rooms.get(view)

    def _front(self, seen: tuple[TreeRow, ...]) -> QWidget:
        if not self._rows:
            return self._empty
        if self.toolbar.views.value() == LEDGER:
            return self.ledger
        if self.toolbar.views.value() == FIGURES:
            return self.figures
        if not seen:
            return self._no_match
        return self._map_page if self.toolbar.views.value() == MAP else self._tree_page

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
        if key.kind in _ROOM_OF or self._room_shown() is not None:
            self.reveal(Ref(key.kind, key.id))
            return
        row = row_named(self._rows, key)
        if row is None:
            return
        self.close_outcome()
        self.tree.choose_quietly(row.key)
        self.map_room.follow(row.key)
        self._choose(row.key)
        self.stage.open_inspector()
        if self.stage.alone():
            self.inspector.take_focus()

    def _show_new(self, key: RowKey) -> None:
        """Show a record that was just made; on the page of its outcome it is seen already."""
        if key.kind in _ROOM_OF:
            self.reveal(Ref(key.kind, key.id))
            return
        if self.opened.shows(key):
            self.refresh()
            return
        self.close_outcome()
        self._key = key
        self.refresh()
        if row_named(filtered(self._rows, self._filter), key) is None:
            self._filter = Filter()
            self._show()
        self._bring(key)

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

    def _explain_state(self, target: object) -> None:
        how = self.context.workspace.outcome_figures.computed_state(row_of(target).key.id)
        show_computed(self.context.looks, self, how)

    def _show_versions(self, row: TreeRow) -> None:
        show_versions(self.context, self, Ref(row.key.kind, row.key.id))

    def _menu(self, row: TreeRow, at: QPoint) -> None:
        self.inspector.menu_for(row, self).popup(at)

    def _map_menu(self, id_: str, at: QPoint) -> None:
        key = self.map_room.key(id_)
        row = row_named(self._rows, key) if key is not None else None
        menu = self.inspector.menu_for(row, self) if row is not None else passing_menu(self)
        self.map_room.menu(id_, menu).popup(at)

    def _ledger_menu(self, key: RowKey, at: QPoint) -> None:
        row = row_named(self._rows, key)
        if row is not None:
            self._menu(row, at)

    def _view(self, view: object) -> None:
        self.toolbar.views.set_value(view)
        self.toolbar.arrange()
        self._show()

    def _filter_by(self, wanted: object) -> None:
        self._filter = cast(Filter, wanted)
        self._show()

    def _connect(self) -> None:
        self.toolbar.view_chosen.connect(self._view)
        self.toolbar.filter_chosen.connect(self._filter_by)
        self.toolbar.wished.connect(lambda act: self.do(act, None))
        self.toolbar.panel_toggled.connect(self._toggle)
        self.toolbar.map_wished.connect(self.map_room.do)
        self.map_room.chosen.connect(self._choose)
        self.map_room.opened.connect(self._open)
        self.map_room.entered.connect(self._enter)
        self.map_room.menu_wished.connect(self._map_menu)
        self.map_room.linked.connect(self.do)
        self.tree.chosen.connect(self._choose)
        self.tree.opened.connect(self._open)
        self.tree.entered.connect(self._enter)
        self.tree.doubleClicked.connect(lambda _index: self._enter(self.tree.current_key()))
        self.tree.menu_wished.connect(self._menu)
        self.tree.link_wished.connect(self._drop)
        self.ledger.rows.opened.connect(self._open)
        self.ledger.rows.menu_wished.connect(self._ledger_menu)
        self.ledger.head.explained.connect(lambda: self._explain(None))
        self.figures.wished.connect(self._wish_of_figure)
        self.inspector.wished.connect(self.do)
        self.inspector.opened.connect(self._open)
        self.opened.view.wished.connect(self.do)
        self.opened.view.opened.connect(self._open)
        self.opened.view.closed.connect(self.close_outcome)
        self.stage.shown_changed.connect(self._shown_changed)
        self._empty.acted.connect(lambda: self.do("new-outcome", None))
        self._no_match.acted.connect(lambda: self._filter_by(Filter()))

    def _enter(self, key: RowKey | None) -> None:
        """Open an outcome; anything else is looked at in the inspector."""
        if key is not None and key.kind == "outcome":
            self.open_outcome(key)
        else:
            self.inspector.take_focus()

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
        room = self._room_shown()
        alone = (room.stage if room is not None else self.stage).alone()
        self.toolbar.setVisible(self.opened.key is None and not alone)
        self.context.title_changed()

    def _lay_out(self) -> None:
        looks = self.context.looks
        left, right = looks.measure("page_left"), looks.measure("page_right")
        self._tree_page = padded(self.tree, left - INDENT, right // 3)
        self._map_page = padded(self.map, left - round(EDGE), 0)
        for page in (
            self._map_page,
            self._tree_page,
            self.ledger,
            self.figures,
            self._empty,
            self._no_match,
        ):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        self._views.addWidget(self.stage)
        column.addWidget(self._views, 1)
        column.addWidget(self.opened.view, 1)

    def _take_shape(self) -> None:
        shape = shape_of(self.window().width(), self.context.looks.factor)
        self.toolbar.set_shape(shape)
        self.stage.set_shape(shape)
        self.opened.view.set_shape(shape)
        for room in self._rooms.values():
            room.set_shape(shape)
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
