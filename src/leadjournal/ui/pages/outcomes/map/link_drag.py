"""A link drawn with the mouse: from an output to an outcome, or from an outcome to a why."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPainterPath, QPen
from PySide6.QtWidgets import QApplication, QGraphicsPathItem

from leadjournal.ui.pages.outcomes.map.items import NodeItem
from leadjournal.ui.pages.outcomes.map.scene import MapScene
from leadjournal.ui.theme.looks import Looks

TARGETS = {"output": ("outcome",), "outcome": ("why",)}
"""What a link from a kind of node may end at."""


class LinkDrag:
    """The rubber line between a node and the mouse."""

    def __init__(self, looks: Looks, scene: MapScene) -> None:
        self._looks = looks
        self._scene = scene
        self._source: NodeItem | None = None
        self._pressed = QPoint()
        self._line: QGraphicsPathItem | None = None

    @property
    def is_drawing(self) -> bool:
        """Whether a line is being drawn."""
        return self._line is not None

    def press(self, source: NodeItem | None, at: QPoint) -> None:
        """The mouse went down on a node from which a link may begin."""
        can_begin = source is not None and source.node.kind in TARGETS
        self._source, self._pressed = source if can_begin else None, at

    def move(self, at: QPoint, spot: QPointF) -> bool:
        """The mouse moved; answers whether a line is drawn."""
        if self._source is None:
            return False
        if self._line is None:
            if (at - self._pressed).manhattanLength() < QApplication.startDragDistance():
                return False
            self._line = self._begin()
        target = self.target(spot)
        self._scene.aim_at(target.node.id if target else "")
        place = self._source.place
        path = QPainterPath(QPointF(place.x, place.middle))
        end = QPointF(target.place.right, target.place.middle) if target else spot
        half = (end.x() - place.x) / 2
        path.cubicTo(place.x + half, place.middle, end.x() - half, end.y(), end.x(), end.y())
        self._line.setPath(path)
        return True

    def target(self, spot: QPointF) -> NodeItem | None:
        """The node at a point, if the link may end there and is not there already."""
        item = self._scene.node_at(spot)
        if item is None or self._source is None:
            return None
        source = self._source.node
        if item.node.kind not in TARGETS[source.kind]:
            return None
        edges = self._scene.shown.above.get(source.id, ())
        return None if any(edge.above == item.node.id for edge in edges) else item

    def release(self, spot: QPointF) -> tuple[NodeItem, NodeItem] | None:
        """The mouse went up; answers what is to be linked with what."""
        source, target = self._source, self.target(spot) if self.is_drawing else None
        self.cancel()
        return (source, target) if source is not None and target is not None else None

    def cancel(self) -> None:
        """Draw no line any more."""
        if self._line is not None:
            self._scene.removeItem(self._line)
            self._scene.aim_at("")
        self._line = self._source = None

    def forget(self) -> None:
        """The scene was cleared, and the line with it."""
        self._line = self._source = None

    def _begin(self) -> QGraphicsPathItem:
        line = QGraphicsPathItem()
        pen = QPen(self._looks.colour("accent"), 2)
        pen.setStyle(Qt.PenStyle.DashLine)
        line.setPen(pen)
        line.setZValue(3)
        self._scene.addItem(line)
        return line
