"""The day at a glance: date, check-in, capture, what waits; beside it the figures and the why."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from leadjournal.ui.pages.today.capture import CaptureLine
from leadjournal.ui.pages.today.check_in import CheckInPlace
from leadjournal.ui.pages.today.figures import FiguresCard
from leadjournal.ui.pages.today.values import Questions
from leadjournal.ui.pages.today.waiting import WaitingList
from leadjournal.ui.pages.today.why_card import WhyPlace
from leadjournal.ui.shape import Shape
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.scroll import ScrollPage

_GAP = 16
_BETWEEN = 24
_RIGHT = {Shape.WIDE: 330, Shape.MIDDLE: 272}
_ABOVE_DATE = 6
_BEFORE_WAITING = 24
_TOP = Qt.AlignmentFlag.AlignTop
_UNLIMITED = 16_777_215  # the width Qt allows a widget that was given none


class Overview(ScrollPage):
    """Two columns, or one where there is no room for two."""

    def __init__(self, looks: Looks, questions: Questions) -> None:
        super().__init__(looks, spacing=0)
        self._looks = looks
        self._shape: Shape | None = None
        self.date = Label(looks, "", "display", wrap=True)
        self.sentence = Label(looks, " ", "body", "text_3", wrap=True)
        self.check_in = CheckInPlace(looks, questions)
        self.capture = CaptureLine(looks)
        self.waiting = WaitingList(looks)
        self.figures = FiguresCard(looks)
        self.why = WhyPlace(looks)
        self._left = _column(self.check_in, self.capture, self.waiting, last_gap=_BEFORE_WAITING)
        self._right = _column(self.figures, self.why)
        self._columns = QGridLayout()
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setHorizontalSpacing(_BETWEEN)
        self._columns.setVerticalSpacing(_GAP)
        self.column.addSpacing(_ABOVE_DATE)
        self.column.addWidget(self.date)
        self.column.addSpacing(2)
        self.column.addWidget(self.sentence)
        self.column.addSpacing(_GAP)
        self.column.addLayout(self._columns)
        self.column.addStretch()

    def set_shape(self, shape: Shape) -> None:
        """Take the columns that the window has room for."""
        self.check_in.card.set_shape(shape)
        wide = self._looks.scaled(_RIGHT.get(shape, 0))
        self._right.setMinimumWidth(wide)
        self._right.setMaximumWidth(wide or _UNLIMITED)
        if shape is self._shape:
            return
        self._shape = shape
        narrow = shape is Shape.NARROW
        self._columns.removeWidget(self._left)
        self._columns.removeWidget(self._right)
        self._columns.addWidget(self._left, 0, 0, _TOP)
        self._columns.addWidget(self._right, *((1, 0) if narrow else (0, 1)), _TOP)
        self._columns.setColumnStretch(0, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The scroll bar takes its room from the page's edge, not from what stands on the page.
        bar = self.verticalScrollBar()
        taken = self.width() - self.viewport().width() if bar.isVisible() else 0
        edges = self.column.contentsMargins()
        edges.setRight(max(0, self._looks.measure("page_right") - taken))
        self.column.setContentsMargins(edges)


def _column(*widgets: QWidget, last_gap: int = _GAP) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(_GAP)
    for widget in widgets[:-1]:
        column.addWidget(widget)
    column.addSpacing(last_gap - _GAP)
    column.addWidget(widgets[-1])
    return holder
