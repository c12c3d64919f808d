"""The map as a view: it moves, grows, folds, and is walked with the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPixmapCache,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView

from leadjournal.base.words import _
from leadjournal.rules.map_boxes import OUTCOME, WHY
from leadjournal.rules.outcome_map import Folding, MapNode, OutcomeMap, folded, seen_as
from leadjournal.ui.pages.outcomes.map.captions import Captions
from leadjournal.ui.pages.outcomes.map.items import NodeItem
from leadjournal.ui.pages.outcomes.map.link_drag import LinkDrag
from leadjournal.ui.pages.outcomes.map.scene import MapScene
from leadjournal.ui.pages.outcomes.map.walk import Walk, at_end, beside
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.announce import announce

LEAST_ZOOM, MOST_ZOOM = 0.25, 3.0
_STEP = 1.2
_PICTURES_KB = 128 * 1024
_BAR_GAP = 2
_EDGE_SCROLL = 28
_BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_ZOOM_KEYS = {
    Qt.Key.Key_Plus: "in",
    Qt.Key.Key_Equal: "in",
    Qt.Key.Key_Minus: "out",
    Qt.Key.Key_0: "normal",
}
_Anchor = QGraphicsView.ViewportAnchor


class MapView(QGraphicsView):
    """Emits what was chosen and what is wished, by the ids of nodes; knows no journal."""

    chosen = Signal(str)
    opened = Signal(str)
    entered = Signal(str)
    menu_wished = Signal(str, QPoint)
    link_wished = Signal(str, str)

    def __init__(self, looks: Looks) -> None:
        # The view does not own its scene; without this name it would be gone at once.
        self._scene = MapScene(looks)
        super().__init__(self._scene)
        self.looks = looks
        self._whole = OutcomeMap()
        self._drawn: tuple[object, ...] = ()
        self._waits = False
        self._current = ""
        self._hovered = ""
        self._closed: set[str] = set()
        self._opened: set[str] = set()
        self._walk = Walk()
        self._drag = LinkDrag(looks, self._scene)
        self._moved_from: QPoint | None = None
        self._space_held = self._space_moved = False
        self._ring = self._trace = False
        self._was_moved = False
        self._can_write = True
        self._say: Callable[[str], str] = str
        self._captions = Captions(looks, self)
        self._set_up()
        looks.changed.connect(self._restyle)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(_("Map of outcomes"))
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setTransformationAnchor(_Anchor.AnchorViewCenter)
        self.setResizeAnchor(_Anchor.NoAnchor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        # Each node is painted once and then moved as a picture.
        QPixmapCache.setCacheLimit(max(QPixmapCache.cacheLimit(), _PICTURES_KB))
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(lambda _value: self._place_captions())
            bar.rangeChanged.connect(lambda _least, _most: self._place_captions())
        self.setViewportMargins(0, self._captions.tall(), 0, 0)

    # ---- what is shown

    def show_map(self, whole: OutcomeMap, say: Callable[[str], str], chosen: str = "") -> None:
        """Show a map; what is folded, moved and enlarged stays, and without `chosen` the node too.

        `say` tells a node in words, for those who hear it.
        """
        self._whole, self._say = whole, say
        moved = chosen in whole.node_of and chosen != self._current
        if moved:
            self._reveal(chosen)
            self._current = chosen
        self._draw()
        if moved:
            self._bring_into_view(self._current)

    def set_can_write(self, can_write: bool) -> None:
        """Whether links may be drawn."""
        self._can_write = can_write

    @property
    def shown(self) -> OutcomeMap:
        """What is on the map, after folding."""
        return self._scene.shown

    @property
    def current(self) -> str:
        """The node the keyboard is at."""
        return self._current

    def item(self, id_: str) -> NodeItem | None:
        """The item of a node that is seen."""
        return self._scene.items_by_id().get(id_)

    def choose_quietly(self, id_: str) -> None:
        """Choose a node without telling anybody; it is unfolded where it was folded away."""
        if id_ in self._whole.node_of and id_ != self._current:
            self._reveal(id_)
            self._move_to(id_, tell=False)
            self._bring_into_view(self._current)

    def choose(self, id_: str) -> bool:
        """Bring a node into view and choose it; answers whether it is there."""
        if id_ not in self._whole.node_of:
            return False
        self._reveal(id_)
        self._move_to(id_)
        self._bring_into_view(id_)
        return True

    def zoom(self) -> float:
        """How large the map is shown."""
        return self.transform().m11()

    def zoom_in(self) -> None:
        """Show it larger."""
        self._zoom_to(self.zoom() * _STEP)

    def zoom_out(self) -> None:
        """Show more of it."""
        self._zoom_to(self.zoom() / _STEP)

    def zoom_normal(self) -> None:
        """Show it at the size of the text."""
        self._zoom_to(1.0)

    def fit(self) -> None:
        """Show the whole map, as far as it can be made small."""
        rect, room = self.sceneRect(), self.maximumViewportSize()
        if rect.isEmpty():
            return
        zoom = min(room.width() / rect.width(), room.height() / rect.height(), 1.0)
        self._zoom_to(zoom)
        self.centerOn(rect.center())

    def trace(self, wanted: bool | None = None) -> None:
        """Let everything pale that is not on the path of what is chosen, or end that."""
        self._trace = not self._trace if wanted is None else wanted
        self._show_path()

    def is_tracing(self) -> bool:
        """Whether a path is traced."""
        return self._trace

    def is_folded(self, id_: str) -> bool:
        """Whether a branch is folded away behind its node."""
        return f"fold:{id_}" in self.shown.node_of

    def can_fold(self, id_: str) -> bool:
        """Whether a node has a branch."""
        node = self._whole.node_of.get(id_)
        return node is not None and bool(self._whole.members.get(id_))

    def set_folded(self, id_: str, folded: bool) -> None:
        """Fold a branch by hand, or unfold it."""
        id_ = id_.removeprefix("fold:")
        if not self.can_fold(id_):
            return
        (self._closed if folded else self._opened).add(id_)
        (self._opened if folded else self._closed).discard(id_)
        self._draw(keep=id_)

    def unfold_all(self) -> None:
        """Show every node."""
        self._closed.clear()
        heads = (node.id for node in self._whole.nodes if self._whole.members.get(node.id))
        self._opened = set(heads)
        self._draw(keep=self._current)

    def _reveal(self, id_: str) -> None:
        """Unfold what was folded by hand above a node."""
        under = self._whole.node_of[id_].under
        while under in self._whole.node_of:
            self._closed.discard(under)
            under = self._whole.node_of[under].under

    def _draw(self, keep: str = "") -> None:
        """Draw what changed; the node `keep` stays where it was on the screen.

        What nobody sees is drawn once it is seen, in the width it has then.
        """
        self._waits = not self.isVisible()
        if self._waits:
            return
        known = self._whole.node_of
        chosen = self._current.removeprefix("fold:")
        how = Folding(chosen, frozenset(self._closed), frozenset(self._opened))
        shown = folded(self._whole, how)
        bar = self.verticalScrollBar().sizeHint().width() + _BAR_GAP
        within = self.maximumViewportSize().width() - bar
        drawn = (shown, self.looks.theme.id, self.looks.factor, within)
        if self._drawn != drawn:
            held = self._held(keep or self._current)
            self._drag.forget()
            self._drawn = drawn
            self._scene.draw(shown, within)
            self._hold(held)
        if self._current not in shown.node_of:
            fallen = seen_as(shown, self._current)
            if not fallen and chosen in known:
                fallen = seen_as(shown, chosen)
            self._current = fallen
        self._show_path()
        self._describe()
        self._place_captions()

    def _held(self, id_: str) -> tuple[str, QPoint] | None:
        item = self.item(id_)
        if item is None or not self.viewport().rect().contains(self._centre(item)):
            return None
        return id_, self._centre(item)

    def _hold(self, held: tuple[str, QPoint] | None) -> None:
        item = self.item(held[0]) if held else None
        if held is None or item is None:
            return
        moved = self._centre(item) - held[1]
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + moved.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved.y())

    def _centre(self, item: NodeItem) -> QPoint:
        return self.mapFromScene(item.sceneBoundingRect().center())

    def _show_path(self) -> None:
        ring = self._ring and self.hasFocus()
        self._scene.show_path(self._current, self._hovered, ring=ring, trace=self._trace)

    def _restyle(self) -> None:
        self.setViewportMargins(0, self._captions.tall(), 0, 0)
        self._drawn = ()
        self._draw()
        self._place_captions()

    def _place_captions(self) -> None:
        spans = []
        for column, left, width in self._scene.layout_.columns:
            start = self.mapFromScene(left, 0).x()
            end = self.mapFromScene(left + width, 0).x()
            spans.append((column, float(start), float(end - start)))
        self._captions.setGeometry(0, 0, self.width(), self._captions.tall())
        self._captions.show_spans(spans)

    # ---- moving

    def _zoom_to(self, zoom: float) -> None:
        wanted = min(max(zoom, LEAST_ZOOM), MOST_ZOOM)
        factor = wanted / self.zoom()
        if abs(factor - 1) > 1e-6:
            self.scale(factor, factor)
            self._place_captions()

    def _bring_into_view(self, id_: str) -> None:
        item = self.item(id_)
        if item is not None:
            self.ensureVisible(item, 24, 24)

    def _move_to(self, id_: str, *, tell: bool = True) -> None:
        if not id_ or id_ == self._current:
            return
        self._current = id_
        self._draw(keep=id_)
        if tell and self._current in self._whole.node_of:
            self.chosen.emit(self._current)

    def _walk_to(self, id_: str) -> None:
        if id_:
            self._move_to(id_)
            self._bring_into_view(self._current)
            announce(self, self._words(self._current))

    def _words(self, id_: str) -> str:
        node = self.shown.node_of.get(id_)
        if node is None:
            return ""
        if node.kind == "fold":
            return _("{words}, folded.").format(words=node.title)
        words = self._say(id_)
        return _("{node} Folded.").format(node=words) if self.is_folded(id_) else words

    def _describe(self) -> None:
        """Say where one is; items of a scene are unknown to those who hear the screen."""
        hint = _("The list has the same as a tree.")
        self.setAccessibleDescription(f"{self._words(self._current)} {hint}".strip())

    def _go(self, key: int) -> bool:
        shown, layout, at = self.shown, self._scene.layout_, self._current
        if at not in shown.node_of:
            first = min(shown.nodes, key=lambda node: (node.column, layout.places[node.id].y),
                        default=None)  # fmt: skip
            self._walk_to(first.id if first is not None else "")
            return first is not None
        steps = {
            Qt.Key.Key_Left: lambda: self._walk.towards_why(shown, layout, at),
            Qt.Key.Key_Right: lambda: self._walk.towards_outputs(shown, layout, at),
            Qt.Key.Key_Up: lambda: beside(shown, layout, at, -1),
            Qt.Key.Key_Down: lambda: beside(shown, layout, at, 1),
            Qt.Key.Key_Home: lambda: at_end(shown, layout, at, last=False),
            Qt.Key.Key_End: lambda: at_end(shown, layout, at, last=True),
        }
        step = steps.get(Qt.Key(key))
        if step is None:
            return False
        self._walk_to(step())
        return True

    def _act(self, key: int, text: str) -> bool:
        node = self.shown.node_of.get(self._current)
        if key == Qt.Key.Key_Escape and (self._drag.is_drawing or self._trace):
            self._drag.cancel()
            self.trace(False)
            return True
        if node is None:
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(node)
        elif text == "+":
            self.set_folded(node.id, False)
        elif text == "-":
            self.set_folded(node.id, True)
        elif text == "*":
            self.unfold_all()
        elif key == Qt.Key.Key_T:
            self.trace()
        else:
            return False
        return True

    def _enter(self, node: MapNode) -> None:
        if node.kind == "fold":
            self.set_folded(node.id, False)
        else:
            self.opened.emit(node.id)
            self.entered.emit(node.id)

    def _toggle_fold(self) -> None:
        id_ = self._current.removeprefix("fold:")
        node = self._whole.node_of.get(id_)
        if node is not None and (node.column in (WHY, OUTCOME) or node.kind == "no-outcome"):
            self.set_folded(id_, not self.is_folded(id_))

    # ---- what Qt tells

    def event(self, event: QEvent) -> bool:
        # Here these keys enlarge the map, not the text of the whole window.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._zooms(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def _zooms(self, event: QKeyEvent) -> str:
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return _ZOOM_KEYS.get(Qt.Key(event.key()), "") if with_control else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._ring = self._was_moved = True
        if zooms := self._zooms(event):
            {"in": self.zoom_in, "out": self.zoom_out, "normal": self.zoom_normal}[zooms]()
        elif event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._space_held, self._space_moved = True, False
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier or not (
            self._go(event.key()) or self._act(event.key(), event.text())
        ):
            super().keyPressEvent(event)
        self._show_path()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat() and self._space_held:
            self._space_held = False
            if not self._space_moved:
                self._toggle_fold()
        else:
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _BY_KEYS:
            self._ring = True
            if self._current not in self.shown.node_of:
                self._go(Qt.Key.Key_Home)
        self._show_path()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._space_held = False
        self._drag.cancel()
        self._show_path()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._ring, self._was_moved = False, True
        at = event.position().toPoint()
        item = self._scene.node_at(self.mapToScene(at))
        item_id = item.node.id if item is not None else ""
        left = event.button() == Qt.MouseButton.LeftButton
        if event.button() == Qt.MouseButton.MiddleButton or (
            left and (item is None or self._space_held)
        ):
            self._moved_from = at
            self._space_moved = True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif left and item is not None:
            self._move_to(item_id)
            # What is chosen may unfold, and then the items are others.
            self._drag.press(self.item(item_id) if self._can_write else None, at)
        self._show_path()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._moved_from is not None:
            moved, self._moved_from = at - self._moved_from, at
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - moved.x())
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - moved.y())
        elif self._drag.move(at, self.mapToScene(at)):
            self._scroll_at_edge(at)
        else:
            self._hover(at)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._moved_from is not None:
            self._moved_from = None
            self.viewport().unsetCursor()
        elif self._drag.is_drawing:
            linked = self._drag.release(self.mapToScene(at))
            if linked is not None:
                self.link_wished.emit(linked[0].node.id, linked[1].node.id)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._drag.cancel()
            item = self._scene.node_at(self.mapToScene(at))
            if item is not None and item.node.id == self._current:
                self._click(item.node)
        event.accept()

    def _click(self, node: MapNode) -> None:
        if node.kind == "fold":
            self.set_folded(node.id, False)
        else:
            self.opened.emit(node.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        item = self._scene.node_at(self.mapToScene(event.position().toPoint()))
        if item is not None and item.node.id == self._current and item.node.kind != "fold":
            self.entered.emit(self._current)
        else:
            self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._set_hovered("")

    def _hover(self, at: QPoint) -> None:
        item = self._scene.node_at(self.mapToScene(at))
        self._set_hovered(item.node.id if item is not None else "")

    def _set_hovered(self, id_: str) -> None:
        if id_ == self._hovered:
            return
        for each in (self._hovered, id_):
            item = self.item(each)
            if item is not None:
                item.show_as(item.shown._replace(is_hovered=each == id_),
                             dimmed=item.opacity() < 1)  # fmt: skip
        self._hovered = id_
        self.viewport().setToolTip(self._words(id_))

    def _scroll_at_edge(self, at: QPoint) -> None:
        room = self.viewport().rect()
        for bar, place, end in (
            (self.horizontalScrollBar(), at.x(), room.width()),
            (self.verticalScrollBar(), at.y(), room.height()),
        ):
            if place < _EDGE_SCROLL:
                bar.setValue(bar.value() - _EDGE_SCROLL // 2)
            elif place > end - _EDGE_SCROLL:
                bar.setValue(bar.value() + _EDGE_SCROLL // 2)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._waits:
            self._draw()
            self._bring_into_view(self._current)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._was_moved = True
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.setTransformationAnchor(_Anchor.AnchorUnderMouse)
            self._zoom_to(self.zoom() * 1.0015 ** event.angleDelta().y())
            self.setTransformationAnchor(_Anchor.AnchorViewCenter)
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        item = self._scene.node_at(self.mapToScene(event.pos())) if by_mouse else None
        if not by_mouse:
            item = self.item(self._current)
        if item is None:
            return
        self._move_to(item.node.id)
        item = self.item(self._current)
        at = event.globalPos()
        if not by_mouse and item is not None:
            self._bring_into_view(self._current)
            at = self.viewport().mapToGlobal(self._centre(item))
        self.menu_wished.emit(self._current, at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw()
        if not self._was_moved:
            # Until somebody moves the map, what is chosen is seen.
            self._bring_into_view(self._current)
        self._place_captions()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)
