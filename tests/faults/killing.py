"""A journal as a killed program leaves it, for tests that begin there."""

import os
import subprocess
import sys
from pathlib import Path

_WRITER = Path(__file__).with_name("writer.py")


def run_and_kill(path: Path, passphrase: str | None, saved: int) -> list[str]:
    """Let the child save so many entries, kill it, and give the ids it said it had saved."""
    child = subprocess.Popen(
        [sys.executable, str(_WRITER), str(path), passphrase or ""],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    said = [child.stdout.readline().strip() for _count in range(saved)]
    child.kill()
    said += child.stdout.read().split("\n")[:-1]
    child.wait()
    child.stdout.close()
    return said
