"""Protection: the passphrase of this journal, and when it locks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadjournal.base.preferences import LOCK_AFTER, LOCK_AWAY
from leadjournal.base.words import _, ngettext
from leadjournal.ui.pages.settings.section import Section
from leadjournal.ui.widgets.editors import ComboBox
from leadjournal.ui.widgets.setting_row import SettingRow

if TYPE_CHECKING:
    from leadjournal.ui.context import Context


def minutes_words(minutes: str) -> str:
    """A choice of the setting in words."""
    if minutes == "0":
        return _("Never")
    return ngettext("{n} minute", "{n} minutes", int(minutes)).format(n=minutes)


class ProtectionSection(Section):
    """When a journal with a passphrase locks; chosen for this computer."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, _("Protection"))
        looks = context.looks
        after: list[tuple[str, object]] = [(minutes_words(n), n) for n in LOCK_AFTER.choices]
        away: list[tuple[str, object]] = [(_("Yes"), "yes"), (_("No"), "no")]
        self.lock_after = ComboBox(looks, after)
        self.lock_away = ComboBox(looks, away)
        self.add_card([
            SettingRow(looks, _("Lock after"), _(LOCK_AFTER.sentence), self.lock_after),
            SettingRow(looks, _("Lock when you are away"), _(LOCK_AWAY.sentence), self.lock_away),
        ])  # fmt: skip
        self.finish()
        self.lock_after.activated.connect(
            lambda: self.keep(LOCK_AFTER, str(self.lock_after.value()))
        )
        self.lock_away.activated.connect(lambda: self.keep(LOCK_AWAY, str(self.lock_away.value())))

    def refresh(self) -> None:
        self.lock_after.set_value(self.context.preferences.get(LOCK_AFTER))
        self.lock_away.set_value(self.context.preferences.get(LOCK_AWAY))
