"""What the commands on the passphrase do: ask, write the closed file anew, say what was kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from leadjournal.base.clock import Clock
from leadjournal.base.errors import Problem
from leadjournal.base.formats import number
from leadjournal.base.words import _, isolated, ngettext
from leadjournal.ui.doorway import Doorway
from leadjournal.ui.window import Window

if TYPE_CHECKING:
    from leadjournal.services.jobs import Progress
    from leadjournal.services.workspace import Workspace


class Protecting(QObject):
    """Taught to the window; every change goes over a verified copy of the closed file."""

    def __init__(self, window: Window, doorway: Doorway, clock: Clock) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._room = window.room
        self._doorway = doorway
        self._clock = clock
        self._kept: Path | None = None
        window.teach(
            {
                "give-passphrase": self._choose,
                "change-passphrase": self._choose,
                "remove-passphrase": self._remove,
                "readable-copies": self._look_for_copies,
            }
        )
        doorway.laid_open.connect(self._tell)

    def _choose(self) -> None:
        if (workspace := self._desk.workspace) is None:
            return
        from leadjournal.ui.dialogs.protection import ChoosePassphrase

        dialog = ChoosePassphrase(self._room.looks, self._window, workspace.passphrase)
        dialog.chosen.connect(self._take)
        dialog.open()

    def _take(self, passphrase: str) -> None:
        from leadjournal.services.protection import check_passphrase

        try:
            check_passphrase(passphrase)
        except Problem as problem:
            self._desk.fail(problem)
        else:
            self._write_anew(passphrase)

    def _remove(self) -> None:
        workspace = self._desk.workspace
        if workspace is None or workspace.passphrase is None:
            return
        from leadjournal.ui.dialogs.protection import RemovePassphrase

        dialog = RemovePassphrase(
            self._room.looks, self._window, workspace.passphrase, workspace.entries.count()
        )
        dialog.accepted.connect(lambda: self._write_anew(None))
        dialog.open()

    def _write_anew(self, new: str | None) -> None:
        clock = self._clock

        def work(path: Path, old: str | None, progress: Progress) -> Workspace:
            from leadjournal.services.journals import open_workspace
            from leadjournal.services.protection import change_protection

            self._kept = change_protection(path, old, new, clock, door="window", progress=progress)
            return open_workspace(path, new, clock, door="window")

        words = (
            _("Writing the journal anew without a passphrase…")
            if new is None
            else _("Writing the journal anew under its new passphrase…")
        )
        self._doorway.while_closed(words, work)

    def _tell(self, workspace: Workspace) -> None:
        kept, self._kept = self._kept, None
        if kept is None:
            return
        from leadjournal.ui.dialogs.sentence import tell

        title = (
            _("The journal opens with its new passphrase")
            if workspace.is_encrypted
            else _("The journal has no passphrase now")
        )
        dialog = tell(self._room.looks, self._window, title, _sentences(kept))
        if workspace.is_encrypted:
            dialog.finished.connect(lambda _code: self._look_for_copies(only_if_any=True))

    def _look_for_copies(self, *, only_if_any: bool = False) -> None:
        if (workspace := self._desk.workspace) is None:
            return
        path, identity = workspace.path, workspace.identity

        def job(_progress: Progress) -> list[Path]:
            from leadjournal.services.protection import readable_copies

            return readable_copies(path, identity)

        def offer(copies: list[Path]) -> None:
            if copies:
                self._offer_to_delete(copies)
            elif not only_if_any:
                self._desk.toast.say(
                    _("No backup of this journal can be read without its passphrase.")
                )

        handle = self._room.jobs.prepare(job, journal=False)
        handle.done.connect(offer)
        handle.failed.connect(self._desk.fail)
        handle.begin()

    def _offer_to_delete(self, copies: list[Path]) -> None:
        from leadjournal.ui.dialogs.protection import ReadableCopies

        dialog = ReadableCopies(self._room.looks, self._window, copies)
        dialog.accepted.connect(lambda: self._delete(copies))
        dialog.open()

    def _delete(self, copies: list[Path]) -> None:
        if (workspace := self._desk.workspace) is None:
            return

        def job(_progress: Progress) -> int:
            from leadjournal.services.protection import delete_copies

            # They may be the only backups there are.
            workspace.backups.make()
            delete_copies(copies)
            return len(copies)

        def say(count: int) -> None:
            words = ngettext("Deleted {count} copy", "Deleted {count} copies", count)
            self._desk.toast.say(words.format(count=number(count)), icon="trash-2")
            if (page := self._desk.pages.page()) is not None:
                page.refresh()

        handle = self._room.jobs.prepare(job, journal=False)
        handle.done.connect(say)
        handle.failed.connect(self._desk.fail)
        handle.begin()


def _sentences(kept: Path) -> list[str]:
    words = _("The file as it was is kept as {file}, in the folder {folder}.")
    return [
        words.format(file=isolated(kept.name), folder=isolated(str(kept.parent))),
        _("Backups made before open as they did then: with the passphrase of their day, or with "
          "none."),
    ]  # fmt: skip
