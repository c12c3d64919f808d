"""Nothing in the window waits in a loop of its own: dialogs and menus are opened, not executed."""

import ast
from pathlib import Path

UI = Path(__file__).resolve().parents[2] / "src" / "leadjournal" / "ui"
FORBIDDEN = {"exec", "exec_", "processEvents", "sleep", "setStyleSheet"}
ALLOWED = {
    ("application.py", "exec"),  # the one loop of the program
    ("grab.py", "exec"),  # pictures are made without it
    ("looks.py", "setStyleSheet"),
}


def test_only_the_application_runs_a_loop() -> None:
    found = {
        (file.name, node.func.attr)
        for file in UI.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if node.func.attr in FORBIDDEN
    }
    assert found - ALLOWED == set()
    assert ("application.py", "exec") in found
