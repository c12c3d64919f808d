"""Where a side panel stands: beside the list, over it as a drawer, or alone on the page."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leadjournal.ui.pages.outcomes.side_panel import SidePanel
from leadjournal.ui.shape import Shape
from leadjournal.ui.theme.looks import Looks


class Stage(QWidget):
    """Holds a list and its side panel, and gives each its place for the shape of the window."""

    shown_changed = Signal()

    def __init__(self, looks: Looks, main: QWidget, inspector: SidePanel) -> None:
        super().__init__()
        self._looks = looks
        self._main = main
        self._inspector = inspector
        self._shape = Shape.WIDE
        self._wanted = True
        self._full = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(main, 1)
        self._row.addWidget(inspector)
        inspector.setParent(self)
        inspector.closed.connect(self.close_inspector)
        self._arrange()
        looks.changed.connect(self._arrange)

    @property
    def shape(self) -> Shape:
        """The shape it is arranged for."""
        return self._shape

    def set_shape(self, shape: Shape) -> None:
        """Arrange for another shape; a drawer or a page of its own begins closed."""
        if shape is not self._shape:
            self._shape = shape
            self._wanted = shape is Shape.WIDE
            self._arrange()

    def set_filled(self, filled: bool) -> None:
        """Whether there is anything to inspect."""
        if filled != self._full:
            self._full = filled
            self._arrange()

    def open_inspector(self) -> None:
        """Show what is chosen."""
        self._wanted = True
        self._arrange()

    def close_inspector(self) -> None:
        """Give the room back to the tree."""
        self._wanted = False
        self._arrange()
        self._main.setFocus()

    def inspecting(self) -> bool:
        """Whether the inspector is on screen."""
        return self._wanted and self._full

    def alone(self) -> bool:
        """Whether the inspector stands alone, as a page of its own."""
        return self._shape is Shape.NARROW and self.inspecting()

    def _arrange(self) -> None:
        inspector, drawer = self._inspector, self._shape is Shape.MIDDLE
        self._row.removeWidget(inspector)
        if not drawer:
            self._row.addWidget(inspector, 1 if self._shape is Shape.NARROW else 0)
        inspector.set_alone(self._shape is Shape.NARROW)
        if self._shape is Shape.NARROW:
            inspector.setMinimumWidth(0)
            inspector.setMaximumWidth(16_777_215)
        else:
            inspector.setFixedWidth(self._wide())
        inspector.setVisible(self.inspecting())
        self._main.setVisible(not self.alone())
        self._place_drawer()
        self.shown_changed.emit()

    def _wide(self) -> int:
        return self._looks.scaled(self._looks.measure("w_inspector"))

    def _place_drawer(self) -> None:
        if self._shape is Shape.MIDDLE and self.inspecting():
            wide = min(self._wide(), self.width())
            self._inspector.setGeometry(self.width() - wide, 0, wide, self.height())
            self._inspector.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_drawer()


def padded(widget: QWidget, left: int, right: int, *, bottom: int = 0) -> QWidget:
    """A view with room around it; the keyboard goes to the view."""
    holder = QWidget()
    holder.setFocusProxy(widget)
    column = QVBoxLayout(holder)
    column.setContentsMargins(left, 0, right, bottom)
    column.addWidget(widget)
    return holder
