"""Import a bundle: what is in it, what of it is new, and taking that in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from leadjournal.base.errors import Problem
from leadjournal.base.formats import number
from leadjournal.base.words import _, ngettext
from leadjournal.services.jobs import Progress, Stoppable, Stopped
from leadjournal.ui.context import Context
from leadjournal.ui.dialogs.sheet import SheetDialog
from leadjournal.ui.widgets.buttons import PrimaryButton, SecondaryButton
from leadjournal.ui.widgets.card import Divider
from leadjournal.ui.widgets.label import Label

if TYPE_CHECKING:
    from leadjournal.services.bundles import BundlePreview, TakenIn

_WIDE = 520
_TOP = Qt.AlignmentFlag.AlignTop


class ImportDialog(SheetDialog):
    """Nothing comes in before it was counted; what is different stays as it is here."""

    taken_in = Signal(object)

    def __init__(self, context: Context, parent: QWidget, file: Path) -> None:
        super().__init__(context.looks, parent, _("Import a bundle"), width=_WIDE)
        self._context = context
        self._file = file
        self._work: Stoppable[object] | None = None
        self._is_taking = False
        self._leave = SecondaryButton(context.looks, _("Cancel"))
        self._take = PrimaryButton(context.looks, _("Take it in"), "upload")
        self._take.hide()
        self._say([_("Reading the bundle…")])
        self.set_buttons(self._leave, self._take)
        self._leave.clicked.connect(self.reject)
        self._take.clicked.connect(self._take_in)
        self._look()

    def reject(self) -> None:
        if self._is_taking and self._work is not None:
            # How it ended is told: it may be past the moment at which it can be stopped.
            self._leave.setEnabled(False)
            self._work.stop()
        else:
            super().reject()

    def done(self, result: int) -> None:
        if self._work is not None:
            self._work.stop()
        super().done(result)

    def _look(self) -> None:
        bundles, file = self._context.workspace.bundles, self._file

        def job(progress: Progress) -> BundlePreview:
            return bundles.preview(file, progress)

        self._run(job, self._show)

    def _take_in(self) -> None:
        bundles, file = self._context.workspace.bundles, self._file
        self._is_taking = True
        self._take.setEnabled(False)
        self._take.setText(_("Taking in…"))

        def job(progress: Progress) -> TakenIn:
            return bundles.take_in(file, progress)

        self._run(job, self._end)

    def _run(self, job: Callable[[Progress], object], then: Callable[..., None]) -> None:
        self._work = Stoppable(job)
        handle = self._context.jobs.prepare(self._work.run)
        handle.progressed.connect(self._report)
        handle.done.connect(self._rest)
        handle.done.connect(then)
        handle.failed.connect(self._rest)
        handle.failed.connect(self._tell)
        handle.begin()

    def _rest(self, _outcome: object) -> None:
        self._work = None
        self._leave.setEnabled(True)

    def _report(self, done: int, total: int, _words: str) -> None:
        percent = 100 * done // max(1, total)
        if self._take.isVisible():
            self._take.setText(_("Taking in… {percent}%").format(percent=percent))
        else:
            self._say([_("Reading the bundle… {percent}%").format(percent=percent)])

    def _show(self, preview: BundlePreview) -> None:
        lines = [preview.origin, *preview.notes]
        if not preview.new:
            lines.append(_("Everything in the bundle is here already."))
        self._say(lines, preview.rows)
        if not preview.new:
            self._close_only()
            return
        words = ngettext("Take in {count} record", "Take in {count} records", preview.new)
        self._take.setText(words.format(count=number(preview.new)))
        self._take.show()
        self.fit()
        self._take.setFocus()

    def _end(self, taken: TakenIn) -> None:
        self.taken_in.emit(taken)
        self.accept()

    def _tell(self, problem: Problem) -> None:
        if isinstance(problem, Stopped):
            self.reject()
            return
        parts = (problem.happened, problem.safe, problem.way_out)
        self._say([part for part in parts if part])
        self._close_only()

    def _close_only(self) -> None:
        self._take.hide()
        self._leave.setText(_("Close"))
        self.fit()
        self._leave.setFocus()

    def _say(self, lines: list[str], rows: list[tuple[str, str]] | None = None) -> None:
        column = self.sheet
        while (item := column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for at, line in enumerate(lines):
            colour = "text_2" if at else "text"
            self.put(Label(self.looks, line, "body", colour, wrap=True))
        for kind, share in rows or ():
            self.put(Divider(self.looks))
            self.put(self._row(kind, share))
        column.addStretch()
        self.setAccessibleDescription(" ".join(lines))

    def _row(self, kind: str, share: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(Label(self.looks, kind, "body", wrap=True), 1, _TOP)
        row.addWidget(Label(self.looks, share, "body", "text_2", wrap=True), 1, _TOP)
        return holder
