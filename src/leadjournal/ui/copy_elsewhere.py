"""Saves a copy of the journal elsewhere, with the words that its own disk refuses."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from leadjournal.base.ending import ENDING
from leadjournal.base.errors import Problem, UserMistake
from leadjournal.base.words import _, isolated
from leadjournal.ui.doorway import Doorway
from leadjournal.ui.window import Window

if TYPE_CHECKING:
    from leadjournal.services.jobs import Progress
    from leadjournal.services.unsaved import Unsaved
    from leadjournal.services.workspace import Workspace


class CopyElsewhere(QObject):
    """Asks where, copies beside the window, and offers to go on in the copy."""

    def __init__(self, window: Window, doorway: Doorway) -> None:
        super().__init__(window)
        self._window = window
        self._doorway = doorway
        self._desk = window.desk
        window.teach({"copy-elsewhere": self.ask_where})

    def ask_where(self) -> None:
        """Let the user choose a place on another disk, a stick for example."""
        if (workspace := self._desk.workspace) is None:
            return
        self._desk.pages.save()
        day = workspace.clock.today().isoformat()
        name = _("{journal}, copy of {day}").format(journal=workspace.path.stem, day=day)
        dialog = self._dialog(_("Save a copy elsewhere"), f"{name}{ENDING}")
        dialog.setNameFilters([_("Journals (*{ending})").format(ending=ENDING)])
        dialog.fileSelected.connect(lambda chosen: self._copy(workspace, _named(Path(chosen))))
        dialog.open()

    def _copy(self, workspace: Workspace, target: Path, *, anew: bool = False) -> None:
        unsaved = self._desk.pages.unsaved()

        def job(_progress: Progress) -> Path:
            from leadjournal.services.rescue import copy_elsewhere

            copy_elsewhere(workspace, target, unsaved, anew=anew)
            return target

        handle = self._window.room.jobs.prepare(job, journal=False)
        handle.done.connect(lambda copy: self._offer_to_go_on(workspace, copy, unsaved))
        handle.failed.connect(lambda problem: self._copy_failed(problem, unsaved))
        handle.begin()

    def _offer_to_go_on(self, workspace: Workspace, copy: Path, unsaved: list[Unsaved]) -> None:
        from leadjournal.ui.dialogs.question import Question

        question = Question(
            self._window.room.looks,
            self._window,
            _("The copy is saved and checked"),
            _("{file} holds everything, also what stands on the screen only. It opens with the "
              "same passphrase, if there is one.").format(file=isolated(str(copy))),
            _("Go on in the copy"),
            keep=_("Stay here"),
        )  # fmt: skip
        question.accepted.connect(lambda: self._go_on_in(workspace, copy, unsaved))
        question.open()

    def _go_on_in(self, workspace: Workspace, copy: Path, unsaved: list[Unsaved]) -> None:
        if self._desk.pages.unsaved() != unsaved:
            # Somebody typed on while the copy was made.
            self._copy(workspace, copy, anew=True)
            return
        self._desk.pages.let_unsaved_go()
        self._doorway.leave_then(lambda: self._doorway.enter(copy))

    def _copy_failed(self, problem: Problem, unsaved: list[Unsaved]) -> None:
        if isinstance(problem, UserMistake) or not unsaved:
            self._desk.fail(problem)
            return
        from leadjournal.ui.dialogs.question import Question

        question = Question(
            self._window.room.looks,
            self._window,
            _("The journal cannot be copied now"),
            _("{reason} What stands on the screen only can be saved as a text. Anybody who finds "
              "that text can read it.").format(reason=problem.happened),
            _("Save the text…"),
            keep=_("Not now"),
        )  # fmt: skip
        question.accepted.connect(lambda: self._ask_for_text(unsaved))
        question.open()

    def _ask_for_text(self, unsaved: list[Unsaved]) -> None:
        dialog = self._dialog(_("Save the text"), _("From my journal.md"))
        dialog.fileSelected.connect(lambda chosen: self._write(Path(chosen), unsaved))
        dialog.open()

    def _write(self, path: Path, unsaved: list[Unsaved]) -> None:
        from leadjournal.services.rescue import write_text

        try:
            write_text(path, unsaved)
        except Problem as problem:
            self._desk.fail(problem)
        else:
            self._desk.toast.say(_("The text is in {file}").format(file=isolated(path.name)))

    def _dialog(self, title: str, name: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title, str(Path.home()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # What is there already is refused in a sentence: nothing is ever written over here.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.selectFile(name)
        dialog.finished.connect(dialog.deleteLater)
        return dialog


def _named(chosen: Path) -> Path:
    return chosen if chosen.suffix == ENDING else chosen.with_name(f"{chosen.name}{ENDING}")
