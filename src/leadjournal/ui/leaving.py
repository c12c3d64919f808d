"""The way out of an open journal: what is written is saved or held, then the file is closed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from leadjournal.base.errors import Problem
from leadjournal.base.words import _
from leadjournal.ui.locking import put_forms_by
from leadjournal.ui.window import Window

if TYPE_CHECKING:
    from leadjournal.services.jobs import Progress
    from leadjournal.services.unsaved import Unsaved
    from leadjournal.services.workspace import Workspace
    from leadjournal.ui.job_runner import Handle, Job

    Last = Callable[[Progress], object]
    FindLast = Callable[[Workspace, bool], Last | None]

AT_ONCE = 500
"""Milliseconds a lock waits for a running job before the closing queues up behind it."""


class Leaving(QObject):
    """Knows every journal that is open, and the words that no disk would take."""

    left = Signal()
    """The journal was saved and closed."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._room = window.room
        self._opened: list[Workspace] = []
        # By the identity of the journal they belong to: another one may be opened first.
        self._held: dict[str, list[Unsaved]] = {}
        self._asks = True
        self.before_closing: FindLast = lambda workspace, hurried: None
        """Gives what is left to do with a journal before it is closed, unless it has to be locked
        at once; told whether the computer wants to end."""
        window.ask_before_closing(self._may_close)

    def prepare(self, job: Job) -> Handle:
        """A handle on a job that opens a journal; a window that closes meanwhile closes it too."""

        def keeping(progress: Progress) -> object:
            workspace = job(progress)
            self._opened.append(workspace)  # type: ignore[arg-type]
            return workspace

        return self._room.jobs.prepare(keeping)

    def ask_nothing(self, silent: bool = True) -> None:
        """Close without a question from now on: the computer wants to end, nobody can answer."""
        self._asks = not silent

    def then(self, go_on: Callable[[], object]) -> None:
        """Save and close the open journal, then go on; ask first when something is not saved."""
        if self._is_saved():
            self._close_then(go_on)
        else:
            self._ask_to_lose(go_on)

    def hold_unsaved(self) -> str:
        """Save all, or put it by, or hold it here; gives the sentence on what is not saved."""
        workspace, pages = self._desk.workspace, self._desk.pages
        if workspace is None:
            return ""
        forms = put_forms_by()
        pages.save()
        unsaved = [*self._held.pop(workspace.identity, ()), *pages.unsaved(), *forms]
        if not unsaved:
            return ""
        from leadjournal.services import rescue

        is_put_by = rescue.keep(workspace, unsaved)
        if not is_put_by:
            self._held[workspace.identity] = unsaved
        pages.let_unsaved_go()
        return (
            _("What you typed last could not be saved. It is kept until you unlock.")
            if not is_put_by
            else _("What you typed last is put by and comes back when you unlock.")
        )

    def settle(self, workspace: Workspace) -> Problem | None:
        """Write what was held for this journal into it; gives why that did not work.

        What belongs to another one is held on.
        """
        if not (held := self._held.get(workspace.identity)):
            return None
        from leadjournal.services.unsaved import take_in

        try:
            take_in(workspace, held)
        except Problem as problem:
            return problem
        del self._held[workspace.identity]
        return None

    def close(self, patience: int = -1) -> None:
        """Take the journal off the desk and close it; with `patience`, behind a job that is slow.

        What its pages still show is gone at once in either case.
        """
        self._take_off()
        if self._room.jobs.finish(patience):
            if patience < 0:
                from leadjournal.services.jobs import Silent

                for deed in self._left_to_do():
                    deed(Silent())
            self._close_all()
        else:
            self._room.jobs.prepare(lambda _progress: self._close_behind()).begin()
        self.left.emit()

    def _close_then(self, go_on: Callable[[], object]) -> None:
        """Close; what is left to do before is done beside a screen that says so."""
        deeds = self._left_to_do()
        if not deeds:
            self.close()
            go_on()
            return
        from leadjournal.ui.pages.unlock.waiting import WaitingScreen

        def job(progress: Progress) -> None:
            try:
                for deed in deeds:
                    deed(progress)
            finally:
                self._close_behind()

        screen = WaitingScreen(self._room.looks, _("Making a backup…"))
        self._take_off()
        self._window.show_screen(screen)
        self._room.jobs.finish(0)
        handle = self._room.jobs.prepare(job)
        handle.progressed.connect(screen.report)
        handle.ended.connect(go_on)
        handle.begin()
        self.left.emit()

    def _left_to_do(self) -> list[Last]:
        found = (self.before_closing(workspace, not self._asks) for workspace in self._opened)
        return [deed for deed in found if deed is not None]

    def _take_off(self) -> None:
        self._desk.take_off()
        self._window.set_lockable(False)
        self._window.setWindowTitle("leadjournal")

    def _close_behind(self) -> None:
        # A backup runs beside the lane and reads the journal too.
        self._room.jobs.wait_beside()
        self._close_all()

    def _close_all(self) -> None:
        while self._opened:
            # A disk that refuses the last tidying up has everything in the log beside the file.
            with suppress(Problem):
                self._opened.pop().close()

    def _is_saved(self) -> bool:
        self._desk.pages.save()
        return not (self._room.save_state.has_failed or self._held)

    def _may_close(self) -> bool:
        if self._asks and not self._is_saved():
            self._ask_to_lose(self._window.close)
            return False
        self.hold_unsaved()
        # A last backup takes a moment; nobody has to look at a window that stands still.
        self._window.hide()
        self.close()
        return True

    def _ask_to_lose(self, then: Callable[[], object]) -> None:
        from leadjournal.ui.dialogs.question import Question

        def lose() -> None:
            self._desk.pages.let_unsaved_go()
            self._held.clear()
            self._close_then(then)

        if self._room.save_state.has_failed:
            sentence = _("{state}. It is still on the screen; close only if it may be lost.")
        else:
            sentence = _("It is held until you unlock the journal; close only if it may be lost.")
        question = Question(
            self._room.looks,
            self._window,
            _("What you typed last is not saved"),
            sentence.format(state=self._room.save_state.words),
            _("Close without it"),
            keep=_("Keep it open"),
            danger=True,
        )
        question.accepted.connect(lose)
        if self._desk.workspace is not None and self._desk.pages.unsaved():
            question.add_way(_("Save a copy elsewhere…"), lambda: self._window.do("copy-elsewhere"))
        question.open()
