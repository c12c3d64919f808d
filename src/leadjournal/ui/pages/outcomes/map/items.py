"""The nodes and lines of the map as items of a scene."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsPathItem,
    QGraphicsRectItem,
    QStyleOptionGraphicsItem,
    QWidget,
)

from leadjournal.rules.map_layout import Layout, Place, way
from leadjournal.rules.outcome_map import MapEdge, MapNode
from leadjournal.ui.pages.outcomes.map.node_look import MARGIN, NodeLook, Shown
from leadjournal.ui.theme.looks import Looks

_ON_PATH = 2.0
_DIM = 0.45
_DASH = [4.0, 3.0]


class NodeItem(QGraphicsRectItem):
    """A node; a rectangle of the library, so that asking for its bounds costs no Python."""

    def __init__(self, node: MapNode, place: Place, look: NodeLook) -> None:
        super().__init__(-MARGIN, -MARGIN, place.width + 2 * MARGIN, place.height + 2 * MARGIN)
        self.node = node
        self.place = place
        self._look = look
        self._box = QRectF(0, 0, place.width, place.height)
        self._shown = Shown()
        self.setPos(place.x, place.y)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    @property
    def shown(self) -> Shown:
        """How it is shown just now."""
        return self._shown

    def show_as(self, shown: Shown, *, dimmed: bool = False) -> None:
        """Show it chosen, on the path, with the ring; or pale, while another path is traced."""
        if shown != self._shown:
            self._shown = shown
            self.setZValue(1.0 if shown.has_ring or shown.is_chosen else 0.0)
            self.update()
        opacity = _DIM if dimmed else 1.0
        if opacity != self.opacity():
            self.setOpacity(opacity)

    def covers(self, at: QPointF) -> bool:
        """Whether a point of the scene lies in its box."""
        return self._box.contains(self.mapFromScene(at))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        self._look.paint(painter, self.node, self._box, self._shown)


class EdgeItem(QGraphicsPathItem):
    """A line from a node to what serves it, as heavy as its confidence."""

    def __init__(self, edge: MapEdge, path: QPainterPath, looks: Looks) -> None:
        super().__init__(path)
        self.edge = edge
        self._looks = looks
        self._shown: tuple[bool, bool] | None = None
        self.setZValue(-1)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.show_as(on_path=False)

    def show_as(self, *, on_path: bool, dimmed: bool = False) -> None:
        """Show it in the accent when it is on the path of what is chosen; pale while not."""
        if (on_path, dimmed) == self._shown:
            return
        self._shown = (on_path, dimmed)
        width = self.edge.weight
        role = "accent" if on_path else "line_strong"
        pen = QPen(self._looks.colour(role), max(_ON_PATH, width) if on_path else width)
        if self.edge.is_open:
            pen.setDashPattern(_DASH)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self.setPen(pen)
        self.setZValue(-0.5 if on_path else -1)
        self.setOpacity(_DIM if dimmed else 1.0)


def edge_path(edge: MapEdge, layout: Layout) -> QPainterPath:
    """The way of a line across the scene."""
    start, bends = way(layout, edge.line)
    path = QPainterPath(QPointF(*start))
    for first, second, end in bends:
        path.cubicTo(*first, *second, *end)
    return path
