"""Child processes that do one act each, can be watched by strace, and be killed at any moment.

One process loads the program's code once and forks for every act; a fork has no journal open.
"""

import json
import os
import selectors
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.faults.harness.machine import ROOT

SECONDS = 120
"""How long a child may say nothing before it counts as hanging."""


class Child:
    """A child that does its act; what it says comes line by line."""

    def __init__(self, children: "Children") -> None:
        self._children = children
        self.pid = int(children.line().removeprefix("pid "))
        self.code: int | None = None

    def line(self) -> str:
        """The next line it says; nothing when it has ended."""
        if self.code is not None:
            return ""
        line = self._children.line()
        if line.startswith("ended "):
            self.code = int(line.removeprefix("ended "))
            return ""
        return line

    def rest(self) -> list[str]:
        """All it still says until it ends."""
        said = []
        while line := self.line():
            said.append(line)
        return said

    def kill(self) -> list[str]:
        """End it as a power cut would; gives what it had said before."""
        os.kill(self.pid, signal.SIGKILL)
        return self.rest()


class Children:
    """Starts children, one at a time."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.harness.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            env=surroundings(),
        )
        self._buffer = b""
        self._ears = selectors.DefaultSelector()
        self._ears.register(self._out, selectors.EVENT_READ)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: object, traceback: TracebackType | None
    ) -> None:
        self._ears.close()
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def start(
        self, act: str, values: dict[str, Any], *, home: Path, strace: Sequence[str] = ()
    ) -> Child:
        """Let a child do `act` with `values`; `home` is its home and the place of all it keeps."""
        request = {"act": act, "values": values, "home": str(home), "strace": list(strace)}
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(request, default=str).encode() + b"\n")
        self._process.stdin.flush()
        return Child(self)

    def line(self) -> str:
        """The next line; a child that is silent for too long is a fault of the test."""
        while b"\n" not in self._buffer:
            if not self._ears.select(SECONDS):
                raise AssertionError(f"a child said nothing for {SECONDS} seconds")
            heard = os.read(self._out, 1 << 16)
            if not heard:
                raise AssertionError("the process that makes the children has ended")
            self._buffer += heard
        line, _newline, self._buffer = self._buffer.partition(b"\n")
        return line.decode()

    @property
    def _out(self) -> int:
        assert self._process.stdout is not None
        return self._process.stdout.fileno()


def surroundings() -> dict[str, str]:
    """What a child finds around it: this code and nothing that leads elsewhere."""
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path]),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
