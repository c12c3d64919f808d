"""The three figures on one card, each with the way to how it was computed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leadjournal.base.words import _, later
from leadjournal.ui.pages.today.values import Figure
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.card import Card, Divider
from leadjournal.ui.widgets.figure import FigureBlock, FigureWords

LABELS = {
    "debt": later("Outcome debt"),
    "line-of-sight": later("Line of sight"),
    "momentum": later("Momentum"),
}
_EDGE = 12
_INSET = 6
_AIR = 13


class FiguresCard(Card):
    """Keeps the old figures until there are new ones."""

    explained = Signal(str)

    padding = (_EDGE, 0, _EDGE, 0)

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks, spacing=0)
        self.blocks: dict[str, FigureBlock] = {}
        for id_, label in LABELS.items():
            if self.blocks:
                self.column.addWidget(Divider(looks))
            self.column.addWidget(self._holder(id_, FigureBlock(looks, _(label))))
        for block in self.blocks.values():
            block.set_figure(FigureWords("", "", _("One moment…")))

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show these figures."""
        for figure in figures:
            self.blocks[figure.id].set_figure(figure.words)

    def _holder(self, id_: str, block: FigureBlock) -> QWidget:
        self.blocks[id_] = block
        block.explained.connect(lambda: self.explained.emit(id_))
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(_INSET, _AIR, _INSET, _AIR - 3)
        column.addWidget(block)
        return holder
