"""A picture that is moved and enlarged: by dragging its ground, by keys, and by the wheel."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPixmapCache, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView

LEAST_ZOOM, MOST_ZOOM = 0.25, 3.0
_STEP = 1.2
_A_TURN = 1.0015
"""How much a unit of the wheel enlarges; a notch has 120."""
_PICTURES_KB = 128 * 1024
_AT_EDGE = 28
_ZOOM_KEYS = {
    Qt.Key.Key_Plus: "in",
    Qt.Key.Key_Equal: "in",
    Qt.Key.Key_Minus: "out",
    Qt.Key.Key_0: "normal",
}
_Anchor = QGraphicsView.ViewportAnchor


class MovingView(QGraphicsView):
    """Moves and enlarges a scene, and paints no more of it than it must."""

    moved = Signal()
    """The scene lies elsewhere in the view, or is larger or smaller."""

    def __init__(self, scene: QGraphicsScene) -> None:
        super().__init__(scene)
        self._from: QPoint | None = None
        self._was_moved = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setTransformationAnchor(_Anchor.AnchorViewCenter)
        self.setResizeAnchor(_Anchor.NoAnchor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        # Each node is painted once and then moved as a picture.
        QPixmapCache.setCacheLimit(max(QPixmapCache.cacheLimit(), _PICTURES_KB))
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(lambda _value: self.moved.emit())
            bar.rangeChanged.connect(lambda _least, _most: self.moved.emit())

    def zoom(self) -> float:
        """How large the scene is shown."""
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
        """Show the whole scene, as far as it can be made small."""
        rect, room = self.sceneRect(), self.maximumViewportSize()
        if rect.isEmpty():
            return
        zoom = min(room.width() / rect.width(), room.height() / rect.height(), 1.0)
        self._zoom_to(zoom)
        self.centerOn(rect.center())

    def push(self, by: QPoint) -> None:
        """Move the scene under the view."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() - by.x())
        down.setValue(down.value() - by.y())

    def take_ground(self, at: QPoint) -> None:
        """The mouse holds the ground from here on."""
        self._from = at
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def holds_ground(self) -> bool:
        """Whether the mouse moves the scene."""
        return self._from is not None

    def drag_ground(self, at: QPoint) -> None:
        """The mouse has come here with the ground."""
        if self._from is not None:
            self.push(at - self._from)
            self._from = at

    def let_ground_go(self) -> None:
        """The mouse lets the ground lie."""
        self._from = None
        self.viewport().unsetCursor()

    def follow_to_edge(self, at: QPoint) -> None:
        """Move on when something is dragged to the edge of the view."""
        room, step = self.viewport().rect(), _AT_EDGE // 2
        across = (at.x() < _AT_EDGE) - (at.x() > room.width() - _AT_EDGE)
        down = (at.y() < _AT_EDGE) - (at.y() > room.height() - _AT_EDGE)
        self.push(QPoint(across * step, down * step))

    def zooms(self, event: QKeyEvent) -> bool:
        """Whether keys ask for another size, which is then taken."""
        wish = _wish(event)
        if wish:
            {"in": self.zoom_in, "out": self.zoom_out, "normal": self.zoom_normal}[wish]()
        return bool(wish)

    def _zoom_to(self, zoom: float) -> None:
        wanted = min(max(zoom, LEAST_ZOOM), MOST_ZOOM)
        factor = wanted / self.zoom()
        if abs(factor - 1) > 1e-6:
            self.scale(factor, factor)
            self.moved.emit()

    def event(self, event: QEvent) -> bool:
        # Here these keys enlarge the picture, not the text of the whole window.
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and _wish(event):
            event.accept()
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._was_moved = True
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.setTransformationAnchor(_Anchor.AnchorUnderMouse)
            self._zoom_to(self.zoom() * _A_TURN ** event.angleDelta().y())
            self.setTransformationAnchor(_Anchor.AnchorViewCenter)
            event.accept()
        else:
            super().wheelEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


def _wish(event: QKeyEvent) -> str:
    with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return _ZOOM_KEYS.get(Qt.Key(event.key()), "") if with_control else ""
