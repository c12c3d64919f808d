"""The cycles that were closed, with their lessons and the scores in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from leadjournal.base.formats import number
from leadjournal.base.words import _
from leadjournal.ui.dialogs.sheet import SheetDialog
from leadjournal.ui.pages.outcomes.cycles.words import choice_made, span_words
from leadjournal.ui.widgets.buttons import LinkButton
from leadjournal.ui.widgets.card import Divider
from leadjournal.ui.widgets.label import Label

if TYPE_CHECKING:
    from leadjournal.services.cycles import ClosedCycle
    from leadjournal.ui.theme.looks import Looks

_WIDE = 620


class ClosedCyclesDialog(SheetDialog):
    """Newest first; a cycle's words can be corrected, and it can be removed."""

    edit_wished = Signal(str)
    remove_wished = Signal(str)

    def __init__(
        self, looks: Looks, parent: QWidget, cycles: Sequence[ClosedCycle], today: date,
        *, can_write: bool,
    ) -> None:  # fmt: skip
        super().__init__(looks, parent, _("Closed cycles"), width=_WIDE)
        self._today = today
        self._can_write = can_write
        self._heads: dict[str, Label] = {}
        for place, each in enumerate(cycles):
            if place:
                self.sheet.addSpacing(8)
                self.sheet.addWidget(Divider(looks))
                self.sheet.addSpacing(8)
            self._add(each)
        if not cycles:
            words = _("No cycle was closed yet. At the end of a quarter, look at each outcome.")
            self.sheet.addWidget(Label(looks, words, "body", "text_2", wrap=True))
        self.finish()

    def bring(self, cycle_id: str) -> None:
        """Bring a cycle into view."""
        head = self._heads.get(cycle_id)
        if head is not None:
            QTimer.singleShot(0, self, lambda: self._page.ensureWidgetVisible(head))

    def _add(self, closed: ClosedCycle) -> None:
        cycle, looks = closed.cycle, self.looks
        head = self._heads[cycle.id] = Label(looks, cycle.name, "heading", "text", wrap=True)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(head, 1)
        if self._can_write:
            for words, wished in (
                (_("Edit…"), self.edit_wished),
                (_("Remove"), self.remove_wished),
            ):
                link = LinkButton(looks, words)
                link.setAccessibleName(f"{words} {cycle.name}")
                link.clicked.connect(lambda _on=False, wished=wished: wished.emit(cycle.id))
                top.addWidget(link)
        self.sheet.addLayout(top)
        self.sheet.addWidget(
            Label(looks, span_words(cycle, self._today), "small", "text_2", wrap=True)
        )
        self.sheet.addWidget(Label(looks, cycle.lesson, "quote", "text", wrap=True))
        self.sheet.addLayout(self._scores(closed))

    def _scores(self, closed: ClosedCycle) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        looks, top = self.looks, Qt.AlignmentFlag.AlignTop
        for each in closed.scores:
            score, line = each.score, grid.rowCount()
            grid.addWidget(Label(looks, number(score.score, 2), "small-m", "text"), line, 0, top)
            grid.addWidget(Label(looks, each.statement, "small", "text", wrap=True), line, 1)
            made = choice_made(score.choice)
            grid.addWidget(Label(looks, made, "small", "text_2"), line, 2, top)
            if score.note:
                note = Label(looks, score.note, "small", "text_2", wrap=True)
                grid.addWidget(note, line + 1, 1)
        return grid
