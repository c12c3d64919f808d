"""Backups as rows on a card: how old, how large, how many entries, and whether each opens."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leadjournal.base.backups import moment_words
from leadjournal.base.formats import number, size_words
from leadjournal.base.words import ngettext
from leadjournal.rules.backup_state import BackupState
from leadjournal.ui.widgets.buttons import LinkButton
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.list_row import ListCard, ListRow, RowWords

if TYPE_CHECKING:
    from leadjournal.services.backup_list import Backup
    from leadjournal.ui.theme.looks import Looks

SHOWN = 12
"""Rows before the others have to be asked for."""

_BADGES = {
    BackupState.OPENS: ("good", "circle-check"),
    BackupState.ASKS: ("plain", "key-round"),
    BackupState.OLDER: ("plain", "key-round"),
    BackupState.LOCKED: ("debt", "key-round"),
    BackupState.NEWER: ("debt", "hourglass"),
    BackupState.BUSY: ("debt", "hourglass"),
    BackupState.OTHER: ("plain", "notebook-text"),
}
_BAD = ("bad", "triangle-alert")


def row_words(backup: Backup, now: datetime) -> RowWords:
    """What the row of a backup says."""
    told = [size_words(backup.size)] if backup.size else []
    if backup.entries is not None:
        entries = ngettext("{count} entry", "{count} entries", backup.entries)
        told.insert(0, entries.format(count=number(backup.entries)))
    return RowWords(
        title=_first_large(moment_words(backup.made, now)),
        second=" · ".join([*told, *backup.remarks]),
        icon="database-backup",
        badge=_badge(backup),
    )


def _badge(backup: Backup) -> tuple[str, str, str] | None:
    if backup.state is BackupState.UNSEEN:
        return None
    kind, icon = _BADGES.get(backup.state, _BAD)
    return kind, backup.words, icon


def _first_large(words: str) -> str:
    return words[:1].upper() + words[1:]


class BackupCard(QWidget):
    """The newest are shown first; the others when they are asked for."""

    chosen = Signal(object)
    """The path of a backup that is to be looked at."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._rows: list[tuple[Path, RowWords]] = []
        self._shows_all = False
        self._card = ListCard(looks)
        self._said = Label(looks, "", "small", "text_2", wrap=True)
        self._more = LinkButton(looks, "")
        self._more.clicked.connect(self._show_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._said)
        column.addWidget(self._card)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self.say("")

    def rows(self) -> list[ListRow]:
        """The rows in view."""
        return self._card.rows()

    def say(self, sentence: str) -> None:
        """What is to be told above the rows, or nothing."""
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def show_backups(self, backups: Sequence[Backup], now: datetime) -> None:
        """Show these and no others."""
        self._rows = [(backup.path, row_words(backup, now)) for backup in backups]
        self._fill()

    def _show_all(self) -> None:
        self._shows_all = True
        before = len(self.rows())
        self._fill()
        self.rows()[before].setFocus(Qt.FocusReason.TabFocusReason)

    def _fill(self) -> None:
        shown = self._rows if self._shows_all else self._rows[:SHOWN]
        self._card.set_rows([self._row(path, words) for path, words in shown])
        self._card.setVisible(bool(shown))
        left = len(self._rows) - len(shown)
        self._more.setVisible(left > 0)
        words = ngettext("Show {n} older one", "Show {n} older ones", left)
        self._more.setText(words.format(n=number(left)))

    def _row(self, path: Path, words: RowWords) -> ListRow:
        row = ListRow(self._looks, words)
        row.setToolTip(str(path))
        row.clicked.connect(lambda: self.chosen.emit(path))
        return row
