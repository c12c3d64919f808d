"""The process that makes the children: forks for each request, or does one and ends.

python -m tests.faults.harness.child            requests come as lines of JSON
python -m tests.faults.harness.child REQUEST    one request, done by this process itself
"""

import ctypes
import json
import os
import subprocess
import sys
import traceback
from pathlib import Path
from typing import Any

from tests.faults.harness.acts import ACTS
from tests.faults.harness.session_acts import say

_SET_PTRACER, _ANYBODY = 0x59616D61, ctypes.c_ulong(-1)


def serve(request: dict[str, Any]) -> None:
    """Fork a child for the request, let strace watch it if asked for, and tell how it ended."""
    reads, writes = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(writes)
        if request["strace"]:
            # Where a process may be watched by its ancestors only, it has to allow it.
            ctypes.CDLL(None).prctl(_SET_PTRACER, _ANYBODY, 0, 0, 0)
        os.read(reads, 1)
        os.close(reads)
        os._exit(do(request))
    os.close(reads)
    watcher = watch(pid, request["strace"]) if request["strace"] else None
    say(f"pid {pid}")
    os.close(writes)
    _pid, status = os.waitpid(pid, 0)
    if watcher is not None:
        watcher.communicate()
    say(f"ended {os.waitstatus_to_exitcode(status)}")


def watch(pid: int, options: list[str]) -> "subprocess.Popen[bytes]":
    """Start strace on a process and wait until it has a hold of it."""
    watcher = subprocess.Popen(
        ["strace", "-f", "-p", str(pid), *options], stderr=subprocess.PIPE, stdin=subprocess.DEVNULL
    )
    assert watcher.stderr is not None
    line = watcher.stderr.readline()
    if b"attached" not in line:
        say(f"broken strace: {line.decode(errors='replace').strip()}")
    return watcher


def do(request: dict[str, Any]) -> int:
    """Do the act; an error that is no sentence of the program is said as well."""
    home = Path(request["home"])
    os.environ.update(
        {name: str(home) for name in ("HOME", "TMPDIR", "LEADJOURNAL_HOME")}
        | {name: str(home / name) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    )
    try:
        ACTS[request["act"]](request["values"])
    except BaseException:  # noqa: BLE001  # whatever it is, the parent has to know
        *_frames, last = traceback.format_exc().split("\n  File ")
        say(f"broken {' '.join(last.split())}")
        return 1
    return 0


def main() -> None:
    """Serve until there are no more requests."""
    if len(sys.argv) > 1:
        sys.exit(do(json.loads(sys.argv[1])))
    for line in sys.stdin:
        serve(json.loads(line))


if __name__ == "__main__":
    main()
