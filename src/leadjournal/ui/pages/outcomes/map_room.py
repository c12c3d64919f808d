"""Where the map meets the page: rows and nodes stand for the same records."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from leadjournal.base.words import _
from leadjournal.model.catalogue import Ref
from leadjournal.rules.outcome_map import MapNode, OutcomeMap, kept
from leadjournal.ui.pages.outcomes.map.view import MapView
from leadjournal.ui.pages.outcomes.map_file import MapFile
from leadjournal.ui.pages.outcomes.places import every_row
from leadjournal.ui.pages.outcomes.rows import RowKey, TreeRow
from leadjournal.ui.pages.outcomes.toolbar import MapWish

if TYPE_CHECKING:
    from leadjournal.services.outcome_tree import OutcomeTree
    from leadjournal.ui.context import Context

_KINDS = ("why", "no-why", "outcome", "output", "no-outcome")


class MapRoom(QObject):
    """Keeps the map and turns what is done on it into what the page knows."""

    chosen = Signal(object)
    opened = Signal(object)
    entered = Signal(object)
    menu_wished = Signal(str, QPoint)
    linked = Signal(str, object)
    """An act, and what was dropped on what."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._whole: OutcomeMap | None = None
        self._seen: OutcomeMap = OutcomeMap()
        self._tree: OutcomeTree | None = None
        self._known: RowKey | None = None
        self.view = MapView(context.looks)
        self.file = MapFile(context, self.view)
        self.view.chosen.connect(self._choose)
        self.view.opened.connect(self._open)
        self.view.entered.connect(self._enter)
        self.view.menu_wished.connect(self.menu_wished)
        self.view.link_wished.connect(self._link)

    def take(self, tree: OutcomeTree) -> None:
        """The journal has changed; the map is made when it is looked at."""
        self._tree, self._whole = tree, None

    def show(self, rows: Iterable[TreeRow], key: RowKey | None, *, all_rows: bool) -> None:
        """Show what is in the rows, with the same record chosen."""
        if self._whole is None and self._tree is not None:
            self._whole = self._context.workspace.outcomes.map(self._tree)
            self._seen = self._whole
        if self._whole is None:
            return
        seen = self._whole if all_rows else _part(self._whole, rows)
        if seen != self._seen:
            self._seen = seen
        self.view.set_can_write(not self._context.workspace.read_only)
        # What stands on the map alone, such as an objective, stays chosen through a refresh.
        follows = key is not None and (key != self._known or not self.view.current)
        self._known = key
        self.view.show_map(self._seen, self._spoken, id_of(key) if key and follows else "")

    def follow(self, key: RowKey) -> None:
        """Choose a record that was chosen elsewhere, where the map is looked at."""
        if self.view.isVisible():
            self.view.choose_quietly(id_of(key))

    def choose(self, key: RowKey) -> bool:
        """Bring a record into view; answers whether it is on the map."""
        return self.view.choose(id_of(key))

    def do(self, wish: str) -> None:
        """Do something with the picture."""
        deeds: dict[str, Callable[[], None]] = {
            "zoom-in": self.view.zoom_in,
            "zoom-out": self.view.zoom_out,
            "fit": self.view.fit,
            "unfold": self.view.unfold_all,
            "objectives": lambda: self.view.show_objectives(not self.view.shows_objectives()),
            "export": lambda: self.file.ask(self.view.shown),
        }
        deeds[wish]()

    def wishes(self) -> list[MapWish]:
        """What can be done with the picture and has no button."""
        found = [MapWish(_("Unfold everything"), "layers", "unfold")]
        if self.view.has_objectives():
            hide, show = _("Hide objectives"), _("Show objectives")
            words = hide if self.view.shows_objectives() else show
            found.append(MapWish(words, "flag", "objectives"))
        return [*found, MapWish(_("Export the map…"), "download", "export")]

    def menu(self, id_: str, menu: QMenu) -> QMenu:
        """What the map can do with a node, above what can be done with its record."""
        view = self.view
        own: list[QAction] = []
        looks = self._context.looks
        is_folded = view.is_folded(id_) or id_.startswith("fold:")
        if view.can_fold(id_.removeprefix("fold:")):
            words = _("Unfold the branch") if is_folded else _("Fold the branch")
            fold = QAction(
                looks.icon("chevron-right" if is_folded else "chevron-down"), words, menu
            )
            fold.triggered.connect(lambda: view.set_folded(id_, not is_folded))
            own.append(fold)
        words = _("End the trace") if view.is_tracing() else _("Trace up and down")
        trace = QAction(looks.icon("route"), words, menu)
        trace.triggered.connect(lambda: view.trace())
        own.append(trace)
        first = menu.actions()[0] if menu.actions() else None
        if first is None:
            menu.addActions(own)
        else:
            menu.insertActions(first, own)
            menu.insertSeparator(first)
        return menu

    def key(self, id_: str) -> RowKey | None:
        """What the page calls a node, if it knows it."""
        node = self._seen.node_of.get(id_)
        return key_of(node) if node is not None and node.kind in _KINDS else None

    def _choose(self, id_: str) -> None:
        if (key := self.key(id_)) is not None:
            self._known = key
            self.chosen.emit(key)

    def _open(self, id_: str) -> None:
        if (key := self.key(id_)) is not None:
            self.opened.emit(key)

    def _enter(self, id_: str) -> None:
        node = self._seen.node_of[id_]
        if node.kind == "objective":
            # It is no row of the tree; it has a view of its own.
            self._context.go(Ref(node.kind, node.record))
        else:
            self.entered.emit(self.key(id_))

    def _link(self, from_id: str, to_id: str) -> None:
        source, target = self._seen.node_of[from_id], self._seen.node_of[to_id]
        act = "drop" if source.kind == "output" else "drop-why"
        self.linked.emit(act, (source.record, target.record))

    def _spoken(self, id_: str) -> str:
        from leadjournal.services.outcome_map import spoken

        return spoken(self._seen, id_) if id_ in self._seen.node_of else ""


def passing_menu(parent: QWidget) -> QMenu:
    """A menu for what is no record: it is gone once it is closed."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def id_of(key: RowKey) -> str:
    """What the map calls a row."""
    return f"{key.kind}:{key.id}"


def key_of(node: MapNode) -> RowKey:
    """What the page calls a node; an output is meant under its main outcome."""
    under = node.under.partition(":")[2] if node.kind == "output" else ""
    return RowKey(node.kind, node.record, under)  # type: ignore[arg-type]


def _part(whole: OutcomeMap, rows: Iterable[TreeRow]) -> OutcomeMap:
    """What of a map is in some rows, with the objectives that it carries."""
    ids = {id_of(row.key) for row in every_row(rows)}
    ids |= {
        edge.above
        for edge in whole.edges
        if edge.below in ids and whole.node_of[edge.above].kind == "objective"
    }
    return kept(whole, ids)
