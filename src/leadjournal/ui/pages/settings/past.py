"""What is kept of the past: the trash and earlier versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadjournal.base.words import _
from leadjournal.ui.pages.settings.section import Section
from leadjournal.ui.widgets.buttons import SecondaryButton
from leadjournal.ui.widgets.setting_row import SettingRow

if TYPE_CHECKING:
    from leadjournal.ui.context import Context


class PastSection(Section):
    """Nothing here can be switched: it says what is kept, and leads there."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, _("Trash and versions"))
        looks = context.looks
        self.trash = SecondaryButton(looks, _("Open the trash"), "trash-2")
        self.trash.clicked.connect(lambda: context.open_page("trash"))
        self.add_card([
            SettingRow(looks, _("Trash"),
                       _("What you remove is kept for 30 days and comes back with its parts and "
                         "links."), self.trash),
            SettingRow(looks, _("Versions"),
                       _("Every text keeps its earlier versions for as long as it is in the "
                         "journal: each of the last 30 days, before that one a day. Ctrl+Shift+H "
                         "shows those of the record you are at.")),
            SettingRow(looks, _("Forget for good"),
                       _("In the trash, in the details of an entry, and where a person or a team "
                         "is chosen. Backups made before still hold what was forgotten.")),
        ])  # fmt: skip
        self.finish()
