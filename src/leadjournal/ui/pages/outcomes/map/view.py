"""The map as a view: walked along its lines, folded, traced, and linked with the mouse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
)

from leadjournal.base.words import _
from leadjournal.rules.map_boxes import OBJECTIVE
from leadjournal.rules.map_layout import narrowest
from leadjournal.rules.outcome_map import MapNode, OutcomeMap, folded, kept, seen_as
from leadjournal.ui.pages.outcomes.map.captions import Captions
from leadjournal.ui.pages.outcomes.map.folds import FOLD, Folds, has_branch
from leadjournal.ui.pages.outcomes.map.items import NodeItem
from leadjournal.ui.pages.outcomes.map.link_drag import LinkDrag
from leadjournal.ui.pages.outcomes.map.moving_view import MovingView
from leadjournal.ui.pages.outcomes.map.node_look import MARGIN
from leadjournal.ui.pages.outcomes.map.scene import BRACKET, MapScene
from leadjournal.ui.pages.outcomes.map.walk import Walk
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.announce import announce

_BAR_GAP = 2
_BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_Control = Qt.KeyboardModifier.ControlModifier
_Left = Qt.MouseButton.LeftButton

"""Pixels of ground before the whys."""


class MapView(MovingView):
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
        self._whole = self._below = OutcomeMap()
        self._wants_objectives: bool | None = None
        self._drawn: tuple[object, ...] = ()
        self._waits = False
        self._current = self._hovered = self._pressed = ""
        self._folds = Folds()
        self._walk = Walk()
        self._drag = LinkDrag(looks, self._scene)
        self._space_held = self._space_moved = False
        self._ring = self._trace = False
        self._can_write = True
        self._say: Callable[[str], str] = str
        self._captions = Captions(looks, self)
        self.setAccessibleName(_("Map of outcomes"))
        self.setViewportMargins(0, self._captions.tall(), 0, 0)
        self.moved.connect(self._place_captions)
        looks.changed.connect(self._restyle)

    def show_map(self, whole: OutcomeMap, say: Callable[[str], str], chosen: str = "") -> None:
        """Show a map; what is folded, moved and enlarged stays, and without `chosen` the node too.

        `say` tells a node in words, for those who hear it.
        """
        self._whole, self._say = whole, say
        self._below = _below_objectives(whole)
        moved = chosen in whole.node_of and chosen != self._current
        if moved:
            self._folds.reveal(whole, chosen)
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
            self._folds.reveal(self._whole, id_)
            self._move_to(id_, tell=False)
            self._bring_into_view(self._current)

    def choose(self, id_: str) -> bool:
        """Bring a node into view and choose it; answers whether it is there."""
        if id_ not in self._whole.node_of:
            return False
        self._folds.reveal(self._whole, id_)
        self._move_to(id_)
        self._bring_into_view(id_)
        return True

    def has_objectives(self) -> bool:
        """Whether there are objectives to show."""
        return len(self._below.nodes) < len(self._whole.nodes)

    def shows_objectives(self) -> bool:
        """Whether the column of the objectives is on the map."""
        return any(node.column == OBJECTIVE for node in self.shown.nodes)

    def show_objectives(self, wanted: bool) -> None:
        """Show the column of the objectives, or not; at first it is shown where it has room."""
        self._wants_objectives = wanted
        self._draw()
        if wanted:
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().minimum())

    def trace(self, wanted: bool | None = None) -> None:
        """Let everything pale that is not on the path of what is chosen, or end that."""
        self._trace = not self._trace if wanted is None else wanted
        self._show_path()

    def is_tracing(self) -> bool:
        """Whether a path is traced."""
        return self._trace

    def is_folded(self, id_: str) -> bool:
        """Whether a branch is folded away behind its node."""
        return f"{FOLD}{id_}" in self.shown.node_of

    def can_fold(self, id_: str) -> bool:
        """Whether a node has a branch."""
        return has_branch(self._whole, id_)

    def set_folded(self, id_: str, folded: bool) -> None:
        """Fold a branch by hand, or unfold it."""
        head = id_.removeprefix(FOLD)
        if self.can_fold(head):
            self._folds.fold(head, folded=folded)
            self._draw(keep=head)

    def unfold_all(self) -> None:
        """Show every node."""
        self._folds.unfold_all(self._whole)
        self._draw()

    def _draw(self, keep: str = "") -> None:
        """Draw what changed; the node `keep`, or the chosen one, stays where it was on the screen.

        What nobody sees is drawn once it is seen, in the width it has then.
        """
        self._waits = not self.isVisible()
        if self._waits:
            return
        bar = self.verticalScrollBar().sizeHint().width() + _BAR_GAP
        within = self.maximumViewportSize().width() - bar
        shown = folded(self._part(within), self._folds.folding(self._current))
        drawn = (shown, self.looks.theme.id, self.looks.factor, within)
        if self._drawn != drawn:
            kept, before = keep or self._current, self._centre(keep or self._current)
            self._drag.forget()
            self._drawn = drawn
            self._scene.draw(shown, within)
            after = self._centre(kept)
            if before is not None and after is not None and self._sees(before):
                self.push(before - after)
        if self._current not in shown.node_of:
            head = self._current.removeprefix(FOLD)
            self._current = seen_as(shown, self._current) or seen_as(shown, head)
        self._show_path()
        self._describe()
        self._place_captions()

    def _part(self, within: float) -> OutcomeMap:
        """The map with its objectives, or without where nobody asked and they have no room."""
        wanted = self._wants_objectives
        if wanted is None:
            edges = BRACKET + MARGIN
            wanted = narrowest(OBJECTIVE, self.looks.factor) + edges <= within
        return self._whole if wanted else self._below

    def _centre(self, id_: str) -> QPoint | None:
        item = self.item(id_)
        return self.mapFromScene(item.sceneBoundingRect().center()) if item is not None else None

    def _sees(self, spot: QPoint) -> bool:
        return self.viewport().rect().contains(spot)

    def _show_path(self) -> None:
        ring = self._ring and self.hasFocus()
        self._scene.show_path(self._current, ring=ring, trace=self._trace)

    def _restyle(self) -> None:
        self.setViewportMargins(0, self._captions.tall(), 0, 0)
        self._drawn = ()
        self._draw()

    def _place_captions(self) -> None:
        spans = []
        for column, left, width in self._scene.layout_.columns:
            start = self.mapFromScene(left, 0).x()
            end = self.mapFromScene(left + width, 0).x()
            spans.append((column, float(start), float(end - start)))
        self._captions.setGeometry(0, 0, self.width(), self._captions.tall())
        self._captions.show_spans(spans)

    def _bring_into_view(self, id_: str) -> None:
        item = self.item(id_)
        if item is not None:
            self.ensureVisible(item, 24, 24)

    def _move_to(self, id_: str, *, tell: bool = True) -> None:
        if not id_ or id_ == self._current:
            return
        self._current = id_
        self._draw()
        if tell and self._current in self._whole.node_of:
            self.chosen.emit(self._current)

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
        to = self._walk.step(self.shown, self._scene.layout_, self._current, key)
        if to:
            self._move_to(to)
            self._bring_into_view(self._current)
            announce(self, self._words(self._current))
        return to is not None

    def _act(self, key: int, text: str) -> bool:
        node = self.shown.node_of.get(self._current)
        if key == Qt.Key.Key_Escape and (self._drag.is_drawing or self._trace):
            self._drag.cancel()
            self.trace(False)
        elif node is None:
            return False
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(node, enter=True)
        elif text in ("+", "-"):
            self.set_folded(node.id, text == "-")
        elif text == "*":
            self.unfold_all()
        elif key == Qt.Key.Key_T:
            self.trace()
        else:
            return False
        return True

    def _open(self, node: MapNode, *, enter: bool = False) -> None:
        if node.kind == "fold":
            self.set_folded(node.id, False)
            return
        self.opened.emit(node.id)
        if enter:
            self.entered.emit(node.id)

    def _set_hovered(self, id_: str) -> None:
        if id_ == self._hovered:
            return
        self._hovered = id_
        self._scene.hover(id_)
        self.viewport().setToolTip(self._words(id_))

    def _id_at(self, at: QPoint) -> str:
        item = self._scene.node_at(self.mapToScene(at))
        return item.node.id if item is not None else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._ring = self._was_moved = True
        if self.zooms(event):
            return
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._space_held, self._space_moved = True, False
        elif event.modifiers() & _Control or not (
            self._go(event.key()) or self._act(event.key(), event.text())
        ):
            super().keyPressEvent(event)
        self._show_path()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or event.isAutoRepeat() or not self._space_held:
            super().keyReleaseEvent(event)
            return
        # With the mouse it moved the map; alone it folds and unfolds.
        self._space_held = False
        if not self._space_moved:
            head = self._current.removeprefix(FOLD)
            self.set_folded(head, not self.is_folded(head))

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
        self._pressed = self._id_at(at) if event.button() == _Left and not self._space_held else ""
        if self._pressed:
            self._move_to(self._pressed)
            # What is chosen may unfold, and then the items are others.
            self._drag.press(self.item(self._pressed) if self._can_write else None, at)
        elif event.button() in (_Left, Qt.MouseButton.MiddleButton):
            self._space_moved = True
            self.take_ground(at)
        self._show_path()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self.holds_ground():
            self.drag_ground(at)
        elif self._drag.move(at, self.mapToScene(at)):
            self.follow_to_edge(at)
        else:
            self._set_hovered(self._id_at(at))
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        pressed, self._pressed = self._pressed, ""
        was_drawing = self._drag.is_drawing
        linked = self._drag.release(self.mapToScene(at))
        if self.holds_ground():
            self.let_ground_go()
        elif linked is not None:
            self.link_wished.emit(linked[0].node.id, linked[1].node.id)
        elif pressed and not was_drawing and pressed == self._id_at(at):
            self._open(self.shown.node_of[pressed])
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if event.button() == _Left and self._id_at(at) == self._current != "":
            self._open(self.shown.node_of[self._current], enter=True)
        else:
            self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._set_hovered("")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        id_ = self._id_at(event.pos()) if by_mouse else self._current
        if id_ not in self.shown.node_of:
            return
        self._move_to(id_)
        at = event.globalPos()
        if not by_mouse:
            self._bring_into_view(self._current)
            at = self.viewport().mapToGlobal(self._centre(self._current) or QPoint())
        self.menu_wished.emit(self._current, at)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._waits:
            self._draw()
            self._bring_into_view(self._current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw()
        if not self._was_moved:
            # Until somebody moves the map, what is chosen is seen.
            self._bring_into_view(self._current)
        self._place_captions()


def _below_objectives(whole: OutcomeMap) -> OutcomeMap:
    return kept(whole, {node.id for node in whole.nodes if node.column != OBJECTIVE})
