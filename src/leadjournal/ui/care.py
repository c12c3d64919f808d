"""Makes a backup and looks through the journal, when asked, and after a program that was killed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from leadjournal.base.preferences import LAST_CHECK
from leadjournal.base.words import _, isolated
from leadjournal.ui.doorway import Doorway
from leadjournal.ui.window import Window

if TYPE_CHECKING:
    from leadjournal.services.backups import CheckReport
    from leadjournal.services.jobs import Progress
    from leadjournal.services.workspace import Workspace

_WEEK = 7
"""Days after which the journal is looked through again."""


class Care(QObject):
    """Taught to the window; what it does goes on beside it."""

    def __init__(self, window: Window, doorway: Doorway) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._room = window.room
        self._jobs = window.room.jobs
        window.teach({"backup": self.back_up, "check": self.check})
        doorway.laid_open.connect(self._look_through_when_due)

    def back_up(self) -> None:
        """Make a backup now and tell its name."""
        if (workspace := self._desk.workspace) is None:
            return
        self._desk.pages.save()

        def job(_progress: Progress) -> Path:
            made = workspace.backups.make()
            workspace.backups.thin()
            return made

        handle = self._jobs.prepare(job, journal=False)
        handle.done.connect(self._say_backup)
        handle.failed.connect(self._desk.fail)
        handle.begin()

    def check(self) -> None:
        """Look through the journal and tell what was found, also when all is well."""
        if (workspace := self._desk.workspace) is not None:
            self._desk.pages.save()
            self._check(workspace, tells_all=True)

    def _look_through_when_due(self, workspace: Workspace) -> None:
        """After a program that was killed, and every week; a word is said only if it is needed."""
        if workspace.read_only:
            return
        if workspace.ended_too_early or self._is_a_week_ago(workspace):
            self._check(workspace, tells_all=False)

    def _is_a_week_ago(self, workspace: Workspace) -> bool:
        day, _space, path = self._room.preferences.get(LAST_CHECK).partition(" ")
        if path != str(workspace.path):
            # Another journal than the last time, or the first: the week begins today.
            self._note_check(workspace)
            return False
        try:
            days = (workspace.clock.today() - date.fromisoformat(day)).days
        except ValueError:
            return True
        # A clock that was ahead counts as well: then the day lies in the future.
        return not 0 <= days < _WEEK

    def _note_check(self, workspace: Workspace) -> None:
        self._room.remember(LAST_CHECK, f"{workspace.clock.today()} {workspace.path}")

    def _check(self, workspace: Workspace, *, tells_all: bool) -> None:
        def job(_progress: Progress) -> CheckReport:
            return workspace.backups.check()

        handle = self._jobs.prepare(job, journal=False)
        handle.done.connect(lambda _report: self._note_check(workspace))
        handle.done.connect(lambda report: self._say_report(report, tells_all=tells_all))
        handle.failed.connect(self._desk.fail)
        handle.begin()

    def _say_backup(self, path: Path) -> None:
        words = _("Backup made and verified: {file}").format(file=isolated(path.name))
        self._desk.toast.say(words, icon="database-backup")
        self._desk.backups_changed()

    def _say_report(self, report: CheckReport, *, tells_all: bool) -> None:
        if not report.ok:
            self._offer_backups(report)
        elif tells_all:
            from leadjournal.ui.dialogs.sentence import tell

            looks = self._window.room.looks
            tell(looks, self._window, _("Check of the journal"), report.lines)

    def _offer_backups(self, report: CheckReport) -> None:
        from leadjournal.ui.dialogs.question import Question

        safe = _("Nothing was changed in the file. Restoring a backup keeps it as it is.")
        question = Question(
            self._window.room.looks,
            self._window,
            _("Something is wrong with the journal"),
            "\n".join([*report.lines, safe]),
            _("Look at the backups"),
            keep=_("Not now"),
        )
        question.accepted.connect(lambda: self._window.do("restore-backup"))
        question.open()
