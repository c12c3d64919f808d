"""The scene of the map: nodes and lines laid out, with the path of what is chosen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from leadjournal.rules.map_boxes import OBJECTIVE, Box, Line
from leadjournal.rules.map_layout import Layout, laid_out
from leadjournal.rules.outcome_map import OutcomeMap, path
from leadjournal.ui.pages.outcomes.map.items import EdgeItem, NodeItem, edge_path
from leadjournal.ui.pages.outcomes.map.node_look import MARGIN, NodeLook, Shown
from leadjournal.ui.theme.looks import Looks

EDGE = 8.0
"""Room around the whole map, for rings and shadows of lines."""
BRACKET = 18.0
"""Room at the left where objectives carry each other."""
_BELOW = 20.0


class MapScene(QGraphicsScene):
    """Holds the items of one map; it is drawn anew when the map or the looks change."""

    def __init__(self, looks: Looks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._look = NodeLook(looks)
        self._nodes: dict[str, NodeItem] = {}
        self._edges: list[EdgeItem] = []
        self._hovered = ""
        self._map = OutcomeMap()
        self._layout = Layout({}, {}, (), 0.0, 0.0)
        # Items are many and seldom move; the index is made once a map.
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.BspTreeIndex)

    @property
    def shown(self) -> OutcomeMap:
        """What is on the map, after folding."""
        return self._map

    @property
    def layout_(self) -> Layout:
        """Where everything lies."""
        return self._layout

    def items_by_id(self) -> Mapping[str, NodeItem]:
        """The items of the nodes."""
        return self._nodes

    def draw(self, shown: OutcomeMap, within: float = 0.0) -> None:
        """Lay out and draw a map, in a width where it nearly fits."""
        self.clear()
        self._map = shown
        self._layout = layout_of(shown, self._look, within - EDGE - MARGIN)
        self._nodes = {}
        for node in shown.nodes:
            item = NodeItem(node, self._layout.places[node.id], self._look)
            self._nodes[node.id] = item
            self.addItem(item)
        self._edges = []
        for edge in shown.edges:
            line = EdgeItem(edge, edge_path(edge, self._layout), self._looks)
            self._edges.append(line)
            self.addItem(line)
        has_objectives = any(column == OBJECTIVE for column, _x, _width in self._layout.columns)
        left = BRACKET if has_objectives else EDGE
        self.setSceneRect(QRectF(-left, -EDGE, self._layout.width + left + MARGIN,
                                 self._layout.height + EDGE + _BELOW))  # fmt: skip

    def hover(self, id_: str) -> None:
        """Show over which node the mouse is."""
        before, self._hovered = self._hovered, id_
        for each in {before, id_} & self._nodes.keys():
            item = self._nodes[each]
            item.show_as(item.shown._replace(is_hovered=each == id_), dimmed=item.opacity() < 1)

    def show_path(self, current: str, *, ring: bool, trace: bool) -> None:
        """Show what is chosen with all it serves and all that serves it."""
        nodes, lines = frozenset[str](), frozenset[Line]()
        if current in self._nodes:
            nodes, lines = path(self._map, current)
        tracing = trace and bool(nodes)
        for id_, item in self._nodes.items():
            chosen = id_ == current
            shown = Shown(chosen, id_ in nodes, ring and chosen, item.shown.is_target,
                          id_ == self._hovered)  # fmt: skip
            item.show_as(shown, dimmed=tracing and id_ not in nodes)
        for line in self._edges:
            on_path = line.edge.line in lines
            line.show_as(on_path=on_path, dimmed=tracing and not on_path)

    def aim_at(self, id_: str) -> None:
        """Show where a link that is dragged would end."""
        for each, item in self._nodes.items():
            if item.shown.is_target != (each == id_):
                item.show_as(item.shown._replace(is_target=each == id_),
                             dimmed=item.opacity() < 1)  # fmt: skip

    def node_at(self, at: QPointF) -> NodeItem | None:
        """The node whose box is at a point of the scene."""
        near = QRectF(at.x() - 1, at.y() - 1, 2, 2)
        found = (item for item in self.items(near) if isinstance(item, NodeItem))
        return next((item for item in found if item.covers(at)), None)


def layout_of(shown: OutcomeMap, look: NodeLook, within: float = 0.0) -> Layout:
    """The layout of a map with the heights its words need at the present text size."""
    boxes = [
        Box(node.id, node.column, look.height(node), node.under, node.kind == "no-outcome")
        for node in shown.nodes
    ]
    lines = [edge.line for edge in shown.edges]
    return laid_out(boxes, lines, look.looks.factor, within)
