"""What all lists of painted rows share: how they behave, and the ring that the keyboard brings."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame

_BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class Ringed(Protocol):
    """A delegate that draws a ring around the chosen row while the keyboard is in use."""

    ring: bool


class _KeyboardRing(QObject):
    """Tells the delegate whether the keyboard or the mouse was used last."""

    def __init__(self, view: QAbstractItemView, painted: Ringed) -> None:
        super().__init__(view)
        self._painted = painted
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusIn:
            self._painted.ring = event.reason() in _BY_KEYS
        elif event.type() == QEvent.Type.KeyPress:
            self._painted.ring = True
        elif event.type() == QEvent.Type.MouseButtonPress:
            self._painted.ring = False
        return False


def paint_rows(view: QAbstractItemView, painted: Ringed, name: str) -> None:
    """Let a view show rows that a delegate paints: no frame, no editing, never sideways."""
    view.setAccessibleName(name)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setMouseTracking(True)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.viewport().setAutoFillBackground(False)
    _KeyboardRing(view, painted)
