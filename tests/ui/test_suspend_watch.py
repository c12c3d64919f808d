"""A bus of its own, on which another process speaks as the system would."""

import ctypes
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from leadjournal.rules.locking import Why
from leadjournal.ui.suspend_watch import SuspendWatch, session_path
from leadjournal.ui.windows_messages import WindowsMessages, meaning

SYSTEM = """
import sys
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusMessage

application = QCoreApplication([])
bus = QDBusConnection.sessionBus()
bus.registerService("org.freedesktop.login1")
bus.registerService("org.gnome.ScreenSaver")

def say(path, interface, name, values):
    signal = QDBusMessage.createSignal(path, interface, name)
    signal.setArguments(values)
    bus.send(signal)

login, session = "/org/freedesktop/login1", "/org/freedesktop/login1/session/_32"
for line in sys.stdin:
    match line.strip():
        case "sleep":
            say(login, "org.freedesktop.login1.Manager", "PrepareForSleep", [True])
        case "wake":
            say(login, "org.freedesktop.login1.Manager", "PrepareForSleep", [False])
        case "saver":
            say("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", [True])
        case "lock":
            say(session, "org.freedesktop.login1.Session", "Lock", [])
        case "user":
            say(session, "org.freedesktop.DBus.Properties", "PropertiesChanged",
                ["org.freedesktop.login1.Session", {"Active": False}, ["IdleHint"]])
"""

WATCH = """
import sys
from PySide6.QtCore import QCoreApplication
from leadjournal.ui.suspend_watch import SuspendWatch

application = QCoreApplication([])
watch = SuspendWatch(application)
watch.went_away.connect(lambda why: print(why.name, flush=True))
watch.begin()
print("listening", flush=True)
application.exec()
"""


@pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="there is no dbus-daemon here")
def test_the_system_is_heard_over_its_bus(tmp_path: Path) -> None:
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", f"--address=unix:path={tmp_path}/bus",
         "--print-address"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert daemon.stdout is not None
    address = daemon.stdout.readline().strip()
    surroundings = {
        "DBUS_SESSION_BUS_ADDRESS": address,
        "DBUS_SYSTEM_BUS_ADDRESS": address,
        "XDG_SESSION_ID": "2",
        "PYTHONPATH": str(Path(__file__).parents[2] / "src"),
    }
    watch = subprocess.Popen(
        [sys.executable, "-c", WATCH], stdout=subprocess.PIPE, text=True, env=surroundings
    )
    system = subprocess.Popen(
        [sys.executable, "-c", SYSTEM], stdin=subprocess.PIPE, text=True, env=surroundings
    )
    try:
        assert watch.stdout is not None
        assert system.stdin is not None
        assert watch.stdout.readline() == "listening\n"
        heard = []
        for word in ("sleep", "wake", "saver", "lock", "user"):
            system.stdin.write(f"{word}\n")
            system.stdin.flush()
            if word != "wake":
                heard.append(watch.stdout.readline().strip())
        assert heard == ["SLEEP", "SCREEN", "SCREEN", "SCREEN"]
    finally:
        for process in (watch, system, daemon):
            process.kill()
            process.communicate()


def test_without_a_bus_nothing_is_heard_and_nothing_fails(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    nowhere = f"unix:path={tmp_path}/no-bus"
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", nowhere)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", nowhere)
    watch = SuspendWatch(qapp)
    with qtbot.assertNotEmitted(watch.went_away):
        watch.begin()
        watch.begin()
        watch.sleep_comes(False)
        watch.saver_changed(False)
        watch.session_changed("", {"IdleHint": True}, [])
    watch.deleteLater()


@pytest.mark.parametrize(
    ("session", "path"),
    [("2", "_32"), ("c1", "c1"), ("12", "_312"), ("a-b", "a_2db")],
)
def test_a_session_has_its_address(session: str, path: str) -> None:
    assert session_path(session) == f"/org/freedesktop/login1/session/{path}"
    assert session_path("") == ""


class _Message(ctypes.Structure):
    _fields_ = (
        ("window", ctypes.c_void_p),
        ("number", ctypes.c_uint),
        ("what", ctypes.c_size_t),
        ("more", ctypes.c_ssize_t),
    )


def test_the_messages_of_windows_are_read(qapp: QApplication) -> None:
    told: list[Why] = []
    messages = WindowsMessages(told.append)
    for number, what in ((0x0218, 0x04), (0x0218, 0x12), (0x02B1, 0x07), (0x0100, 0x07)):
        message = _Message(None, number, what, 0)
        passed_on = messages.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(message))
        assert passed_on == (False, 0)
    assert messages.nativeEventFilter(b"xcb_generic_event_t", 0) == (False, 0)
    qapp.removeNativeEventFilter(messages)
    assert told == [Why.SLEEP, Why.SCREEN]
    assert meaning(0x02B1, 0x02) is Why.SCREEN
