"""The backups of a journal, to choose one from; also where the journal itself cannot be opened."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from leadjournal.base.words import _
from leadjournal.ui.dialogs.sheet import SheetDialog
from leadjournal.ui.widgets.backup_card import BackupCard
from leadjournal.ui.widgets.buttons import PrimaryButton, SecondaryButton
from leadjournal.ui.widgets.label import Label

if TYPE_CHECKING:
    from pathlib import Path

    from leadjournal.services.backup_list import Backup
    from leadjournal.ui.theme.looks import Looks

_WIDE = 560


class BackupsDialog(SheetDialog):
    """A row leads to what is in the backup; nothing is restored from here."""

    chosen = Signal(object)
    other_wished = Signal()

    def __init__(self, looks: Looks, parent: QWidget, name: str) -> None:
        super().__init__(looks, parent, _("Backups of {name}").format(name=name), width=_WIDE)
        sentence = _("Choose one to see what is in it. Nothing is restored before you say so.")
        self.sheet.addWidget(Label(looks, sentence, "body", "text_2", wrap=True))
        self.card = BackupCard(looks)
        self.card.say(_("Looking at the backups…"))
        self.card.chosen.connect(self.chosen)
        self.sheet.addWidget(self.card)
        self.other = SecondaryButton(looks, _("Choose another file…"), "folder-open")
        self.other.clicked.connect(self._choose_other)
        close = PrimaryButton(looks, _("Close"))
        close.clicked.connect(self.reject)
        self.finish(self.other, close)

    def show_backups(
        self, backups: Sequence[Backup], now: datetime, first: Path | None = None
    ) -> None:
        """Show them all; the keyboard goes to the one that is offered first, else to the first."""
        self.card.say(
            ""
            if backups
            else _("There is none in the usual places. A copy on a stick can be chosen as a file.")
        )
        self.card.show_backups(backups, now)
        rows = self.card.rows()
        at = next((row for backup, row in zip(backups, rows, strict=False)
                   if backup.path == first), rows[0] if rows else None)  # fmt: skip
        # New rows are shown by their layout in its next turn; before, they have no height.
        QTimer.singleShot(0, self, lambda: self._settle(at))

    def _settle(self, row: QWidget | None) -> None:
        self.fit()
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_other(self) -> None:
        self.reject()
        self.other_wished.emit()
