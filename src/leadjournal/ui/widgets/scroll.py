"""A page that scrolls up and down and never sideways."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from leadjournal.ui.theme.looks import Looks

_BOTTOM = 20


class ScrollPage(QScrollArea):
    """One scrolling column with the page's edges; put widgets into `column`."""

    def __init__(self, looks: Looks, *, spacing: int = 16, edges: bool = True) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._sheet = QWidget()
        self._sheet.setAutoFillBackground(False)
        self.column = QVBoxLayout(self._sheet)
        left, right = looks.measure("page_left"), looks.measure("page_right")
        self.column.setContentsMargins(*((left, 0, right, _BOTTOM) if edges else (0, 0, 0, 0)))
        self.column.setSpacing(spacing)
        self.setWidget(self._sheet)
        self._sheet.setAutoFillBackground(False)
