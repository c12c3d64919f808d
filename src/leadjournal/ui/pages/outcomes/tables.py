"""Tables of other programs: how one is chosen, its rows in words, and what it cannot tell."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Generic, TypeVar, overload

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from leadjournal.base import folders
from leadjournal.base.preferences import LAST_EXPORT_FOLDER, Preferences
from leadjournal.base.words import _
from leadjournal.ui.widgets.table import Cell

L = TypeVar("L")


def choose_table(
    parent: QWidget, preferences: Preferences, title: str, then: Callable[[Path], None]
) -> None:
    """Ask for a file with a table, where the last document was saved."""
    kept = preferences.get(LAST_EXPORT_FOLDER)
    folder = Path(kept) if kept and Path(kept).is_dir() else folders.journals()
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([_("Tables (*.csv *.tsv *.txt)"), _("All files (*)")])
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.open()


def orders() -> list[tuple[str, object]]:
    """How day and month may be ordered."""
    return [(_("Day first: 3/4 is 3 April"), "dmy"), (_("Month first: 3/4 is 4 March"), "mdy")]


def signs() -> list[tuple[str, object]]:
    """What may stand before the decimals."""
    return [
        (_("With a point: 1,234 is above a thousand"), "."),
        (_("With a comma: 1,234 is a bit more than 1"), ","),
    ]


class LineRows(Sequence[tuple[Cell, ...]], Generic[L]):
    """The cells of each line, made when they are looked at."""

    def __init__(self, lines: Sequence[L]) -> None:
        self._lines = lines

    @abstractmethod
    def cells(self, line: L) -> tuple[Cell, ...]:
        """One line in words."""

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, place: int) -> tuple[Cell, ...]: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[tuple[Cell, ...]]: ...

    def __getitem__(self, place: int | slice) -> tuple[Cell, ...] | Sequence[tuple[Cell, ...]]:
        if isinstance(place, slice):
            return [self.cells(line) for line in self._lines[place]]
        return self.cells(self._lines[place])
