"""What the screens before the desk share: one column in the middle that scrolls when it must."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.scroll import ScrollPage

_EDGE = 24


class MiddleColumn(ScrollPage):
    """A column of a given width in the middle of the screen; put widgets into `middle`."""

    def __init__(self, looks: Looks, wide: int) -> None:
        super().__init__(looks, spacing=0, edges=False)
        self._looks = looks
        self._wide = wide
        self._holder = QWidget()
        self.middle = QVBoxLayout(self._holder)
        self.middle.setContentsMargins(0, _EDGE, 0, _EDGE)
        self.middle.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(_EDGE, 0, _EDGE, 0)
        row.addStretch(1)
        row.addWidget(self._holder)
        row.addStretch(1)
        self.column.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.viewport().installEventFilter(self)
        looks.changed.connect(self._fit)

    def _fit(self) -> None:
        room = self.viewport().width() - 2 * _EDGE
        self._holder.setFixedWidth(max(200, min(self._looks.scaled(self._wide), room)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)


CENTRE = Qt.AlignmentFlag.AlignHCenter
