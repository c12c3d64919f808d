"""The way into a journal and out of it: what is opened, locked and closed."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from leadjournal.base import folders
from leadjournal.base.clock import Clock
from leadjournal.base.ending import ENDING
from leadjournal.base.errors import CannotDecrypt, MissingFile, Problem
from leadjournal.base.preferences import LAST_JOURNAL, LAST_PAGE
from leadjournal.base.words import _, isolated
from leadjournal.rules.locking import Why
from leadjournal.ui.absence import Absence
from leadjournal.ui.first_look import FirstLook, first_look
from leadjournal.ui.leaving import AT_ONCE, Leaving
from leadjournal.ui.locking import close_all_above, first_words, reason_words, words_again
from leadjournal.ui.openings import creating, opening, sampling
from leadjournal.ui.own_copies import OwnCopies
from leadjournal.ui.pages.registry import page_named
from leadjournal.ui.sample_visit import ask_to_remove, sample_path
from leadjournal.ui.threshold import Threshold
from leadjournal.ui.widgets.way import Way
from leadjournal.ui.window import Window

if TYPE_CHECKING:
    from leadjournal.services.jobs import Progress
    from leadjournal.services.workspace import Workspace
    from leadjournal.ui.job_runner import Job
    from leadjournal.ui.leaving import FindLast
    from leadjournal.ui.pages.unlock.page import LockWords

    ClosedWork = Callable[[Path, str | None, Progress], Workspace]


class Doorway(QObject):
    """Opens, makes, locks and closes journals in one window."""

    laid_open = Signal(object)
    """A journal lies open on the desk: its workspace."""
    left = Signal()
    """The journal was saved and closed."""
    awaits = Signal(object)
    """The file this window is about to open or has locked; nothing when it turned from it."""

    backups_wanted = Signal(object)
    """The backups of the journal at this path are to be shown; it is not open."""

    def __init__(
        self, window: Window, clock: Clock, steady: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._room = window.room
        self._clock = clock
        self._path: Path | None = None
        self._after_opening: Problem | None = None
        self._lock_due: Why | None = None
        self._is_new = False
        self._threshold = self._made_threshold()
        self._leaving = Leaving(window)
        self._leaving.left.connect(self.left)
        self._copies = OwnCopies(self)
        self.absence = Absence(window, self._room.looks, self._room.preferences, clock, steady)
        self.absence.taken_up = self._desk.messages_tall
        self.absence.due.connect(self.lock)
        self.left.connect(self.absence.stop)
        window.teach(
            {
                "open": self.choose_file,
                "new-journal": self._begin_new,
                "lock": self.lock,
                "remove-sample": self._ask_to_remove_sample,
            }
        )

    def _made_threshold(self) -> Threshold:
        made = Threshold(self._window, self._clock)
        made.started.connect(self._create)
        made.looked_around.connect(self._look_around)
        made.tried.connect(self._try)
        made.other_wanted.connect(lambda: self.choose_file())
        made.backup_wanted.connect(self._choose_backup)
        made.way_chosen.connect(self._take_way)
        return made

    def begin(self, path: Path | None) -> None:
        """Show at once what is likely, before anything heavy is loaded; then open the journal."""
        last = self._room.preferences.get(LAST_JOURNAL)
        self._path = path or (Path(last) if last else None)
        look = first_look(self._path)
        if look is FirstLook.OPEN:
            self._await_journal()
            self._window.first_painted.connect(self._open_plain)
        else:
            self._show_first(look)

    def enter(self, path: Path) -> None:
        """Open another journal, in the place of the one before."""
        self._path = path
        look = first_look(path)
        if look is FirstLook.OPEN:
            self._await_journal()
            self._window.show_desk()
            self._open_plain()
        else:
            self._show_first(look)

    def choose_file(self, folder: Path | None = None) -> None:
        """Let the user choose a journal, and open it."""
        start = folder or (self._path.parent if self._path else folders.journals())
        dialog = QFileDialog(self._window, _("Open a journal"), str(start))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        journals = _("Journals (*{ending})").format(ending=ENDING)
        dialog.setNameFilters([journals, _("All files (*)")])
        dialog.fileSelected.connect(
            lambda chosen: self.leave_then(lambda: self.enter(Path(chosen)))
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def lock(self, why: Why = Why.WISH) -> None:
        """Close the journal and ask for its passphrase again; nothing that is open stops it.

        One that is just being opened or worked on is locked before it is shown.
        """
        workspace = self._desk.workspace
        if workspace is None:
            self._lock_due = why if self._room.jobs.is_busy else None
            self.absence.stop()
            return
        if not workspace.is_encrypted:
            return
        name, unsaved = workspace.path.stem, ""
        try:
            # A disk that refuses to be read must not keep the journal open.
            with suppress(Problem):
                name = workspace.card.name
            unsaved = self._leaving.hold_unsaved()
            close_all_above(self._window)
            self._copies.clear()
        finally:
            self._leaving.close(AT_ONCE)
            self._ask_again(name, why, unsaved)

    def leave_then(self, then: Callable[[], object]) -> None:
        """Save and close the open journal, then go on; ask first when something is not saved."""
        self._leaving.then(then)

    def before_closing(self, find: FindLast) -> None:
        """Ask this what is left to do before a journal is closed, unless it is locked at once.

        It is told whether the computer wants to end, so that there are few seconds left.
        """
        self._leaving.before_closing = find

    def ask_nothing(self, silent: bool = True) -> None:
        """Close without a question from now on: the computer wants to end, nobody can answer."""
        self._leaving.ask_nothing(silent)

    def end(self) -> None:
        """Save or put by what is written and close, whatever lies open above the window."""
        self.ask_nothing()
        self._window.close()

    def while_closed(self, words: str, work: ClosedWork) -> None:
        """Close the journal, let `work` change its file, and lay open what it gives back.

        `work` is given the file, its passphrase and how to report. When it fails, the journal is
        opened as it was and the problem is told there.
        """
        workspace = self._desk.workspace
        if workspace is None:
            return
        path, passphrase = workspace.path, workspace.passphrase
        self.leave_then(lambda: self._work_closed(words, work, path, passphrase))

    def work_on_closed(self, words: str, work: ClosedWork) -> None:
        """The same where no journal lies open; its file may be damaged, locked or missing.

        When it fails, the problem is told with its ways out.
        """
        self._work_closed(words, work, self._at(), None, self._refuse)

    def _work_closed(
        self,
        words: str,
        work: ClosedWork,
        path: Path,
        passphrase: str | None,
        refused: Callable[[Problem], object] | None = None,
    ) -> None:
        screen = self._threshold.wait(words)
        self.awaits.emit(path)
        if passphrase is not None:
            self.absence.begin()

        def failed(problem: Problem) -> None:
            self._after_opening = problem
            self._run(opening(path, passphrase, self._clock))

        handle = self._leaving.prepare(lambda progress: work(path, passphrase, progress))
        handle.done.connect(self._lay_open)
        handle.failed.connect(refused or failed)
        handle.progressed.connect(screen.report)
        handle.begin()

    def _begin_new(self) -> None:
        self.leave_then(self._welcome)

    def _ask_to_remove_sample(self) -> None:
        ask_to_remove(self._window, self._at(), self.leave_then, self._welcome)

    def _show_first(self, look: FirstLook) -> None:
        if look is FirstLook.LOCKED and self._path is not None:
            self._ask_first()
        elif look is FirstLook.MISSING and self._path is not None:
            happened = _("There is no journal at {file}.").format(file=isolated(str(self._path)))
            way_out = _("It may have been moved, or lie on a stick that is not plugged in.")
            self._show_closed(MissingFile(happened, way_out=way_out))
        else:
            self._welcome()

    def _await_journal(self) -> None:
        name = self._path.stem if self._path is not None else ""
        page = page_named(self._room.preferences.get(LAST_PAGE))
        self._desk.await_journal(name, page.id)
        self.awaits.emit(self._path)

    def _welcome(self) -> None:
        self._lock_due = None
        self._threshold.welcome()
        self.awaits.emit(None)

    def _ask_first(self, why: str = "") -> None:
        why = why or _("Only your passphrase opens it.")
        self._ask_passphrase(first_words(self._at(), why, self._clock.now()))

    def _ask_again(self, name: str, why: Why, unsaved: str) -> None:
        now = self._clock.now()
        reason = reason_words(why, now, self.absence.minutes())
        words = words_again(self._at(), name, reason, unsaved, now)
        self._ask_passphrase(words._replace(by_itself=why is not Why.WISH))

    def _ask_passphrase(self, words: LockWords) -> None:
        self._threshold.ask_passphrase(self._at(), words)
        self.awaits.emit(self._path)

    def _try(self, passphrase: str) -> None:
        # Who leaves while it opens finds it locked.
        self.absence.begin()
        self._run(opening(self._at(), passphrase, self._clock))

    def _choose_backup(self) -> None:
        self.backups_wanted.emit(self._at())

    def _show_closed(self, problem: Problem) -> None:
        self._threshold.tell_closed(problem)
        self.awaits.emit(None)

    def _take_way(self, way: str) -> None:
        deeds: dict[str, Callable[[], object]] = {
            "other": self.choose_file,
            "backup": self._choose_backup,
            "again": lambda: self.enter(self._at()),
            "look": lambda: self._run(opening(self._at(), None, self._clock, read_only=True)),
            "new": self._begin_new,
        }
        deeds[way]()

    def _at(self) -> Path:
        return self._path or folders.journals()

    def _open_plain(self) -> None:
        self._run(opening(self._at(), None, self._clock))

    def _create(self, name: str, passphrase: str) -> None:
        self._is_new = True
        self._run(creating(name, passphrase or None, self._clock), _("Making your journal…"))

    def _look_around(self) -> None:
        sample = sample_path()
        if sample.exists():
            self.enter(sample)
        else:
            self._run(sampling(sample, self._clock), _("Making the sample journal…"))

    def _run(self, job: Job, words: str = "") -> None:
        """Open what the job gives; the first screen says meanwhile what is being made."""
        handle = self._leaving.prepare(job)
        handle.done.connect(self._lay_open)
        handle.failed.connect(self._refuse)
        if words and (screen := self._threshold.first_screen()) is not None:
            screen.wait(words)
            handle.progressed.connect(lambda done, total, _words: screen.wait(words, done, total))
        handle.begin()

    def _lay_open(self, workspace: Workspace) -> None:
        self._threshold.entered(self._at())
        self._path = workspace.path
        if self._lock_due is not None and workspace.is_encrypted:
            why, self._lock_due = self._lock_due, None
            name = workspace.card.name
            self._leaving.close(AT_ONCE)
            self._ask_again(name, why, "")
            return
        self._room.remember(LAST_JOURNAL, str(workspace.path.absolute()))
        page = page_named(self._room.preferences.get(LAST_PAGE))
        to_setting = self._threshold.wants_setting()
        unsettled = self._leaving.settle(workspace)
        self._window.show_desk()
        self._desk.lay_open(workspace, page.id)
        if to_setting:
            self._desk.open_page("settings").begin("protection")
        self._window.set_lockable(workspace.is_encrypted)
        self._window.setWindowTitle(f"{isolated(workspace.card.name)} – leadjournal")
        if workspace.read_only:
            self._desk.toast.say(
                _("You are looking at this journal; it is not changed."), icon="eye"
            )
        problem, self._after_opening = self._after_opening or unsettled, None
        if problem is not None:
            self._desk.fail(problem)
        if workspace.is_encrypted:
            self.absence.begin()
        if self._is_new:
            self._is_new = False
            self._offer_sheet()
        self.laid_open.emit(workspace)

    def _offer_sheet(self) -> None:
        self._desk.toast.say(
            _("Your journal is made. A recovery sheet keeps how to open it among your papers."),
            icon="file-text",
            way=Way(_("Make one"), lambda: self._window.do("recovery-sheet")),
            stays=True,
        )

    def _refuse(self, problem: Problem) -> None:
        self._is_new = False
        self._lock_due = None
        self.absence.stop()
        if self._threshold.refuse(problem):
            return
        if isinstance(problem, CannotDecrypt):
            self._ask_first(str(problem))
        else:
            self._show_closed(problem)
