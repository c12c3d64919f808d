"""Provokes every fault many times: `python3 packaging/faults.py [F1 F3 …] [--times 0.5]`.

Prints a table of what was provoked, how often, what was lost or damaged, what the controls found,
and what this machine does not allow. The normal tests run the same probes a few times each.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from environment import ROOT, prepare, quiet_environ
from test import programs


def main(options: list[str]) -> int:
    """Run the long form of tests/faults in the program's own environment."""
    python = prepare(programs(sys.platform))
    environ = quiet_environ(os.environ) | {"QT_QPA_PLATFORM": "offscreen"}
    command: list[str | Path] = [python, "-m", "tests.faults.harness", *options]
    try:
        return subprocess.call(command, cwd=ROOT, env=environ)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
