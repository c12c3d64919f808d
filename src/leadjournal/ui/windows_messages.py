"""What Windows tells its windows: the computer sleeps, the session locks, another user comes."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtGui import QGuiApplication

from leadjournal.rules.locking import Why

_POWER, _SESSION = 0x0218, 0x02B1
_MEANINGS = {
    (_POWER, 0x04): Why.SLEEP,
    (_SESSION, 0x07): Why.SCREEN,
    (_SESSION, 0x02): Why.SCREEN,
    (_SESSION, 0x04): Why.SCREEN,
}
"""Going to sleep; session locked, taken from the screen, taken from afar."""


class _Message(ctypes.Structure):
    _fields_ = (
        ("window", ctypes.c_void_p),
        ("number", ctypes.c_uint),
        ("what", ctypes.c_size_t),
        ("more", ctypes.c_ssize_t),
    )


def meaning(number: int, what: int) -> Why | None:
    """Why a message of the system makes the journal lock, if it does."""
    return _MEANINGS.get((number, what))


class WindowsMessages(QAbstractNativeEventFilter):
    """Reads the messages before the windows do and keeps none from them."""

    def __init__(self, tell: Callable[[Why], object]) -> None:
        super().__init__()
        self._tell = tell
        application = QCoreApplication.instance()
        if application is not None:
            application.installNativeEventFilter(self)
        self._ask_for_session_messages()

    def _ask_for_session_messages(self) -> None:
        library = getattr(ctypes, "windll", None)
        for window in QGuiApplication.topLevelWindows():
            if library is not None and window.isVisible():
                library.wtsapi32.WTSRegisterSessionNotification(int(window.winId()), 0)
                return

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        if bytes(kind).startswith(b"windows_"):  # type: ignore[arg-type]  # QByteArray is bytes-like
            self.read(_Message.from_address(int(message)))
        return False, 0

    def read(self, message: Any) -> None:
        """Say what a message means, if it means anything here."""
        if (why := meaning(int(message.number), int(message.what or 0))) is not None:
            self._tell(why)
