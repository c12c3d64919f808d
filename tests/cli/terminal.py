"""A terminal for the tests: commands run in this process, in a child, or typed at a prompt."""

import hashlib
import io
import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leadjournal.base.clock import Clock
from leadjournal.cli.main import run
from leadjournal.cli.terminal import Grab

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Said:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    def told(self, code: int, *words: str) -> None:
        """It ended with this code, with one line on standard error and nothing else."""
        assert (self.code, self.out) == (code, ""), self
        assert self.err.endswith("\n")
        assert self.err.count("\n") == 1
        assert "Traceback" not in self.err
        for word in words:
            assert word in self.err


def lj(
    *words: str | Path,
    stdin: bytes = b"",
    encoding: str = "utf-8",
    clock: Clock | None = None,
    grab: Grab | None = None,
) -> Said:
    """Run a command in this process, away from any terminal."""
    with _streams(stdin, encoding) as (out, err):
        code = run([str(word) for word in words], clock=clock, grab=grab)
        sys.stdout.flush()
    return Said(code, out.getvalue().decode(encoding), err.getvalue().decode(encoding))


@contextmanager
def _streams(stdin: bytes, encoding: str) -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    before = sys.stdin, sys.stdout, sys.stderr
    out, err = io.BytesIO(), io.BytesIO()
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    sys.stdout = io.TextIOWrapper(out, encoding=encoding)
    sys.stderr = io.TextIOWrapper(err, encoding=encoding)
    try:
        yield out, err
    finally:
        for kept in (sys.stdout, sys.stderr):
            kept.flush()
            kept.detach()
        sys.stdin, sys.stdout, sys.stderr = before


def environment() -> dict[str, str]:
    """The surroundings of a child: its user's folders are the test's, its encoding is UTF-8."""
    return os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}


def child(*words: str | Path, folder: Path, before: Callable[[], None] | None = None) -> Said:
    """Run a command as a user does, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "leadjournal", *map(str, words)],
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        preexec_fn=before,
        check=False,
    )
    return Said(done.returncode, done.stdout, done.stderr)


def typed(*words: str | Path, keys: list[tuple[str, str]]) -> Said:
    """Run a command at a terminal; `keys` are the prompts to wait for and what is typed then."""
    process, terminal = pty.fork()
    if process == 0:
        arguments = [sys.executable, "-m", "leadjournal", *map(str, words)]
        os.execve(sys.executable, arguments, environment())
    shown = ""
    for prompt, line in keys:
        while prompt not in shown:
            shown += os.read(terminal, 4096).decode()
        shown = ""
        os.write(terminal, f"{line}\n".encode())
    shown += _rest(terminal)
    _, status = os.waitpid(process, 0)
    return Said(os.waitstatus_to_exitcode(status), shown.replace("\r\n", "\n"), "")


def _rest(terminal: int) -> str:
    shown = b""
    while True:
        try:
            part = os.read(terminal, 4096)
        except OSError:
            part = b""
        if not part:
            os.close(terminal)
            return shown.decode()
        shown += part


def fingerprint(folder: Path) -> dict[str, str]:
    """Every file below a folder with the hash of its bytes."""
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
