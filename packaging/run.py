"""Starts leadjournal from a fresh clone: `python3 packaging/run.py`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from environment import has_display, prepare, quiet_environ, say

TOUR = "leadjournal-tour"


def start(python: Path, arguments: list[str], environ: dict[str, str]) -> int:
    """Run leadjournal and answer its exit code."""
    try:
        return subprocess.call([python, "-m", "leadjournal", *arguments], env=environ)
    except KeyboardInterrupt:
        return 130


def make_tour(python: Path, environ: dict[str, str]) -> int:
    """Without a screen: show what there is to see as files, and say where they are."""
    say(f"This machine has no display, so leadjournal makes its tour in ./{TOUR} instead.")
    code = start(python, ["tour", TOUR], {"QT_QPA_PLATFORM": "offscreen"} | environ)
    if code == 0:
        say(str(Path(TOUR).resolve()))
    return code


def main(arguments: list[str]) -> int:
    """Open the window, or pass a command on, or make the tour where nothing can be shown."""
    python = prepare()
    environ = quiet_environ(os.environ)
    if arguments or has_display(sys.platform, environ):
        return start(python, arguments, environ)
    return make_tour(python, environ)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
