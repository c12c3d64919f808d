"""What was kept of the milestones that are over: the process, the idea, the tool that stays."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from leadjournal.base.formats import day_long
from leadjournal.base.words import _
from leadjournal.ui.pages.outcomes.rows import RowKey
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import LinkButton
from leadjournal.ui.widgets.card import Card
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.scroll import ScrollPage

if TYPE_CHECKING:
    from leadjournal.services.milestones import Kept


class KeptList(ScrollPage):
    """One card for each thing that stays; `opened` asks for the milestone it came from."""

    opened = Signal(object)

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks, spacing=12, edges=False)
        self._looks = looks
        self._shown: Sequence[Kept] | None = None
        self.column.setContentsMargins(0, 0, 16, 20)
        self.setAccessibleName(_("What we kept"))

    def show_kept(self, kept: Sequence[Kept], today: date) -> None:
        """Show these, newest first."""
        if self._shown == kept:
            return
        self._shown = list(kept)
        while (item := self.column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for each in kept:
            self.column.addWidget(self._card(each, today))
        if not kept:
            words = _("Nothing yet: when a milestone is closed, what stays of it is kept here.")
            self.column.addWidget(Label(self._looks, words, "body", "text_2", wrap=True))
        self.column.addStretch()

    def _card(self, kept: Kept, today: date) -> Card:
        looks = self._looks
        card = Card(looks, spacing=4)
        card.column.addWidget(Label(looks, kept.kept, "quote", "text", wrap=True))
        if kept.lesson:
            card.column.addWidget(Label(looks, kept.lesson, "small", "text_2", wrap=True))
        day = day_long(kept.closed_on, today)
        words = _("{milestone}, {day}").format(milestone=kept.what, day=day)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(Label(looks, words, "caption", "text_3", elide=True), 1)
        link = LinkButton(looks, _("Show"))
        link.setAccessibleName(_("Show {milestone}").format(milestone=kept.what))
        link.clicked.connect(lambda: self.opened.emit(RowKey("milestone", kept.id)))
        foot.addWidget(link)
        card.column.addLayout(foot)
        return card
