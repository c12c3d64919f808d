"""Tells what nobody expected, once at a time, and starts the program anew when asked."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QProcess

from leadjournal.base import folders
from leadjournal.base.errors import Bug, Problem
from leadjournal.base.words import _
from leadjournal.ui.failures import Safeguard
from leadjournal.ui.outside import open_folder
from leadjournal.ui.window import Window


class Mishaps(QObject):
    """Between whatever went wrong and the dialogs that tell of it."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._tells = False
        self.wants_restart = False
        """Whether the program shall be started anew after it has closed."""
        self.safeguard = Safeguard(self.tell)
        window.desk.broke.connect(self.tell)

    def tell(self, problem: Problem) -> None:
        """Tell of it in a dialog; while one is open, what follows from it is not told as well."""
        if self._tells:
            return
        self._tells = True
        if isinstance(problem, Bug) and problem.where:
            self._report(problem)
        else:
            self._say(problem)

    def start_anew(self) -> None:
        """Start the program once more; this one has closed its journal."""
        # The program of a package is itself; otherwise Python runs it.
        frozen = getattr(sys, "frozen", False)
        QProcess.startDetached(sys.executable, [] if frozen else ["-m", "leadjournal"])

    def _say(self, problem: Problem) -> None:
        from leadjournal.ui.dialogs.sentence import tell

        sentences = [part for part in (problem.happened, problem.safe, problem.way_out) if part]
        dialog = tell(self._window.room.looks, self._window, _("Something did not work"), sentences)
        dialog.finished.connect(self._told)

    def _report(self, bug: Bug) -> None:
        from leadjournal.ui.dialogs.crash_report import tell_of_bug

        dialog = tell_of_bug(
            self._window.room.looks,
            self._window,
            bug,
            backups=self._open_backups,
            restart=self._restart,
        )
        dialog.finished.connect(self._told)

    def _told(self) -> None:
        self._tells = False

    def _open_backups(self) -> None:
        workspace = self._window.desk.workspace
        if workspace is not None:
            open_folder(folders.backups(workspace.path))

    def _restart(self) -> None:
        self.wants_restart = True
        self._window.close()
