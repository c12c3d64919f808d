"""Two groups of controls beside each other; the second goes below where there is no room."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class WrappingRow(QWidget):
    """The first group grows; `least` is how much of it must be seen beside the second."""

    def __init__(
        self, first: Sequence[QWidget], second: Sequence[QWidget], *, gap: int = 8, least: int = 0
    ) -> None:
        super().__init__()
        self._least = least
        self._gap = gap
        self._first, self._second = _group(first, gap), _group(second, gap)
        self._box = QBoxLayout(_BESIDE, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(gap)
        self._box.addWidget(self._first, 1)
        self._box.addWidget(self._second)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_least(self, least: int) -> None:
        """How much of the first group must be seen beside the second."""
        self._least = least
        self._wrap()

    def add(self, widget: QWidget) -> None:
        """One more in the second group, at its right end."""
        layout = self._second.layout()
        if isinstance(layout, QHBoxLayout):
            layout.insertWidget(layout.count() - 1, widget)
        self._wrap()

    def is_wrapped(self) -> bool:
        """Whether the second group stands below."""
        return self._box.direction() is _BELOW

    def _wrap(self) -> None:
        least = max(self._least, self._first.minimumSizeHint().width())
        fits = least + self._gap + self._second.sizeHint().width() <= self.width()
        wanted = _BESIDE if fits else _BELOW
        if wanted is not self._box.direction():
            self._box.setDirection(wanted)
            self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        # Something in it was shown, hidden or given other words.
        if event.type() == QEvent.Type.LayoutRequest:
            self._wrap()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        widest = max(part.minimumSizeHint().width() for part in (self._first, self._second))
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrap()


def _group(widgets: Sequence[QWidget], gap: int) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    for widget in widgets:
        grows = widget.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Preferred
        row.addWidget(widget, int(grows))
    row.addStretch()
    return holder
