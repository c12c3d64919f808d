"""What the remaining commands do; the dialogs are loaded when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from leadjournal.base.errors import Problem
from leadjournal.base.words import _
from leadjournal.ui.window import Window


class Chores(QObject):
    """Taught to the window, so that the window need not know the dialogs."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._room = window.room
        window.teach(
            {
                "palette": self._open_palette,
                "export": self._export,
                "recovery-sheet": self._make_recovery_sheet,
                "versions": self._show_versions,
                "week-away": self._leave_week_out,
                "week-counts": self._count_week,
                "shortcuts": self._show_shortcuts,
                "about": self._about,
            }
        )

    def _open_palette(self) -> None:
        if (context := self._desk.context) is not None:
            from leadjournal.ui.dialogs.palette import Palette

            Palette(context, self._window, self._window.actions_).open()

    def _export(self) -> None:
        if (context := self._desk.context) is not None:
            from leadjournal.ui.dialogs.export import ExportDialog

            self._desk.pages.save()
            ExportDialog(context, self._window).open()

    def _show_versions(self) -> None:
        context, page = self._desk.context, self._desk.pages.page()
        if context is None or page is None:
            return
        self._desk.pages.save()
        if (ref := page.record()) is None:
            words = _("Open an entry, or choose a why, an outcome or an output first.")
            self._desk.toast.say(words, icon="history")
            return
        from leadjournal.ui.dialogs.versions import show_versions

        show_versions(context, page, ref)

    def _leave_week_out(self) -> None:
        if (workspace := self._desk.workspace) is not None:
            today = workspace.clock.today()
            said = _("This week counts as away; momentum leaves it out.")
            self._mark_week(lambda: workspace.away_weeks.mark(today), said)

    def _count_week(self) -> None:
        if (workspace := self._desk.workspace) is not None:
            today = workspace.clock.today()
            self._mark_week(lambda: workspace.away_weeks.clear(today), _("This week counts again."))

    def _mark_week(self, mark: Callable[[], object], said: str) -> None:
        try:
            mark()
        except Problem as problem:
            self._desk.fail(problem)
        else:
            self._desk.toast.say(said, icon="calendar", undo=True)

    def _make_recovery_sheet(self) -> None:
        if (workspace := self._desk.workspace) is not None:
            from leadjournal.ui.dialogs.recovery_sheet import RecoverySheetDialog

            RecoverySheetDialog(self._room.looks, self._window, workspace, self._room.jobs).open()

    def _show_shortcuts(self) -> None:
        from leadjournal.ui.dialogs.shortcuts import ShortcutsDialog

        ShortcutsDialog(self._room.looks, self._window, self._window.commands()).open()

    def _about(self) -> None:
        from leadjournal.ui.dialogs.about import AboutDialog

        AboutDialog(self._room.looks, self._window).open()
