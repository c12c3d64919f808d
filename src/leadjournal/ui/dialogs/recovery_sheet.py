"""The recovery sheet: what it is for, and where to save it; printing is left to the PDF viewer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from leadjournal.base.errors import Problem
from leadjournal.base.words import _, isolated
from leadjournal.ui.dialogs.base import Dialog
from leadjournal.ui.outside import open_file
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.announce import announce
from leadjournal.ui.widgets.buttons import PrimaryButton, SecondaryButton
from leadjournal.ui.widgets.label import Label

if TYPE_CHECKING:
    from leadjournal.services.jobs import Progress
    from leadjournal.services.workspace import Workspace
    from leadjournal.ui.job_runner import JobRunner

_WIDE = 480


class RecoverySheetDialog(Dialog):
    """Saves the page as a PDF; then it can be opened, to be printed."""

    def __init__(
        self, looks: Looks, parent: QWidget, workspace: Workspace, jobs: JobRunner
    ) -> None:
        super().__init__(looks, parent, _("Recovery sheet"), width=_WIDE)
        self._workspace = workspace
        self._jobs = jobs
        self._file: Path | None = None
        for sentence in _sentences(workspace.is_encrypted):
            self.column.addWidget(Label(looks, sentence, "body", "text_2", wrap=True))
        self._said = Label(looks, "", "small-m", wrap=True)
        self._said.hide()
        self.column.addWidget(self._said)
        self.close_button = SecondaryButton(looks, _("Not now"))
        self.save_button = PrimaryButton(looks, _("Save as PDF…"), "download")
        self.open_button = PrimaryButton(looks, _("Open it to print"), "printer")
        self.open_button.hide()
        self.set_buttons(self.close_button, self.open_button, self.save_button)
        self.close_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self.ask_where)
        self.open_button.clicked.connect(self._open_file)

    def ask_where(self) -> None:
        """Let the user choose where the page is saved."""
        stem = self._workspace.path.stem
        name = _("{journal}, recovery sheet").format(journal=stem[:120])
        start = Path.home() / f"{name}.pdf"
        dialog = QFileDialog(self, _("Save the recovery sheet"), str(start.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setNameFilters([_("PDF (*.pdf)")])
        dialog.selectFile(start.name)
        dialog.fileSelected.connect(lambda chosen: self.save(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, path: Path) -> None:
        """Write the page there, and say so; nothing but a PDF is ever written over."""
        if path.suffix.lower() != ".pdf":
            path = path.with_name(f"{path.name}.pdf")
        sheet, written = self._workspace.recovery_sheet, path

        def job(_progress: Progress) -> Path:
            sheet.write(written)
            return written

        self.save_button.setEnabled(False)
        handle = self._jobs.prepare(job)
        handle.done.connect(self._saved)
        handle.failed.connect(self._not_saved)
        handle.begin()

    def _not_saved(self, problem: Problem) -> None:
        self.save_button.setEnabled(True)
        self._say(str(problem), "danger")

    def _saved(self, path: Path) -> None:
        self._file = path
        words = _("Saved as {file} in {folder}")
        self._say(words.format(file=isolated(path.name), folder=isolated(str(path.parent))), "text")
        self.close_button.setText(_("Close"))
        self.save_button.hide()
        self.open_button.show()
        self.open_button.setFocus()
        self.open_button.setDefault(True)
        self.fit()

    def _say(self, words: str, colour: str) -> None:
        self._said.set_colour(colour)
        self._said.setText(words)
        self._said.show()
        self.fit()
        announce(self, words)

    def _open_file(self) -> None:
        if self._file is not None and not open_file(self._file):
            words = _("No program for PDF was found. It lies at {path}.")
            self._say(words.format(path=isolated(str(self._file))), "debt")


def _sentences(encrypted: bool) -> list[str]:
    first = _("One page for your papers: how this journal opens without leadjournal, in ten years "
              "too. It names the file, its format and the commands of common tools.")  # fmt: skip
    if encrypted:
        return [
            first,
            _("Your passphrase is not on it. An empty line leaves room to write it by hand, if you "
              "have a safe place for the page."),
        ]  # fmt: skip
    return [first, _("This journal has no passphrase: whoever has the file can read it.")]
