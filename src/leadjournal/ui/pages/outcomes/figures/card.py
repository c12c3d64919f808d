"""One figure on a card: title, finding, and what it is made of."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from leadjournal.base.words import _, ngettext
from leadjournal.ui.pages.outcomes.figures.lamps import LampRow, Wish
from leadjournal.ui.pages.outcomes.figures.values import FigureLine, FigureSeen
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import IconButton, LinkButton
from leadjournal.ui.widgets.card import Card
from leadjournal.ui.widgets.chart_with_table import ChartWithTable
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.list_row import ListRow, RowWords

MOST_LINES = 4
_CHART_TALL = 140
_LEFT = Qt.AlignmentFlag.AlignLeft


class FigureCard(Card):
    """Says what is wanted of its figure and of the records in its lines."""

    def __init__(self, looks: Looks, seen: FigureSeen, wish: Wish, *, can_write: bool) -> None:
        super().__init__(looks, spacing=4)
        self.seen = seen
        self._wish = wish
        self._can_write = can_write
        # Cards beside each other are equally tall.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.explain = IconButton(looks, "circle-help", _("How was this computed?"), box=28)
        self.explain.setAccessibleName(
            _("{figure}: how was this computed?").format(figure=seen.title)
        )
        self.explain.clicked.connect(lambda: wish("explain-figure", seen.id))
        self._lay_out()

    def rows(self) -> list[ListRow]:
        """The lines that lead somewhere."""
        return self.findChildren(ListRow)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(self.looks, self.seen.title, "heading"), 1)
        head.addWidget(self.explain)
        self.column.addLayout(head)
        self.column.addWidget(Label(self.looks, self.seen.sentence, "small", "text_2", wrap=True))
        if self.seen.number:
            self.column.addLayout(self._figure())
        if self.seen.lamps:
            self.column.addWidget(self._lamps())
        if self.seen.lines:
            self.column.addWidget(self._lines())
        if self.seen.drawing is not None:
            chart = ChartWithTable(self.looks, self.seen.drawing.name, _CHART_TALL)
            self.column.addSpacing(6)
            # In its place first: by itself it would show as a window of its own for a moment.
            self.column.addWidget(chart)
            chart.show_drawing(self.seen.drawing)
        self.column.addStretch()

    def _figure(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(self.looks, self.seen.number, "figure"))
        unit = Label(self.looks, self.seen.unit, "small", "text_3", elide=True)
        row.addWidget(unit, 1, Qt.AlignmentFlag.AlignBottom)
        return row

    def _lamps(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(10)
        for lamp in self.seen.lamps:
            column.addWidget(LampRow(self.looks, lamp, self._wish, can_write=self._can_write))
        return holder

    def _lines(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        for line in self.seen.lines[:MOST_LINES]:
            column.addWidget(self._line(line))
        hidden = len(self.seen.lines) - MOST_LINES
        if hidden > 0:
            words = ngettext("{n} more", "{n} more", hidden).format(n=hidden)
            more = LinkButton(self.looks, words)
            more.setAccessibleName(_("{figure}: {more}").format(figure=self.seen.title, more=words))
            more.clicked.connect(lambda: self._wish("explain-figure", self.seen.id))
            column.addWidget(more, 0, _LEFT)
        return holder

    def _line(self, line: FigureLine) -> QWidget:
        row = ListRow(self.looks, RowWords(line.title, line.second, line.icon, day=line.right))
        row.setToolTip("\n".join(part for part in (line.title, line.second) if part))
        row.row.setContentsMargins(4, 0, 4, 0)
        row.row.setSpacing(8)
        row.setEnabled(line.key is not None or bool(line.team))
        row.clicked.connect(lambda: self._open(line))
        holder = QWidget()
        beside = QHBoxLayout(holder)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(8)
        beside.addWidget(row, 1)
        if line.act:
            act = LinkButton(self.looks, _("Review now"))
            act.setAccessibleName(_("Review now: {title}").format(title=line.title))
            act.setEnabled(self._can_write)
            act.clicked.connect(lambda: self._wish(line.act, line.key))
            beside.addWidget(act)
        return holder

    def _open(self, line: FigureLine) -> None:
        if line.key is not None:
            self._wish("open", line.key)
        elif line.team:
            self._wish("show-team", line.team)
