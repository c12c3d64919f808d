"""Checks everything from a fresh clone: `python3 packaging/test.py [options for pytest]`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from environment import ROOT, prepare, quiet_environ, say

LINT_IMPORTS = "from importlinter.cli import lint_imports_command as run; run()"

# What runs, in this order; pytest comes last, so that its count closes the checks.
CHECKS = {
    "format": ["-m", "ruff", "format", "--check", "."],
    "lint": ["-m", "ruff", "check", "."],
    "types": ["-m", "mypy"],
    "layers": ["-c", LINT_IMPORTS, "--no-logo"],
    # A file of tests stays with one worker: its tests share a window or a sample.
    "tests": ["-m", "pytest", "--numprocesses", "auto", "--dist", "loadfile"],
}


def programs(platform: str) -> list[str]:
    """What the tests use of the system: strace watches that no program calls home."""
    return ["strace"] if platform.startswith("linux") else []


def run(python: Path, name: str, options: list[str], environ: dict[str, str]) -> bool:
    """Run one check and answer whether it is content."""
    say(f"\n== {name}")
    extra = options if name == "tests" else []
    return subprocess.call([python, *CHECKS[name], *extra], cwd=ROOT, env=environ) == 0


def main(options: list[str]) -> int:
    """Run every check even when one fails, then say in one line how they went."""
    screenless = {
        name: value
        for name, value in quiet_environ(os.environ).items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY")
    }
    python = prepare(programs(sys.platform), environ=screenless)
    screenless["QT_QPA_PLATFORM"] = "offscreen"
    results = {name: run(python, name, options, screenless) for name in CHECKS}
    words = [f"{name} {'ok' if content else 'FAILED'}" for name, content in results.items()]
    say("\n" + ", ".join(words))
    return 0 if all(results.values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
