"""Somebody at the window's door: greeted, heard once, answered, and seen off in good time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalSocket

from leadjournal.base.local_door import LONGEST, Message, greeting, line_of, message_of

_PATIENCE = 5_000  # milliseconds
_PART = 262_144


class Visitor(QObject):
    """One connection; whoever is silent, talks too long or in no sentence is shown out."""

    left = Signal()

    def __init__(
        self, socket: QLocalSocket, answer: Callable[[Message], Message], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._socket = socket
        self._answer = answer
        self._heard = bytearray()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._show_out)
        socket.setParent(self)
        socket.setReadBufferSize(_PART)
        socket.readyRead.connect(self._hear)
        socket.disconnected.connect(self._leave)
        self._timer.start(_PATIENCE)
        socket.write(line_of(greeting()))
        if socket.bytesAvailable():
            self._hear()

    def _hear(self) -> None:
        part = self._socket.readAll().data()
        self._heard += part
        if b"\n" in part:
            line = bytes(self._heard).partition(b"\n")[0]
            self._socket.readyRead.disconnect(self._hear)
            self._reply(line)
        elif len(self._heard) > LONGEST:
            self._show_out()

    def _reply(self, line: bytes) -> None:
        wish = message_of(line) if len(line) <= LONGEST else None
        if wish is None:
            self._show_out()
            return
        self._timer.start(_PATIENCE)
        self._socket.write(line_of(self._answer(wish)))
        self._socket.disconnectFromServer()

    def _show_out(self) -> None:
        self._socket.abort()

    def _leave(self) -> None:
        self._timer.stop()
        self.left.emit()
        self.deleteLater()
