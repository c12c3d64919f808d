"""What is heavy is loaded after the first paint, and the terminal loads no Qt."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HEAVY = (
    "sqlmodel", "pydantic", "sqlalchemy", "typst", "docx", "jinja2", "rich", "typer",
    "PySide6.QtNetwork", "fast_sugiyama",
)  # fmt: skip

_FIRST_PAINT = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from leadjournal.base.clock import SystemClock
from leadjournal.ui.application import make_room, make_window
application = QApplication([])
room = make_room(application, SystemClock())
window, doorway = make_window(room, SystemClock())
def painted():
    print(",".join(sorted(sys.modules)))
    room.jobs.finish()
    application.quit()
window.first_painted.connect(painted)
doorway.begin(Path(sys.argv[1]) if sys.argv[1:] else None)
window.show()
QTimer.singleShot(20_000, application.quit)
application.exec()
"""

_COMMAND = """
import sys
from leadjournal.app import main
code = main(sys.argv[1:])
print(",".join(sorted(sys.modules)))
sys.exit(code)
"""


def _modules(folder: Path, script: str, *words: str) -> set[str]:
    result = subprocess.run(
        [sys.executable, "-c", script, *words],
        env=os.environ
        | {"PYTHONPATH": str(ROOT / "src"), "LEADJOURNAL_HOME": str(folder / "home")},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert result.returncode == 0, result.stderr
    return set(result.stdout.splitlines()[-1].split(","))


@pytest.fixture(params=["first start", "plain", "encrypted"])
def beginning(request: pytest.FixtureRequest, tmp_path: Path) -> list[str]:
    file = tmp_path / "a.leadjournal"
    if request.param == "plain":
        file.write_bytes(b"SQLite format 3\x00" + bytes(4080))
    elif request.param == "encrypted":
        file.write_bytes(bytes(range(1, 256)) * 17)
    return [str(file)] if file.exists() else []


def test_the_first_paint_needs_nothing_heavy(tmp_path: Path, beginning: list[str]) -> None:
    loaded = _modules(tmp_path, _FIRST_PAINT, *beginning)
    assert "PySide6.QtWidgets" in loaded
    # The plain journal is opened by a job that begins at this moment, so only before it is asked.
    assert [name for name in HEAVY if name in loaded] == []


@pytest.mark.parametrize(
    "words",
    [
        ("--version",),
        ("lens", "Trust", "--kind", "why"),
        ("new", "a.leadjournal"),
        ("figures", "--json", "-j", "a.leadjournal"),
    ],
)
def test_the_terminal_loads_no_qt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    if words[0] == "figures":
        _modules(tmp_path, _COMMAND, "new", "a.leadjournal")
    loaded = _modules(tmp_path, _COMMAND, *words)
    assert [name for name in loaded if name.startswith(("PySide6", "shiboken6"))] == []
