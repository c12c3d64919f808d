"""Hands on a window that runs in another process, which may be killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

PROGRAM = "tests.journeys.far_window"
ROOT = Path(__file__).resolve().parents[2]
END = 20


class FarHands:
    """What is asked here is done there, by real keys and clicks."""

    def __init__(self, path: Path, *, before: Callable[[], None] | None = None) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", PROGRAM, str(path)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
            preexec_fn=before,
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])},
        )  # fmt: skip

    def do(self, verb: str, *words: object) -> Any:
        """Let the hands do something; gives what they answer."""
        self.begin(verb, *words)
        return self.heard()

    def begin(self, verb: str, *words: object) -> None:
        """Let the hands begin with something, without waiting for its end."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps([verb, *words]) + "\n")
        self.process.stdin.flush()

    def heard(self) -> Any:
        """The answer to what was begun."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, "the window is gone"
        said = json.loads(line)
        assert "fault" not in said, said["fault"]
        return said["answer"]

    def kill(self) -> None:
        """End the process, if it still runs, as a power cut would."""
        if self.process.poll() is None:
            self.process.kill()
        self.end()

    def end(self) -> int:
        """Wait until the window's process has ended; gives its exit code."""
        code = self.process.wait(END)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()
        return code
