"""What the sections of the settings share: a title, one sentence, and cards of settings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from leadjournal.base.errors import Problem
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.scroll import ScrollPage
from leadjournal.ui.widgets.setting_row import SettingCard, SettingRow

if TYPE_CHECKING:
    from leadjournal.base.preferences import Setting
    from leadjournal.ui.context import Context

WIDE = 564


class Section(ScrollPage):
    """One column of settings; every change is kept at once."""

    def __init__(self, context: Context, title: str, sentence: str = "") -> None:
        super().__init__(context.looks, edges=False)
        self.context = context
        self.column.setContentsMargins(2, 0, 14, 20)
        self.add(Label(context.looks, title, "title", wrap=True))
        if sentence:
            self.column.setSpacing(4)
            self.add(Label(context.looks, sentence, "body", "text_2", wrap=True))
        self.column.setSpacing(16)
        context.looks.changed.connect(self._fit)
        self._fit()

    def add(self, widget: QWidget) -> None:
        """Put something below what is there, as wide as the column."""
        self.column.addWidget(widget)

    def add_card(self, rows: Sequence[SettingRow]) -> SettingCard:
        """Settings that belong together."""
        card = SettingCard(self.context.looks, rows)
        self.add(card)
        return card

    def keep(self, setting: Setting, value: str) -> None:
        """Remember a choice at once; what cannot be remembered is told, and holds until the end."""
        try:
            self.context.preferences.choose(setting, value)
        except Problem as problem:
            self.context.fail(problem)

    def finish(self) -> None:
        """All is on it."""
        self.column.addStretch()

    def refresh(self) -> None:
        """Show how everything stands now; called whenever the section comes into view."""

    def _fit(self) -> None:
        self.setMaximumWidth(self.context.looks.scaled(WIDE) + 16)
