"""Shows the backups of the journal, open or not, and restores the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from leadjournal.base import backups as places
from leadjournal.base import folders
from leadjournal.base.clock import Clock
from leadjournal.base.errors import CannotDecrypt, NotAJournal, Problem
from leadjournal.base.words import _, isolated
from leadjournal.ui.doorway import Doorway
from leadjournal.ui.window import Window

if TYPE_CHECKING:
    from leadjournal.services.backup_list import Backup
    from leadjournal.services.backup_preview import BackupPreview
    from leadjournal.services.jobs import Progress
    from leadjournal.services.workspace import Workspace
    from leadjournal.ui.dialogs.backups import BackupsDialog
    from leadjournal.ui.dialogs.restore import RestoreDialog

    Work = Callable[[Path, str | None, Progress], Workspace]


class _Place(NamedTuple):
    """The journal whose backups are looked at: open as a workspace, or closed at a path."""

    path: Path
    workspace: Workspace | None


class Restoring(QObject):
    """Taught to the window; the screens before the desk lead here as well."""

    def __init__(self, window: Window, doorway: Doorway, clock: Clock) -> None:
        super().__init__(window)
        self._window = window
        self._doorway = doorway
        self._clock = clock
        self._jobs = window.room.jobs
        self._said = ""
        window.teach({"restore-backup": self.show_backups})
        window.teach_about({"restore-backup": lambda file: self.look_at(Path(file))})
        doorway.backups_wanted.connect(self.show_of_closed)
        doorway.laid_open.connect(self._say)

    def show_backups(self) -> None:
        """The backups of the open journal."""
        if (workspace := self._window.desk.workspace) is not None:
            self._window.desk.pages.save()
            self._show(_Place(workspace.path, workspace))

    def show_of_closed(self, path: Path) -> None:
        """The backups of a journal that is locked, damaged or missing."""
        self._show(_Place(path, None))

    def look_at(self, backup: Path) -> None:
        """One backup of the open journal, with the question whether to restore it."""
        if (workspace := self._window.desk.workspace) is not None:
            self._window.desk.pages.save()
            self._look_at(_Place(workspace.path, workspace), backup)

    def _show(self, place: _Place) -> None:
        from leadjournal.ui.dialogs.backups import BackupsDialog

        dialog = BackupsDialog(self._window.room.looks, self._window, isolated(place.path.stem))
        dialog.chosen.connect(lambda backup: self._go_to(dialog, place, backup))
        dialog.other_wished.connect(lambda: self._doorway.choose_file(folders.backups(place.path)))
        dialog.open()
        now = self._clock.now()

        def job(progress: Progress) -> list[Backup]:
            if place.workspace is not None:
                return place.workspace.backups.listing(progress)
            from leadjournal.services.restoring import backups_of_closed

            return backups_of_closed(place.path).listing(now)

        handle = self._jobs.prepare(job, journal=False)
        handle.done.connect(partial(self._fill, dialog))
        handle.failed.connect(self._window.desk.fail)
        dialog.finished.connect(handle.drop)
        handle.begin()

    def _fill(self, dialog: BackupsDialog, listed: list[Backup]) -> None:
        from leadjournal.services.backup_list import offered_first

        offered = offered_first(listed)
        dialog.show_backups(listed, self._clock.now(), offered.path if offered else None)

    def _go_to(self, dialog: BackupsDialog, place: _Place, backup: Path) -> None:
        dialog.accept()
        self._look_at(place, backup)

    def _look_at(self, place: _Place, backup: Path) -> None:
        from leadjournal.ui.dialogs.restore import RestoreDialog

        made = places.moment_words(places.made_at(backup, place.path), self._clock.now())
        is_open = place.workspace is not None
        dialog = RestoreDialog(
            self._window.room.looks,
            self._window,
            _("Backup: {when}").format(when=made),
            backup,
            keep=_("Keep the present journal") if is_open else _("Not now"),
        )
        dialog.look_wished.connect(lambda words: self._look_into(dialog, place, backup, words))
        dialog.restore_wished.connect(lambda words: self._restore(place, backup, words))
        dialog.delete_wished.connect(lambda: self._ask_to_delete(dialog, place, backup))
        dialog.open()
        present = place.workspace.passphrase if place.workspace is not None else None
        self._look_into(dialog, place, backup, present)

    def _look_into(
        self, dialog: RestoreDialog, place: _Place, backup: Path, passphrase: str | None
    ) -> None:
        def job(_progress: Progress) -> BackupPreview:
            if place.workspace is not None:
                return place.workspace.backups.preview(backup, passphrase)
            from leadjournal.services.backup_preview import preview

            return preview(backup, passphrase, None)

        def show(seen: BackupPreview) -> None:
            today = self._clock.today()
            lines = seen.lines(today, with_titles=place.workspace is not None)
            dialog.show_content(lines, passphrase)

        def refuse(problem: Problem) -> None:
            # Without a passphrase a file that needs one looks like no journal.
            if isinstance(problem, CannotDecrypt | NotAJournal):
                dialog.ask_passphrase(problem)
            else:
                dialog.refuse(problem)

        handle = self._jobs.prepare(job, journal=False)
        handle.done.connect(show)
        handle.failed.connect(refuse)
        dialog.finished.connect(handle.drop)
        handle.begin()

    def _restore(self, place: _Place, backup: Path, passphrase: str | None) -> None:
        identity = place.workspace.identity if place.workspace is not None else ""
        made = places.moment_words(places.made_at(backup, place.path), self._clock.now())

        def work(path: Path, _present: str | None, progress: Progress) -> Workspace:
            from leadjournal.services.restoring import restore

            restored, kept = restore(
                path, backup, passphrase, self._clock,
                identity=identity, door="window", progress=progress,
            )  # fmt: skip
            self._said = _said(made, kept)
            return restored

        words = _("Restoring the backup")
        if place.workspace is not None:
            self._doorway.while_closed(words, work)
        else:
            self._doorway.work_on_closed(words, work)

    def _say(self, _workspace: Workspace) -> None:
        if self._said:
            self._window.desk.toast.say(self._said, icon="archive-restore")
            self._said = ""

    def _ask_to_delete(self, dialog: RestoreDialog, place: _Place, backup: Path) -> None:
        from leadjournal.ui.dialogs.question import Question

        question = Question(
            self._window.room.looks,
            dialog,
            _("Delete this backup?"),
            _("{file} is gone for good. The journal and the other backups stay.").format(
                file=isolated(backup.name)
            ),
            _("Delete it"),
            danger=True,
        )
        question.accepted.connect(lambda: self._delete(dialog, backup))
        question.open()

    def _delete(self, dialog: RestoreDialog, backup: Path) -> None:
        from leadjournal.services.restoring import delete_backup

        dialog.accept()
        try:
            delete_backup(backup)
        except Problem as problem:
            self._window.desk.fail(problem)
        self._window.desk.backups_changed()


def _said(made: str, kept: Path | None) -> str:
    """What was done; a journal that was missing left no file behind."""
    if kept is None:
        return _("The journal is as it was {when}.").format(when=made)
    return _("The journal is as it was {when}; the file before is kept as {file}.").format(
        when=made, file=isolated(kept.name)
    )
