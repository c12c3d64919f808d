"""How the window looks: the theme and the size of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadjournal.base.preferences import TEXT_SIZE, THEME
from leadjournal.base.words import _
from leadjournal.ui.commands import THEMES
from leadjournal.ui.pages.settings.section import Section
from leadjournal.ui.widgets.editors import ComboBox
from leadjournal.ui.widgets.setting_row import SettingRow

if TYPE_CHECKING:
    from leadjournal.ui.context import Context


class LooksSection(Section):
    """Both follow at once, also when they are changed by a key."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, _("Looks"))
        themes: list[tuple[str, object]] = [(_(words), id_) for id_, (words, _i) in THEMES.items()]
        sizes: list[tuple[str, object]] = [(f"{size} %", size) for size in TEXT_SIZE.choices]
        self.theme = ComboBox(context.looks, themes)
        self.text_size = ComboBox(context.looks, sizes)
        self.add_card([
            SettingRow(context.looks, _("Theme"), _(THEME.sentence), self.theme),
            SettingRow(context.looks, _("Text size"),
                       _("How large the text is, everywhere. Ctrl++ and Ctrl+- change it too."),
                       self.text_size),
        ])  # fmt: skip
        self.finish()
        self.refresh()
        self.theme.activated.connect(self._take_theme)
        self.text_size.activated.connect(self._take_size)
        context.looks.changed.connect(self.refresh)

    def refresh(self) -> None:
        self.theme.set_value(self.context.looks.choice)
        self.text_size.set_value(str(round(self.context.looks.factor * 100)))

    def _take_theme(self) -> None:
        chosen = str(self.theme.value())
        self.keep(THEME, chosen)
        self.context.looks.choose(chosen)

    def _take_size(self) -> None:
        chosen = str(self.text_size.value())
        self.keep(TEXT_SIZE, chosen)
        self.context.looks.set_factor(int(chosen) / 100)
