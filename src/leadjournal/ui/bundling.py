"""What the commands about bundles do; services and dialogs are loaded when they are asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from leadjournal.base import folders
from leadjournal.base.formats import number
from leadjournal.base.preferences import LAST_EXPORT_FOLDER
from leadjournal.base.words import _, isolated, ngettext
from leadjournal.ui.window import Window

if TYPE_CHECKING:
    from leadjournal.services.bundles import TakenIn, Written


class Bundling(QObject):
    """Everything out of the journal as a bundle, and a bundle in; taught to the window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        window.teach({"bundle": self._write, "import": self._choose})

    def _write(self) -> None:
        if (context := self._desk.context) is not None:
            from leadjournal.ui.dialogs.bundle import BundleDialog

            self._desk.pages.save()
            dialog = BundleDialog(context, self._window)
            dialog.written.connect(self._say_written)
            dialog.open()

    def _say_written(self, written: Written) -> None:
        words = ngettext(
            "Bundle written: {file}, {count} record",
            "Bundle written: {file}, {count} records",
            written.records,
        )
        said = words.format(file=isolated(written.path.name), count=number(written.records))
        self._desk.toast.say(said, icon="package")

    def _choose(self) -> None:
        kept = self._window.room.preferences.get(LAST_EXPORT_FOLDER)
        folder = Path(kept) if kept and Path(kept).is_dir() else folders.journals()
        dialog = QFileDialog(self._window, _("Choose a bundle"), str(folder))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_("Bundles (*.zip)"), _("All files (*)")])
        dialog.fileSelected.connect(lambda chosen: self.take_in(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_in(self, file: Path) -> None:
        """Show what is in a bundle, and take it in when that is wanted."""
        if (context := self._desk.context) is not None:
            from leadjournal.ui.dialogs.bundle_import import ImportDialog

            self._desk.pages.save()
            dialog = ImportDialog(context, self._window, file)
            dialog.taken_in.connect(self._say_taken_in)
            dialog.open()

    def _say_taken_in(self, taken: TakenIn) -> None:
        self._desk.toast.say(taken.sentence, icon="upload", undo=taken.can_be_undone)
