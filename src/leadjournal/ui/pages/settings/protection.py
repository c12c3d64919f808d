"""Protection: the passphrase of this journal, and when it locks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leadjournal.base.preferences import LOCK_AFTER, LOCK_AWAY
from leadjournal.base.words import _, ngettext
from leadjournal.ui.pages.settings.section import Section
from leadjournal.ui.widgets.buttons import SecondaryButton
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
    """What protects the file is in the file itself; when it locks is chosen for this computer."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, _("Protection"))
        looks = context.looks
        after: list[tuple[str, object]] = [(minutes_words(n), n) for n in LOCK_AFTER.choices]
        away: list[tuple[str, object]] = [(_("Yes"), "yes"), (_("No"), "no")]
        self.lock_after = ComboBox(looks, after)
        self.lock_away = ComboBox(looks, away)
        self._state = SettingRow(looks, _("Passphrase"), "", self._passphrase_buttons())
        self.copies = SecondaryButton(looks, _("Find them…"), "search")
        self.sheet = SecondaryButton(looks, _("Make one…"), "file-text")
        self._copies_row = SettingRow(
            looks,
            _("Copies that anybody can read"),
            _("Backups made before the journal had its passphrase. They can be deleted here."),
            self.copies,
        )
        self.add_card(
            [
                self._state,
                SettingRow(
                    looks,
                    _("Recovery sheet"),
                    _("One page for your papers: how the file opens without leadjournal."),
                    self.sheet,
                ),
                self._copies_row,
            ]
        )
        self.add_card([
            SettingRow(looks, _("Lock after"), _(LOCK_AFTER.sentence), self.lock_after),
            SettingRow(looks, _("Lock when you are away"), _(LOCK_AWAY.sentence), self.lock_away),
        ])  # fmt: skip
        self.finish()
        self.copies.clicked.connect(lambda: context.do("readable-copies"))
        self.sheet.clicked.connect(lambda: context.do("recovery-sheet"))
        self.lock_after.activated.connect(
            lambda: self.keep(LOCK_AFTER, str(self.lock_after.value()))
        )
        self.lock_away.activated.connect(lambda: self.keep(LOCK_AWAY, str(self.lock_away.value())))

    def _passphrase_buttons(self) -> QWidget:
        looks, holder = self.context.looks, QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        self.give = SecondaryButton(looks, _("Give it one…"), "lock-keyhole")
        self.change = SecondaryButton(looks, _("Change…"), "key-round")
        self.remove = SecondaryButton(looks, _("Remove…"), "lock-open")
        for button, command in (
            (self.give, "give-passphrase"),
            (self.change, "change-passphrase"),
            (self.remove, "remove-passphrase"),
        ):
            button.clicked.connect(lambda _on=False, id_=command: self.context.do(id_))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        return holder

    def _show_state(self) -> None:
        workspace = self.context.workspace
        protected, may_change = workspace.is_encrypted, not workspace.read_only
        self._state.say(
            _("This journal has one. Without it nobody can read it, and nobody can restore it.")
            if protected
            else _("This journal has none: whoever has this computer or a copy of the file can "
                   "read it."),
            "text_2" if protected else "debt",
        )  # fmt: skip
        self.give.setVisible(not protected and may_change)
        self.change.setVisible(protected and may_change)
        self.remove.setVisible(protected and may_change)
        self._copies_row.setVisible(protected and may_change)

    def refresh(self) -> None:
        self._show_state()
        self.lock_after.set_value(self.context.preferences.get(LOCK_AFTER))
        self.lock_away.set_value(self.context.preferences.get(LOCK_AWAY))
