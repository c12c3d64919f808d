"""The figures that live on outcomes, as cards two by two, or below each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from leadjournal.ui.pages.outcomes.figures.card import FigureCard
from leadjournal.ui.pages.outcomes.figures.values import FigureSeen
from leadjournal.ui.shape import Shape
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.scroll import ScrollPage

_GAP = 16
_BAR = 14


class FiguresView(QWidget):
    """Emits what is wanted of a figure or a record: explain-figure, open, show-team, acts."""

    wished = Signal(str, object)

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._seen: tuple[FigureSeen, ...] = ()
        self._can_write = True
        self._cards: list[FigureCard] = []
        self._columns = 0
        self._shape = Shape.WIDE
        self._page = ScrollPage(looks, spacing=0)
        edges = self._page.column.contentsMargins()
        edges.setRight(max(0, looks.measure("page_right") - _BAR))
        self._page.column.setContentsMargins(edges)
        self._holder = QWidget()
        self._holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._page.column.addWidget(self._holder)
        self._page.column.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)

    def set_shape(self, shape: Shape) -> None:
        """Take the columns that the window has room for."""
        self._shape = shape
        self._arrange()

    def show_figures(self, seen: Sequence[FigureSeen], *, can_write: bool) -> None:
        """Show these cards; nothing moves while nothing is different."""
        if tuple(seen) == self._seen and can_write == self._can_write:
            return
        at = self._page.verticalScrollBar().value()
        focused = self._focused()
        self._seen, self._can_write = tuple(seen), can_write
        for card in self._cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [
            FigureCard(self._looks, one, self.wished.emit, can_write=can_write) for one in seen
        ]
        self._columns = 0
        self._arrange()
        for card in self._cards:
            if card.seen.id == focused:
                card.explain.setFocus()
        for first in self._cards[:1]:
            self.setFocusProxy(first.explain)
        self._page.verticalScrollBar().setValue(at)

    def cards(self) -> dict[str, FigureCard]:
        """The cards by the ids of their figures."""
        return {card.seen.id: card for card in self._cards}

    def _focused(self) -> str:
        focused = QApplication.focusWidget()
        inside = (card.seen.id for card in self._cards if focused and card.isAncestorOf(focused))
        return next(inside, "")

    def _arrange(self) -> None:
        columns = 2 if self._shape is Shape.WIDE else 1
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(self._cards):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, place // columns, place % columns)
            card.show()
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
