"""The window's side of its door: other starts and `add` knock here while it has a journal.

What can be asked is said in `base/local_door.py`'s words: `show` brings the window forward, `add`
writes an entry. Nothing of the journal is told.
"""

from __future__ import annotations

import logging
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from leadjournal.base.errors import InvalidValue, Problem, UserMistake
from leadjournal.base.local_door import Message, addresses, is_alive, is_same_journal, sweep
from leadjournal.base.logs import without_text
from leadjournal.base.words import _
from leadjournal.ui.job_runner import unexpected

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

    from leadjournal.services.workspace import Workspace
    from leadjournal.ui.doorway import Doorway
    from leadjournal.ui.window import Window

_LOG = logging.getLogger(__name__)
_MOST_VISITORS = 16
_TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105  # the desktop's leave to come forward
_LONGEST_TOKEN = 200


class LocalDoor(QObject):
    """Listens while the window has a journal, open or locked; takes no live window's place."""

    def __init__(self, window: Window, doorway: Doorway) -> None:
        super().__init__(window)
        self._window = window
        self._journal: Path | None = None
        self._addresses: tuple[str, ...] = ()
        self._servers: list[QLocalServer] = []
        self._visitors = 0
        self._is_painted = False
        doorway.awaits.connect(self._stand_at)
        doorway.laid_open.connect(self._stand_open)
        doorway.left.connect(self._stand_nowhere)
        # What listening needs is loaded when the window is on the screen and the journal begins
        # to open.
        window.first_painted.connect(lambda: QTimer.singleShot(0, self, self._begin))

    def _begin(self) -> None:
        self._is_painted = True
        sweep()
        self._stand_at(self._journal)

    def _stand_open(self, workspace: Workspace) -> None:
        self._stand_at(workspace.path)

    def _stand_nowhere(self) -> None:
        self._stand_at(None)

    def _stand_at(self, journal: Path | None) -> None:
        self._journal = journal
        wanted = addresses(journal) if journal is not None and self._is_painted else ()
        if wanted == self._addresses:
            return
        for server in self._servers:
            server.close()
            server.deleteLater()
        self._addresses = wanted
        self._servers = [made for each in wanted if (made := self._listening(each)) is not None]

    def _listening(self, address: str) -> QLocalServer | None:
        from PySide6.QtNetwork import QLocalServer

        if is_alive(address):
            return None
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(address)
        server.newConnection.connect(lambda: self._let_in(server))
        if not server.listen(address):
            server.deleteLater()
            return None
        return server

    def _let_in(self, server: QLocalServer) -> None:
        from leadjournal.ui.visitor import Visitor

        while (socket := server.nextPendingConnection()) is not None:
            if self._visitors >= _MOST_VISITORS:
                socket.abort()
                socket.deleteLater()
                continue
            self._visitors += 1
            visitor = Visitor(socket, self.answer, self)
            visitor.left.connect(self._see_off)

    def _see_off(self) -> None:
        self._visitors -= 1

    def answer(self, wish: Message) -> Message:
        """What is said to a wish; problems are said too, in their sentences."""
        try:
            return self._answer(wish)
        except Problem as problem:
            return _told(problem)
        except Exception as error:  # noqa: BLE001  # who knocked must not be left without a word
            _LOG.error("A wish failed: %s", without_text(type(error), error, error.__traceback__))
            return _told(unexpected())

    def _answer(self, wish: Message) -> Message:
        asked, journal = wish.get("journal"), self._journal
        if journal is None or not isinstance(asked, str):
            return {"elsewhere": True}
        if not is_same_journal(Path(asked), journal):
            return {"elsewhere": True}
        match wish.get("ask"):
            case "show":
                self._come_forward(wish.get("token"))
                return {"shown": True}
            case "add":
                return self._add(wish)
        raise _not_understood()

    def _come_forward(self, token: object) -> None:
        window = self._window
        if isinstance(token, str) and 0 < len(token) <= _LONGEST_TOKEN and token.isprintable():
            os.environ[_TOKEN] = token
        if window.isMinimized():
            window.showNormal()
        window.show()
        window.raise_()
        window.activateWindow()
        QApplication.alert(window)

    def _add(self, wish: Message) -> Message:
        workspace = self._window.desk.workspace
        if workspace is not None:
            made = _captured(workspace, wish)
            self._window.desk.toast.say(_("Added from the terminal"), undo=True)
            return made
        if self._window.room.jobs.is_busy:
            return {"busy": True}
        return {"locked": True}


def _captured(workspace: Workspace, wish: Message) -> Message:
    from leadjournal.model.entry import EntryKind

    text, tags = wish.get("text"), wish.get("tags", [])
    if not isinstance(text, str) or not text.replace("\x00", "").strip():
        raise _not_understood()
    if not (isinstance(tags, list) and all(isinstance(tag, str) for tag in tags)):
        raise _not_understood()
    try:
        kind = EntryKind(wish.get("kind", EntryKind.NOTE.value))
        day = date.fromisoformat(wish["day"]) if wish.get("day") is not None else None
    except (ValueError, TypeError):
        raise _not_understood() from None
    entry = workspace.entries.capture(text, day, kind=kind, tags=tags)
    return {"added": entry.id[:8], "day": entry.day.isoformat()}


def _not_understood() -> InvalidValue:
    return InvalidValue(
        _("The window does not know what it was asked."),
        _("Nothing was changed."),
        _("Close the window and try again."),
    )


def _told(problem: Problem) -> Message:
    sentences = [problem.happened, problem.safe, problem.way_out]
    return {"problem": sentences, "mistake": isinstance(problem, UserMistake)}
