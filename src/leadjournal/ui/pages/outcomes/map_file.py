"""The map as a file: where it is to lie, and how that went."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from leadjournal.base import folders
from leadjournal.base.errors import Problem
from leadjournal.base.preferences import LAST_EXPORT_FOLDER
from leadjournal.base.words import _, isolated

if TYPE_CHECKING:
    from leadjournal.rules.outcome_map import OutcomeMap
    from leadjournal.services.jobs import Progress
    from leadjournal.ui.context import Context


class MapFile:
    """Writes the map as it is seen: what is filtered out or folded away is not in the picture."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        self._context = context
        self._parent = parent

    def ask(self, shown: OutcomeMap) -> None:
        """Ask for a name, and write the map there."""
        kept = self._context.preferences.get(LAST_EXPORT_FOLDER)
        folder = Path(kept) if kept and Path(kept).is_dir() else folders.journals()
        words = _("{journal}, map").format(journal=self._context.workspace.card.name)
        name = f"{words}.svg".replace("/", " ")
        dialog = QFileDialog(self._parent, _("Save the map"), str(folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_("Picture (*.svg)"))
        dialog.setDefaultSuffix("svg")
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: self.write(shown, Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, shown: OutcomeMap, file: Path) -> None:
        """Write the map to a file, whole or not at all."""
        exporting = self._context.workspace.exporting

        def job(_progress: Progress) -> Path:
            exporting.write_map(shown, file)
            return file

        handle = self._context.jobs.prepare(job)
        handle.done.connect(self._written)
        handle.failed.connect(self._context.fail)
        handle.begin()

    def _written(self, file: Path) -> None:
        with suppress(Problem):
            self._context.preferences.choose(LAST_EXPORT_FOLDER, str(file.parent))
        self._context.say(_("Saved the map as {file}").format(file=isolated(file.name)))
