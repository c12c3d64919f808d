"""A chart that fits its place, and the same numbers as a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import LinkButton
from leadjournal.ui.widgets.chart import Chart
from leadjournal.ui.widgets.table import Cell, Column, Table

_LEAST_WIDE = 100
_MOST_ROWS = 8


class Drawing(Protocol):
    """What can be drawn in the colours of a theme and read as a table."""

    @property
    def finding(self) -> str:
        """What is to be seen, in a sentence."""

    @property
    def name(self) -> str:
        """What it is a chart of."""

    def svg(self, palette: Mapping[str, str], width: float, height: float) -> str:
        """The chart as SVG text."""

    def table(self) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
        """The names of the columns and the rows."""


class ChartWithTable(QWidget):
    """Draws anew for another width, theme or text size; a link turns it into a table."""

    def __init__(self, looks: Looks, name: str, height: int) -> None:
        super().__init__()
        self._looks = looks
        self._name = name
        self._height = height
        self._drawing: Drawing | None = None
        self._as_table = False
        self.chart = Chart(looks, "", name)
        self.table = Table(looks, name, most_rows=_MOST_ROWS)
        self.switch = LinkButton(looks, "")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.chart)
        column.addWidget(self.table)
        column.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        self.switch.clicked.connect(self._turn)
        self._show_form()
        looks.changed.connect(self._draw)

    def show_drawing(self, drawing: Drawing | None) -> None:
        """Show a chart; chart or table stays as it was."""
        self._drawing = drawing
        self.setVisible(drawing is not None)
        if drawing is not None:
            columns, rows = drawing.table()
            names = [Column(columns[0]), *(Column(name, is_number=True) for name in columns[1:])]
            self.table.show_rows(names, [[Cell(words) for words in row] for row in rows])
            self._draw()

    def is_table(self) -> bool:
        """Whether the numbers are shown instead of the chart."""
        return self._as_table

    def _turn(self) -> None:
        self._as_table = not self._as_table
        self._show_form()
        if self._as_table:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_form(self) -> None:
        self.chart.setVisible(not self._as_table)
        self.table.setVisible(self._as_table)
        words = _("As a chart") if self._as_table else _("As a table")
        self.switch.setText(words)
        self.switch.setAccessibleName(_("{chart}: {form}").format(chart=self._name, form=words))

    def _draw(self) -> None:
        factor = self._looks.factor
        if self._drawing is None or self.width() < _LEAST_WIDE:
            return
        svg = self._drawing.svg(self._looks.theme.colours, self.width() / factor, self._height)
        self.chart.set_svg(svg, self._drawing.name, self._drawing.finding)
        self.chart.setFixedHeight(round(self._height * factor))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw()
