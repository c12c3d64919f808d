"""Export: choose, see exactly what leaves, save, and open what was saved."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from leadjournal.base import folders
from leadjournal.base.errors import Problem
from leadjournal.base.formats import number
from leadjournal.base.preferences import LAST_EXPORT_FOLDER
from leadjournal.base.words import _, isolated, ngettext
from leadjournal.ui.context import Context
from leadjournal.ui.dialogs.base import MARGIN, Dialog
from leadjournal.ui.dialogs.export_form import ExportForm
from leadjournal.ui.dialogs.export_titles import TitleList
from leadjournal.ui.items.entry_words import KINDS, kind_full
from leadjournal.ui.outside import not_opened, open_file, open_folder
from leadjournal.ui.widgets.announce import announce
from leadjournal.ui.widgets.buttons import PrimaryButton, SecondaryButton
from leadjournal.ui.widgets.card import Well
from leadjournal.ui.widgets.editors import ComboBox
from leadjournal.ui.widgets.field import Field
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.scroll import ScrollPage

if TYPE_CHECKING:
    from leadjournal.services.exporting import ExportPreview
    from leadjournal.services.jobs import Progress

_WIDE = 620
_TALL = 470
_PAUSE = 120
_LEAST_TALL = 96


class ExportDialog(Dialog):
    """Nothing leaves before it was named and counted."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context.looks, parent, _("Export"), width=_WIDE)
        self._context = context
        self._turn = 0
        self._is_writing = False
        self._file: Path | None = None
        looks, workspace = context.looks, context.workspace
        self.form = ExportForm(
            looks,
            workspace.clock.today(),
            [(each.id, each.words) for each in workspace.exporting.kinds()],
            [(kind, kind_full(kind)) for kind in KINDS],
            workspace.entries.all_tags(),
        )
        self._format = ComboBox(
            looks, [(each.words, each.id) for each in workspace.exporting.formats()]
        )
        self._count = Label(looks, "", "body-m", wrap=True)
        self._counts = Label(looks, "", "small", "text_2", wrap=True)
        self._titles = TitleList(looks)
        self._said = Label(looks, "", "small", "danger", wrap=True)
        self._save = PrimaryButton(looks, _("Save…"), "download")
        self._cancel = SecondaryButton(looks, _("Cancel"))
        self._show = SecondaryButton(looks, _("Show in folder"), "folder-open")
        self._open_file = PrimaryButton(looks, _("Open the file"), "external-link")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._sheet = ScrollPage(looks, spacing=16, edges=False)
        self._lay_out()
        self._connect()
        self._look()

    def fit(self) -> None:
        # The choices take what the counts and the buttons leave them of the window.
        self._sheet.setFixedHeight(_LEAST_TALL)
        super().fit()
        layout, parent = self.layout(), self.parentWidget()
        if layout is None or parent is None:
            return
        rest = layout.heightForWidth(self.width()) - _LEAST_TALL
        room = parent.height() - MARGIN - rest
        self._sheet.setFixedHeight(max(_LEAST_TALL, min(self.looks.scaled(_TALL), room)))
        super().fit()

    def _lay_out(self) -> None:
        column = self._sheet.column
        column.setContentsMargins(2, 0, 4, 4)
        column.addWidget(self.form)
        column.addWidget(Field(self.looks, _("Format"), self._format))
        column.addWidget(self._preview())
        column.addStretch()
        self.column.addWidget(self._sheet, 1)
        self.column.addWidget(self._count)
        self.column.addWidget(self._said)
        self._said.hide()
        self._show.hide()
        self._open_file.hide()
        self.set_buttons(self._cancel, self._show, self._open_file, self._save)

    def _preview(self) -> QWidget:
        well = Well(self.looks, spacing=4)
        well.column.addWidget(Label(self.looks, _("Exactly this leaves"), "small-m", "text_2"))
        well.column.addWidget(self._counts)
        well.column.addWidget(self._titles)
        return well

    def _connect(self) -> None:
        self.form.changed.connect(self._pause.start)
        self._pause.timeout.connect(self._look)
        self._cancel.clicked.connect(self.reject)
        self._save.clicked.connect(self._choose_file)
        self._open_file.clicked.connect(self._open_it)
        self._show.clicked.connect(self._show_it)

    def _look(self) -> None:
        self._turn += 1
        turn, choice = self._turn, self.form.choice()
        exporting = self._context.workspace.exporting

        def job(_progress: Progress) -> tuple[int, ExportPreview]:
            return turn, exporting.preview(choice)

        handle = self._context.jobs.prepare(job)
        handle.done.connect(self._show_preview)
        handle.failed.connect(self._tell)
        handle.begin()

    def _show_preview(self, answer: tuple[int, ExportPreview]) -> None:
        turn, preview = answer
        if turn != self._turn:
            return
        self._said.hide()
        counts = [
            _("{words}: {count}").format(words=each, count=number(n)) for each, n in preview.counts
        ]
        self._counts.setText(" · ".join(counts) or _("Nothing"))
        self._count.setText(_in_short(preview, self.form.choice().include_private))
        self._titles.show_titles(preview.titles)
        self.fit()
        self._save.setEnabled(bool(preview.counts))
        if not self.form.choice().include_private:
            self.form.count_private(preview.private_left_out)

    def _choose_file(self) -> None:
        ending = str(self._format.value())
        kept = self._context.preferences.get(LAST_EXPORT_FOLDER)
        folder = Path(kept) if kept and Path(kept).is_dir() else folders.journals()
        name = f"{self._context.workspace.card.name}{ending}".replace("/", " ")
        dialog = QFileDialog(self, _("Save the export"), str(folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending.lstrip("."))
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: self.write(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, file: Path) -> None:
        """Write what was chosen to this file; its ending chooses the format."""
        choice, exporting = self.form.choice(), self._context.workspace.exporting
        self._set_writing(True)

        def job(_progress: Progress) -> Path:
            exporting.write(choice, file)
            return file

        handle = self._context.jobs.prepare(job)
        handle.done.connect(self._written)
        handle.failed.connect(self._not_written)
        handle.begin()

    def reject(self) -> None:
        # A document is written in one go; how that ended is told.
        if not self._is_writing:
            super().reject()

    def _set_writing(self, writing: bool) -> None:
        self._is_writing = writing
        self._cancel.setEnabled(not writing)
        self._save.setEnabled(not writing)
        self._save.setText(_("Writing…") if writing else _("Save…"))

    def _not_written(self, problem: Problem) -> None:
        self._set_writing(False)
        self._tell(problem)

    def _written(self, file: Path) -> None:
        self._set_writing(False)
        self._file = file
        with suppress(Problem):
            self._context.preferences.choose(LAST_EXPORT_FOLDER, str(file.parent))
        self.title.setText(_("Saved as {file}").format(file=isolated(file.name)))
        self._sheet.hide()
        self._save.hide()
        self._cancel.setText(_("Close"))
        self._show.show()
        self._open_file.show()
        self.fit()
        self._open_file.setFocus()

    def _tell(self, problem: Problem) -> None:
        self._said.setText(str(problem))
        self._said.show()
        self.fit()

    def _open_it(self) -> None:
        if self._file is not None and not open_file(self._file):
            self._say_where(self._file)

    def _show_it(self) -> None:
        if self._file is not None and not open_folder(self._file.parent):
            self._say_where(self._file)

    def _say_where(self, file: Path) -> None:
        self._said.set_colour("debt")
        self._said.setText(not_opened(file))
        self._said.show()
        self.fit()
        announce(self, self._said.text())


def _in_short(preview: ExportPreview, own_copy: bool) -> str:
    count = sum(n for _words, n in preview.counts)
    leaving = ngettext(
        "{count} record leaves, {entries} of them entries.",
        "{count} records leave, {entries} of them entries.",
        count,
    ).format(count=number(count), entries=number(preview.entries))
    return " ".join((leaving, _left_out(preview, own_copy)))


def _left_out(preview: ExportPreview, own_copy: bool) -> str:
    if own_copy:
        return _("Private entries are in it: keep this copy to yourself.")
    count = preview.private_left_out
    return ngettext(
        "{count} private entry stays here.", "{count} private entries stay here.", count
    ).format(count=number(count))
