"""Write a bundle: what it is, who can read it, with the history or without."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from leadjournal.base import folders
from leadjournal.base.errors import Problem
from leadjournal.base.preferences import LAST_EXPORT_FOLDER
from leadjournal.base.words import _
from leadjournal.services.jobs import Progress, Stoppable, Stopped
from leadjournal.ui.context import Context
from leadjournal.ui.dialogs.sheet import SheetDialog
from leadjournal.ui.widgets.buttons import PrimaryButton, SecondaryButton
from leadjournal.ui.widgets.editors import ComboBox
from leadjournal.ui.widgets.field import Field
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.note import Note

if TYPE_CHECKING:
    from leadjournal.services.bundles import Written

_WIDE = 480
_HISTORY = "history"


class BundleDialog(SheetDialog):
    """Nothing readable is written before it was said that it is readable."""

    written = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context.looks, parent, _("Write a bundle"), width=_WIDE)
        self._context = context
        self._work: Stoppable[Written] | None = None
        looks = context.looks
        self._history = ComboBox(
            looks,
            [
                (_("Every record"), ""),
                (_("Every record, the trash and earlier versions"), _HISTORY),
            ],
        )
        self._said = Label(looks, "", "small", "danger", wrap=True)
        self._cancel = SecondaryButton(looks, _("Cancel"))
        self._choose = PrimaryButton(looks, _("Choose a place…"), "folder")
        self._lay_out()
        self._cancel.clicked.connect(self.reject)
        self._choose.clicked.connect(self._choose_file)

    def write(self, file: Path) -> None:
        """Write the bundle to this file, then close."""
        bundles, with_history = self._context.workspace.bundles, self._history.value() == _HISTORY
        self._choose.setEnabled(False)
        self._choose.setText(_("Writing…"))

        def job(progress: Progress) -> Written:
            return bundles.write(file, with_history=with_history, progress=progress)

        self._work = Stoppable(job)
        handle = self._context.jobs.prepare(self._work.run)
        handle.progressed.connect(self._report)
        handle.done.connect(self._end)
        handle.failed.connect(self._tell)
        handle.begin()

    def reject(self) -> None:
        if self._work is None:
            super().reject()
        else:
            # How it ended is told: it may have been written already.
            self._cancel.setEnabled(False)
            self._work.stop()

    def done(self, result: int) -> None:
        if self._work is not None:
            self._work.stop()
        super().done(result)

    def _lay_out(self) -> None:
        looks = self.looks
        sentence = _(
            "Everything in the journal, without loss, as plain text in a zip. Any program can "
            "read it, and it can be imported into a journal again."
        )
        self.put(Label(looks, sentence, "body", "text_2", wrap=True))
        if self._context.workspace.is_encrypted:
            warning = _("Your journal is encrypted, a bundle is not: whoever has it can read it.")
            note = Note(looks, warning, icon="lock-open", dismissable=False)
            self.put(note)
        self.put(Field(looks, _("What goes in"), self._history))
        self.put(self._said)
        self._said.hide()
        self.sheet.addStretch()
        self.set_buttons(self._cancel, self._choose)

    def _choose_file(self) -> None:
        kept = self._context.preferences.get(LAST_EXPORT_FOLDER)
        folder = Path(kept) if kept and Path(kept).is_dir() else folders.journals()
        dialog = QFileDialog(self, _("Save the bundle"), str(folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([_("Bundles (*.zip)")])
        dialog.setDefaultSuffix("zip")
        dialog.selectFile(self._context.workspace.bundles.suggested_name())
        dialog.fileSelected.connect(lambda chosen: self.write(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _report(self, done: int, total: int, _words: str) -> None:
        if total:
            self._choose.setText(_("Writing… {percent}%").format(percent=100 * done // total))

    def _end(self, written: Written) -> None:
        self._work = None
        with suppress(Problem):
            self._context.preferences.choose(LAST_EXPORT_FOLDER, str(written.path.parent))
        self.written.emit(written)
        self.accept()

    def _tell(self, problem: Problem) -> None:
        self._work = None
        self._cancel.setEnabled(True)
        if isinstance(problem, Stopped):
            self.reject()
            return
        self._said.setText(str(problem))
        self._said.show()
        self._choose.setEnabled(True)
        self._choose.setText(_("Choose a place…"))
        self.fit()
