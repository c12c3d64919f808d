"""Hears from the system that the computer sleeps, the screen locks or the user changes.

Where the system tells nothing, the clocks of `IdleWatch` still tell of sleep afterwards.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot

from leadjournal.rules.locking import Why

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

    from leadjournal.ui.windows_messages import WindowsMessages

_LOGIN = "org.freedesktop.login1"
_SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
    ("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"),
    ("org.mate.ScreenSaver", "/org/mate/ScreenSaver"),
    ("org.xfce.ScreenSaver", "/org/xfce/ScreenSaver"),
)


def _slot(signature: str) -> Any:
    # The hints of the library ask for bytes, the library itself for text.
    return SLOT(signature)


class SuspendWatch(QObject):
    """Listens from `begin` on; a system that cannot be asked is no error."""

    went_away = Signal(object)
    """Why the user is taken to be away."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._listens = False
        self._messages: WindowsMessages | None = None

    def begin(self) -> None:
        """Start to listen, once."""
        if self._listens:
            return
        self._listens = True
        if sys.platform == "win32":
            from leadjournal.ui.windows_messages import WindowsMessages

            self._messages = WindowsMessages(self.went_away.emit)
        elif sys.platform != "darwin":
            self._listen_on_buses()

    def _listen_on_buses(self) -> None:
        try:
            from PySide6.QtDBus import QDBusConnection
        except ImportError:
            # A system without its library has no bus either.
            return
        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        if system.isConnected():
            self._listen_to_login(system)
        if session.isConnected():
            for name, path in _SAVERS:
                session.connect(
                    name, path, name, "ActiveChanged", self, _slot("saver_changed(bool)")
                )

    def _listen_to_login(self, bus: QDBusConnection) -> None:
        bus.connect(
            _LOGIN, "/org/freedesktop/login1", f"{_LOGIN}.Manager", "PrepareForSleep",
            self, _slot("sleep_comes(bool)"),
        )  # fmt: skip
        if path := session_path(os.environ.get("XDG_SESSION_ID", "")):
            bus.connect(_LOGIN, path, f"{_LOGIN}.Session", "Lock", self, _slot("session_locked()"))
            bus.connect(
                _LOGIN, path, "org.freedesktop.DBus.Properties", "PropertiesChanged",
                self, _slot("session_changed(QString,QVariantMap,QStringList)"),
            )  # fmt: skip

    @Slot(bool)
    def sleep_comes(self, going: bool) -> None:
        """The computer goes to sleep, or has woken."""
        if going:
            self.went_away.emit(Why.SLEEP)

    @Slot(bool)
    def saver_changed(self, active: bool) -> None:
        """The screen was locked or saved, or is used again."""
        if active:
            self.went_away.emit(Why.SCREEN)

    @Slot()
    def session_locked(self) -> None:
        """The session was asked to lock."""
        self.went_away.emit(Why.SCREEN)

    @Slot(str, "QVariantMap", "QStringList")
    def session_changed(self, _interface: str, changed: dict[str, Any], _gone: list[str]) -> None:
        """Something about the session changed: another user is at the computer now?"""
        if changed.get("Active") is False or changed.get("LockedHint") is True:
            self.went_away.emit(Why.SCREEN)


def session_path(session: str) -> str:
    """The address of a session on the bus: signs it may not hold are written as numbers."""
    if not session:
        return ""
    signs = [
        sign
        if sign.isascii() and sign.isalnum() and (place or not sign.isdigit())
        else "".join(f"_{byte:02x}" for byte in sign.encode())
        for place, sign in enumerate(session)
    ]
    return f"/org/freedesktop/login1/session/{''.join(signs)}"
