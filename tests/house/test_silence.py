"""Not one internet socket: the system calls of the tour and of a window's run are watched."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="strace watches Linux only"
)

INTERNET = re.compile(r"(socket|connect)\(.*\b(AF_INET6?|AF_PACKET|AF_NETLINK)\b")

LOUD = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()"
WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from leadjournal.ui import application

def make_window(room, clock, made=application.make_window):
    window, doorway = made(room, clock)
    pages = ["today", "journal", "outcomes", "templates"]
    def next_page():
        if window.desk.pages.page() is None or room.jobs.is_busy:
            QTimer.singleShot(50, next_page)
        elif pages:
            window.do(f"page-{pages.pop(0)}")
            QTimer.singleShot(50, next_page)
        else:
            window.close()
    QTimer.singleShot(50, next_page)
    return window, doorway

application.make_window = make_window
sys.exit(application.run_window(Path(sys.argv[1])))
"""


def watched(folder: Path, *words: str) -> list[str]:
    """Run Python under strace and give the calls that reach for a network."""
    log = folder / "calls"
    subprocess.run(
        [
            "strace",
            "-f",
            "-qq",
            "-e",
            "trace=socket,connect",
            "-o",
            str(log),
            sys.executable,
            *words,
        ],
        check=True,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join(sys.path),
            "QT_QPA_PLATFORM": "offscreen",
            "LEADJOURNAL_HOME": str(folder / "home"),
        },
        timeout=240,
    )
    return [line for line in log.read_text(encoding="utf-8").splitlines() if INTERNET.search(line)]


def test_a_program_that_reaches_out_is_seen(tmp_path: Path) -> None:
    assert len(watched(tmp_path, "-c", LOUD)) == 1


def test_the_tour_opens_no_internet_socket(tmp_path: Path) -> None:
    assert watched(tmp_path, "-m", "leadjournal", "tour", "out") == []
    assert (tmp_path / "out" / "report.pdf").is_file()


def test_the_window_opens_no_internet_socket(tmp_path: Path) -> None:
    words = ("-m", "leadjournal", "new", "s.leadjournal", "--sample")
    assert watched(tmp_path, *words) == []
    assert watched(tmp_path, "-c", WINDOW, "s.leadjournal") == []
